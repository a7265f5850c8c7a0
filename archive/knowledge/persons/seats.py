"""Seats: posts that tell persons apart, since nobody holds two of a kind at one time.

A chairman of a people's committee chairs one, a director heads one department; who is seen in two of a kind
during one period is two persons. Other posts (member of a committee, deputy of an assembly) go with any.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from archive.knowledge.grammar.posts import post_id
from archive.knowledge.persons.lineage import is_one_line
from archive.knowledge.places.units import keys

LEADERSHIP = "leadership"
"""The kind of every leading post of a province-level unit: of two units nobody leads both."""


class Seat(NamedTuple):
    """What a holder occupies: a kind of post, and where: the unit (None: central) and, in it, the body or area."""

    kind: str
    unit: str | None
    place: tuple[str, ...]


_DEPUTY = r"(?:Phó )?"
_KINDS = (
    ("executive", re.compile(rf"{_DEPUTY}Chủ tịch(?: Thường trực)? UBND\b(?P<place>.*)")),
    ("council", re.compile(rf"{_DEPUTY}Chủ tịch(?: Thường trực)? HĐND\b(?P<place>.*)")),
    ("party", re.compile(rf"{_DEPUTY}Bí thư(?: Thường trực)? (?:Tỉnh ủy|Thành ủy)$(?P<place>)")),
    (
        "local party",
        re.compile(rf"{_DEPUTY}Bí thư(?: Thường trực)? (?P<place>(?:Thành ủy|Huyện ủy|Quận ủy|Thị ủy)\b.+)"),
    ),
    ("department", re.compile(rf"{_DEPUTY}Giám đốc (?P<place>(?:Sở|Công an)\b.+)")),
    ("ministry", re.compile(r"(?:Bộ trưởng|Thứ trưởng) (?P<place>Bộ\b.+)")),
)
_PROVINCE_AREA = re.compile(r"\s*(?:tỉnh|thành phố)?")
_MINOR = re.compile(
    r"\b(?:huyện|quận|thị xã|thị trấn|xã|phường|đặc khu|thôn|ấp|khu phố|tổ dân phố"
    r"|Huyện ủy|Quận ủy|Thị ủy|Huyện đoàn|Huyện đội|Thành ủy \w+|(?:UBND|HĐND|Công an) (?:thành phố|TP) \w+"
    r"|Trường|Bệnh viện|Công ty|Trung tâm|Hợp tác xã|Ngân hàng|Tập đoàn|Doanh nghiệp|Hiệp hội|Hội đồng Quản trị"
    r"|Trạm|Đồn|Hạt|Đội|Phòng|Chi cục|Chi nhánh|Ban Quản lý)\b",
)
_NATIONAL = re.compile(
    r"(?:Tổng Bí thư|Thường trực Ban Bí thư|(?:Phó )?Chủ tịch nước|(?:Phó )?Thủ tướng|(?:Phó )?Chủ tịch Quốc hội"
    r"|Ủy viên Bộ Chính trị|Ủy viên (?:dự khuyết )?Trung ương Đảng|Bí thư Trung ương Đảng|Bộ trưởng|Thứ trưởng"
    r"|Trưởng Ban .*Trung ương$|Tổng Thanh tra Chính phủ|Tổng Kiểm toán|Chủ nhiệm Văn phòng Chính phủ)",
    re.IGNORECASE,
)
_EXCLUSIVE = frozenset(
    map(
        post_id,
        (
            *("Bí thư Tỉnh ủy", "Bí thư Thành ủy", "Chủ tịch UBND tỉnh", "Chủ tịch UBND thành phố"),
            *("Chủ tịch HĐND tỉnh", "Chủ tịch HĐND thành phố"),
        ),
    )
)


@lru_cache(maxsize=1 << 15)
def seats(canonical: str, unit: str | None) -> tuple[Seat, ...]:
    """The seats of a post, none if it goes with any other.

    Args:
        canonical: the post in canonical form.
        unit: id of the unit it belongs to.
    """
    for kind, form in _KINDS:
        match = form.match(canonical)
        if match is None:
            continue
        is_of_unit = kind == "party" or (
            kind in ("executive", "council") and bool(_PROVINCE_AREA.fullmatch(match["place"]))
        )
        place = () if is_of_unit else keys(match["place"])
        found = (Seat(kind, unit, place),)
        return (*found, Seat(LEADERSHIP, unit, ())) if is_of_unit and unit is not None else found
    return ()


def is_exclusive(canonical: str) -> bool:
    """Whether a province-level unit has one holder of this post at a time."""
    return post_id(canonical) in _EXCLUSIVE


def is_national(canonical: str) -> bool:
    """Whether a post is of the few hundred that lead the country: a name means one person there."""
    return _NATIONAL.match(canonical) is not None


def is_minor(canonical: str) -> bool:
    """Whether a post is below the leadership of a province: of a district, a commune, a school, a company."""
    return _MINOR.search(canonical) is not None


def is_same_place(one: Seat, other: Seat) -> bool:
    """Whether two seats of a kind may be one: in one line of units, one name beginning like the other."""
    if (one.unit is None) != (other.unit is None):
        return False
    if one.unit is not None and other.unit is not None and not is_one_line(one.unit, other.unit):
        return False
    shorter = min(len(one.place), len(other.place))
    if not one.place or not other.place:
        return one.place == other.place
    return one.place[:shorter] == other.place[:shorter]
