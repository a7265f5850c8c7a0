"""Files into the store: documents are read in several processes, saved by one, each with what became of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import closing
from functools import partial

from archive.documents import RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.jobs import Item, answered
from archive.knowledge.understanding import RULES_VERSION
from archive.pipeline import Guidance, rejection_of
from archive.processing import Job, Known, RereadingJob, processed, processed_again
from archive.storage.readings import Reading
from archive.storage.reports import RunReport
from archive.storage.runs import Listener, Run, RunKind
from archive.storage.store import Store
from archive.workers import Lost

Progress = Callable[[int], None]
"""Told how many documents were seen."""

Finishing = Callable[[], None]

Document = RawDocument | Rejection | Skipped

_PRELOAD = ("archive.processing",)
_RECOGNISED_TOGETHER = 50
_RECOGNISED_BYTES = 1_000_000


def ingest(
    store: Store,
    documents: Iterable[Document],
    arguments: Sequence[str],
    guidance: Guidance,
    progress: Progress | None = None,
    *,
    kind: RunKind = "ingest",
    listener: Listener | None = None,
    workers: int = 1,
    finishing: Finishing | None = None,
) -> RunReport:
    """Take a stream of documents into the store.

    What is stored is the same, row for row, whatever the number of processes.

    Args:
        documents: as `archive.reading.reader.read` yields them.
        arguments: the paths named, for the record of the run.
        guidance: what is known beforehand.
        kind: `retry` where documents rejected before are read again.
        listener: told what became of each document once that is committed.
        workers: processes that read documents; 1: this one does.
        finishing: called when all are read, before persons and clusters are brought up to them.

    Returns:
        The report: in = new + updated + unchanged + duplicate + rejected.

    Raises:
        StoreBusy: another process is writing.
    """
    with store.begin_run(arguments, RULES_VERSION, kind, guidance.source, listener) as run:
        items = _items(run, documents)
        with closing(answered(items, partial(processed, guidance), workers, _PRELOAD)) as answers:
            for seen, (document, answer) in enumerate(answers, start=1):
                _take(run, document, answer, guidance)
                if progress:
                    progress(seen)
        if finishing:
            finishing()
        return run.finish()


def refresh(
    store: Store,
    guidance: Guidance,
    progress: Progress | None = None,
    *,
    workers: int = 1,
    finishing: Finishing | None = None,
) -> RunReport:
    """Clean and understand again, from the originals, every article last read by older rules.

    Identity does not change. An article that reads differently now gets a new revision.

    Returns:
        The report: `changed` and `unchanged` count articles.
    """
    with store.begin_run((), RULES_VERSION, "refresh") as run:
        items = (
            Item(raw, RereadingJob(raw, source, identity), len(raw.content), is_long=True)
            for raw, source, identity in store.originals_to_refresh(RULES_VERSION)
        )
        with closing(answered(items, partial(processed_again, guidance), workers, _PRELOAD)) as answers:
            for seen, (raw, answer) in enumerate(answers, start=1):
                if isinstance(answer, Reading):
                    run.reread(answer)
                else:
                    run.reject(answer if isinstance(answer, Rejection) else _lost(raw))
                if progress:
                    progress(seen)
        if finishing:
            finishing()
        return run.finish()


def _items(run: Run, documents: Iterable[Document]) -> Iterator[Item[Document, Job]]:
    """Documents as they are handed out: what their place gave before need not be understood again."""
    for batch in _batches(documents):
        known = iter(run.seem_known([document for document in batch if isinstance(document, RawDocument)]))
        for document in batch:
            if isinstance(document, RawDocument):
                is_known = next(known)
                yield Item(document, Job(document, is_known), len(document.content), not is_known)
            else:
                yield Item(document)


def _batches(documents: Iterable[Document]) -> Iterator[list[Document]]:
    batch: list[Document] = []
    held_bytes = 0
    for document in documents:
        batch.append(document)
        held_bytes += len(document.content) if isinstance(document, RawDocument) else 0
        if len(batch) == _RECOGNISED_TOGETHER or held_bytes >= _RECOGNISED_BYTES:
            yield batch
            batch, held_bytes = [], 0
    yield batch


def _take(
    run: Run, document: Document, answer: Reading | Known | Rejection | Lost | None, guidance: Guidance
) -> None:
    if isinstance(document, Skipped):
        run.skip(document)
        return
    if isinstance(document, Rejection):
        run.reject(document)
        return
    try:
        if isinstance(answer, Known):
            if run.recognise(document, answer.id, answer.source, answer.url):
                return
            # Its place gave it before, but this run has met it elsewhere too.
            answer = processed(guidance, Job(document))
        if isinstance(answer, Reading):
            run.save(answer)
        else:
            run.reject(answer if isinstance(answer, Rejection) else _lost(document), document.url)
    except ProcessingError as error:
        run.reject(rejection_of(document, error), document.url)


def _lost(document: RawDocument) -> Rejection:
    error = ProcessingError(
        "process",
        "the process that read it was ended twice, by the system or by somebody: if memory ran out, set "
        "KHOBAO_WORKERS lower; then khobao rejections --retry",
    )
    return rejection_of(document, error)
