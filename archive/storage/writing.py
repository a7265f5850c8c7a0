"""The writing session: the right to write, the transaction of one batch, and the counters that go with it."""

from __future__ import annotations

from contextlib import ExitStack
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from archive.models import Source
from archive.storage.changes import Change, ChangeKind
from archive.storage.database import Database
from archive.storage.generation import read_tally, write_tally
from archive.storage.locking import WriterLock
from archive.storage.rows import RowBuffer
from archive.storage.schema import changes


class Writer:
    """Whoever holds it writes, alone. What is not committed when it closes is undone.

    Attributes:
        tally: the counters of the manifest.
        buffer: rows that wait; `settle` before querying what may be among them.
        known_sources: those already put as they are.

    Raises:
        StoreBusy: somebody else holds it, `wait_seconds` later still.
    """

    def __init__(self, database: Database, wait_seconds: float = 0) -> None:
        with ExitStack() as stack:
            lock = WriterLock(database.path, wait_seconds)
            stack.callback(lock.release)
            self.connection: Connection = stack.enter_context(database.writing())
            self.tally = read_tally(self.connection)
            self.buffer = RowBuffer()
            self.known_sources: set[Source] = set()
            self._stack = stack.pop_all()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def log(self, article_id: str, revision: int, kind: ChangeKind, reason: str = "") -> Change:
        """Write the next line of the change log."""
        self.tally.change_number += 1
        change = Change(self.tally.change_number, article_id, revision, kind, reason)
        self.buffer.add(changes, **change._asdict())
        return change

    def settle(self, *names: str) -> None:
        """Let queries see the rows of these articles or contents that still wait."""
        if self.buffer.has(*names):
            self.buffer.write(self.connection)

    def commit(self) -> None:
        """Make everything since the last commit last, counters and all."""
        self.buffer.write(self.connection)
        write_tally(self.connection, self.tally)
        self.connection.commit()

    def close(self) -> None:
        """Give up the right to write."""
        self._stack.close()
