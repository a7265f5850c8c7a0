"""Rows of several tables by one query, against the same tables asked one by one."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, select

from archive.settings import Settings
from archive.storage.database import open_database
from archive.storage.fetching import columns_of, fetch_rows
from archive.storage.knowledge_schema import officials, posts, statements
from archive.storage.schema import dates, paragraphs, repairs, revisions


@pytest.fixture
def connection(seeds_settings: Settings) -> Iterator[Connection]:
    """A reading of the store of the five seeds."""
    database = open_database(seeds_settings.store_url, create=False)
    with database.reading() as reading:
        yield reading
    database.close()


TABLES = (dates, officials, posts, repairs, statements)


def test_rows_are_those_of_each_table_with_their_types(connection: Connection) -> None:
    chosen = list(connection.execute(select(revisions.c.change)).scalars())
    found = fetch_rows(connection, tuple(map(columns_of, TABLES)), chosen)
    for table in TABLES:
        expected: dict[int, list[tuple[object, ...]]] = {}
        for row in connection.execute(select(table).order_by(*table.primary_key)):
            expected.setdefault(row.revision, []).append(tuple(row))
        assert {
            revision: [tuple(row) for row in rows] for revision, rows in found[table.name].items()
        } == expected


def test_only_the_revisions_and_columns_asked_for_are_read(connection: Connection) -> None:
    first, *_ = connection.execute(select(revisions.c.change)).scalars()
    found = fetch_rows(connection, (columns_of(paragraphs, "words"),), [first])["paragraphs"]
    assert list(found) == [first]
    assert found[first][0]._fields == ("revision", "position", "text")


def test_revisions_without_rows_are_left_out(connection: Connection) -> None:
    assert fetch_rows(connection, (columns_of(dates), columns_of(posts)), []) == {"dates": {}, "posts": {}}
