"""Teasers of other articles on a page, known by their shape: a linked headline, perhaps a picture and a summary.

Lists are boxes of one kind side by side, each with a linked headline; a lone teaser is one box with one.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from itertools import accumulate

from archive.cleaning.pages.boxes import Block, Box, boxes_inward_out
from archive.cleaning.pages.info import split_date
from archive.cleaning.pages.titles import StatedTitles
from archive.cleaning.pages.words import PICTURE_ENDINGS

MIN_TEASERS = 3
TEASER_SHARE = 0.6
MAX_SUMMARY_PARAGRAPHS = 2
MAX_TEASER_WORDS = 110
MAX_LINES_UNDER_TEASER = 2
MIN_OWN_PARAGRAPHS = 2
LINES_UNDER_OWN_HEADLINE = 4
MIN_HEADLINE_WORDS = 4
HEADLINE_LINKED = 0.8

_NUMBERS = re.compile(r"\d+")


def is_linked_headline(block: Block) -> bool:
    """Whether a block looks like the headline of another article, linked to it."""
    return block.linked >= HEADLINE_LINKED and block.words >= MIN_HEADLINE_WORDS


def teasers(blocks: Sequence[Block], titles: StatedTitles) -> Iterable[Block]:
    """Blocks of lists of teasers: siblings of one kind, each with a linked headline and little else."""
    unlinked = _unlinked_words(blocks)
    for siblings in _siblings(blocks):
        teasing = [box for box in siblings if not _is_long(box, unlinked) and _is_teaser(box, blocks)]
        if len(teasing) >= max(MIN_TEASERS, TEASER_SHARE * len(siblings)):
            for box in teasing:
                yield from blocks[box.first : box.last + 1]
    yield from _flat_teasers(blocks, titles)
    yield from _lone_teasers(blocks, titles, unlinked)


def _siblings(blocks: Sequence[Block]) -> Iterable[list[Box]]:
    """Boxes of one kind within one parent, in groups."""
    groups: defaultdict[tuple[int, str, str], dict[int, Box]] = defaultdict(dict)
    for block in blocks:
        for box in block.box.chain():
            if box.parent is not None:
                key = (id(box.parent), box.tag, _NUMBERS.sub("", box.names.split(" ", 1)[0]))
                if id(box) in groups[key]:
                    break
                groups[key][id(box)] = box
    return [list(group.values()) for group in groups.values() if len(group) >= MIN_TEASERS]


def _unlinked_words(blocks: Sequence[Block]) -> list[int]:
    """How many words outside links the first n blocks have, at n: boxes in boxes are not counted again and again."""
    return [0, *accumulate(block.words * (block.linked < HEADLINE_LINKED) for block in blocks)]


def _is_long(box: Box, unlinked: Sequence[int]) -> bool:
    return unlinked[box.last + 1] - unlinked[box.first] > MAX_TEASER_WORDS


def _is_teaser(box: Box, blocks: Sequence[Block]) -> bool:
    inside = blocks[box.first : box.last + 1]
    if not any(is_linked_headline(block) for block in inside):
        return _is_slide(box, inside)
    if _tells_first(inside):
        return False
    unlinked = sum(block.words for block in inside if block.linked < HEADLINE_LINKED)
    return unlinked <= (MAX_TEASER_WORDS if box.tag != "p" else MIN_HEADLINE_WORDS)


def _is_slide(box: Box, inside: Sequence[Block]) -> bool:
    """Whether a box is a teaser of which only the picture is linked, over a bold headline and a summary."""
    lines = [block for block in inside if block.text]
    if box.tag == "p" or not lines or not (inside[0].picture and _leads_elsewhere(inside[0])):
        return False
    headed = (lines[0].bold or lines[0].heading) and lines[0].words >= MIN_HEADLINE_WORDS
    summary = sum(block.prose > 0 for block in lines) == 1 and _words(lines) <= MAX_TEASER_WORDS
    return bool(headed) and not lines[0].prose and summary


def _leads_elsewhere(picture: Block) -> bool:
    """Whether a picture is linked to a page, not to its own larger copy."""
    return any(not target.lower().partition("?")[0].endswith(PICTURE_ENDINGS) for target in picture.targets)


def _tells_first(inside: Sequence[Block]) -> bool:
    """Whether running text stands before the first linked headline: a text with links under it, no teaser."""
    first = next(block for block in inside if block.prose or is_linked_headline(block))
    return bool(first.prose)


def _heads_page(block: Block, titles: StatedTitles) -> bool:
    """Whether a line is the headline of the page itself: no link, and a heading or what the head states."""
    if block.linked >= HEADLINE_LINKED or block.words < MIN_HEADLINE_WORDS:
        return False
    return block.heading in ("h1", "h2") or titles.agreement(block.text) > 0


def _flat_teasers(blocks: Sequence[Block], titles: StatedTitles) -> Iterable[Block]:
    """Teasers without boxes of their own: linked headings side by side with a few lines under each.

    They end where the headline of the page itself begins.
    """
    heads = [
        position for position, block in enumerate(blocks) if is_linked_headline(block) and _is_headed(block)
    ]
    runs: list[list[int]] = []
    for position in heads:
        previous = runs[-1][-1] if runs else None
        if previous is not None and _words(blocks[previous + 1 : position]) <= MAX_TEASER_WORDS:
            runs[-1].append(position)
        else:
            runs.append([position])
    for run in runs:
        if len(run) >= MIN_TEASERS:
            end = run[-1] + 1
            most = min(len(blocks), end + MAX_LINES_UNDER_TEASER)
            while end < most and not _heads_page(blocks[end], titles):
                if _words(blocks[run[-1] + 1 : end + 1]) > MAX_TEASER_WORDS / 2:
                    break
                end += 1
            yield from blocks[run[0] : end]


def _lone_teasers(blocks: Sequence[Block], titles: StatedTitles, unlinked: Sequence[int]) -> Iterable[Block]:
    """Teasers that stand alone: a box with another article's linked headline, marked as one, and its summary."""
    forms = Counter((box.tag, box.names) for box in boxes_inward_out(blocks))
    judged: dict[int, bool | None] = {}
    marked: set[int] = set()
    for position, block in enumerate(blocks):
        if not is_linked_headline(block) or titles.agreement(block.text):
            continue
        headed = _is_headed(block)
        if _is_own_headline(position, blocks, forms):
            continue
        for box in block.box.chain():
            if id(box) not in judged:
                judged[id(box)] = None if _is_long(box, unlinked) else _is_illustrated(box, blocks, titles)
            if (illustrated := judged[id(box)]) is None:
                break
            if box.last > position and (headed or illustrated) and box.prose > 0:
                if id(box) not in marked:
                    marked.add(id(box))
                    yield from blocks[box.first : box.last + 1]
                break


