"""A WARC (ISO 28500) or ARC file as its records: the one place where warcio is called, and what it knows typed.

warcio's own ArchiveIterator is not used: it takes damaged gzip data for the end of the file, holds lines of
any length, prints what is wrong to standard error, and gives up on a file that was gzipped as a whole.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Protocol

from warcio.recordloader import ARCHeadersParser, ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParser, StatusAndHeadersParserException

from archive.errors import ProcessingError
from archive.reading.gzip_members import FARTHEST_BACK_BYTES, MOST_RETURNED_BYTES, Place, file_cut_off
from archive.reading.inflated import Inflated
from archive.reading.limits import Allowance
from archive.reading.lines import CHUNK_BYTES
from archive.reading.origins import Broken

HEADER_BYTES = 1 << 18
"""Longest header of a record, and of the answer in it, all its lines together."""

Headers = Mapping[str, str]
"""Values by name in small letters; of a name that comes twice the first."""

_VERSION = b"WARC/"
_ARC_BEGINNING = b"filedesc://"
_MOST_LENGTH_DIGITS = 18
_SHOWN_BYTES = 60

_WARC_PARSER: Any = StatusAndHeadersParser(ArcWarcRecordLoader.WARC_TYPES)
_ARC_PARSER: Any = ARCHeadersParser()
_HTTP_PARSER: Any = StatusAndHeadersParser([], verify=False)


class _Lines(Protocol):
    def readline(self, size_bytes: int) -> bytes: ...


class Block:
    """What a record holds, to be read once."""

    def __init__(self, stream: Inflated, length_bytes: int) -> None:
        self._stream = stream
        self.length_bytes = length_bytes
        self.left_bytes = length_bytes

    def read(self, size_bytes: int) -> bytes:
        """As many bytes, fewer only at the end of the record or of the file."""
        return self._count(self._stream.read(min(size_bytes, self.left_bytes)))

    def readline(self, size_bytes: int) -> bytes:
        """The rest of the line with its line feed, at most as many bytes."""
        return self._count(self._stream.readline(min(size_bytes, self.left_bytes)))

    def _count(self, content: bytes) -> bytes:
        self.left_bytes -= len(content)
        return content


@dataclass(frozen=True, slots=True)
class WarcRecord:
    """One record: its WARC-Type, its WARC-Target-URI, all its headers, what it holds and where it begins."""

    kind: str
    url: str | None
    headers: Headers
    block: Block
    place: Place


def address(headers: Headers, name: str) -> str | None:
    """The address in a header, without the `<…>` that some writers add; None where there is none."""
    return headers.get(name, "").strip().removeprefix("<").removesuffix(">").strip() or None


@dataclass(frozen=True, slots=True)
class Answer:
    """The head of what a server answered: the status of HTTP, as written, and the headers."""

    status: str
    headers: Headers


def read_answer(block: Block, status_line: bytes) -> Answer:
    """Read the head of an HTTP answer on from its status line, up to the blank line.

    Raises:
        ProcessingError: it is too long.
    """
    parsed = _HTTP_PARSER.parse(_HeaderLines(block), status_line)
    return Answer(str(parsed.get_statuscode()), _headers(parsed))


class WarcRecords:
    """The records of a stream, one after the other; `number` is that of the last one begun, from 1."""

    def __init__(self, stream: BinaryIO, allowance: Allowance) -> None:
        self._stream = Inflated(stream, allowance)
        self._is_arc = False
        self._upcoming: tuple[bytes, Place] | None = None
        self._upcoming_error: ProcessingError | Broken | None = None
        self._returned_bytes = 0
        self.number = 0

    def next(self) -> WarcRecord | None:
        """Begin the next record; None at the end of the file.

        Raises:
            ProcessingError: the file is damaged, no record begins here, or its header cannot be read.
        """
        self.number += 1
        if self._upcoming_error:
            raise self._upcoming_error
        line, place = self._upcoming or self._begin()
        self._upcoming = None
        self._is_arc = self._is_arc or line.startswith(_ARC_BEGINNING)
        return self._parse(line, place) if line else None

    def finish(self, record: WarcRecord) -> None:
        """Pass what is left of a record, and see that another one, or the end of the file, follows.

        Raises:
            ProcessingError: the file ends in it or is damaged in it, or its length is wrong.
        """
        while record.block.read(CHUNK_BYTES):
            pass
        if record.block.left_bytes:
            raise file_cut_off()
        try:
            self._upcoming = self._begin()
        except Broken as broken:
            self._upcoming_error = broken
            return
        except ProcessingError as damage:
            is_alone_in_its_member = record.place == (self._stream.member_offset, 0)
            if is_alone_in_its_member:
                raise
            self._upcoming_error = damage
            return
        line, _ = self._upcoming
        if line and not self._is_arc and not line.startswith(_VERSION):
            raise ProcessingError(
                "read",
                "the record does not end after the {declared} bytes it declares: write the file anew",
                declared=record.block.length_bytes,
            )

    def recover(self, record: WarcRecord | None) -> bool:
        """After an error, go to where the next record begins; False: no other is found.

        Args:
            record: the one that could not be finished: others may stand within the length it declares.
        """
        self._upcoming = self._upcoming_error = None
        while True:
            try:
                if record is not None:
                    self._return_into(record)
                    record = None
                return self._stream.skip_to_line(_VERSION)
            except ProcessingError:
                record = None
                if not self._stream.pass_damage():
                    return False

    def can_return(self, place: Place) -> bool:
        """Whether `returned` leads to that place, and back."""
        return self._stream.can_go(place) and self._stream.can_go(self._stream.place())

    @contextmanager
    def returned(self, place: Place) -> Iterator[WarcRecord]:
        """The record at a place of before, to be read once more."""
        left = self._stream.place()
        self._stream.go(place)
        try:
            yield self._parse(*self._begin())
        finally:
            self._stream.go(left)

    def _begin(self) -> tuple[bytes, Place]:
        """The first line of the next record, and where it stands."""
        self._stream.skip_blanks()
        place = self._stream.place()
        return self._stream.readline(HEADER_BYTES), place

    def _return_into(self, record: WarcRecord) -> None:
        read_bytes = record.block.length_bytes - record.block.left_bytes
        is_near = read_bytes <= FARTHEST_BACK_BYTES and self._stream.can_go(record.place)
        if is_near and self._returned_bytes + read_bytes <= MOST_RETURNED_BYTES:
            self._returned_bytes += read_bytes
            self._stream.go(record.place)
            self._stream.readline(HEADER_BYTES)

    def _parse(self, line: bytes, place: Place) -> WarcRecord:
        parser = _ARC_PARSER if self._is_arc else _WARC_PARSER
        try:
            parsed = parser.parse(_HeaderLines(self._stream), line)
        except StatusAndHeadersParserException:
            raise ProcessingError(
                "read",
                "no record begins here, but {found}: what stands before the next one is lost",
                found=repr(line[:_SHOWN_BYTES]),
            ) from None
        headers = _arc_headers(parsed) if self._is_arc else _headers(parsed)
        digits = headers.get("content-length", "").strip()
        if not (digits.isascii() and digits.isdigit() and len(digits) <= _MOST_LENGTH_DIGITS):
            raise ProcessingError(
                "read",
                "the record declares no length that can be read ({declared!r}): write the file anew",
                declared=digits[:_SHOWN_BYTES],
            )
        kind = headers.get("warc-type", "").strip().lower()
        url = address(headers, "warc-target-uri")
        return WarcRecord(kind, url, headers, Block(self._stream, int(digits)), place)


class _HeaderLines:
    """The lines of a header, as warcio's parsers ask for them, up to the longest header accepted."""

    def __init__(self, stream: _Lines) -> None:
        self._stream = stream
        self._left_bytes = HEADER_BYTES

    def readline(self) -> bytes:
        line = self._stream.readline(self._left_bytes)
        self._left_bytes -= len(line)
        if not self._left_bytes:
            raise ProcessingError(
                "read",
                "a header is longer than {most} bytes: see what wrote the file",
                most=HEADER_BYTES,
            )
        return line


def _headers(parsed: Any) -> dict[str, str]:
    return {str(name).strip().lower(): str(value) for name, value in reversed(parsed.headers)}


def _arc_headers(parsed: Any) -> dict[str, str]:
    """The header of an ARC record in the words of WARC; the lines below that of the file belong to its length."""
    named = _headers(parsed)
    is_of_file = named["uri"].startswith(_ARC_BEGINNING.decode())
    length = named["length"].strip()
    return {
        "warc-type": "warcinfo" if is_of_file else "response",
        "warc-target-uri": named["uri"],
        "content-length": str(int(length) - parsed.total_len) if length.isdecimal() else length,
        "content-type": "application/http; msgtype=response",
    }
