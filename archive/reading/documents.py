"""One file that is no container, in pieces, into its documents: a text, a page, JSON lines or a table.

A text or page is one document, as its bytes are. A line of JSON lines and a row of CSV are documents of their
own, always UTF-8: what is in UTF-16 is rewritten as it streams by. Only one document is held in memory.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from types import MappingProxyType

from archive.documents import Media, RawDocument, Rejection
from archive.errors import ProcessingError
from archive.reading.kinds import Form
from archive.reading.lines import Line, lines, utf8_chunks
from archive.reading.origins import Origin
from archive.reading.records import TEXT
from archive.reading.tabular import Header, read_header, rows

HTML = "html"
"""The column of pages, where there is none of texts."""

_SHOWN_CHARACTERS = 200

Documents = Iterator[RawDocument | Rejection]
DocumentReader = Callable[[Origin, Iterable[bytes], int], Documents]
"""Reads the pieces of a stream, given the bytes of the largest document accepted."""


def _read_whole(media: Media, origin: Origin, pieces: Iterable[bytes], record_bytes: int) -> Documents:
    content = bytearray()
    for piece in pieces:
        content += piece
        if len(content) > record_bytes:
            yield origin.rejection(too_large(record_bytes))
            return
    yield origin.document(media, bytes(content))


def too_large(record_bytes: int) -> ProcessingError:
    """Why a text or page larger than the limit is not read."""
    return ProcessingError(
        "read", "larger than {most} bytes: split it, or raise KHOBAO_RECORD_BYTES", most=record_bytes
    )


def _read_lines(origin: Origin, pieces: Iterable[bytes], record_bytes: int) -> Documents:
    is_empty = True
    for number, content in lines(utf8_chunks(pieces), record_bytes):
        if content is None:
            error = ProcessingError(
                "read", "the line is longer than {most} bytes: raise KHOBAO_RECORD_BYTES", most=record_bytes
            )
            yield origin.rejection(error, number)
        elif record := content.strip(b" \t\r\n"):
            yield origin.document("json", record, number)
        else:
            continue
        is_empty = False
    if is_empty:
        yield origin.rejection(_empty())


def _read_table(origin: Origin, pieces: Iterable[bytes], record_bytes: int) -> Documents:
    physical = lines(utf8_chunks(pieces), record_bytes)
    head = next((line for line in physical if line.content is None or line.content.strip()), None)
    if head is None:
        yield origin.rejection(_empty())
        return
    try:
        header = _header(head, record_bytes)
    except ProcessingError as error:
        # Of the whole table, not of a line: that is what is read again once the header is mended.
        yield origin.rejection(error)
        return
    is_empty = True
    for row in rows(physical, header, record_bytes):
        is_empty = False
        if row.error is not None:
            yield origin.rejection(row.error, row.number)
        else:
            yield origin.document("csv", (head.content or b"") + row.content, row.number)
    if is_empty:
        yield origin.rejection(ProcessingError("read", "the table has no rows below its header"))


def _header(head: Line, record_bytes: int) -> Header:
    if head.content is None:
        raise ProcessingError(
            "read", "the header is longer than {most} bytes: raise KHOBAO_RECORD_BYTES", most=record_bytes
        )
    header = read_header(head.content.decode("utf-8", "backslashreplace"))
    if not {TEXT, HTML}.intersection(header.columns):
        raise ProcessingError(
            "parse",
            "no column is named text or html; the first line has: {columns}",
            columns=", ".join(header.columns)[:_SHOWN_CHARACTERS],
        )
    return header


def _empty() -> ProcessingError:
    return ProcessingError("read", "the file is empty")


READERS: Mapping[Form, DocumentReader] = MappingProxyType(
    {
        "text": partial(_read_whole, "text"),
        "page": partial(_read_whole, "html"),
        "lines": _read_lines,
        "table": _read_table,
    }
)
"""How each form of file that is no container is read."""
