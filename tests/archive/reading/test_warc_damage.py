"""Broken and hostile WARCs: each fault is one line that names its record, and the rest is read."""

from __future__ import annotations

import gzip
import io
import os
import zlib
from collections.abc import Iterator
from typing import BinaryIO, cast

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from archive.documents import RawDocument, Rejection
from archive.errors import ProcessingError
from archive.reading.limits import Limits
from archive.reading.origins import Broken, Origin
from archive.reading.streams import PieceStream
from archive.reading.warc import read_warc
from archive.reading.warc_records import HEADER_BYTES
from tests.archive.reading.warcs import (
    HTML,
    LIMITS,
    URL,
    Forward,
    Warc,
    contents,
    page,
    plain_record,
    plain_response,
    read,
    rejections,
)

CUT_OFF = "the file ends in the midst of it: what came before was read, get the file anew"
TEXTS = [f"Bài {number}" for number in range(6)]


def whole(*, by_record: bool = True) -> bytes:
    """Six pages; the addresses are of several lengths so that no two records are alike."""
    warc = Warc(gzip=by_record)
    for number, text in enumerate(TEXTS):
        warc.response(f"{URL}?{'x' * number}", page(text))
    return warc.content


BY_RECORD = whole()
AT_ONCE = gzip.compress(whole(by_record=False))
PLAIN = whole(by_record=False)
PAGES = [page(text) for text in TEXTS]


@pytest.fixture(autouse=True)
def _silent(capfd: pytest.CaptureFixture[str]) -> Iterator[None]:
    """Nothing is printed past the report."""
    yield
    assert capfd.readouterr() == ("", "")


@given(st.sampled_from([BY_RECORD, AT_ONCE, PLAIN]), st.data())
def test_of_a_file_cut_off_anywhere_what_came_before_is_kept(warc: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(1, len(warc) - 1))
    met = read(warc[:cut])
    found = contents(met)
    assert found == PAGES[: len(found)]
    assert len(rejections(met)) <= 1
    assert [number for number, _ in rejections(met)] in ([], [len(found) + 1])


def test_the_record_in_which_the_file_ends_is_named() -> None:
    for warc in (BY_RECORD, PLAIN):
        met = read(warc[: len(warc) - 60])
        assert contents(met) == PAGES[:5]
        assert rejections(met) == [(6, CUT_OFF)]


@given(st.integers(0, len(BY_RECORD) - 1), st.integers(0, 255))
def test_of_a_file_with_one_damaged_byte_all_other_pages_are_read(position: int, value: int) -> None:
    met = read(BY_RECORD[:position] + bytes([value]) + BY_RECORD[position + 1 :])
    found = contents(met)
    assert [one for one in PAGES if one in found] == found
    assert len(found) >= len(PAGES) - 1
    assert len(rejections(met)) <= 1
    assert len(found) == len(PAGES) or len(rejections(met)) == 1


def test_what_is_no_gzip_behind_the_records_is_told() -> None:
    met = read(BY_RECORD + b"<html>")
    assert contents(met) == PAGES
    assert len(rejections(met)) == 1
    assert read(BY_RECORD + bytes(512)) == read(BY_RECORD)


@pytest.mark.parametrize("excess", [7, 300, 10**9])
@pytest.mark.parametrize("packed", [True, False])
def test_a_length_that_is_too_great_swallows_no_other_record(excess: int, packed: bool) -> None:
    first = plain_response(URL, page("Đầu"))
    liar = plain_response(f"{URL}?2", page("Giữa"), length=len(page("Giữa")) + 45 + excess)
    last = plain_response(f"{URL}?3", page("Cuối"))
    warc = b"".join(map(gzip.compress, (first, liar, last))) if packed else first + liar + last
    met = read(warc)
    assert contents(met) == [page("Đầu"), page("Cuối")]
    assert len(rejections(met)) == 1
    assert rejections(met)[0][0] == 2


