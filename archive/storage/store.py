"""The store: the one door to what the archive holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from types import TracebackType
from typing import Self

from sqlalchemy import Connection

from archive.models import RawDocument, Rejection, Source
from archive.storage import changes, persons, reading, runs, sources, statistics, verification, withdrawals
from archive.storage.articles import StoredArticle
from archive.storage.changes import Change, Revision
from archive.storage.database import Database, open_database
from archive.storage.heads import get_head
from archive.storage.origins import outdated_originals
from archive.storage.persons import Person
from archive.storage.reading import StoreState
from archive.storage.runs import Run
from archive.storage.statistics import Statistics
from archive.storage.writing import Writer


class View:
    """Everything that can be read in a store. Articles are named by their id, or by its short hash."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        with self._database.reading() as connection:
            yield connection

    def state(self) -> StoreState:
        """Where the store stands."""
        with self._reading() as connection:
            return reading.read_state(connection)

    def get(self, identity: str) -> StoredArticle:
        """The current revision of an article, withdrawn or not.

        Raises:
            NotFound: there is none.
        """
        with self._reading() as connection:
            return reading.read_article(connection, identity)

    def get_many(self, ids: Iterable[str]) -> dict[str, StoredArticle]:
        """Current revisions by id, in the order asked for; ids that are not there are left out."""
        with self._reading() as connection:
            return reading.read_articles(connection, ids)

    def articles(self, after: str = "") -> Iterator[StoredArticle]:
        """Live articles by id, from the one behind `after`; all as they were when the first was asked for."""
        with self._reading() as connection:
            yield from reading.live_articles(connection, after)

    def state_at(self, identity: str, change_number: int) -> StoredArticle | None:
        """An article as it was live at a change of the past; None if it was not there, or withdrawn."""
        with self._reading() as connection:
            return reading.article_at(connection, identity, change_number)

    def revisions(self, identity: str) -> list[Revision]:
        """The revisions of an article, oldest first.

        Raises:
            NotFound: there is no such article.
        """
        with self._reading() as connection:
            return changes.revisions_of(connection, get_head(connection, identity).id)

    def original(self, identity: str, revision: int | None = None) -> tuple[bytes, str]:
        """The bytes a revision was read from, and their media; the current revision unless one is named.

        Raises:
            NotFound: there is no such article or revision.
        """
        with self._reading() as connection:
            return reading.original_of(connection, identity, revision)

    def changes(self, after: int = 0) -> Iterator[Change]:
        """The change log behind number `after`, in order."""
        with self._reading() as connection:
            yield from changes.changes_after(connection, after)

    def persons(self, ids: Iterable[str]) -> dict[str, Person]:
        """Persons by id; ids nobody has are left out."""
        with self._reading() as connection:
            return persons.read_persons(connection, ids)

    def person(self, person_id: str) -> Person:
        """One person.

        Raises:
            NotFound: nobody has this id.
        """
        with self._reading() as connection:
            return persons.read_person(connection, person_id)

    def find_persons(self, name: str) -> list[Person]:
        """Everybody of this name, those named most first; without marks it finds every accented spelling."""
        with self._reading() as connection:
            return persons.find_persons(connection, name)

    def sources(self) -> tuple[Source, ...]:
        """Every source, by name."""
        with self._reading() as connection:
            return sources.all_sources(connection)

    def rejections(self, run: int | None = None) -> Iterator[Rejection]:
        """What one run rejected, or all runs did.

        Raises:
            NotFound: there is no such run.
        """
        with self._reading() as connection:
            yield from runs.read_rejections(connection, run)

    def statistics(self) -> Statistics:
        """What the archive holds, in numbers."""
        with self._reading() as connection:
            return statistics.gather_statistics(connection, self._database.size_bytes)

    def verify(self) -> list[str]:
        """Compare everything with its checksums.

        Returns:
            One line for each problem.
        """
        with self._reading() as connection:
            return list(verification.verify(connection))


class Snapshot(View):
    """A store as it is at one moment, whatever is written meanwhile."""

    def __init__(self, database: Database, connection: Connection) -> None:
        super().__init__(database)
        self._connection = connection

    @contextmanager
    def _reading(self) -> Iterator[Connection]:
        yield self._connection


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

    def begin_run(self, arguments: Sequence[str], rules_version: int) -> Run:
        """Begin to take documents in.

        Args:
            arguments: what the user named, for the record.
            rules_version: the rules that read the documents.

        Raises:
            StoreBusy: another process is writing.
        """
        with ExitStack() as stack:
            run = Run(stack.enter_context(self.writer()), arguments, rules_version)
            stack.pop_all()
        return run

    def withdraw(self, identity: str, reason: str, wait_seconds: float = 0) -> Change:
        """Take an article out of sight, for good: ingesting or refreshing it does not bring it back.

        Persons are brought up to it in the same transaction: nobody lives on in an article that is gone.

        Raises:
            NotFound: there is no such article.
            StoreError: it is withdrawn already, or no reason is given.
            StoreBusy: another process is writing, `wait_seconds` later still.
        """
        with self.writer(wait_seconds) as writer:
            change = withdrawals.withdraw(writer, identity, reason)
            persons.consolidate(writer)
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
            persons.consolidate(writer)
            writer.commit()
        return change

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
