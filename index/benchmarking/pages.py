"""Whole pages of answers, as a reader or a script asks for them: query, facets, labels, snippets."""

from __future__ import annotations

import time
from collections.abc import Mapping, Sequence
from dataclasses import asdict, replace
from typing import Any

from index.benchmarking.classes import CLASSES
from index.benchmarking.copies import open_copies
from index.benchmarking.corpus import Corpus
from index.benchmarking.measuring import measure, milliseconds, timing
from index.benchmarking.workplace import Figures, Workplace
from index.language.printer import print_query
from index.query import And, Node, Phrase, Query, Term
from index.requests import CollectionName, SearchRequest
from index.searcher import Searcher, open_searcher

ASKED = ("common_term", "mid_term", "and_2", "and_5", "quote", "quote_unmarked", "date_range", "province")
SAID = ("statement_term", "statement_quote", "speaker_and_word", "years_of_province")
"""The classes pages are asked for by, of articles and of statements."""

PageFacets = Mapping[CollectionName, Mapping[str, int]]
"""The facets a page shows, and how many values of each."""


def page_requests(
    names: Sequence[str], corpus: Corpus, count: int, seed: str, facets: PageFacets
) -> list[SearchRequest]:
    """Requests drawn class by class, in turn, until there are `count`."""
    classes = [query_class for query_class in CLASSES if query_class.name in names]
    drawn = [query_class.draw(corpus, -(-count // len(classes)), seed) for query_class in classes]
    queries = [query for turn in zip(*drawn, strict=True) for query in turn][:count]
    collection: CollectionName = "articles" if corpus.field == "body" else "statements"
    return [_typed(query, collection, facets) for query in queries]


def measure_pages(searcher: Searcher, requests: Sequence[SearchRequest], rounds: int) -> Figures:
    """Times of whole pages, warmed."""
    return asdict(measure(requests, {"page": lambda asked: _answer(searcher, asked)}, rounds)["page"])


def serve(place: Workplace, copies: int, requests: Sequence[SearchRequest]) -> Figures:
    """Open an archive as a server does and answer everything once; to be called in a process of its own."""
    begin = time.perf_counter()
    searcher = open_pages(place, copies)
    opened = time.perf_counter()
    _answer(searcher, requests[0])
    answered = time.perf_counter()
    times = [milliseconds(lambda asked: _answer(searcher, asked), asked) for asked in requests]
    searcher.close()
    return {
        "open_ms": 1000 * (opened - begin),
        "first_answer_ms": 1000 * (answered - begin),
        "mixed_queries": len(requests),
        "mixed_seconds": sum(times) / 1000,
        "mixed_median_ms": timing(times).median_ms,
        "mixed_p95_ms": timing(times).p95_ms,
    }


def open_pages(place: Workplace, copies: int) -> Searcher:
    """A searcher over the archive, or over copies of it."""
    return open_copies(place, copies) if copies else open_searcher(place.settings)


def _answer(searcher: Searcher, asked: SearchRequest) -> Any:
    search = searcher.search if asked.collection == "articles" else searcher.search_statements
    return search(asked, with_receipt=False)


def _typed(query: Query, collection: CollectionName, facets: PageFacets) -> SearchRequest:
    """A query as somebody asks it: in any field, with filters and dates beside it."""
    dates = query.dates[0] if query.dates else None
    return SearchRequest(
        text=print_query(_anywhere(query.clause)),
        collection=collection,
        include={chosen.field: chosen.include for chosen in query.filters},
        first=dates.first.isoformat() if dates and dates.first else "",
        last=dates.last.isoformat() if dates and dates.last else "",
        facets=facets[collection],
    )


def _anywhere(node: Node) -> Node:
    """A node of a page's classes that names no field."""
    match node:
        case And(clauses):
            return And(tuple(map(_anywhere, clauses)))
        case Term() | Phrase():
            return replace(node, field=None)
        case _:
            raise TypeError(node)
