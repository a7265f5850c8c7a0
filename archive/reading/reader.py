"""Paths in, raw documents out: the one door of this folder for whoever ingests.

A text file is one document, as its bytes are. A line of JSON lines and a row of CSV are documents of their
own, always UTF-8: files in UTF-16 are rewritten as they stream by. Only one document is held in memory.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from itertools import chain
from types import MappingProxyType
from typing import BinaryIO, NamedTuple

from archive.errors import ProcessingError
from archive.models import RawDocument, Rejection, Skipped
from archive.reading.lines import chunks, lines, utf8_chunks
from archive.reading.records import TEXT
from archive.reading.tabular import read_header, rows
from archive.reading.walking import Found, Kind, refusal, walk
from archive.text.escaping import escape_controls

STANDARD_INPUT = "-"

_SNIFFED_BYTES = 1 << 16
_SHOWN_CHARACTERS = 200


class _Origin(NamedTuple):
    """What a document says of where it comes from."""

    path: str
    relative_path: str


Read = Iterator[RawDocument | Rejection]


def read(
    paths: Sequence[str], record_bytes: int, stdin: BinaryIO | None = None
) -> Iterator[RawDocument | Rejection | Skipped]:
    """Every document at the paths, in the order of the paths and of the names in their folders.

    Args:
        paths: files, folders, `-` for standard input: JSON lines if its first sign is `{`, else one text.
        record_bytes: largest text file, line or row accepted; a larger one is rejected without being held.
        stdin: what `-` reads; None: the standard input of the process.
    """
    for named in paths:
        if named == STANDARD_INPUT:
            yield from _read_stream(stdin or sys.stdin.buffer, record_bytes)
            continue
        for met in walk(named):
            if isinstance(met, Found):
                yield from _read_file(met, record_bytes)
            else:
                yield met


def _read_file(found: Found, record_bytes: int) -> Read:
    try:
        with found.path.open("rb") as stream:
            origin = _Origin(found.shown, found.relative)
            yield from _READERS[found.kind](origin, chunks(stream), record_bytes)
    except OSError as error:
        yield refusal(found.shown, error)


def _read_stream(stream: BinaryIO, record_bytes: int) -> Read:
    origin = _Origin(STANDARD_INPUT, STANDARD_INPUT)
    head = b""
    pieces = chunks(stream)
    try:
        while not _signs(head) and len(head) < _SNIFFED_BYTES and (piece := next(pieces, b"")):
            head += piece
        kind: Kind = "lines" if _signs(head).startswith(b"{") else "text"
        yield from _READERS[kind](origin, chain([head], pieces), record_bytes)
    except OSError as error:
        yield refusal(STANDARD_INPUT, error)


def _signs(head: bytes) -> bytes:
    return b"".join(utf8_chunks([head])).strip()


def _read_text(origin: _Origin, pieces: Iterable[bytes], record_bytes: int) -> Read:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > record_bytes:
            reason = f"larger than {record_bytes:,} bytes: split it, or raise KHOBAO_RECORD_BYTES"
            yield Rejection(origin.path, "read", reason)
            return
    yield RawDocument(origin.path, origin.relative_path, "text", bytes(content))


def _read_lines(origin: _Origin, pieces: Iterable[bytes], record_bytes: int) -> Read:
    is_empty = True
    for number, content in lines(utf8_chunks(pieces), record_bytes):
        if content is None:
            reason = f"the line is longer than {record_bytes:,} bytes: raise KHOBAO_RECORD_BYTES"
            yield Rejection(origin.path, "read", reason, line=number)
        elif record := content.strip(b" \t\r\n"):
            yield RawDocument(origin.path, origin.relative_path, "json", record, line=number)
        else:
            continue
        is_empty = False
    if is_empty:
        yield Rejection(origin.path, "read", "the file is empty")


def _read_table(origin: _Origin, pieces: Iterable[bytes], record_bytes: int) -> Read:
    physical = lines(utf8_chunks(pieces), record_bytes)
    head = next((line for line in physical if line.content is None or line.content.strip()), None)
    if head is None or head.content is None:
        reason = "the header is too long" if head else "the file is empty"
        yield Rejection(origin.path, "read", reason, line=head and head.number)
        return
    try:
        header = read_header(head.content.decode("utf-8", "backslashreplace"))
        if TEXT not in header.columns:
            found = ", ".join(header.columns)[:_SHOWN_CHARACTERS]
            raise ProcessingError("parse", f"no column is named {TEXT}; the first line has: {found}")
    except ProcessingError as error:
        yield Rejection(origin.path, error.step, escape_controls(error.reason), line=head.number)
        return
    is_empty = True
    for row in rows(physical, header, record_bytes):
        is_empty = False
        if row.reason is not None:
            yield Rejection(origin.path, "read", row.reason, line=row.number)
        else:
            content = head.content + row.content
            yield RawDocument(origin.path, origin.relative_path, "csv", content, line=row.number)
    if is_empty:
        yield Rejection(origin.path, "read", "the table has no rows below its header")


_READERS: Mapping[Kind, Callable[[_Origin, Iterable[bytes], int], Read]] = MappingProxyType(
    {"text": _read_text, "lines": _read_lines, "table": _read_table}
)
