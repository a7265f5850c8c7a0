"""From lines to paragraphs: repeats dropped, marks before the lede taken, broken paragraphs joined."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.cleaning.headings import begin_alike, comparable, is_printed_alike
from archive.cleaning.layout import Cut, Line

LEDE_LINES = 4
"""A lede is repeated within the first lines, never later."""

MIN_REPEATED_LETTERS = 40
"""Shorter equal lines are refrains or sub-headings, not a lede printed twice."""

CONTEXT_WORDS = 4
_BULLET = re.compile(r"[-–—*•+]\s+")
_AGENCY = re.compile(
    r"(?:\(\s?(?P<bracketed>[A-ZĐ][\w&.\s-]{0,24}?)\s?\)|(?P<bare>[A-ZĐ&]{2,8}|[A-ZĐ]\w*(?:\.(?:VN|vn))|[A-Z]\w+(?:Portal|nline)))"
    r"\s?[-–—]\s?(?=[“\"‘']?[A-ZĐÀ-Ỹ\d])"
)
_BROKEN_END = re.compile(r"[\w,%)–-]$")


@dataclass(frozen=True, slots=True)
class Join:
    """Two pieces of one paragraph put together: words before and after the break."""

    before: str
    after: str


def drop_repeats(lines: list[Line]) -> tuple[list[Line], list[Cut]]:
    """Drop a lede printed twice, or cut short and then printed whole, and any line printed twice in a row."""
    kept: list[Line] = []
    cuts: list[Cut] = []
    for position, line in enumerate(lines):
        opening = len(kept) < LEDE_LINES
        repeated = any(_is_repeated(line, before) for before in (kept if opening else kept[-1:]))
        if repeated or (position == 0 and _is_cut_short(line, lines[1:2])):
            cuts.append(Cut(line.number, line.text, "repeated_lede" if opening else "repeated_line"))
        else:
            kept.append(line)
    return kept, cuts


def _is_repeated(line: Line, before: Line) -> bool:
    alike = is_printed_alike(line.text, before.text)
    return alike and len(comparable(line.text)) >= MIN_REPEATED_LETTERS


def _is_cut_short(line: Line, after: list[Line]) -> bool:
    if not after or not begin_alike(line.text, after[0].text):
        return False
    same = comparable(line.text)
    return len(same) >= MIN_REPEATED_LETTERS and comparable(after[0].text).startswith(same)


def open_lede(lines: list[Line]) -> tuple[list[Line], list[Cut]]:
    """Take a lone dash and the paper's sign (`(HBĐT) - `, `BHG - `) off the lede; a list keeps its dashes.

    A line that its page marks as a paragraph or the lead is the newspaper's own, not a copyist's: it stays whole.
    """
    if not lines or lines[0].role:
        return lines, []
    first, cuts = lines[0], []
    text = first.text
    listed = len(lines) > 1 and _BULLET.match(lines[1].text)
    if (match := _BULLET.match(text)) and not listed:
        cuts.append(Cut(first.number, match[0], "leading_dash"))
        text = text[match.end() :]
    if (match := _AGENCY.match(text)) and len(text) > match.end():
        cuts.append(Cut(first.number, match[0].strip(), "agency"))
        text = text[match.end() :]
    return [Line(first.number, text, first.spaced), *lines[1:]], cuts


def join_broken(lines: list[Line]) -> tuple[list[str], list[Join]]:
    """Join paragraphs broken in two: no end of sentence, and the next line goes on in lower case.

    Returns:
        The paragraphs and the joins, in order.
    """
    paragraphs: list[list[str]] = []
    joins: list[Join] = []
    last_words: list[str] = []
    for line in lines:
        if paragraphs and line.text[0].islower() and _is_broken(paragraphs[-1][-1]):
            left, right = " ".join(last_words), " ".join(line.text.split(None, CONTEXT_WORDS)[:CONTEXT_WORDS])
            joins.append(Join(f"{left}\n{right}", f"{left} {right}"))
            paragraphs[-1].append(line.text)
            last_words = [*last_words, *_last_words(line.text)][-CONTEXT_WORDS:]
        else:
            paragraphs.append([line.text])
            last_words = _last_words(line.text)
    return [" ".join(pieces) for pieces in paragraphs], joins


def _last_words(text: str) -> list[str]:
    return text.rsplit(None, CONTEXT_WORDS)[-CONTEXT_WORDS:]


def _is_broken(line: str) -> bool:
    """Whether a sentence goes on behind a line; a bracketed remark closes one: `…)`."""
    return _BROKEN_END.search(line[-1:]) is not None and not line.endswith(("…)", "...)", ".)", "!)", "?)"))
