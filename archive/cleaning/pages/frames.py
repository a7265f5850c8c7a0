"""Which blocks of a page are frame: menus, footers, related lists, comments, forms, counters, hidden copies.

A box is frame by the name of its element, its class names or its style; but templates carry misleading names
(`sidebar` round the article, a form round the whole page), so a box that holds what the page is about is none.
Lists of teasers are known by their shape, see `teasers`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from archive.cleaning.pages.boxes import Block, Box, boxes_inward_out
from archive.cleaning.pages.teasers import HEADLINE_LINKED, MIN_HEADLINE_WORDS, teasers
from archive.cleaning.pages.titles import StatedTitles
from archive.cleaning.pages.verse import verse
from archive.cleaning.pages.words import IMPRINT_OPENERS

MIN_PROSE_WORDS = 8
MIN_UNENDED_PROSE_WORDS = 20
UNENDED_PROSE_SHARE = 0.5
"""A line without the end of a sentence is worth so much of one with it."""

HEADING_SHARE = 0.25
"""Text in heading elements is mostly headlines and leads; some old pages have all their text in them."""

MAX_PROSE_LINKED = 0.5

MAIN_SHARE = 0.5
MAIN_SHARE_OF_LISTS = 0.8
"""A box with so much of the page's prose is no frame, whatever its name; long comments outweigh short articles."""

MIN_MAIN_PROSE = 300
"""Less prose makes no box the main one."""

MAX_IMPRINT_WORDS = 40
MAX_IMPRINT_GAP = 4

NEVER_MAIN_KINDS = frozenset({"footer", "popup"})
STRONG_KINDS = frozenset({"related", "comments", "hidden", "web_archive", "editing"})
"""Their names mislead rarely, but an unclosed one may swallow the page."""

TEASER = "related"
REMOVED = "site_rule"

_SENTENCE_END = re.compile(r"[.!?…:;]['\"”’)\]]*$|\.\s*/\.?$")


def judge_frames(blocks: Sequence[Block], titles: StatedTitles) -> None:
    """Give every block its prose and, where it is frame, its kind.

    Args:
        blocks: of one page, in order; changed in place.
        titles: what the page says its title is: a linked line that agrees is its headline, not a teaser's.
    """
    for block in blocks:
        block.prose = prose(block.text, block.linked) * (HEADING_SHARE if block.heading else 1.0)
    for block in verse(blocks):
        block.prose = float(len(block.text))
    for block in blocks:
        block.box.prose += block.prose
    for box in boxes_inward_out(blocks):
        if box.parent is not None:
            box.parent.prose += box.prose
    headed = _headed_boxes(blocks, titles)
    _open_unclosed(blocks, titles)
    kinds: dict[int, str | None] = {}
    for block in blocks:
        block.kind = _kind(block.box, kinds, headed)
    for block in _imprints(blocks):
        block.kind = block.kind or "footer"
    for block in teasers(blocks, titles):
        if block.part is None:
            block.kind = block.kind or TEASER


def prose(text: str, linked: float) -> float:
    """How many characters of a line are running text: none of a label, a link, a short line."""
    words = text.count(" ") + 1
    if linked > MAX_PROSE_LINKED or words < MIN_PROSE_WORDS:
        return 0.0
    ended = _SENTENCE_END.search(text[-8:]) is not None
    if not ended and words < MIN_UNENDED_PROSE_WORDS:
        return 0.0
    return len(text) * (1 - linked) * (1.0 if ended else UNENDED_PROSE_SHARE)


def _kind(box: Box, known: dict[int, str | None], headed: frozenset[int]) -> str | None:
    """The kind of the outermost frame round a box, itself included."""
    path: list[Box] = []
    for around in box.chain():
        if id(around) in known:
            kind = known[id(around)]
            break
        path.append(around)
    else:
        kind = None
    for around in reversed(path):
        if around.part and around.part != (around.parent.part if around.parent else None):
            kind = REMOVED if around.part == "remove" else None
        else:
            kind = kind or (around.frame if around.frame and _is_frame(around, headed) else None)
        known[id(around)] = kind
    return kind


def _is_frame(box: Box, headed: frozenset[int]) -> bool:
    page = 0.0
    in_article = False
    for around in box.chain():
        page = around.prose
        in_article = in_article or (around is not box and around.tag in ("article", "main"))
    if box.tag in ("body", "html"):
        return False
    if box.frame in NEVER_MAIN_KINDS:
        return True
    if box.frame == "header" and box.tag == "header" and in_article:
        return False
    if box.frame == "form" and box.prose >= MIN_MAIN_PROSE:
        return False
    share = MAIN_SHARE_OF_LISTS if box.frame in STRONG_KINDS else MAIN_SHARE
    if box.prose >= max(MIN_MAIN_PROSE, share * page):
        return False
    return box.frame in STRONG_KINDS or id(box) not in headed


def _headed_boxes(blocks: Sequence[Block], titles: StatedTitles) -> frozenset[int]:
    """Boxes with a heading of the first level that is no link, and prose or the stated title: the page's subject."""
    return frozenset(
        id(box)
        for block in blocks
        if block.heading == "h1" and block.linked < HEADLINE_LINKED and block.words >= MIN_HEADLINE_WORDS
        for box in block.box.chain()
        if box.prose > 0 or titles.agreement(block.text)
    )


def _open_unclosed(blocks: Sequence[Block], titles: StatedTitles) -> None:
    """Take the kind from boxes of other news that were never closed: the page's own headline and a text are inside."""
    text = len(blocks)
    for position in range(len(blocks) - 1, -1, -1):
        block = blocks[position]
        text = position if block.prose else text
        if block.heading != "h1" or block.linked >= HEADLINE_LINKED or not titles.agreement(block.text):
            continue
        for box in block.box.chain():
            if box.frame == "related" and text <= box.last:
                box.frame = None


def _imprints(blocks: Sequence[Block]) -> Iterable[Block]:
    """Lines that say who publishes the site, where several stand close together: its imprint, however named."""
    found = [
        position
        for position, block in enumerate(blocks)
        if block.words <= MAX_IMPRINT_WORDS and block.text.lower().startswith(IMPRINT_OPENERS)
    ]
    for position, after in pairwise(found):
        if after - position <= MAX_IMPRINT_GAP:
            yield from (blocks[position], blocks[after])
