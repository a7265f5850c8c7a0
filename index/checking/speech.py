"""Whether words of an article are speech there: printed as said, only reported, or the paper's own."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from archive.models import PARAGRAPH_BREAK, Article, Statement
from archive.text.syllables import tokens
from index.checking.quotations import Span, quoted, spoken, unnamed

Speech = Literal["direct", "reported", "mixed", "own"]

MOSTLY = 0.85
"""From this share on, words are counted for what most of them are: `ông A nói:` may come along with a quote."""

LEAST_SHARE = 0.2
"""A statement that holds a smaller share of the words is merely beside them."""


class Spoken(NamedTuple):
    """What some words are, and the statement, by its place in the article, that holds most of them.

    `is_quote`: at least half of them are printed as said.
    """

    speech: Speech
    statement: int | None
    is_quote: bool


class Speaking:
    """The speech of one article, prepared once for any number of questions."""

    def __init__(self, article: Article, statements: Sequence[Statement]) -> None:
        self._statements = statements
        self._text = article.body
        quotes = {find: list(_over_paragraphs(article, find)) for find in (quoted, unnamed, spoken)}
        self._direct = quotes[spoken] + [
            part
            for statement in statements
            for part in _direct_parts(
                statement, _root(statements, statement), quotes[quoted], quotes[unnamed]
            )
        ]

    def of(self, start: int, end: int) -> Spoken:
        """What the words `[start, end)` of the body are."""
        places = [start + token.start for token in tokens(self._text[start:end])]
        held = [_count(places, (one.span.start, one.span.end)) for one in self._statements]
        most = max(range(len(held)), key=lambda place: held[place], default=None)
        if most is not None and held[most] < LEAST_SHARE * len(places):
            most = None
        direct = sum(any(first <= place < last for first, last in self._direct) for place in places)
        share = direct / len(places) if places else 0.0
        if share >= MOSTLY:
            return Spoken("direct", most, is_quote=True)
        if direct and share >= LEAST_SHARE:
            return Spoken("mixed", most, is_quote=share >= 0.5)
        return Spoken("own" if most is None else "reported", most, is_quote=False)


def _over_paragraphs(article: Article, find: Callable[[str], Iterable[Span]]) -> Iterator[Span]:
    offset = 0
    for paragraph in article.paragraphs:
        yield from ((offset + start, offset + end) for start, end in find(paragraph))
        offset += len(paragraph) + len(PARAGRAPH_BREAK)


def _root(statements: Sequence[Statement], statement: Statement) -> Statement:
    """The head of a continuation, the statement itself otherwise."""
    return statement if statement.continues is None else statements[statement.continues]


def _direct_parts(
    statement: Statement, head: Statement, quotes: Sequence[Span], unnamed_quotes: Sequence[Span]
) -> Iterator[Span]:
    """The parts of a statement that are printed as said, besides the quotes that are speech wherever they stand.

    A direct one is so throughout, and what continues it too where no marks say otherwise, as in an interview.
    Words between marks in one that quotes are speech unless a noun names them; in one that is only reported
    they are the paper's terms.
    """
    whole = (statement.span.start, statement.span.end)
    in_interview = head.kind == "direct" and not any(
        a < head.span.end and head.span.start < b for a, b in quotes
    )
    if statement.kind == "direct" or (statement.kind == "continuation" and in_interview):
        yield whole
    elif statement.kind == "mixed" or (statement.kind == "continuation" and head.kind != "reported"):
        for a, b in unnamed_quotes:
            if a < whole[1] and whole[0] < b:
                yield max(whole[0], a), min(whole[1], b)


def _count(places: Sequence[int], span: Span) -> int:
    return sum(span[0] <= place < span[1] for place in places)
