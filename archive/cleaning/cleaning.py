"""From a record to an article: roles, repairs, dates, in that order. Pure; nothing vanishes unrecorded."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

from archive.cleaning.events import find_event, reported_days
from archive.cleaning.headings import inferred_title
from archive.cleaning.layout import check_length, read_lines
from archive.cleaning.mending import converted_repair, joined_repairs, mend
from archive.cleaning.pages.page import Page
from archive.cleaning.published import from_field, from_header, sharpened, sort_date
from archive.cleaning.roles import Roles, assign_roles
from archive.errors import ProcessingError
from archive.models import PARAGRAPH_BREAK, Article, Caption, DatedValue, Repair, Source
from archive.reading.records import Record
from archive.text.normalization import normalize, squeeze


def clean(
    record: Record, article_id: str, source: Source, url: str | None, today: date, page: Page | None = None
) -> Article:
    """Make a clean, dated article of a record.

    Args:
        record: text and fields as parsed; its `title`, `date`, `author` and `category` win over what the
            text prints.
        article_id: the identity the article bears.
        source: its publisher.
        url: its address, if known.
        today: no date of the article lies after it.
        page: what the record's text was read as, where that is the markup of a page.

    Returns:
        The article, with every repair and every removal on record.

    Raises:
        ProcessingError: no body is left, or the record's own date cannot be read or lies in the future.
    """
    check_length(sum(map(len, record.fields.values())) + (0 if page else len(record.text)))
    title = _field(record, "title") or (page.title if page else None)
    roles = assign_roles(page.lines if page else read_lines(record.text), title)
    if not roles.paragraphs:
        raise ProcessingError(
            "clean",
            "no body is left beside title, date line, captions and tail: check the text of the article",
        )
    mended = _mended(roles, page.conversion if page else record.conversion)
    published, event = _dates(record, roles, mended.paragraphs, today)
    return Article(
        id=article_id,
        source=source,
        url=url,
        title=mended.title,
        title_inferred=None if mended.title else inferred_title(mended.paragraphs[0]),
        published=published,
        event=event,
        sort_date=sort_date(published, event),
        byline=_field(record, "author") or roles.byline,
        category=_field(record, "category"),
        credits=roles.credits,
        captions=mended.captions,
        paragraphs=mended.paragraphs,
        repairs=mended.repairs,
        removals=roles.removals,
    )


class _Mended(NamedTuple):
    """The words of an article after repair, and every repair."""

    title: str | None
    paragraphs: tuple[str, ...]
    captions: tuple[Caption, ...]
    repairs: tuple[Repair, ...]


def _mended(roles: Roles, conversion: str | None) -> _Mended:
    """Mend the words of every part; the conversion of the whole document comes first."""
    titles, title_repairs = mend([roles.title] if roles.title else [], "title")
    paragraphs, body_repairs = mend(roles.paragraphs, "body")
    texts, caption_repairs = mend([caption.text for caption in roles.captions], "caption")
    joins = joined_repairs(roles.joins, PARAGRAPH_BREAK.join(paragraphs))
    title = titles[0] if titles else None
    converted = [converted_repair(conversion, title or paragraphs[0])] if conversion else []
    return _Mended(
        title,
        tuple(paragraphs),
        tuple(Caption(text, caption.credit) for text, caption in zip(texts, roles.captions, strict=True)),
        (*converted, *title_repairs, *body_repairs, *joins, *caption_repairs),
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
