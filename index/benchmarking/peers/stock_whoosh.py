"""Whoosh as it comes: its own fields, codec, matchers and collectors."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from whoosh import index as whoosh_index
from whoosh import query as asked_for
from whoosh import sorting
from whoosh.analysis import SpaceSeparatedTokenizer
from whoosh.fields import ID, KEYWORD, NUMERIC, TEXT, Schema
from whoosh.query.spans import SpanNear

from index.benchmarking.documents import shared_table
from index.benchmarking.workplace import Workplace
from index.fields import FieldTable
from index.query import And, DateRange, FacetFilter, Fuzzy, Near, Node, Or, Phrase, Prefix, Query, Term
from index.results import Facet, FacetValue, Hit, IndexDocument, Results

POOL_MEGABYTES = 512
ONE_VALUED = ("year", "month", "day")
"""Fields with at most one value a document: a column, which Whoosh counts faster than lists of values."""
DAY_BITS = 32


class StockWhoosh:
    """One collection. A list of keys is taken by its TEXT fields as tokens, so no analyzer cuts anything."""

    def __init__(self, index: Any, fields: FieldTable) -> None:
        self._index = index
        self._searcher = index.searcher()
        self._ids = self._searcher.reader().column_reader("id")
        self._fields = fields

    @classmethod
    def build(cls, place: Workplace, collection: str, documents: Iterable[IndexDocument]) -> None:
        """See `System.build`."""
        folder = place.index("stock", collection)
        folder.mkdir(parents=True)
        fields = shared_table(collection)
        writer = whoosh_index.create_in(str(folder), _schema(fields)).writer(limitmb=POOL_MEGABYTES)
        for document in documents:
            writer.add_document(**_given(document, fields))
        writer.commit()

    @classmethod
    def open(cls, place: Workplace, collection: str) -> StockWhoosh:
        """See `System.open`."""
        return cls(whoosh_index.open_dir(str(place.index("stock", collection))), shared_table(collection))

    def search(self, query: Query) -> Results:
        """See `System.search`."""
        newest = sorting.FieldFacet("date", reverse=True) if query.sort == "newest" and query.limit else None
        groups = {request.field: _group(request.field) for request in query.facets}
        found = self._searcher.search(
            _node(query.clause),
            limit=(query.offset + query.limit) or 1,
            filter=_filters(query),
            sortedby=newest,
            groupedby=groups or None,
            maptype=sorting.Count,
        )
        page = range(query.offset, min(query.offset + query.limit, found.scored_length()))
        hits = tuple(Hit(self._ids[found.docnum(place)], 0, found.score(place) or 0.0) for place in page)
        facets = tuple(_facet(request.field, request.limit, found) for request in query.facets)
        return Results(len(found), hits, facets)

    def snippets(self, query: Query) -> list[str]:
        """See `System.snippets`."""
        found = self._searcher.search(_node(query.clause), limit=query.limit, filter=_filters(query))
        return [hit.highlights(self._fields.text[-1], top=2) for hit in found]

    def close(self) -> None:
        """See `System.close`."""
        self._searcher.close()
        self._index.close()


def _node(node: Node) -> Any:
    match node:
        case Term(key, _, field):
            return asked_for.Term(field, key)
        case Phrase(terms, field):
            return asked_for.Phrase(field, [term.key for term in terms])
        case Prefix(key=key, field=field):
            return asked_for.Prefix(field, key)
        case Fuzzy(key, _, field):
            return asked_for.FuzzyTerm(field, key, maxdist=1, prefixlength=0)
        case Near(terms, distance, field):
            # Its distance counts from word to word: neighbours are 1 apart.
            return SpanNear.phrase(field, [term.key for term in terms], slop=distance + 1, ordered=False)
        case And(clauses):
            return asked_for.And(list(map(_node, clauses)))
        case Or(clauses):
            return asked_for.Or(list(map(_node, clauses)))
        case _:
            raise TypeError(node)


def _filters(query: Query) -> Any:
    clauses = [_days(dates) for dates in query.dates] + [_values(chosen) for chosen in query.filters]
    return asked_for.And(clauses) if clauses else None


def _days(dates: DateRange) -> Any:
    first, last = (day and day.toordinal() for day in (dates.first, dates.last))
    return asked_for.NumericRange(dates.field, first, last)


def _values(chosen: FacetFilter) -> Any:
    return asked_for.Or([asked_for.Term(chosen.field, value) for value in chosen.include])


def _group(field: str) -> Any:
    return sorting.FieldFacet(field, allow_overlap=field not in ONE_VALUED)


def _facet(field: str, limit: int, found: Any) -> Facet:
    counts = {_text(value): count for value, count in found.groups(field).items() if value}
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0]))[:limit]
    return Facet(field, tuple(FacetValue(value, "", count) for value, count in ranked), len(counts))


def _text(value: str | bytes) -> str:
    return value.decode() if isinstance(value, bytes) else value


def _schema(fields: FieldTable) -> Schema:
    return Schema(
        id=ID(sortable=True),
        **{
            field: TEXT(analyzer=SpaceSeparatedTokenizer(), stored=field == fields.text[-1])
            for field in fields.text
        },
        **{field: ID(sortable=True) if field in ONE_VALUED else KEYWORD() for field in fields.keyword},
        **{field: NUMERIC(int, bits=DAY_BITS, signed=False, sortable=True) for field in fields.date},
    )


def _given(document: IndexDocument, fields: FieldTable) -> dict[str, object]:
    given: dict[str, object] = {"id": document.id}
    for field in fields.text:
        if keys := document.text.get(field):
            given[field] = keys
    last = fields.text[-1]
    given[f"_stored_{last}"] = " ".join(document.text.get(last, ()))
    for field in fields.keyword:
        if values := document.keywords.get(field):
            given[field] = values[0] if field in ONE_VALUED else values
    for field in fields.date:
        if period := document.periods.get(field):
            given[field] = period[0]
    return given
