"""Successions: bodies that became others, and the names under which one body went before and after.

`data/body_successions.csv` has a row for each kind of body and what it became; the area stays (`Sở Thông tin và
Truyền thông Vĩnh Phúc` became `Sở Khoa học và Công nghệ Vĩnh Phúc`). Areas have their own successions
(`archive.knowledge.places.units`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import NamedTuple

from archive.knowledge.places.units import keys, read_table
from archive.text.syllables import fold, is_marked


class Succession(NamedTuple):
    """One body after another.

    Attributes:
        body, successor: names without their area.
        until: first day on which `body` was no more.
        act: the resolution or decree.
    """

    body: str
    successor: str
    until: date
    act: str


@cache
def successions() -> tuple[Succession, ...]:
    """Every succession of the table, in its order."""
    return tuple(
        Succession(row["body"], row["successor"], date.fromisoformat(row["until"]), row["act"])
        for row in read_table("body_successions.csv")
    )


class Relative(NamedTuple):
    """A body before or after another.

    Attributes:
        name: with the area of the other.
        since: day from which on a successor has its work, None of a predecessor.
        until: first day on which a predecessor was no more, None of a successor.
    """

    name: str
    since: date | None = None
    until: date | None = None


def relatives(organisation: str) -> tuple[Relative, ...]:
    """The bodies an organisation was made of and those it went into, its area kept.

    Predecessors of predecessors and successors of successors count; what was merged with it on the way does
    not.

    Args:
        organisation: full name of a body, with its area or without, in any spelling, or without any marks.

    Returns:
        The others, the oldest predecessors first; none for a body that is not in the table.
    """
    name, area = _parted(organisation)
    if name is None:
        return ()
    before = [Relative(f"{one.body} {area}".strip(), until=one.until) for one in _before(name)]
    after = [Relative(f"{one.successor} {area}".strip(), since=one.until) for one in _after(name)]
    first_of_each: dict[str, Relative] = {}
    for relative in (*reversed(before), *after):
        first_of_each.setdefault(relative.name, relative)
    return tuple(first_of_each.values())


def _parted(organisation: str) -> tuple[str | None, str]:
    """The longest body of the table that an organisation's name begins with, and what is left of it."""
    said = keys(organisation)
    names = _names() if is_marked(organisation) else _names_without_marks()
    for length in range(len(said), 0, -1):
        name = names.get(said[:length])
        if name is not None:
            return name, " ".join(organisation.split()[_words(organisation, length) :])
    return None, ""


def _words(organisation: str, syllables: int) -> int:
    """How many words of a name its first `syllables` fill."""
    filled = 0
    for number, word in enumerate(organisation.split(), 1):
        filled += len(keys(word))
        if filled >= syllables:
            return number
    return len(organisation.split())


def _before(name: str) -> Iterator[Succession]:
    for one in _predecessors().get(name, ()):
        yield one
        yield from _before(one.body)


def _after(name: str) -> Iterator[Succession]:
    for one in _successors().get(name, ()):
        yield one
        yield from _after(one.successor)


@cache
def _names() -> Mapping[tuple[str, ...], str]:
    return {keys(name): name for one in successions() for name in (one.body, one.successor)}


@cache
def _names_without_marks() -> Mapping[tuple[str, ...], str]:
    return {tuple(map(fold, name)): called for name, called in _names().items()}


@cache
def _successors() -> Mapping[str, tuple[Succession, ...]]:
    return _grouped((one.body, one) for one in successions())


@cache
def _predecessors() -> Mapping[str, tuple[Succession, ...]]:
    return _grouped((one.successor, one) for one in successions())


def _grouped(named: Iterable[tuple[str, Succession]]) -> Mapping[str, tuple[Succession, ...]]:
    found: dict[str, tuple[Succession, ...]] = {}
    for name, one in named:
        found[name] = (*found.get(name, ()), one)
    return found
