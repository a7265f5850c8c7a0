"""One archive of a few dozen articles, and the documents of all systems."""

from __future__ import annotations

from datetime import date

import pytest

from index.benchmarking.archives import Input, gather_documents, index_articles, ingest_articles
from index.benchmarking.workplace import Workplace
from tests.index.benchmarking.making import write_articles


@pytest.fixture(scope="session")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workplace:
    """A workplace with an archive and its documents; no system is built yet."""
    folder = tmp_path_factory.mktemp("benchmark")
    made = Workplace(folder / "36", "test")
    given = Input(write_articles(folder / "articles.jsonl"), None, date(2026, 11, 22))
    ingest_articles(given, made)
    index_articles(made)
    gather_documents(made)
    return made
