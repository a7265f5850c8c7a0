"""A run: documents in, one outcome each, and the report of all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, bindparam, func, insert, select, update

from archive.errors import NotFound
from archive.models import Processed, RawDocument, Rejection, Skipped, Source
from archive.storage import outcomes
from archive.storage.origins import printable
from archive.storage.outcomes import Outcome, RereadOutcome
from archive.storage.persons import consolidate
from archive.storage.schema import rejections, runs, skips
from archive.storage.writing import Writer

BATCH_DOCUMENTS = 200
BATCH_BYTES = 32_000_000
"""Documents between two commits, and bytes of their originals: what a crash costs, what memory must hold."""

_UPDATE = update(runs).where(runs.c.number == bindparam("of_run"))


@dataclass(frozen=True, slots=True)
class RunReport:
    """What became of every document of one run.

    Attributes:
        run: number of the run.
        counts: `new`, `updated`, `unchanged`, `duplicate`, `rejected`, and apart from these `skipped`; of a
            refresh `changed`, `unchanged`, `rejected`.
        outdated: live articles of the store read by older rules than this run's.
    """

    run: int
    counts: Mapping[str, int]
    rejections: tuple[Rejection, ...]
    skipped: tuple[Skipped, ...]
    outdated: int

    @property
    def documents(self) -> int:
        """All documents met: new + updated + unchanged + duplicate + rejected."""
        return sum(count for outcome, count in self.counts.items() if outcome != "skipped")


class Run:
    """A run in progress, the only one on its store; committed batch by batch.

    As a context manager it finishes when its block ends; if the block raises, the last batch is undone.
    """

    def __init__(self, writer: Writer, arguments: Sequence[str], rules_version: int) -> None:
        self._writer = writer
        self._rules_version = rules_version
        self._counts: Counter[str] = Counter()
        self._waiting_documents = 0
        self._waiting_bytes = 0
        self._report: RunReport | None = None
        self.number = _begin(writer.connection, arguments, rules_version)
        writer.commit()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        try:
            if error is None:
                self.finish()
        finally:
            self._writer.close()

    def save(self, processed: Processed) -> Outcome:
        """Store a document if it says something new.

        Raises:
            ProcessingError: its id is taken, or it cannot be written; nothing of it was.
        """
        outcome = outcomes.save(self._writer, self.number, processed, self._rules_version)
        self._count(outcome, len(processed.raw.content))
        return outcome

    def recognise(self, raw: RawDocument, article_id: str, source: Source) -> bool:
        """Whether this place gives again what it gave last; if so it is counted as unchanged."""
        if not outcomes.recognise(self._writer, self.number, raw, article_id, source):
            return False
        self._count("unchanged")
        return True

    def reread(self, identity: str, processed: Processed) -> RereadOutcome:
        """Keep what the rules of this run read in the original of an article.

        Raises:
            NotFound: there is no such article.
            ProcessingError: what was read cannot be written.
        """
        outcome = outcomes.reread(self._writer, identity, processed, self._rules_version)
        self._count(outcome, len(processed.raw.content))
        return outcome

    def reject(self, rejection: Rejection) -> None:
        """Record a document that could not be processed."""
        self._writer.buffer.add(
            rejections,
            run=self.number,
            position=self._counts["rejected"],
            path=printable(rejection.path),
            member=None if rejection.member is None else printable(rejection.member),
            line=rejection.line,
            step=rejection.step,
            reason=printable(rejection.reason),
        )
        self._count("rejected")

    def skip(self, skipped: Skipped) -> None:
        """Record a file that is not for us."""
        self._writer.buffer.add(
            skips,
            run=self.number,
            position=self._counts["skipped"],
            path=printable(skipped.path),
            reason=printable(skipped.reason),
        )
        self._count("skipped")

    def finish(self) -> RunReport:
        """Commit the rest, bring persons up to it, let others write, and report."""
        if self._report is None:
            consolidate(self._writer)
            self._commit(finished=_now())
            connection = self._writer.connection
            self._report = RunReport(
                run=self.number,
                counts=dict(self._counts),
                rejections=tuple(read_rejections(connection, self.number)),
                skipped=tuple(_read_skips(connection, self.number)),
                outdated=self._writer.tally.older_than(self._rules_version),
            )
            self._writer.close()
        return self._report

    def _count(self, outcome: str, original_bytes: int = 0) -> None:
        self._counts[outcome] += 1
        self._waiting_documents += 1
        self._waiting_bytes += original_bytes
        if self._waiting_documents >= BATCH_DOCUMENTS or self._waiting_bytes >= BATCH_BYTES:
            self._commit(finished=None)

    def _commit(self, finished: str | None) -> None:
        values = {"of_run": self.number, "counts": dict(self._counts), "finished": finished}
        self._writer.connection.execute(_UPDATE, values)
        self._writer.commit()
        self._waiting_documents = self._waiting_bytes = 0


def read_rejections(connection: Connection, run: int | None = None) -> Iterator[Rejection]:
    """The rejections of one run, or of all, in order.

    Raises:
        NotFound: there is no such run.
    """
    chosen = select(rejections).order_by(rejections.c.run, rejections.c.position)
    if run is not None:
        if connection.execute(select(runs.c.number).where(runs.c.number == run)).first() is None:
            raise NotFound("no run {run}: khobao stats names the runs there are", run=run)
        chosen = chosen.where(rejections.c.run == run)
    for row in connection.execute(chosen.execution_options(yield_per=1000)):
        yield Rejection(row.path, row.step, row.reason, row.member, row.line)


def _read_skips(connection: Connection, run: int) -> Iterator[Skipped]:
    chosen = select(skips.c.path, skips.c.reason).where(skips.c.run == run).order_by(skips.c.position)
    return (Skipped(*row) for row in connection.execute(chosen))


def _begin(connection: Connection, arguments: Sequence[str], rules_version: int) -> int:
    number: int = connection.execute(select(func.coalesce(func.max(runs.c.number), 0) + 1)).scalar_one()
    row = {
        "number": number,
        "arguments": [printable(argument) for argument in arguments],
        "rules_version": rules_version,
        "started": _now(),
        "finished": None,
        "counts": {},
    }
    connection.execute(insert(runs), row)
    return number


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
