"""What follows an article on its page: related headlines, buttons, tags."""

from __future__ import annotations

import re

from archive.cleaning.bylines import read_byline
from archive.cleaning.layout import Cut, Line
from archive.cleaning.vocabulary import (
    COUNTER_LABELS,
    LABELLED_TAILS,
    TAIL_MARKERS,
    TAIL_NOUNS,
    TAIL_QUALITIES,
    TAIL_SENTENCES,
)

MAX_HEADLINE_WORDS = 40
MAX_SENTENCE_WORDS = 45
MAX_COUNTER_WORDS = 8
_MARKERS = frozenset(TAIL_MARKERS)
_LIST_OPENER = re.compile(
    rf"(?:(?:xem|đọc|mời xem)\s)?(?:thêm\s)?(?:(?:các|những|một số)\s)?(?:{'|'.join(TAIL_NOUNS)})\s"
    rf"(?:{'|'.join(TAIL_QUALITIES)})(?:\s\w+){{0,3}}\s?(?P<list>:.*)?"
)
"""`Các tin cùng mục`, `Xem các tin khác`, `Các bài khác trong số: …`."""
_BULLETS = ("-", "–", "•", "*", ">", "»", "+", "▪", "·", "■")


def cut_tails(lines: list[Line]) -> tuple[list[Line], list[Cut]]:
    """Cut the tail, and boxes of related headlines inside the text.

    A marker takes what follows it only as far as those lines look like headlines: to the end it is the tail;
    in the middle only the marker and bulleted headlines directly under it go: no paragraph is swallowed.

    Args:
        lines: every line of the article.

    Returns:
        The lines left (at least the first) and the cuts.
    """
    kept: list[Line] = []
    cuts: list[Cut] = []
    ends: list[int] = []
    last_text = next(
        (number for number in range(len(lines), 0, -1) if not read_byline(lines[number - 1].text)), 0
    )
    position = 0
    while position < len(lines):
        line = lines[position]
        if not kept or not is_tail_marker(line.text):
            kept.append(line)
            position += 1
            continue
        ends = ends or _headline_ends(lines)
        end = ends[position]
        if end < last_text:
            end = position + 1
            while end < len(lines) and lines[end].text.startswith(_BULLETS) and _is_headline(lines[end].text):
                end += 1
        cuts += [Cut(tail.number, tail.text, "boilerplate_tail") for tail in lines[position:end]]
        position = end
    return kept, cuts


def _headline_ends(lines: list[Line]) -> list[int]:
    """Of each line, where the headlines that follow it end."""
    ends = [len(lines)] * len(lines)
    for position in range(len(lines) - 2, -1, -1):
        ends[position] = ends[position + 1] if _is_headline(lines[position + 1].text) else position + 1
    return ends


def is_tail_marker(text: str) -> bool:
    """Whether a line opens what follows an article: `Tin cùng chuyên mục`, `Từ khóa: …`, `>> Xem thêm`."""
    text = text.replace("> >", ">>")
    if text.startswith((">>", "»")):
        return True
    stripped = text.lstrip(" >»-•*|").rstrip(" :.…|<«")
    if stripped.count(" ") > MAX_SENTENCE_WORDS:
        return False  # nearly all lines; to put them into lower case took longer than all that follows
    lowered = stripped.lower()
    if lowered in _MARKERS:
        return True
    if (opener := _LIST_OPENER.fullmatch(lowered)) and (opener["list"] or not text.endswith(".")):
        return len(lowered.split()) <= MAX_HEADLINE_WORDS
    if lowered.startswith(COUNTER_LABELS) and len(lowered.split()) <= MAX_COUNTER_WORDS:
        return True
    label, colon, rest = text.lower().lstrip(" >»-•*").partition(":")
    if colon and label.strip() in LABELLED_TAILS:
        return len(rest.split()) <= MAX_HEADLINE_WORDS
    return lowered.startswith(TAIL_SENTENCES) and len(lowered.split()) <= MAX_SENTENCE_WORDS


def _is_headline(text: str) -> bool:
    if read_byline(text):
        return False
    return is_tail_marker(text) or (
        len(text.split()) <= MAX_HEADLINE_WORDS and not text.endswith((".", ";", ":", ","))
    )
