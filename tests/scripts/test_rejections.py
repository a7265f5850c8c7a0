"""What was not taken in: told by reason, place by place, and read again."""

from __future__ import annotations

import json
import signal
import subprocess
import time
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from archive.errors import NotFound
from archive.storage.runs import BATCH_DOCUMENTS
from scripts.speech import say
from tests.scripts.running import ROOT, command, environment, khobao, khobao_here, lines_of, record

FLOOD = 5_000
NOTHING = say("open_none") + "\n"


def rows_of(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]


def make_mixed(folder: Path) -> Path:
    """A folder with a good record, three bad ones, an empty text and two files that are skipped."""
    folder.mkdir()
    lines = [
        record("a", "Một bài tốt."),
        "{broken",
        record("b", "Bài có {ngoặc}.", date="{hôm qua}"),
        record("c", "Bài có ngày lạ.", date="{}"),
    ]
    (folder / "a.jsonl").write_text("\n".join(lines), "utf-8")
    (folder / "empty.txt").touch()
    (folder / ".hidden").touch()
    (folder / "README.txt").write_text("Đọc trước.", "utf-8")
    return folder


@pytest.fixture
def mixed(tmp_path: Path) -> Path:
    """Such a folder, to be changed at will."""
    return make_mixed(tmp_path / "in")


class Ingested(NamedTuple):
    """Such a folder taken in, with what was said of it; to be looked at only."""

    data: Path
    folder: Path
    report: Path
    done: subprocess.CompletedProcess[str]


@pytest.fixture(scope="module")
def ingested(tmp_path_factory: pytest.TempPathFactory) -> Ingested:
    """An archive of such a folder."""
    root = tmp_path_factory.mktemp("ingested")
    folder = make_mixed(root / "in")
    data, report = root / "data", root / "report.ndjson"
    return Ingested(data, folder, report, khobao(data, "ingest", str(folder), "--report", str(report)))


class TestSummary:
    """What `khobao ingest` ends with."""

    def test_reasons_are_counted_with_a_place_a_code_and_what_to_do(self, ingested: Ingested) -> None:
        done = ingested.done
        assert (done.returncode, done.stderr) == (1, "")
        assert "Rejected 4, because:" in done.stdout
        assert "2  date … cannot be read: write it as YYYY-MM-DD" in done.stdout
        assert "[date-cannot-be-read]" in done.stdout
        assert f"{ingested.folder / 'a.jsonl'}:3" in done.stdout
        assert "Skipped 2 files, because:" in done.stdout
        assert "khobao rejections --retry" in done.stdout

    def test_it_speaks_vietnamese_first(self, tmp_path: Path, mixed: Path) -> None:
        told = khobao(tmp_path / "data", "ingest", str(mixed), KHOBAO_LANGUAGE="vi").stdout
        assert "Bị từ chối 4, vì:" in told
        assert "2  không đọc được ngày …: viết dạng" in told
        assert "[date-cannot-be-read]" in told
        assert "cannot" not in told.replace("cannot-be-read", "")

    def test_a_flood_is_a_short_table(self, tmp_path: Path) -> None:
        path = tmp_path / "flood.jsonl"
        path.write_text("{broken\n" * FLOOD, "utf-8")
        told = khobao(tmp_path / "data", "ingest", str(path)).stdout
        assert len(told.splitlines()) < 20
        assert f"{FLOOD:,}  invalid JSON" in told
        assert f"{FLOOD - 3:,} more: khobao rejections --reason invalid-json" in told
        rows = khobao(tmp_path / "data", "rejections").stdout.splitlines()
        assert sum(row.startswith(f"{path}:") for row in rows) == FLOOD

    def test_an_object_for_scripts_has_counts_reasons_and_every_row(
        self, tmp_path: Path, mixed: Path
    ) -> None:
        [answer] = lines_of(khobao_here(tmp_path / "data", "ingest", str(mixed), "--json"))
        assert answer["counts"] == {"new": 1, "rejected": 4, "skipped": 2}
        by_code = {row["code"]: row["count"] for row in answer["reasons"] if row["outcome"] == "rejected"}
        assert by_code == Counter(row["code"] for row in answer["rejected"])
        assert by_code["date-cannot-be-read"] == 2
        assert answer["rejected"][1]["reason"].startswith("date '{hôm qua}' cannot be read")
        assert [row["code"] for row in answer["skipped"]] == ["hidden", "readme"]


