"""One writer at a time: a lock that the operating system frees when its holder dies."""

from __future__ import annotations

import time
from pathlib import Path

from sqlalchemy import URL, Connection, create_engine
from sqlalchemy.exc import OperationalError
from sqlalchemy.pool import NullPool

from archive.errors import StoreBusy, StoreError

_RETRY_SECONDS = 0.05


class WriterLock:
    """The right to write something, held until `release`, or until the `with` block ends.

    A transaction of the store lasts for one batch, the right to write for a whole run; so the lock is a
    transaction of its own on a file beside what is written. SQLite's locks work on every platform and do not
    outlive their process.

    Args:
        locked: the file or folder to be written; the lock is on `locked` + `.lock`.
        wait_seconds: how long to wait for another holder.

    Raises:
        StoreBusy: another process, or another run of this one, holds it.
        StoreError: there is no right to write in the folder.
    """

    def __init__(self, locked: Path, wait_seconds: float = 0) -> None:
        self._locked = locked
        url = URL.create("sqlite", database=f"{locked}.lock")
        self._engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": 0})
        deadline = time.monotonic() + wait_seconds
        # Waiting inside SQLite instead could not be interrupted from the keyboard.
        while (connection := self._try()) is None:
            if time.monotonic() >= deadline:
                raise StoreBusy(
                    "another command is writing {locked}: wait for it to end, then try again", locked=locked
                ) from None
            time.sleep(_RETRY_SECONDS)
        self._connection: Connection = connection

    def __enter__(self) -> None:
        return None

    def __exit__(self, *_: object) -> None:
        self.release()

    def release(self) -> None:
        """Let others write."""
        self._connection.close()
        self._engine.dispose()

    def _try(self) -> Connection | None:
        """The connection that holds the lock, or None if another has it."""
        connection = None
        try:
            connection = self._engine.connect()
            connection.exec_driver_sql("BEGIN EXCLUSIVE")
        except OperationalError as error:
            if connection is not None:
                connection.close()
            if "locked" in str(error.orig):
                return None
            raise StoreError(
                "cannot lock {path}: check the rights of its folder", path=self._locked
            ) from error
        return connection
