"""The pure steps in order: a raw document in, a processed one or a rejection out. One document, no I/O."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple

from archive.cleaning.cleaning import clean
from archive.cleaning.pages.captures import original_url
from archive.cleaning.pages.page import Page, read_page
from archive.cleaning.pages.site_tables import site_rules
from archive.cleaning.pages.sites import SiteRules
from archive.documents import RawDocument, Rejection
from archive.errors import ProcessingError
from archive.identity import article_id, identify, web_link
from archive.knowledge.understanding import understand
from archive.models import Processed, Source
from archive.reading.records import Record, parse
from archive.sources import host, resolve_source
from archive.text.segmentation import words


@dataclass(frozen=True, slots=True)
class Guidance:
    """What is known before any document is read.

    Attributes:
        today: no date of an article may lie after it.
        source: the source the user named for all of them, which wins over what they say.
        sites: rules for pages of known sites.
    """

    today: date
    source: Source | None = None
    sites: SiteRules = field(default_factory=site_rules)


class Identified(NamedTuple):
    """A document parsed as far as it takes to know whose and which it is."""

    raw: RawDocument
    record: Record
    page: Page | None
    source: Source
    identity: tuple[str, str]

    @property
    def id(self) -> str:
        """The id of its article."""
        return article_id(self.identity)

    @property
    def url(self) -> str | None:
        """Its address as a page may link to it."""
        return web_link(self.record.fields.get("url", ""))


def process(raw: RawDocument, guidance: Guidance, *, segment: bool = True) -> Processed | Rejection:
    """Decode, clean, date, understand and segment one document.

    Args:
        raw: the document as read.
        guidance: what is known beforehand.
        segment: whether to find pyvi words, the slowest step; looking without storing does without.

    Returns:
        The processed document, or the rejection that goes into the report.
    """
    try:
        return understood(identified(raw, guidance), guidance.today, segment=segment)
    except ProcessingError as error:
        return rejection_of(raw, error)


def identified(raw: RawDocument, guidance: Guidance) -> Identified:
    """Decode and parse a document, and say whose and which it is.

    A page's own address and domain count where nothing that carried it names one.

    Raises:
        ProcessingError: it cannot be read, or is a page without an article.
    """
    record = parse(raw)
    url = original_url(record.fields.get("url", ""))
    page = read_page(record.text, host(url), guidance.sites) if record.markup else None
    if page and not url:
        url = page.address or ""
    record = replace(record, fields={**record.fields, "url": url})
    domain = page.domain if page else None
    source = resolve_source(record.fields, raw, guidance.source, domain, guidance.sites.publishers)
    return Identified(raw, record, page, source, identify(raw, record.fields, source))


def understood(found: Identified, today: date, *, segment: bool = True) -> Processed:
    """Clean, date, understand and segment a document.

    Raises:
        ProcessingError: it is no article.
    """
    article = clean(found.record, found.id, found.source, found.url, today, found.page)
    return Processed(
        raw=found.raw,
        identity=found.identity,
        article=article,
        understanding=understand(article),
        words=tuple(words(paragraph) for paragraph in article.paragraphs) if segment else (),
    )


def rejection_of(raw: RawDocument, error: ProcessingError) -> Rejection:
    """The row of the report for a document that could not be processed."""
    return Rejection(raw.path, error.step, error.template, error.values, raw.member, raw.line)
