"""Why a page is no article, said so that a person can act on it."""

from __future__ import annotations

from collections.abc import Sequence

from bs4 import BeautifulSoup

from archive.cleaning.datelines import read_dateline
from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.dating import MAX_BLOCKS_BESIDE
from archive.cleaning.pages.headline import MAX_RUBRIC_WORDS, Headline
from archive.cleaning.pages.info import split_date
from archive.cleaning.pages.refusal_words import (
    ERROR_MARKERS,
    FORM_TITLES,
    LISTING_OPENERS,
    MORE_LINKS,
    SEARCH_MARKERS,
    SEARCH_TITLES,
)
from archive.cleaning.pages.region import Region
from archive.cleaning.pages.teasers import is_linked_headline
from archive.cleaning.pages.words import ATTACHMENT_ENDINGS, ATTACHMENT_MARKERS
from archive.errors import ProcessingError

ERROR_PAGE = (
    "the page is the error page of a server or web archive (it says {said!r}): save the article itself"
)
EMPTY = "the page has no text: {characters} characters outside scripts and styles; save it once it has loaded"
LOGIN = "the page asks for a password and has no article: {characters} characters of text; save it while signed in"
FORM = "the page is a form to fill in: {characters} characters of text; save the article itself"
SEARCH = "the page lists results of a search ({links} linked headlines): save the articles themselves"
LISTING = (
    "the page lists articles and is none: {links} linked headlines, {characters} characters of running text; "
    "save the articles themselves"
)
PICTURE = (
    "the text of the article is a picture: {pictures} pictures, {characters} characters of text; "
    "add its text as a .txt file"
)
ATTACHMENT = (
    "the article has no text of its own, only {links} links to documents: "
    "save the text of the document instead"
)
NO_TEXT = "no article text was found on the page: {characters} characters of running text, {links} links"

MIN_ARTICLE_PROSE = 250.0
MIN_UNHEADED_PROSE = 1_200.0
"""Of a text without a headline on a page with links to other articles: an editor's welcome is shorter."""

MIN_NOTICE_PROSE = 40.0
"""A notice of one or two sentences is an article where a headline of its own stands over it."""

MAX_EMPTY_CHARACTERS = 20
MAX_ERROR_CHARACTERS = 2_500
MIN_LISTED = 5
MIN_DATED = 3
MAX_LISTED_PROSE = 1_000.0
MAX_TEASER_PARAGRAPHS = 2
MIN_TURNS = 3
TEASERS_BELOW = 15
MAX_PARAGRAPHS_OF_TURN = 1.4
FIELDS_BELOW = 6
MAX_CELLS = 20
"""Of one row of a table of a text; rows that lay out a page hold more lines."""

MAX_ERROR_TITLE_WORDS = 8
MAX_ERROR_LINE_WORDS = 30


def refusal(
    soup: BeautifulSoup, blocks: Sequence[Block], region: Region | None, headline: Headline | None
) -> ProcessingError | None:
    """Why a page is no article, or None.

    Args:
        soup: the page.
        blocks: its blocks, judged.
        region: where the article's text would stand.
        headline: the headline over it, if any.
    """
    prose = region.prose if region else 0.0
    characters = sum(len(block.text) for block in blocks)
    links = sum(is_linked_headline(block) for block in blocks)
    if characters <= MAX_EMPTY_CHARACTERS and not any(block.picture for block in blocks):
        return ProcessingError("layout", EMPTY, characters=characters)
    if prose < MAX_ERROR_CHARACTERS and (said := _error_said(soup, blocks, prose)):
        return ProcessingError("layout", ERROR_PAGE, said=said)
    if links and _title(soup).lower().startswith(SEARCH_TITLES) and not (headline and headline.agreed):
        return ProcessingError("layout", SEARCH, links=links)
    if prose < MIN_ARTICLE_PROSE and soup.find("textarea") and _asks(blocks, region, headline):
        return ProcessingError("layout", FORM, characters=characters)
    if region is not None and not _is_list(blocks, region, headline):
        if headline and prose >= MIN_NOTICE_PROSE and (headline.confirmed or prose >= MIN_ARTICLE_PROSE):
            return None
        if prose >= (MIN_ARTICLE_PROSE if links < MIN_LISTED else MIN_UNHEADED_PROSE):
            return None
    if links < MIN_LISTED and soup.find("input", type="password"):
        return ProcessingError("layout", LOGIN, characters=characters)
    if _says(blocks, SEARCH_MARKERS) and links >= 1:
        return ProcessingError("layout", SEARCH, links=links)
    return no_text(blocks, headline, round(prose))


