"""Containers are read like folders: what is in them comes through, what cannot be read is a row, nothing climbs."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.documents import RawDocument, Rejection, Skipped
from archive.reading.kinds import READABLE
from archive.reading.reader import read
from tests.archive.reading.packing import LIMITS, documents, met, page, reasons, skips, tarred, zipped
from tests.archive.reading.warcs import plain_response

Pack = Callable[[dict[str, bytes]], bytes]

CONTAINERS = [
    ("kho.zip", zipped),
    ("kho.tar", tarred),
    ("kho.tgz", lambda files: gzip.compress(tarred(files))),
]
RECORDS = b'{"text": "m\xe1\xbb\x99t"}\n{"text": "hai"}\n'


@pytest.mark.parametrize("name", ["a.html", "a.htm", "A.XHTML"])
def test_a_page_is_one_document_with_its_own_bytes(tmp_path: Path, name: str) -> None:
    path = str(tmp_path / name)
    assert met(tmp_path, name, page(1)) == [RawDocument(path, name, "html", page(1))]


@pytest.mark.parametrize(
    ("end", "pack"), [(".gz", gzip.compress), (".xz", lzma.compress), (".bz2", bz2.compress)]
)
def test_a_packed_file_is_read_as_what_it_holds(
    tmp_path: Path, end: str, pack: Callable[[bytes], bytes]
) -> None:
    [found] = met(tmp_path, f"a.html{end}", pack(page(1)))
    assert isinstance(found, RawDocument)
    assert (found.media, found.content, found.member) == ("html", page(1), None)
    assert found.relative_path == f"a.html{end}"
    assert list(documents(met(tmp_path, f"a.jsonl{end}", pack(RECORDS)))) == ["1", "2"]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_a_member_is_a_document_of_its_container(tmp_path: Path, name: str, pack: Pack) -> None:
    [found] = met(tmp_path, name, pack({"2020/tin.html": page(1)}))
    assert found == RawDocument(str(tmp_path / name), name, "html", page(1), member="2020/tin.html")


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_records_in_a_container_know_member_and_line(tmp_path: Path, name: str, pack: Pack) -> None:
    found = met(tmp_path, name, pack({"a.jsonl": RECORDS, "b.csv": b"text\nba\n"}))
    assert [(row.member, row.line) for row in found if isinstance(row, RawDocument)] == [
        ("a.jsonl", 1),
        ("a.jsonl", 2),
        ("b.csv", 2),
    ]


def test_members_of_a_zip_come_in_the_order_of_a_folder_and_those_of_a_tar_as_they_stand(
    tmp_path: Path,
) -> None:
    names = ["c.txt", "b/2.txt", "b/10.txt", "a.txt", "b.txt", "Z.txt"]
    files = {name: name.encode() for name in names}
    for name in names:
        (tmp_path / "kho" / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / "kho" / name).write_bytes(name.encode())
    folder = read([str(tmp_path / "kho")], LIMITS)
    from_folder = [row.relative_path for row in folder if isinstance(row, RawDocument)]
    assert list(documents(met(tmp_path, "kho.zip", zipped(files)))) == from_folder
    assert list(documents(met(tmp_path, "kho.tar", tarred(files)))) == names


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_what_is_not_for_us_in_a_container_is_skipped_by_name(tmp_path: Path, name: str, pack: Pack) -> None:
    files = dict.fromkeys(
        ("ảnh.jpg", ".ẩn.html", ".git/a.html", "README.txt", "__MACOSX/a.html", "a.txt.exe", "b.gz"), b"x"
    )
    found = met(tmp_path, name, pack(files))
    assert all(isinstance(row, Skipped) and row.path == str(tmp_path / name) for row in found)
    assert skips(found) == {
        "ảnh.jpg": f"of another kind than {READABLE}",
        ".ẩn.html": "hidden",
        ".git/a.html": "hidden",
        "README.txt": "a README",
        "__MACOSX/a.html": "what macOS adds to a zip",
        "a.txt.exe": f"of another kind than {READABLE}",
        "b.gz": f"of another kind than {READABLE}",
    }


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_containers_and_packed_files_in_a_container_are_read(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {
        "a.zip": zipped({"1.html": page(1)}),
        "b.tar": tarred({"2.html": page(2)}),
        "c.tar.xz": lzma.compress(tarred({"3.html": page(3)})),
        "d.zip.gz": gzip.compress(zipped({"4.jsonl.gz": gzip.compress(RECORDS)})),
        "e.html.gz": gzip.compress(page(5)),
    }
    assert list(documents(met(tmp_path, name, pack(files)))) == [
        "a.zip!/1.html",
        "b.tar!/2.html",
        "c.tar.xz!/3.html",
        "d.zip.gz!/4.jsonl.gz",
        "e.html.gz",
    ]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_a_container_in_a_container_in_a_container_is_one_row(tmp_path: Path, name: str, pack: Pack) -> None:
    deepest = zipped({"1.html": page(1)})
    files = {"a.zip": zipped({"b.zip": deepest, "c.html": page(2)}), "d.html": page(3)}
    found = met(tmp_path, name, pack(files))
    assert list(documents(found)) == ["a.zip!/c.html", "d.html"]
    assert reasons(found) == [
        ("a.zip!/b.zip", "a container in a container in a container: unpack the outermost first")
    ]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_an_empty_container_and_an_empty_file_say_so(tmp_path: Path, name: str, pack: Pack) -> None:
    assert reasons(met(tmp_path, name, pack({}))) == [(None, "no file is in it")]
    assert [type(row) for row in met(tmp_path, name, b"")] == [Rejection]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_a_member_larger_than_a_document_may_be_is_one_row(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {"a.html": page(1), "b.html": b"x" * 10_001, "c.html": page(3), "d.html": b"y" * 10_000}
    found = met(tmp_path, name, pack(files))
    assert list(documents(found)) == ["a.html", "c.html", "d.html"]
    assert reasons(found) == [("b.html", "larger than 10000 bytes: split it, or raise KHOBAO_RECORD_BYTES")]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_names_cannot_leave_their_container(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {
        "../../a.html": page(1),
        "/etc/b.html": page(2),
        "C:\\c\\d.html": page(3),
        "e\x1b[2J\n.html": page(4),
    }
    (tmp_path / "kho").mkdir()
    found = met(tmp_path / "kho", name, pack(files))
    assert set(documents(found)) == {"a.html", "etc/b.html", "c/d.html", "e\\x1b[2J\\x0a.html"}
    assert [path.name for path in tmp_path.rglob("*")] == ["kho", name]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_members_that_come_to_have_one_path_are_read_once_and_the_others_named(
    tmp_path: Path, name: str, pack: Pack
) -> None:
    found = met(tmp_path, name, pack({"a.html": page(1), "../a.html": page(2), "b.html": page(3)}))
    assert documents(found) == {"a.html": page(1), "b.html": page(3)}
    assert reasons(found) == [("a.html", "another member has this path and was read: rename one of them")]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_more_members_than_allowed_are_one_row(tmp_path: Path, name: str, pack: Pack) -> None:
    found = met(tmp_path, name, pack({f"{number}.html": page(number) for number in range(9)}), members=5)
    assert len(documents(found)) == 5
    assert reasons(found) == [(None, "holds more than 5 files: split it, or raise KHOBAO_MEMBERS")]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.html", zipped({"a.html": page(1)})),
        ("a.txt", tarred({"a.txt": b"x"})[:2_048]),
        ("a.jsonl", gzip.compress(b"{}")),
    ],
)
def test_what_has_a_false_name_is_handed_on_as_its_name_says(
    tmp_path: Path, name: str, content: bytes
) -> None:
    """The bytes are refused where they are decoded."""
    assert all(isinstance(row, RawDocument) for row in met(tmp_path, name, content))


@pytest.mark.parametrize("name", ["a.zip", "a.tar", "a.tar.gz", "a.html.gz", "a.jsonl.xz", "a.csv.bz2"])
def test_a_text_under_the_name_of_something_packed_is_one_row(tmp_path: Path, name: str) -> None:
    [row] = met(tmp_path, name, "Sáng 19/3, Tỉnh ủy họp tại Vĩnh Yên. ".encode() * 40)
    assert isinstance(row, Rejection)
    assert "not " in row.reason


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
@pytest.mark.parametrize("packed", [plain_response, lambda *page: gzip.compress(plain_response(*page))])
def test_a_warc_in_a_container_is_read(
    tmp_path: Path, name: str, pack: Pack, packed: Callable[[str, bytes], bytes]
) -> None:
    warc = packed("http://bao.example/1", page(1)) + packed("http://bao.example/2", page(2))
    end = "gz" if warc.startswith(b"\x1f\x8b") else ""
    found = met(tmp_path, name, pack({f"a.warc.{end}".rstrip("."): warc, "b.html": page(3)}))
    assert [(row.url, row.content) for row in found if isinstance(row, RawDocument)] == [
        ("http://bao.example/1", page(1)),
        ("http://bao.example/2", page(2)),
        (None, page(3)),
    ]


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_damage_inside_a_member_is_a_row_of_its_own(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {
        "a.jsonl.gz": gzip.compress(RECORDS)[:-3],
        "b.tar": tarred({"1.html": page(1), "2.html": page(2)})[:1_600],
        "c.zip": zipped({"3.html": page(3)})[:-9],
        "d.zip": b"",
        "e.html": page(5),
    }
    found = met(tmp_path, name, pack(files))
    assert list(documents(found)) == ["a.jsonl.gz", "b.tar!/1.html", "e.html"]
    assert [member for member, _ in reasons(found)] == ["a.jsonl.gz", "b.tar", "c.zip", "d.zip"]


def test_damage_around_a_member_is_one_row_of_the_file(tmp_path: Path) -> None:
    inner = {
        "a.jsonl": RECORDS,
        "b.tar": tarred({"1.html": page(1)}),
        "c.warc": plain_response("http://a", page(2)),
    }
    packed = gzip.compress(tarred(inner))
    for left in range(20, len(packed), 7):
        [row] = [row for row in met(tmp_path, "a.tgz", packed[:left]) if isinstance(row, Rejection)]
        assert (row.member, row.template.partition(":")[0]) == (None, "the {packing} is cut off")


@pytest.mark.parametrize(("name", "pack"), CONTAINERS)
def test_two_runs_meet_the_same(tmp_path: Path, name: str, pack: Pack) -> None:
    files = {"b.zip": zipped({"2.html": page(2), "1.html": page(1)}), "a.jsonl": RECORDS, "c.jpg": b""}
    assert met(tmp_path, name, pack(files)) == met(tmp_path, name, pack(files))
