"""Persons: ids that say nothing about the person."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import sha256

from archive.knowledge.places.units import keys

_ID_DIGITS = 12


def name_key(name: str) -> str:
    """The keys of a name as text: one for every tone placement, case and composition."""
    return " ".join(keys(name))


def person_id(name: str, unit: str | None) -> str:
    """The local id: what an official is called as long as one article alone is known.

    Equal for every spelling of the name within one unit. A person is called by the local id of the earliest of
    their units (`archive.knowledge.persons.identities`).

    Args:
        name: full name.
        unit: id of the unit the person's posts belong to; None for central posts.

    Returns:
        `p` and twelve hexadecimal digits.
    """
    return _id(unit or "", name_key(name))


def namesake_id(name_key: str, unit: str | None, mark: str) -> str:
    """The id of one of several persons who share a local id.

    Args:
        mark: what tells them apart: the least of the posts only this one was seen in.
    """
    return _id(unit or "", name_key, mark)


def split_id(person: str, articles: Sequence[str]) -> str:
    """The id of whom a correction takes out of a person: those seen in these articles."""
    return _id("split", person, *sorted(articles))


def _id(*identity: str) -> str:
    return "p" + sha256("\n".join(identity).encode()).hexdigest()[:_ID_DIGITS]
