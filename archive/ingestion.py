"""Files into the store: read, process and save document by document, and say what became of each."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from archive.documents import RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.knowledge.understanding import RULES_VERSION
from archive.pipeline import Guidance, identified, process, rejection_of, understood
from archive.storage.reports import RunReport
from archive.storage.runs import Listener, Run, RunKind
from archive.storage.store import Store

Progress = Callable[[int], None]
"""Told how many documents were seen."""


def ingest(
    store: Store,
    documents: Iterable[RawDocument | Rejection | Skipped],
    arguments: Sequence[str],
    guidance: Guidance,
    progress: Progress | None = None,
    *,
    kind: RunKind = "ingest",
    listener: Listener | None = None,
) -> RunReport:
    """Take a stream of documents into the store.

    Args:
        documents: as `archive.reading.reader.read` yields them.
        arguments: the paths named, for the record of the run.
        guidance: what is known beforehand.
        kind: `retry` where documents rejected before are read again.
        listener: told what became of each document once that is committed.

    Returns:
        The report: in = new + updated + unchanged + duplicate + rejected.

    Raises:
        StoreBusy: another process is writing.
    """
    with store.begin_run(arguments, RULES_VERSION, kind, guidance.source, listener) as run:
        for seen, document in enumerate(documents, start=1):
            _take(run, document, guidance)
            if progress:
                progress(seen)
        return run.finish()


def refresh(store: Store, guidance: Guidance, progress: Progress | None = None) -> RunReport:
    """Clean and understand again, from the originals, every article last read by older rules.

    Identity does not change. An article that reads differently now gets a new revision.

    Returns:
        The report: `changed` and `unchanged` count articles.
    """
    with store.begin_run((), RULES_VERSION, "refresh") as run:
        for seen, (raw, source, identity) in enumerate(store.originals_to_refresh(RULES_VERSION), start=1):
            outcome = process(raw, replace(guidance, source=source))
            if isinstance(outcome, Rejection):
                run.reject(outcome)
            else:
                run.reread(identity, outcome)
            if progress:
                progress(seen)
        return run.finish()


def _take(run: Run, document: RawDocument | Rejection | Skipped, guidance: Guidance) -> None:
    if isinstance(document, Skipped):
        run.skip(document)
    elif isinstance(document, Rejection):
        run.reject(document)
    else:
        try:
            found = identified(document, guidance)
            # What its place gave before need not be understood again: nine tenths of the work of a second run.
            if not run.recognise(document, found.id, found.source, found.url):
                run.save(understood(found, guidance.today))
        except ProcessingError as error:
            run.reject(rejection_of(document, error), document.url)
