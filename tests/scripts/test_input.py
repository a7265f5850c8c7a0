"""Odd command lines, odd files and odd names: understood, or refused in words."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from archive.storage.store import open_store
from tests.scripts.running import ROOT, command, environment, is_one_line, khobao, lines_of, record


class TestMinus:
    """A query may begin with a minus."""

    def test_it_excludes(self, archive: Path) -> None:
        assert lines_of(khobao(archive, "search", "-nghề", "--json"))[0]["total"] == 2
        assert lines_of(khobao(archive, "export", "-nghề"))[-1]["total"] == 2

    def test_behind_two_of_them_anything_is_a_query(self, archive: Path) -> None:
        assert lines_of(khobao(archive, "search", "--json", "--", "--nghề"))[0]["total"] >= 1

    @pytest.mark.parametrize(
        "words", [("--limt=5",), ("hội", "--limt", "5"), ("-hội", "--limt", "5"), ("-x", "hội")]
    )
    def test_misspelt_options_are_still_refused(self, archive: Path, words: tuple[str, ...]) -> None:
        assert khobao(archive, "search", *words).returncode == 2

    def test_the_help_says_so(self, tmp_path: Path) -> None:
        assert "-kinh" in khobao(tmp_path, "search", "--help").stdout


class TestNames:
    """Sources, homes and whatever else is typed."""

    @pytest.mark.parametrize(
        "words",
        [
            ("ingest", "x", "--source", b"b\xff"),
            ("ingest", "x", "--source", "a\x1b[31m"),
            ("ingest", "x", "--source", "  "),
            ("ingest", "x", "--source", "Báo A", "--home", "Atlantis"),
            ("search", b"b\xff"),
            ("search", "a", "--province", b"b\xff"),
            ("show", b"b\xff"),
            ("remove", "a", "--reason", " "),
        ],
    )
    def test_what_is_no_name_is_refused(self, tmp_path: Path, words: tuple[str | bytes, ...]) -> None:
        done = khobao(tmp_path / "data", *words)
        assert done.returncode == 2
        assert "Traceback" not in done.stderr
        assert not (tmp_path / "data").exists()

    def test_a_home_is_known_in_any_spelling(self, tmp_path: Path) -> None:
        (tmp_path / "x.txt").write_text("Một bài báo về nghề cá.", "utf-8")
        data = tmp_path / "data"
        source = ("--source", "  Báo   Sông Lô ", "--home", "tinh vinh phuc")
        assert khobao(data, "ingest", str(tmp_path / "x.txt"), *source).returncode == 0
        assert list(lines_of(khobao(data, "stats", "--json"))[0]["by_source"]) == ["Báo Sông Lô"]

    def test_a_file_name_cannot_steer_the_terminal(self, tmp_path: Path) -> None:
        (tmp_path / "in").mkdir()
        (tmp_path / "in" / "a\x1b[2J\nnew  5\x9b.csv").write_text("tit\x1b]0;le,\x07body\n1,2\n", "utf-8")
        done = khobao(tmp_path / "data", "ingest", str(tmp_path / "in"))
        assert done.returncode == 1
        assert done.stderr == ""
        assert all(line.isprintable() for line in done.stdout.split("\n"))


class TestStreams:
    """Standard input that is closed is empty."""

    @pytest.mark.parametrize("verb", [("ingest", "FILE"), ("inspect", "FILE"), ("batch", "-")])
    def test_it_does_no_harm(
        self, tmp_path: Path, archive: Path, articles: Path, verb: tuple[str, str]
    ) -> None:
        words = [str(articles) if word == "FILE" else word for word in verb]
        line = " ".join(f"'{word}'" for word in command(archive, *words))
        done = subprocess.run(
            ["/bin/sh", "-c", f"{line} <&-"], cwd=ROOT, env=environment(), capture_output=True, timeout=60
        )
        assert (done.returncode, done.stderr) == (0, b"")


class TestReceipts:
    """Files that hold a receipt, and files that do not."""

    @pytest.mark.parametrize(
        "content",
        [
            b"",
            b"\x00\xff\xfe\x80",
            b"[" * 100_000,
            b'{"question": {}, "generation": "", "change": Infinity, "count": 1, "ids_hash": ""}',
            b'{"question": {}, "generation": "", "change": -1, "count": 1, "ids_hash": ""}',
            b'{"question": [], "generation": "", "change": 1, "count": 1, "ids_hash": ""}',
            b'{"change": ' + b"9" * 5000 + b"}",
            b"#complete,1 of 1,nothing",
        ],
        ids=["empty", "binary", "deep", "infinite", "negative", "no question", "long", "no receipt"],
    )
    def test_what_is_no_receipt_is_bad_usage(self, archive: Path, tmp_path: Path, content: bytes) -> None:
        (tmp_path / "receipt").write_bytes(content)
        done = khobao(archive, "receipt", str(tmp_path / "receipt"))
        assert done.returncode == 2
        assert is_one_line(done.stderr)

    @pytest.mark.parametrize("options", [(), ("--bom",)])
    def test_a_table_holds_its_receipt_in_its_last_row(
        self, archive: Path, tmp_path: Path, options: tuple[str, ...]
    ) -> None:
        table = khobao(archive, "export", "hội nghị", "--format", "csv", *options).stdout
        (tmp_path / "table.csv").write_text(table, "utf-8")
        assert khobao(archive, "receipt", str(tmp_path / "table.csv")).returncode == 0

    def test_a_receipt_of_another_archive_is_called_so_and_nothing_is_listed(
        self, archive: Path, tmp_path: Path
    ) -> None:
        other = tmp_path / "other"
        given = "\n".join(record(name, f"Hội nghị {name}.") for name in ("k", "l")).encode()
        khobao(other, "ingest", "-", given=given)
        path = tmp_path / "receipt.json"
        path.write_text(khobao(other, "search", "hội nghị k", "--json").stdout, "utf-8")
        done = khobao(archive, "receipt", str(path))
        assert done.returncode == 1
        assert done.stdout.startswith("The receipt is of another archive")
        assert len(done.stdout.splitlines()) == 2
        difference = lines_of(khobao(archive, "receipt", str(path), "--json"))[0]
        assert (difference["proven"], difference["added"], difference["removed"]) == (False, [], [])


def test_json_is_utf8_whatever_was_asked(archive: Path, tmp_path: Path) -> None:
    (tmp_path / "questions").write_bytes(
        b"h\xe1\xbb\x99i \xff\n" + json.dumps({"q": "\ud800\x9b"}).encode() + b"\n"
    )
    rows = lines_of(khobao(archive, "batch", str(tmp_path / "questions")))
    assert len(rows) == 2


def test_a_removed_article_takes_its_officials_with_it(archive: Path) -> None:
    named = record(
        "d", "Chủ tịch UBND tỉnh Nam Định Phạm Đình Nghị phát biểu tại hội nghị.", date="2019-04-05"
    )
    khobao(archive, "ingest", "-", given=named.encode())
    url = f"sqlite:///{archive / 'store.sqlite'}"
    with open_store(url) as store:
        assert len(store.find_persons("Phạm Đình Nghị")) == 1
        khobao(archive, "remove", "d", "--reason", "trùng bài")
        assert store.find_persons("Phạm Đình Nghị") == []
