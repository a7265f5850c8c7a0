"""What is built once is used again as long as nothing it depends on has changed."""

from __future__ import annotations

import shutil
from pathlib import Path

from index.benchmarking.building import build_system
from index.benchmarking.machine import source_version
from index.benchmarking.workplace import Workplace
from index.fields import COLLECTIONS


def test_a_system_is_built_once_with_all_documents(place: Workplace, tmp_path: Path) -> None:
    elsewhere = Workplace(tmp_path, "test")
    for collection in COLLECTIONS:
        shutil.copy(place.documents(collection), elsewhere.documents(collection))
    built = build_system("fts5", elsewhere)
    kept = (tmp_path / "fts5.json").stat().st_mtime_ns
    assert build_system("fts5", elsewhere) == built
    assert (tmp_path / "fts5.json").stat().st_mtime_ns == kept
    for collection in COLLECTIONS:
        lines = place.documents(collection).read_text("utf-8").splitlines()
        assert built[collection]["documents"] == len(lines)
        assert built[collection]["bytes"] > 0
    assert built["peak_bytes"] > 0


def test_code_that_is_measured_is_told_from_code_that_measures() -> None:
    assert source_version("index") == source_version("index")
    assert source_version("index") != source_version("archive")
    assert source_version("index") != source_version("index", "index/benchmarking/building.py")
