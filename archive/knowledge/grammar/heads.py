"""Heads of posts: `Bí thư`, `Phó Chủ tịch`, `Ủy viên Trung ương Đảng`, and the modifiers after them."""

from __future__ import annotations

from typing import NamedTuple

from archive.knowledge.grammar.bodies import body_at
from archive.knowledge.grammar.passages import Lexicon, Match, Passage
from archive.knowledge.places.units import read_table


class Head(NamedTuple):
    """The first part of a post, a row of `data/post_heads.csv`.

    Attributes:
        name: canonical form.
        organisation: what follows: nothing (`self`), the area of `body` (`member`), a body (`body`), a ministry
            or its sector (`ministry`), a body without which this is no post (`joined`: `Trưởng Ban …`), the area of a
            `body` said in other words (`periphrasis`: `người đứng đầu chính quyền …`).
        body: the body of a complete head or a periphrasis.
    """

    name: str
    organisation: str
    body: str


_STANDING = "TT"
_WITH_STANDING = ("Phó Bí thư", "Phó Chủ tịch")
"""Heads after which the abbreviation is `Thường trực`, not `Trung tâm`."""

_MODIFIERS = ("Thường trực", "thứ nhất", "phụ trách", "chuyên trách", "điều hành", "danh dự", "lâm thời")

HEADED_BY: dict[str, dict[str, tuple[str, ...]]] = {
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
            *("Chi nhánh", "Chi cục", "Cơ quan", "Đài", "Đồn", "Khu", "Bộ phận", "Chi hội", "Phân hội"),
        )
    },
    "Phó Trưởng": {
        "Phó Trưởng": (
            *("Ban", "Phòng", "Đoàn", "Khoa", "Công an", "Tiểu ban", "Bộ môn", "Chi nhánh", "Đài"),
            *("Trạm", "Đồn", "Cơ quan", "Văn phòng", "Chi cục"),
        )
    },
    "Phó": {"Phó Trưởng": ("Ban", "Phòng", "Đoàn", "Khoa", "Công an"), "Phó Chánh": ("Văn phòng",)},
    "Chánh": {"Chánh": ("Văn phòng", "Thanh tra")},
    "Phó Chánh": {"Phó Chánh": ("Văn phòng", "Thanh tra")},
}
"""Heads that need a body: the head they are, by the first word of the body."""


def _read_heads() -> Lexicon[Head]:
    found: Lexicon[Head] = Lexicon()
    for row in read_table("post_heads.csv"):
        for form in (row["head"], *filter(None, row["forms"].split("|"))):
            found.add(form, Head(row["head"], row["organisation"], row["body"]))
            if row["deputy"]:
                found.add(f"Phó {form}", Head(f"Phó {row['head']}", row["organisation"], row["body"]))
    return found


def _read_modifiers() -> Lexicon[str]:
    found: Lexicon[str] = Lexicon()
    for modifier in _MODIFIERS:
        found.add(modifier, modifier)
    return found


_HEADS = _read_heads()
_MODIFIER_WORDS = _read_modifiers()


HEAD_BEGINNINGS = _HEADS.beginnings
"""The syllables that heads begin with, by their keys."""


def head_at(passage: Passage, index: int) -> Match[Head] | None:
    """The head that begins at a token."""
    return _HEADS.match(passage, index)


def modifier_at(passage: Passage, index: int, head: Head) -> Match[str] | None:
    """The modifier (`Thường trực`) of a head that begins at a token, after a blank."""
    if not passage.is_spaced(index):
        return None
    if passage.words[index] == _STANDING and head.name.startswith(_WITH_STANDING):
        return Match(index + 1, _MODIFIERS[0])
    return _MODIFIER_WORDS.match(passage, index)


def is_head_of_other(passage: Passage, index: int) -> bool:
    """Whether a head begins at a token, as far as can be said without reading its body."""
    head = head_at(passage, index)
    if head is None or head.value.organisation != "joined":
        return head is not None
    body = body_at(passage, head.end) if passage.is_spaced(head.end) else None
    return body is not None and any(
        body.value.name.startswith(openers) for openers in HEADED_BY[head.value.name].values()
    )
