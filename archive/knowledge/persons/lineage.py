"""Lineage of units: which one came of which, and which only share a territory.

A unit that the table no longer has, read by older rules, has no lineage.
"""

from __future__ import annotations

from functools import cache

from archive.knowledge.places.units import UNITS, predecessors


@cache
def descendants(unit_id: str) -> frozenset[str]:
    """Ids of the units that a unit's territory went to, directly or later."""
    after = UNITS[unit_id].successors if unit_id in UNITS else ()
    return frozenset(after).union(*map(descendants, after))


@cache
def ancestors(unit_id: str) -> frozenset[str]:
    """Ids of the units that a unit was made from, directly or before."""
    before = [one.id for one in predecessors(UNITS[unit_id])] if unit_id in UNITS else []
    return frozenset(before).union(*map(ancestors, before))


@cache
def is_one_line(one: str, other: str) -> bool:
    """Whether two units are one, or one of them came of the other."""
    return one == other or other in descendants(one) or one in descendants(other)


@cache
def are_rivals(one: str, other: str) -> bool:
    """Whether two units lie beside each other in a lineage: parts of a later unit, or of an earlier one.

    Who served in both of them served in two provinces; a namesake in what they became may be of either.
    """
    if is_one_line(one, other):
        return False
    shared = (descendants(one) & descendants(other)) | (ancestors(one) & ancestors(other))
    return bool(shared)