class TestReport:
    """`--report FILE`: a line for each document met."""

    def test_it_says_what_the_counts_say(self, ingested: Ingested) -> None:
        counted = Counter(row["outcome"] for row in rows_of(ingested.report))
        assert counted == {"new": 1, "rejected": 4, "skipped": 2}
        printed = [line.split() for line in ingested.done.stdout.splitlines()[:6]]
        assert {words[0]: int(words[-1]) for words in printed} == Counter(
            new=1, updated=0, unchanged=0, duplicate=0, rejected=4, skipped=2
        )

    def test_a_line_has_place_outcome_id_and_reason(self, ingested: Ingested) -> None:
        by_place = {(Path(row["path"]).name, row["line"]): row for row in rows_of(ingested.report)}
        assert by_place["a.jsonl", 1] == {
            "path": str(ingested.folder / "a.jsonl"), "member": None, "line": 1, "outcome": "new", "id": "a",
            "step": None, "code": None, "reason": None, "url": None,
        }  # fmt: skip
        refused = by_place["a.jsonl", 3]
        assert (refused["outcome"], refused["id"], refused["step"]) == ("rejected", None, "clean")
        assert refused["code"] == "date-cannot-be-read"
        assert refused["reason"].startswith("date '{hôm qua}' cannot be read: write it")

    def test_a_file_that_holds_something_is_refused_before_anything_is_read(
        self, tmp_path: Path, mixed: Path
    ) -> None:
        report = tmp_path / "report.ndjson"
        report.write_text("of another day\n", "utf-8")
        done = khobao(tmp_path / "data", "ingest", str(mixed), "--report", str(report))
        assert done.returncode == 2
        assert report.read_text("utf-8") == "of another day\n"
        assert not (tmp_path / "data").exists()

    def test_on_standard_output_it_is_alone(self, tmp_path: Path, mixed: Path) -> None:
        done = khobao(tmp_path / "data", "ingest", str(mixed), "--report", "-")
        assert len(lines_of(done)) == 7
        assert "Rejected 4, because:" in done.stderr
        assert khobao(tmp_path / "data", "ingest", str(mixed), "--report", "-", "--json").returncode == 2

    def test_an_interrupted_run_leaves_the_lines_of_what_it_committed(self, tmp_path: Path) -> None:
        data, report = tmp_path / "data", tmp_path / "report.ndjson"
        path = tmp_path / "a.jsonl"
        path.write_text(
            "".join(record(f"{number}", f"Tin số {number} ở xã.") + "\n" for number in range(5_000)), "utf-8"
        )
        arguments = command(data, "ingest", str(path), "--report", str(report))
        process = subprocess.Popen(
            arguments,
            cwd=ROOT,
            env=environment(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            # A shell that runs the suite in the background lets it, and so its children, ignore interrupts.
            preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
        )
        while not report.exists() or not report.stat().st_size:
            assert process.poll() is None
            time.sleep(0.05)
        process.send_signal(signal.SIGINT)
        assert process.wait(60) == 1
        held = lines_of(khobao(data, "stats", "--json"))[0]["articles"]
        assert 0 < held < 5_000
        told = [row["id"] for row in rows_of(report)]
        assert told == [f"{number}" for number in range(len(told))]
        # The signal may come between a commit and the lines of its batch.
        assert held - BATCH_DOCUMENTS <= len(told) <= held


class TestListing:
    """`khobao rejections`."""

    def test_the_table_comes_first_then_every_place(self, ingested: Ingested) -> None:
        done = khobao(ingested.data, "rejections")
        table, _, places = done.stdout.partition("\n\n")
        assert done.returncode == 0
        assert table.startswith("4 open:\n  2  date … cannot be read")
        assert f"{ingested.folder / 'a.jsonl'}:3: clean: date '{{hôm qua}}' cannot be read" in places
        assert len(places.splitlines()) == 4

    def test_rows_for_scripts_can_be_chosen_by_reason(self, ingested: Ingested) -> None:
        rows = lines_of(khobao_here(ingested.data, "rejections", "--reason", "date-cannot-be-read", "--json"))
        assert [(row["run"], row["line"], row["step"]) for row in rows] == [(1, 3, "clean"), (1, 4, "clean")]

    def test_a_code_that_is_mistyped_is_told_with_those_there_are(self, ingested: Ingested) -> None:
        done = khobao_here(ingested.data, "rejections", "--reason", "date-wrong")
        assert done.returncode == 2
        assert "date-cannot-be-read" in done.stderr

    def test_earlier_runs_are_listed_when_asked_for(self, tmp_path: Path, mixed: Path) -> None:
        data = tmp_path / "data"
        khobao_here(data, "ingest", str(mixed))
        khobao_here(data, "ingest", "-", given=record("d", "Bài khác.").encode())
        assert khobao_here(data, "rejections").stdout == NOTHING
        for choice in (["--all"], ["--run", "1"]):
            assert len(lines_of(khobao_here(data, "rejections", *choice, "--json"))) == 4
        with pytest.raises(NotFound):
            khobao_here(data, "rejections", "--run", "9")
        assert khobao_here(data, "rejections", "--run", "1", "--all").returncode == 2


class TestRetry:
    """`khobao rejections --retry`."""

    def test_what_was_mended_is_taken_in_and_no_longer_open(self, tmp_path: Path, mixed: Path) -> None:
        data, path = tmp_path / "data", mixed / "a.jsonl"
        khobao_here(data, "ingest", str(mixed), "--source", "Báo Mẫu")
        mended = path.read_text("utf-8").replace("{broken", record("z", "Bài đã sửa."))
        path.write_text(mended, "utf-8")
        done = khobao_here(data, "rejections", "--retry", "--json")
        [answer] = lines_of(done)
        assert (done.returncode, answer["run"]) == (1, 2)
        assert answer["counts"] == {"new": 1, "rejected": 3}
        assert len(lines_of(khobao_here(data, "rejections", "--json"))) == 3
        assert say("met_again", count=4) in khobao_here(data, "rejections", "--run", "1").stdout
        shown = lines_of(khobao_here(data, "show", "z", "--json"))[0]
        assert shown["source"] == "Báo Mẫu"
        assert lines_of(khobao_here(data, "search", "sửa", "--json"))[0]["total"] == 1

    def test_when_everything_is_mended_nothing_is_open(self, tmp_path: Path, mixed: Path) -> None:
        data = tmp_path / "data"
        khobao_here(data, "ingest", str(mixed))
        lines = [record("abcd"[n], f"Bài tốt số {n}.") for n in range(4)]
        (mixed / "a.jsonl").write_text("\n".join(lines), "utf-8")
        (mixed / "empty.txt").write_text("Không còn trống nữa.", "utf-8")
        done = khobao_here(data, "rejections", "--retry")
        assert done.returncode == 0
        assert khobao_here(data, "rejections", "--all").stdout == NOTHING
        again = lines_of(khobao_here(data, "ingest", str(mixed), "--json"))[0]
        assert again["counts"] == {"unchanged": 4, "updated": 1, "skipped": 2}

    def test_one_reason_can_be_retried_and_the_rest_stays_open(self, tmp_path: Path, mixed: Path) -> None:
        data = tmp_path / "data"
        khobao_here(data, "ingest", str(mixed))
        retry = ("rejections", "--retry", "--json")
        [answer] = lines_of(khobao_here(data, *retry, "--reason", "date-cannot-be-read"))
        assert answer["counts"] == {"rejected": 2}
        rows = lines_of(khobao_here(data, "rejections", "--json"))
        assert Counter(row["run"] for row in rows) == {1: 2, 2: 2}
        assert lines_of(khobao_here(data, *retry))[0]["counts"] == {"rejected": 4}

    def test_a_place_that_is_gone_is_a_rejection(self, tmp_path: Path, mixed: Path) -> None:
        data = tmp_path / "data"
        khobao_here(data, "ingest", str(mixed))
        (mixed / "a.jsonl").unlink()
        [answer] = lines_of(khobao_here(data, "rejections", "--retry", "--json"))
        assert Counter(row["code"] for row in answer["rejected"])["no-longer-there"] == 3

    def test_nothing_to_retry_is_no_failure(self, archive: Path) -> None:
        done = khobao_here(archive, "rejections", "--retry")
        assert (done.returncode, done.stdout) == (0, NOTHING)
