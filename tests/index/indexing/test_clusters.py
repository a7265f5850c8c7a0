"""Clusters of a generation: as the store had them then, also for articles that were not written again."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from archive.errors import IndexUnavailable
from archive.settings import Settings
from archive.storage import runs
from archive.storage.store import open_store
from index.indexing.clusters import FILE, Clusters
from index.indexing.generations import checked_manifest
from index.indexing.indexer import update_index
from index.indexing.verification import verify
from index.requests import SearchRequest
from index.searcher import open_searcher
from index.showing.exporting import export_rows
from tests.conftest import ingest_into

STORY = " ".join(
    f"sông nước{'abcdeghiklmnopq'[place % 15]} bến{'xyvut'[place // 15]} đò" for place in range(60)
)
GROUPED = SearchRequest(text="sông", group="cluster")


def write(folder: Path, *identities: str, text: str = STORY) -> Path:
    folder.mkdir(exist_ok=True)
    path = folder / f"{'-'.join(identities)}.jsonl"
    rows = [{"id": identity, "title": f"Bài {identity}", "text": text} for identity in identities]
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def test_a_new_copy_renames_the_cluster_of_others_and_old_readers_keep_theirs(
    settings: Settings, tmp_path: Path
) -> None:
    ingest_into(settings, write(tmp_path / "in", "m", "n"))
    with open_searcher(settings) as old:
        ingest_into(settings, write(tmp_path / "in", "a"))
        with open_searcher(settings) as new:
            assert dict(new.clusters) == {"a": "a", "m": "a", "n": "a"}
            assert (new.search(GROUPED).total, new.search(GROUPED).stories) == (3, 1)
        assert dict(old.clusters) == {"m": "m", "n": "m"}
        assert (old.search(GROUPED).total, old.search(GROUPED).stories) == (2, 1)


def test_receipts_are_of_articles(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path / "in", "m", "n"))
    with open_searcher(settings) as searcher:
        plain = searcher.search(SearchRequest(text="sông"), with_receipt=True)
        folded = searcher.search(GROUPED, with_receipt=True)
        assert plain.receipt == folded.receipt is not None
        assert (plain.stories, [hit.near_duplicates for hit in plain.hits]) == (None, [None, None])
        assert [hit.near_duplicates for hit in folded.hits] == [1]


def test_an_export_names_the_cluster_of_each_article(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path / "in", "m", "n"), write(tmp_path / "in", "o", text="Bài khác."))
    with open_searcher(settings) as searcher:
        rows = list(export_rows(searcher, SearchRequest(), 10))[:-1]
    assert {row["id"]: row["cluster"] for row in rows} == {"m": "m", "n": "m", "o": None}


def test_clusters_that_were_late_are_indexed_though_no_article_changed(
    settings: Settings, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ingest_into(settings, write(tmp_path / "in", "m"))
    with monkeypatch.context() as patch:
        # A run that is killed before it consolidates, and an index brought up to what it left.
        patch.setattr(runs, "consolidate", lambda writer: 0)
        ingest_into(settings, write(tmp_path / "in", "n"))
    assert dict(open_searcher(settings).clusters) == {}
    ingest_into(settings, write(tmp_path / "in", "m"))
    with open_searcher(settings) as searcher:
        assert dict(searcher.clusters) == {"m": "m", "n": "m"}
    with open_store(settings.store_url) as store:
        assert verify(store, settings) == []
        assert update_index(store, settings).put == 0


def test_other_clusters_than_those_of_the_store_are_found(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path / "in", "m", "n"))
    path = settings.index_folder / checked_manifest(settings.index_folder).folder / FILE
    path.write_text("{}", "utf-8")
    with open_store(settings.store_url) as store:
        assert any("other clusters" in line for line in verify(store, settings))


@pytest.mark.parametrize("content", ["{", "[1]", "7"])
def test_a_damaged_file_is_said_with_the_command_that_mends_it(tmp_path: Path, content: str) -> None:
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        Clusters.open(tmp_path)
    (tmp_path / FILE).write_text(content, "utf-8")
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        len(Clusters.open(tmp_path))
