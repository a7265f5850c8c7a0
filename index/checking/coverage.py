"""How much there is to look through: the denominators without which `not found` says nothing."""

from __future__ import annotations

from dataclasses import replace

from archive.inspection import NO_ARTICLE
from archive.knowledge.officials.officials import find_officials
from archive.knowledge.places.places import locate
from archive.knowledge.places.units import UNITS
from index.checking.results import Searched
from index.collection import Collection
from index.language.certainty import possibly
from index.language.notices import Notice
from index.query import UNKNOWN, Keyword, Query
from index.requests import SearchRequest


def scope_of(collection: Collection, request: SearchRequest) -> tuple[Query, tuple[Notice, ...]]:
    """The articles to look through, and what there is to know about the names they were narrowed by.

    Articles whose day may lie outside the period asked for are among them.

    Raises:
        QueryError: a province that never was one, or a date that is none.
    """
    reading = collection.read(replace(request, text="", facets={}, sort="relevance"))
    return possibly(reading.query), reading.notices


def searched(collection: Collection, scope: Query, request: SearchRequest, generation: str) -> Searched:
    """Count the articles looked through, and those of the province, official and period in question.

    Args:
        request: the text, and what it is narrowed to; province and official may also be named in the text.
    """
    named_province, named_official = _named(request.text)
    province = ", ".join(request.include.get("province", ())) or named_province
    official = ", ".join(request.include.get("official", ())) or named_official
    period = f"{request.first}..{request.last}" if request.first or request.last else None
    of_period = SearchRequest(first=request.first, last=request.last)
    return Searched(
        articles=_count(collection, scope),
        province=province,
        articles_of_province=_chosen(collection, request, "province", province),
        official=official,
        articles_of_official=_chosen(collection, request, "official", official),
        period=period,
        articles_of_period=_count(collection, scope_of(collection, of_period)[0]) if period else None,
        undated=_count(collection, replace(scope, filters=(), dates=(), clause=Keyword("date", (UNKNOWN,)))),
        generation=generation,
    )


def _named(text: str) -> tuple[str | None, str | None]:
    """The first province and the first official that a text names, by their names."""
    article = replace(NO_ARTICLE, paragraphs=tuple(filter(None, map(str.strip, text.splitlines()))))
    places = locate(article)
    officials = find_officials(article, places)
    return UNITS[places[0].unit].name if places else None, officials[0].name if officials else None


def _chosen(collection: Collection, request: SearchRequest, field: str, name: str | None) -> int | None:
    if name is None:
        return None
    asked = SearchRequest(include={field: request.include.get(field) or (name,)})
    return _count(collection, scope_of(collection, asked)[0])


def _count(collection: Collection, scope: Query) -> int:
    return collection.backend.search(replace(scope, facets=(), offset=0, limit=0, sort="newest")).total
