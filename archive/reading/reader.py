"""Paths in, raw documents out: the one door of this folder for whoever ingests.

Only one document is held in memory, and at most one zip, found inside another file, is put aside on disk.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import BinaryIO

from archive.documents import RawDocument, Rejection, Skipped
from archive.reading.contents import read_file
from archive.reading.documents import READERS
from archive.reading.kinds import Form
from archive.reading.limits import Limits
from archive.reading.lines import chunks, utf8_chunks
from archive.reading.origins import Origin
from archive.reading.walking import Found, refusal, walk

STANDARD_INPUT = "-"

_SNIFFED_BYTES = 1 << 16


class Position:
    """How far reading is, kept by `read`.

    Attributes:
        read_bytes: of the files met so far, as they lie on disk.
    """

    def __init__(self) -> None:
        self.read_bytes = 0


def read(
    paths: Sequence[str],
    limits: Limits,
    stdin: BinaryIO | None = None,
    position: Position | None = None,
) -> Iterator[RawDocument | Rejection | Skipped]:
    """Every document at the paths, in the order of the paths and of the names in their folders.

    Members of a zip come by name too, as from a folder; those of a tar in the order they stand in.

    Args:
        paths: files, folders, `-` for standard input: JSON lines if its first sign is `{`, a page if it is `<`,
            else one text.
        limits: what may be held and unpacked; what is larger is rejected.
        stdin: what `-` reads; None: the standard input of the process.
        position: told how far reading is.
    """
    for named in paths:
        if named == STANDARD_INPUT:
            yield from _read_stream(stdin or sys.stdin.buffer, limits)
            continue
        for met in walk(named):
            if isinstance(met, Found):
                yield from _read_found(met, limits, position or Position())
            else:
                yield met


def size_of(paths: Sequence[str]) -> int:
    """Bytes of the files at the paths; 0 where standard input is among them."""
    if STANDARD_INPUT in paths:
        return 0
    found = (met.path for named in paths for met in walk(named) if isinstance(met, Found))
    return sum(path.stat().st_size for path in found if path.exists())


def _read_found(
    found: Found, limits: Limits, position: Position
) -> Iterator[RawDocument | Rejection | Skipped]:
    before = position.read_bytes
    try:
        with found.path.open("rb") as stream:
            for document in read_file(stream, found.origin, found.kind, limits):
                position.read_bytes = before + stream.tell()
                yield document
            position.read_bytes = before + found.path.stat().st_size
    except OSError as error:
        yield refusal(found.origin, error)


def _read_stream(stream: BinaryIO, limits: Limits) -> Iterator[RawDocument | Rejection]:
    origin = Origin(STANDARD_INPUT, STANDARD_INPUT)
    head = b""
    pieces = chunks(stream)
    try:
        while not _signs(head) and len(head) < _SNIFFED_BYTES and (piece := next(pieces, b"")):
            head += piece
        yield from READERS[_form(_signs(head))](origin, chain([head], pieces), limits.record_bytes)
    except OSError as error:
        yield refusal(origin, error)


def _signs(head: bytes) -> bytes:
    return b"".join(utf8_chunks([head])).strip()


def _form(signs: bytes) -> Form:
    if signs.startswith(b"{"):
        return "lines"
    return "page" if signs.startswith(b"<") else "text"
