"""Where the article stands on its page: the box with the densest running text, and what goes on from it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from archive.cleaning.pages.boxes import Block, Box
from archive.cleaning.pages.info import split_date

DECAY = 0.6
"""A paragraph counts for the box it stands in, so much less for each box round that."""

BODY_NAME_BONUS = 1.4
MIN_HEADLINE_WORDS = 4
MAX_GAP_BLOCKS = 3
"""Short lines (sub-headings, names, dates) between two paragraphs of one text, at most."""


@dataclass(frozen=True, slots=True)
class Region:
    """The blocks `[first, last]` from the first paragraph of an article to its last, and the box they share."""

    first: int
    last: int
    box: Box
    prose: float


def find_region(blocks: Sequence[Block], start: int = 0) -> Region | None:
    """The region of a page with the densest running text outside frames.

    Args:
        blocks: of the page, judged.
        start: of the first block that may belong to it.

    Returns:
        None where no line outside the frames reads like a sentence.
    """
    if told := [position for position, block in enumerate(blocks) if block.part == "body" and not block.kind]:
        return _told(blocks, told)
    scores: dict[int, float] = {}
    boxes: dict[int, Box] = {}
    for block in blocks[start:]:
        if block.kind or not block.prose:
            continue
        weight = block.prose
        paragraph = block.box
        for box in block.box.chain():
            boxes[id(box)] = box
            scores[id(box)] = scores.get(id(box), 0.0) + weight * (
                BODY_NAME_BONUS if "body" in box.roles else 1.0
            )
            if box is not paragraph:
                weight *= DECAY
    if not scores:
        return None
    best = max(scores, key=lambda key: scores[key])
    return _grown(blocks, boxes[best], start)


def before_next_article(blocks: Sequence[Block], region: Region, first: int, last: int) -> Region:
    """A region without the articles that endless scrolling put under the first: they have headlines of its form.

    Args:
        blocks: of the page, judged.
        region: of the first article and perhaps more.
        first, last: the blocks of its headline.
    """
    box = blocks[first].box
    for position in range(max(last, region.first) + 1, region.last + 1):
        block = blocks[position]
        same = block.box.tag == box.tag and block.box.names == box.names and block.box is not box
        if not same or block.words < MIN_HEADLINE_WORDS:
            continue
        after = blocks[position + 1 : position + 1 + MAX_GAP_BLOCKS]
        if box.tag == "h1" or (box.names and any(split_date(line.text) for line in after)):
            return _ended(blocks, region, position)
    return region


def _ended(blocks: Sequence[Block], region: Region, position: int) -> Region:
    """A region up to the last paragraph before a block; the whole of it if there is none."""
    paragraphs = [at for at in range(region.first, position) if blocks[at].prose and not blocks[at].kind]
    if not paragraphs:
        return region
    shared = blocks[paragraphs[-1]].box
    while shared.parent is not None and shared.parent.last < position:
        shared = shared.parent
    return Region(region.first, paragraphs[-1], shared, sum(blocks[at].prose for at in paragraphs))


def _told(blocks: Sequence[Block], positions: list[int]) -> Region:
    """The region a site rule tells."""
    first, last = positions[0], positions[-1]
    box = blocks[first].box
    while box.parent is not None and box.last < last:
        box = box.parent
    prose = sum(max(block.prose, len(block.text) * (1 - block.linked)) for block in blocks[first : last + 1])
    return Region(first, last, box, prose)


def _grown(blocks: Sequence[Block], box: Box, start: int) -> Region:
    """The region of a box, grown over the paragraphs that go on before and behind it."""
    inside = [
        position
        for position in range(max(box.first, start), box.last + 1)
        if blocks[position].prose and not blocks[position].kind
    ]
    first, last = inside[0], inside[-1]
    first = max(_reach(blocks, first, -1), start)
    last = _reach(blocks, last, 1)
    prose = sum(block.prose for block in blocks[first : last + 1] if not block.kind)
    shared = box
    while shared.parent is not None and not (shared.first <= first and last <= shared.last):
        shared = shared.parent
    return Region(first, last, shared, prose)


def _reach(blocks: Sequence[Block], start: int, step: int) -> int:
    """The farthest paragraph reached from one by steps over few short lines, none of them linked or frame."""
    reached = start
    position = start + step
    while 0 <= position < len(blocks) and abs(position - reached) <= MAX_GAP_BLOCKS + 1:
        block = blocks[position]
        if block.kind or block.linked > 0.5:
            break
        if block.prose:
            reached = position
        position += step
    return reached
