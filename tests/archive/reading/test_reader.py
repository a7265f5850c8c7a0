"""Paths become documents, one by one; whatever cannot be read is a row, and the rest goes on."""

from __future__ import annotations

import codecs
import json
import os
from collections.abc import Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest

from archive.documents import RawDocument, Rejection, Skipped
from archive.errors import ProcessingError
from archive.reading.reader import read
from archive.reading.records import parse
from archive.settings import read_settings

LIMITS = replace(read_settings({}).reading_limits, record_bytes=10_000)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def record(number: int) -> bytes:
    return json.dumps({"id": f"vp-{number}", "text": f"Bài số {number}."}, ensure_ascii=False).encode()


def documents(path: str, limit_bytes: int = LIMITS.record_bytes) -> list[RawDocument]:
    return [
        met for met in read([path], replace(LIMITS, record_bytes=limit_bytes)) if isinstance(met, RawDocument)
    ]


def rejections(path: str, limit_bytes: int = LIMITS.record_bytes) -> list[Rejection]:
    return [
        met for met in read([path], replace(LIMITS, record_bytes=limit_bytes)) if isinstance(met, Rejection)
    ]


def from_stdin(
    content: bytes, limit_bytes: int = LIMITS.record_bytes
) -> list[RawDocument | Rejection | Skipped]:
    return list(read(["-"], replace(LIMITS, record_bytes=limit_bytes), BytesIO(content)))


def texts(found: list[RawDocument]) -> list[str]:
    return [parse(document).text for document in found]


def test_a_text_file_is_one_document_with_its_own_bytes(folder: Path) -> None:
    content = codecs.BOM_UTF8 + "Hội nghị\r\n".encode()
    (folder / "a.txt").write_bytes(content)
    assert list(read(["a.txt"], LIMITS)) == [RawDocument("a.txt", "a.txt", "text", content)]


def test_every_line_that_is_not_blank_is_a_document(folder: Path) -> None:
    (folder / "kho").mkdir()
    (folder / "kho" / "a.ndjson").write_bytes(record(1) + b"\r\n\n   \n" + record(2))
    assert list(read(["kho"], LIMITS)) == [
        RawDocument("kho/a.ndjson", "a.ndjson", "json", record(1), line=1),
        RawDocument("kho/a.ndjson", "a.ndjson", "json", record(2), line=4),
    ]


def test_every_row_is_a_document_with_its_header(folder: Path) -> None:
    (folder / "a.csv").write_text('\ufeffid,text\n1,"một\nhai"\n2,ba\n', encoding="utf-8")
    assert [(document.content.decode(), document.line) for document in documents("a.csv")] == [
        ('id,text\n1,"một\nhai"\n', 2),
        ("id,text\n2,ba\n", 4),
    ]


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl", '{"text": "Tỉnh ủy\\nhọp 😀"}\n{"text": "Đồng chí"}\n'),
        ("a.csv", 'text;id\r\n"Tỉnh ủy\nhọp 😀";1\r\nĐồng chí;2\r\n'),
    ],
)
def test_records_may_be_utf8_or_utf16(folder: Path, charset: str, name: str, content: str) -> None:
    (folder / name).write_bytes(content.encode(charset))
    assert texts(documents(name)) == ["Tỉnh ủy\nhọp 😀", "Đồng chí"]


def test_invalid_json_on_one_line_of_ten_leaves_nine(folder: Path) -> None:
    written = [record(number) for number in range(1, 11)]
    written[6] = b'{"text": "Ba\xcc'
    (folder / "a.jsonl").write_bytes(b"\n".join(written))
    come_through, lines_refused = [], []
    for document in documents("a.jsonl"):
        try:
            come_through.append(parse(document).fields["id"])
        except ProcessingError:
            lines_refused.append(document.line)
    assert come_through == [f"vp-{number}" for number in range(1, 11) if number != 7]
    assert lines_refused == [7]


def test_a_line_longer_than_the_limit_is_rejected_and_the_next_goes_on(folder: Path) -> None:
    (folder / "a.jsonl").write_bytes(record(1) + b"\n" + b"{" * 3 * 1_000 + b"\n" + record(3) + b"\n")
    assert [document.line for document in documents("a.jsonl", 1_000)] == [1, 3]
    [rejection] = rejections("a.jsonl", 1_000)
    assert (rejection.path, rejection.step, rejection.line) == ("a.jsonl", "read", 2)
    assert rejection.reason == "the line is longer than 1000 bytes: raise KHOBAO_RECORD_BYTES"


