"""Bodies by name: the values that a typed name stands for, alone or with what came before and after the body."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cached_property
from itertools import chain, takewhile

from archive.knowledge.grammar.bodies import Organisation
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import is_head
from archive.knowledge.grammar.successions import Relative, relatives
from archive.knowledge.places.units import keys
from archive.text.syllables import fold, is_marked

Keys = tuple[str, ...]

_WRITTEN_OUT = {
    keys(short)[0]: keys(long)
    for short, long in (
        ("UBND", "Ủy ban nhân dân"),
        ("HĐND", "Hội đồng nhân dân"),
        ("MTTQ", "Mặt trận Tổ quốc"),
        ("ĐBQH", "đại biểu Quốc hội"),
    )
}
"""What full names abbreviate and readers may write out; the other way round `spelt_out` helps."""

_KINDS = tuple(map(keys, ("tỉnh", "thành phố")))


class Bodies:
    """The bodies of one collection.

    Args:
        values: their full names, as `archive.models.Post.organisation` has them.
    """

    def __init__(self, values: Iterable[str]) -> None:
        self._forms = sorted((form, value) for value in values for form in forms(value))

    @cached_property
    def _unmarked_forms(self) -> list[tuple[Keys, str]]:
        return sorted((_unmarked(form), value) for form, value in self._forms)

    def named(self, text: str) -> tuple[str, ...]:
        """The bodies whose name begins with these words (`Sở Y tế`: that of every province), ascending."""
        found = chain.from_iterable(map(self._beginning, _spellings(text)))
        return tuple(sorted({value for _, value in found}))

    def exactly(self, text: str) -> tuple[str, ...]:
        """The bodies of which these words are the whole name, ascending."""
        found = ((self._beginning(spelling), len(keys(spelling))) for spelling in _spellings(text))
        return tuple(sorted({value for held, size in found for form, value in held if len(form) == size}))

    def in_line(self, text: str) -> Mapping[date | None, tuple[str, ...]]:
        """Those that `named` gives, with predecessors and successors in the same area.

        Returns:
            Day -> bodies that are meant from that day on, None: always. A successor is meant from the day on which
            it is one: what the Sở Xây dựng did before it took over roads is not of that line.
        """
        found: dict[date | None, tuple[str, ...]] = {None: self.named(text)}
        for relative, values in self._others(text):
            found[relative.since] = (*found.get(relative.since, ()), *values)
        return {day: tuple(dict.fromkeys(values)) for day, values in found.items() if values}

    def others(self, text: str) -> tuple[Relative, ...]:
        """The predecessors and successors under whose names there is a body that `named` does not give."""
        known = set(self.named(text))
        return tuple(relative for relative, values in self._others(text) if not known.issuperset(values))

    def _others(self, text: str) -> Iterator[tuple[Relative, tuple[str, ...]]]:
        for relative in relatives_of(text):
            found = self._beginning(_marked_like(text, relative.name))
            yield relative, tuple(sorted({value for _, value in found}))

    def _beginning(self, spelling: str) -> Iterator[tuple[Keys, str]]:
        """Forms that begin with a name, and whose they are; without marks it stands for every accented spelling."""
        name = keys(spelling)
        forms = self._forms if is_marked(spelling) else self._unmarked_forms
        first = bisect_left(forms, (name,)) if name else len(forms)
        return takewhile(
            lambda found: found[0][: len(name)] == name, (forms[place] for place in range(first, len(forms)))
        )


def relatives_of(text: str) -> tuple[Relative, ...]:
    """The predecessors and successors of the body a typed name stands for."""
    return relatives(spelt_out(text))


def spelt_out(text: str) -> str:
    """A typed name without abbreviations: `Sở TT&TT TP.HCM` -> `Sở Thông tin và Truyền thông thành phố Hồ Chí Minh`."""
    passage = read_passage(text)
    body = organisation_at(passage, 0, is_head)
    if body is None:
        return text
    return " ".join(filter(None, (body.name, _area(body), passage.after(body.end, len(text)).strip())))


def _area(body: Organisation) -> str:
    area = body.area
    if area is None:
        return ""
    if body.place:
        return body.place
    level = "" if body.opener.takes == "unit" else area.level
    return " ".join(filter(None, (level, area.province)))


def _spellings(text: str) -> tuple[str, str]:
    return text, _marked_like(text, spelt_out(text))


def _marked_like(text: str, name: str) -> str:
    """A name made from a typed one, without marks if that had none: its area is as typed."""
    return name if is_marked(text) else " ".join(_unmarked(keys(name)))


def _unmarked(form: Keys) -> Keys:
    return tuple(map(fold, form))


def forms(name: str) -> tuple[Keys, ...]:
    """The ways to call a body: written out or not, with the word for the kind of its unit or without."""
    short = keys(name)
    long = tuple(chain.from_iterable(_WRITTEN_OUT.get(key, (key,)) for key in short))
    return tuple(dict.fromkeys(form for whole in (short, long) for form in (whole, *_without_kind(whole))))


def _without_kind(form: Keys) -> Iterator[Keys]:
    for kind in _KINDS:
        for start in range(1, len(form) - len(kind)):
            if form[start : start + len(kind)] == kind:
                yield form[:start] + form[start + len(kind) :]
