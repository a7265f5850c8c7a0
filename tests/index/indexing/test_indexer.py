"""The index follows the store: it never goes back, and only one process writes it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from archive.errors import IndexUnavailable, SettingsError, StoreBusy
from archive.settings import Settings, read_settings
from archive.storage.locking import WriterLock
from archive.storage.store import open_store
from index import generations
from index.generations import read_manifest
from index.indexer import rebuild_index, update_index
from index.searcher import open_searcher
from index.verification import verify
from tests.conftest import ingest_into


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
