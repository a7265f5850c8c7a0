"""A stream reads the same, packed or not, in whatever steps, and from every place it was at."""

from __future__ import annotations

import gzip
import io
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.gzip_members import FARTHEST_BACK_BYTES
from archive.reading.inflated import Inflated
from archive.reading.limits import Allowance
from archive.reading.origins import Origin
from tests.archive.reading.warcs import LIMITS, Forward

TEXT = b"".join(b"dong %d\r\n" % number for number in range(40_000))
"""Several pieces long."""

Packer = Callable[[bytes], bytes]


def in_members(content: bytes) -> bytes:
    return b"".join(
        gzip.compress(content[start : start + 70_001]) for start in range(0, len(content), 70_001)
    )


def opened(content: bytes) -> Inflated:
    return Inflated(io.BytesIO(content), Allowance(Origin("a", "a"), LIMITS))


PACKED = [TEXT, gzip.compress(TEXT), in_members(TEXT)]


@pytest.mark.parametrize("content", PACKED)
def test_all_is_read_and_then_nothing(content: bytes) -> None:
    stream = opened(content)
    assert stream.read(len(TEXT) + 1) == TEXT
    assert stream.read(1) == stream.readline(1) == b""


@given(st.sampled_from(PACKED), st.lists(st.integers(0, 100_000), max_size=8))
def test_lines_and_blocks_of_any_size_follow_one_another(content: bytes, sizes: list[int]) -> None:
    stream, expected = opened(content), io.BytesIO(TEXT)
    for size in sizes:
        assert stream.read(size) == expected.read(size)
        assert stream.readline(size) == expected.readline(size)


@given(st.sampled_from(PACKED), st.lists(st.integers(0, len(TEXT)), min_size=2, max_size=4))
def test_every_place_can_be_returned_to(content: bytes, positions: list[int]) -> None:
    places = []
    for position in positions:
        stream = opened(content)
        stream.read(position)
        places.append(stream.place())
    expected = io.BytesIO(TEXT)
    for position, place in zip(positions, places, strict=True):
        assert stream.can_go(place)
        stream.go(place)
        expected.seek(position)
        assert (stream.read(20), stream.readline(50)) == (expected.read(20), expected.readline(50))


def test_what_cannot_be_sought_in_or_lies_too_far_back_cannot_be_returned_to() -> None:
    forward = Inflated(io.BufferedReader(Forward(TEXT)), Allowance(Origin("a", "a"), LIMITS))
    assert not forward.can_go(forward.place())
    stream = opened(gzip.compress(bytes(FARTHEST_BACK_BYTES + 100)))
    for _ in range(FARTHEST_BACK_BYTES // 100_000 + 1):
        stream.read(100_000)
    assert not stream.can_go(stream.place())


@pytest.mark.parametrize("content", PACKED)
def test_a_line_is_found_wherever_it_stands(content: bytes) -> None:
    stream = opened(content)
    for number in (0, 1, 777, 39_999):
        assert stream.skip_to_line(b"dong %d\r" % number)
        assert stream.readline(100) == b"dong %d\r\n" % number
    assert not stream.skip_to_line(b"dong 5\r")


def test_blanks_are_skipped_over_the_ends_of_pieces() -> None:
    stream = opened(gzip.compress(b"\r\n" * 200_000) + gzip.compress(b" \n tin"))
    stream.skip_blanks()
    assert stream.read(10) == b"tin"
    stream.skip_blanks()
    assert stream.read(1) == b""
