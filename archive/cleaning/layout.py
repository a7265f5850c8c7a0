"""Lines of an article and what is cut from them: the common coin of every step of cleaning."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from archive.errors import ProcessingError
from archive.text.normalization import normalize, squeeze

MAX_CHARACTERS = 300_000
"""Of one article: eighteen times as many as the longest of 4,724 real ones has (16,804)."""

MAX_WRAP_WIDTH = 100
"""Text whose longest line is longer, in characters, was not broken by hand or by a mailer."""

MIN_WRAP_WIDTH = 50
WRAP_SLACK = 2
"""Editors count indentation and the closing blank differently: so many characters from the edge is full."""

MIN_FULL_LINES = 4
MIN_FULL_SHARE = 0.5
"""Fewer full lines, or a smaller share of them among lines with a neighbour, are no proof of wrapping."""


@dataclass(frozen=True, slots=True)
class Line:
    """One line.

    Attributes:
        number: 1-based, in the text or on the page.
        text: squeezed.
        spaced: whether a blank line stands before it.
        role: what the page it comes from says it is, None where nothing does: `paragraph`, `lead`, `caption`,
            `dateline`, `byline`, or a kind of removal (`related`, `share` …).
    """

    number: int
    text: str
    spaced: bool
    role: str | None = None


@dataclass(frozen=True, slots=True)
class Cut:
    """What was taken out, from which line, and as what kind (`dateline`, `byline` …)."""

    number: int
    text: str
    kind: str


def check_length(characters: int) -> None:
    """Refuse what is too long for one article, before the rules for its lines and words ponder it.

    Args:
        characters: of all that is printed.

    Raises:
        ProcessingError: more than `MAX_CHARACTERS`.
    """
    if characters > MAX_CHARACTERS:
        raise ProcessingError(
            "clean",
            "{characters} characters of text are too many for one article (the most is {most}): split it",
            characters=characters,
            most=MAX_CHARACTERS,
        )


def read_lines(text: str) -> list[Line]:
    """The lines of a text that carry anything, normalised; hard-wrapped lines are put together again.

    Args:
        text: the text as decoded.

    Returns:
        Lines in order, none empty.
    """
    lines: list[Line] = []
    spaced = True
    for number, raw in enumerate(normalize(text).split("\n"), 1):
        content = squeeze(raw)
        if content:
            lines.append(Line(number, content, spaced))
        spaced = not content
    return _unwrap(lines)


def _unwrap(lines: list[Line]) -> list[Line]:
    """Undo hard line breaks: a line was broken for width if the next first word would not have fitted."""
    width = max((len(line.text) for line in lines), default=0)
    if not MIN_WRAP_WIDTH <= width <= MAX_WRAP_WIDTH:
        return lines
    neighbours = [(line, after) for line, after in pairwise(lines) if not after.spaced]
    full = sum(_is_full(line.text, after.text, width) for line, after in neighbours)
    if full < MIN_FULL_LINES or full < MIN_FULL_SHARE * len(neighbours):
        return lines
    joined = lines[:1]
    for line, after in pairwise(lines):
        if not after.spaced and _is_full(line.text, after.text, width):
            whole = joined[-1]
            joined[-1] = Line(whole.number, f"{whole.text} {after.text}", whole.spaced)
        else:
            joined.append(after)
    return joined


def _is_full(line: str, after: str, width: int) -> bool:
    return len(line) + 1 + len(after.split(" ", 1)[0]) > width - WRAP_SLACK
