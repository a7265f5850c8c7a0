"""Identities: whom the sightings of one name are of.

A function of the set of sightings, in no order. Strands are put together when they fit, and when nothing else
fits one of them and contradicts another: with two chairmen of one name in two provinces, a namesake in what
these provinces became may be either, and stays apart. Across units only print proves that two are one; what
is left is listed as perhaps the same person.

The id of a person is the local id of the earliest unit they were seen in, so it stays when later posts are
found. Where several share that local id, it is made of the posts that tell them apart.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from archive.knowledge.persons.lineage import is_one_line
from archive.knowledge.persons.persons import namesake_id
from archive.knowledge.persons.seats import is_national
from archive.knowledge.persons.sightings import PRINTED_SLACK, Atom, Sighting, contradict
from archive.knowledge.persons.strands import Strand, fits, is_possible, joined, lines, marks, strands_of
from archive.knowledge.places.units import UNITS

PossibleReason = Literal["same unit", "successor unit", "no printed proof"]

_MOST_NAMESAKES = 8
"""Where more persons bear a name, that somebody has it says nothing of who it is."""


@dataclass(frozen=True)
class Identity:
    """One person of a name: who was seen where."""

    id: str
    strand: Strand

    @property
    def atoms(self) -> tuple[Atom, ...]:
        """What was seen, dated first."""
        return self.strand.atoms

    @cached_property
    def sightings(self) -> tuple[Sighting, ...]:
        """The sightings that are of this person."""
        return tuple(atom.sighting for atom in self.atoms if atom.is_home)


class Possible(NamedTuple):
    """Two persons, ids in order, that may be one."""

    person: str
    other: str
    reason: PossibleReason


def identify(sightings: Sequence[Sighting]) -> list[Identity]:
    """The persons behind all sightings of one name, by id."""
    return named(_adopt(_join_national(_join_fitting(strands_of(sightings)))))


def _join_fitting(strands: list[Strand]) -> list[Strand]:
    """Put strands together that fit each other and the same others, when these others fit each other too."""
    fitting = {
        one: frozenset(other for other in line if other == one or fits(strands[one], strands[other]))
        for line in lines(strands)
        for one in line
    }
    groups: dict[frozenset[int], list[Strand]] = {}
    for one in range(len(strands)):
        is_clear = all(fitting[one] <= fitting[other] for other in fitting[one])
        groups.setdefault(fitting[one] if is_clear else frozenset((one,)), []).append(strands[one])
    return [joined(group) for group in groups.values()]


def _join_national(strands: list[Strand]) -> list[Strand]:
    """Put strands together that show membership in the leadership of the country, earliest first."""
    others = [strand for strand in strands if not _is_national(strand)]
    joint: list[Strand] = []
    for strand in sorted((one for one in strands if _is_national(one)), key=lambda one: one.order):
        same = next((one for one in joint if not contradict(one.times, strand.times, PRINTED_SLACK)), None)
        if same is not None:
            joint.remove(same)
            strand = joined((same, strand))
        joint.append(strand)
    return others + joint


def _is_national(strand: Strand) -> bool:
    return any(
        is_national(post.canonical) for atom in strand.atoms for post in atom.posts if post.unit is None
    )


def _adopt(strands: list[Strand]) -> list[Strand]:
    """Give atoms that no sighting is of to whom their article gives them: so they are listed as contradictions."""
    homes, orphans = list[Strand](), dict[tuple[int, int], list[Atom]]()
    for strand in strands:
        if any(atom.is_home for atom in strand.atoms):
            homes.append(strand)
            continue
        for atom in strand.atoms:
            orphans.setdefault((atom.sighting.revision, atom.sighting.position), []).append(atom)
    if not orphans:
        return strands
    return [
        joined(
            [
                strand,
                Strand(
                    tuple(
                        orphan
                        for atom in strand.atoms
                        if atom.is_home
                        for orphan in orphans.get((atom.sighting.revision, atom.sighting.position), ())
                    )
                ),
            ]
        )
        for strand in homes
    ]


def named(strands: Sequence[Strand]) -> list[Identity]:
    """Give strands their ids; by id."""
    shared: dict[str, int] = {}
    for strand in strands:
        for local in {atom.sighting.local for atom in strand.atoms if atom.is_home}:
            shared[local] = shared.get(local, 0) + 1
    return sorted((Identity(_id(strand, shared), strand) for strand in strands), key=lambda one: one.id)


def _id(strand: Strand, shared: dict[str, int]) -> str:
    homes = [atom.sighting for atom in strand.atoms if atom.is_home]
    own = [one for one in homes if shared[one.local] == 1]
    first = min(own or homes, key=lambda one: (*_begin(one.unit), one.name_key))
    if own:
        return first.local
    printed = set[str]().union(
        *(marks(atom) for atom in strand.atoms if atom.is_home and atom.sighting.local == first.local)
    )
    return namesake_id(first.name_key, first.unit, min(printed, default=""))


def _begin(unit: str | None) -> tuple[str, str]:
    if unit is None or unit not in UNITS:
        return "9999", unit or ""
    return UNITS[unit].valid_from.isoformat(), unit


def possible_pairs(identities: Sequence[Identity]) -> list[Possible]:
    """The pairs of persons of a name that may be one, with the reason, in order.

    Of a name that many persons bear those of other lines of units are left out, and where many bear it in one
    line those too: that they have the name says nothing then.
    """
    lined = lines([one.strand for one in identities])
    candidates = [range(len(identities))] if len(identities) <= _MOST_NAMESAKES else lined
    return sorted(
        Possible(identities[one].id, identities[other].id, reason)
        for line in candidates
        if len(line) <= _MOST_NAMESAKES
        for place, one in enumerate(line)
        for other in line[place + 1 :]
        if is_possible(identities[one].strand, identities[other].strand)
        and (reason := _reason(identities[one], identities[other]))
        and (len(identities) <= _MOST_NAMESAKES or reason != "no printed proof")
    )


def _reason(one: Identity, other: Identity) -> PossibleReason:
    ours, theirs = one.strand.units - {None}, other.strand.units - {None}
    if ours & theirs:
        return "same unit"
    is_line = any(is_one_line(unit, rival) for unit in ours for rival in theirs if unit and rival)
    return "successor unit" if is_line else "no printed proof"
