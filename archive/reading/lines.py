"""Streams of bytes in, numbered lines of UTF-8 out, never holding more than one line."""

from __future__ import annotations

import codecs
from collections.abc import Iterable, Iterator
from io import BytesIO
from typing import BinaryIO, NamedTuple

CHUNK_BYTES = 1 << 16

_MARKS = ((codecs.BOM_UTF8, None), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_LONGEST_LINE_END_BYTES = len(b"\r\n")
_UNDECODABLE = "\udc00".encode("utf-8", "surrogatepass")


class Line(NamedTuple):
    """One physical line with its line end, and its 1-based number; `content` is None when it is too long."""

    number: int
    content: bytes | None


def chunks(stream: BinaryIO) -> Iterator[bytes]:
    """The bytes of `stream` in pieces of at most `CHUNK_BYTES`."""
    while chunk := stream.read(CHUNK_BYTES):
        yield chunk


def utf8_chunks(pieces: Iterable[bytes]) -> Iterator[bytes]:
    """The same text as UTF-8, without byte order mark; what is not UTF-16 passes through as it is.

    UTF-16 is known by its mark, or by a zero byte among the first two, as records begin with ASCII (RFC 4627,
    section 3). What is not valid UTF-16 is passed on as a surrogate, which is not valid UTF-8 either: the
    record it stands in, and no other, is refused when it is parsed.
    """
    remaining = iter(pieces)
    first = next(remaining, b"")
    charset, mark = _charset(first)
    if charset is None:
        yield first[len(mark) :]
        yield from remaining
        return
    decoder = codecs.getincrementaldecoder(charset)("surrogatepass")
    yield decoder.decode(first[len(mark) :]).encode("utf-8", "surrogatepass")
    for piece in remaining:
        yield decoder.decode(piece).encode("utf-8", "surrogatepass")
    half_a_character, _ = decoder.getstate()
    if half_a_character:
        yield _UNDECODABLE


def lines(pieces: Iterable[bytes], limit_bytes: int) -> Iterator[Line]:
    """Cut a stream after each line feed.

    Args:
        pieces: the stream, in pieces that fit in memory.
        limit_bytes: longest line accepted, its line end not counted. A longer one is read past, not held.
    """
    number = 1
    held: list[bytes] = []
    size_bytes = 0
    for piece in pieces:
        for part in BytesIO(piece):
            size_bytes += len(part)
            if size_bytes <= limit_bytes + _LONGEST_LINE_END_BYTES:
                held.append(part)
            if part.endswith(b"\n"):
                yield Line(number, _whole(held, size_bytes, limit_bytes))
                number, held, size_bytes = number + 1, [], 0
    if size_bytes:
        yield Line(number, _whole(held, size_bytes, limit_bytes))


def _whole(held: list[bytes], size_bytes: int, limit_bytes: int) -> bytes | None:
    content = b"".join(held)
    complete = len(content) == size_bytes
    return content if complete and len(content.rstrip(b"\r\n")) <= limit_bytes else None


def _charset(head: bytes) -> tuple[str | None, bytes]:
    """The charset of a stream that begins with `head` (None: as it is) and its byte order mark."""
    for mark, charset in _MARKS:
        if head.startswith(mark):
            return charset, mark
    first_is_zero, second_is_zero = head[:1] == b"\0", head[1:2] == b"\0"
    if second_is_zero and not first_is_zero:
        return "utf-16-le", b""
    if first_is_zero and not second_is_zero:
        return "utf-16-be", b""
    return None, b""
