"""A saved page in, the lines of its article out, each with what the page says about its role. Pure, bounded."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from bs4 import BeautifulSoup

from archive.cleaning.datelines import split_suffix
from archive.cleaning.known import STORY_ROLES
from archive.cleaning.layout import Line, check_length
from archive.cleaning.pages.address import page_address, page_domain
from archive.cleaning.pages.blocks import read_blocks
from archive.cleaning.pages.boxes import Block
from archive.cleaning.pages.dating import find_date
from archive.cleaning.pages.fonts import write_modern
from archive.cleaning.pages.frames import judge_frames
from archive.cleaning.pages.headline import Headline, anchor, find_headline
from archive.cleaning.pages.lines import article_lines
from archive.cleaning.pages.metadata import Metadata, read_metadata
from archive.cleaning.pages.parsing import parse_markup
from archive.cleaning.pages.refusal import no_text, refusal
from archive.cleaning.pages.region import Region, before_next_article, find_region
from archive.cleaning.pages.sites import Part, SiteRule, SiteRules
from archive.cleaning.pages.titles import StatedTitles, stated_titles
from archive.text.conversion import modernize_as

NO_RULES = SiteRules()
_REMARK = re.compile(r"\s*[(\[][^()\[\]]{2,30}[)\]]$")
PARTS: tuple[Part, ...] = ("body", "title", "date", "lead", "byline", "remove")


@dataclass(frozen=True, slots=True)
class Page:
    """An article as its page prints it.

    Attributes:
        title: the headline, as printed.
        lines: of the article's region in the order of the page, without the headline; roles as in `Line`.
        metadata: what the page says of itself.
        address: its own address, where the page can be trusted to say it.
        domain: the host it was served from, where anything says so.
        rule: the site rule it was read by, if any.
        conversion: the legacy encoding its words were converted from, if any.
    """

    title: str | None
    lines: tuple[Line, ...]
    metadata: Metadata
    address: str | None = None
    domain: str | None = None
    rule: SiteRule | None = None
    conversion: str | None = None


def read_page(markup: str, domain: str | None = None, rules: SiteRules = NO_RULES) -> Page:
    """Find the article on a saved page.

    Args:
        markup: the page as decoded.
        domain: the host it came from, if its carrier knows; else the page is asked.
        rules: for known sites; where none fits, and for parts they do not tell, the general rules read.

    Returns:
        The lines of the article with their roles.

    Raises:
        ProcessingError: the page is no article (a list, a form, an error page…), with the reason.
    """
    soup = parse_markup(markup)
    domain = domain or page_domain(soup)
    rule = rules.rule_for(domain, soup)
    blocks = read_blocks(soup, dict(_told(rule, soup)))
    check_length(sum(len(block.text) for block in blocks))
    conversion = write_modern(blocks)
    metadata = read_metadata(soup)
    titles = _titles(metadata, conversion)
    judge_frames(blocks, titles)
    region, headline = _found(blocks, titles)
    if region and headline:
        region = before_next_article(blocks, region, headline.first, headline.last)
    if (refused := refusal(soup, blocks, region, headline)) or region is None:
        raise refused or no_text(blocks, headline)
    title, lines = _article(blocks, region, headline and _unmarked(headline, titles))
    if not any(line.role in STORY_ROLES for line in lines):
        raise no_text(blocks, headline)
    return Page(title, lines, metadata, page_address(soup, title), domain, rule, conversion)


def _found(blocks: Sequence[Block], titles: StatedTitles) -> tuple[Region | None, Headline | None]:
    """Where the article stands, and its headline."""
    if (region := find_region(blocks)) is None:
        return None, None
    headline = find_headline(blocks, region, titles)
    position = anchor(blocks, region, headline, titles)
    under = find_region(blocks, position + 1) if position is not None else None
    return (under, find_headline(blocks, under, titles)) if under else (region, headline)


def _told(rule: SiteRule | None, soup: BeautifulSoup) -> Iterator[tuple[int, str]]:
    """What a site rule says of elements, by their `id()`; of one that is several parts the last says what it is."""
    if rule:
        for part in PARTS:
            for element in rule.find(part, soup):
                yield id(element), part


def _titles(metadata: Metadata, conversion: str | None) -> StatedTitles:
    written = [evidence.value for evidence in metadata.titles]
    if conversion:
        written += [modernize_as(title, conversion) for title in written]
    return stated_titles(written, (evidence.value for evidence in metadata.site_names))


def _unmarked(headline: Headline, titles: StatedTitles) -> Headline:
    """A headline without `(Video)`, `(có clip)` behind it, where the head of the page states it without."""
    bare = _REMARK.sub("", headline.text)
    return (
        replace(headline, text=bare) if titles.agreement(bare) > titles.agreement(headline.text) else headline
    )


def _article(
    blocks: Sequence[Block], region: Region, headline: Headline | None
) -> tuple[str | None, tuple[Line, ...]]:
    """The headline and the lines of the article; a date printed at the end of the headline is a line."""
    place = find_date(
        blocks, (headline.first, headline.last) if headline else None, region.first, region.last
    )
    lines = list(article_lines(blocks, region, headline, place))
    if headline is None:
        return None, tuple(lines)
    if (suffixed := split_suffix(0, headline.text)) is None:
        return headline.text, tuple(lines)
    dateline = Line(blocks[headline.last].number, suffixed[0].cuts[0].text, True, "dateline")
    return suffixed[1], (dateline, *lines)
