"""From a stored article to what an index holds of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from archive.knowledge.places.units import held_today
from archive.models import PARAGRAPH_BREAK, Article, Repair, Span
from archive.periods import period
from archive.sources import UNKNOWN as UNKNOWN_SOURCE
from archive.storage.articles import StoredArticle
from index.analysis import analyse_parts
from index.indexing.statements import Speech
from index.results import IndexDocument


def index_document(stored: StoredArticle, said: Sequence[Speech]) -> IndexDocument:
    """The document of one article: analysed text, keyword values, periods.

    Args:
        said: what is said in it (`index.indexing.statements.speeches`).
    """
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
        keywords=_keywords(stored, said),
        periods=_periods(article),
    )


def _as_printed(article: Article) -> Iterator[str]:
    """Paragraphs with words repaired, as they were printed: whoever pastes the damaged words finds them too."""
    start = 0
    for paragraph in article.paragraphs:
        yield from as_printed(paragraph, start, article.repairs)
        start += len(paragraph) + len(PARAGRAPH_BREAK)


def as_printed(text: str, start: int, repairs: Sequence[Repair]) -> Iterator[str]:
    """A piece of the body that begins at `start` as it was printed, if it was printed otherwise."""
    end = start + len(text)
    inside = [
        (repair.span, repair.before)
        for repair in repairs
        if repair.span
        and repair.span.part == "body"
        and start <= repair.span.start
        and repair.span.end <= end
    ]
    printed = text
    # From the last to the first: what stands before a repair keeps its place.
    for span, before in sorted(inside, key=_begin, reverse=True):
        printed = printed[: span.start - start] + before + printed[span.end - start :]
    # Pieces of a broken paragraph that were joined have the same words either way.
    if inside and printed.split() != text.split():
        yield printed


def _begin(inside: tuple[Span, str]) -> int:
    return inside[0].start


def place_values(stored: StoredArticle) -> dict[str, tuple[str, ...]]:
    """Values of the fields that say where an article is about and where it is from."""
    source, subjects = stored.article.source, stored.understanding.units("subject")
    return {
        "province": subjects,
        "current": held_today(subjects),
        "source": (source.name,) if source != UNKNOWN_SOURCE else (),
    }


def day_values(day: str | None) -> dict[str, tuple[str, ...]]:
    """Values of the fields `year`, `month` and `day`, as far as a day is known."""
    day = day or ""
    return {
        "year": (day[:4],) if day else (),
        "month": (day[:7],) if len(day) >= len("2020-12") else (),
        "day": (day,) if len(day) >= len("2020-12-25") else (),
    }


def _keywords(stored: StoredArticle, said: Sequence[Speech]) -> dict[str, tuple[str, ...]]:
    article, officials = stored.article, stored.understanding.officials
    values = (
        place_values(stored)
        | day_values(article.sort_date)
        | {
            "official": tuple(filter(None, stored.people)),
            "post": tuple(post.canonical for official in officials for post in official.posts),
            "organisation": _organisations(stored, said),
            "author": (article.byline,) if article.byline else (),
            "speaker": tuple(speaker.value for speech in said for speaker in speech.speakers),
            "act": tuple(act for speech in said for act in speech.values("act")),
        }
    )
    return {field: tuple(dict.fromkeys(chosen)) for field, chosen in values.items() if chosen}


def _organisations(stored: StoredArticle, said: Sequence[Speech]) -> tuple[str, ...]:
    """The bodies of the officials, and those that speak."""
    of_posts = (post.organisation for official in stored.understanding.officials for post in official.posts)
    of_speakers = (name for speech in said for name in speech.organisations)
    return tuple(filter(None, (*of_posts, *of_speakers)))


def _periods(article: Article) -> dict[str, tuple[int, int]]:
    values = {
        "date": article.sort_date,
        "published": article.published and article.published.value,
        "event": article.event and article.event.value,
    }
    periods = {field: period(value) for field, value in values.items() if value}
    return {field: (first.toordinal(), last.toordinal()) for field, (first, last) in periods.items()}
