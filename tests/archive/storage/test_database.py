"""Opening: what is not there, not ours, not of this version, not whole."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from sqlalchemy import Table, make_url
from sqlalchemy.schema import CreateTable

from archive.errors import StoreError
from archive.storage.knowledge_schema import ALL_TABLES
from archive.storage.schema import SCHEMA_VERSION
from archive.storage.store import open_store
from tests.archive.storage.making import full, ingest, url_of


def test_folder_and_tables_are_made_when_missing(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path / "a" / "b")) as store:
        assert store.state().articles == 0


def test_a_missing_store_is_not_made_when_only_reading(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="there is no archive in .*: run khobao ingest PATH"):
        open_store(url_of(tmp_path / "a"), create=False)
    assert not (tmp_path / "a").exists()


def test_an_empty_file_left_by_a_crash_becomes_a_store(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").touch()
    with open_store(url_of(tmp_path)) as store:
        assert store.verify() == []


@pytest.mark.parametrize(
    ("offset", "advice"), [(1, "newer than this program's .*: update khobao"), (-1, "older .* ingest anew")]
)
def test_another_schema_version_is_refused_with_what_to_do(tmp_path: Path, offset: int, advice: str) -> None:
    open_store(url_of(tmp_path)).close()
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("UPDATE manifest SET schema_version = ?", (SCHEMA_VERSION + offset,))
    connection.close()
    with pytest.raises(StoreError, match=advice):
        open_store(url_of(tmp_path))


def test_a_database_of_something_else_is_refused(tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute("CREATE TABLE photos (id INTEGER)")
    connection.close()
    with pytest.raises(StoreError, match="database of something else"):
        open_store(url_of(tmp_path))


def test_a_file_that_is_no_database_is_refused(tmp_path: Path) -> None:
    (tmp_path / "store.sqlite").write_bytes(b"\x00 not a database \xff" * 500)
    with pytest.raises(StoreError, match="not a store of Kho Báo"):
        open_store(url_of(tmp_path))


def test_a_damaged_page_is_told_in_one_line(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path)) as store:
        ingest(store, full())
    file = tmp_path / "store.sqlite"
    content = file.read_bytes()
    file.write_bytes(content[:4096] + b"\xff" * (len(content) - 4096))
    with pytest.raises(StoreError, match="damaged"), open_store(url_of(tmp_path)) as store:
        store.verify()


def test_a_database_without_room_is_not_called_damaged(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path)) as store, store.writer() as writer:
        pages = writer.connection.exec_driver_sql("PRAGMA page_count").scalar_one()
        writer.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
        with pytest.raises(
            StoreError, match="the disk is full or failing: make room, then run khobao verify"
        ):
            writer.connection.exec_driver_sql("CREATE TABLE large AS SELECT zeroblob(1000000)")


def test_a_folder_may_be_named_as_people_name_folders(tmp_path: Path) -> None:
    with open_store(url_of(tmp_path / "kho báo 100 %")) as store:
        assert ingest(store, full()) == ("new",)


def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError, match="cannot create folder"):
        open_store(url_of(tmp_path / "file" / "folder"))


@pytest.mark.parametrize("url", ["sqlite://", "sqlite:///:memory:", "rubbish", "mysql://host/base"])
def test_a_url_that_is_no_file_of_sqlite_is_refused_with_an_example(url: str) -> None:
    with pytest.raises(StoreError, match="write sqlite:///folder/store.sqlite"):
        open_store(url)


@pytest.mark.parametrize("table", ALL_TABLES.sorted_tables, ids=str)
def test_every_table_can_be_made_in_postgresql_too(table: Table) -> None:
    dialect = make_url("postgresql://").get_dialect()()
    assert "CREATE TABLE" in str(CreateTable(table).compile(dialect=dialect))
