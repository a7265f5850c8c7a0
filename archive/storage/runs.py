"""A run: documents in, one outcome each, and the report of all."""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from types import TracebackType
from typing import Literal, NamedTuple, Self

from sqlalchemy import Connection, bindparam, func, insert, select, update

from archive.documents import RawDocument, Rejection, Skipped
from archive.models import Source
from archive.storage import outcomes
from archive.storage.consolidation import consolidate
from archive.storage.origins import gave_before, printable
from archive.storage.outcomes import Outcome, RereadOutcome
from archive.storage.readings import Reading
from archive.storage.rejections import add_rejection, add_skip, check_run
from archive.storage.reports import Line, ReasonTally, RunReport, line_of
from archive.storage.schema import runs
from archive.storage.writing import Writer

BATCH_DOCUMENTS = 200
BATCH_BYTES = 32_000_000
"""Documents between two commits, and bytes of their originals: what a crash costs, what memory must hold."""

RunKind = Literal["ingest", "refresh", "retry"]
Listener = Callable[[Line], None]
"""Told what became of each document, once it is certain: after the commit of its batch."""

_UPDATE = update(runs).where(runs.c.number == bindparam("of_run"))


class RunRecord(NamedTuple):
    """How a run was begun.

    Attributes:
        arguments: what the user named.
        source: the source named for all documents, or None to go by what they say.
    """

    number: int
    kind: RunKind
    arguments: tuple[str, ...]
    source: Source | None


class Run:
    """A run in progress, the only one on its store; committed batch by batch.

    As a context manager it finishes when its block ends; if the block raises, the last batch is undone.
    """

    def __init__(
        self,
        writer: Writer,
        arguments: Sequence[str],
        rules_version: int,
        kind: RunKind = "ingest",
        source: Source | None = None,
        listener: Listener | None = None,
    ) -> None:
        self._writer = writer
        self._rules_version = rules_version
        self._listener = listener
        self._lines: list[Line] = []
        self._committed: deque[Line] = deque()
        self._counts: Counter[str] = Counter()
        self._rejected = ReasonTally()
        self._skipped = ReasonTally()
        self._waiting_documents = 0
        self._waiting_bytes = 0
        self._report: RunReport | None = None
        self.number = _begin(writer.connection, arguments, rules_version, kind, source)
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
            else:
                self._tell()
        finally:
            self._writer.close()

    def save(self, reading: Reading) -> Outcome:
        """Store a document if it says something new.

        Raises:
            ProcessingError: its id is taken, or it cannot be written; nothing of it was.
        """
        outcome, article_id = outcomes.save(self._writer, self.number, reading)
        self._count(line_of(reading.raw, outcome, article_id, reading.url), reading.size)
        return outcome

    def seem_known(self, documents: Sequence[RawDocument]) -> list[bool]:
        """For each of some documents whether `recognise` is likely to recognise it."""
        return gave_before(self._writer.connection, documents)

    def recognise(self, raw: RawDocument, article_id: str, source: Source, url: str | None = None) -> bool:
        """Whether this place gives again what it gave last; if so it is counted as unchanged."""
        if not outcomes.recognise(self._writer, self.number, raw, article_id, source):
            return False
        self._count(line_of(raw, "unchanged", article_id, url))
        return True

    def reread(self, reading: Reading) -> RereadOutcome:
        """Keep what the rules of this run read in the original of an article.

        Raises:
            NotFound: there is no such article.
        """
        outcome = outcomes.reread(self._writer, self.number, reading)
        self._count(line_of(reading.raw, outcome, reading.id, reading.url), reading.size)
        return outcome

    def reject(self, rejection: Rejection, url: str | None = None) -> None:
        """Record a document that could not be processed, from this address if it is known."""
        add_rejection(self._writer.buffer, self.number, self._counts["rejected"], rejection)
        self._rejected.add(rejection)
        place = (rejection.path, rejection.member, rejection.line)
        self._count(Line(*place, "rejected", url=url, refused=rejection))

    def skip(self, skipped: Skipped) -> None:
        """Record a file that is not for us."""
        add_skip(self._writer.buffer, self.number, self._counts["skipped"], skipped)
        self._skipped.add(skipped)
        self._count(Line(skipped.path, skipped.member, None, "skipped", refused=skipped))

    def finish(self) -> RunReport:
        """Commit the rest, bring persons and clusters up to it, let others write, and report."""
        if self._report is None:
            consolidate(self._writer)
            self._commit(finished=_now())
            self._report = RunReport(
                run=self.number,
                counts=dict(self._counts),
                rejected=self._rejected.reasons,
                skipped=self._skipped.reasons,
                outdated=self._writer.tally.older_than(self._rules_version),
            )
            self._writer.close()
        return self._report

    def _count(self, line: Line, original_bytes: int = 0) -> None:
        self._counts[line.outcome] += 1
        if self._listener is not None:
            self._lines.append(line)
        self._waiting_documents += 1
        self._waiting_bytes += original_bytes
        if self._waiting_documents >= BATCH_DOCUMENTS or self._waiting_bytes >= BATCH_BYTES:
            self._commit(finished=None)

    def _commit(self, finished: str | None) -> None:
        values = {"of_run": self.number, "counts": dict(self._counts), "finished": finished}
        self._writer.connection.execute(_UPDATE, values)
        self._writer.commit()
        self._waiting_documents = self._waiting_bytes = 0
        self._committed.extend(self._lines)
        self._lines.clear()
        self._tell()

    def _tell(self) -> None:
        """Say what was committed; when that is interrupted, what is left is said at the end."""
        while self._committed and self._listener is not None:
            self._listener(self._committed[0])
            self._committed.popleft()


def read_run(connection: Connection, number: int) -> RunRecord:
    """How a run was begun.

    Raises:
        NotFound: there is no such run.
    """
    check_run(connection, number)
    row = connection.execute(select(runs).where(runs.c.number == number)).one()
    return RunRecord(row.number, row.kind, tuple(row.arguments), row.source and Source(**row.source))


def _begin(
    connection: Connection,
    arguments: Sequence[str],
    rules_version: int,
    kind: RunKind,
    source: Source | None,
) -> int:
    number: int = connection.execute(select(func.coalesce(func.max(runs.c.number), 0) + 1)).scalar_one()
    row = {
        "number": number,
        "kind": kind,
        "source": source and asdict(source),
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
