"""Payloads come out as the server meant them, whatever was done to them on the way."""

from __future__ import annotations

import gzip
import importlib.util
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.reading.payloads import unchunk, unpack
from tests.archive.reading.crawling import in_chunks
from tests.archive.reading.warcs import page

LIMIT_BYTES = 10_000


def refusal(content: bytes, transfer: str, coding: str) -> str:
    with pytest.raises(ProcessingError) as caught:
        unpack(content, transfer, coding, LIMIT_BYTES)
    return caught.value.reason


@given(st.binary(max_size=2_000), st.integers(1, 300))
def test_chunks_of_any_size_are_joined(content: bytes, size_bytes: int) -> None:
    assert unchunk(in_chunks(content, size_bytes)) == content


def test_extensions_trailers_and_a_lacking_end_of_chunks_are_borne() -> None:
    assert unchunk(b'3;name="x"\r\ntin\r\n0\r\nExpires: 0\r\n\r\n') == b"tin"
    assert unchunk(b"3\r\ntin\r\n") == b"tin"
    assert unchunk(b"3  \r\ntin\r\n0\r\n\r\n") == b"tin"


def test_chunks_that_do_not_fit_together_are_refused() -> None:
    assert refusal(b"3\r\ntin\r\nxyz", "chunked", "") == (
        "the chunks of the page do not fit together: fetch it anew"
    )


@given(st.binary(min_size=1, max_size=LIMIT_BYTES), st.sampled_from(["gzip", "GZIP", "x-gzip"]))
def test_gzip_of_any_bytes_is_unpacked(content: bytes, coding: str) -> None:
    assert unpack(gzip.compress(content), "", coding, LIMIT_BYTES) == content


def test_codings_are_undone_in_the_reverse_order() -> None:
    twice = gzip.compress(zlib.compress(page()))
    assert unpack(twice, "", "deflate, gzip", LIMIT_BYTES) == page()
    assert unpack(in_chunks(gzip.compress(page())), "gzip, chunked", "", LIMIT_BYTES) == page()


def test_a_few_gzip_members_are_one_page_and_what_follows_them_is_not() -> None:
    members = gzip.compress(page()[:9]) + gzip.compress(page()[9:])
    assert (
        unpack(members, "", "gzip", LIMIT_BYTES)
        == unpack(members + b"\0x", "", "gzip", LIMIT_BYTES)
        == page()
    )
    assert "is damaged" in refusal(gzip.compress(b"") * 1_000, "", "gzip")


def test_damaged_data_is_refused() -> None:
    damaged = bytearray(gzip.compress(page()))
    damaged[-6] ^= 1
    assert refusal(bytes(damaged), "", "gzip") == (
        "the page, packed with gzip, is damaged (incorrect data check): fetch it anew"
    )


@pytest.mark.skipif(importlib.util.find_spec("brotli") is None, reason="Brotli is not installed")
def test_brotli_is_unpacked_within_the_limit() -> None:
    brotli = __import__("brotli")
    assert unpack(brotli.compress(page()), "", "br", LIMIT_BYTES) == page()
    assert refusal(brotli.compress(bytes(10_000_000)), "", "br").startswith("larger than")
    assert "cut off" in refusal(brotli.compress(page())[:-5], "", "br")
    assert "is damaged" in refusal(b"\0\xff" * 50, "", "br")
