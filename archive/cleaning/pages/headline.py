"""The headline of a page, by agreement between its candidates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from archive.cleaning.bylines import read_byline
from archive.cleaning.captions import credited_caption
from archive.cleaning.datelines import ISSUE_NUMBER, read_dateline
from archive.cleaning.headings import MAX_TITLE_WORDS, comparable
from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.info import split_date
from archive.cleaning.pages.region import Region
from archive.cleaning.pages.teasers import MIN_OWN_PARAGRAPHS
from archive.cleaning.pages.titles import MIN_LETTERS, StatedTitles
from archive.cleaning.pages.words import MASTHEAD_OPENERS, RUBRIC_OPENERS, SITE_OPENERS, TRIVIAL_LINES
from archive.cleaning.tails import is_tail_marker
from archive.cleaning.vocabulary import LINKING_WORDS, SECTIONS

MAX_LINES_BEFORE = 40
"""A headline stands at most so many lines above the first paragraph."""

MAX_LINES_AFTER = 2
LEDE_LINES = 3
MIN_TITLE_WORDS = 3
MAX_RUBRIC_WORDS = 6
MIN_RETOLD_WORDS = 8
MASTHEAD_LINES = 3
MAX_MASTHEAD_WORDS = 9
MAX_TITLE_CHARACTERS = 400
MIN_SCORE = 3.0
TOLD_SCORE = 20.0

LEVEL_SCORES = {"h1": 4.0, "h2": 3.0, "h3": 2.0, "h4": 1.0, "h5": 1.0, "h6": 1.0}
NAMED_SCORE = 3.0
AGREED_SCORE = 5.0
COPY_SCORE = 2.0
BOLD_SCORE = 1.0
NEAR_SCORE = 2.0
DATED_SCORE = 1.5
DISTANCE_COST = 0.2
FAR_COST = 0.02
LEDE_SCORE = 4.0
RUBRIC_COST = 5.0
MASTHEAD_COST = 6.0
OTHER_ROLE_COST = 3.0
ENDED_COST = 1.0
"""Weights by reading of page designs, none of them decisive alone: an `h1` is often the site's name, a class
`title` that of a box, a `<title>` the same on every page."""

_LISTED = re.compile(r"\d{1,2}[.)]\s|[-–+•*]\s|[a-zđ]\)\s")
"""Beginnings of items of a list."""

SEARCHED_KINDS = frozenset({None, "header"})


@dataclass(frozen=True, slots=True)
class Headline:
    """The headline and the blocks `[first, last]` it stands in; `agreed`: the head of the page says the same."""

    text: str
    first: int
    last: int
    score: float
    agreed: bool

    @property
    def confirmed(self) -> bool:
        """Whether more than its place speaks for it."""
        return self.score >= MIN_SCORE + NAMED_SCORE


def find_headline(blocks: Sequence[Block], region: Region, titles: StatedTitles) -> Headline | None:
    """The headline of the article in a region.

    Args:
        blocks: of the page, judged.
        region: where the article's text stands.
        titles: what the head of the page says; counts where a printed line agrees.

    Returns:
        The headline as printed; None where nothing above the text looks like one.
    """
    if told := [position for position, block in enumerate(blocks) if block.part == "title" and block.text]:
        return _told(blocks, told)
    evidence = _Evidence(blocks, region, titles)
    best: Headline | None = None
    distance = 0
    for position in range(min(region.first + MAX_LINES_AFTER, region.last), -1, -1):
        block = blocks[position]
        if position >= region.first and not _opens_region(block, position == region.first):
            continue
        if distance > MAX_LINES_BEFORE:
            break
        if block.kind not in SEARCHED_KINDS or block.picture:
            continue
        if (best is None or best.first != position) and evidence.may_be_title(block):
            found = _joined(blocks, position, evidence, distance)
            if found and found.score >= MIN_SCORE and (best is None or found.score > best.score):
                best = found
        if position < region.first:
            distance += 1
    return best


def anchor(
    blocks: Sequence[Block], region: Region, headline: Headline | None, titles: StatedTitles
) -> int | None:
    """The headline of the page under or in a region that begins with teasers: they may tell more than an article.

    Returns:
        Its position: the head of the page says the same, or it is a heading with the day beside it where nothing but
        its place speaks for the one found; None where the region stands.
    """
    if headline and headline.agreed:
        return None
    placed = headline is None or not headline.confirmed
    for position in range(region.first + 1, len(blocks)):
        block = blocks[position]
        if block.kind or block.linked > 0.5 or block.words < MIN_TITLE_WORDS:
            continue
        dated = any(split_date(line.text) for line in blocks[position + 1 : position + 2])
        marked = block.heading in ("h1", "h2") or block.has_role("title", MAX_TITLE_CHARACTERS)
        if (marked or dated) and titles.agreement(block.text):
            return position
        if marked and dated and placed and position > region.last:
            return position
    return None


class _Evidence:
    """What the rest of the page says about its headline."""

    def __init__(self, blocks: Sequence[Block], region: Region, titles: StatedTitles) -> None:
        self.blocks = blocks
        self.titles = titles
        self.first = region.first
        self.paragraphs = sum(block.prose > 0 for block in blocks[region.first : region.last + 1])
        self.copies = {comparable(block.text) for block in blocks if block.kind == "related"}
        self.rubrics = {
            comparable(block.text)
            for block in blocks
            if block.kind in ("menu", "header") and block.linked > 0.5 and block.words <= MAX_RUBRIC_WORDS
        }
        self.told = [
            (block.number, frozenset(block.text.lower().split()))
            for block in blocks[region.first : region.first + LEDE_LINES]
            if not block.kind
        ]

    def is_copied(self, key: str) -> bool:
        """Whether a list of links has the line, perhaps with a date after it."""
        return len(key) >= MIN_LETTERS and any(copy.startswith(key) for copy in self.copies)

    def is_dated(self, position: int) -> bool:
        """Whether a date line stands right above or under a line."""
        beside = (*self.blocks[max(0, position - 1) : position], *self.blocks[position + 1 : position + 2])
        return any(split_date(block.text) is not None for block in beside if not block.prose)

    def may_be_title(self, block: Block) -> bool:
        """Whether a line has the form of a headline, or the head of the page says that it is one."""
        return _may_be_title(block) or self.titles.agreement(block.text) > 0 or self.is_short_title(block)

    def is_short_title(self, block: Block) -> bool:
        """Whether one or two words are a headline, as those of poems are: a heading with the date beside it."""
        return block.heading in ("h1", "h2") and not block.linked and self.is_dated(block.number - 1)

    def is_own_link(self, block: Block) -> bool:
        """Whether a headline is linked to its own page, as Joomla has it: a date beside it, a whole text under it."""
        marked = block.heading is not None or block.has_role("title", MAX_TITLE_CHARACTERS)
        near = self.first - block.number <= MASTHEAD_LINES and self.paragraphs >= MIN_OWN_PARAGRAPHS
        return marked and near and len(block.targets) == 1 and self.is_dated(block.number - 1)

    def is_masthead(self, text: str, block: Block) -> bool:
        """Whether a line is the name over all pages of a site: among the first of the page, apart from the text.

        It names an office and has no date, or stands over the number of an issue, or is no heading where one follows.
        """
        apart = block.number <= MASTHEAD_LINES and self.first - block.number >= MASTHEAD_LINES
        if not apart or len(text.split()) > MAX_MASTHEAD_WORDS:
            return False
        after = self.blocks[block.number].text
        if text.lower().startswith(MASTHEAD_OPENERS) and not self.is_dated(block.number - 1):
            return True
        below = self.blocks[block.number : self.first]
        headed = any(other.heading and not other.linked and not other.kind for other in below)
        return bool(ISSUE_NUMBER.search(after)) or (headed and not block.heading)

    def retold(self, text: str, number: int) -> float:
        """The share of a line's words that the first lines after it use again."""
        lede = frozenset[str]().union(*(words for place, words in self.told if place > number))
        words = text.lower().split()
        return sum(word in lede for word in words) / max(len(words), MIN_RETOLD_WORDS)

    def score(self, text: str, block: Block, distance: int) -> float:
        """How much speaks for a line."""
        key = comparable(text)
        if not key or key in self.titles.sites:
            return 0.0
        agreement = self.titles.agreement(text)
        if not agreement and text.lower().startswith(SITE_OPENERS):
            return 0.0
        elsewhere = block.linked > 0.5 and not self.is_own_link(block)
        if not agreement and (elsewhere or (block.kind == "header" and block.heading != "h1")):
            return 0.0
        score = AGREED_SCORE * agreement + LEVEL_SCORES.get(block.heading or "", 0.0)
        score += NAMED_SCORE * block.has_role("title", MAX_TITLE_CHARACTERS)
        score += COPY_SCORE * self.is_copied(key) + BOLD_SCORE * block.bold
        score += NEAR_SCORE - DISTANCE_COST * distance + DATED_SCORE * self.is_dated(block.number - 1)
        score += LEDE_SCORE * self.retold(text, block.number) ** 2
        score -= FAR_COST * max(0, self.first - block.number)
        score -= RUBRIC_COST * (key in self.rubrics or _is_rubric(text))
        score -= MASTHEAD_COST * self.is_masthead(text, block)
        score -= OTHER_ROLE_COST * any(
            block.has_role(role, MAX_TITLE_CHARACTERS) for role in ("lead", "caption", "author", "date")
        )
        return score - ENDED_COST * text.endswith((".", ":", ";", ","))


