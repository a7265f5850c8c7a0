"""The index follows the store: it never goes back, and only one process writes it."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import IndexUnavailable, SettingsError, StoreBusy
from archive.jobs import Item
from archive.settings import Settings, read_settings
from archive.storage.locking import WriterLock
from archive.storage.store import open_store
from archive.workers import Lost
from index.indexing import generations, indexer
from index.indexing.generations import checked_manifest, read_manifest
from index.indexing.indexer import rebuild_index, update_index
from index.indexing.verification import verify
from index.searcher import open_searcher
from tests.conftest import ingest_into
from tests.scripts.stories import write_articles


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two articles as files."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name in ("a", "b"):
        (folder / f"{name}.txt").write_text(f"Bài {name} bàn về nghề cá của tỉnh.", "utf-8")
    return folder


def test_only_what_changed_is_written(settings: Settings, folder: Path) -> None:
    ingest_into(settings, folder)
    (folder / "c.txt").write_text("Bài c bàn về thủy lợi.", "utf-8")
    ingest_into(settings, folder)
    with open_store(settings.store_url) as store:
        store.withdraw(next(store.articles()).article.id, "trùng")
        report = update_index(store, settings)
        assert (report.put, report.deleted, report.rebuilt) == (0, 1, False)
        again = update_index(store, settings)
        assert (again.put, again.deleted, again.generation) == (0, 0, report.generation)
        assert verify(store, settings) == []


def test_a_store_put_back_from_a_backup_is_indexed_anew(settings: Settings, folder: Path) -> None:
    ingest_into(settings, folder / "a.txt")
    backup = settings.data.with_name("backup.sqlite")
    shutil.copy(settings.data / "store.sqlite", backup)
    ingest_into(settings, folder / "b.txt")
    shutil.copy(backup, settings.data / "store.sqlite")
    with open_store(settings.store_url) as store:
        assert update_index(store, settings).rebuilt
        assert verify(store, settings) == []


def test_nothing_is_written_while_another_process_writes(
    settings: Settings, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_into(settings, folder / "a.txt")
    with open_store(settings.store_url) as store:
        monkeypatch.setattr(generations, "WAIT_SECONDS", 0)
        before = read_manifest(settings.index_folder)
        with WriterLock(settings.index_folder):
            for write in (update_index, rebuild_index):
                with pytest.raises(StoreBusy, match="wait for it to end"):
                    write(store, settings)
        assert read_manifest(settings.index_folder) == before


def test_a_file_in_the_place_of_the_folder_is_told(settings: Settings, folder: Path) -> None:
    settings.data.mkdir()
    settings.index_folder.touch()
    with pytest.raises(IndexUnavailable, match=r"Not a directory.*khobao index rebuild"):
        ingest_into(settings, folder)
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        open_searcher(settings)


def test_another_engine_is_refused(settings: Settings) -> None:
    other = read_settings({"KHOBAO_ENGINE": "foo"}, settings.data)
    with open_store(settings.store_url) as store, pytest.raises(SettingsError, match="use whoosh"):
        rebuild_index(store, other)


@pytest.fixture
def many(settings: Settings, tmp_path: Path) -> Settings:
    """An archive of enough articles for processes that are started for ten."""
    path = write_articles(tmp_path / "tin.jsonl", 60)
    ingest_into(settings, path)
    return settings


def test_several_processes_write_the_files_one_writes(
    many: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = _contents(many)
    monkeypatch.setattr(indexer, "LEAST_ARTICLES", 10)
    with open_store(many.store_url) as store:
        assert rebuild_index(store, replace(many, workers=2)).put == 60
    assert _contents(many) == before


def test_what_is_lost_with_a_process_is_done_by_this_one(
    many: Settings, monkeypatch: pytest.MonkeyPatch
) -> None:
    def lost(items: Iterable[Item[object, object]], *_: object) -> Iterator[tuple[object, Lost]]:
        for item in items:
            yield item.what, Lost.LOST

    before = _contents(many)
    monkeypatch.setattr(indexer, "answered", lost)
    with open_store(many.store_url) as store:
        rebuild_index(store, many)
    assert _contents(many) == before


def _contents(settings: Settings) -> list[tuple[str, str, bytes]]:
    """Collection, kind and bytes of each file of the generation; tables of contents hold names drawn by lot."""
    manifest = checked_manifest(settings.index_folder)
    files = (path for path in (settings.index_folder / manifest.folder).rglob("*") if path.suffix != ".toc")
    return sorted(
        (path.parent.name if path.suffix == ".arrays" else path.name, path.suffix, path.read_bytes())
        for path in files
        if path.is_file()
    )
