"""A segment as Whoosh's table of contents lists it, and how those of a committed index are opened."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.codec.base import Codec, Segment
from whoosh.filedb.filestore import FileStorage
from whoosh.index import TOC, FileIndex

from index.backends.whoosh.segment_arrays import SegmentArrays

EXTENSION = ".arrays"


class ArraySegment(Segment):  # type: ignore[misc]  # whoosh is untyped
    """One file of arrays, and which of its documents were deleted since it was written.

    Pickled by Whoosh into its table of contents.

    Args:
        codec: reads it.
        index_name: Whoosh's name of the index.
    """

    def __init__(self, codec: Codec, index_name: str) -> None:
        super().__init__(index_name)
        self._codec = codec
        self._size = 0
        self._deleted: set[int] = set()

    def codec(self) -> Codec:
        """What reads it."""
        return self._codec

    def path(self, storage: FileStorage) -> Path:
        """Its file."""
        name: str = self.make_filename(EXTENSION)
        return Path(storage.folder, name)

    def live(self) -> NDArray[np.bool_] | None:
        """For each document whether it is not deleted; None when all are there."""
        if not self._deleted:
            return None
        mask = np.ones(self._size, np.bool_)
        mask[list(self._deleted)] = False
        return mask

    def should_assemble(self) -> bool:
        """One file needs no compound file around it."""
        return False

    def set_doc_count(self, count: int) -> None:
        """Say how many documents it has."""
        self._size = count

    def doc_count_all(self) -> int:
        """How many documents it has, deleted ones included."""
        return self._size

    def deleted_count(self) -> int:
        """How many of them are deleted."""
        return len(self._deleted)

    def deleted_docs(self) -> Iterator[int]:
        """Their numbers."""
        return iter(self._deleted)

    def delete_document(self, number: int, delete: bool = True) -> None:
        """Delete a document, or take that back."""
        if delete:
            self._deleted.add(number)
        else:
            self._deleted.discard(number)

    def is_deleted(self, number: int) -> bool:
        """Whether a document is deleted."""
        return number in self._deleted


class OpenSegment(NamedTuple):
    """A segment of an index, open.

    Attributes:
        arrays: what it holds.
        first: the number of its first document, counted over all segments.
        live: for each of its documents whether it is not deleted; None when all are there.
    """

    arrays: SegmentArrays
    first: int
    live: NDArray[np.bool_] | None


def opened_segments(index: FileIndex) -> list[OpenSegment]:
    """The segments of an index as last committed, in the order of document numbers.

    Raises:
        IndexUnavailable: a file of arrays is missing or damaged.
    """
    return opened(TOC.read(index.storage, index.indexname, schema=index.schema).segments, index.storage)


def opened(segments: list[ArraySegment], storage: FileStorage) -> list[OpenSegment]:
    """Some segments of one index, in the order of document numbers."""
    found, first = [], 0
    for segment in segments:
        found.append(OpenSegment(SegmentArrays.open(segment.path(storage)), first, segment.live()))
        first += segment.doc_count_all()
    return found
