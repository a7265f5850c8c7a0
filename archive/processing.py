"""One document into what is saved of it: the pure work of an ingest, done wherever there is a processor."""

from __future__ import annotations

from dataclasses import replace
from typing import NamedTuple

from archive.documents import RawDocument, Rejection
from archive.errors import ProcessingError
from archive.knowledge.understanding import RULES_VERSION
from archive.models import Source
from archive.pipeline import Guidance, identified, process, rejection_of, understood
from archive.storage.readings import Reading, reading


class Job(NamedTuple):
    """A document to be read.

    Attributes:
        is_known: its place seems to have given it before: only whose and which it is is asked.
    """

    raw: RawDocument
    is_known: bool = False


class RereadingJob(NamedTuple):
    """An original to be read again, with what its article is known by."""

    raw: RawDocument
    source: Source
    id: str


class Known(NamedTuple):
    """Whose and which document it is."""

    id: str
    source: Source
    url: str | None


def processed(guidance: Guidance, job: Job) -> Reading | Known | Rejection:
    """Read a document, as far as is asked."""
    try:
        found = identified(job.raw, guidance)
        if job.is_known:
            return Known(found.id, found.source, found.url)
        return reading(understood(found, guidance.today), RULES_VERSION)
    except ProcessingError as error:
        return rejection_of(job.raw, error)


def processed_again(guidance: Guidance, job: RereadingJob) -> Reading | Rejection:
    """Read an original again, for the article it is of."""
    done = process(job.raw, replace(guidance, source=job.source))
    if isinstance(done, Rejection):
        return done
    try:
        return reading(replace(done, article=replace(done.article, id=job.id)), RULES_VERSION)
    except ProcessingError as error:
        return rejection_of(job.raw, error)
