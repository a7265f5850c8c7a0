"""Verse: papers print poems, and none of their lines reads like a sentence."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.cleaning.pages.boxes import Block

MIN_LINES = 8
"""Two quatrains; four lines are as often a list of links or a signature."""

MIN_WORDS = 3
MAX_WORDS = 10
MAX_SPREAD_WORDS = 5
"""Vietnamese metres have four to eight syllables a line, free verse some more; lines of one poem are alike."""

MIN_POINTED_SHARE = 0.2
"""Of the lines that end in a mark: lists of names and links have none; poems in a metre need none either."""

METRES_SYLLABLES = ((6, 8), (7, 7, 6, 8), (5,), (7,), (8,))
"""Of the lines of lục bát, song thất lục bát and verse of five, seven and eight syllables, in turn."""

MIN_METRICAL_SHARE = 0.85
"""Of the lines that have the syllables of the metre: poets break it now and then."""

MIN_OPENINGS_SHARE = 0.5
"""Of the lines of a poem in a metre: so many different first words."""

_MARKS = (",", ".", "!", "?", "…", ";", "-", "–")


def verse(blocks: Sequence[Block]) -> Iterator[Block]:
    """The lines of poems on a page: many short ones in a row, alike in length, some of them pointed."""
    run: list[Block] = []
    for block in (*blocks, None):
        if block is not None and _may_be_verse(block) and (not run or _is_beside(run[-1], block)):
            run.append(block)
            continue
        if _is_verse(run):
            yield from run
        run = [block] if block is not None and _may_be_verse(block) else []


def _may_be_verse(block: Block) -> bool:
    text = block.text
    return (
        MIN_WORDS <= block.words <= MAX_WORDS
        and not block.linked
        and not block.heading
        and not text.isupper()
        and not any(letter.isdecimal() or letter in ":|@/" for letter in text)
    )


def _is_beside(block: Block, after: Block) -> bool:
    """Whether two lines stand in one box, or in neighbours of one kind."""
    return block.box is after.box or (block.box.parent is after.box.parent and block.box.tag == after.box.tag)


def _is_verse(run: Sequence[Block]) -> bool:
    if len(run) < MIN_LINES:
        return False
    lengths = sorted(block.words for block in run)
    pointed = sum(block.text.endswith(_MARKS) for block in run)
    alike = lengths[-1] - lengths[0] <= MAX_SPREAD_WORDS
    return alike and (pointed >= MIN_POINTED_SHARE * len(run) or _is_metrical(run))


def _is_metrical(run: Sequence[Block]) -> bool:
    """Whether lines keep a metre; Vietnamese writes every syllable as a word. A poem may begin within a turn.

    Names of schools or offices may be alike in length too, but begin with the same word.
    """
    if len({block.text.split()[0].lower() for block in run}) < MIN_OPENINGS_SHARE * len(run):
        return False
    return any(
        sum(block.words == metre[(number + start) % len(metre)] for number, block in enumerate(run))
        >= MIN_METRICAL_SHARE * len(run)
        for metre in METRES_SYLLABLES
        for start in range(len(metre))
    )
