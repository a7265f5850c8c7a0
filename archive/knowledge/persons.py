"""Persons: ids that say nothing about the person."""

from __future__ import annotations

from hashlib import sha256

from archive.knowledge.units import keys

_ID_DIGITS = 12


def person_id(name: str, unit: str | None) -> str:
    """An opaque id: `p` and twelve hexadecimal digits.

    Equal for every spelling of the name (tone placement, case, composition) within one unit. Merging over the
    lineage of a unit, and the proof it needs, is the work of consolidation.

    Args:
        name: full name.
        unit: id of the unit the person's posts belong to; None for central posts.
    """
    identity = f"{unit or ''}\n{' '.join(keys(name))}"
    return "p" + sha256(identity.encode()).hexdigest()[:_ID_DIGITS]
