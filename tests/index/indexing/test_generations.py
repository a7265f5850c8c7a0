"""Generations: never written again, pruned when old, and no trace of an unfinished one."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import IndexUnavailable
from index.fields import SCHEMA_VERSION
from index.indexing.generations import (
    MANIFEST,
    Manifest,
    checked_manifest,
    folder_name,
    next_generation,
    publish,
    read_manifest,
    writing,
)


def build(root: Path, change: int, content: str, keep: int = 3) -> Manifest:
    with writing(root), next_generation(root, read_manifest(root)) as folder:
        # A new file, as engines write theirs: a linked one must never be changed in place.
        (folder / f"segment-{change}").write_text(content, "utf-8")
        name = folder_name(change, "abc", folder)
        manifest = Manifest(change, "abc", name, "whoosh", SCHEMA_VERSION)
        publish(root, folder, manifest, keep)
    return manifest


def test_a_new_generation_begins_with_the_files_of_the_last(tmp_path: Path) -> None:
    build(tmp_path, 1, "one")
    second = build(tmp_path, 2, "two")
    names = {path.name for path in (tmp_path / second.folder).iterdir()}
    assert names == {"segment-1", "segment-2"}


def test_an_old_generation_stays_as_it_was(tmp_path: Path) -> None:
    first = build(tmp_path, 1, "one")
    build(tmp_path, 2, "two")
    assert [path.name for path in (tmp_path / first.folder).iterdir()] == ["segment-1"]


def test_only_the_last_generations_are_kept(tmp_path: Path) -> None:
    for change in range(1, 6):
        build(tmp_path, change, "content", keep=2)
    assert len([path for path in tmp_path.iterdir() if path.is_dir()]) == 2
    assert (tmp_path / checked_manifest(tmp_path).folder).is_dir()


def test_a_failed_build_leaves_nothing_and_changes_nothing(tmp_path: Path) -> None:
    before = build(tmp_path, 1, "one")
    with pytest.raises(RuntimeError), writing(tmp_path), next_generation(tmp_path, before) as folder:
        (folder / "half").write_text("half", "utf-8")
        raise RuntimeError
    assert read_manifest(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir() if path.is_dir()] == [before.folder]


def test_what_a_killed_build_left_is_swept_away_by_the_next(tmp_path: Path) -> None:
    (tmp_path / "building-killed").mkdir()
    build(tmp_path, 1, "one")
    assert not (tmp_path / "building-killed").exists()


def test_no_index_is_said_with_the_command_that_makes_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="khobao ingest"):
        checked_manifest(tmp_path)


def test_a_damaged_manifest_is_said_with_the_command_that_mends_it(tmp_path: Path) -> None:
    (tmp_path / MANIFEST).write_text("{", "utf-8")
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        read_manifest(tmp_path)


def test_the_index_of_another_schema_is_refused(tmp_path: Path) -> None:
    manifest = build(tmp_path, 1, "one")
    path = tmp_path / MANIFEST
    path.write_text(
        path.read_text("utf-8").replace(f'"schema_version": {SCHEMA_VERSION}', '"schema_version": 0')
    )
    with pytest.raises(IndexUnavailable, match="rebuild"):
        checked_manifest(tmp_path)
    assert manifest.schema_version == SCHEMA_VERSION
