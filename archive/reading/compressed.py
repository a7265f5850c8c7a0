"""Streams of gzip, xz and bzip2 in, their bytes out, a buffer at a time.

A file may be several streams one after the other, with zero bytes between them, as those tools themselves
read and write it (RFC 1952, section 2.2; the .xz file format, section 2).
"""

from __future__ import annotations

import bz2
import lzma
import zlib
from collections.abc import Callable, Generator, Iterable, Iterator, Mapping
from types import MappingProxyType
from typing import NamedTuple, Protocol

from archive.errors import ProcessingError
from archive.reading.kinds import Packing
from archive.reading.lines import CHUNK_BYTES
from archive.reading.origins import Broken, Origin

XZ_MEMORY_BYTES = 1 << 28
"""What xz may hold to look back upon: `xz -9` takes 65 MB, but a header may ask for 4 GB."""

GZIP_WINDOW = zlib.MAX_WBITS | 16
"""What zlib calls deflated data with the header, the checksum and the length of gzip, which it then checks."""

_DAMAGE = (zlib.error, lzma.LZMAError, OSError, EOFError)


class Decompressor(Protocol):
    """What the decompressors of `lzma` and `bz2` have in common."""

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        """Take in bytes and give out at most `max_length` of those they stand for."""

    @property
    def eof(self) -> bool:
        """Whether the stream has come to its end."""

    @property
    def needs_input(self) -> bool:
        """Whether nothing more can be given out without taking in."""

    @property
    def unused_data(self) -> bytes:
        """What was taken in beyond the end of the stream."""


class Inflater:
    """zlib's decompressor with the manners of the others.

    Args:
        window_bits: what zlib is to expect, as in `zlib.decompressobj`.
    """

    def __init__(self, window_bits: int) -> None:
        self._zlib = zlib.decompressobj(window_bits)
        self._damage: zlib.error | None = None

    def decompress(self, data: bytes, max_length: int = -1) -> bytes:
        if self._damage:
            raise self._damage
        packed = self._zlib.unconsumed_tail + data
        before = self._zlib.copy()
        try:
            return self._zlib.decompress(packed, max_length)
        except zlib.error as error:
            self._damage = error
            return _before_damage(before, packed)

    @property
    def eof(self) -> bool:
        return self._zlib.eof

    @property
    def needs_input(self) -> bool:
        return not (self._zlib.unconsumed_tail or self._damage)

    @property
    def unused_data(self) -> bytes:
        return self._zlib.unused_data


def _before_damage(decompressor: zlib._Decompress, packed: bytes) -> bytes:
    """What comes out before zlib finds damage: with the error it would give nothing of a whole piece."""
    unpacked = bytearray()
    try:
        for offset in range(len(packed)):
            unpacked += decompressor.decompress(packed[offset : offset + 1])
    except zlib.error:
        return bytes(unpacked)
    return bytes(unpacked)


class _Codec(NamedTuple):
    """How streams of one packing begin, and how they are unpacked."""

    magic: bytes
    decompressor: Callable[[], Decompressor]


_CODECS: Mapping[Packing, _Codec] = MappingProxyType(
    {
        "gzip": _Codec(b"\x1f\x8b", lambda: Inflater(GZIP_WINDOW)),
        "xz": _Codec(b"\xfd7zXZ\0", lambda: lzma.LZMADecompressor(lzma.FORMAT_XZ, XZ_MEMORY_BYTES)),
        "bzip2": _Codec(b"BZh", bz2.BZ2Decompressor),
    }
)


class Unpacked:
    """The bytes that packed pieces stand for, in pieces.

    Args:
        pieces: the packed stream.
        packing: what its name promises.
        origin: the file or member it is.

    Attributes:
        is_followed: at the end, whether something else follows what is packed: it is left out.
    """

    def __init__(self, pieces: Iterable[bytes], packing: Packing, origin: Origin) -> None:
        self.is_followed = False
        self._remaining = iter(pieces)
        self._packing = packing
        self._codec = _CODECS[packing]
        self._origin = origin

    def __iter__(self) -> Iterator[bytes]:
        """Yield the pieces, once.

        Raises:
            Broken: it is not packed so, damaged or cut off; what came before is given.
        """
        head = self._head(b"")
        if not head:
            raise Broken(self._origin, ProcessingError("read", "the file is empty"))
        if not head.startswith(self._codec.magic):
            raise Broken(
                self._origin,
                ProcessingError(
                    "read",
                    "not {packing} as its name says: give it the right name",
                    packing=self._packing,
                ),
            )
        while head.startswith(self._codec.magic):
            rest = yield from self._unpack_stream(head)
            head = self._head(rest)
        self.is_followed = bool(head)

    def _head(self, rest: bytes) -> bytes:
        """The next bytes that are not padding, enough to tell what they are; b"" at the end."""
        head = rest.lstrip(b"\0")
        while len(head) < len(self._codec.magic) and (piece := next(self._remaining, b"")):
            head = (head + piece).lstrip(b"\0")
        return head

    def _unpack_stream(self, head: bytes) -> Generator[bytes, None, bytes]:
        """Yield what one stream stands for; return what was read beyond its end."""
        decompressor = self._codec.decompressor()
        piece = head
        while True:
            try:
                unpacked = decompressor.decompress(piece, CHUNK_BYTES)
            except _DAMAGE as error:
                raise Broken(
                    self._origin,
                    ProcessingError(
                        "read",
                        "the {packing} is damaged ({reason}): what came before was read, get the file anew",
                        packing=self._packing,
                        reason=str(error),
                    ),
                ) from None
            if unpacked:
                yield unpacked
            if decompressor.eof:
                return decompressor.unused_data
            needs_input = decompressor.needs_input
            piece = next(self._remaining, b"") if needs_input else b""
            if needs_input and not piece:
                raise Broken(
                    self._origin,
                    ProcessingError(
                        "read",
                        "the {packing} is cut off: what came before was read, get the file anew",
                        packing=self._packing,
                    ),
                )
