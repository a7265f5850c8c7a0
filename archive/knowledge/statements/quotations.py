"""Quotations: the runs of text between quotation marks, paired by paragraph.

Typographic marks say themselves whether they open or close; straight ones are read by what stands on their
two sides, and in turn where that does not tell. A quotation goes on over paragraphs only if the paragraphs
after it close it before one begins with a mark of its own; else an open one ends with its paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

_MARK = re.compile(r"[“”„‟\"«»]|''")
_OPENS = "“„«"
_CLOSES = "”‟»"
_ATTRIBUTED = re.compile(r"\s*[,–-]\s*[^\W\d_]")
"""What follows a mark that closes a quotation whose first mark is missing: `…", ông X nói`."""

_LONGEST_QUOTATION = 8
"""Paragraphs over which an open quotation may go on."""


class Quotation(NamedTuple):
    """Characters `[start, end)` of a paragraph, marks included.

    Attributes:
        opens, closes: whether its first and last mark stand in this paragraph.
    """

    start: int
    end: int
    opens: bool = True
    closes: bool = True


def pair(paragraphs: Sequence[str]) -> list[list[Quotation]]:
    """The quotations of each paragraph, in order; those inside others are left out."""
    found: list[list[Quotation]] = []
    carried = 0
    for place, text in enumerate(paragraphs):
        quotations, depth = _in_paragraph(text, carried > 0)
        carried = max(0, carried - 1)
        if depth and not carried:
            carried = _reach(paragraphs, place)
        elif not depth:
            carried = 0
        found.append(quotations)
    return found


def _reach(paragraphs: Sequence[str], place: int) -> int:
    """How many paragraphs after this one an open quotation goes on, 0 where nothing closes it."""
    for count, text in enumerate(paragraphs[place + 1 : place + 1 + _LONGEST_QUOTATION], 1):
        first = _MARK.search(text)
        if first is not None and first.start() == 0 and _side(text, first) == "opens":
            return 0
        quotations, depth = _in_paragraph(text, True)
        if quotations[0].closes:
            return count
        if depth > 1:
            return 0
    return 0


def _in_paragraph(text: str, is_open: bool) -> tuple[list[Quotation], int]:
    """The quotations of one paragraph, and how many marks are open at its end."""
    found: list[Quotation] = []
    start, depth, opens = 0, int(is_open), not is_open
    for mark in _MARK.finditer(text):
        side = _side(text, mark)
        if side == "either":
            side = "closes" if depth else "opens"
        if side == "opens":
            if depth == 0:
                start, opens = mark.start(), True
            depth += 1
        elif depth:
            depth -= 1
            if depth == 0:
                found.append(Quotation(start, mark.end(), opens))
        elif not found and _ATTRIBUTED.match(text, mark.end()):
            found.append(Quotation(0, mark.end(), opens=False))
    if depth:
        found.append(Quotation(start, len(text), opens, closes=False))
    return found, depth


def _side(text: str, mark: re.Match[str]) -> str:
    """Whether a mark `opens`, `closes`, or may do `either`."""
    if mark[0] in _OPENS:
        return "opens"
    if mark[0] in _CLOSES:
        return "closes"
    before, after = text[: mark.start()][-1:], text[mark.end() :][:1]
    may_open = not before or before.isspace() or before in "([:,-–"
    may_close = not after or after.isspace() or after in ".,;:!?)]-–…"
    if may_open and (not may_close or not before):
        return "opens"
    if after and after in ",.;:!?)":
        return "closes"
    if may_close and not may_open:
        return "closes"
    return "closes" if not after else "either"
