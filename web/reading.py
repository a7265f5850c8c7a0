"""An article as it is read on its page: paragraphs with officials linked and words found, and the evidence."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from archive.errors import QueryError
from archive.knowledge.places.units import UNITS, label
from archive.models import PARAGRAPH_BREAK, Article, Official, Part, PlaceAttribution, Span
from archive.storage.articles import StoredArticle
from index.indexing.statements import speeches
from index.language.parser import parse
from index.showing.highlighting import marks
from index.showing.statement_hits import StatementHit, statement_hit
from web.marking import Mark, dressed, shifted
from web.urls import Urls

Say = Callable[..., str]

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
    statements: tuple[StatementHit, ...]


def read_article(stored: StoredArticle, query: str, say: Say, urls: Urls) -> Reading:
    """Dress an article for its page.

    Args:
        stored: the article as far as its rights go.
        query: words to mark; one that cannot be read marks nothing.
        say: texts of the catalogue in the reader's language.
    """
    article, understanding = stored.article, stored.understanding
    statements = tuple(statement_hit(stored, speech) for speech in speeches(stored))
    said = _said(statements, say)
    dress = {part: [_links(stored, part, urls), _found(article, part, query)] for part in PARTS}
    captions = _pieces([caption.text for caption in article.captions], dress["caption"])
    untitled = article.title_inferred or say("untitled")
    return Reading(
        title=dressed(article.title, *dress["title"]) if article.title else dressed(untitled),
        paragraphs=_pieces(article.paragraphs, [said, *dress["body"]]),
        captions=tuple(
            (text, caption.credit) for text, caption in zip(captions, article.captions, strict=True)
        ),
        officials=tuple(
            OfficialRow(official, urls.official(person))
            for person, official in zip(stored.people, understanding.officials, strict=True)
        ),
        places=tuple(_place(article, place, urls) for place in understanding.places),
        statements=statements,
    )


def _pieces(texts: Sequence[str], layers: Sequence[Sequence[Mark]]) -> tuple[Markup, ...]:
    pieces = []
    start = 0
    for text in texts:
        end = start + len(text)
        pieces.append(dressed(text, *(shifted(layer, start, end) for layer in layers)))
        start = end + len(PARAGRAPH_BREAK)
    return tuple(pieces)


def _said(statements: Sequence[StatementHit], say: Say) -> list[Mark]:
    """The statements where they are printed; what continues one has its number."""
    return [
        Mark(
            part.start,
            part.end,
            f"said {part.kind}",
            anchor=part.anchor,
            hint=f"{hit.speaker} · {say(f'act_{part.act}')} · {say(f'kind_{part.kind}')}",
            number=str(number),
        )
        for number, hit in enumerate(statements, start=1)
        for part in hit.parts
    ]


def _links(stored: StoredArticle, part: Part, urls: Urls) -> list[Mark]:
    return [
        Mark(mention.span.start, mention.span.end, "official", urls.official(person))
        for person, official in zip(stored.people, stored.understanding.officials, strict=True)
        for mention in official.mentions
        if mention.span.part == part
    ]


def _found(article: Article, part: Part, query: str) -> list[Mark]:
    if not query.strip():
        return []
    try:
        node = parse(query)
    except QueryError:
        return []
    return [Mark(start, end, "") for start, end in marks(article.part(part), node, part)]


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
