"""The articles taken in as `khobao ingest` takes them in, and the documents of all systems out of that."""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import islice
from pathlib import Path

from archive.documents import RawDocument, Rejection, Skipped
from archive.ingestion import ingest
from archive.models import Article
from archive.pipeline import Guidance
from archive.reading.reader import read
from archive.settings import Settings
from archive.storage.store import open_store
from index.benchmarking.documents import write_document
from index.benchmarking.workplace import Figures, Workplace, bytes_in
from index.indexing.documents import index_document
from index.indexing.generations import checked_manifest
from index.indexing.indexer import rebuild_index
from index.indexing.statement_documents import index_statements
from index.indexing.statements import speeches


@dataclass(frozen=True, slots=True)
class Input:
    """What is taken in.

    Attributes:
        path: JSON lines, or anything else that `khobao ingest` reads.
        limit: how many of its documents, from the first; None: all.
        today: no date lies after it.
    """

    path: Path
    limit: int | None
    today: date

    def documents(self, settings: Settings) -> Iterator[RawDocument | Rejection | Skipped]:
        """What is read of it."""
        return islice(read((str(self.path),), settings.reading_limits), self.limit)


def ingest_articles(given: Input, place: Workplace) -> Figures:
    """Take the articles into an archive of their own; nothing is indexed yet.

    Returns:
        `finish_seconds` is what came after the last document: persons and clusters, and the last commit.
    """
    shutil.rmtree(place.settings.data, ignore_errors=True)
    begin = last = time.perf_counter()

    def passed(_: int) -> None:
        nonlocal last
        last = time.perf_counter()

    with open_store(place.settings.store_url) as store:
        report = ingest(
            store,
            given.documents(place.settings),
            (str(given.path),),
            Guidance(given.today),
            passed,
            workers=place.settings.processes,
        )
        end = time.perf_counter()
    taken_in = report.counts.get("new", 0)
    return {
        "articles": taken_in,
        "counts": dict(report.counts),
        "seconds": end - begin,
        "finish_seconds": end - last,
        "store_bytes": bytes_in(place.settings.data),
    }


def index_articles(place: Workplace) -> Figures:
    """Build both collections of the archive, as `khobao index rebuild` does."""
    settings = place.settings
    with open_store(settings.store_url, create=False) as store:
        begin = time.perf_counter()
        report = rebuild_index(store, settings)
        seconds = time.perf_counter() - begin
    folder = settings.index_folder / checked_manifest(settings.index_folder).folder
    return {
        "articles": report.put,
        "statements": report.statements,
        "seconds": seconds,
        "bytes": bytes_in(folder),
    }


def gather_documents(place: Workplace) -> Figures:
    """Write the documents of both collections into files."""
    counts = {"articles": 0, "statements": 0, "text_bytes": 0}
    with (
        open_store(place.settings.store_url, create=False) as store,
        place.documents("articles").open("w", encoding="utf-8") as articles,
        place.documents("statements").open("w", encoding="utf-8") as statements,
    ):
        for stored in store.articles():
            said = speeches(stored)
            articles.write(write_document(index_document(stored, said)) + "\n")
            for document in index_statements(stored, said):
                statements.write(write_document(document) + "\n")
            counts["articles"] += 1
            counts["statements"] += len(said)
            counts["text_bytes"] += _text_bytes(stored.article)
    return dict(counts)


def _text_bytes(article: Article) -> int:
    """The UTF-8 text that is indexed of an article."""
    return sum(len(text.encode()) for text in (article.title or "", article.body, article.caption_text))
