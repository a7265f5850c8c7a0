"""Bombs stop at a stated limit with one row; what came before is kept, and the next file is read."""

from __future__ import annotations

import bz2
import gzip
import lzma
import random
from collections.abc import Callable
from pathlib import Path

import pytest

from archive.documents import RawDocument, Rejection
from archive.reading.reader import read
from tests.archive.reading.packing import LIMITS, documents, met, page, reasons, tarred, zipped

ZEROS = bytes(5_000_000)
LONG_TEXT = b'{"text": "' + b"a" * 5_000_000 + b'"}\n'
RATIO = "unpacks to more than 200 times its size, as no honest file does: leave it out, or raise KHOBAO_UNPACKED_RATIO"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.jsonl.gz", gzip.compress(ZEROS)),
        ("a.jsonl.xz", lzma.compress(ZEROS)),
        ("a.csv.bz2", bz2.compress(ZEROS)),
        ("a.tgz", gzip.compress(tarred({"a.jsonl": ZEROS}))),
        ("a.tar.gz", gzip.compress(ZEROS)),
        ("a.zip", zipped({"a.jsonl": LONG_TEXT})),
        ("a.zip", zipped({f"{number}.jsonl": ZEROS[:9_000] for number in range(500)})),
        ("a.zip", zipped({"a.zip": zipped({"a.jsonl": ZEROS})})),
        ("a.tar", tarred({"a.jsonl.gz": gzip.compress(ZEROS)})),
        (
            "a.tar",
            tarred({"a.zip": zipped({"a.jsonl": ZEROS})}),
        ),
    ],
)
def test_a_bomb_is_one_row(tmp_path: Path, name: str, content: bytes) -> None:
    assert reasons(met(tmp_path, name, content)) == [(None, RATIO)]


def test_a_page_too_large_is_refused_by_its_own_size_before_anything_is_unpacked(tmp_path: Path) -> None:
    found = met(tmp_path, "a.zip", zipped({"a.html": ZEROS, "b.html": page(2)}))
    assert list(documents(found)) == ["b.html"]
    assert reasons(found) == [("a.html", "larger than 10000 bytes: split it, or raise KHOBAO_RECORD_BYTES")]


def test_a_member_that_lies_about_its_size_gives_no_more_than_it_says(tmp_path: Path) -> None:
    bomb = zipped({"a.html": ZEROS}).replace(len(ZEROS).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    [(member, reason)] = reasons(met(tmp_path, "a.zip", bomb))
    assert (member, reason.startswith("damaged in the zip")) == ("a.html", True)


def test_a_cut_off_zip_is_no_way_around_the_limit(tmp_path: Path) -> None:
    found = met(tmp_path, "a.zip", zipped({"a.jsonl": ZEROS})[:-30])
    assert reasons(found) == [(None, RATIO)]


def test_what_came_before_the_bomb_is_kept_and_the_next_file_is_read(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(zipped({"1.html": page(1), "2.jsonl": ZEROS, "3.html": page(3)}))
    (tmp_path / "b.html").write_bytes(page(4))
    found = list(read([str(tmp_path)], LIMITS))
    assert [type(row) for row in found] == [RawDocument, Rejection, RawDocument]


@pytest.mark.parametrize(
    ("name", "pack"), [("a.zip", zipped), ("a.tgz", lambda files: gzip.compress(tarred(files)))]
)
def test_regular_but_honest_pages_are_no_bomb(
    tmp_path: Path, name: str, pack: Callable[[dict[str, bytes]], bytes]
) -> None:
    words = random.Random(7)
    frame = words.randbytes(2_000).hex().encode()
    pages = {f"{number}.html": frame + words.randbytes(50).hex().encode() + frame for number in range(200)}
    assert len(documents(met(tmp_path, name, pack(pages)))) == 200


def test_the_total_is_bounded_too(tmp_path: Path) -> None:
    pages = {f"{number}.html": page(number) for number in range(100)}
    found = met(tmp_path, "a.zip", zipped(pages), unpacked_bytes=1_000)
    assert 0 < len(documents(found)) < 100
    assert reasons(found) == [
        (None, "unpacks to more than 1000 bytes: split it, or raise KHOBAO_UNPACKED_BYTES")
    ]


def test_a_zip_too_large_to_be_put_aside_is_one_row_and_the_rest_is_read(tmp_path: Path) -> None:
    pages = {f"{number}.html": page(number) for number in range(9)}
    found = met(tmp_path, "a.tar", tarred({"a.zip": zipped(pages), "b.html": page(1)}), spool_bytes=500)
    assert list(documents(found)) == ["b.html"]
    assert reasons(found) == [
        (
            "a.zip",
            "a zip of more than 500 bytes in another file: unpack that, or raise KHOBAO_SPOOL_BYTES",
        )
    ]


def test_a_zip_that_holds_itself_comes_to_an_end(tmp_path: Path) -> None:
    """A quine cannot be told from a zip in a zip in a zip, and ends where that does."""
    content = zipped({"r.zip": zipped({"r.zip": zipped({"r.zip": b"..."})})})
    [(member, _)] = reasons(met(tmp_path, "r.zip", content))
    assert member == "r.zip!/r.zip"
