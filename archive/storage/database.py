"""The database under a store: opening it, its transactions, its errors in our words."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from sqlalchemy import URL, Connection, Engine, create_engine, event, inspect, select
from sqlalchemy.engine import ExceptionContext, make_url
from sqlalchemy.exc import ArgumentError
from sqlalchemy.pool import ConnectionPoolEntry, NullPool

from archive.errors import StoreBusy, StoreError
from archive.storage.generation import create_manifest
from archive.storage.knowledge_schema import ALL_TABLES
from archive.storage.rows import as_json
from archive.storage.schema import SCHEMA_VERSION, manifest

_BUSY_TIMEOUT_MILLISECONDS = 10_000
_WRITES = "khobao_writes"
_PRAGMA_OF_READERS = f"PRAGMA busy_timeout = {_BUSY_TIMEOUT_MILLISECONDS}"
_PRAGMAS = (
    _PRAGMA_OF_READERS,
    "PRAGMA journal_mode = WAL",
    # One sync a batch: even a power cut loses nothing that was committed.
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
)

_BUSY = ("locked", "busy")
_ANSWERS = (
    (
        ("not a database",),
        partial(StoreError, "{path} is not a store of Kho Báo ({reason}): name another file or folder"),
    ),
    (
        ("malformed",),
        partial(StoreError, "{path} is damaged ({reason}): restore it from a backup or ingest anew"),
    ),
    (
        ("full", "disk I/O"),
        partial(
            StoreError,
            "{path} cannot be written ({reason}), the disk is full or failing: make room, then run khobao verify",
        ),
    ),
    (
        ("readonly", "unable to open"),
        partial(
            StoreError,
            "{path} cannot be opened or written ({reason}): check the rights of the file and its folder",
        ),
    ),
)
"""What SQLite says, and what to do about it."""


class Database:
    """An open database with our tables in it; `path` is its file.

    Where file or folder may not be written it can still be read, from a CD or as a guest of the machine.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._engine = _create_engine(path)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """A connection that sees one moment of the store for as long as it is open."""
        with self._engine.connect() as connection:
            yield connection

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """A connection that writes; what is not committed when it closes is undone."""
        with self._engine.connect() as connection:
            connection.execution_options(**{_WRITES: True})
            yield connection

    def prepare(self) -> None:
        """Create the tables in an empty file, and check those of another.

        Raises:
            StoreError: the file is not ours, or another version of Kho Báo made it.
        """
        with self.reading() as connection:
            is_empty = not inspect(connection).get_table_names()
        if is_empty:
            with self.writing() as connection:
                # Another process may have been faster.
                if not inspect(connection).get_table_names():
                    ALL_TABLES.create_all(connection)
                    create_manifest(connection)
                    connection.commit()
        with self.reading() as connection:
            self._check(connection)

    @property
    def size_bytes(self) -> int:
        """Size of the file and of what waits beside it to be merged into it."""
        waiting = self.path.with_name(f"{self.path.name}-wal")
        return sum(file.stat().st_size for file in (self.path, waiting) if file.exists())

    def close(self) -> None:
        """Close every connection."""
        self._engine.dispose()

    def _check(self, connection: Connection) -> None:
        inspector = inspect(connection)
        if not inspector.has_table(manifest.name) or "schema_version" not in {
            column["name"] for column in inspector.get_columns(manifest.name)
        }:
            raise StoreError(
                "{path} is a database of something else: name another file or folder", path=self.path
            )
        version = connection.execute(select(manifest.c.schema_version)).scalar()
        if version is None:
            raise StoreError(
                "{path} has lost its manifest: restore it from a backup or ingest anew", path=self.path
            )
        if version > SCHEMA_VERSION:
            raise StoreError(
                "{path} has schema {version}, newer than this program's {ours}: update khobao",
                path=self.path,
                version=version,
                ours=SCHEMA_VERSION,
            )
        if version < SCHEMA_VERSION:
            raise StoreError(
                "{path} has schema {version}, older than this program's {ours}: move it away and "
                "ingest anew, or use the khobao that made it",
                path=self.path,
                version=version,
                ours=SCHEMA_VERSION,
            )


def open_database(url: str, create: bool) -> Database:
    """Open the database behind a URL.

    Args:
        create: whether to make folder and tables where there are none.

    Raises:
        StoreError: it cannot be opened; the message says what to do.
    """
    path = _sqlite_path(url)
    if not path.exists():
        if not create:
            raise StoreError("there is no archive in {folder}: run khobao ingest PATH", folder=path.parent)
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise StoreError(
                "cannot create folder {folder}: {reason}; name another",
                folder=path.parent,
                reason=error.strerror,
            ) from error
    database = Database(path)
    try:
        database.prepare()
    except StoreError:
        database.close()
        raise
    return database


def _sqlite_path(url: str) -> Path:
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreError(
            "{url!r} is not a database URL: write sqlite:///folder/store.sqlite", url=url
        ) from error
    if parsed.get_backend_name() != "sqlite":
        raise StoreError(
            "stores on {name} are not supported yet: write sqlite:///folder/store.sqlite",
            name=parsed.get_backend_name(),
        )
    if not parsed.database or parsed.database == ":memory:":
        raise StoreError("{url!r} names no file: write sqlite:///folder/store.sqlite", url=url)
    return Path(parsed.database)


def _is_writable(path: Path) -> bool:
    return os.access(path.parent, os.W_OK) and (not path.exists() or os.access(path, os.W_OK))


def _connect_to_read(path: Path) -> sqlite3.Connection:
    # Files that SQLite shares among its processes lie beside a database that is in use. Without them, and
    # without the right to make them, it can be opened only by the promise that nobody is writing it now.
    shared, log = (path.with_name(path.name + end) for end in ("-shm", "-wal"))
    is_idle = not shared.exists() and (not log.exists() or log.stat().st_size == 0)
    uri = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if is_idle else ''}"
    return sqlite3.connect(uri, uri=True, check_same_thread=False)


def _create_engine(path: Path) -> Engine:
    url = URL.create("sqlite", database=str(path))
    is_writable = _is_writable(path)
    if is_writable:
        engine = create_engine(url, json_serializer=as_json)
    else:
        # A connection for each reading: the next one may find somebody writing.
        connect = partial(_connect_to_read, path)
        engine = create_engine(url, json_serializer=as_json, creator=connect, poolclass=NullPool)

    @event.listens_for(engine, "connect")
    def _configure(connection: sqlite3.Connection, _entry: ConnectionPoolEntry) -> None:
        # Python's driver would begin transactions late and never for reading; we begin them ourselves.
        connection.isolation_level = None
        for pragma in _PRAGMAS if is_writable else (_PRAGMA_OF_READERS,):
            connection.execute(pragma)

    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get(_WRITES, False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    @event.listens_for(engine, "handle_error")
    def _translate(context: ExceptionContext) -> None:
        if context.sqlalchemy_exception is not None:
            raise _translated(context.original_exception, path) from context.original_exception

    return engine


def _translated(error: BaseException, path: Path) -> StoreError:
    reason = str(error)
    if any(symptom in reason for symptom in _BUSY):
        return StoreBusy(
            "{path} is being written by another process: wait for it to end, then try again", path=path
        )
    for symptoms, answer in _ANSWERS:
        if any(symptom in reason for symptom in symptoms):
            return answer(path=path, reason=reason)
    return StoreError("{path} failed ({reason}): run khobao verify", path=path, reason=reason)