def _is_list(blocks: Sequence[Block], region: Region, headline: Headline | None) -> bool:
    """Whether a region is one of a list: teasers before it, or several date lines in it, and no stated title."""
    if headline and headline.text.lower().startswith(LISTING_OPENERS):
        return any(is_linked_headline(block) for block in blocks)
    if _alternates(blocks, region, headline):
        return True
    if _introduces(blocks, region) and not _is_announced(blocks, region, headline):
        return True
    if headline and headline.agreed:
        return False
    dated = sum(
        _is_dated(block) and not _is_cell(block, blocks) for block in blocks[region.first : region.last + 1]
    )
    if dated >= MIN_DATED:
        return True
    if region.prose >= MAX_LISTED_PROSE:
        return False
    paragraphs = sum(block.prose > 0 and not block.kind for block in blocks[region.first : region.last + 1])
    before = 0
    if paragraphs <= MAX_TEASER_PARAGRAPHS and not _is_announced(blocks, region, headline):
        before = sum(
            block.kind == "related" and is_linked_headline(block) for block in blocks[: region.first]
        )
    beside = (*blocks[: region.first], *blocks[region.last + 1 :])
    headings = sum(
        not block.kind and bool(block.heading) and block.words > MAX_RUBRIC_WORDS for block in beside
    )
    return max(before, headings) >= MIN_LISTED


def _asks(blocks: Sequence[Block], region: Region | None, headline: Headline | None) -> bool:
    """Whether a few words stand over the fields of a form and are headed as its name, with no day beside them."""
    if headline is None or region is None or len(headline.text.split()) > MAX_RUBRIC_WORDS:
        return False
    if _is_announced(blocks, region, headline):
        return False
    below = blocks[region.last + 1 : region.last + 1 + FIELDS_BELOW]
    return headline.text.lower().startswith(FORM_TITLES) and any(block.kind == "form" for block in below)


def _introduces(blocks: Sequence[Block], region: Region) -> bool:
    """Whether a region is one paragraph over a list of teasers with their summaries."""
    if sum(block.prose > 0 for block in blocks[region.first : region.last + 1]) > 1:
        return False
    below = [
        block
        for block in blocks[region.last + 1 : region.last + 1 + TEASERS_BELOW]
        if block.kind == "related"
    ]
    summaries = sum(block.prose > 0 for block in below)
    return summaries >= MIN_TURNS and sum(map(is_linked_headline, below)) >= MIN_TURNS


def _is_announced(blocks: Sequence[Block], region: Region, headline: Headline | None) -> bool:
    """Whether a text has a headline of its own, marked as one, and a day printed between the two or above."""
    if headline is None or not headline.confirmed:
        return False
    beside = (
        *blocks[max(0, headline.first - 1) : headline.first],
        *blocks[headline.last + 1 : region.first + 1],
    )
    return any(split_date(block.text) for block in beside)


def _alternates(blocks: Sequence[Block], region: Region, headline: Headline | None) -> bool:
    """Whether linked headlines, or days, and single paragraphs take turns in a region, or links to go on reading.

    The day right under a headline is that of its article.
    """
    under = headline.last + MAX_BLOCKS_BESIDE if headline else -1
    around = blocks[max(0, region.first - 2) : region.last + 3]
    leads = sum(map(_leads_on, around))
    told = sum(block.prose > 0 for block in around)
    if leads >= MIN_TURNS and told <= MAX_PARAGRAPHS_OF_TURN * leads:
        return True
    turns = paragraphs = before = 0
    linked = False
    for block in around:
        if is_linked_headline(block) or (block.number > under + 1 and _is_dated(block)):
            turns += not linked
            linked = True
        elif block.prose:
            paragraphs += 1
            before += not turns
            linked = False
    return turns >= MIN_TURNS and not before and paragraphs <= MAX_PARAGRAPHS_OF_TURN * turns


