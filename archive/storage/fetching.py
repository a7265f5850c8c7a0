"""Rows of revisions fetched back, those of several tables by one query."""

from __future__ import annotations

import json
from collections import namedtuple
from collections.abc import Callable, Mapping, Sequence
from functools import cache, partial
from operator import itemgetter
from typing import Any, NamedTuple, cast

from sqlalchemy import JSON, Boolean, Column, Connection, Dialect, Select, Table, bindparam, func, select

from archive.storage.rows import AnyRow

Columns = tuple[Column[Any], ...]
RowsOf = Mapping[int, Sequence[AnyRow]]
"""The rows of one table by revision, in their order; a revision without rows is left out."""

Convert = Callable[[Any], object]


def _load(text: str) -> object:
    # Nearly all lists are empty: told so, a row is read in half the time.
    return [] if text == "[]" else json.loads(text)


_CONVERSIONS: tuple[tuple[type, Convert], ...] = ((JSON, _load), (Boolean, bool))
"""What a driver does not give back as it was given."""

_by_place = itemgetter(0, 1, 2, 3)
"""The table, the revision, and what tells rows of a table and a revision apart."""


class _Kind(NamedTuple):
    """The rows of one table: what makes them of how many values, and what converts which of these."""

    name: str
    make: Callable[[Sequence[object]], AnyRow]
    size: int
    conversions: tuple[tuple[int, Convert], ...]


@cache
def columns_of(table: Table, *left_out: str) -> Columns:
    """The columns of a table but some; those that tell its rows apart come first in every table."""
    return tuple(column for column in table.columns if column.name not in left_out)


def among(name: str) -> Select[Any]:
    """The values of a list given under a name, for `IN`: one parameter, however many they are."""
    given = func.json_each(bindparam(name, type_=JSON)).table_valued("value")
    return select(given.c.value)


def fetch_rows(
    connection: Connection, chosen: Sequence[Columns], revisions: Sequence[int]
) -> dict[str, RowsOf]:
    """The rows of some revisions, by name of the table.

    One query, whatever the number of tables: of six small tables ten hits have 100 rows, and asking for them table
    by table took twice the time.

    Args:
        chosen: the columns of each table (`columns_of`).
    """
    sql, kinds = _prepared(tuple(chosen), connection.dialect)
    found: dict[str, dict[int, list[AnyRow]]] = {kind.name: {} for kind in kinds}
    asked = (json.dumps(list(revisions)),) * len(kinds)
    for values in sorted(connection.exec_driver_sql(sql, asked).all(), key=_by_place):
        name, make, size, conversions = kinds[values[0]]
        row: Any = values[1 : size + 1]
        if conversions:
            row = _converted(row, conversions)
        found[name].setdefault(row[0], []).append(make(row))
    return dict(found)


@cache
def _prepared(chosen: tuple[Columns, ...], dialect: Dialect) -> tuple[str, tuple[_Kind, ...]]:
    """The query, each of whose parts is given the revisions, and the kinds of its rows."""
    write = dialect.identifier_preparer
    width = max(map(len, chosen))
    parts = []
    for place, columns in enumerate(chosen):
        names = [write.format_column(column) for column in columns] + ["NULL"] * (width - len(columns))
        parts.append(
            f"SELECT {place}, {', '.join(names)} FROM {write.format_table(columns[0].table)}"
            " WHERE revision IN (SELECT value FROM json_each(?))"
        )
    return " UNION ALL ".join(parts), tuple(map(_kind, chosen))


def _kind(columns: Columns) -> _Kind:
    name = columns[0].table.name
    conversions = [
        (place, convert)
        for place, column in enumerate(columns)
        for type_, convert in _CONVERSIONS
        if isinstance(column.type, type_)
    ]
    record = cast(Any, namedtuple)(name, [column.name for column in columns])
    # The detour of a named tuple's own constructor is as long as the way.
    return _Kind(name, partial(tuple.__new__, record), len(columns), tuple(conversions))


def _converted(row: Sequence[Any], conversions: Sequence[tuple[int, Convert]]) -> list[object]:
    values = list(row)
    for place, convert in conversions:
        values[place] = convert(values[place])
    return values
