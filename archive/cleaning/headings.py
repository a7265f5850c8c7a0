"""The head of an article: title, date lines, byline under it, and the page's controls above the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from archive.cleaning.bylines import names_account, read_byline
from archive.cleaning.datelines import Dateline, read_dateline, split_prefix, split_suffix
from archive.cleaning.events import after_leading_day
from archive.cleaning.layout import Cut, Line
from archive.cleaning.vocabulary import PAGE_FURNITURE, SECTIONS
from archive.text.sentences import sentences

MAX_TITLE_WORDS = 40
MAX_KICKER_WORDS = 12
MAX_FURNITURE_WORDS = 10
HEAD_LINES = 12
"""Nothing of a page's head stands below this many lines."""

_SENTENCE_ENDS = (".", ";", ":", ",")
_BREADCRUMB = re.compile(r"trang chủ\s?[>»›/|]", re.IGNORECASE)
_EMAIL = re.compile(r"(?:e-?mail\s?:\s?)?[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.IGNORECASE)
_NOT_KEYED = re.compile(r"[\W_]+")
_BEGINNING_CHARACTERS = 24


@dataclass(slots=True)
class Head:
    """What the head of an article says, filled line by line; `lines` is what is left for the body."""

    title: str | None = None
    byline: str | None = None
    datelines: list[Dateline] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)
    lines: list[Line] = field(default_factory=list)


def read_head(lines: list[Line], title: str | None) -> Head:
    """Read the head of an article.

    Args:
        lines: every line but the tail.
        title: the title the record states, or None: then the first line is one if it looks like one.

    Returns:
        The head; at least one line is left for the body if there was any besides the head.
    """
    head = Head(title=title)
    position = 0
    while position < min(len(lines), HEAD_LINES):
        line = lines[position]
        after = lines[position + 1].text if position + 1 < len(lines) else None
        if not (_take_title(head, line, after) or _take_furniture(head, line, after)):
            break
        position += 1
    head.lines = lines[position:]
    _take_prefix(head)
    if head.lines:
        _take_scattered(head)
    return head


def comparable(text: str) -> str:
    """What two printings of one sentence have in common: letters and digits in lower case."""
    return _NOT_KEYED.sub("", text.lower())


def is_printed_alike(one: str, other: str) -> bool:
    """Whether two printings are of one sentence; nearly all others already differ in the first words."""
    return begin_alike(one, other) and comparable(one) == comparable(other)


def begin_alike(one: str, other: str) -> bool:
    """Whether the first letters and digits of one text are those of the other, as far as both go."""
    first, second = comparable(one[:_BEGINNING_CHARACTERS]), comparable(other[:_BEGINNING_CHARACTERS])
    return first.startswith(second) or second.startswith(first)


def inferred_title(lede: str) -> str | None:
    """A title to show where none was printed: the first sentence of the lede without its date phrase."""
    bounds = sentences(lede)
    if not bounds:
        return None
    sentence = after_leading_day(lede[bounds[0][0] : bounds[0][1]]).rstrip(" .")
    return sentence[:1].upper() + sentence[1:] or None


def _take_title(head: Head, line: Line, after: str | None) -> bool:
    """Take the title, the series above it, or its repetition."""
    if head.title is not None:
        return is_printed_alike(line.text, head.title) and _cut(head, line, "repeated_title")
    if _is_kicker(line.text, after):
        return _cut(head, line, "kicker")
    if after is None or not looks_like_title(line.text) or read_dateline(line.number, line.text):
        return False
    if _is_furniture(line.text) or split_prefix(line.number, line.text):
        return False
    if after[0].islower() and not read_dateline(line.number, after):
        return False
    head.title = line.text
    if found := split_suffix(line.number, line.text):
        _add_dateline(head, found[0])
        head.title = found[1]
    return True


def looks_like_title(text: str) -> bool:
    """One line, no end of sentence, forty words at most, more than a label."""
    words = text.split()
    return 3 <= len(words) <= MAX_TITLE_WORDS and not text.endswith(_SENTENCE_ENDS)


def _is_kicker(text: str, after: str | None) -> bool:
    """A line above the title that ends in a colon: the name of a series."""
    short = len(text.split()) <= MAX_KICKER_WORDS and text.endswith(":")
    return short and after is not None and looks_like_title(after)


def _take_furniture(head: Head, line: Line, after: str | None) -> bool:
    """Take a date line, a section, a control or, under the title, a byline."""
    if found := read_dateline(line.number, line.text):
        _add_dateline(head, found)
        return True
    if after is not None and _is_furniture(line.text):
        return _cut(head, line, "boilerplate_head")
    under_title = head.title is not None and head.byline is None and after is not None
    if under_title and (byline := read_byline(line.text)) and byline.author:
        head.byline = byline.author
        return _cut(head, line, "byline")
    return False


def _is_furniture(text: str) -> bool:
    lowered = text.lower().strip(" .|•:-")
    if lowered in SECTIONS or _BREADCRUMB.match(text) or _EMAIL.fullmatch(lowered) or names_account(text):
        return True
    return len(text.split()) <= MAX_FURNITURE_WORDS and lowered.lstrip("• ").startswith(PAGE_FURNITURE)


def _take_prefix(head: Head) -> None:
    """Split a date off the first line of the text; what is left may be the title or the lede."""
    if not head.lines or (found := split_prefix(head.lines[0].number, head.lines[0].text)) is None:
        return
    dateline, rest = found
    _add_dateline(head, dateline)
    first = head.lines[0]
    head.lines[0] = Line(first.number, rest, first.spaced)
    if head.title is None and len(head.lines) > 1 and looks_like_title(rest):
        head.title = rest
        del head.lines[0]


def _take_scattered(head: Head) -> None:
    """Take date lines that stand just under the lede, or at the very end."""
    for position in (len(head.lines) - 1, 1):
        if not 0 < position < len(head.lines):
            continue
        line = head.lines[position]
        if found := read_dateline(line.number, line.text):
            _add_dateline(head, found)
            del head.lines[position]


def _add_dateline(head: Head, found: Dateline) -> None:
    head.datelines.append(found)
    head.cuts += found.cuts


def _cut(head: Head, line: Line, kind: str) -> bool:
    head.cuts.append(Cut(line.number, line.text, kind))
    return True
