"""The bytes of a file in pieces, unpacked where it is gzipped, with members to return to and damage to pass.

gzip (RFC 1952) allows any number of members one after the other: a WARC has one a record, as a rule. Python's
gzip module reads such files too, but gives up at the first damaged byte and knows no places. A file that is
not gzipped is one member, as it is.
"""

from __future__ import annotations

import zlib
from typing import BinaryIO, NamedTuple, Protocol

from archive.errors import ProcessingError
from archive.reading.limits import Allowance
from archive.reading.lines import CHUNK_BYTES
from archive.reading.sniffing import is_binary

GZIP_SIGN = b"\x1f\x8b\x08"
"""How a gzip member begins: two bytes that say gzip, one that says deflate, the only method there is."""

GZIP_WINDOW = zlib.MAX_WBITS | 16
"""What zlib calls reading deflated data with the header and the checksum of gzip."""

FARTHEST_BACK_BYTES = 1 << 24
"""Most that is unpacked once more to return to a place; farther back is not returned to."""

MOST_RETURNED_BYTES = 64 * FARTHEST_BACK_BYTES
"""So much of one file is read once more behind what is wrong: else a file made to hurt would be read again from
each of its members or records."""

MOST_DAMAGES = 1_000
"""Damages passed in one file: each costs a search for the next member."""

_HEADER_BYTES = 10
"""The header of a gzip member without name; its eighth byte or another is one that no text has."""


class Place(NamedTuple):
    """Where a byte stands: where its member begins in the file, and the bytes before it, unpacked, in there."""

    member_offset: int
    passed_bytes: int


class Members(Protocol):
    """The pieces of a file, from all its members in their order."""

    @property
    def member_offset(self) -> int:
        """Where the member of the last piece begins in the file."""

    def next_piece(self) -> bytes:
        """The next bytes, all of one member; none at the end.

        Raises:
            ProcessingError: they are damaged or cut off; the same again until `pass_damage` has been called.
        """

    def can_go(self, place: Place) -> bool:
        """Whether `go` leads there at a bearable cost."""

    def go(self, place: Place) -> int:
        """Go back to a place that `can_go` knows, or to some bytes before it: the number is returned."""

    def pass_damage(self) -> bool:
        """Go to the next member after damage; False: there is none, or it has been enough."""


def members(stream: BinaryIO, allowance: Allowance) -> Members:
    """The members of a stream that stands at its beginning; going back needs a seekable one.

    Args:
        allowance: counts what is read and what is unpacked; its `Broken` ends the reading for good.
    """
    head = b""
    while len(head) < len(GZIP_SIGN) and (piece := stream.read(CHUNK_BYTES)):
        head += piece
    allowance.feed(len(head))
    is_damaged_gzip = GZIP_SIGN in head and is_binary(head[:_HEADER_BYTES])
    is_gzip = head.startswith(GZIP_SIGN) or is_damaged_gzip
    return GzipMembers(stream, head, allowance) if is_gzip else PlainMember(stream, head, allowance)


class PlainMember:
    """A file that is not gzipped, as one member."""

    member_offset = 0

    def __init__(self, stream: BinaryIO, head: bytes, allowance: Allowance) -> None:
        self._stream = stream
        self._head = head
        self._allowance = allowance

    def next_piece(self) -> bytes:
        """The next bytes; none at the end."""
        head, self._head = self._head, b""
        if head:
            return head
        piece = self._stream.read(CHUNK_BYTES)
        self._allowance.feed(len(piece))
        return piece

    def can_go(self, place: Place) -> bool:
        """Whether the stream is seekable."""
        return self._stream.seekable()

    def go(self, place: Place) -> int:
        """Go to the very place."""
        self._stream.seek(place.passed_bytes)
        self._head = b""
        return 0

    def pass_damage(self) -> bool:
        """Never: what is not packed cannot be unpacked wrongly."""
        return False


class GzipMembers:
    """The members of a gzipped file."""

    def __init__(self, stream: BinaryIO, head: bytes, allowance: Allowance) -> None:
        self._stream = stream
        self._allowance = allowance
        self._raw = head
        self._read_bytes = len(head)
        self._inflater = zlib.decompressobj(GZIP_WINDOW)
        self._damage: ProcessingError | None = None
        self._damages = 0
        self._returned_bytes = 0
        self.member_offset = 0

    def next_piece(self) -> bytes:
        """The next bytes, unpacked; none at the end."""
        while self._damage is None:
            if self._inflater.eof and not self._begin_member():
                return b""
            if not self._raw:
                self._read_raw()
            is_end = not self._raw
            try:
                piece = self._inflater.decompress(self._raw, CHUNK_BYTES)
            except zlib.error as error:
                self._damage = self._damaged(error)
                break
            self._raw = self._inflater.unused_data if self._inflater.eof else self._inflater.unconsumed_tail
            if piece:
                self._allowance.take(len(piece))
                return piece
            if is_end:
                self._damage = file_cut_off()
        raise self._damage

    def can_go(self, place: Place) -> bool:
        """Whether the stream is seekable and little is to be unpacked again."""
        return self._stream.seekable() and place.passed_bytes <= FARTHEST_BACK_BYTES

    def go(self, place: Place) -> int:
        """Go to the beginning of the member."""
        self._seek(place.member_offset)
        self._damage = None
        self._start_member()
        return place.passed_bytes

    def pass_damage(self) -> bool:
        """Search the next bytes that look like the beginning of a member, from that of the damaged one on.

        Damage can look like bytes that were not packed at all, and swallow the members behind it.
        """
        self._damages += 1
        if self._damages > MOST_DAMAGES:
            return False
        unpacked_bytes = self._read_bytes - self.member_offset
        if self._stream.seekable() and self._returned_bytes + unpacked_bytes <= MOST_RETURNED_BYTES:
            self._returned_bytes += unpacked_bytes
            self._seek(self.member_offset)
            self._read_raw()
        while (found := self._raw.find(GZIP_SIGN, 1)) < 0:
            self._raw = self._raw[1 - len(GZIP_SIGN) :]
            if not self._read_raw():
                return False
        self._raw, self._damage = self._raw[found:], None
        self._start_member()
        return True

    def _damaged(self, error: zlib.error) -> ProcessingError:
        if self._damages >= MOST_DAMAGES:
            return ProcessingError(
                "read",
                "the gzip is damaged in more than {most} places: what came before was read, get the file anew",
                most=MOST_DAMAGES,
            )
        return ProcessingError(
            "read",
            "the gzip is damaged here ({problem}): what is whole before and behind is read, get the file anew",
            problem=str(error).rpartition(": ")[2],
        )

    def _begin_member(self) -> bool:
        """Begin the next member; False at the end of the file, which may be padded with zeros."""
        while not self._raw.lstrip(b"\0"):
            self._raw = b""
            if not self._read_raw():
                return False
        self._raw = self._raw.lstrip(b"\0")
        self._start_member()
        return True

    def _start_member(self) -> None:
        self.member_offset = self._read_bytes - len(self._raw)
        self._inflater = zlib.decompressobj(GZIP_WINDOW)

    def _seek(self, offset: int) -> None:
        self._stream.seek(offset)
        self._raw, self._read_bytes = b"", offset

    def _read_raw(self) -> bool:
        piece = self._stream.read(CHUNK_BYTES)
        self._allowance.feed(len(piece))
        self._raw += piece
        self._read_bytes += len(piece)
        return bool(piece)


def file_cut_off() -> ProcessingError:
    """The error of a record that the file does not hold to its end."""
    return ProcessingError(
        "read", "the file ends in the midst of it: what came before was read, get the file anew"
    )
