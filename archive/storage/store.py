"""The store: the one door to what the archive holds."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Self

from archive.documents import RawDocument
from archive.models import Source
from archive.storage import corrections, withdrawals
from archive.storage.amendments import Correction
from archive.storage.changes import Change
from archive.storage.consolidation import consolidate
from archive.storage.corrections import CorrectionRequest
from archive.storage.database import open_database
from archive.storage.origins import outdated_originals
from archive.storage.runs import Listener, Run, RunKind
from archive.storage.views import Snapshot, View
from archive.storage.writing import Writer


class Store(View):
    """An open store. Any number may read it while one writes; close it, or use it as a context manager."""

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Close the store."""
        self._database.close()

    @contextmanager
    def snapshot(self) -> Iterator[Snapshot]:
        """Several readings of one moment."""
        with self._database.reading() as connection:
            yield Snapshot(self._database, connection)

    def writer(self, wait_seconds: float = 0) -> Writer:
        """The right to write, for the functions of this folder.

        Raises:
            StoreBusy: somebody else has it, `wait_seconds` later still.
        """
        return Writer(self._database, wait_seconds)

    def begin_run(
        self,
        arguments: Sequence[str],
        rules_version: int,
        kind: RunKind = "ingest",
        source: Source | None = None,
        listener: Listener | None = None,
    ) -> Run:
        """Begin to take documents in.

        Args:
            arguments: what the user named, for the record.
            rules_version: the rules that read the documents.
            source: the source the user named for all of them, for the record.
            listener: told what became of each document once that is committed.

        Raises:
            StoreBusy: another process is writing.
        """
        with ExitStack() as stack:
            writer = stack.enter_context(self.writer())
            run = Run(writer, arguments, rules_version, kind, source, listener)
            stack.pop_all()
        return run

    def withdraw(self, identity: str, reason: str, wait_seconds: float = 0) -> Change:
        """Take an article out of sight, for good: ingesting or refreshing it does not bring it back.

        Persons and clusters are brought up to it in the same transaction: nobody lives on in an article that
        is gone.

        Raises:
            NotFound: there is no such article.
            StoreError: it is withdrawn already, or no reason is given.
            StoreBusy: another process is writing, `wait_seconds` later still.
        """
        with self.writer(wait_seconds) as writer:
            change = withdrawals.withdraw(writer, identity, reason)
            consolidate(writer)
            writer.commit()
        return change

    def restore(self, identity: str, reason: str) -> Change:
        """Bring a withdrawn article back as it was.

        Raises:
            NotFound: there is no such article.
            StoreError: it is not withdrawn, or no reason is given.
            StoreBusy: another process is writing.
        """
        with self.writer() as writer:
            change = withdrawals.restore(writer, identity, reason)
            consolidate(writer)
            writer.commit()
        return change

    def correct(
        self, requests: Sequence[CorrectionRequest], wait_seconds: float = 0
    ) -> list[tuple[Correction, bool]]:
        """Make corrections, all or none, each with what it does to persons and statements.

        Returns:
            Each correction, and whether it is new: one that is in force already is not made again.

        Raises:
            NotFound: there is no such person, article or statement.
            StoreError: no reason is given, or a split that leaves nobody.
            StoreBusy: another process is writing, `wait_seconds` later still.
        """
        with self.writer(wait_seconds) as writer:
            made = [corrections.correct(writer, request) for request in requests]
            writer.commit()
        return made

    def undo(self, number: int, wait_seconds: float = 0) -> Correction:
        """Take a correction back; it stays listed as undone.

        Raises:
            NotFound: none in force has this number.
            StoreBusy: another process is writing, `wait_seconds` later still.
        """
        with self.writer(wait_seconds) as writer:
            undone = corrections.undo(writer, number)
            writer.commit()
        return undone

    def originals_to_refresh(self, rules_version: int) -> Iterator[tuple[RawDocument, Source, str]]:
        """The originals of live articles read by rules older than `rules_version`, with source and id, by id.

        They may be read again into the store (`Run.reread`) while this goes on.
        """
        after = ""
        while True:
            # A reading held open through a whole refresh would keep the log of SQLite growing.
            with self._reading() as connection:
                chunk = outdated_originals(connection, rules_version, after)
            if not chunk:
                return
            yield from chunk
            after = chunk[-1][2]


def open_store(url: str, create: bool = True) -> Store:
    """Open a store.

    Args:
        url: `sqlite:///folder/store.sqlite`.
        create: whether to make folder and tables where there are none.

    Raises:
        StoreError: it cannot be opened: missing, of another version, not a store, damaged; says what to do.
    """
    return Store(open_database(url, create))
