"""A backend together with the words to ask it by: from a request to a query, and its results."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from archive.errors import LimitError, QueryError
from archive.settings import Settings
from index.backend import Backend
from index.grouping import search_stories
from index.language.certainty import asks_for_dates, certainly, possibly
from index.language.expansion import expand
from index.language.notices import Notice
from index.language.parser import parse, typed_offset
from index.language.printer import print_query
from index.names.naming import Naming
from index.names.vocabulary import Names, Vocabulary
from index.query import DateRange, Everything, FacetRequest, Node, Query
from index.requests import SearchRequest, check_request, day_bounds
from index.results import Facet, FacetValue, Results
from index.terms import KeptTerms


@dataclass(frozen=True, slots=True)
class Reading:
    """How a request was understood.

    Attributes:
        typed: the clause as parsed, for highlighting.
        query: what the engine is asked, nothing left to resolve.
        printed: the clause in canonical form, for people.
        notices: names that stand for several values or for none, and bounds that were hit.
    """

    typed: Node
    query: Query
    printed: str
    notices: tuple[Notice, ...]


class Collection:
    """One collection of one generation, ready to be asked."""

    def __init__(self, backend: Backend, officials: Names, settings: Settings) -> None:
        self.backend = backend
        self.fields = backend.fields
        self.terms = KeptTerms(backend.terms)
        self.vocabulary = Vocabulary(self.terms, officials)
        self._settings = settings

    def read(self, request: SearchRequest) -> Reading:
        """Parse a request, resolve its names and expand its patterns.

        Raises:
            QueryError: it cannot be read; LimitError: it asks for more rows than one page may have.
        """
        if request.limit > self._settings.page_rows:
            raise LimitError(
                "limit {asked} is more than {most} rows: ask for less, use export, or raise KHOBAO_PAGE_ROWS",
                asked=request.limit,
                most=self._settings.page_rows,
            )
        check_request(request)
        typed = self._parse(request)
        naming = Naming(self.vocabulary)
        resolved = _resolved(typed, naming, request.text)
        clause, cut_short = expand(resolved, self.terms.spellings, self._settings.expansions, self.fields)
        first, last = day_bounds(request.first, request.last)
        query = Query(
            clause=clause,
            filters=naming.filters(request.include, request.exclude),
            dates=(DateRange("date", first, last),) if first or last else (),
            sort=request.sort,
            facets=tuple(FacetRequest(field, limit) for field, limit in request.counted.items()),
            offset=request.offset,
            limit=request.limit,
        )
        printed = "" if isinstance(typed, Everything) else print_query(typed)
        return Reading(typed, certainly(query), printed, (*naming.notices, *cut_short))

    def search(self, reading: Reading, clusters: Mapping[str, str] | None = None) -> tuple[Results, int]:
        """Results with labelled facets, and how many more documents only overlap the dates asked for.

        Args:
            clusters: cluster by document, to fold near-duplicates; None to have every document by itself.
        """
        if clusters is None:
            results = self.backend.search(reading.query)
        else:
            results = search_stories(self.backend, reading.query, clusters)
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
            fields=self.fields,
            syntax=request.syntax,
            match=request.match,
            marks=request.marks,
            characters=self._settings.query_characters,
            clauses=self._settings.query_clauses,
            patterns=self._settings.query_patterns,
        )

    def _labelled(self, facet: Facet) -> Facet:
        labels = self.vocabulary.labels(facet.field, [value.value for value in facet.values])
        # A page has a hundred values: `dataclasses.replace` took half as long again.
        values = tuple([FacetValue(one.value, labels[one.value], one.count) for one in facet.values])
        return Facet(facet.field, values, facet.distinct)


def _only_total(query: Query) -> Query:
    return replace(query, facets=(), offset=0, limit=0, sort="newest")


def _resolved(typed: Node, naming: Naming, text: str) -> Node:
    try:
        return naming.clause(typed)
    except QueryError as error:
        if error.position is not None:
            error.position = typed_offset(text, error.position)
        raise
