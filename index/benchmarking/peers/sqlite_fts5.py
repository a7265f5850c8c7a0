"""SQLite's FTS5: one table of texts, one ordinary table a keyword field, joined by row number."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from contextlib import closing
from typing import Any

from archive.text.spelling import TONE_SIGNS
from index.benchmarking.documents import shared_table
from index.benchmarking.workplace import Workplace
from index.fields import FieldTable
from index.query import And, DateRange, FacetFilter, Near, Node, Or, Phrase, Prefix, Query, Term
from index.results import Facet, FacetValue, Hit, IndexDocument, Results

VERSION = sqlite3.sqlite_version
FILE = "fts5.sqlite"
CACHE_KIB = 262_144
MAPPED_BYTES = 1 << 34
_SNIPPET_TOKENS = 48

_TOKENIZER = "ascii tokenchars '" + "".join(TONE_SIGNS.values()).replace("'", "''") + "'"
"""Letters beyond ASCII are token characters of `ascii`; with the signs of tones no key is ever cut."""

_Part = tuple[str, tuple[object, ...]]
"""A piece of SQL, and the values of its places."""


class SqliteFts5:
    """One collection. The ranked page, the count and each facet are statements of their own."""

    def __init__(self, connection: sqlite3.Connection, fields: FieldTable) -> None:
        self._connection = connection
        self._fields = fields

    @classmethod
    def build(cls, place: Workplace, collection: str, documents: Iterable[IndexDocument]) -> None:
        """See `System.build`."""
        folder = place.index("fts5", collection)
        folder.mkdir(parents=True)
        fields = shared_table(collection)
        with closing(sqlite3.connect(folder / FILE)) as connection, connection:
            connection.execute("PRAGMA synchronous = OFF")
            _make_tables(connection, fields)
            for number, document in enumerate(documents, start=1):
                _insert(connection, number, document, fields)
            for field in fields.keyword:
                connection.execute(f'CREATE INDEX "{field}_of" ON "{field}" (document, value)')
            connection.execute("CREATE INDEX days ON documents (first)")
            connection.execute("INSERT INTO texts (texts) VALUES ('optimize')")
            connection.execute("ANALYZE")

    @classmethod
    def open(cls, place: Workplace, collection: str) -> SqliteFts5:
        """See `System.open`."""
        connection = sqlite3.connect(place.index("fts5", collection) / FILE)
        connection.execute(f"PRAGMA cache_size = -{CACHE_KIB}")
        connection.execute(f"PRAGMA mmap_size = {MAPPED_BYTES}")
        return cls(connection, shared_table(collection))

    def search(self, query: Query) -> Results:
        """See `System.search`."""
        found = self._found(query)
        (total,) = self._rows("SELECT count(*)", found, "")[0]
        facets = tuple(self._facet(request.field, request.limit, found) for request in query.facets)
        hits = self._page("documents.id", found, query) if query.limit else []
        return Results(total, tuple(Hit(identity, 0, 0.0) for (identity,) in hits), facets)

    def snippets(self, query: Query) -> list[str]:
        """See `System.snippets`."""
        place = len(self._fields.text) - 1
        shown = f"snippet(texts, {place}, '<b>', '</b>', '…', {_SNIPPET_TOKENS})"
        return [text for (text,) in self._page(shown, self._found(query), query)]

    def close(self) -> None:
        """See `System.close`."""
        self._connection.close()

    def _page(self, shown: str, found: _Part, query: Query) -> list[tuple[Any, ...]]:
        order = "rank" if query.sort == "relevance" else "documents.first DESC, documents.id"
        window = f"ORDER BY {order} LIMIT {query.limit} OFFSET {query.offset}"
        joined = " JOIN documents ON documents.number = texts.rowid"
        return self._rows(f"SELECT {shown}", found, window, joined)

    def _facet(self, field: str, limit: int, found: _Part) -> Facet:
        joined = f' JOIN "{field}" AS counted ON counted.document = texts.rowid'
        grouped = f"GROUP BY counted.value ORDER BY 2 DESC, 1 LIMIT {limit}"
        rows = self._rows("SELECT counted.value, count(*)", found, grouped, joined)
        return Facet(field, tuple(FacetValue(value, "", count) for value, count in rows), 0)

    def _found(self, query: Query) -> _Part:
        """What follows FROM: the matches and the conditions on them."""
        conditions: list[_Part] = [("texts MATCH ?", (_match(query.clause),))]
        conditions += [_within(dates) for dates in query.dates]
        conditions += [_having(chosen) for chosen in query.filters]
        return " AND ".join(text for text, _ in conditions), tuple(
            value for _, values in conditions for value in values
        )

    def _rows(self, select: str, found: _Part, rest: str, joined: str = "") -> list[tuple[Any, ...]]:
        where, values = found
        sql = f"{select} FROM texts{joined} WHERE {where} {rest}"
        return self._connection.execute(sql, values).fetchall()


def _match(node: Node) -> str:
    """A node in the query language of FTS5."""
    match node:
        case Term(key, _, field):
            return f'{field} : "{key}"'
        case Phrase(terms, field):
            return f'{field} : "{" ".join(term.key for term in terms)}"'
        case Prefix(key=key, field=field):
            return f'{field} : "{key}" *'
        case Near(terms, distance, field):
            return f"{field} : NEAR({_quoted(terms)}, {distance})"
        case And(clauses):
            return " AND ".join(map(_match, clauses))
        case Or(clauses):
            return " OR ".join(map(_match, clauses))
        case _:
            raise TypeError(node)


def _quoted(terms: Sequence[Term]) -> str:
    return " ".join(f'"{term.key}"' for term in terms)


def _within(dates: DateRange) -> _Part:
    days = tuple(day.toordinal() for day in (dates.first, dates.last) if day)
    return (
        "EXISTS (SELECT 1 FROM documents AS dated WHERE dated.number = texts.rowid "
        "AND dated.first BETWEEN ? AND ?)",
        days,
    )


def _having(chosen: FacetFilter) -> _Part:
    places = ", ".join("?" * len(chosen.include))
    return (
        f'EXISTS (SELECT 1 FROM "{chosen.field}" AS held WHERE held.document = texts.rowid '
        f"AND held.value IN ({places}))",
        chosen.include,
    )


def _make_tables(connection: sqlite3.Connection, fields: FieldTable) -> None:
    columns = ", ".join(fields.text)
    connection.execute(f'CREATE VIRTUAL TABLE texts USING fts5({columns}, tokenize = "{_TOKENIZER}")')
    connection.execute("CREATE TABLE documents (number INTEGER PRIMARY KEY, id TEXT, first INTEGER)")
    for field in fields.keyword:
        connection.execute(
            f'CREATE TABLE "{field}" (value TEXT, document INTEGER, PRIMARY KEY (value, document)) WITHOUT ROWID'
        )


def _insert(connection: sqlite3.Connection, number: int, document: IndexDocument, fields: FieldTable) -> None:
    texts = [" ".join(document.text.get(field, ())) for field in fields.text]
    places = ", ".join("?" * (len(texts) + 1))
    connection.execute(
        f"INSERT INTO texts (rowid, {', '.join(fields.text)}) VALUES ({places})", (number, *texts)
    )
    first, _ = document.periods.get("date", (None, None))
    connection.execute("INSERT INTO documents VALUES (?, ?, ?)", (number, document.id, first))
    for field in fields.keyword:
        values = [(value, number) for value in document.keywords.get(field, ())]
        connection.executemany(f'INSERT INTO "{field}" VALUES (?, ?)', values)
