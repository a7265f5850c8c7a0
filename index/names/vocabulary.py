"""The values of keyword fields by the words people call them: names of provinces, officials, posts, papers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Protocol

from archive.errors import QueryError
from archive.knowledge.places.units import UNITS, current_units, label, units_named
from index.language.excerpts import excerpt
from index.names.bodies import Bodies
from index.names.called import Called
from index.names.labels import LABELS, NAME_SIGN
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

MOST_KEPT = 50_000
"""Labels of officials that are kept: about 10 MB."""


class Vocabulary:
    """Names to values and back, for one collection as it stands.

    Args:
        terms: values of a keyword field with a prefix, as `Backend.terms`.
        officials: labels of officials by person id.
    """

    def __init__(self, terms: Terms, officials: Names) -> None:
        self._terms = terms
        self._officials = officials
        self._called: dict[str, Called] = {}
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
        called = self._called_of(field)
        if field in ("year", "month", "day"):
            return (text,) if text in called else ()
        return called.holding(text)

    def chosen(self, field: str, text: str) -> tuple[str, ...]:
        """Values that a filter means by `text`: the value itself, else all of that very name, else as `values`.

        So the count of a facet value is the total after choosing it.

        Raises:
            QueryError: a province that never was one.
        """
        if text == UNKNOWN or field in ("province", "current"):
            return self.values(field, text)
        called = self._called_of(field)
        if text in called:
            return (text,)
        if field == "organisation":
            return self.bodies.exactly(text) or self.bodies.named(text)
        return called.named(text) or self.values(field, text)

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

    def _called_of(self, field: str) -> Called:
        if field not in self._called:
            values = [value for value, _ in self._terms(field, "")]
            labels = self.labels(field, values)
            self._called[field] = Called(
                {value: labels[value] for value in values},
                {value: found for value in values if (found := _names(field, labels[value]))},
            )
        return self._called[field]


class KeptNames:
    """Labels of officials as one generation has them, kept once they are read.

    Args:
        names: where they are read.
    """

    def __init__(self, names: Names) -> None:
        self._names = names
        self._kept: dict[str, str | None] = {}

    def __call__(self, ids: Sequence[str]) -> dict[str, str]:
        """The labels of some officials; ids nobody has are left out."""
        if len(self._kept) > MOST_KEPT:
            self._kept = {}
        kept = self._kept
        if missing := [identity for identity in ids if identity not in kept]:
            found = self._names(missing)
            kept.update((identity, found.get(identity)) for identity in missing)
        return {identity: label for identity in ids if (label := kept[identity]) is not None}


def _names(field: str, label: str) -> Sequence[str]:
    """The names in a label: of a person without the unit, of an act each of those that are as good."""
    if field in PEOPLE:
        return (label.partition(UNIT_SIGN)[0],)
    return label.split(NAME_SIGN) if field in LABELS else ()


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