def _opens_region(block: Block, is_first: bool) -> bool:
    """Whether a line of the text itself may be its headline: marked as one, or first and no sentence."""
    marked = block.heading is not None or block.has_role("title", MAX_TITLE_CHARACTERS)
    return marked or (is_first and not block.text.endswith((".", ":", ";", "!", "…")))


def _is_rubric(text: str) -> bool:
    """The name of a section: one of the known ones, or a few words that begin like one."""
    lowered = text.lower()
    return lowered in SECTIONS or (
        len(text.split()) <= MAX_RUBRIC_WORDS and lowered.startswith(RUBRIC_OPENERS)
    )


def _may_be_title(block: Block) -> bool:
    text = block.text
    if not MIN_TITLE_WORDS <= block.words <= MAX_TITLE_WORDS * 1.5 or text.lower() in TRIVIAL_LINES:
        return False
    if is_tail_marker(text) or read_dateline(1, text):
        return False
    if credited_caption(text) or _LISTED.match(text):
        return block.heading is not None
    return bool(block.heading) or block.bold or read_byline(text) is None


def _joined(blocks: Sequence[Block], position: int, evidence: _Evidence, distance: int) -> Headline | None:
    """The headline a line belongs to: lines of one heading are one."""
    block = blocks[position]
    first = last = position
    if block.heading or block.has_role("title", MAX_TITLE_CHARACTERS):
        while first > 0 and blocks[first - 1].box is block.box and not blocks[first - 1].picture:
            first -= 1
        while last + 1 < len(blocks) and blocks[last + 1].box is block.box and not blocks[last + 1].picture:
            last += 1
    else:
        first, last = _printed_together(blocks, position)
    text = " ".join(blocks[number].text for number in range(first, last + 1))
    if len(text) > MAX_TITLE_CHARACTERS:
        first = last = position
        text = block.text
    return Headline(
        text, first, last, evidence.score(text, block, distance), evidence.titles.agreement(text) > 0
    )


