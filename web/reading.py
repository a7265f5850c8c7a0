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

EVIDENCE_CHARACTERS = 60
EXTRACT_CHARACTERS = 300


@dataclass(frozen=True, slots=True)
class OfficialRow:
    """An official of the article, and where their page is."""

    official: Official
    address: str


@dataclass(frozen=True, slots=True)
class PlaceRow:
    """A unit of the article, where its page is, and the printed words it rests on."""

    label: str
    role: str
    address: str
    evidence: tuple[Markup, ...]


@dataclass(frozen=True, slots=True)
class Reading:
    """What the page shows, as far as the rights of the source go."""

    title: Markup
    paragraphs: tuple[Markup, ...]
    captions: tuple[tuple[Markup, str | None], ...]
    officials: tuple[OfficialRow, ...]
    places: tuple[PlaceRow, ...]


def read_article(stored: StoredArticle, query: str, urls: Urls) -> Reading:
    """Dress an article for its page.

    Args:
        query: words to mark; one that cannot be read marks nothing.
    """
    article, understanding = stored.article, stored.understanding
    dress = {
        part: _marks(article, understanding.officials, part, query, urls)
        for part in ("title", "body", "caption")
    }
    shown = article.source.rights == "full"
    captions = _pieces([caption.text for caption in article.captions], dress["caption"]) if shown else ()
    return Reading(
        title=dressed(article.display_title, dress["title"] if article.title else []),
        paragraphs=_paragraphs(article, dress["body"]),
        captions=tuple(
            (text, caption.credit) for text, caption in zip(captions, article.captions, strict=False)
        ),
        officials=tuple(
            OfficialRow(official, urls.official(person_id(official.name, official.unit)))
            for official in understanding.officials
        ),
        places=tuple(_place(article, place, urls) for place in understanding.places),
    )


def _paragraphs(article: Article, found: list[Mark]) -> tuple[Markup, ...]:
    rights = article.source.rights
    if rights == "closed":
        return ()
    if rights == "extract":
        start = article.body[:EXTRACT_CHARACTERS].rpartition(" ")[0].partition(PARAGRAPH_BREAK)[0]
        return (dressed(start + " …", []),)
    return _pieces(article.paragraphs, found)


def _pieces(texts: list[str] | tuple[str, ...], found: list[Mark]) -> tuple[Markup, ...]:
    pieces = []
    start = 0
    for text in texts:
        end = start + len(text)
        pieces.append(dressed(text, shifted(found, start, end)))
        start = end + len(PARAGRAPH_BREAK)
    return tuple(pieces)


def _marks(
    article: Article, officials: tuple[Official, ...], part: str, query: str, urls: Urls
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


def _found(article: Article, part: str, query: str) -> list[tuple[int, int]]:
    if not query.strip():
        return []
    try:
        node = parse(query)
    except QueryError:
        return []
    texts = {"title": article.title or "", "body": article.body, "caption": article.caption_text}
    return list(marks(texts[part], node, part))


def _place(article: Article, place: PlaceAttribution, urls: Urls) -> PlaceRow:
    return PlaceRow(
        label=label(UNITS[place.unit]),
        role=place.role,
        address=urls.province(place.unit),
        evidence=tuple(_excerpt(article, span) for span in place.evidence[:3])
        if article.source.rights == "full"
        else (),
    )


def _excerpt(article: Article, span: Span) -> Markup:
    part: Part = span.part
    text = article.part(part)
    start = max(0, span.start - EVIDENCE_CHARACTERS // 2)
    end = min(len(text), span.end + EVIDENCE_CHARACTERS // 2)
    start = text.rfind(" ", 0, start) + 1 if start else 0
    end = len(text) if (cut := text.find(" ", end)) < 0 else cut
    excerpt = dressed(text[start:end], [Mark(span.start - start, span.end - start, "evidence")])
    return ("… " if start else Markup()) + excerpt + (" …" if end < len(text) else Markup())
