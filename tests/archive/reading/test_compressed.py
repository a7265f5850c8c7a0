"""gzip, xz and bzip2 stream by; what is damaged costs one row and nothing that came before it."""

from __future__ import annotations

import bz2
import gzip
import lzma
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.reading.compressed import Unpacked
from archive.reading.kinds import Packing
from archive.reading.origins import Broken, Origin
from tests.archive.reading.packing import documents, met, page, reasons

Pack = Callable[[bytes], bytes]

PACKS: list[tuple[Packing, Pack]] = [("gzip", gzip.compress), ("xz", lzma.compress), ("bzip2", bz2.compress)]
ORIGIN = Origin("a", "a")

MANY_LINES = b"".join(b'{"id": "%06d", "text": "x"}\n' % number for number in range(20_000))


def in_pieces(content: bytes, size_bytes: int) -> list[bytes]:
    return [content[start : start + size_bytes] for start in range(0, len(content), size_bytes)]


@pytest.mark.parametrize(("packing", "pack"), PACKS)
@given(
    parts=st.lists(st.binary(max_size=300), min_size=1, max_size=4),
    size_bytes=st.integers(1, 50),
    padding=st.integers(0, 9),
)
def test_joined_streams_come_out_joined_however_they_are_cut(
    packing: Packing, pack: Pack, parts: list[bytes], size_bytes: int, padding: int
) -> None:
    packed = b"".join(pack(part) + bytes(padding) for part in parts)
    assert b"".join(Unpacked(in_pieces(packed, size_bytes), packing, ORIGIN)) == b"".join(parts)


@pytest.mark.parametrize(("packing", "pack"), PACKS)
def test_pieces_that_come_out_are_small_whatever_they_stand_for(packing: Packing, pack: Pack) -> None:
    assert max(map(len, Unpacked([pack(bytes(5_000_000))], packing, ORIGIN))) <= 1 << 16


@pytest.mark.parametrize(("packing", "pack"), PACKS)
def test_lines_before_the_cut_are_kept_and_the_cut_is_one_row(
    tmp_path: Path, packing: Packing, pack: Pack
) -> None:
    ends = {"gzip": "gz", "xz": "xz", "bzip2": "bz2"}
    # Two streams, as bzip2 gives out nothing of a block that is cut.
    packed = pack(MANY_LINES) + pack(MANY_LINES)[:-40]
    found = met(tmp_path, f"a.jsonl.{ends[packing]}", packed)
    assert 20_000 <= len(documents(found)) <= 40_000
    assert reasons(found) == [
        (None, f"the {packing} is cut off: what came before was read, get the file anew")
    ]


def test_a_damaged_checksum_is_one_row(tmp_path: Path) -> None:
    packed = bytearray(gzip.compress(MANY_LINES))
    packed[-6] ^= 0xFF
    found = met(tmp_path, "a.jsonl.gz", bytes(packed))
    assert len(documents(found)) == 20_000
    [(_, reason)] = reasons(found)
    assert "the gzip is damaged" in reason


def test_half_a_page_is_no_page(tmp_path: Path) -> None:
    found = met(tmp_path, "a.html.gz", gzip.compress(page(1))[:-9])
    assert documents(found) == {}
    assert len(reasons(found)) == 1


@pytest.mark.parametrize("name", ["a.html.gz", "a.jsonl.gz"])
def test_what_follows_the_end_is_named_and_everything_before_is_kept(tmp_path: Path, name: str) -> None:
    found = met(tmp_path, name, gzip.compress(b'{"text": "x"}') + b"#!/bin/sh\n")
    assert list(documents(found).values()) == [b'{"text": "x"}']
    assert reasons(found) == [
        (None, "what follows the end of its gzip is something else: everything before was read")
    ]


def test_xz_that_would_take_gigabytes_to_unpack_is_refused() -> None:
    filters = [{"id": lzma.FILTER_LZMA2, "dict_size": 1 << 29}]
    packed = lzma.compress(b"x", filters=filters)
    with pytest.raises(Broken) as broken:
        list(Unpacked([packed], "xz", ORIGIN))
    assert "Memory usage limit" in str(broken.value.error)


@given(content=st.binary(max_size=200), packing=st.sampled_from(["gzip", "xz", "bzip2"]), head=st.booleans())
def test_any_bytes_are_unpacked_or_broken(content: bytes, packing: Packing, head: bool) -> None:
    beginnings = {"gzip": b"\x1f\x8b\x08\0", "xz": b"\xfd7zXZ\0", "bzip2": b"BZh9"}
    try:
        list(Unpacked([beginnings[packing] * head + content], packing, ORIGIN))
    except Broken as broken:
        assert isinstance(broken.error, ProcessingError)
        assert "\n" not in broken.error.reason