def test_a_length_that_is_too_small_is_told() -> None:
    warc = plain_response(URL, page(), length=60) + plain_response(f"{URL}?2", page("Sau"))
    met = read(warc)
    assert contents(met) == [page("Sau")]
    assert rejections(met) == [
        (1, "the record does not end after the 60 bytes it declares: write the file anew")
    ]


def test_a_stream_that_cannot_go_back_reads_on_behind_a_wrong_length() -> None:
    warc = plain_response(URL, page(), length=60) + plain_response(f"{URL}?2", page("Sau"))
    met = read(warc, stream=io.BufferedReader(Forward(warc)))
    assert contents(met) == [page("Sau")]
    assert [number for number, _ in rejections(met)] == [1]


@pytest.mark.parametrize("length", ["-5", "", "nhiều", "1e3", "9" * 40])
def test_a_length_that_is_no_number_is_told(length: str) -> None:
    headers = ("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {URL}", f"Content-Length: {length}")
    met = read(plain_record(headers, page()) + plain_response(f"{URL}?2", page("Sau")))
    assert contents(met) == [page("Sau")]
    assert len(rejections(met)) == 1


@pytest.mark.parametrize("end", [b"", b"\r\n", b"\n\n", b"\r\n\r\n\r\n\r\n"])
def test_any_number_of_blank_lines_may_end_a_record(end: bytes) -> None:
    assert contents(read(plain_response(URL, page(), end=end) * 3)) == [page()] * 3


def test_an_endless_header_is_told_and_not_held() -> None:
    for header in (b"X" * HEADER_BYTES * 3, b"A: b\r\n" * HEADER_BYTES):
        warc = b"WARC/1.0\r\n" + header + b"\r\n\r\n" + plain_response(URL, page())
        met = read(warc)
        assert contents(met) == [page()]
        assert rejections(met) == [
            (1, f"a header is longer than {HEADER_BYTES} bytes: see what wrote the file")
        ]
    answer = b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * HEADER_BYTES + b"\r\n" + page()
    headers = ("WARC/1.0", "WARC-Type: response", f"Content-Length: {len(answer)}")
    met = read(plain_record(headers, answer) + plain_response(URL, page()))
    assert contents(met) == [page()]
    assert [number for number, _ in rejections(met)] == [1]


def test_nul_bytes_are_left_to_whoever_decodes() -> None:
    assert contents(read(Warc().response(content=b"<html>\0\0tin"))) == [b"<html>\0\0tin"]


@pytest.mark.parametrize(
    ("headers", "content"),
    [
        ((*HTML, ("Content-Encoding", "gzip")), gzip.compress(page() * 50)[:-20]),
        ((*HTML, ("Transfer-Encoding", "chunked")), b"ff\r\n<html>"),
    ],
)
def test_a_page_cut_off_by_its_server_is_told(headers: tuple[tuple[str, str], ...], content: bytes) -> None:
    reason = "the page was cut off when it was recorded: fetch it anew"
    assert rejections(read(Warc().response(content=content, headers=headers))) == [(1, reason)]
    truncated = Warc().response(warc_headers={"WARC-Truncated": "length"})
    assert rejections(read(truncated)) == [(1, reason)]


def test_a_page_in_segments_is_told() -> None:
    met = read(Warc().response(warc_headers={"WARC-Segment-Number": "1"}))
    assert rejections(met)[0][1].startswith("the page goes on in other records")


@pytest.mark.parametrize("coding", ["br", "zstd", "nén"])
def test_a_packing_that_cannot_be_unpacked_is_told(coding: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "brotli", None)
    headers = (*HTML, ("Content-Encoding", coding))
    met = read(Warc().response(content=b"\x8b\x01\x00\x80\x03", headers=headers))
    assert [type(one) for one in met] == [Rejection]
    assert "cannot be unpacked here" in rejections(met)[0][1]


