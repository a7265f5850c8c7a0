"""An article as it is read on its page: paragraphs with officials linked and words found, and the evidence."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from archive.errors import QueryError
from archive.knowledge.persons import person_id
from archive.knowledge.units import UNITS, label
from archive.models import PARAGRAPH_BREAK, Article, Official, Part, PlaceAttribution, Span
from archive.storage.articles import StoredArticle
from index.highlighting import marks
from index.parser import parse
from web.marking import Mark, dressed, shifted
from web.urls import Urls

PARTS: tuple[Part, ...] = ("title", "body", "caption")
EVIDENCE_CHARACTERS = 60
SHOWN_EVIDENCE = 3


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An official of the article, and where their page is."""

    official: Official
    address: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A unit of the article, where its page is, and the printed words it rests on.

    `from_home`: no word names it, the paper's home province does.
    """

    label: str
    role: str
    address: str
    evidence: tuple[Markup, ...]
    from_home: bool


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page shows, as far as the rights of the source go."""

    title: Markup
    paragraphs: tuple[Markup, ...]
    captions: tuple[tuple[Markup, str | None], ...]
    officials: tuple[OfficialRow, ...]
    places: tuple[PlaceRow, ...]


def read_article(stored: StoredArticle, query: str, untitled: str, urls: Urls) -> Reading:
    """Dress an article for its page.

    Args:
        stored: the article as far as its rights go.
        query: words to mark; one that cannot be read marks nothing.
        untitled: what to call an article that has no title to show.
    """
    article, understanding = stored.article, stored.understanding
    dress = {part: _marks(article, understanding.officials, part, query, urls) for part in PARTS}
    captions = _pieces([caption.text for caption in article.captions], dress["caption"])
    return Reading(
        title=dressed(
            article.title or article.title_inferred or untitled, dress["title"] if article.title else []
        ),
        paragraphs=_pieces(article.paragraphs, dress["body"]),
        captions=tuple(
            (text, caption.credit) for text, caption in zip(captions, article.captions, strict=True)
        ),
        officials=tuple(
            OfficialRow(official, urls.official(person_id(official.name, official.unit)))
            for official in understanding.officials
        ),
        places=tuple(_place(article, place, urls) for place in understanding.places),
    )


def _pieces(texts: list[str] | tuple[str, ...], found: list[Mark]) -> tuple[Markup, ...]:
    pieces = []
    start = 0
    for text in texts:
        end = start + len(text)
        pieces.append(dressed(text, shifted(found, start, end)))
        start = end + len(PARAGRAPH_BREAK)
    return tuple(pieces)


def _marks(
    article: Article, officials: tuple[Official, ...], part: Part, query: str, urls: Urls
) -> list[Mark]:
    found = [Mark(start, end, "") for start, end in _found(article, part, query)]
    return found + [
        Mark(
            mention.span.start,
            mention.span.end,
            "official",
            urls.official(person_id(official.name, official.unit)),
        )
        for official in officials
        for mention in official.mentions
        if mention.span.part == part
    ]


def _found(article: Article, part: Part, query: str) -> list[tuple[int, int]]:
    if not query.strip():
        return []
    try:
        node = parse(query)
    except QueryError:
        return []
    return list(marks(article.part(part), node, part))


def _place(article: Article, place: PlaceAttribution, urls: Urls) -> PlaceRow:
    return PlaceRow(
        label=label(UNITS[place.unit]),
        role=place.role,
        address=urls.province(place.unit),
        evidence=tuple(_excerpt(article, span) for span in place.evidence[:SHOWN_EVIDENCE]),
        from_home=article.source.rights == "full" and not place.evidence,
    )


def _excerpt(article: Article, span: Span) -> Markup:
    text = article.part(span.part)
    start = max(0, span.start - EVIDENCE_CHARACTERS // 2)
    end = min(len(text), span.end + EVIDENCE_CHARACTERS // 2)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = len(text) if (cut := text.find(" ", end)) < 0 else cut
    excerpt = dressed(text[start:end], [Mark(span.start - start, span.end - start, "evidence")])
    return ("… " if start else Markup()) + excerpt + (" …" if end < len(text) else Markup())
