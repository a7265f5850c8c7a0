"""The values of keyword fields by the words people call them: names of provinces, officials, posts, papers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Protocol

from archive.errors import QueryError
from archive.knowledge.units import UNITS, current_units, label, units_named
from archive.text.syllables import fold, is_marked, tokens
from index.query import UNKNOWN

Terms = Callable[[str, str], Iterable[tuple[str, int]]]
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
}


class Vocabulary:
    """Names to values and back, for one collection as it stands.

    Args:
        terms: values of a keyword field with a prefix, as `Backend.terms`.
        officials: labels of officials by person id.
    """

    def __init__(self, terms: Terms, officials: Names) -> None:
        self._terms = terms
        self._officials = officials
        self._words: dict[str, list[tuple[str, tuple[str, ...]]]] = {}

    def values(self, field: str, text: str) -> tuple[str, ...]:
        """Values of a keyword field that `text` may mean: an id or value itself, or whatever bears that name.

        Raises:
            QueryError: a province that never was one.
        """
        if text == UNKNOWN:
            return (UNKNOWN,)
        if field in ("province", "current"):
            return _units(field, text)
        if field in ("year", "month", "day"):
            return (text,)
        return self._named(field, text)

    def labels(self, field: str, values: Sequence[str]) -> dict[str, str]:
        """What to call the values of a field."""
        known = [value for value in values if value != UNKNOWN]
        if field in ("province", "current"):
            names = {value: label(UNITS[value]) for value in known if value in UNITS}
        elif field == "official":
            names = dict(self._officials(known))
        else:
            names = {}
        return {UNKNOWN: UNKNOWN_LABELS.get(field, "Không rõ")} | {
            value: names.get(value, value) for value in known
        }

    def _named(self, field: str, text: str) -> tuple[str, ...]:
        wanted = tuple(token.key for token in tokens(text))
        exact = is_marked(text)
        found = []
        for value, words in self._words_of(field):
            held = words if exact else tuple(map(fold, words))
            if value == text or _contains(held, wanted):
                found.append(value)
        return tuple(found)

    def _words_of(self, field: str) -> list[tuple[str, tuple[str, ...]]]:
        if field not in self._words:
            values = [value for value, _ in self._terms(field, "")]
            labels = self.labels(field, values)
            self._words[field] = [
                (value, tuple(token.key for token in tokens(labels[value]))) for value in values
            ]
        return self._words[field]


def _units(field: str, text: str) -> tuple[str, ...]:
    if text in UNITS:
        return (text,)
    named = tuple(unit.id for unit in units_named(text))
    if not named:
        raise QueryError(
            f"there is no province or city named {text!r}",
            0,
            f'check the name, or search for "{text}" as words',
        )
    if field == "province":
        return named
    today = {unit.id for unit in current_units()}
    if not today & set(named):
        now = ", ".join(f'current:"{UNITS[current].name}"' for current in UNITS[named[0]].current)
        raise QueryError(
            f"{text} is not one of the 34 provinces of today", 0, f'use province:"{text}" or {now}'
        )
    return tuple(unit for unit in named if unit in today)


def _contains(words: tuple[str, ...], wanted: tuple[str, ...]) -> bool:
    return bool(wanted) and any(
        words[start : start + len(wanted)] == wanted for start in range(len(words) - len(wanted) + 1)
    )


def narrower_units(text: str) -> tuple[str, ...]:
    """Ids of the units that share a name, when there are several: what a reader may want to choose from."""
    named = tuple(unit.id for unit in units_named(text))
    return named if len(named) > 1 else ()


def official_labels(persons: Callable[[Sequence[str]], Mapping[str, Person]]) -> Names:
    """Labels of officials: name, and the unit they served, which tells namesakes apart."""

    def labels(ids: Sequence[str]) -> dict[str, str]:
        return {
            identity: f"{person.name} – {label(UNITS[person.unit])}" if person.unit else person.name
            for identity, person in persons(ids).items()
        }

    return labels
