"""The command, telling which phase it enters, so that it can be killed in any of them.

It does in small what an ingest of thousands does: commits often, and starts processes for few articles.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from functools import partial
from types import ModuleType
from typing import Any, NamedTuple

TELLING = "TELLING"
"""Names the variable with the file descriptor it tells on."""
OUTSIDE = "outside"
"""Before the first phase, between two of them, and behind the last one."""

_BATCH_DOCUMENTS = 16
_LEAST_LONG_JOBS = 17
"""As many as two portions have."""


class Entered(NamedTuple):
    """A phase, and when it was entered, on the clock all processes share."""

    phase: str
    seconds: float


def entered(told: bytes) -> list[Entered]:
    """What was told, read; a line that is not finished was not told."""
    lines = told.decode().split("\n")[:-1]
    return [Entered(phase, float(seconds)) for phase, seconds in map(str.split, lines)]


class _Teller:
    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        self._phase = OUTSIDE
        self._tell(OUTSIDE)

    def within(self, owner: ModuleType | type, name: str, phase: str) -> None:
        """Have a function tell that this phase is entered, and left."""
        inner: Callable[..., Any] = getattr(owner, name)

        def telling(*arguments: Any, **options: Any) -> Any:
            before = self._phase
            self._tell(phase)
            try:
                return inner(*arguments, **options)
            finally:
                self._tell(before)

        setattr(owner, name, telling)

    def _tell(self, phase: str) -> None:
        self._phase = phase
        os.write(self._descriptor, f"{phase} {time.monotonic()}\n".encode())


def main() -> None:
    """Run the command."""
    # Here, for the processes it starts import this module too.
    import archive.ingestion
    import archive.jobs
    import archive.storage.runs
    import index.indexing.indexer
    import scripts.khobao
    import scripts.reporting
    from archive.storage.writing import Writer

    archive.storage.runs.BATCH_DOCUMENTS = _BATCH_DOCUMENTS
    few = partial(archive.jobs.answered, least_long_jobs=_LEAST_LONG_JOBS)
    setattr(archive.ingestion, "answered", few)  # noqa: B010 - mypy forbids what is imported there
    index.indexing.indexer.LEAST_ARTICLES = _LEAST_LONG_JOBS
    teller = _Teller(int(os.environ[TELLING]))
    teller.within(archive.ingestion, "ingest", "reading")
    teller.within(archive.storage.runs, "consolidate", "consolidating")
    teller.within(Writer, "commit", "committing")
    teller.within(scripts.reporting, "update_index", "indexing")
    teller.within(index.indexing.indexer, "publish", "publishing")
    scripts.khobao.main()


if __name__ == "__main__":
    main()
