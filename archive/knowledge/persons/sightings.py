"""Sightings: what one revision says of one official, and when posts were seen to be held."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import NamedTuple

from archive.knowledge.persons.seats import Seat, is_same_place, seats
from archive.models import Post
from archive.periods import period

PRINTED_SLACK = timedelta(days=31)
"""How long papers go on printing the post a person has left, and how early they print the next one."""


@dataclass(frozen=True, slots=True)
class Sighting:
    """One official in one revision of an article.

    Attributes:
        revision: the change that wrote it; `position`: the place of the official in it.
        name_key: the keys of the name; equal for all of its spellings.
        local: the id it has from its article alone (`archive.knowledge.persons.person_id`).
        unit: id of the unit its posts belong to.
        day: sort date of the article.
    """

    article: str
    revision: int
    position: int
    name: str
    name_key: str
    local: str
    unit: str | None
    day: str | None
    posts: tuple[Post, ...]


@dataclass(frozen=True, slots=True)
class Atom:
    """What a sighting says of one unit: its posts there. The atom of the home unit has the central ones too."""

    sighting: Sighting
    unit: str | None
    posts: tuple[Post, ...]

    @property
    def is_home(self) -> bool:
        """Whether it is of the unit of the sighting: the person of this atom is the person of the sighting."""
        return self.unit == self.sighting.unit

    @property
    def order(self) -> tuple[str, str, int, str]:
        """Dated first, by day, article and place."""
        found = self.sighting
        return (found.day or "9999", found.article, found.position, self.unit or "")


def atoms_of(sighting: Sighting) -> list[Atom]:
    """The atoms of a sighting, that of its home first."""
    home = sighting.unit
    units = dict.fromkeys([home, *(post.unit or home for post in sighting.posts)])
    return [
        Atom(sighting, unit, tuple(post for post in sighting.posts if (post.unit or home) == unit))
        for unit in units
    ]


class Interval(NamedTuple):
    """The time during which something was certainly so: from the first to the last day it was seen."""

    first: date
    last: date

    def is_apart(self, other: Interval, slack: timedelta) -> bool:
        """Whether one ends before the other begins, or no more than `slack` after that."""
        return self.last - other.first <= slack or other.last - self.first <= slack


def observed(days: Iterable[str]) -> Interval:
    """The interval of these dates; of dates coarser than a day what is certain of them.

    Only one date of a year's precision gives an interval that ends before it begins, and so contradicts nothing.
    """
    periods = [period(day) for day in days]
    return Interval(min(last for _, last in periods), max(first for first, _ in periods))


Times = Mapping[Seat, Interval]


def times_of(atoms: Iterable[Atom]) -> Times:
    """When each seat was seen to be held; undated sightings and former posts tell nothing of that."""
    days: dict[Seat, list[str]] = {}
    for atom in atoms:
        if atom.sighting.day is None:
            continue
        for post in atom.posts:
            if post.status != "former":
                for seat in seats(post.canonical, post.unit):
                    days.setdefault(seat, []).append(atom.sighting.day)
    return {seat: observed(seen) for seat, seen in days.items()}


def contradict(one: Times, other: Times, slack: timedelta = timedelta(0)) -> bool:
    """Whether nobody can have held all these seats at these times."""
    return any(
        seat.kind == rival.kind and not is_same_place(seat, rival) and not held.is_apart(other[rival], slack)
        for seat, held in one.items()
        for rival in other
    )
