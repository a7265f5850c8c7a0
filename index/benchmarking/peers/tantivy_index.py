"""tantivy by its Python package: one writer thread, so that it works with one core as the others do."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import tantivy
from tantivy import FieldType, Occur

from index.benchmarking.documents import shared_table
from index.benchmarking.workplace import Workplace
from index.fields import FieldTable
from index.query import And, DateRange, FacetFilter, Fuzzy, Node, Or, Phrase, Prefix, Query, Term
from index.results import Facet, FacetValue, Hit, IndexDocument, Results

HEAP_BYTES = 1_500_000_000
"""Enough that 100,000 articles become one segment."""
NUMBER = "number"
"""The number of a document in `ids.txt`: an id comes back without reading the stored text."""
_TOTAL = "total"


class TantivyIndex:
    """One collection. Its writer merges in the background; facets are term aggregations over fast fields."""

    def __init__(self, index: Any, ids: list[str], fields: FieldTable) -> None:
        self._schema = index.schema
        self._searcher = index.searcher()
        self._ids = ids
        self._fields = fields

    @classmethod
    def build(cls, place: Workplace, collection: str, documents: Iterable[IndexDocument]) -> None:
        """See `System.build`."""
        folder = place.index("tantivy", collection)
        folder.mkdir(parents=True)
        fields = shared_table(collection)
        writer = tantivy.Index(_schema(fields), path=str(folder)).writer(HEAP_BYTES, num_threads=1)
        with (folder / "ids.txt").open("w", encoding="utf-8") as ids:
            for number, document in enumerate(documents):
                writer.add_document(_document(number, document, fields))
                ids.write(document.id + "\n")
        writer.commit()
        writer.wait_merging_threads()

    @classmethod
    def open(cls, place: Workplace, collection: str) -> TantivyIndex:
        """See `System.open`."""
        folder = place.index("tantivy", collection)
        ids = (folder / "ids.txt").read_text("utf-8").split("\n")
        return cls(tantivy.Index.open(str(folder)), ids, shared_table(collection))

    def search(self, query: Query) -> Results:
        """See `System.search`."""
        asked = self._asked(query)
        if not query.limit:
            return self._counted(asked, query)
        newest = "date" if query.sort == "newest" else None
        found = self._searcher.search(asked, query.limit, offset=query.offset, order_by_field=newest)
        return Results(found.count, tuple(self._hits(found.hits)), ())

    def snippets(self, query: Query) -> list[str]:
        """See `System.snippets`."""
        asked = self._asked(query)
        generator = tantivy.SnippetGenerator.create(self._searcher, asked, self._schema, _body(self._fields))
        generator.set_max_num_chars(240)
        found = self._searcher.search(asked, query.limit)
        return [
            generator.snippet_from_doc(self._searcher.doc(address)).to_html() for _, address in found.hits
        ]

    def close(self) -> None:
        """See `System.close`."""
        self._searcher = None

    def _counted(self, asked: Any, query: Query) -> Results:
        wanted = {
            request.field: {"terms": {"field": request.field, "size": request.limit}}
            for request in query.facets
        }
        found = self._searcher.aggregate(asked, wanted | {_TOTAL: {"value_count": {"field": NUMBER}}})
        facets = tuple(
            Facet(
                request.field,
                tuple(
                    FacetValue(bucket["key"], "", bucket["doc_count"])
                    for bucket in found[request.field]["buckets"]
                ),
                0,
            )
            for request in query.facets
        )
        return Results(int(found[_TOTAL]["value"]), (), facets)

    def _hits(self, found: list[tuple[Any, Any]]) -> Iterator[Hit]:
        numbers = self._searcher.fast_field_values(NUMBER, [address for _, address in found])
        for (score, _), number in zip(found, numbers, strict=True):
            yield Hit(self._ids[number], 0, float(score or 0))

    def _asked(self, query: Query) -> Any:
        clauses = [self._node(query.clause)]
        clauses += [self._days(dates) for dates in query.dates]
        clauses += [self._having(chosen) for chosen in query.filters]
        return _all(clauses) if len(clauses) > 1 else clauses[0]

    def _having(self, chosen: FacetFilter) -> Any:
        values = [tantivy.Query.term_query(self._schema, chosen.field, value) for value in chosen.include]
        held = values[0] if len(values) == 1 else _any(values)
        return tantivy.Query.const_score_query(held, 0.0)

    def _node(self, node: Node) -> Any:
        schema = self._schema
        match node:
            case Term(key, _, field):
                return tantivy.Query.term_query(schema, field, key)
            case Phrase(terms, field):
                return tantivy.Query.phrase_query(schema, field, [term.key for term in terms])
            case Prefix(key=key, field=field):
                return tantivy.Query.regex_query(schema, field, re.escape(key) + ".*")
            case Fuzzy(key, _, field):
                return tantivy.Query.fuzzy_term_query(schema, field, key, 1, transposition_cost_one=False)
            case And(clauses):
                return _all(map(self._node, clauses))
            case Or(clauses):
                return _any(map(self._node, clauses))
            case _:
                raise TypeError(node)

    def _days(self, dates: DateRange) -> Any:
        first, last = (day and day.toordinal() for day in (dates.first, dates.last))
        return tantivy.Query.range_query(self._schema, dates.field, FieldType.Integer, first, last)


def _all(clauses: Iterable[Any]) -> Any:
    return tantivy.Query.boolean_query([(Occur.Must, clause) for clause in clauses])


def _any(clauses: Iterable[Any]) -> Any:
    return tantivy.Query.boolean_query([(Occur.Should, clause) for clause in clauses])


def _body(fields: FieldTable) -> str:
    """The text field snippets are made of: the longest, which comes last."""
    return fields.text[-1]


def _schema(fields: FieldTable) -> Any:
    builder = tantivy.SchemaBuilder().add_unsigned_field(NUMBER, fast=True)
    for field in fields.text:
        builder.add_text_field(field, stored=field == _body(fields), tokenizer_name="whitespace")
    for field in fields.keyword:
        builder.add_text_field(field, fast=True, tokenizer_name="raw", index_option="basic")
    for field in fields.date:
        builder.add_integer_field(field, indexed=True, fast=True)
    return builder.build()


def _document(number: int, document: IndexDocument, fields: FieldTable) -> Any:
    made = tantivy.Document()
    made.add_unsigned(NUMBER, number)
    for field in fields.text:
        made.add_text(field, " ".join(document.text.get(field, ())))
    for field in fields.keyword:
        for value in document.keywords.get(field, ()):
            made.add_text(field, value)
    for field in fields.date:
        if period := document.periods.get(field):
            made.add_integer(field, period[0])
    return made