def test_a_page_larger_than_the_limit_is_not_held_and_one_as_large_is_read() -> None:
    limits = Limits(1_000, 10**6, 10**3, 0, 0)
    fits, exceeds = b"<p>".ljust(1_000, b"x"), b"<p>".ljust(1_001, b"x")
    packed = (*HTML, ("Content-Encoding", "gzip"))
    warc = Warc().response(content=fits).response(content=gzip.compress(fits), headers=packed)
    warc.response(content=exceeds).response(content=gzip.compress(exceeds), headers=packed)
    met = read(warc, limits)
    assert contents(met) == [fits, fits]
    reason = "larger than 1000 bytes: split it, or raise KHOBAO_RECORD_BYTES"
    assert rejections(met) == [(3, reason), (4, reason)]


def test_a_bomb_in_a_page_costs_no_more_than_the_limit() -> None:
    bomb = gzip.compress(bytes(50_000_000))
    met = read(Warc().response(content=bomb, headers=(*HTML, ("Content-Encoding", "gzip"))).response())
    assert contents(met) == [page()]
    assert [number for number, _ in rejections(met)] == [1]


def test_a_bomb_of_a_file_is_left_at_the_limit() -> None:
    bomb = gzip.compress(Warc(gzip=False).response().response(content=bytes(50_000_000)).content)
    many = b"".join(gzip.compress(plain_response(URL, page() * 100)) for _ in range(100))
    for warc, limits in (
        (bomb, Limits(10**6, 10**7, 10**4, 0, 0)),
        (many, Limits(10_000, 100_000, 1_000, 0, 0)),
    ):
        met = read(warc, limits)
        assert 1 <= len(contents(met)) < 100
        ((number, reason),) = rejections(met)
        assert number == len(contents(met)) + 1
        assert "unpacks to more than" in reason


@pytest.mark.parametrize("content", [b"\x89PNG\r\n" + os.urandom(2_000), b"Tin trong ng\xc3\xa0y\n" * 200])
def test_a_file_that_is_no_warc_is_one_line(content: bytes) -> None:
    ((number, reason),) = rejections(read(content))
    assert number == 1
    assert reason.startswith("no record begins here, but ")
    assert "\n" not in reason


@pytest.mark.parametrize("content", [b"", b"\r\n\r\n", gzip.compress(b"")])
def test_an_empty_file_is_one_line(content: bytes) -> None:
    assert rejections(read(content)) == [(None, "the file is empty")]


@given(st.sampled_from([b"", b"WARC/1.0\r\n", b"filedesc://a", b"\x1f\x8b\x08", PLAIN[:200]]), st.binary())
@example(b"filedesc://a 1 1 1 9\n", b"\n\nhttp://a 1 1 1 1\n")
@example(b"", zlib.compress(b"WARC/1.0"))
def test_no_bytes_at_all_make_it_fail(beginning: bytes, rest: bytes) -> None:
    for met in read(beginning + rest):
        assert "\n" not in getattr(met, "reason", "")


def test_many_false_lengths_and_beginnings_cost_little() -> None:
    liar = plain_record(("WARC/1.0", "WARC-Type: response", "Content-Length: 999999999"))
    assert len(read(liar * 3_000)) <= 3_000
    assert len(read(gzip.compress(b"WARC/1.0") + b"\x1f\x8b\x08" * 20_000)) <= 3_000


def test_a_container_that_breaks_is_left_to_its_reader_and_what_came_before_is_kept() -> None:
    broken = Broken(Origin("kho.tar", "kho.tar"), ProcessingError("read", "the gzip is cut off"))

    def pieces() -> Iterator[bytes]:
        yield PLAIN[: PLAIN.index(b"WARC/1.0", 10)]
        raise broken

    met = read_warc(cast(BinaryIO, PieceStream(pieces())), "kho.tar", "kho.tar", "a.warc", LIMITS)
    assert isinstance(next(met), RawDocument)
    with pytest.raises(Broken):
        next(met)
