"""Rows of revisions: gathered table by table and written at once."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, partial
from typing import Any, TypeVar

from sqlalchemy import JSON, Connection, Table, insert

from archive.storage.knowledge_schema import ALL_TABLES, texts
from archive.storage.schema import originals

AnyRow = Any
"""A row of a query; the types of its columns are in the schema, where no checker can see them."""

CHUNK_VALUES = 200
"""How many values one query is asked about: below what any database allows, and few enough to hold."""

Item = TypeVar("Item")
Row = tuple[object, ...]
"""The values of a row as the database takes them, in the order of the columns."""

as_json = partial(json.dumps, ensure_ascii=False)

_RANKS = {table: rank for rank, table in enumerate(ALL_TABLES.sorted_tables)}
_NAMED_BY_CONTENT = (originals, texts)
"""Tables whose rows are equal when their keys are: what is there already stays."""


class RevisionRows:
    """The rows of a revision whose number is not known yet.

    Attributes:
        rows: by name of the table, without their first column, which is that number.
    """

    def __init__(self) -> None:
        self.rows: dict[str, list[Row]] = {}

    def add(self, table: Table, **values: object) -> None:
        """Gather one row."""
        self.rows.setdefault(table.name, []).append(_row(table, values, 1))


class RowBuffer:
    """Rows that wait for the end of their batch.

    One statement a table then, instead of one a row: saving takes half the time. The rows go to the driver as
    they are, which takes half the time of handing them over one value by one name.
    """

    def __init__(self) -> None:
        self._rows: dict[Table, list[Row]] = {}
        self._names: set[str] = set()

    def add(self, table: Table, **values: object) -> None:
        """Gather one row."""
        self._rows.setdefault(table, []).append(_row(table, values))

    def add_revision(self, number: int, rows: Mapping[str, Sequence[Row]]) -> None:
        """Gather the rows of a revision, by name of their table."""
        for name, found in rows.items():
            self._rows.setdefault(ALL_TABLES.tables[name], []).extend([(number, *row) for row in found])

    def announce(self, *names: str) -> None:
        """Say whose rows wait: ids and checksums."""
        self._names.update(names)

    def has(self, *names: str) -> bool:
        """Whether rows of any of these wait, so that a query would miss them."""
        return not self._names.isdisjoint(names)

    def write(self, connection: Connection) -> None:
        """Write what was gathered, what is referred to first."""
        for table in sorted(self._rows, key=_RANKS.__getitem__):
            put_rows(connection, table, self._rows[table])
        self._rows.clear()
        self._names.clear()


def put_rows(connection: Connection, table: Table, rows: Sequence[Row]) -> None:
    """Insert rows, whose values stand in the order of the columns."""
    if rows:
        connection.exec_driver_sql(_insertion(table, connection.dialect), list(rows))


@cache
def _insertion(table: Table, dialect: Any) -> str:
    inserting = insert(table)
    if table in _NAMED_BY_CONTENT:
        inserting = inserting.prefix_with("OR IGNORE")
    return str(inserting.compile(dialect=dialect))


@cache
def _columns(table: Table) -> tuple[tuple[str, bool], ...]:
    return tuple((column.name, isinstance(column.type, JSON)) for column in table.columns)


def _row(table: Table, values: Mapping[str, object], first: int = 0) -> Row:
    return tuple(
        [as_json(values[name]) if is_json else values[name] for name, is_json in _columns(table)[first:]]
    )


def chunks(values: Sequence[Item], size: int = CHUNK_VALUES) -> Iterator[Sequence[Item]]:
    """Values, at most `size` at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))
