"""What an HTTP answer carries, as the server meant it: without chunks, unpacked, within bounds.

Archives keep answers in every state: as they came over the wire, or unpacked under the headers of before. A
header is therefore believed only as far as the bytes bear it out.
"""

from __future__ import annotations

import importlib
import re
import zlib

from archive.errors import ProcessingError
from archive.reading.documents import too_large
from archive.reading.gzip_members import GZIP_SIGN, GZIP_WINDOW
from archive.reading.sniffing import is_binary

_CHUNK_SIZE = re.compile(rb"([0-9A-Fa-f]{1,15})[ \t]*(?:;[^\r\n]*)?\r\n")
_LINE_END = b"\r\n"
_CHUNKED = "chunked"
_NO_CODINGS = frozenset({"", "identity"})
_SHOWN_CHARACTERS = 40

_MOST_MEMBERS = 64
"""Most gzip members of one page: each costs a copy of what follows it."""


def unpack(content: bytes, transfer_encoding: str, content_encoding: str, limit_bytes: int) -> bytes:
    """The bytes a server meant, from those it sent.

    Args:
        content: what follows the head of the answer.
        transfer_encoding, content_encoding: the headers of these names, "" where there is none (RFC 9112,
            section 7; RFC 9110, section 8.4): codings in the order in which they were applied.
        limit_bytes: most that is unpacked.

    Raises:
        ProcessingError: it is cut off, damaged, too large, or packed in a way we cannot unpack.
    """
    transfer = _codings(transfer_encoding)
    if _CHUNKED in transfer:
        content = unchunk(content)
    codings = [coding for coding in _codings(content_encoding) + transfer if coding != _CHUNKED]
    for coding in reversed(codings):
        content = _decode(content, coding, limit_bytes)
    return content


def unchunk(content: bytes) -> bytes:
    """Join the chunks of an answer (RFC 9112, section 7.1); what does not begin as a chunk is returned as it is.

    Raises:
        ProcessingError: a chunk is cut off or damaged.
    """
    if not _CHUNK_SIZE.match(content):
        return content
    chunks: list[bytes] = []
    position = 0
    while position < len(content):
        size_line = _CHUNK_SIZE.match(content, position)
        if size_line is None:
            raise ProcessingError("read", "the chunks of the page do not fit together: fetch it anew")
        start, size_bytes = size_line.end(), int(size_line[1], 16)
        if not size_bytes:
            break
        position = start + size_bytes
        if position > len(content):
            raise page_cut_off()
        chunks.append(content[start:position])
        position += len(_LINE_END) * content.startswith(_LINE_END, position)
    return b"".join(chunks)


def _codings(header: str) -> list[str]:
    codings = (coding.strip().lower() for coding in header.split(","))
    return [coding for coding in codings if coding not in _NO_CODINGS]


def _decode(content: bytes, coding: str, limit_bytes: int) -> bytes:
    window = _window(content, coding)
    if window is None and not is_binary(content):
        return content
    try:
        if window is not None:
            return _inflate(content, window, limit_bytes)
        if coding == "br":
            return _unbrotli(content, limit_bytes)
    except zlib.error as error:
        problem = str(error).rpartition(": ")[2]
        raise _damaged(coding, problem) from None
    raise _unknown(coding)


def _window(content: bytes, coding: str) -> int | None:
    """How zlib is to read the bytes; None: they are not what deflate or gzip would have made of a page."""
    if content.startswith(GZIP_SIGN):
        return GZIP_WINDOW
    if coding != "deflate" or not is_binary(content):
        return None
    is_zlib = content[0] & 0x0F == zlib.DEFLATED and int.from_bytes(content[:2]) % 31 == 0
    return zlib.MAX_WBITS if is_zlib else -zlib.MAX_WBITS


def _inflate(content: bytes, window: int, limit_bytes: int) -> bytes:
    unpacked = bytearray()
    for _ in range(_MOST_MEMBERS):
        inflater = zlib.decompressobj(window)
        unpacked += inflater.decompress(content, limit_bytes + 1 - len(unpacked))
        if len(unpacked) > limit_bytes:
            raise too_large(limit_bytes)
        if not inflater.eof:
            raise page_cut_off()
        content = inflater.unused_data
        if not content.startswith(GZIP_SIGN):
            return bytes(unpacked)
    raise _damaged("gzip", f"more than {_MOST_MEMBERS} members")


def _unbrotli(content: bytes, limit_bytes: int) -> bytes:
    """Unpack Brotli (RFC 7932) where its library is installed; before 1.2 that knew no bound."""
    try:
        brotli = importlib.import_module("brotli")
    except ImportError:
        raise _unknown("br") from None
    decompressor = brotli.Decompressor()
    if not hasattr(decompressor, "can_accept_more_data"):
        raise _unknown("br")
    try:
        unpacked: bytes = decompressor.process(content, output_buffer_limit=limit_bytes + 1)
    except brotli.error as error:
        raise _damaged("br", str(error)) from None
    if len(unpacked) > limit_bytes:
        raise too_large(limit_bytes)
    if not decompressor.is_finished():
        raise page_cut_off()
    return unpacked


def page_cut_off() -> ProcessingError:
    """The error of a page of which a part is lacking."""
    return ProcessingError("read", "the page was cut off when it was recorded: fetch it anew")


def _damaged(coding: str, problem: str) -> ProcessingError:
    return ProcessingError(
        "read",
        "the page, packed with {coding}, is damaged ({problem}): fetch it anew",
        coding=coding,
        problem=problem,
    )


def _unknown(coding: str) -> ProcessingError:
    return ProcessingError(
        "read",
        "the page is packed with {coding}, which cannot be unpacked here: "
        "for br install Brotli 1.2, else record the page anew",
        coding=coding[:_SHOWN_CHARACTERS],
    )
