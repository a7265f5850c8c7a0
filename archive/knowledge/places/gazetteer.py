"""The names of units and districts, and where they stand in a text: one pass over its tokens."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import NamedTuple

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.units import UNITS, aliases, keys, read_table, units_named
from archive.text.syllables import key

_INSIDE_A_NAME = re.compile(r" {0,2}[.’'‘`/–—-]? {0,2}")
"""What may stand between the syllables of one name; a comma or three dots part two names."""

_FORMER = re.compile(r"[ (]*cũ")

_NOT_PLACES = ("Thái Bình Dương", "Đông Nam Á")
"""Names that contain a unit's name and are none."""

_DAK = ("đăk'", "đăk", "đăc'", "đak", "dak")
_SPELLINGS = {key("Đắk"): _DAK, key("Đăk"): _DAK, key("Quận"): (key("Quận"), "q")}
"""Spellings of the first syllable of a district, as keys."""

_PROVINCE = key("tỉnh")

UNNAMED = ("Tỉnh ủy", "UBND tỉnh", "HĐND tỉnh", "trong tỉnh", "toàn tỉnh", "tỉnh ta", "tỉnh nhà")
"""How a paper speaks of its own province without naming it."""


@dataclass(frozen=True, slots=True)
class District:
    """A district, town or city below a province; `since` and `until` bound its time in that province."""

    name: str
    kind: str
    province: str
    since: date
    until: date
    bare: bool


@dataclass(frozen=True, slots=True)
class Name:
    """What a name can stand for.

    Attributes:
        unit: standard name of the province-level units so called, if any.
        districts: the districts so called.
        unnamed: a province spoken of without its name (`UNNAMED`).
    """

    unit: str | None = None
    districts: tuple[District, ...] = ()
    unnamed: bool = False


_NO_PLACE = Name()
Entry = tuple[tuple[str, ...], Name]
"""The keys of a name, and what it can stand for."""


class Found(NamedTuple):
    """A name in a text: tokens `[first, last)`."""

    name: Name
    first: int
    last: int


def find(passage: Passage, day: date) -> Iterator[Found]:
    """The names in a text, left to right, the longest at each place.

    Args:
        passage: one part of an article.
        day: the article's, which says whether `Gia Lai - Kon Tum` is one province or two.
    """
    beginnings = _beginnings()
    keys = passage.keys
    end = 0
    for first in [place for place, syllable in enumerate(keys) if syllable in beginnings]:
        if first < end:
            continue
        entries = beginnings[keys[first]]
        second = keys[first + 1] if first + 1 < len(keys) else ""
        found = _longest(passage, first, entries.get(second) or entries[""], day)
        if found:
            end = found.last
            if found.name != _NO_PLACE:
                yield found


def _longest(passage: Passage, first: int, entries: Sequence[Entry], day: date) -> Found | None:
    for name_keys, name in entries:
        last = first + len(name_keys)
        if passage.keys[first:last] != name_keys or not _is_one_name(passage, first, last):
            continue
        if not (name.unit and _is_two_units(name.unit, passage, first, last, day)):
            return Found(name, first, last)
    return None


def _is_one_name(passage: Passage, first: int, last: int) -> bool:
    return all(gap == " " or _INSIDE_A_NAME.fullmatch(gap) for gap in passage.gaps[first + 1 : last])


def _is_two_units(name: str, passage: Passage, first: int, last: int, day: date) -> bool:
    """Whether a dissolved double name (`Gia Lai - Kon Tum`) here means the two units of today."""
    unit = units_named(name)[0]
    if " - " not in name or unit.valid_to is None or unit.valid_to > day or unit.valid_to.year > 2000:
        return False
    before = passage.keys[first - 1] if first else ""
    return before != _PROVINCE and _FORMER.match(passage.text, passage.ends[last - 1]) is None


@cache
def _beginnings() -> Mapping[str, Mapping[str, tuple[Entry, ...]]]:
    """Names by the keys of their first two syllables, the longest first; names of one under any second."""
    beginnings: dict[str, dict[str, tuple[Entry, ...]]] = {}
    for name, meaning in sorted(_names().items(), key=lambda item: -len(item[0])):
        entries = beginnings.setdefault(name[0], {"": ()})
        if len(name) > 1:
            entries[name[1]] = (*entries.get(name[1], ()), (name, meaning))
        else:
            for second in entries:
                entries[second] = (*entries[second], (name, meaning))
    return beginnings


def _names() -> Mapping[tuple[str, ...], Name]:
    names: dict[tuple[str, ...], Name] = {keys(name): _NO_PLACE for name in _NOT_PLACES}
    names |= {keys(phrase): Name(unnamed=True) for phrase in UNNAMED}
    districts: dict[tuple[str, ...], tuple[District, ...]] = {}
    for district in _districts():
        for spelling in _spellings(keys(district.name)):
            districts[spelling] = (*districts.get(spelling, ()), district)
    names |= {name: Name(districts=found) for name, found in districts.items()}
    for spelling_of_unit, unit_name in [(one.name, one.name) for one in UNITS.values()] + list(
        aliases("text")
    ):
        name = keys(spelling_of_unit)
        names[name] = Name(unit=unit_name, districts=districts.get(name, ()))
    return names


def _spellings(name: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for syllable in _SPELLINGS.get(name[0], name[:1]):
        yield (syllable, *name[1:])


def _districts() -> Iterator[District]:
    for row in read_table("districts.csv"):
        yield District(
            name=row["name"],
            kind=row["kind"],
            province=row["province"],
            since=date.fromisoformat(row["since"]) if row["since"] else date.min,
            until=date.fromisoformat(row["until"]) if row["until"] else date.max,
            bare=row["bare"] == "yes",
        )


def provinces(districts: Sequence[District], kind: str | None, day: date) -> tuple[str, ...]:
    """Names of the provinces that have such a district on that day.

    Args:
        districts: those of one name.
        kind: the printed type word (`huyện`); it decides between several, unless none has it.
    """
    there = [district for district in districts if district.since <= day < district.until]
    kindred = [district for district in there if district.kind == kind]
    return tuple(dict.fromkeys(district.province for district in kindred or there))
