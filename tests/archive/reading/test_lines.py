"""Streams are cut at line feeds, in bounded memory, and come out as UTF-8."""

from __future__ import annotations

import codecs
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.reading.lines import Line, lines, utf8_chunks


def pieces_of(content: bytes, size: int) -> Iterator[bytes]:
    return (content[start : start + size] for start in range(0, len(content), size))


def test_lines_are_numbered_from_one_and_keep_their_ends() -> None:
    assert list(lines([b"m\xe1\xbb\x99t\nhai\r\nba"], 100)) == [
        Line(1, "một\n".encode()),
        Line(2, b"hai\r\n"),
        Line(3, b"ba"),
    ]


def test_a_carriage_return_alone_does_not_end_a_line() -> None:
    assert list(lines([b"a\rb\nc"], 100)) == [Line(1, b"a\rb\n"), Line(2, b"c")]


@pytest.mark.parametrize("piece_bytes", [1, 7, 10, 64])
def test_a_line_longer_than_the_limit_is_known_by_its_number_and_the_next_goes_on(piece_bytes: int) -> None:
    content = b"x" * 10 + b"\r\n" + b"y" * 11 + b"\n" + b"z" * 30 + b"\nxong"
    expected = [Line(1, b"x" * 10 + b"\r\n"), Line(2, None), Line(3, None), Line(4, b"xong")]
    assert list(lines(pieces_of(content, piece_bytes), 10)) == expected


def test_what_is_held_of_a_long_line_does_not_grow_with_it() -> None:
    pulled = 0

    def endless() -> Iterator[bytes]:
        nonlocal pulled
        for _ in range(10_000):
            pulled += 1
            yield b"x" * 1_000

    assert list(lines(endless(), 2_000)) == [Line(1, None)]
    assert pulled == 10_000


@given(content=st.binary(max_size=200), size=st.integers(1, 50))
def test_lines_joined_are_the_stream(content: bytes, size: int) -> None:
    assert b"".join(line.content or b"" for line in lines(pieces_of(content, size), 1_000)) == content


@given(
    text=st.text(st.characters(codec="utf-8"), min_size=1).map(lambda text: "{" + text),
    charset=st.sampled_from(["utf-8", "utf-8-sig", "utf-16-le", "utf-16-be", "marked"]),
    size=st.integers(4, 50),
)
def test_utf8_and_utf16_come_out_as_the_same_utf8(text: str, charset: str, size: int) -> None:
    content = codecs.BOM_UTF16_LE + text.encode("utf-16-le") if charset == "marked" else text.encode(charset)
    is_plain = "\0" not in text
    if is_plain:
        assert b"".join(utf8_chunks(pieces_of(content, size))) == text.encode()


def test_what_is_not_utf16_stays_invalid_so_that_its_record_alone_is_refused() -> None:
    broken = "một\n".encode("utf-16") + b"\x00\xd8" + "\nba\n".encode("utf-16-le") + b"x"
    first, second, third, rest = b"".join(utf8_chunks([broken])).split(b"\n")
    assert (first, third) == ("một".encode(), b"ba")
    for damaged in (second, rest):
        with pytest.raises(UnicodeDecodeError):
            damaged.decode()


def test_an_empty_stream_has_no_lines() -> None:
    assert list(lines(utf8_chunks([]), 10)) == []
