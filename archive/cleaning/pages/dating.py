"""The printed date of a page: beside headline or byline, never the clock of the page or a date of its lists.

Only what is printed counts. Meta tags, JSON-LD and microdata give no date of publication to a page that prints
none: they are as often the template's, the crawl's or the last change's, and nobody could check them on the page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.cleaning.datelines import read_dateline
from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.info import is_fact, is_set_apart, names_author, names_source, split_date
from archive.cleaning.vocabulary import DATELINE_LABELS

MAX_BLOCKS_ABOVE = 4
"""A date above its headline is followed by it within so many lines: a section, a series."""

MAX_BLOCKS_UNDER_LEAD = 4
MAX_BLOCKS_BELOW_BODY = 4
MAX_SECTION_WORDS = 6
MAX_ROLE_CHARACTERS = 160

READ_KINDS = frozenset({None, "header", "view_counter", "share", "tags", "audio"})
"""Kinds of boxes that print the date beside something else."""

MISLEADING_KINDS = frozenset({"menu", "sidebar", "search", "form", "poll", "advertisement"})
"""Names of frames that templates give to the box of a date as well."""

MAX_BLOCKS_BESIDE = 2

ROLE_SCORE = 3.0
BELOW_SCORE = 2.0
TIME_SCORE = 1.0
UPDATE_COST = 2.0
CLOCK_COST = 4.0

_TIME = re.compile(r"\d{1,2}\s?(?::|giờ|h)\s?\d{2}")
_CLOCK = re.compile(r"clock|timenow|datetimenow|currenttime|today|homnay|jclock|ngaygio", re.IGNORECASE)
_TODAY = re.compile(r"(?<!\w)hôm nay(?!\w)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DatePlace:
    """Where the date of publication is printed: in which block, as what, and what stands beside it there."""

    position: int
    text: str
    beside: tuple[str, ...]
    score: float


def find_date(
    blocks: Sequence[Block], headline: tuple[int, int] | None, first: int, last: int
) -> DatePlace | None:
    """The printed date of an article.

    Args:
        blocks: of the page, judged.
        headline: first and last block of the headline, if it is known.
        first, last: first and last paragraph.

    Returns:
        None where no date is printed beside the headline, above the text or, with a label, under it.
    """
    found: list[DatePlace] = []
    for position, block in enumerate(blocks):
        if block.part == "date" and (split := split_date(block.text)):
            return DatePlace(position, *split, ROLE_SCORE)
    if headline:
        found += _above(blocks, headline[0])
        found += _between(blocks, headline[1] + 1, max(first, headline[1] + 1))
    else:
        found += _above(blocks, first)
    if not found:
        found += _below(blocks, last)
    return max(found, key=lambda place: place.score, default=None)


def _above(blocks: Sequence[Block], position: int) -> list[DatePlace]:
    """Dates just above a headline, nothing but a section or a series between."""
    found = []
    for above in range(position - 1, max(-1, position - 1 - MAX_BLOCKS_ABOVE), -1):
        block = blocks[above]
        if place := _place(blocks, above):
            found.append(place)
        elif block.kind not in READ_KINDS or block.prose or block.picture:
            break
    return found


def _between(blocks: Sequence[Block], start: int, first: int) -> list[DatePlace]:
    """Dates between headline and text, or right under its first lines, there in lines of their own."""
    found = []
    for position in range(start, min(first + MAX_BLOCKS_UNDER_LEAD, len(blocks))):
        if position > first and not read_dateline(1, blocks[position].text):
            continue
        if place := _place(blocks, position, position - start < MAX_BLOCKS_BESIDE):
            found.append(DatePlace(place.position, place.text, place.beside, place.score + BELOW_SCORE))
    return found


def _below(blocks: Sequence[Block], last: int) -> list[DatePlace]:
    """Dates marked as such under the text."""
    found = []
    for position in range(last + 1, min(last + 1 + MAX_BLOCKS_BELOW_BODY, len(blocks))):
        block = blocks[position]
        if block.kind == "related":
            break
        place = _place(blocks, position)
        labelled = place is not None and place.text.lower().startswith(DATELINE_LABELS)
        signed = place is not None and any(map(names_author, place.beside))
        if place and (labelled or signed or block.has_role("date", MAX_ROLE_CHARACTERS)):
            found.append(place)
    return found


def _place(blocks: Sequence[Block], position: int, is_beside: bool = False) -> DatePlace | None:
    """The date in a block; right under the headline a line of nothing else counts, whatever its box is named."""
    block = blocks[position]
    if (split := split_date(block.text)) is None:
        return None
    text, beside = split
    if block.linked > 0.5 and beside:
        return None
    named = block.has_role("date", MAX_ROLE_CHARACTERS) or block.box.tag == "time"
    misnamed = block.kind in MISLEADING_KINDS and (named or (is_beside and not beside))
    if block.kind not in READ_KINDS and not misnamed:
        return None
    if beside and not (named or _is_apart(block, beside)):
        return None
    score = ROLE_SCORE * named
    score += TIME_SCORE * bool(_TIME.search(text))
    score -= UPDATE_COST * text.lower().startswith("cập nhật") + CLOCK_COST * _is_clock(block)
    return DatePlace(position, text, beside, score) if score >= -UPDATE_COST else None


def _is_apart(block: Block, beside: Sequence[str]) -> bool:
    """Whether what stands beside a date is set off from it: an author, a counter, a section behind a bar."""
    if block.has_role("author", MAX_ROLE_CHARACTERS) or any(map(names_author, beside)):
        return True
    untold = [piece for piece in beside if not (is_fact(piece) or names_source(piece))]
    return not untold or (
        is_set_apart(block.text) and all(piece.count(" ") < MAX_SECTION_WORDS for piece in untold)
    )


def _is_clock(block: Block) -> bool:
    """Whether it is the clock of the page: named so, or in a header."""
    names = " ".join(box.names for box in list(block.box.chain())[:3])
    return bool(_CLOCK.search(names) or _TODAY.search(block.text) or block.kind == "header")
