"""Owners: the bodies that others are part of, named after these (`Phòng Cảnh sát giao thông, Công an tỉnh`)."""

from __future__ import annotations

from functools import lru_cache

from archive.knowledge.grammar.areas import area_at
from archive.knowledge.grammar.bodies import Body, body_at
from archive.knowledge.grammar.passages import Match, Passage
from archive.knowledge.places.units import keys

PARTS = (
    "Phòng",
    "Phòng Cảnh sát",
    "Vụ",
    "Đội",
    "Khoa",
    "Bộ môn",
    "Cơ quan Cảnh sát điều tra",
    "Văn phòng Cơ quan Cảnh sát điều tra",
)
"""Bodies that are part of another, which is often named after a comma, a dash or in brackets."""

_OWNERS = (
    "Công an",
    "Sở",
    "Cục",
    "Tổng cục",
    "Bộ",
    "Bộ Công an",
    "Bệnh viện",
    "Trung tâm",
    "Viện",
    "Chi cục",
)
"""Bodies with such parts."""

_IN_LOWER_CASE = (
    *("Sở", "Cục", "Chi cục", "Tổng cục", "Vụ", "Viện", "Công an", "Bộ"),
    *("Công ty", "Tổng công ty", "Tập đoàn"),
)
"""Bodies that some papers write in lower case before a name in capitals (`Phó trưởng phòng cục Kiểm lâm`)."""

_LINKS = (",", "-", "–", "(")


def owner_at(passage: Passage, index: int) -> Match[Body] | None:
    """The word of an owner that begins at a token, after a comma, a dash or a bracket."""
    owner = body_at(passage, index) if passage.gaps[index].strip() in _LINKS else None
    return owner if owner is not None and owner.value.name in _OWNERS else None


def is_owner_in_lower_case(passage: Passage, body: Match[Body]) -> bool:
    """Whether a word for a body in lower case is that of an owner, for its name or area follows."""
    is_named = passage.is_spaced(body.end) and passage.is_capitalised(body.end)
    is_located = body.value.name == "Công an" and area_at(passage, body.end) is not None
    return is_located or (is_named and body.value.name in _IN_LOWER_CASE)


_WHOLE_COUNTRY = frozenset(
    map(keys, ("Việt Nam", "Trung ương", "Quốc gia", "tối cao", "Chứng khoán Nhà nước"))
)


@lru_cache(maxsize=4096)
def is_of_whole_country(name: str) -> bool:
    """Whether the name of a body ends with the whole country (`Hội Nông dân Việt Nam`)."""
    spoken = keys(name)
    return spoken[-2:] in _WHOLE_COUNTRY or spoken[-4:] in _WHOLE_COUNTRY
