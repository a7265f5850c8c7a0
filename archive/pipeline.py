"""The pure steps in order: a raw document in, a processed one or a rejection out. One document, no I/O."""

from __future__ import annotations

from datetime import date

from archive.cleaning.cleaning import clean
from archive.errors import ProcessingError
from archive.identity import article_id, identify, web_link
from archive.knowledge.understanding import understand
from archive.models import Processed, RawDocument, Rejection, Source
from archive.reading.records import parse
from archive.sources import resolve_source
from archive.text.segmentation import words


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
        return _process(raw, default, today, segment)
    except ProcessingError as error:
        return Rejection(raw.path, error.step, error.reason, raw.member, raw.line)


def _process(raw: RawDocument, default: Source | None, today: date, segment: bool) -> Processed:
    record = parse(raw)
    source = resolve_source(record.fields, raw, default)
    identity = identify(raw, record.fields, source)
    article = clean(record, article_id(identity), source, web_link(record.fields.get("url", "")), today)
    return Processed(
        raw=raw,
        identity=identity,
        article=article,
        understanding=understand(article),
        words=tuple(words(paragraph) for paragraph in article.paragraphs) if segment else (),
    )
