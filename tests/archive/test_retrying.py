"""Reading again: the places that were rejected, all of them, and nothing else."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest

from archive.documents import RawDocument, Rejection
from archive.reading.reader import read
from archive.retrying import read_again
from archive.settings import read_settings
from archive.storage.rejections import Place

LIMITS = read_settings({}).reading_limits


def again(arguments: list[str], *places: Place) -> list[RawDocument | Rejection]:
    return list(read_again(places, arguments, LIMITS))


def write(path: Path, content: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, "utf-8")
    return path


def test_only_the_lines_that_were_rejected_are_read(tmp_path: Path) -> None:
    path = str(write(tmp_path / "tin" / "a.jsonl", '{"a":1}\n{"b":2}\n{"c":3}\n'))
    write(tmp_path / "tin" / "b.jsonl", '{"d":4}\n')
    found = again([str(tmp_path / "tin")], Place(path, None, 3), Place(path, None, 1))
    assert [document.line for document in found] == [1, 3]


def test_a_document_is_known_by_its_path_below_the_path_that_was_named(tmp_path: Path) -> None:
    path = str(write(tmp_path / "tin" / "2020" / "a.txt", "Một tin."))
    [found] = again([str(tmp_path / "tin")], Place(path, None, None))
    assert isinstance(found, RawDocument)
    assert found.relative_path == "2020/a.txt"


def test_a_place_is_read_once_however_often_it_was_named(tmp_path: Path) -> None:
    path = str(write(tmp_path / "tin" / "a.txt", "Một tin."))
    assert len(again([str(tmp_path), str(tmp_path / "tin"), path], Place(path, None, None))) == 1


def test_of_a_container_only_the_members_that_were_rejected_are_taken(tmp_path: Path) -> None:
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name in ("a.txt", "b.txt", "c/d.txt"):
            archive.writestr(name, "Một tin.")
    found = again([str(path)], Place(str(path), "c/d.txt", None), Place(str(path), "a.txt", None))
    assert [document.member for document in found] == ["a.txt", "c/d.txt"]


def test_a_table_whose_header_was_rejected_is_read_whole(tmp_path: Path) -> None:
    path = write(tmp_path / "a.csv", "id,body\n1,Một tin.\n2,Hai tin.\n")
    [refused] = read([str(path)], LIMITS)
    assert isinstance(refused, Rejection)
    write(path, "id,text\n1,Một tin.\n2,Hai tin.\n")
    found = again([str(path)], Place(refused.path, refused.member, refused.line))
    assert [document.line for document in found] == [2, 3]


def test_a_file_that_was_rejected_whole_is_read_whole(tmp_path: Path) -> None:
    path = str(write(tmp_path / "a.jsonl", '{"a":1}\n{"b":2}\n'))
    found = again([path], Place(path, None, None))
    assert [document.line for document in found] == [1, 2]


@pytest.mark.parametrize("name", ["a\x1b[2J.txt", "dòng\nhai.txt", "a{b}.txt"])
def test_a_file_whose_name_cannot_be_printed_is_found(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, "Một tin.")
    shown = f"{tmp_path}/{name}".replace("\x1b", "\\x1b").replace("\n", "\\x0a")
    [found] = again([str(tmp_path)], Place(shown, None, None))
    assert isinstance(found, RawDocument)


class TestGone:
    """A place where nothing is found any more is a rejection, so that nothing is lost silently."""

    def rejected(self, found: list[RawDocument | Rejection]) -> list[tuple[int | None, str]]:
        assert all(isinstance(row, Rejection) for row in found)
        return [(row.line, row.reason) for row in found if isinstance(row, Rejection)]

    def test_the_file_is_gone(self, tmp_path: Path) -> None:
        gone = Place(str(tmp_path / "a.txt"), None, None)
        [(line, reason)] = self.rejected(again([str(tmp_path)], gone))
        assert (line, reason.startswith("no longer there")) == (None, True)

    def test_the_line_is_gone(self, tmp_path: Path) -> None:
        path = str(write(tmp_path / "a.jsonl", '{"a":1}\n'))
        [(line, reason)] = self.rejected(again([path], Place(path, None, 2)))
        assert (line, reason.startswith("no longer there")) == (2, True)

    def test_what_cannot_be_read_for_its_file_is_rejected_as_its_file_is(self, tmp_path: Path) -> None:
        path = str(write(tmp_path / "a.jsonl", ""))
        found = again([path], Place(path, None, 2), Place(path, None, 7))
        assert [line for line, _ in self.rejected(found)] == [2, 7]
        assert {reason.partition(":")[0] for _, reason in self.rejected(found)} == {"the file is empty"}

    def test_standard_input_is_gone(self) -> None:
        [(line, reason)] = self.rejected(again(["-"], Place("-", None, 3)))
        assert (line, reason.startswith("standard input cannot be read again")) == (3, True)