def _printed_together(blocks: Sequence[Block], position: int) -> tuple[int, int]:
    """First and last line of a headline broken by hand: bold lines of one box that go on in lower case."""
    first = last = position
    while first and _goes_on(blocks[first - 1], blocks[first]):
        first -= 1
    while last + 1 < len(blocks) and _goes_on(blocks[last], blocks[last + 1]):
        last += 1
    return first, last


def _goes_on(block: Block, after: Block) -> bool:
    """Whether a headline goes on in the next line: in lower case or, in capitals, with a word that links."""
    if not (block.bold and after.bold) or after.prose or after.picture:
        return False
    together = block.box is after.box or (
        block.centred and after.centred and block.box.parent is after.box.parent
    )
    if block.text.isupper() and after.text.isupper():
        return together and after.text.lower().split()[0] in LINKING_WORDS
    return together and after.text[:1].islower()


def _told(blocks: Sequence[Block], positions: Sequence[int]) -> Headline:
    """The headline a site rule tells: its first line, with those of the same box."""
    first = last = positions[0]
    while last + 1 in positions and blocks[last + 1].box is blocks[first].box:
        last += 1
    text = " ".join(block.text for block in blocks[first : last + 1] if block.text)
    return Headline(text, first, last, TOLD_SCORE, True)
