"""How many articles a second each stage does by itself, in one process: which of them holds up the others."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from archive.cleaning.cleaning import clean
from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.knowledge.officials.officials import find_officials
from archive.knowledge.places.places import locate
from archive.knowledge.statements.statements import find_statements
from archive.knowledge.understanding import RULES_VERSION
from archive.models import Article, Processed, Understanding
from archive.pipeline import Guidance, Identified, identified
from archive.settings import read_settings
from archive.storage.readings import reading
from archive.storage.store import open_store
from archive.text.segmentation import words
from index.backends.whoosh import WhooshBackend
from index.benchmarking.archives import Input
from index.benchmarking.workplace import Figures
from index.fields import COLLECTIONS
from index.indexing.documents import index_document
from index.indexing.statement_documents import index_statements
from index.indexing.statements import speeches

WARMED = 50
"""Of these, how many are taken through all stages first: tables are loaded and caches filled as in a long run."""

STAGES = (
    "read",
    "clean",
    "places",
    "officials",
    "statements",
    "segment",
    "prepare",
    "store",
    "consolidate",
    "analyse",
    "index",
)


class Clock:
    """Seconds by stage."""

    def __init__(self) -> None:
        self.seconds = dict.fromkeys(STAGES, 0.0)

    @contextmanager
    def timed(self, stage: str) -> Iterator[None]:
        """Add what the block takes."""
        begin = time.perf_counter()
        yield
        self.seconds[stage] += time.perf_counter() - begin


def measure_stages(given: Input) -> Figures:
    """Take articles through every stage, one stage at a time; all of them are held at once.

    Returns:
        Articles a second by stage, and of all of them one after the other (`together`).
    """
    settings = read_settings({}, Path())
    raw = [found for found in given.documents(settings) if isinstance(found, RawDocument)]
    guidance = Guidance(given.today)
    for document in raw[:WARMED]:
        _processed(document, guidance, Clock())
    clock = Clock()
    processed = [made for document in raw if (made := _processed(document, guidance, clock))]
    with TemporaryDirectory() as folder:
        _kept(processed, Path(folder), clock)
    rates = {stage: len(processed) / seconds for stage, seconds in clock.seconds.items() if seconds}
    return {
        "articles": len(processed),
        "rates": rates,
        "together": len(processed) / sum(clock.seconds.values()),
    }


def _processed(document: RawDocument, guidance: Guidance, clock: Clock) -> Processed | None:
    """A document through the pure stages, as `archive.pipeline.process` does; None if it is refused."""
    try:
        with clock.timed("read"):
            found = identified(document, guidance)
        with clock.timed("clean"):
            article = clean(found.record, found.id, found.source, found.url, guidance.today, found.page)
    except ProcessingError:
        return None
    return _understood(found, article, clock)


def _understood(found: Identified, article: Article, clock: Clock) -> Processed:
    with clock.timed("places"):
        places = locate(article)
    with clock.timed("officials"):
        officials = find_officials(article, places)
    with clock.timed("statements"):
        said = find_statements(article, officials)
    with clock.timed("segment"):
        segmented = tuple(words(paragraph) for paragraph in article.paragraphs)
    understanding = Understanding(places=places, officials=said.officials, statements=said.statements)
    return Processed(found.raw, found.identity, article, understanding, segmented)


def _kept(processed: list[Processed], folder: Path, clock: Clock) -> None:
    settings = read_settings({}, folder)
    with open_store(settings.store_url) as store:
        with store.begin_run((), RULES_VERSION) as run:
            with clock.timed("prepare"):
                readings = [reading(made, RULES_VERSION) for made in processed]
            with clock.timed("store"):
                for made_ready in readings:
                    run.save(made_ready)
            with clock.timed("consolidate"):
                run.finish()
        stored = list(store.articles())
    with clock.timed("analyse"):
        said = [(article, speeches(article)) for article in stored]
        documents = {
            "articles": [index_document(*given) for given in said],
            "statements": [document for given in said for document in index_statements(*given)],
        }
    for collection, gathered in documents.items():
        backend = WhooshBackend.create(folder / collection, COLLECTIONS[collection])
        with clock.timed("index"), backend.writer() as writer:
            for document in gathered:
                writer.put(document)
        backend.close()
