"""The values of keyword fields by the words people call them: names of provinces, officials, posts, papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple, Protocol

from archive.errors import QueryError
from archive.knowledge.places.units import UNITS, current_units, label, units_named
from archive.text.syllables import fold, is_marked, tokens
from index.bodies import Bodies
from index.excerpts import excerpt
from index.labels import LABELS, NAME_SIGN
from index.query import UNKNOWN
from index.terms import Terms

Names = Callable[[Sequence[str]], Mapping[str, str]]


class Person(Protocol):
    """What a label of an official is made of."""

    @property
    def name(self) -> str: ...
    @property
    def unit(self) -> str | None: ...


UNKNOWN_LABELS = {
    "province": "Không rõ tỉnh",
    "current": "Không rõ tỉnh",
    "year": "Không rõ ngày",
    "month": "Không rõ ngày",
    "day": "Không rõ ngày",
    "source": "Không rõ nguồn",
    "author": "Không rõ tác giả",
    "official": "Không có cán bộ",
    "post": "Không có chức vụ",
    "organisation": "Không có cơ quan",
    "speaker": "Không có phát ngôn",
    "act": "Không có phát ngôn",
    "cue": "Không có từ dẫn",
}

PEOPLE = ("official", "speaker")
"""Fields whose values are ids of persons; speakers who are none are called by their printed names."""


UNIT_SIGN = " – "
"""Stands between the name of an official and the unit they served."""


class _Words(NamedTuple):
    """The keys of what a value is called: all of its label, and each name in it alone."""

    label: tuple[str, ...]
    names: tuple[tuple[str, ...], ...]


class Vocabulary:
    """Names to values and back, for one collection as it stands.

    Args:
        terms: values of a keyword field with a prefix, as `Backend.terms`.
        officials: labels of officials by person id.
    """

    def __init__(self, terms: Terms, officials: Names) -> None:
        self._terms = terms
        self._officials = officials
        self._words: dict[str, dict[str, _Words]] = {}
        self._bodies: Bodies | None = None

    @property
    def bodies(self) -> Bodies:
        """The values of the field `organisation`."""
        if self._bodies is None:
            self._bodies = Bodies(value for value, _ in self._terms("organisation", ""))
        return self._bodies

    def values(self, field: str, text: str) -> tuple[str, ...]:
        """Values that `field:"text"` asks for in a query: the value itself, and all whose label holds the words.

        Names of bodies are longer than those of most things: of these it asks for all that begin with the words.

        Returns:
            Nothing, if nothing in the collection is called so.

        Raises:
            QueryError: a province that never was one.
        """
        if text == UNKNOWN:
            return (UNKNOWN,)
        if field in ("province", "current"):
            return _units(field, text)
        if field == "organisation":
            return self.bodies.named(text)
        words = self._words_of(field)
        if field in ("year", "month", "day"):
            return (text,) if text in words else ()
        wanted = _Wanted(text)
        return tuple(value for value, called in words.items() if value == text or wanted.is_in(called.label))

    def chosen(self, field: str, text: str) -> tuple[str, ...]:
        """Values that a filter means by `text`: the value itself, else all of that very name, else as `values`.

        So the count of a facet value is the total after choosing it.

        Raises:
            QueryError: a province that never was one.
        """
        if text == UNKNOWN or field in ("province", "current"):
            return self.values(field, text)
        words = self._words_of(field)
        if text in words:
            return (text,)
        if field == "organisation":
            return self.bodies.exactly(text) or self.bodies.named(text)
        wanted = _Wanted(text)
        named = tuple(
            value for value, called in words.items() if any(map(wanted.is_all, (called.label, *called.names)))
        )
        return named or self.values(field, text)

    def labels(self, field: str, values: Sequence[str]) -> dict[str, str]:
        """What to call the values of a field."""
        known = [value for value in values if value != UNKNOWN]
        if field in ("province", "current"):
            names = {value: label(UNITS[value]) for value in known if value in UNITS}
        elif field in PEOPLE:
            names = dict(self._officials(known))
        else:
            names = dict(LABELS.get(field, {}))
        return {UNKNOWN: UNKNOWN_LABELS.get(field, "Không rõ")} | {
            value: names.get(value, value) for value in known
        }

    def _words_of(self, field: str) -> dict[str, _Words]:
        if field not in self._words:
            values = [value for value, _ in self._terms(field, "")]
            labels = self.labels(field, values)
            self._words[field] = {
                value: _Words(_keys(labels[value]), tuple(map(_keys, _names(field, labels[value]))))
                for value in values
            }
        return self._words[field]


def _names(field: str, label: str) -> Sequence[str]:
    """The names in a label: of a person without the unit, of an act each of those that are as good."""
    if field in PEOPLE:
        return (label.partition(UNIT_SIGN)[0],)
    return label.split(NAME_SIGN) if field in LABELS else ()


class _Wanted:
    """The words of a name as typed; without marks they stand for every accented spelling."""

    def __init__(self, text: str) -> None:
        self._words = _keys(text)
        self._is_exact = is_marked(text)

    def is_all(self, words: tuple[str, ...]) -> bool:
        """Whether they are these words, no more and no less."""
        return bool(self._words) and len(words) == len(self._words) and self.is_in(words)

    def is_in(self, words: tuple[str, ...]) -> bool:
        """Whether they stand in a row among these words."""
        held = words if self._is_exact else tuple(map(fold, words))
        size = len(self._words)
        return size > 0 and any(
            held[start : start + size] == self._words for start in range(len(held) - size + 1)
        )


def _keys(text: str) -> tuple[str, ...]:
    return tuple(token.key for token in tokens(text))


def _units(field: str, text: str) -> tuple[str, ...]:
    if text in UNITS:
        return (text,)
    named = tuple(unit.id for unit in units_named(text))
    if not named:
        raise QueryError(
            "there is no province or city named '{name}': check the name, or search for it as words",
            name=excerpt(text),
        )
    if field == "province":
        return named
    today = {unit.id for unit in current_units()}
    if not today & set(named):
        now = ", ".join(f'current:"{UNITS[current].name}"' for current in UNITS[named[0]].current)
        raise QueryError(
            '{name} is not one of the 34 provinces of today: use province:"{name}" or {now}',
            name=text,
            now=now,
        )
    return tuple(unit for unit in named if unit in today)


def narrower_units(text: str) -> tuple[str, ...]:
    """Ids of the units that share a name, when there are several: what a reader may want to choose from."""
    named = tuple(unit.id for unit in units_named(text))
    return named if len(named) > 1 else ()


def official_labels(persons: Callable[[Sequence[str]], Mapping[str, Person]]) -> Names:
    """Labels of officials: name, and the unit they served, which tells namesakes apart."""

    def labels(ids: Sequence[str]) -> dict[str, str]:
        return {
            identity: f"{person.name}{UNIT_SIGN}{label(UNITS[person.unit])}" if person.unit else person.name
            for identity, person in persons(ids).items()
        }

    return labels
