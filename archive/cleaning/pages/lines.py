"""The lines of an article in the order of its page, each with what the page says about its role."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from archive.cleaning.bylines import names_institution, read_byline
from archive.cleaning.datelines import read_dateline
from archive.cleaning.layout import Line
from archive.cleaning.names import is_full_name
from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.dating import DatePlace
from archive.cleaning.pages.headline import Headline
from archive.cleaning.pages.info import names_author, names_source
from archive.cleaning.pages.region import Region
from archive.cleaning.pages.teasers import is_linked_headline
from archive.cleaning.pages.words import TRIVIAL_LINES
from archive.cleaning.tails import is_tail_marker
from archive.cleaning.vocabulary import DATELINE_LABELS

MAX_BYLINE_CHARACTERS = 80
MAX_BYLINE_WORDS = 12
MAX_CAPTION_CHARACTERS = 500
MAX_LEAD_CHARACTERS = 1_500
MIN_LEAD_WORDS = 10
MAX_BLOCKS_BELOW = 8
"""Author and source stand at most so many lines under the text."""

ENDING_KINDS = frozenset({"related", "comments", "footer", "menu", "sidebar", "form", "header", "popup"})
MAX_BLOCKS_ABOVE = 2
MAX_CAPTION_WORDS = 40
MAX_CONTROL_WORDS = 4
MAX_INSTITUTION_WORDS = 9
PICTURE_BOXES = ("table", "div", "p", "center", "figure", "td")
LINKED = 0.8

_PIECES = re.compile(r"[\[\]|•]")
"""What stands between controls in one line: `[ Gửi bạn bè ] [ In trang ]`."""


def article_lines(
    blocks: Sequence[Block], region: Region, headline: Headline | None, place: DatePlace | None
) -> Iterator[Line]:
    """The lines of an article, from a date above its headline to an author under its text.

    Args:
        blocks: of the page, judged.
        region: where its text stands.
        headline: where its headline stands; not among the lines.
        place: where its date is printed.
    """
    start = headline.last + 1 if headline else region.first
    if headline:
        yield from _above(blocks, headline.first)
    if place and place.position < start:
        yield from _date_lines(blocks[place.position], place)
    end = _end(blocks, region)
    lead = _caption_lead(blocks, start, region, place)
    for position in range(start, end + 1):
        block = blocks[position]
        if place and position == place.position:
            yield from _date_lines(block, place)
        elif block.text:
            role = "lead" if position == lead else _role(blocks, position, region, place)
            yield Line(block.number, block.text, True, role)
    yield from _below(blocks, end, place)


def _above(blocks: Sequence[Block], first: int) -> Iterator[Line]:
    """An author printed above the headline."""
    for block in blocks[max(0, first - MAX_BLOCKS_ABOVE) : first]:
        if block.kind or block.linked or not names_author(block.text):
            continue
        if (
            is_full_name(block.text.title())
            or ":" in block.text
            or block.has_role("author", MAX_BYLINE_CHARACTERS)
        ):
            yield Line(block.number, block.text, True, "byline")


def _date_lines(block: Block, place: DatePlace) -> Iterator[Line]:
    yield Line(block.number, place.text, True, "dateline")
    for piece in place.beside:
        yield Line(
            block.number,
            piece,
            True,
            "byline" if names_author(piece) or names_source(piece) else "boilerplate_head",
        )


def _end(blocks: Sequence[Block], region: Region) -> int:
    """The last block of the text: short lines after the last paragraph belong to it, links and frame do not."""
    last = region.last
    for position in range(region.last + 1, region.box.last + 1):
        block = blocks[position]
        if block.kind in ENDING_KINDS or block.linked > 0.5 or is_tail_marker(block.text):
            break
        if block.text and not block.kind and not _is_control(block):
            last = position
    while last > region.last and _opens_links(blocks, last):
        last -= 1
    return last


def _opens_links(blocks: Sequence[Block], position: int) -> bool:
    """Whether a line stands over a list of links: `Từ khóa`, the name of a box."""
    if read_byline(blocks[position].text) or _signs(blocks[position]):
        return False
    after = blocks[position + 1] if position + 1 < len(blocks) else None
    return after is not None and after.box is not blocks[position].box and after.linked > LINKED


def _is_control(block: Block) -> bool:
    text = block.text.lower().strip(" .:|»>")
    if not any(letter.isalnum() for letter in text):
        return not any(letter in "*…~-_=" for letter in text)
    if block.linked > LINKED and block.words < MAX_CONTROL_WORDS:
        return True
    return all(piece.strip(" .:»>") in TRIVIAL_LINES for piece in _PIECES.split(text) if piece.strip())


def _role(blocks: Sequence[Block], position: int, region: Region, place: DatePlace | None) -> str:
    """What the page says about the role of a line."""
    block = blocks[position]
    if block.part in ("lead", "byline"):
        return block.part
    if _is_author(block) or (place and position < region.first and _is_beside(block, position, place)):
        return "byline"
    if block.kind:
        return block.kind
    if position < region.first and not block.prose and block.has_role("author", MAX_BYLINE_CHARACTERS):
        return "boilerplate_head"
    if _is_control(block) or (position < region.first and not block.prose and block.linked > 0.5):
        return "boilerplate_tail" if position > region.first else "boilerplate_head"
    if position < region.first and not any(letter.isalpha() for letter in block.text):
        return "boilerplate_head"
    if is_linked_headline(block) and (_is_listed(blocks, position) or _is_inset(block)):
        return "related"
    if _is_caption(blocks, position, region):
        return "caption"
    if position <= region.first:
        if block.has_role("lead", MAX_LEAD_CHARACTERS) and block.words >= MIN_LEAD_WORDS:
            return "lead"
        if read_dateline(1, block.text) or block.text.lower().strip(" :") in DATELINE_LABELS:
            return "other_date"
    if position > region.last and _signs(block):
        return "byline"
    beside = blocks[max(0, position - 1) : position + 2]
    return "beside_picture" if any(near.picture for near in beside) else "paragraph"


def _is_author(block: Block) -> bool:
    """Whether a short line stands in the place of an author or a source and reads like a name."""
    if block.words > MAX_BYLINE_WORDS or not block.has_role("author", MAX_BYLINE_CHARACTERS):
        return False
    return (
        block.kind in (None, "share", "related", "footer")
        and block.text[:1].isupper()
        and not _is_mere_control(block)
    )


def _is_mere_control(block: Block) -> bool:
    return block.text.lower().strip(" .:|»>") in TRIVIAL_LINES or block.words > MAX_CONTROL_WORDS * (
        1 if block.linked > LINKED and not read_byline(block.text) else MAX_BYLINE_WORDS
    )


def _is_beside(block: Block, position: int, place: DatePlace) -> bool:
    """Whether a name stands right before or after the date."""
    if abs(position - place.position) != 1 or block.kind:
        return False
    return names_author(block.text) or names_source(block.text)


def _is_caption(blocks: Sequence[Block], position: int, region: Region) -> bool:
    """Whether a line is named as the words under a picture, or stands under one in a box they have for themselves."""
    block = blocks[position]
    if block.has_role("caption", MAX_CAPTION_CHARACTERS) or any(
        box.tag == "figcaption" for box in block.box.chain()
    ):
        return True
    if block.words > MAX_CAPTION_WORDS or not position or block.text.endswith(":"):
        return False
    if blocks[position - 1].picture and block.italic and block.centred:
        return True
    for box in block.box.chain():
        if box.first <= region.first and region.last <= box.last or box.characters > MAX_CAPTION_CHARACTERS:
            return False
        inside = blocks[box.first : box.last + 1]
        if (
            box.tag in PICTURE_BOXES
            and inside[0].picture
            and (box.tag == "table" or block.italic or block.centred)
        ):
            return sum(bool(other.text) for other in inside) <= sum(other.picture for other in inside)
    return False


def _is_inset(block: Block) -> bool:
    """Whether a line is nothing but the headline of another article, linked, between two paragraphs."""
    return block.linked == 1.0 and len(block.targets) == 1 and not block.text.endswith((".", ";", ":", "…"))


def _signs(block: Block) -> bool:
    """Whether a line under the text is the institution that signs it, set apart from the text."""
    apart = block.right or block.bold or block.italic or block.centred
    return apart and 2 <= block.words <= MAX_INSTITUTION_WORDS and names_institution(block.text)


def _is_listed(blocks: Sequence[Block], position: int) -> bool:
    """Whether a linked line stands beside another one, or right after the words that open a list of links."""
    near = [blocks[number] for number in (position - 1, position + 1) if 0 <= number < len(blocks)]
    if any(is_linked_headline(block) for block in near):
        return True
    return position > 0 and is_tail_marker(blocks[position - 1].text)


def _caption_lead(blocks: Sequence[Block], start: int, region: Region, place: DatePlace | None) -> int | None:
    """The caption of the leading picture, where it is the lead: a sentence above the date line, and no other lead."""
    roles = {position: _role(blocks, position, region, place) for position in range(start, region.first + 1)}
    if place is None or "lead" in roles.values():
        return None
    for position in range(start, place.position):
        block = blocks[position]
        if (
            roles.get(position) == "caption"
            and block.words >= MIN_LEAD_WORDS
            and "ảnh:" not in block.text.lower()
        ):
            return position
    return None


def _below(blocks: Sequence[Block], end: int, place: DatePlace | None) -> Iterator[Line]:
    """Author, source and date printed under the text."""
    for position in range(end + 1, min(end + 1 + MAX_BLOCKS_BELOW, len(blocks))):
        block = blocks[position]
        if block.kind == "comments" or (block.kind == "footer" and not _signs_footer(block)):
            return
        if place and position == place.position:
            yield from _date_lines(block, place)
        elif block.text and (block.part == "byline" or _is_author_below(block) or _is_source_below(block)):
            yield Line(block.number, block.text, True, "byline")


def _signs_footer(block: Block) -> bool:
    """Whether a line in the foot of an article names its author, or when: not the foot of the page."""
    return block.has_role("author", MAX_BYLINE_CHARACTERS) or block.has_role("date", MAX_BYLINE_CHARACTERS)


def _is_source_below(block: Block) -> bool:
    return not block.kind and names_source(block.text) and "/" not in block.text


def _is_author_below(block: Block) -> bool:
    found = read_byline(block.text) if block.words <= MAX_BYLINE_WORDS else None
    if found is None or found.author is None:
        return False
    return _is_author(block) or (not block.kind and ":" in block.text)