def _is_dated(block: Block) -> bool:
    return not block.kind and (found := read_dateline(1, block.text)) is not None and bool(found.dates)


def _is_cell(block: Block, blocks: Sequence[Block]) -> bool:
    """Whether a line is a cell of a table of the text: no line of its row is a link or a sentence."""
    row = next((box for box in block.box.chain() if box.tag == "tr"), None)
    if row is None or row.last - row.first >= MAX_CELLS:
        return False
    cells = [cell for cell in blocks[row.first : row.last + 1] if cell.text]
    return len(cells) > 1 and not any(cell.targets or cell.prose for cell in cells)


def _leads_on(block: Block) -> bool:
    return block.linked > 0.5 and block.text.lower().strip(" .…»>[]()") in MORE_LINKS


def _title(soup: BeautifulSoup) -> str:
    return " ".join(soup.title.get_text().split()) if soup.title else ""


def no_text(blocks: Sequence[Block], headline: Headline | None, prose: int = 0) -> ProcessingError:
    """The reason for a page with next to no running text: its text is elsewhere, or it is a list."""
    links = sum(is_linked_headline(block) for block in blocks)
    if headline and headline.confirmed:
        below = blocks[headline.last + 1 : headline.last + 30]
        documents = sum(_is_document(block) for block in below)
        pictures = sum(block.picture and not block.kind for block in below)
        if documents:
            return ProcessingError("layout", ATTACHMENT, links=documents)
        if pictures:
            return ProcessingError("layout", PICTURE, pictures=pictures, characters=prose)
    if links >= MIN_LISTED:
        return ProcessingError("layout", LISTING, links=links, characters=prose)
    pictures = sum(block.picture and not block.kind for block in blocks)
    if not links and (documents := sum(_is_document(block) for block in blocks)):
        return ProcessingError("layout", ATTACHMENT, links=documents)
    if pictures and not links:
        return ProcessingError("layout", PICTURE, pictures=pictures, characters=prose)
    return ProcessingError("layout", NO_TEXT, characters=prose, links=links)


def _is_document(block: Block) -> bool:
    """A link to a document, or the words pages print beside one."""
    if block.kind not in (None, "attachment"):
        return False
    if any(target.lower().partition("?")[0].endswith(ATTACHMENT_ENDINGS) for target in block.targets):
        return True
    return block.text.lower().startswith(ATTACHMENT_MARKERS)


def _error_said(soup: BeautifulSoup, blocks: Sequence[Block], prose: float) -> str | None:
    """The words with which a page says that it is an error page: in its `<title>` or, outside articles, a line."""
    lines = [_title(soup)] if prose < MIN_ARTICLE_PROSE * 2 else []
    if prose < MIN_ARTICLE_PROSE:
        lines += [
            block.text for block in blocks if block.words <= MAX_ERROR_LINE_WORDS and block.linked < 0.5
        ]
    headings = [block.text for block in blocks if block.heading in ("h1", "h2") and block.linked < 0.5]
    for line in (_title(soup), *headings):
        if len(line.split()) <= MAX_ERROR_TITLE_WORDS and line.lower().startswith(ERROR_MARKERS):
            return line[:80]
    for line in lines:
        if line.lower().startswith(ERROR_MARKERS) or any(
            marker in line.lower() for marker in ERROR_MARKERS if marker.count(" ") >= 2
        ):
            return line[:80]
    return None


def _says(blocks: Sequence[Block], markers: Sequence[str]) -> bool:
    return any(
        block.words <= MAX_ERROR_LINE_WORDS and any(marker in block.text.lower() for marker in markers)
        for block in blocks
    )
