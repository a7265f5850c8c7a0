"""Posts (chức vụ): the grammar of how they are printed, and their canonical form.

A post is a head of `data/post_heads.csv` (with `Phó` where it has deputies), perhaps a modifier (`Thường
trực`), and the body it is held in: `Phó Chủ tịch | Thường trực | UBND tỉnh`. `nguyên`, `cựu` before it
make it former.

Canonical form: the head as the table writes it, abbreviations expanded but for those everybody reads
(UBND, HĐND, CNTT, MTTQ), the tone mark where the archive writes it. The name of a province-level unit is
left out: `Post.unit` has it, and equal posts of all provinces are one. Of two names of one post the
shorter is canonical: `Ủy viên Trung ương Đảng`, not `Ủy viên Ban Chấp hành Trung ương Đảng`; of `Chủ tịch
tỉnh` and `Chủ tịch UBND tỉnh` the full one.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from archive.knowledge.areas import CITY, HAMLETS, PROVINCE, Area, area_at
from archive.knowledge.bodies import Body, body_at, display_spelling, sector_at
from archive.knowledge.heads import Head, head_at, is_head_of_other, modifier_at
from archive.knowledge.names import person_at, province_at
from archive.knowledge.organisations import Organisation, organisation_at
from archive.knowledge.passages import Match, Passage
from archive.knowledge.qualifiers import skip_qualifiers
from archive.knowledge.units import keys, units_named
from archive.models import Status
from archive.text.syllables import is_syllable, key


@dataclass(frozen=True, slots=True)
class PrintedPost:
    """A post as printed in a passage.

    Attributes:
        start: its first token, `nguyên` and the like included; `first`: that of the post itself.
        end: the token after its last; `next`: after what qualifies it (`khóa XV`, `, huyện X, tỉnh Y`).
        head: canonical head with modifier.
        organisation: the body; None where none is printed.
        is_complete: whether the head says the whole post, so that the body is not repeated.
    """

    start: int
    first: int
    end: int
    next: int
    head: str
    organisation: Organisation | None
    status: Status
    is_complete: bool = False

    @property
    def canonical(self) -> str:
        """The canonical form."""
        if self.organisation is None:
            return self.head
        name = "" if self.is_complete else f" {self.organisation.name}"
        return f"{self.head}{name}{area_suffix(self.organisation)}"


_FORMER = frozenset(map(key, ("nguyên", "cựu", "cố")))
_ACTING = frozenset(map(key, ("quyền", "q")))
_IS = key("là")

_HEADED_BY: dict[str, dict[str, tuple[str, ...]]] = {
    "Trưởng": {
        "Trưởng": (
            *(
                "Ban",
                "Phòng",
                "Đoàn",
                "Khoa",
                "Tổ",
                "Đội",
                "Trạm",
                "Văn phòng",
                "Công an",
                "Tiểu ban",
                "Bộ môn",
            ),
            *("Chi nhánh", "Chi cục", "Cơ quan", "Đài", "Đồn", "Khu"),
        )
    },
    "Phó Trưởng": {
        "Phó Trưởng": ("Ban", "Phòng", "Đoàn", "Khoa", "Công an", "Tiểu ban", "Bộ môn", "Chi nhánh", "Đài")
    },
    "Phó": {"Phó Trưởng": ("Ban", "Phòng", "Đoàn", "Khoa", "Công an"), "Phó Chánh": ("Văn phòng",)},
    "Chánh": {"Chánh": ("Văn phòng", "Thanh tra")},
    "Phó Chánh": {"Phó Chánh": ("Văn phòng", "Thanh tra")},
}
"""Heads that need a body: the head they are, by the first word of the body."""

_PASSING_BODIES = frozenset(
    ("Đoàn", "Đoàn công tác", "Đoàn giám sát", "Đoàn kiểm tra", "Đoàn thanh tra", "Tổ", "Đội", "Khu")
)
"""Bodies of a day, or not named: to head one is no post."""

_AREA_BODIES = {
    "Chủ tịch": dict.fromkeys(
        (PROVINCE, CITY, "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"), "UBND"
    ),
    "Bí thư": {
        PROVINCE: "Tỉnh ủy",
        CITY: "Thành ủy",
        "huyện": "Huyện ủy",
        "quận": "Quận ủy",
        "thị xã": "Thị ủy",
        **dict.fromkeys(("thị trấn", "xã", "phường", "đặc khu"), "Đảng ủy"),
    },
}
"""The body meant where only its area is printed: `Chủ tịch tỉnh`, `Bí thư Hà Nội`."""

_MINISTRY = Body("Bộ", "central", "sector")

_PRESIDENT = keys("Hồ Chí Minh")
"""After `Chủ tịch` this is the man, not his city."""

_COMPANY_HEADS = ("Chủ tịch", "Giám đốc", "Tổng Giám đốc")
_LONGEST_PROPER_NAME = 3


def is_head(passage: Passage, index: int) -> bool:
    """Whether a head begins at a token."""
    head = head_at(passage, index)
    return head is not None and (head.value.organisation != "joined" or _joined(passage, head) is not None)


def post_at(passage: Passage, index: int) -> PrintedPost | None:
    """The post whose head begins at a token, or None."""
    head = head_at(passage, index)
    if head is None or _is_inside_a_body(passage, index):
        return None
    kind = head.value.organisation
    if kind == "joined":
        joined = _joined(passage, head)
        return None if joined is None else _printed(passage, index, *joined)
    if kind in ("self", "member"):
        return _printed(
            passage, index, head.value.name, _complete(passage, head), is_complete=True, end=head.end
        )
    modifier = modifier_at(passage, head.end)
    after = modifier.end if modifier is not None else head.end
    name = f"{head.value.name} {modifier.value}" if modifier is not None else head.value.name
    organisation = None
    if passage.is_spaced(after):
        organisation = _ministry(passage, after) if kind == "ministry" else None
        organisation = (
            organisation or organisation_at(passage, after, is_head) or _unusual(passage, after, head.value)
        )
    if kind == "ministry" and organisation is None:
        return _printed(
            passage, index, name, Organisation(after, _MINISTRY, "", is_bare=True), is_complete=True
        )
    return _printed(passage, index, name, organisation, end=after)


def _is_inside_a_body(passage: Passage, index: int) -> bool:
    """Whether the word before makes a head part of the name of a body (`Ban Bí thư`, `Ban Giám đốc`)."""
    body = body_at(passage, index - 1) if index and passage.is_spaced(index) else None
    return body is not None and body.end > index


def area_suffix(organisation: Organisation) -> str:
    """What the area adds to a canonical form: its kind and, below the province, its name."""
    area = organisation.area
    if area is None:
        return ""
    if area.place is not None:
        return f" {display_spelling(organisation.place or '')}"
    if area.province is None and area.level not in (PROVINCE, CITY):
        return f" {area.level}"
    if organisation.opener.reach in ("province", "city", "central"):
        return ""
    return f" {area.level or units_named(area.province or '')[0].kind}"


def post_id(canonical: str) -> str:
    """The id of a post, one for every spelling and case of its canonical form."""
    syllables = " ".join(syllable for syllable in keys(canonical) if syllable != key("và"))
    return "c" + sha256(syllables.encode()).hexdigest()[:12]


def _printed(
    passage: Passage,
    first: int,
    head: str,
    organisation: Organisation | None,
    is_complete: bool = False,
    end: int = 0,
) -> PrintedPost:
    """A post with what stands before it (`nguyên`) and after it (`khóa XV`)."""
    start, status = first, _status_before(passage, first)
    if status is not None:
        start -= 2 if passage.keys[first - 1] == _IS else 1
    end = max(end, organisation.end if organisation is not None else 0)
    after, province = skip_qualifiers(passage, end, is_head)
    if organisation is not None and province is not None:
        organisation = organisation.in_province(province)
    return PrintedPost(start, first, end, after, head, organisation, status or "current", is_complete)


def _status_before(passage: Passage, first: int) -> Status | None:
    """The status said by the word before a post; None where none is."""
    if first == 0 or passage.gaps[first].strip() not in ("", "."):
        return None
    before = passage.keys[first - 1]
    if before == _IS and first > 1 and passage.is_spaced(first - 1):
        return "former" if passage.keys[first - 2] in _FORMER else None
    if before in _FORMER:
        return "former"
    return "current" if before in _ACTING else None


def _joined(passage: Passage, head: Match[Head]) -> tuple[str, Organisation] | None:
    """The head and body of `Trưởng Ban …`, `Phó Văn phòng …`, `Trưởng thôn …`."""
    if not passage.is_spaced(head.end):
        return None
    area = area_at(passage, head.end)
    if area is not None and area.level in HAMLETS and head.value.name in ("Trưởng", "Phó Trưởng"):
        body = Body(area.level or "", "", "named")
        return head.value.name, Organisation(area.end, body, body.name, Area(area.end, None, area.place))
    opener = body_at(passage, head.end)
    if opener is None:
        return None
    for name, openers in _HEADED_BY[head.value.name].items():
        if opener.value.name.startswith(openers):
            organisation = organisation_at(passage, head.end, is_head_of_other)
            if organisation is not None and organisation.name not in _PASSING_BODIES:
                return name, organisation
    return None


def _complete(passage: Passage, head: Match[Head]) -> Organisation:
    """The body of a complete head, with its area where one follows (`Tỉnh ủy viên Bắc Ninh`)."""
    is_member = head.value.organisation == "member"
    body = Body(head.value.body, "central", "")
    if is_member:
        body = Body(head.value.body, "province" if head.value.body == "Tỉnh ủy" else "", "unit")
    area = None
    if is_member and passage.is_spaced(head.end):
        area = area_at(passage, head.end)
        province = None if area is not None else province_at(passage, head.end)
        if province is not None:
            area = Area(province.end, None, province=province.value)
    return Organisation(area.end if area is not None else head.end, body, body.name, area)


def _ministry(passage: Passage, index: int) -> Organisation | None:
    """The ministry named by its sector alone: `Bộ trưởng Y tế`."""
    sector = sector_at(passage, index)
    if sector is None or not passage.is_capitalised(index):
        return None
    return Organisation(sector.end, _MINISTRY, f"Bộ {sector.value}")


def _unusual(passage: Passage, index: int, head: Head) -> Organisation | None:
    """The body that is not named as one: by its area, or by a proper name (`Giám đốc VNPT`)."""
    bodies = _AREA_BODIES.get(head.name.removeprefix("Phó "))
    if bodies is not None:
        area = area_at(passage, index)
        province = province_at(passage, index)
        if area is None and province is not None and passage.keys[index : province.end] != _PRESIDENT:
            area = Area(province.end, None, province=province.value)
        level = area and (area.level or units_named(area.province or "")[0].kind)
        if area is not None and level in bodies:
            name = bodies[level]
            reach = "" if name == "UBND" else "province" if name in ("Tỉnh ủy", "Thành ủy") else "district"
            takes = "" if name == "UBND" else "unit"
            return Organisation(area.end, Body(name, reach, takes), name, area)
    return _proper_name(passage, index) if head.name.removeprefix("Phó ") in _COMPANY_HEADS else None


def _proper_name(passage: Passage, index: int) -> Organisation | None:
    """A company by its name alone: capitals, one an abbreviation or not Vietnamese (`Taxi Vinasun`)."""
    if not passage.is_capitalised(index) or person_at(passage, index) or province_at(passage, index):
        return None
    end = index
    while end < min(len(passage), index + _LONGEST_PROPER_NAME) and passage.is_capitalised(end):
        if end > index and not passage.is_spaced(end):
            break
        end += 1
    words = passage.words[index:end]
    if all(is_syllable(word) and (len(word) < 3 or not word.isupper()) for word in words):
        return None
    name = passage.surface(index, end)
    return Organisation(end, Body(name, "", "named"), name)
