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

from functools import lru_cache
from hashlib import sha256
from typing import NamedTuple

from archive.knowledge.grammar.areas import CITY, HAMLETS, PROVINCE, Area, area_at
from archive.knowledge.grammar.bodies import Body, Organisation, body_at, body_named, display_spelling
from archive.knowledge.grammar.countries import country_end
from archive.knowledge.grammar.heads import HEADED_BY, Head, head_at, is_head_of_other, modifier_at
from archive.knowledge.grammar.implied import MINISTRY, implied_body, is_led_first, kind_of, ministry_at
from archive.knowledge.grammar.names import province_at
from archive.knowledge.grammar.organisations import organisation_at, organisation_of
from archive.knowledge.grammar.passages import Match, Passage
from archive.knowledge.grammar.post_prefixes import status_before, status_start
from archive.knowledge.grammar.qualifiers import area_above, skip_qualifiers
from archive.knowledge.places.units import keys
from archive.models import Status
from archive.text.syllables import key


class PrintedPost(NamedTuple):
    """A post as printed in a passage.

    Attributes:
        start: its first token, `nguyên` and the like included; `first`: that of the post itself.
        end: the token after its last; `next`: after what qualifies it (`khóa XV`, `, huyện X, tỉnh Y`).
        head: canonical head with modifier.
        organisation: the body; None where none is printed.
        is_complete: whether the head says the whole post, so that the body is not repeated.
        is_foreign: whether it is a post of another country.
        is_unsaid_seat: whether it is a seat in an assembly that is not printed (`đại biểu Lê Văn An`).
    """

    start: int
    first: int
    end: int
    next: int
    head: str
    organisation: Organisation | None
    status: Status
    is_complete: bool = False
    is_foreign: bool = False
    is_unsaid_seat: bool = False

    @property
    def is_of_any_body(self) -> bool:
        """Whether only the kind of its body is printed (`Trưởng phòng`), and the article has not named it."""
        organisation = self.organisation
        if organisation is None or not organisation.is_bare or self.is_complete:
            return False
        opener, name = organisation.opener, organisation.name
        if opener.takes in ("unit", "place") or opener.reach == "central" or name != opener.name:
            return False
        return " " not in name or name in _KINDS

    @property
    def is_office(self) -> bool:
        """Whether its holder is an official: not in a company, not of another country, not of who knows what."""
        if self.is_foreign:
            return False
        if self.organisation is None:
            return not self.head.removeprefix(ACTING).removeprefix("Phó ").startswith(_HEADS_OF_ANY)
        return self.organisation.opener.sphere != "business"

    @property
    def canonical(self) -> str:
        """The canonical form."""
        if self.organisation is None:
            return self.head
        name = "" if self.is_complete else f" {self.organisation.name}"
        return f"{self.head}{name}{area_suffix(self.organisation)}"


ACTING = "Quyền "
"""Begins the canonical form of a post held until somebody is elected or appointed to it."""

_OTHER_CHIEFS = frozenset(map(key, ("thủ", "toán", "sư")))
"""Before `trưởng` these make other words (`thủ trưởng cơ quan`, `kế toán trưởng`)."""

_HEADS_OF_ANY = ("Giám đốc", "Tổng Giám đốc", "Tổ trưởng", "Đội trưởng", "Trạm trưởng")
"""Heads that without a body may be of a company, a club, a gang of workers."""

_MEMBERS = frozenset(("Ủy viên",))
"""Heads that say nothing without a body."""

_SHORT_HEADS = frozenset(("CT",))
"""Abbreviations of heads that mean other things too: heads only where a body follows (`CT UBND huyện`)."""

_KINDS = frozenset(("Văn phòng", "Thanh tra", "Trung tâm", "Bệnh viện", "Hội đồng", "Chi bộ", "Công an"))
"""Bodies of two words that are everywhere; those of one are kinds (`Phòng`, `Ban`, `Sở`, `UBND`)."""

_PASSING_BODIES = frozenset(
    ("đoàn", "đoàn công tác", "đoàn giám sát", "đoàn kiểm tra", "đoàn thanh tra", "tổ", "đội", "khu")
)
"""Bodies of a day, or not named: to head one is no post."""

_TROUPES = ("nghệ thuật", "ca ", "chèo", "cải lương", "kịch", "tuồng", "xiếc", "văn công", "kinh tế", "tncs")
"""What `Đoàn` is a standing body of."""


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
    if kind == "periphrasis":
        return _periphrasis(passage, index, head)
    if kind == "joined":
        joined = _joined(passage, head)
        return None if joined is None else _printed(passage, index, *joined)
    if kind in ("self", "member"):
        return _printed(
            passage, index, head.value.name, _complete(passage, head), is_complete=True, end=head.end
        )
    modifier = modifier_at(passage, head.end, head.value)
    after = modifier.end if modifier is not None else head.end
    name = f"{head.value.name} {modifier.value}" if modifier is not None else head.value.name
    organisation = _body_of(passage, after, head.value) if _is_followed(passage, index, after) else None
    if organisation is None and (
        head.value.name in _MEMBERS or passage.surface(index, head.end) in _SHORT_HEADS
    ):
        return None
    if kind == "ministry" and organisation is None:
        return _printed(
            passage, index, name, Organisation(after, MINISTRY, "", is_bare=True), is_complete=True
        )
    return _printed(passage, index, name, organisation, end=after)


