"""From a stored article to what an index holds of it."""

from __future__ import annotations

from collections.abc import Iterator

from archive.knowledge.persons import person_id
from archive.knowledge.units import held_today
from archive.models import PARAGRAPH_BREAK, Article, Repair, Understanding
from archive.periods import period
from archive.sources import UNKNOWN as UNKNOWN_SOURCE
from archive.storage.articles import StoredArticle
from index.analysis import analyse_parts
from index.results import IndexDocument


def index_document(stored: StoredArticle) -> IndexDocument:
    """The document of one article: analysed text, keyword values, periods."""
    article = stored.article
    keys: dict[str, tuple[str, ...]] = {}
    sentence_starts: dict[str, tuple[int, ...]] = {}
    parts = {
        "title": (article.title or "",),
        "body": article.paragraphs,
        "caption": tuple(caption.text for caption in article.captions),
        "printed": tuple(_as_printed(article)),
    }
    for field, texts in parts.items():
        keys[field], sentence_starts[field] = analyse_parts(texts)
    return IndexDocument(
        id=article.id,
        revision=stored.revision,
        text=keys,
        sentence_starts=sentence_starts,
        keywords=_keywords(article, stored.understanding),
        periods=_periods(article),
    )


def _as_printed(article: Article) -> Iterator[str]:
    """Paragraphs with words repaired, as they were printed: whoever pastes the damaged words finds them too."""
    start = 0
    for paragraph in article.paragraphs:
        end = start + len(paragraph)
        text = paragraph
        for repair in sorted(article.repairs, key=_begin, reverse=True):
            span = repair.span
            if span and span.part == "body" and start <= span.start and span.end <= end:
                text = text[: span.start - start] + repair.before + text[span.end - start :]
        # Pieces of a broken paragraph that were joined have the same words either way.
        if text.split() != paragraph.split():
            yield text
        start = end + len(PARAGRAPH_BREAK)


def _begin(repair: Repair) -> int:
    return repair.span.start if repair.span else -1


def _keywords(article: Article, understanding: Understanding) -> dict[str, tuple[str, ...]]:
    officials = understanding.officials
    day = article.sort_date or ""
    values = {
        "province": understanding.units("subject"),
        "current": held_today(understanding.units("subject")),
        "official": tuple(person_id(official.name, official.unit) for official in officials),
        "post": tuple(post.canonical for official in officials for post in official.posts),
        "source": (article.source.name,) if article.source != UNKNOWN_SOURCE else (),
        "author": (article.byline,) if article.byline else (),
        "year": (day[:4],) if day else (),
        "month": (day[:7],) if len(day) >= len("2020-12") else (),
        "day": (day,) if len(day) >= len("2020-12-25") else (),
    }
    return {field: tuple(dict.fromkeys(chosen)) for field, chosen in values.items() if chosen}


def _periods(article: Article) -> dict[str, tuple[int, int]]:
    values = {
        "date": article.sort_date,
        "published": article.published and article.published.value,
        "event": article.event and article.event.value,
    }
    periods = {field: period(value) for field, value in values.items() if value}
    return {field: (first.toordinal(), last.toordinal()) for field, (first, last) in periods.items()}
