"""Everything that can be asked of a store: as it is now, or as it was at one moment."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import date

from sqlalchemy import Connection

from archive.documents import Rejection, Skipped
from archive.knowledge.persons.post_queries import read_post
from archive.knowledge.persons.tenures import Contradiction
from archive.models import Source
from archive.storage import (
    changes,
    clusters,
    corrections,
    holders,
    persons,
    reading,
    rejections,
    runs,
    sources,
    statistics,
    verification,
)
from archive.storage.articles import StoredArticle
from archive.storage.changes import Change, Revision
from archive.storage.clusters import Cluster
from archive.storage.corrections import Listed
from archive.storage.database import Database
from archive.storage.extents import WHOLE, Extent
from archive.storage.heads import get_head
from archive.storage.holders import Holder
from archive.storage.persons import Person, PersonLabel, PossiblySame
from archive.storage.reading import StoreState
from archive.storage.rejections import KeptRejection
from archive.storage.runs import RunRecord
from archive.storage.statistics import Statistics


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

    def get_many(self, ids: Iterable[str], extent: Extent = WHOLE) -> dict[str, StoredArticle]:
        """Current revisions by id, in the order asked for; ids that are not there are left out."""
        with self._reading() as connection:
            return reading.read_articles(connection, ids, extent)

    def articles(self, after: str = "", extent: Extent = WHOLE) -> Iterator[StoredArticle]:
        """Live articles by id, from the one behind `after`; all as they were when the first was asked for."""
        with self._reading() as connection:
            yield from reading.live_articles(connection, after, extent)

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

    def labels(self, ids: Iterable[str]) -> dict[str, PersonLabel]:
        """What persons are called by, by the id asked for; ids nobody has are left out."""
        with self._reading() as connection:
            return persons.read_labels(connection, ids)

    def persons(self, ids: Iterable[str]) -> dict[str, Person]:
        """Persons by the id asked for, a former one too; ids nobody has are left out."""
        with self._reading() as connection:
            return persons.read_persons(connection, ids)

    def person(self, person_id: str) -> Person:
        """One person, by any id they have or had; `Person.id` is the one they have.

        Raises:
            NotFound: nobody has this id.
        """
        with self._reading() as connection:
            return persons.read_person(connection, person_id)

    def find_persons(self, name: str) -> list[Person]:
        """Everybody of this name, those named most first; without marks it finds every accented spelling."""
        with self._reading() as connection:
            return persons.find_persons(connection, name)

    def holders(
        self, post: str, province: str = "", first: date | None = None, last: date | None = None
    ) -> list[Holder]:
        """Who held a post in a period, by certainty and day, with proofs; nobody where nobody was seen.

        Args:
            post: as people write it, the name of the unit behind it if they like.
            province: name or id of a unit, "" for the one named in `post`, or any.
            first, last: the period; None for any time.
        """
        asked = read_post(post)
        name = province or asked.province
        units = None if name is None else holders.units_of(name, first, last)
        with self._reading() as connection:
            return holders.find_holders(connection, asked, units, first, last)

    def possibly_same(self, person_id: str) -> list[PossiblySame]:
        """Who may be the same person as the one with this id, and why that is not certain."""
        with self._reading() as connection:
            return persons.possibly_same(connection, person_id)

    def contradictions(self, person: Person) -> list[Contradiction]:
        """What articles say of a person that cannot all be right."""
        with self._reading() as connection:
            return persons.contradictions(connection, person)

    def corrections(self) -> list[Listed]:
        """Every correction ever made, in order, and what became of it."""
        with self._reading() as connection:
            return corrections.list_corrections(connection)

    def clusters(self, ids: Iterable[str] | None = None) -> dict[str, str]:
        """Cluster of near-duplicates by article, of these articles or of all; those alone are left out."""
        with self._reading() as connection:
            return clusters.read_clusters(connection, None if ids is None else list(ids))

    def cluster(self, identity: str) -> Cluster:
        """The near-duplicates of an article; none if it is withdrawn.

        Raises:
            NotFound: there is no such article.
        """
        with self._reading() as connection:
            return clusters.read_cluster(connection, identity)

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
            yield from rejections.read_rejections(connection, run)

    def skips(self, run: int) -> Iterator[Skipped]:
        """The files one run skipped.

        Raises:
            NotFound: there is no such run.
        """
        with self._reading() as connection:
            yield from rejections.read_skips(connection, run)

    def open_rejections(self, first: int = 1, last: int | None = None) -> Iterator[KeptRejection]:
        """What these runs rejected, `last` included, and no later run has met again; each place once."""
        with self._reading() as connection:
            yield from rejections.open_rejections(connection, first, last)

    def last_ingest(self) -> int:
        """Number of the last run that took documents in for the first time; 0 where there was none."""
        with self._reading() as connection:
            return rejections.last_run(connection, "ingest")

    def run(self, number: int) -> RunRecord:
        """How a run was begun.

        Raises:
            NotFound: there is no such run.
        """
        with self._reading() as connection:
            return runs.read_run(connection, number)

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
