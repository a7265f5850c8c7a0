"""From a record to an article: roles, repairs, dates, in that order. Pure; nothing vanishes unrecorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from archive.cleaning.events import find_event, reported_days
from archive.cleaning.headings import inferred_title
from archive.cleaning.mending import joined_repairs, mend
from archive.cleaning.published import from_field, from_header, sharpened, sort_date
from archive.cleaning.roles import Roles, assign_roles
from archive.errors import ProcessingError
from archive.models import PARAGRAPH_BREAK, Article, Caption, DatedValue, Source
from archive.reading.records import Record
from archive.text.normalization import normalize, squeeze


def clean(record: Record, article_id: str, source: Source, url: str | None, today: date) -> Article:
    """Make a clean, dated article of a record.

    Args:
        record: text and fields as parsed; its `title`, `date`, `author` and `category` win over what the
            text prints.
        article_id: the identity the article bears.
        source: its publisher.
        url: its address, if known.
        today: no date of the article lies after it.

    Returns:
        The article, with every repair and every removal on record.

    Raises:
        ProcessingError: no body is left, or the record's own date cannot be read or lies in the future.
    """
    roles = assign_roles(record.text, _field(record, "title"))
    if not roles.paragraphs:
        raise ProcessingError(
            "clean",
            "no body is left beside title, date line, captions and tail: check the text of the article",
        )
    titles, title_repairs = mend([roles.title] if roles.title else [], "title")
    paragraphs, body_repairs = mend(roles.paragraphs, "body")
    texts, caption_repairs = mend([caption.text for caption in roles.captions], "caption")
    joins = joined_repairs(roles.joins, PARAGRAPH_BREAK.join(paragraphs))
    published, event = _dates(record, roles, paragraphs, today)
    return Article(
        id=article_id,
        source=source,
        url=url,
        title=titles[0] if titles else None,
        title_inferred=None if titles else inferred_title(paragraphs[0]),
        published=published,
        event=event,
        sort_date=sort_date(published, event),
        byline=_field(record, "author") or roles.byline,
        category=_field(record, "category"),
        credits=roles.credits,
        captions=tuple(
            Caption(text, caption.credit) for text, caption in zip(texts, roles.captions, strict=True)
        ),
        paragraphs=tuple(paragraphs),
        repairs=(*title_repairs, *body_repairs, *joins, *caption_repairs),
        removals=roles.removals,
    )


def _dates(
    record: Record, roles: Roles, paragraphs: Sequence[str], today: date
) -> tuple[DatedValue | None, DatedValue | None]:
    """When the article was published, and the day it reports from."""
    days = reported_days(paragraphs)
    stated = from_field(record.fields.get("date", ""), days, today)
    published = sharpened(stated, from_header(roles.dates, days, today))
    return published, find_event(days, published, paragraphs, today)


def _field(record: Record, name: str) -> str | None:
    return squeeze(normalize(record.fields.get(name, ""))) or None
