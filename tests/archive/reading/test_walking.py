"""Folders are walked in one order; what is not for us is listed; what cannot be read says what to do."""

from __future__ import annotations

import os
import socket
from pathlib import Path

import pytest

from archive.documents import Rejection, Skipped
from archive.reading.kinds import READABLE, Kind
from archive.reading.walking import Found, walk


def write(path: Path, text: str = "Một bài báo.") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")
    return path


def found(folder: Path) -> list[str]:
    return [met.origin.relative_path for met in walk(str(folder)) if isinstance(met, Found)]


def skipped(folder: Path) -> dict[str, str]:
    return {Path(met.path).name: met.reason for met in walk(str(folder)) if isinstance(met, Skipped)}


def rejected(path: Path | str) -> Rejection:
    [rejection] = [met for met in walk(str(path)) if isinstance(met, Rejection)]
    return rejection


def test_names_are_sorted_and_folders_stand_in_their_place(tmp_path: Path) -> None:
    for name in ("c.txt", "b/2.txt", "b/10.txt", "a.txt", "Z.csv", "b/ă/x.jsonl"):
        write(tmp_path / name)
    assert found(tmp_path) == ["Z.csv", "a.txt", "b/10.txt", "b/2.txt", "b/ă/x.jsonl", "c.txt"]


def test_the_shown_path_is_the_one_the_user_would_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(tmp_path / "báo" / "2020" / "x.TXT")
    monkeypatch.chdir(tmp_path)
    [met] = walk("báo/")
    assert isinstance(met, Found)
    assert (met.origin.path, met.origin.relative_path) == ("báo/2020/x.TXT", "2020/x.TXT")
    assert met.kind == Kind("text")


def test_hidden_files_readmes_and_other_kinds_in_a_folder_are_skipped(tmp_path: Path) -> None:
    for name in (".ẩn.txt", ".git/a.txt", "README.txt", "readme.csv", "ảnh.jpg", "không đuôi"):
        write(tmp_path / name)
    assert found(tmp_path) == []
    assert skipped(tmp_path) == {
        ".git": "hidden",
        ".ẩn.txt": "hidden",
        "README.txt": "a README",
        "readme.csv": "a README",
        "không đuôi": f"of another kind than {READABLE}",
        "ảnh.jpg": f"of another kind than {READABLE}",
    }


def test_a_file_named_by_the_user_is_read_whatever_it_is_called(tmp_path: Path) -> None:
    for name in (".ẩn.txt", "README.txt"):
        [met] = walk(str(write(tmp_path / name)))
        assert isinstance(met, Found)
        assert met.origin.relative_path == name


def test_a_named_file_of_another_kind_is_rejected(tmp_path: Path) -> None:
    rejection = rejected(write(tmp_path / "ảnh.jpg"))
    assert rejection.step == "read"
    assert rejection.reason == f".jpg is not a kind that can be read: {READABLE}"


@pytest.mark.parametrize("named", ["", "không-có", "không-có.txt"])
def test_a_path_that_is_not_there_is_rejected_with_what_to_do(named: str) -> None:
    rejection = rejected(named)
    assert rejection.path == named
    assert rejection.reason in (
        "the path is empty: name a file, a folder or `-`",
        "No such file or directory: check the spelling, or the target of the link",
    )


def test_a_broken_link_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "mất.txt")
    write(tmp_path / "c.txt")
    assert found(tmp_path) == ["a.txt", "c.txt"]
    assert rejected(tmp_path).path.endswith("/b.txt")


def test_links_that_point_at_each_other_are_rejected(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").symlink_to(tmp_path / "a.txt")
    assert {type(met) for met in walk(str(tmp_path))} == {Rejection}


def test_a_link_to_a_file_is_followed(tmp_path: Path) -> None:
    write(tmp_path / "kho" / "a.txt")
    (tmp_path / "kho" / "b.txt").symlink_to(tmp_path / "kho" / "a.txt")
    assert found(tmp_path / "kho") == ["a.txt", "b.txt"]


def test_a_link_to_a_folder_is_followed_only_when_it_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a.txt")
    (tmp_path / "vòng").symlink_to(tmp_path)
    assert found(tmp_path) == ["a.txt"]
    assert "vòng" in skipped(tmp_path)
    assert found(tmp_path / "vòng") == ["a.txt"]


def test_pipes_and_sockets_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    os.mkfifo("ống.txt")
    with socket.socket(socket.AF_UNIX) as listener:
        listener.bind("ổ.txt")
        assert [met.reason for met in walk(".") if isinstance(met, Skipped)] == ["not a file"] * 2
        assert rejected("ống.txt").reason == "neither a file nor a folder: send its content to `-`"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_folder_without_permission_is_rejected_and_the_rest_goes_on(tmp_path: Path) -> None:
    write(tmp_path / "kín" / "a.txt")
    write(tmp_path / "mở.txt")
    (tmp_path / "kín").chmod(0)
    try:
        assert found(tmp_path) == ["mở.txt"]
        assert rejected(tmp_path).reason == "Permission denied: make it readable, or leave it out"
    finally:
        (tmp_path / "kín").chmod(0o700)


def test_a_name_that_is_not_utf8_is_shown_with_its_bytes(tmp_path: Path) -> None:
    with open(os.fsencode(tmp_path) + b"/b\xe0o.txt", "wb") as file:  # noqa: PTH123 - a path of bytes
        file.write(b"x")
    assert found(tmp_path) == ["b\\xe0o.txt"]


def test_a_name_cannot_steer_the_terminal(tmp_path: Path) -> None:
    write(tmp_path / "a\x1b[2J\nb.txt")
    assert found(tmp_path) == ["a\\x1b[2J\\x0ab.txt"]
    assert rejected(write(tmp_path / "x.\x07")).reason.startswith(".\\x07 is not a kind")
