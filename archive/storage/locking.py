"""One writer at a time: a lock that the operating system frees when its holder dies."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from archive.errors import StoreBusy, StoreError


class WriterLock:
    """The right to write a store, held until `release`.

    A transaction lasts for one batch, the right to write for a whole run; so the lock is a transaction of its
    own on a file beside the store. SQLite's locks work on every platform and do not outlive their process.

    Raises:
        StoreBusy: another process, or another run of this one, holds it.
    """

    def __init__(self, store_path: Path) -> None:
        url = URL.create("sqlite", database=f"{store_path}.lock")
        self._engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 0})
        self._connection: Connection = self._connect(store_path)

    def release(self) -> None:
        """Let others write."""
        self._connection.close()
        self._engine.dispose()

    def _connect(self, store_path: Path) -> Connection:
        try:
            connection = self._engine.connect()
        except OperationalError as error:
            raise StoreError(f"cannot lock {store_path}: check the rights of its folder") from error
        try:
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        except OperationalError as error:
            connection.close()
            self._engine.dispose()
            if "locked" not in str(error.orig):
                raise StoreError(f"cannot lock {store_path}: check the rights of its folder") from error
            raise StoreBusy(
                f"another command is writing {store_path}: wait for it to end, then try again"
            ) from error
        return connection
