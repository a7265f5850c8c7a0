"""Tar: its members in the order they stand in, from a stream that is read once.

Headers are understood by `tarfile`. Its walk from one to the next is not used: it takes a damaged header for
the end, reads extended headers of any length into memory and remembers every member.

Source of the format: POSIX.1-2017, pax, "ustar Interchange Format" and "pax Extended Header"; GNU tar manual,
"Basic Tar Format", for long names and sparse files.
"""

from __future__ import annotations

import tarfile
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from archive.errors import ProcessingError
from archive.reading.lines import CHUNK_BYTES
from archive.reading.members import LINK, Member, member_path
from archive.reading.origins import Broken, Origin
from archive.reading.streams import PieceStream

LONGEST_EXTENSION_BYTES = 1 << 20
"""Longest extended header: real ones hold a path and some numbers."""

_MOST_DIGITS = 20
_ZERO_BLOCK = bytes(tarfile.BLOCKSIZE)
_PAX = frozenset({tarfile.XHDTYPE, tarfile.SOLARIS_XHDTYPE})
_EXTENSIONS = _PAX | {tarfile.GNUTYPE_LONGNAME, tarfile.GNUTYPE_LONGLINK, tarfile.XGLTYPE}
_PATH, _SIZE, _SPARSE = "path", "size", "GNU.sparse."

_HAS_SPARSE_MAP = 482
_SPARSE_MAP_GOES_ON = 504
"""Offsets of the bytes that tell of further blocks with a map of a sparse file."""

_DEVICE = ProcessingError("read", "a device or a pipe in a container")
_SPARSE_FILE = ProcessingError("read", "a sparse file in a tar, with its holes left out: unpack it first")
_UNKNOWN_TYPE = ProcessingError("read", "of a type of its own in a tar: unpack it first")

_WITHOUT_CONTENT: Mapping[bytes, ProcessingError] = MappingProxyType(
    {
        tarfile.LNKTYPE: LINK,
        tarfile.SYMTYPE: LINK,
        tarfile.CHRTYPE: _DEVICE,
        tarfile.BLKTYPE: _DEVICE,
        tarfile.FIFOTYPE: _DEVICE,
    }
)
"""Why members that have no content of their own are left out."""


def tar_members(pieces: Iterable[bytes], origin: Origin) -> Iterator[Member]:
    """Every member that is not a folder, in the order of the tar.

    Args:
        pieces: the tar, unpacked.
        origin: the file or member it is.

    Raises:
        Broken: it is no tar, damaged or cut off; the members before are given.
    """
    yield from _Tar(pieces, origin).members()


class _Tar:
    """One walk over a tar."""

    def __init__(self, pieces: Iterable[bytes], origin: Origin) -> None:
        self._stream = PieceStream(pieces)
        self._origin = origin

    def members(self) -> Iterator[Member]:
        block = last = b""
        extensions: dict[str, str] = {}
        while block := self._stream.exactly(tarfile.BLOCKSIZE):
            last = block
            # Two blocks of zeros end a tar; but several tars may be joined in one file.
            if block == _ZERO_BLOCK:
                continue
            header = self._header(block)
            if header.type in _EXTENSIONS:
                extensions |= self._extensions(header)
                continue
            if _SIZE in extensions:
                header.size = self._number(extensions[_SIZE])
            is_empty = header.isdir() or header.type in _WITHOUT_CONTENT
            end = self._stream.position + (0 if is_empty else header.size)
            if not header.isdir():
                path = member_path(extensions.get(_PATH, header.name))
                left_out = _why_left_out(header, extensions)
                origin = self._origin.within(path)
                yield Member(path, origin, header.size, self._content(end), left_out=left_out)
            self._skip_to(end)
            extensions = {}
        if last and last != _ZERO_BLOCK:
            raise self._cut_off()

    def _header(self, block: bytes) -> tarfile.TarInfo:
        if len(block) < tarfile.BLOCKSIZE:
            raise self._cut_off()
        try:
            header = tarfile.TarInfo.frombuf(block, "utf-8", "backslashreplace")
        except (tarfile.HeaderError, ValueError):
            raise self._damaged() from None
        if header.size < 0:
            raise self._damaged()
        goes_on = header.type == tarfile.GNUTYPE_SPARSE and block[_HAS_SPARSE_MAP]
        while goes_on:
            goes_on = self._exactly(tarfile.BLOCKSIZE)[_SPARSE_MAP_GOES_ON]
        return header

    def _extensions(self, header: tarfile.TarInfo) -> dict[str, str]:
        """What an extended header says of the member that follows."""
        if header.size > LONGEST_EXTENSION_BYTES:
            raise self._damaged()
        content = self._exactly(header.size)
        self._skip_to(self._stream.position)
        if header.type == tarfile.GNUTYPE_LONGNAME:
            return {_PATH: content.partition(b"\0")[0].decode("utf-8", "backslashreplace")}
        return dict(self._pax_records(content)) if header.type in _PAX else {}

    def _pax_records(self, content: bytes) -> Iterator[tuple[str, str]]:
        """The records `LENGTH NAME=VALUE` of a pax header; the length is that of the whole record."""
        start = 0
        while start < len(content):
            blank = content.find(b" ", start, start + _MOST_DIGITS)
            end = start + self._number(content[start : max(blank, start)].decode("latin-1"))
            if not blank < end <= len(content):
                raise self._damaged()
            name, _, value = content[blank + 1 : end].decode("utf-8", "backslashreplace").partition("=")
            yield name, value.removesuffix("\n")
            start = end

    def _number(self, digits: str) -> int:
        if not (digits.isascii() and digits.isdigit() and len(digits) < _MOST_DIGITS):
            raise self._damaged()
        return int(digits)

    def _exactly(self, size_bytes: int) -> bytes:
        content = self._stream.exactly(size_bytes)
        if len(content) < size_bytes:
            raise self._cut_off()
        return content

    def _content(self, end: int) -> Iterator[bytes]:
        while self._stream.position < end:
            piece = self._stream.read(min(CHUNK_BYTES, end - self._stream.position))
            if not piece:
                raise self._cut_off()
            yield piece

    def _skip_to(self, end: int) -> None:
        """Pass over what was not read, and over the rest of the last block."""
        for _ in self._content(end + -end % tarfile.BLOCKSIZE):
            pass

    def _damaged(self) -> Broken:
        offset = self._stream.position - tarfile.BLOCKSIZE
        if offset <= 0:
            return Broken(
                self._origin, ProcessingError("read", "not a tar as its name says: give it the right name")
            )
        return Broken(
            self._origin,
            ProcessingError(
                "read",
                "the tar is damaged at byte {offset}: what came before was read, get the file anew",
                offset=offset,
            ),
        )

    def _cut_off(self) -> Broken:
        return Broken(
            self._origin,
            ProcessingError("read", "the tar is cut off: what came before was read, get the file anew"),
        )


def _why_left_out(header: tarfile.TarInfo, extensions: Mapping[str, str]) -> ProcessingError | None:
    if header.type in _WITHOUT_CONTENT:
        return _WITHOUT_CONTENT[header.type]
    if header.type == tarfile.GNUTYPE_SPARSE or any(name.startswith(_SPARSE) for name in extensions):
        return _SPARSE_FILE
    return None if header.type in tarfile.REGULAR_TYPES else _UNKNOWN_TYPE
