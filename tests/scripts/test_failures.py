"""What the machine refuses is told in one line, with an exit code, and changes nothing that was there."""

from __future__ import annotations

import errno
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from archive.storage.store import open_store
from tests.scripts.running import ROOT, command, environment, is_one_line, khobao, lines_of, record

READERS = (
    ("search", "a"),
    ("export", "a"),
    ("batch", os.devnull),
    ("show", "a"),
    ("stats",),
    ("verify",),
    ("remove", "a", "--reason", "trùng"),
    ("refresh",),
    ("index", "rebuild"),
    ("serve",),
)


@pytest.fixture
def read_only(archive: Path) -> Iterator[Path]:
    """The archive in folders and files that may not be written."""
    paths = [archive, *archive.rglob("*")]
    for path in paths:
        path.chmod(0o555 if path.is_dir() else 0o444)
    yield archive
    for path in paths:
        path.chmod(0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("verb", READERS, ids=lambda verb: str(verb[0]))
def test_a_verb_that_needs_an_archive_makes_none(tmp_path: Path, verb: tuple[str, ...]) -> None:
    done = khobao(tmp_path / "none", *verb)
    assert (done.returncode, done.stdout) == (3, "")
    assert done.stderr == f"khobao: there is no archive in {tmp_path / 'none'}: run khobao ingest PATH\n"
    assert not (tmp_path / "none").exists()


def test_doctor_names_data_that_is_a_file(articles: Path) -> None:
    done = khobao(articles, "doctor")
    assert done.returncode == 1
    assert "articles.jsonl is a file: name a folder with --data" in done.stdout


def test_another_engine_is_refused_before_anything_is_stored(tmp_path: Path, articles: Path) -> None:
    done = khobao(tmp_path / "data", "ingest", str(articles), KHOBAO_ENGINE="foo")
    assert done.returncode == 3
    assert is_one_line(done.stderr)
    assert not (tmp_path / "data").exists()


def test_a_file_in_the_place_of_the_index_is_named(archive: Path, tmp_path: Path) -> None:
    (archive / "index").rename(tmp_path / "gone")
    (archive / "index").touch()
    for verb in (("index", "rebuild"), ("search", "hội nghị")):
        done = khobao(archive, *verb)
        assert done.returncode == 3
        assert is_one_line(done.stderr)
        assert "run khobao i" in done.stderr


def test_what_was_taken_in_is_reported_though_the_index_fails(archive: Path, tmp_path: Path) -> None:
    (archive / "index").rename(tmp_path / "gone")
    (archive / "index").touch()
    done = khobao(archive, "ingest", "-", "--json", given=record("d", "Bài mới.").encode())
    assert done.returncode == 3
    assert lines_of(done)[0]["counts"] == {"new": 1}
    assert "khobao index rebuild" in done.stderr


@pytest.mark.parametrize(
    ("verb", "advice"),
    [
        (("index", "rebuild"), "cannot be written .*, then run khobao index rebuild"),
        (
            ("remove", "a", "--reason", "trùng"),
            "the disk is full or failing: make room, then run khobao verify",
        ),
    ],
    ids=["index", "store"],
)
def test_a_disk_without_room_is_not_called_damage(archive: Path, verb: tuple[str, ...], advice: str) -> None:
    # As near to a full disk as a test may come: no file can grow beyond this.
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (1000, 1000)); "
        "from scripts.khobao import main; main()"
    )
    # The file by which processes share SQLite's memory is larger; while the store is open it is there already.
    with open_store(f"sqlite:///{archive / 'store.sqlite'}") as store:
        assert store.state().articles == 3
        done = subprocess.run(
            [sys.executable, "-c", program, *command(archive, *verb)[3:]],
            cwd=ROOT,
            env=environment(PYTHONDONTWRITEBYTECODE="1"),
            capture_output=True,
            text=True,
            timeout=60,
        )
    assert done.returncode == 3
    assert is_one_line(done.stderr)
    assert re.search(advice, done.stderr)
    assert khobao(archive, "verify").returncode == 0


@pytest.mark.parametrize("form", ["ndjson", "csv"])
@pytest.mark.skipif(not Path("/dev/full").exists(), reason="needs a device that is always full")
def test_output_that_cannot_be_written_is_told(archive: Path, form: str) -> None:
    with Path("/dev/full").open("wb") as full:
        done = subprocess.run(
            command(archive, "export", "hội nghị", "--format", form),
            cwd=ROOT,
            env=environment(),
            stdout=full,
            stderr=subprocess.PIPE,
            text=True,
            timeout=60,
        )
    assert done.returncode == 3
    assert is_one_line(done.stderr)
    assert os.strerror(errno.ENOSPC) in done.stderr


@pytest.mark.parametrize("form", ["ndjson", "csv"])
def test_a_reader_that_has_had_enough_is_no_error(archive: Path, form: str) -> None:
    reading, writing = os.pipe()
    os.close(reading)
    done = subprocess.run(
        command(archive, "export", "hội nghị", "--format", form),
        cwd=ROOT,
        env=environment(),
        stdout=writing,
        stderr=subprocess.PIPE,
        text=True,
        timeout=60,
    )
    os.close(writing)
    assert (done.returncode, done.stderr) == (1, "")


@pytest.mark.skipif(sys.platform != "linux", reason="root can give up its powers only on Linux")
class TestReadOnly:
    """An archive that may be read and not written."""

    def test_everything_that_reads_works(self, read_only: Path) -> None:
        verbs = [
            ("search", "hội nghị"),
            ("show", "a"),
            ("stats",),
            ("verify",),
            ("export", "hội"),
            ("doctor",),
        ]
        for verb in verbs:
            done = khobao(read_only, *verb, obeys_rights=True)
            assert (done.returncode, done.stderr) == (0, "")

    def test_it_can_be_read_while_its_owner_writes(self, archive: Path, articles: Path) -> None:
        with open_store(f"sqlite:///{archive / 'store.sqlite'}") as store:
            store.withdraw("a", "trùng bài")
            archive.chmod(0o555)
            done = khobao(archive, "stats", "--json", obeys_rights=True)
        archive.chmod(0o755)
        assert lines_of(done)[0]["articles"] == 2

    @pytest.mark.parametrize(
        "verb", [("ingest", "-"), ("remove", "a", "--reason", "trùng"), ("index", "rebuild")]
    )
    def test_what_writes_says_that_it_cannot(self, read_only: Path, verb: tuple[str, ...]) -> None:
        given = record("d", "Bài mới.").encode()
        done = khobao(read_only, *verb, given=given, obeys_rights=True)
        assert done.returncode == 3
        assert is_one_line(done.stderr)
        assert "rights" in done.stderr
