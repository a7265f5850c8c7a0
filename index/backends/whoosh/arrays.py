"""A file of named, typed arrays: written once, one array after the other, and read through a memory map.

| part   | bytes                                                                            |
|--------|----------------------------------------------------------------------------------|
| header | magic, version, place, length and CRC-32 of the footer, CRC-32 of the header      |
| arrays | little-endian, each from a multiple of 8 bytes on, zeros between them             |
| footer | JSON: for each array its name, dtype, length, offset and CRC-32, the last with the |
|        | zeros behind it                                                                  |

No byte is outside a checksum. Opening compares those of header and footer, and the length of the file;
`ArrayFile.verify` compares all.
"""

from __future__ import annotations

import json
import mmap
import os
import struct
from collections.abc import Iterator, Mapping
from itertools import pairwise
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from archive.errors import IndexUnavailable

MAGIC = b"KHOBAOar"
VERSION = 1
ALIGNMENT_BYTES = 8

_HEADER = struct.Struct("<8sIIQQ")
_CHECKSUM = struct.Struct("<I")
_START = -(-(_HEADER.size + _CHECKSUM.size) // ALIGNMENT_BYTES) * ALIGNMENT_BYTES
_WIDTHS = tuple(np.dtype(name) for name in ("<u1", "<u2", "<u4", "<i8"))

Array = NDArray[Any]


def narrowest(largest: int) -> np.dtype[Any]:
    """The narrowest type of `uint8`, `uint16`, `uint32` and `int64` that holds every number from 0 to this one."""
    return next(width for width in _WIDTHS if largest <= np.iinfo(width).max)


def narrowed(numbers: Array) -> Array:
    """Whole numbers, none negative, in the narrowest type that holds them."""
    return numbers.astype(narrowest(int(numbers.max(initial=0))), copy=False)


class Entry(NamedTuple):
    """What the footer says of an array; `length` in numbers, `offset` in bytes from the beginning of the file."""

    dtype: str
    length: int
    offset: int
    checksum: int


class Slot:
    """The place of one array in a file that is being written; filled from its beginning on, in parts.

    Args:
        descriptor: the open file.
        dtype: type of the array, on disk.
        count: how many numbers it will have.
        offset: where it begins.
    """

    def __init__(self, descriptor: int, dtype: np.dtype[Any], count: int, offset: int) -> None:
        self.end = _aligned(offset + count * dtype.itemsize)
        self._descriptor = descriptor
        self._dtype = dtype
        self._count = count
        self._offset = offset
        self._next = offset
        self._checksum = 0

    def append(self, part: Array) -> None:
        """Write the next numbers."""
        self._write(np.ascontiguousarray(part, self._dtype).data.cast("B") if len(part) else b"")

    def entry(self) -> Entry:
        """Close the slot.

        Raises:
            ValueError: it was not filled, or overfilled.
        """
        missing = self._offset + self._count * self._dtype.itemsize - self._next
        if missing:
            raise ValueError(f"{missing} bytes are missing in an array of {self._count} {self._dtype.str}")
        self._write(bytes(self.end - self._next))
        return Entry(self._dtype.str, self._count, self._offset, self._checksum)

    def _write(self, data: bytes | memoryview) -> None:
        self._checksum = crc32(data, self._checksum)
        _write_all(self._descriptor, data, self._next)
        self._next += len(data)


class ArrayFileWriter:
    """Writes a file of arrays. A context manager: on success the file is whole and on the disk, else it is removed.

    Args:
        path: the file; must not be there.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self._descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o666)
        self._slots: dict[str, Slot] = {}
        self._end = _START

    def __enter__(self) -> ArrayFileWriter:
        """The writer."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file, or remove what there is of it."""
        try:
            if kind is None:
                self._finish()
        finally:
            os.close(self._descriptor)
            if kind is not None:
                self._path.unlink()

    def write(self, name: str, array: Array) -> None:
        """Write an array as it is."""
        self.reserve(name, array.dtype, len(array)).append(array)

    def reserve(self, name: str, dtype: np.dtype[Any], count: int) -> Slot:
        """Make room for an array whose numbers come in parts; several may be filled side by side."""
        if name in self._slots:
            raise ValueError(f"there is an array {name} already")
        slot = self._slots[name] = Slot(self._descriptor, dtype.newbyteorder("<"), count, self._end)
        self._end = slot.end
        return slot

    def _finish(self) -> None:
        entries = {name: slot.entry() for name, slot in self._slots.items()}
        footer = json.dumps(entries).encode()
        _write_all(self._descriptor, footer, self._end)
        header = _HEADER.pack(MAGIC, VERSION, crc32(footer), self._end, len(footer))
        _write_all(self._descriptor, (header + _CHECKSUM.pack(crc32(header))).ljust(_START, b"\0"), 0)
        # Whoever names this file in a table of contents may then rely on what it holds.
        os.fsync(self._descriptor)


class ArrayFile(Mapping[str, Array]):
    """The arrays of a file, by name; they share its memory map and can only be read.

    Safe for threads. There is nothing to close: the map goes with the last array of it.

    Args:
        path: the file.

    Raises:
        IndexUnavailable: it is no such file, of another version, not whole, or its header or footer is damaged.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        try:
            with path.open("rb") as file:
                self._map = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
        except (OSError, ValueError) as error:  # ValueError: no byte is in it
            raise self._damaged(error) from error
        self._entries = self._read_entries()
        self._arrays = {
            name: np.frombuffer(self._map, np.dtype(entry.dtype), entry.length, entry.offset)
            for name, entry in self._entries.items()
        }

    def __getitem__(self, name: str) -> Array:
        """The array of this name."""
        return self._arrays[name]

    def __iter__(self) -> Iterator[str]:
        """The names, in the order of the file."""
        return iter(self._arrays)

    def __len__(self) -> int:
        """How many arrays there are."""
        return len(self._arrays)

    def verify(self) -> list[str]:
        """The names of the arrays that do not agree with their checksums."""
        whole = memoryview(self._map)
        spans = pairwise([*(entry.offset for entry in self._entries.values()), self._footer_offset])
        return [
            name
            for (name, entry), (start, end) in zip(self._entries.items(), spans, strict=True)
            if crc32(whole[start:end]) != entry.checksum
        ]

    def _read_entries(self) -> dict[str, Entry]:
        start = bytes(self._map[:_START])
        if len(start) < _START or not start.startswith(MAGIC):
            raise self._damaged("no file of arrays")
        _, version, footer_checksum, offset, length = _HEADER.unpack_from(start)
        if version != VERSION:
            raise self._damaged(f"version {version}, not {VERSION}")
        if start[_HEADER.size :] != _CHECKSUM.pack(crc32(start[: _HEADER.size])).ljust(
            _START - _HEADER.size, b"\0"
        ):
            raise self._damaged("checksum of the header")
        if offset + length != len(self._map):
            raise self._damaged(f"{len(self._map)} bytes long, not {offset + length}")
        footer = bytes(self._map[offset:])
        if crc32(footer) != footer_checksum:
            raise self._damaged("checksum of the footer")
        self._footer_offset = offset
        return {name: Entry(*entry) for name, entry in json.loads(footer).items()}

    def _damaged(self, reason: object) -> IndexUnavailable:
        return IndexUnavailable(
            "{path} is damaged ({reason}): run khobao index rebuild", path=self._path, reason=reason
        )


def _aligned(offset: int) -> int:
    return -(-offset // ALIGNMENT_BYTES) * ALIGNMENT_BYTES


def _write_all(descriptor: int, data: bytes | memoryview, offset: int) -> None:
    """`os.pwrite` may write less than it is given: at most 2 GiB a call on Linux."""
    left = memoryview(data)
    while left:
        written = os.pwrite(descriptor, left, offset)
        left, offset = left[written:], offset + written