def test_a_text_file_at_the_limit_is_read_and_a_larger_one_rejected(folder: Path) -> None:
    (folder / "a.txt").write_bytes(b"a" * 1_000)
    (folder / "b.txt").write_bytes(b"b" * 1_001)
    assert [document.path for document in documents(".", 1_000)] == ["a.txt"]
    [rejection] = rejections(".", 1_000)
    assert rejection.path == "b.txt"
    assert rejection.reason == "larger than 1000 bytes: split it, or raise KHOBAO_RECORD_BYTES"


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.jsonl", "", "the file is empty"),
        ("a.jsonl", "\ufeff\n \n", "the file is empty"),
        ("a.csv", "", "the file is empty"),
        ("a.csv", "\n\n", "the file is empty"),
        ("a.csv", "id,text\n", "the table has no rows below its header"),
        ("a.csv", "id,text\n,\n", "the table has no rows below its header"),
        ("a.csv", "id;tieude\n1;x\n", "no column is named text or html; the first line has: id, tieude"),
        ("a.csv", "text,Text\na,b\n", "two columns are named text: rename one"),
        (
            "a.csv",
            f"{'x' * 11_000},text\n1,a\n",
            "the header is longer than 10000 bytes: raise KHOBAO_RECORD_BYTES",
        ),
    ],
)
def test_a_file_without_records_is_one_rejection(folder: Path, name: str, content: str, reason: str) -> None:
    (folder / name).write_text(content, encoding="utf-8")
    [rejection] = read([name], LIMITS)
    assert isinstance(rejection, Rejection)
    assert (rejection.path, rejection.reason) == (name, reason)


def test_a_broken_row_is_a_rejection_at_its_line(folder: Path) -> None:
    (folder / "a.csv").write_text('id,text\n1,a\n2,"b" c\n3,d\n', encoding="utf-8")
    assert texts(documents("a.csv")) == ["a", "d"]
    assert [rejection.line for rejection in rejections("a.csv")] == [3]


def test_a_path_that_cannot_be_read_does_not_stop_the_others(folder: Path) -> None:
    (folder / "a.txt").write_text("một", encoding="utf-8")
    (folder / "b.txt").symlink_to("mất.txt")
    met = list(read(["không có", ".", "a.txt"], LIMITS))
    assert [type(each) for each in met] == [Rejection, RawDocument, Rejection, RawDocument]


@pytest.mark.skipif(not os.path.exists("/proc/self/mem"), reason="needs a file that fails when it is read")  # noqa: PTH110
def test_a_file_that_fails_while_it_is_read_is_a_rejection(folder: Path) -> None:
    (folder / "hỏng.txt").symlink_to("/proc/self/mem")
    (folder / "sau.txt").write_text("còn đây", encoding="utf-8")
    first, second = read(["."], LIMITS)
    assert isinstance(first, Rejection)
    assert first.reason == "Input/output error: see that it can be read, or leave it out"
    assert isinstance(second, RawDocument)


def test_two_runs_meet_the_same_in_the_same_order(folder: Path) -> None:
    for name in ("b.jsonl", "a.jsonl", "c/d.jsonl"):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(record(1))
    assert list(read(["."], LIMITS)) == list(read(["."], LIMITS))


def test_documents_stream_before_the_input_ends() -> None:
    class Endless(BytesIO):
        def read(self, size: int | None = -1, /) -> bytes:
            return record(1) + b"\n"

    stream: Iterator[object] = read(["-"], LIMITS, Endless())
    assert [type(next(stream)) for _ in range(5)] == [RawDocument] * 5


@pytest.mark.parametrize("head", [b"", b"\n  \n", codecs.BOM_UTF8])
def test_standard_input_that_begins_with_a_brace_is_json_lines(head: bytes) -> None:
    met = from_stdin(head + record(1) + b"\n" + record(2))
    assert [each.content for each in met if isinstance(each, RawDocument)] == [record(1), record(2)]
    assert {each.path for each in met} == {"-"}


def test_standard_input_in_utf16_is_told_apart_too() -> None:
    [met] = from_stdin('{"text": "ủy"}'.encode("utf-16"))
    assert isinstance(met, RawDocument)
    assert (met.media, parse(met).text) == ("json", "ủy")


def test_other_standard_input_is_one_text() -> None:
    content = "Sáng 19/3, {họp}\nở Vĩnh Yên".encode()
    assert from_stdin(content) == [RawDocument("-", "-", "text", content)]


def test_a_text_on_standard_input_has_the_same_limit() -> None:
    [rejection] = from_stdin(b"x" * 1_001, limit_bytes=1_000)
    assert isinstance(rejection, Rejection)


@pytest.mark.parametrize("head", ["", "\n "])
@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16"])
def test_standard_input_that_begins_with_a_tag_is_a_page(head: str, charset: str) -> None:
    content = f"{head}<!DOCTYPE html><p>Tỉnh ủy họp.".encode(charset)
    assert from_stdin(content) == [RawDocument("-", "-", "html", content)]
