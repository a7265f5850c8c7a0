"""CSV: its header, and the rows of a file as they were written, one at a time.

Rows are those of RFC 4180, strictly read: a quotation mark in a quoted cell is doubled. The delimiter is a
comma, a semicolon (as spreadsheets write it where the comma is the decimal sign, so in Vietnam) or a tab.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator
from io import BytesIO
from itertools import chain, islice, starmap
from typing import NamedTuple

from archive.errors import ProcessingError
from archive.reading.lines import Line

DELIMITERS = (",", ";", "\t")

ROWS_READ_AGAIN = 2
"""After a broken row reading goes on at its second line, until so many rows of the greatest length have been
read twice: without a bound, a file made to hurt would be read again from each of its lines."""

# The csv module has one limit for the whole process, 131,072 characters; ours is on the bytes of the row.
csv.field_size_limit(2**31 - 1)


class Header(NamedTuple):
    """The first line of a table: its columns in small letters and their delimiter."""

    columns: tuple[str, ...]
    delimiter: str


class Row(NamedTuple):
    """A row as written, with the number of its first line; or why it cannot be read."""

    number: int
    content: bytes
    error: ProcessingError | None = None


def read_header(line: str) -> Header:
    """Read the header line; the delimiter is the one that cuts it into most columns.

    Raises:
        ProcessingError: its quotation marks are not those of CSV, or two columns have one name.
    """
    try:
        cuts = [Header(_names(line, delimiter), delimiter) for delimiter in DELIMITERS]
    except csv.Error as error:
        raise ProcessingError(
            "parse",
            "the header is not valid CSV ({problem}): correct its quotation marks",
            problem=str(error),
        ) from None
    header = max(cuts, key=lambda cut: len(cut.columns))
    for name in header.columns:
        if name and header.columns.count(name) > 1:
            raise ProcessingError("parse", "two columns are named {name}: rename one", name=name)
    return header


def rows(physical: Iterable[Line], header: Header, limit_bytes: int) -> Iterator[Row]:
    """The rows below the header; those without any cell filled are left out.

    Args:
        physical: the lines below the header.
        limit_bytes: longest row accepted; a longer one, as when a quotation mark is never closed, is refused.
    """
    feed = _Feed(iter(physical), limit_bytes)
    spare_bytes = ROWS_READ_AGAIN * limit_bytes
    while (read := _read_row(feed, header, limit_bytes)) is not None:
        if not isinstance(read, ProcessingError):
            if any(cell.strip() for cell in read):
                yield Row(feed.first_line, bytes(feed.content))
            continue
        if len(feed.content) <= spare_bytes:
            spare_bytes -= len(feed.content)
            feed.give_back()
        elif feed.last_line > feed.first_line:
            read = ProcessingError(
                "read",
                "lines {first} to {last} are lost, no row can be read there: "
                "close or double quotation marks, or raise KHOBAO_RECORD_BYTES",
                first=feed.first_line,
                last=feed.last_line,
            )
        yield Row(feed.first_line, b"", read)


def _read_row(feed: _Feed, header: Header, limit_bytes: int) -> list[str] | ProcessingError | None:
    """The cells of the next row, or why it cannot be read; None at the end."""
    feed.start_row()
    try:
        return next(csv.reader(feed, delimiter=header.delimiter, strict=True), None)
    except csv.Error as error:
        return ProcessingError(
            "read",
            "invalid CSV ({problem}): is a quotation mark left open, or not doubled?",
            problem=str(error),
        )
    except _TooLong:
        return ProcessingError(
            "read", "the row is longer than {most} bytes: raise KHOBAO_RECORD_BYTES", most=limit_bytes
        )


class _TooLong(Exception):  # noqa: N818 - a signal through csv.reader, never seen outside
    """The row that is being read has grown over the limit."""


class _Feed:
    """Lines for csv.reader, which takes as many as the row has; `content` is what it has taken."""

    def __init__(self, physical: Iterator[Line], limit_bytes: int) -> None:
        self._sources: list[Iterator[Line]] = [physical]
        self._limit_bytes = limit_bytes
        self.start_row()

    def start_row(self) -> None:
        """Forget the row before."""
        self.content = bytearray()
        self.first_line = self.last_line = 0
        self._ended_too_long = False

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        number, content = self._next_line()
        self.first_line = self.first_line or number
        self.last_line = number
        self.content += content or b""
        self._ended_too_long = content is None
        if content is None or len(self.content) > self._limit_bytes + len(b"\r\n"):
            raise _TooLong
        return content.decode("utf-8", "surrogateescape")

    def give_back(self) -> None:
        """Put back the lines of the row but its first, to be read again as rows of their own."""
        held = enumerate(BytesIO(self.content), self.first_line)
        too_long = [Line(self.last_line, None)] if self._ended_too_long else []
        self._sources.append(islice(chain(starmap(Line, held), too_long), 1, None))

    def _next_line(self) -> Line:
        while True:
            try:
                return next(self._sources[-1])
            except StopIteration:
                if len(self._sources) == 1:
                    raise
                self._sources.pop()


def _names(line: str, delimiter: str) -> tuple[str, ...]:
    cells = next(csv.reader([line], delimiter=delimiter, strict=True), [])
    return tuple(cell.strip().lower() for cell in cells)
