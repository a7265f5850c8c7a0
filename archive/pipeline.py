"""The pure steps in order: a raw document in, a processed one or a rejection out. One document, no I/O."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple

from archive.cleaning.cleaning import clean
from archive.errors import ProcessingError
from archive.identity import article_id, identify, web_link
from archive.knowledge.understanding import understand
from archive.models import Processed, RawDocument, Rejection, Source
from archive.reading.records import Record, parse
from archive.sources import resolve_source
from archive.text.segmentation import words


class Identified(NamedTuple):
    """A document parsed as far as it takes to know whose and which it is."""

    raw: RawDocument
    record: Record
    source: Source
    identity: tuple[str, str]

    @property
    def id(self) -> str:
        """The id of its article."""
        return article_id(self.identity)


def process(
    raw: RawDocument, default: Source | None, today: date, *, segment: bool = True
) -> Processed | Rejection:
    """Decode, clean, date, understand and segment one document.

    Args:
        raw: the document as read.
        default: the source the user named for this ingest, which wins over what the document says.
        today: no date of an article may lie after it.
        segment: whether to find pyvi words, the slowest step; looking without storing does without.

    Returns:
        The processed document, or the rejection that goes into the report.
    """
    try:
        return understood(identified(raw, default), today, segment=segment)
    except ProcessingError as error:
        return rejection_of(raw, error)


def identified(raw: RawDocument, default: Source | None) -> Identified:
    """Decode and parse a document, and say whose and which it is.

    Raises:
        ProcessingError: it cannot be read.
    """
    record = parse(raw)
    source = resolve_source(record.fields, raw, default)
    return Identified(raw, record, source, identify(raw, record.fields, source))


def understood(found: Identified, today: date, *, segment: bool = True) -> Processed:
    """Clean, date, understand and segment a document.

    Raises:
        ProcessingError: it is no article.
    """
    url = web_link(found.record.fields.get("url", ""))
    article = clean(found.record, found.id, found.source, url, today)
    return Processed(
        raw=found.raw,
        identity=found.identity,
        article=article,
        understanding=understand(article),
        words=tuple(words(paragraph) for paragraph in article.paragraphs) if segment else (),
    )


def rejection_of(raw: RawDocument, error: ProcessingError) -> Rejection:
    """The row of the report for a document that could not be processed."""
    return Rejection(raw.path, error.step, error.reason, raw.member, raw.line)
