"""Heads of posts: `Bí thư`, `Phó Chủ tịch`, `Ủy viên Trung ương Đảng`, and the modifiers after them."""

from __future__ import annotations

from typing import NamedTuple

from archive.knowledge.passages import Lexicon, Match, Passage
from archive.knowledge.units import read_table


class Head(NamedTuple):
    """The first part of a post, a row of `data/post_heads.csv`.

    Attributes:
        name: canonical form.
        organisation: what follows: nothing (`self`), the area of `body` (`member`), a body (`body`), a ministry
            or its sector (`ministry`), a body without which this is no post (`joined`: `Trưởng Ban …`).
        body: the body of a complete head.
    """

    name: str
    organisation: str
    body: str


_MODIFIERS = ("Thường trực", "thứ nhất", "phụ trách", "chuyên trách", "điều hành", "danh dự", "lâm thời")


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


def head_at(passage: Passage, index: int) -> Match[Head] | None:
    """The head that begins at a token."""
    return _HEADS.match(passage, index)


def modifier_at(passage: Passage, index: int) -> Match[str] | None:
    """The modifier (`Thường trực`) that begins at a token, after a blank."""
    return _MODIFIER_WORDS.match(passage, index) if passage.is_spaced(index) else None


def is_head_of_other(passage: Passage, index: int) -> bool:
    """Whether a head that needs no body begins at a token."""
    head = head_at(passage, index)
    return head is not None and head.value.organisation != "joined"
