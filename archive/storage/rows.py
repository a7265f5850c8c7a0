"""Rows of revisions: gathered table by table and written at once, fetched for many revisions at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, TypeVar

from sqlalchemy import BindParameter, Connection, Select, Table, bindparam, insert, select

from archive.storage.knowledge_schema import ALL_TABLES

AnyRow = Any
"""A row of a query; the types of its columns are in the schema, where no checker can see them."""

CHUNK_VALUES = 200
"""How many values one query is asked about: below what any database allows, and few enough to hold."""

Item = TypeVar("Item")

_RANKS = {table: rank for rank, table in enumerate(ALL_TABLES.sorted_tables)}


class RowBuffer:
    """Rows that wait for the end of their batch.

    One statement a table then, instead of one a row: saving takes half the time.
    """

    def __init__(self) -> None:
        self._rows: dict[Table, list[dict[str, object]]] = {}
        self._names: set[str] = set()

    def add(self, table: Table, **values: object) -> None:
        """Gather one row."""
        self._rows.setdefault(table, []).append(values)

    def announce(self, *names: str) -> None:
        """Say whose rows wait: ids and checksums."""
        self._names.update(names)

    def has(self, *names: str) -> bool:
        """Whether rows of any of these wait, so that a query would miss them."""
        return not self._names.isdisjoint(names)

    def write(self, connection: Connection) -> None:
        """Write what was gathered, what is referred to first."""
        for table in sorted(self._rows, key=_RANKS.__getitem__):
            connection.execute(insert(table), self._rows[table])
        self._rows.clear()
        self._names.clear()


def fetch_rows(connection: Connection, table: Table, revisions: Sequence[int]) -> dict[int, list[AnyRow]]:
    """The rows of some revisions, by revision and in their order; a revision without rows is left out."""
    rows: dict[int, list[AnyRow]] = {}
    for row in connection.execute(_of_revisions(table), {"revisions": revisions}).all():
        rows.setdefault(row.revision, []).append(row)
    return rows


@cache
def _of_revisions(table: Table) -> Select[Any]:
    chosen: BindParameter[Any] = bindparam("revisions", expanding=True)
    return select(table).where(table.c.revision.in_(chosen)).order_by(*table.primary_key)


def chunks(values: Sequence[Item], size: int = CHUNK_VALUES) -> Iterator[Sequence[Item]]:
    """Values, at most `size` at a time."""
    return (values[start : start + size] for start in range(0, len(values), size))
