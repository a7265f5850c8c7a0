"""Several processes store what one stores, row for row."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive import processing, workers
from archive.ingestion import ingest, refresh
from archive.jobs import LEAST_LONG_JOBS
from archive.pipeline import Guidance
from archive.reading.reader import read
from archive.settings import read_settings
from archive.storage.reports import Line, RunReport
from archive.storage.store import open_store
from tests.scripts.killing import rows_of
from tests.scripts.stories import write_articles

GUIDANCE = Guidance(date(2026, 11, 21))
ARTICLES = LEAST_LONG_JOBS + 60


def taken(data: Path, path: Path, processes: int) -> tuple[RunReport, list[Line]]:
    settings = read_settings({}, data)
    told: list[Line] = []
    with open_store(settings.store_url) as store:
        documents = read([str(path)], settings.reading_limits)
        report = ingest(store, documents, ["tin"], GUIDANCE, listener=told.append, workers=processes)
    return report, told


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Articles, among them some that cannot be read, and an ingest of them by one process."""
    folder = tmp_path_factory.mktemp("parallel")
    path = write_articles(folder / "tin.jsonl", ARTICLES)
    lines = path.read_text("utf-8").splitlines()
    lines[70:70] = ['{"id": "x", "text": ""}', "{", lines[3]]
    path.write_text("\n".join(lines), "utf-8")
    taken(folder / "one", path, 1)
    return folder


def test_what_is_stored_is_the_same_row_for_row(folder: Path) -> None:
    first, told = taken(folder / "two", folder / "tin.jsonl", 2)
    again, told_one = taken(folder / "three", folder / "tin.jsonl", 1)
    assert rows_of(folder / "two") == rows_of(folder / "one")
    assert (first, told) == (again, told_one)
    assert first.counts == {"new": ARTICLES, "duplicate": 1, "rejected": 2}


def test_a_second_run_recognises_everything_and_starts_no_process(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise AssertionError("a process was started, or a document understood again")

    monkeypatch.setattr(workers, "_Worker", fail)
    report, _ = taken(folder / "one", folder / "tin.jsonl", 2)
    assert report.counts["unchanged"] >= ARTICLES


def test_refreshing_in_several_processes_is_the_same(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    counts = []
    for processes in (1, 2):
        with open_store(read_settings({}, folder / f"old{processes}").store_url) as store:
            documents = read([str(folder / "tin.jsonl")], read_settings({}).reading_limits)
            with monkeypatch.context() as patch:
                patch.setattr(processing, "RULES_VERSION", 0)
                ingest(store, documents, ["tin"], GUIDANCE)
            counts.append(refresh(store, GUIDANCE, workers=processes).counts)
    assert counts[0] == counts[1] == {"unchanged": ARTICLES}
    assert rows_of(folder / "old1") == rows_of(folder / "old2")
