"""Several commands at once: nobody undoes the work of another."""

from __future__ import annotations

import subprocess
import time
from pathlib import Path

from archive.storage.locking import WriterLock
from archive.storage.store import open_store
from tests.scripts.running import ROOT, command, environment, khobao, lines_of, record


def started(data: Path, *arguments: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen(
        command(data, *arguments),
        cwd=ROOT,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )


def ends(process: subprocess.Popen[bytes]) -> tuple[int, str]:
    _, errors = process.communicate(timeout=120)
    return process.returncode, errors.decode()


def test_whoever_finds_the_index_being_written_waits_and_then_does_the_rest(
    archive: Path, tmp_path: Path
) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(record("d", "Hội nghị mới."), "utf-8")
    url = f"sqlite:///{archive / 'store.sqlite'}"
    with WriterLock(archive / "index"):
        process = started(archive, "ingest", str(more))
        with open_store(url) as store:
            while store.state().articles < 4 and process.poll() is None:
                time.sleep(0.05)
        assert process.poll() is None
        assert lines_of(khobao(archive, "search", "hội nghị", "--json"))[0]["total"] == 2
    assert ends(process) == (0, "")
    assert lines_of(khobao(archive, "search", "hội nghị", "--json"))[0]["total"] == 3


def test_rebuilding_and_ingesting_at_once_both_succeed(archive: Path, tmp_path: Path) -> None:
    more = tmp_path / "more.jsonl"
    more.write_text(record("d", "Hội nghị mới."), "utf-8")
    verbs = (("index", "rebuild"), ("ingest", str(more)), ("index", "rebuild"))
    assert [ends(process) for process in [started(archive, *verb) for verb in verbs]] == [(0, "")] * 3
    assert khobao(archive, "verify").returncode == 0


def test_removals_at_once_are_all_done(archive: Path) -> None:
    processes = [started(archive, "remove", identity, "--reason", "trùng bài") for identity in "abc"]
    assert [ends(process) for process in processes] == [(0, "")] * 3
    assert khobao(archive, "verify").returncode == 0
    assert lines_of(khobao(archive, "stats", "--json"))[0]["articles"] == 0
