"""Pieces as a stream to be read from, for readers that ask for so and so many bytes."""

from __future__ import annotations

import io
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import WriteableBuffer


class PieceStream(io.RawIOBase):
    """A stream over pieces, read once from the beginning to the end.

    Attributes:
        position: how many bytes were read.
    """

    def __init__(self, pieces: Iterable[bytes]) -> None:
        self._remaining = iter(pieces)
        self._piece = memoryview(b"")
        self.position = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: WriteableBuffer, /) -> int:
        wanted = memoryview(buffer).cast("B")
        while not self._piece and (piece := next(self._remaining, b"")):
            self._piece = memoryview(piece)
        count = min(len(wanted), len(self._piece))
        wanted[:count] = self._piece[:count]
        self._piece = self._piece[count:]
        self.position += count
        return count

    def exactly(self, size_bytes: int) -> bytes:
        """So many bytes; fewer at the end of the stream."""
        content = bytearray()
        while len(content) < size_bytes and (piece := self.read(size_bytes - len(content))):
            content += piece
        return bytes(content)
