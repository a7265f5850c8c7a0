"""Strands: sightings of one name that are certainly of one person, and which strands fit together.

A strand is what cannot be taken apart: sightings of a name in one unit that share a post of the same body, and
sightings of several units that one article shows to be one person (`Bí thư Tỉnh ủy X giữ chức Bí thư Tỉnh ủy Y`,
`nguyên Chủ tịch UBND tỉnh X`).
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import timedelta
from functools import cached_property

from archive.knowledge.grammar.posts import post_id
from archive.knowledge.persons.lineage import are_rivals, is_one_line
from archive.knowledge.persons.seats import LEADERSHIP, Seat, is_minor, is_same_place, seats
from archive.knowledge.persons.sightings import (
    PRINTED_SLACK,
    Atom,
    Sighting,
    Times,
    atoms_of,
    contradict,
    times_of,
)
from archive.knowledge.places.units import keys

_ALIKE_BEGINNING = 4
_ALIKE_END = 3
"""Syllables that posts printed more or less fully share: `Trưởng Phòng Khảo thí …`, `… quận Liên Chiểu`."""


@dataclass(frozen=True)
class Strand:
    """Atoms of one person, in their order."""

    atoms: tuple[Atom, ...]

    @cached_property
    def times(self) -> Times:
        """When each seat was seen to be held."""
        return times_of(self.atoms)

    @cached_property
    def units(self) -> frozenset[str | None]:
        """The units of its atoms; None for central posts."""
        return frozenset(atom.unit for atom in self.atoms)

    @cached_property
    def is_dated(self) -> bool:
        """Whether any sighting has a date."""
        return any(atom.sighting.day is not None for atom in self.atoms)

    @cached_property
    def posts(self) -> frozenset[tuple[str, str | None]]:
        """Its posts in canonical form, each with its unit."""
        return frozenset((post.canonical, post.unit) for atom in self.atoms for post in atom.posts)

    @cached_property
    def post_keys(self) -> tuple[tuple[str, ...], ...]:
        """The keys of its posts."""
        return tuple(keys(canonical) for canonical, _ in sorted(self.posts, key=str))

    @cached_property
    def seats(self) -> frozenset[Seat]:
        """The seats of its posts, held at any time."""
        return frozenset(seat for post in self.posts for seat in seats(*post))

    @cached_property
    def is_minor(self) -> bool:
        """Whether posts below the leadership of a province were seen and none in it."""
        return bool(self.posts) and all(is_minor(canonical) for canonical, _ in self.posts)

    @cached_property
    def order(self) -> tuple[str, str, int, str]:
        """Where it stands among others."""
        return self.atoms[0].order


def joined(strands: Iterable[Strand]) -> Strand:
    """Several strands as one."""
    atoms = (atom for strand in strands for atom in strand.atoms)
    return Strand(tuple(sorted(atoms, key=lambda atom: atom.order)))


def strands_of(sightings: Sequence[Sighting]) -> list[Strand]:
    """The strands of one name, by their order."""
    by_unit: dict[str | None, list[Atom]] = {}
    for sighting in sightings:
        for atom in atoms_of(sighting):
            by_unit.setdefault(atom.unit, []).append(atom)
    strands = [strand for atoms in by_unit.values() for strand in _strands_of_unit(atoms)]
    return sorted(_join_printed(strands), key=lambda strand: strand.order)


def marks(atom: Atom) -> set[str]:
    """What makes two atoms of a name and unit one person: a post with its body, a seat; of central ones the body."""
    found = {post_id(post.canonical) for post in atom.posts if post.organisation is not None}
    found |= {
        f"{seat.kind} {' '.join(seat.place)}"
        for post in atom.posts
        for seat in seats(post.canonical, post.unit)
    }
    if atom.unit is None:
        found |= {f"body {' '.join(keys(post.organisation))}" for post in atom.posts if post.organisation}
    return found


def _strands_of_unit(atoms: Sequence[Atom]) -> list[Strand]:
    groups: list[tuple[set[str], list[Atom]]] = []
    for atom in atoms:
        wanted = marks(atom)
        touching = [group for group in groups if group[0] & wanted or not (group[0] or wanted)]
        groups = [group for group in groups if group not in touching]
        groups.append(
            (
                wanted.union(*(group[0] for group in touching)),
                [atom, *(other for group in touching for other in group[1])],
            )
        )
    return [joined([Strand(tuple(found))]) for _, found in groups]


def _join_printed(strands: list[Strand]) -> list[Strand]:
    """Join strands of several units that one article shows to be one person, earliest article first."""
    holder = {id(atom): strand for strand in strands for atom in strand.atoms}
    of_sighting: dict[tuple[int, int], list[Atom]] = {}
    for strand in strands:
        for atom in strand.atoms:
            of_sighting.setdefault((atom.sighting.revision, atom.sighting.position), []).append(atom)
    shared = sorted(
        (min(a.order for a in atoms), key) for key, atoms in of_sighting.items() if len(atoms) > 1
    )
    for _, key in shared:
        atoms = sorted(of_sighting[key], key=lambda atom: (not atom.is_home, atom.order))
        for other in atoms[1:]:
            one, two = holder[id(atoms[0])], holder[id(other)]
            if (
                one is two
                or not _is_proof(atoms[0], other)
                or contradict(one.times, two.times, PRINTED_SLACK)
            ):
                continue
            both = joined((one, two))
            holder |= {id(atom): both for atom in both.atoms}
    return list({id(strand): strand for strand in holder.values()}.values())


def _is_proof(home: Atom, other: Atom) -> bool:
    """Whether two atoms of a sighting show one person: not if they say that one leads two units at once.

    Such a sighting is of two namesakes whom one article names.
    """
    if not any(post.organisation is not None for post in other.posts):
        return False
    return not (_leads(home) and _leads(other) and not is_one_line(home.unit or "", other.unit or ""))


def _leads(atom: Atom) -> bool:
    return any(
        seat.kind == LEADERSHIP
        for post in atom.posts
        if post.status == "current"
        for seat in seats(post.canonical, post.unit)
    )


def fits(one: Strand, other: Strand) -> bool:
    """Whether two strands of a name may be one person without more proof.

    They serve in one line of units and their posts fit in time. Without a date on either side time proves
    nothing: then posts below the leadership of the province are put together only with posts like them.
    """
    if not _are_in_line(one, other) or contradict(one.times, other.times):
        return False
    if one.is_dated and other.is_dated:
        return True
    return not (one.is_minor or other.is_minor) or _are_alike(one, other)


def _are_alike(one: Strand, other: Strand) -> bool:
    """Whether a post of each begins like one of the other, or is of the same place, and no seats differ."""
    if any(
        seat.kind == rival.kind and not is_same_place(seat, rival)
        for seat in one.seats
        for rival in other.seats
    ):
        return False
    return any(_is_alike(post, rival) for post in one.post_keys for rival in other.post_keys)


def _is_alike(post: tuple[str, ...], rival: tuple[str, ...]) -> bool:
    size = min(len(post), len(rival), _ALIKE_BEGINNING)
    return post[:size] == rival[:size] or post[-_ALIKE_END:] == rival[-_ALIKE_END:]


def _are_in_line(one: Strand, other: Strand) -> bool:
    ours, theirs = one.units - {None}, other.units - {None}
    if ours & theirs:
        return True
    pairs = [(unit, rival) for unit in ours for rival in theirs if unit and rival]
    return any(is_one_line(*pair) for pair in pairs) and not any(are_rivals(*pair) for pair in pairs)


def lines(strands: Sequence[Strand]) -> list[list[int]]:
    """Places of strands whose units are tied by a lineage, of each line together; only these can fit each other.

    So a name of hundreds of persons is not compared pair by pair: at 1,000 sightings in a twentieth of the time.
    """
    line_of: dict[str | None, set[str | None]] = {}
    for units in {strand.units for strand in strands}:
        known = [unit for unit in line_of if any(_is_tied(unit, own) for own in units)]
        line = set(units).union(*(line_of[unit] for unit in known))
        line_of |= dict.fromkeys(line, line)
    found: dict[int, list[int]] = {}
    for place, strand in enumerate(strands):
        found.setdefault(id(line_of[next(iter(strand.units))]), []).append(place)
    return list(found.values())


def _is_tied(one: str | None, other: str | None) -> bool:
    return one == other or (one is not None and other is not None and is_one_line(one, other))


def is_possible(one: Strand, other: Strand, slack: timedelta = PRINTED_SLACK) -> bool:
    """Whether two strands may be one person for all that is known."""
    return not contradict(one.times, other.times, slack)
