"""Printed names as evidence of provinces, weighed by their context.

Weights as measured in research on provincial articles: 3 with a type word or a public body before the name,
1 bare, 0.2 in the name of a company, school, river or road and for somebody's origin; 2 for a district with
its type word, 1.2 for one known by its name alone. Words, persons, streets and communes of that name are no
evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from typing import Literal, NamedTuple

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.context import Context
from archive.knowledge.places.gazetteer import Found, find, provinces
from archive.knowledge.places.units import covers, units_named
from archive.models import Span
from archive.text.syllables import key

Era = Literal["printed", "old", "new", "district"]

STRONG = 3.0
BARE = 1.0
WEAK = 0.2
TYPED_DISTRICT = 2.0
BARE_DISTRICT = 1.2

_TYPE_ROLES = frozenset({"province", "city", "district"})
_DISTRICT_ROLES = frozenset({"city", "district", "committee"})
_NO_PLACE = frozenset({"commune", "street", "honorific"})
_INHERITED = frozenset({"street", "nature"})
"""What stands before the first place of a route (`cao tốc Hà Nội - Hải Phòng`) holds for the others."""

_CITY = "thành phố"
_KINDS = {
    key("thành"): _CITY,
    "tp": _CITY,
    key("thị"): "thị xã",
    "tx": "thị xã",
    key("huyện"): "huyện",
    "h": "huyện",
    key("quận"): "quận",
    "q": "quận",
}
"""The kind of a district by the first syllable of the word before it (`huyện`, `Huyện ủy`)."""

_OLD = re.compile(r"\s?\(?cũ\b|\s?\(trước (?:khi )?(?:sáp nhập|hợp nhất)", re.IGNORECASE)
_NEW = re.compile(r"\s?\((?:mới\b|sau (?:khi )?(?:sáp nhập|hợp nhất))", re.IGNORECASE)
_TO_PROVINCE = re.compile(r"(?:,|\s?[(–-])?\s?(?:(?:tỉnh|thành phố|TP\.?)\s?)?", re.IGNORECASE)

_HO_CHI_MINH = "Hồ Chí Minh"
"""The man, unless `TP` or `thành phố` stands before; the city is always written so: that counts as bare."""

_ALSO_WORDS = frozenset({"Hòa Bình", "Thái Bình", "Bình Định", "Hải Dương"})
"""In a line of capitals (`VÌ HÒA BÌNH`) these may be words."""

_LAST_FORGOTTEN = 2000
"""A unit that ended before this year needs a type word: its name (`Cửu Long`) is other things now."""


class Evidence(NamedTuple):
    """One printed name that speaks for a province.

    Attributes:
        provinces: names of the provinces it can stand for; none for the paper's own, spoken of unnamed.
        era: `old` and `new` were printed beside it; `district`: leads to whoever holds its province that day.
        certain: false when it counts only beside other evidence: an ambiguous district, a numbered one, the
            unnamed province.
        span: the name with its type word.
        former: the name stands in an office that somebody had once.
    """

    provinces: tuple[str, ...]
    era: Era
    weight: float
    certain: bool
    span: Span
    former: bool = False


def evidence(passage: Passage, day: date) -> Iterator[Evidence]:
    """All evidence of one part of an article, in printed order.

    Args:
        passage: the whole part.
        day: the article's, which decides what a name was then.
    """
    return _Reader(passage, day).read()


class _Reader:
    """One part of an article with the names found in it."""

    def __init__(self, passage: Passage, day: date) -> None:
        self.day = day
        self.passage = passage
        self.context = Context(self.passage)
        self.found = list(find(self.passage, day))

    def read(self) -> Iterator[Evidence]:
        role_before = ""
        for place, found in enumerate(self.found):
            if found.name.unnamed:
                if not self._follows(place, place + 1):
                    span = self.passage.span(found.first, found.last)
                    yield Evidence((), "printed", BARE, certain=False, span=span)
                continue
            role, first = self.context.word_before(found.first) or ("", found.first)
            if not role and place and self._follows(place - 1, place) and role_before in _INHERITED:
                role = role_before
            role_before = role
            if role not in _NO_PLACE and self.context.is_capital(found.first, found.last):
                yield from self._named(place, role, first)

    def _named(self, place: int, role: str, first: int) -> Iterator[Evidence]:
        """A unit's or district's name behind a word of `role` that begins at token `first`."""
        found = self.found[place]
        if found.name.unit and self._means_unit(found, role):
            era, certain = self._era(found), True
            names: tuple[str, ...] = (found.name.unit,)
            weight = self._unit_weight(found, role, first, era)
        else:
            kind = _KINDS.get(self.passage.keys[first]) if role in _DISTRICT_ROLES else None
            names = provinces(found.name.districts, kind, self.day)
            era, certain = "district", len(names) == 1 and not self._is_numbered(found)
            weight = self._district_weight(place, role, names)
        if weight and names:
            start = first if role in _TYPE_ROLES else found.first
            if self._is_whence(place, start):
                weight = min(weight, WEAK)
            former = self.context.is_of_former_office(found.first)
            yield Evidence(names, era, weight, certain, self.passage.span(start, found.last), former)

    def _means_unit(self, found: Found, role: str) -> bool:
        """Whether a name that districts bear too means the province here."""
        if role in _DISTRICT_ROLES - {"district"} and found.name.districts:
            units = units_named(found.name.unit or "")
            return any(unit.kind == _CITY and covers(unit, self.day) for unit in units)
        return role != "district"

    def _unit_weight(self, found: Found, role: str, first: int, era: Era) -> float:
        is_ho_chi_minh = found.name.unit == _HO_CHI_MINH
        if is_ho_chi_minh and role not in ("city", "committee") and found.last - found.first == 3:
            return 0.0
        if role in _TYPE_ROLES and not is_ho_chi_minh:
            return BARE if self.context.is_listed(first) else STRONG
        body = self.context.body_before(found.first)
        if self.context.is_person(found.first):
            return 0.0
        if self._is_gone(found) and body != "organisation" and era != "old":
            return 0.0
        if role in ("nature", "company") or body == "company":
            return WEAK
        if body:
            return STRONG
        if found.name.unit in _ALSO_WORDS and self.passage.surface(found.first, found.last).isupper():
            return 0.0
        return WEAK if self.context.is_brand(found.first, found.last) else BARE

    def _district_weight(self, place: int, role: str, names: tuple[str, ...]) -> float:
        found = self.found[place]
        if role in _DISTRICT_ROLES and found.name.districts:
            return TYPED_DISTRICT if len(names) == 1 else BARE_DISTRICT
        known = self._is_numbered(found) or any(district.bare for district in found.name.districts)
        named_after = role in _INHERITED or "company" in (role, self.context.body_before(found.first))
        if named_after or self.context.is_person(found.first):
            return 0.0
        return BARE_DISTRICT if known or self._is_beside(place, names) else 0.0

    def _is_whence(self, place: int, start: int) -> bool:
        """Whether the name that begins at token `start` says where a person is from."""
        after_a_place = place > 0 and self.found[place - 1].last == start
        return self.context.is_origin(start) or (not after_a_place and self.context.is_of_person(start))

    def _is_numbered(self, found: Found) -> bool:
        """`Quận 1`: the words `quận 1` may also be a count."""
        return self.passage.keys[found.last - 1].isdigit()

    def _is_beside(self, place: int, names: tuple[str, ...]) -> bool:
        """Whether the name of its province comes next: `Tam Dương (Vĩnh Phúc)`."""
        if place + 1 == len(self.found) or self.found[place + 1].name.unit not in names:
            return False
        link = self.passage.between(self.found[place].last, self.found[place + 1].first)
        return _TO_PROVINCE.fullmatch(link) is not None

    def _is_gone(self, found: Found) -> bool:
        ended = units_named(found.name.unit or "")[0].valid_to
        return ended is not None and ended <= self.day and ended.year < _LAST_FORGOTTEN

    def _follows(self, place: int, after: int) -> bool:
        """Whether the found name `after` begins where `place` ends, with a blank or a dash between."""
        if after == len(self.found):
            return False
        last = self.found[place].last
        return self.found[after].first == last and self.context.is_adjacent(last - 1)

    def _era(self, found: Found) -> Era:
        end = self.passage.ends[found.last - 1]
        if _OLD.match(self.passage.text, end):
            return "old"
        return "new" if _NEW.match(self.passage.text, end) else "printed"
