"""A backend together with the words to ask it by: from a request to a query, and its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archive.errors import LimitError
from archive.knowledge.units import UNITS, label
from archive.settings import Settings
from index.backend import Backend
from index.certainty import asks_for_dates, certainly, possibly
from index.expansion import expand
from index.parser import parse
from index.printer import print_query
from index.query import (
    And,
    AtLeast,
    DateRange,
    Everything,
    FacetFilter,
    FacetRequest,
    Keyword,
    Named,
    Node,
    Not,
    Or,
    Query,
    SameSentence,
)
from index.requests import SearchRequest, day_bounds
from index.results import Facet, Results
from index.vocabulary import Names, Vocabulary, narrower_units


@dataclass(frozen=True, slots=True)
class Reading:
    """How a request was understood.

    Attributes:
        typed: the clause as parsed, for highlighting.
        query: what the engine is asked, nothing left to resolve.
        printed: the clause in canonical form, for people.
        notices: bounds that were hit, and names that stand for several values.
    """

    typed: Node
    query: Query
    printed: str
    notices: tuple[str, ...]


class Collection:
    """One collection of one generation, ready to be asked."""

    def __init__(self, backend: Backend, officials: Names, settings: Settings) -> None:
        self.backend = backend
        self.vocabulary = Vocabulary(backend.terms, officials)
        self._settings = settings

    def read(self, request: SearchRequest) -> Reading:
        """Parse a request, resolve its names and expand its patterns.

        Raises:
            QueryError: it cannot be read; LimitError: it asks for more rows than one page may have.
        """
        if request.limit > self._settings.page_rows:
            raise LimitError(
                f"limit {request.limit} is more than {self._settings.page_rows} rows: "
                "ask for less, use export, or raise KHOBAO_PAGE_ROWS"
            )
        typed = self._parse(request)
        clause, notices = expand(self._resolve(typed), self.backend.terms, self._settings.expansions)
        first, last = day_bounds(request.first, request.last)
        query = Query(
            clause=clause,
            filters=self._filters(request),
            dates=(DateRange("date", first, last),) if first or last else (),
            sort=request.sort,
            facets=tuple(FacetRequest(field, limit) for field, limit in request.facets.items()),
            offset=request.offset,
            limit=request.limit,
        )
        printed = "" if isinstance(typed, Everything) else print_query(typed)
        return Reading(typed, certainly(query), printed, (*_notices(typed), *notices))

    def search(self, reading: Reading) -> tuple[Results, int]:
        """Results with labelled facets, and how many more documents only overlap the dates asked for."""
        results = self.backend.search(reading.query)
        uncertain = 0
        if asks_for_dates(reading.query):
            uncertain = self.backend.search(_only_total(possibly(reading.query))).total - results.total
        return replace(results, facets=tuple(self._labelled(facet) for facet in results.facets)), uncertain

    def ids(self, reading: Reading) -> Iterator[str]:
        """Every id of the answer, ascending."""
        return self.backend.iter_ids(reading.query)

    def _parse(self, request: SearchRequest) -> Node:
        if not request.text.strip():
            return Everything()
        return parse(
            request.text,
            syntax=request.syntax,
            match=request.match,
            marks=request.marks,
            characters=self._settings.query_characters,
            clauses=self._settings.query_clauses,
        )

    def _resolve(self, node: Node) -> Node:
        if isinstance(node, Named):
            return Keyword(node.field, self.vocabulary.values(node.field, node.text))
        if isinstance(node, Not):
            return Not(self._resolve(node.clause))
        if isinstance(node, And | Or | AtLeast | SameSentence):
            return replace(node, clauses=tuple(self._resolve(clause) for clause in node.clauses))
        return node

    def _filters(self, request: SearchRequest) -> tuple[FacetFilter, ...]:
        fields = dict.fromkeys((*request.include, *request.exclude))
        return tuple(
            FacetFilter(field, self._values(field, request.include), self._values(field, request.exclude))
            for field in fields
        )

    def _values(self, field: str, chosen: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
        values = [
            value
            for text in chosen.get(field, ())
            for value in self.vocabulary.values(field, text) or (text,)
        ]
        return tuple(dict.fromkeys(values))

    def _labelled(self, facet: Facet) -> Facet:
        labels = self.vocabulary.labels(facet.field, [value.value for value in facet.values])
        return replace(
            facet, values=tuple(replace(value, label=labels[value.value]) for value in facet.values)
        )


def _only_total(query: Query) -> Query:
    return replace(query, facets=(), offset=0, limit=0, sort="newest")


def _notices(node: Node) -> tuple[str, ...]:
    if isinstance(node, Named) and node.field == "province" and narrower_units(node.text):
        return (_narrower(node.text),)
    if isinstance(node, Not):
        return _notices(node.clause)
    if isinstance(node, And | Or | AtLeast):
        return tuple(notice for clause in node.clauses for notice in _notices(clause))
    return ()


def _narrower(name: str) -> str:
    units = [UNITS[unit] for unit in narrower_units(name)]
    today = dict.fromkeys(UNITS[current].name for unit in units for current in unit.current)
    ways = [f"province:{unit.id} ({label(unit)})" for unit in units]
    ways += [f'current:"{current}"' for current in today]
    return f"{name} = " + " + ".join(label(unit) for unit in units) + " → " + " · ".join(ways)
