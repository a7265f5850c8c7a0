"""Zips that were cut off, as by a broken download: the directory at their end is lacking, the members are not.

Each member stands behind a header of its own, which says almost all that the directory would. Where it leaves
out the length, deflated data know their end.

Source of the format: PKWARE, APPNOTE.TXT 6.3.10, sections 4.3.7 and 4.3.9.
"""

from __future__ import annotations

import struct
import zipfile
import zlib
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from archive.errors import ProcessingError
from archive.reading.compressed import Inflater
from archive.reading.limits import Allowance
from archive.reading.lines import CHUNK_BYTES
from archive.reading.members import Member, member_path
from archive.reading.origins import Broken, Origin
from archive.reading.zips import damaged, encrypted, is_folder, member_name

_SIGNATURE = b"PK\x03\x04"
_HEADER = struct.Struct("<4s2xHH4xLLLHH")
_DESCRIPTOR_SIGNATURE = b"PK\x07\x08"
_LONGEST_DESCRIPTOR_BYTES = 24
_CHECKSUM_BYTES = 4

_ENCRYPTED, _LENGTHS_FOLLOW = 0x1, 0x8
_LENGTH_IS_ELSEWHERE = 0xFFFFFFFF


class _Header(NamedTuple):
    """What stands before a member, and where its data begin."""

    name: str
    flags: int
    method: int
    checksum: int
    packed_bytes: int
    size_bytes: int
    start: int


def is_cut_off(stream: BinaryIO) -> bool:
    """Whether a file begins as a zip and does not end as one."""
    stream.seek(0)
    return stream.read(len(_SIGNATURE)) == _SIGNATURE and not zipfile.is_zipfile(stream)


def cut_zip_members(stream: BinaryIO, origin: Origin, allowance: Allowance) -> Iterator[Member]:
    """Every member that is not a folder, in the order of the zip, and at last the cut.

    Args:
        stream: a zip that `is_cut_off`.
        origin: the file it is.
        allowance: of this file; what is unpacked is counted here.

    Raises:
        Broken: always, when no whole member follows.
    """
    position = 0
    while header := _header(stream, position):
        path = member_path(header.name)
        member = origin.within(path)
        content = _Content(stream, header, origin, member, allowance)
        if not is_folder(header.name):
            yield Member(path, member, header.size_bytes, content)
        position = content.pass_over()
    raise _cut_off(origin)


def _header(stream: BinaryIO, position: int) -> _Header | None:
    """The header of the member that begins there; None: none does, or it is cut off."""
    stream.seek(position)
    fixed = stream.read(_HEADER.size)
    if len(fixed) < _HEADER.size or not fixed.startswith(_SIGNATURE):
        return None
    _, flags, method, checksum, packed_bytes, size_bytes, name_bytes, extra_bytes = _HEADER.unpack(fixed)
    name = stream.read(name_bytes)
    start = position + _HEADER.size + name_bytes + extra_bytes
    return _Header(member_name(name, flags), flags, method, checksum, packed_bytes, size_bytes, start)


class _Content:
    """What a member holds, unpacked and counted, and where it ends."""

    def __init__(
        self, stream: BinaryIO, header: _Header, origin: Origin, member: Origin, allowance: Allowance
    ) -> None:
        self._stream = stream
        self._header = header
        self._origin = origin
        self._member = member
        self._allowance = allowance
        self._position = header.start
        self._inflater = Inflater(-zlib.MAX_WBITS)
        self._checksum = 0

    def __iter__(self) -> Iterator[bytes]:
        if self._header.flags & _ENCRYPTED:
            raise encrypted(self._member)
        while piece := self._next_piece():
            yield piece
        checksum, _ = self._end()
        if checksum != self._checksum:
            raise damaged(self._member, "the checksum is wrong")

    def pass_over(self) -> int:
        """Read what was left of the member; return where the next header should stand."""
        while self._next_piece():
            pass
        _, end = self._end()
        return end

    def _next_piece(self) -> bytes:
        """The next bytes; none at the end."""
        if self._header.method == zipfile.ZIP_DEFLATED and not self._header.flags & _ENCRYPTED:
            piece = self._inflate()
        elif self._header.flags & _LENGTHS_FOLLOW or self._header.packed_bytes == _LENGTH_IS_ELSEWHERE:
            raise _cut_off(self._origin)
        else:
            end = self._header.start + self._header.packed_bytes
            piece = self._read(min(CHUNK_BYTES, end - self._position)) if self._position < end else b""
        self._allowance.take(len(piece))
        self._checksum = zlib.crc32(piece, self._checksum)
        return piece

    def _inflate(self) -> bytes:
        while not self._inflater.eof:
            packed = self._read(CHUNK_BYTES) if self._inflater.needs_input else b""
            try:
                if piece := self._inflater.decompress(packed, CHUNK_BYTES):
                    return piece
            except zlib.error:
                raise _cut_off(self._origin) from None
        return b""

    def _read(self, size_bytes: int) -> bytes:
        self._stream.seek(self._position)
        packed = self._stream.read(size_bytes)
        if not packed:
            raise _cut_off(self._origin)
        self._position += len(packed)
        self._allowance.feed(len(packed))
        return packed

    def _end(self) -> tuple[int, int]:
        """The checksum the member should have, and where the next header should stand."""
        end = self._position - len(self._inflater.unused_data)
        if not self._header.flags & _LENGTHS_FOLLOW:
            return self._header.checksum, end
        self._stream.seek(end)
        follows = self._stream.read(_LONGEST_DESCRIPTOR_BYTES + len(_SIGNATURE))
        descriptor = follows.removeprefix(_DESCRIPTOR_SIGNATURE)
        return int.from_bytes(descriptor[:_CHECKSUM_BYTES], "little"), end + max(follows.find(_SIGNATURE), 0)


def _cut_off(origin: Origin) -> Broken:
    return Broken(
        origin, ProcessingError("read", "the zip is cut off: what came before was read, get the file anew")
    )