def _is_own_headline(position: int, blocks: Sequence[Block], forms: Counter[tuple[str, str]]) -> bool:
    """Whether a linked heading is that of the page: the only one of its form, the day and a text right under it."""
    block = blocks[position]
    box = next((box for box in block.box.chain() if box.tag in ("h1", "h2")), None)
    below = blocks[position + 1 : position + 1 + LINES_UNDER_OWN_HEADLINE]
    if box is None or not below or split_date(below[0].text) is None:
        return False
    if sum(line.prose > 0 and not line.linked for line in below) < MIN_OWN_PARAGRAPHS:
        return False
    return forms[box.tag, box.names] == 1


def _is_illustrated(box: Box, blocks: Sequence[Block], titles: StatedTitles) -> bool | None:
    """Whether a box that is a summary of another article at most has a picture; None where it is more than that."""
    inside = blocks[box.first : box.last + 1]
    if _tells_first(inside) or any(_heads_page(other, titles) for other in inside):
        return None
    if sum(other.prose > 0 for other in inside) > MAX_SUMMARY_PARAGRAPHS:
        return None
    return box.tag != "p" and any(other.picture for other in inside)


def _is_headed(block: Block) -> bool:
    return block.heading is not None or any("title" in box.roles for box in list(block.box.chain())[:2])


def _words(blocks: Iterable[Block]) -> int:
    return sum(block.words for block in blocks)
