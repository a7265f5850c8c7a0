"""Archives to test against: the five seeds, taken in for real."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path

import pytest
from hypothesis import settings as hypothesis_settings

from archive.ingestion import ingest
from archive.models import Source
from archive.pipeline import Guidance
from archive.reading.reader import read
from archive.settings import Settings, read_settings
from archive.storage.reports import RunReport
from archive.storage.runs import Listener
from archive.storage.store import open_store
from index.indexing.indexer import update_index
from index.searcher import Searcher, open_searcher

# A deadline would be a timing in a test.
hypothesis_settings.register_profile("khobao", deadline=None)
hypothesis_settings.load_profile("khobao")

ROOT = Path(__file__).parent.parent
SEEDS = ROOT / "seeds"
TODAY = date(2026, 11, 21)

Ingest = Callable[..., RunReport]


def ingest_into(
    settings: Settings, *paths: Path, default: Source | None = None, listener: Listener | None = None
) -> RunReport:
    """What `khobao ingest` does, without its output."""
    with open_store(settings.store_url) as store:
        names = [str(path) for path in paths]
        guidance = Guidance(TODAY, default)
        report = ingest(store, read(names, settings.reading_limits), names, guidance, listener=listener)
        update_index(store, settings)
    return report


@pytest.fixture(scope="session")
def seeds_settings(tmp_path_factory: pytest.TempPathFactory) -> Settings:
    """An archive of the five seeds; not to be changed by tests."""
    settings = read_settings({}, tmp_path_factory.mktemp("seeds"))
    ingest_into(settings, SEEDS)
    return settings


@pytest.fixture
def searcher(seeds_settings: Settings) -> Iterator[Searcher]:
    """A searcher over the five seeds."""
    with open_searcher(seeds_settings) as opened:
        yield opened


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    """Settings of an empty archive of a test's own."""
    return read_settings({}, tmp_path / "archive")