def _is_followed(passage: Passage, index: int, after: int) -> bool:
    """Whether a body can follow a head: one in capitals may be marked as an abbreviation (`PCT. UBND`)."""
    is_abbreviated = after < len(passage) and passage.surface(index, after).isupper()
    return passage.is_spaced(after) or (is_abbreviated and passage.gaps[after] == ". ")


def _periphrasis(passage: Passage, index: int, head: Match[Head]) -> PrintedPost | None:
    """The post that `người đứng đầu chính quyền Hà Nội` says in other words; without the area it says none."""
    body = body_named(head.value.body)
    organisation = organisation_of(passage, Match(head.end, body), is_head)
    is_known = organisation.area is not None or body.takes == "unit"
    return _printed(passage, index, head.value.name, organisation) if is_known else None


def _body_of(passage: Passage, after: int, head: Head) -> Organisation | None:
    """The body that a head is followed by."""
    ministry = ministry_at(passage, after) if head.organisation == "ministry" else None
    opener = body_at(passage, after)
    if ministry is not None or (opener is not None and is_led_first(head, opener.value.name)):
        return ministry or implied_body(passage, after, head, is_head)
    return organisation_at(passage, after, is_head) or implied_body(passage, after, head, is_head)


def _is_inside_a_body(passage: Passage, index: int) -> bool:
    """Whether the word before makes a head part of the name of a body (`Ban Bí thư`, `Ban Giám đốc`)."""
    for back in (1, 2):
        body = body_at(passage, index - back) if index >= back and passage.is_spaced(index) else None
        if body is not None and body.end > index:
            return True
    return False


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
    return f" {area.level or kind_of(area.province or '')}"


def is_membership(head: str) -> bool:
    """Whether a head, or a canonical form, is a seat in a committee or an assembly, not an office."""
    return head.startswith(("Ủy viên", "Đại biểu")) or head.endswith(" viên")


@lru_cache(maxsize=4096)
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
    status = status_before(passage, first)
    start = first if status is None else status_start(passage, first)
    if status == "current":
        head, first = ACTING + head, start
    end = max(end, organisation.end if organisation is not None else 0)
    if organisation is not None and organisation.area is not None:
        end = area_above(passage, end, organisation.area)
    abroad = country_end(passage, end, head) if passage.is_spaced(end) else 0
    after, province = skip_qualifiers(passage, abroad or end, is_head)
    if organisation is not None and province is not None:
        organisation = organisation.in_province(province)
    return PrintedPost(
        start, first, end, after, head, organisation, status or "current", is_complete, abroad > 0
    )


def _joined(passage: Passage, head: Match[Head]) -> tuple[str, Organisation] | None:
    """The head and body of `Trưởng Ban …`, `Phó Văn phòng …`, `Trưởng thôn …`."""
    if not passage.is_spaced(head.end) or (head.value.name == "Trưởng" and _is_of_whoever(passage, head.end)):
        return None
    area = area_at(passage, head.end)
    if area is not None and area.level in HAMLETS and head.value.name in ("Trưởng", "Phó Trưởng"):
        body = Body(area.level or "", "", "named")
        return head.value.name, Organisation(area.end, body, body.name, Area(area.end, None, area.place))
    opener = body_at(passage, head.end)
    if opener is None:
        return None
    for name, openers in HEADED_BY[head.value.name].items():
        if opener.value.name.startswith(openers):
            modified = _modified(passage, name, opener)
            if modified is not None:
                return modified
            organisation = organisation_at(passage, head.end, is_head_of_other)
            if organisation is not None and not _is_passing(organisation):
                return name, organisation
    return None


def _is_passing(organisation: Organisation) -> bool:
    """Whether a body is one of a day: to lead a team to games is no post."""
    name = organisation.name.lower()
    return name in _PASSING_BODIES or (
        organisation.opener.name == "Đoàn" and not name.removeprefix("đoàn ").startswith(_TROUPES)
    )


def _modified(passage: Passage, name: str, opener: Match[Body]) -> tuple[str, Organisation] | None:
    """The head and body of `Phó Trưởng ban Thường trực | Ban Chỉ đạo …`, whose body is named after a modifier."""
    modifier = modifier_at(passage, opener.end, Head(name, "", ""))
    body = body_at(passage, modifier.end) if modifier is not None else None
    if modifier is None or body is None or not body.value.name.startswith(opener.value.name):
        return None
    organisation = organisation_at(passage, modifier.end, is_head_of_other)
    return None if organisation is None else (f"{name} {opener.value.name} {modifier.value}", organisation)


def _is_of_whoever(passage: Passage, end: int) -> bool:
    """Whether `trưởng`, which ends before token `end`, is the second half of `thủ trưởng`."""
    return end > 1 and passage.keys[end - 2] in _OTHER_CHIEFS and passage.is_spaced(end - 1)


def _complete(passage: Passage, head: Match[Head]) -> Organisation:
    """The body of a complete head, with its area where one follows (`Tỉnh ủy viên Bắc Ninh`)."""
    is_member = head.value.organisation == "member"
    body = Body(head.value.body, "central", "")
    if is_member and head.value.body != "Quốc hội":
        reach = "province" if head.value.body == "Tỉnh ủy" else ""
        body = Body(head.value.body, reach, "" if head.value.body == "HĐND" else "unit")
    area = None
    if is_member and passage.is_spaced(head.end):
        area = area_at(passage, head.end)
        province = None if area is not None else province_at(passage, head.end)
        if province is not None:
            area = Area(province.end, None, province=province.value)
    return Organisation(area.end if area is not None else head.end, body, body.name, area)
