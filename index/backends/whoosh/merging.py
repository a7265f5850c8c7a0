"""Several segments, or runs of one that was too large for memory, made one file: array by array.

Terms are put in order in Python; postings never are: those of a term stand in order in every source, and the
documents of a source come after those of the source before. So the merged postings of a term are its slices one
after the other, with documents renumbered and deleted ones left out. They are copied a bounded number at a time,
straight into the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array, ArrayFileWriter, Slot, narrowed, narrowest
from index.backends.whoosh.inversion import numbered, numbering_type
from index.backends.whoosh.merge_parts import Part, Piece, spans
from index.backends.whoosh.segment_arrays import SegmentArrays, array_name, column_name, write_size
from index.backends.whoosh.terms import TermTable, running_sum, union

CHUNK = 1 << 21
"""Postings and positions copied at once (a term with more is copied whole): some 100 MB with what they need."""


class Source(NamedTuple):
    """What is merged: a segment, and which of its documents are kept; None: all."""

    arrays: SegmentArrays
    live: NDArray[np.bool_] | None = None

    @property
    def size(self) -> int:
        """How many documents are kept."""
        return self.arrays.size if self.live is None else int(np.count_nonzero(self.live))


def merge(sources: Sequence[Source], path: Path, chunk: int = CHUNK) -> None:
    """Write one new segment: the documents of others that are kept, in their order.

    What is written is, byte for byte, what would have been written of these documents at once.

    Args:
        sources: at least one, all of one collection.
        path: the new file.
        chunk: postings and positions copied at once.
    """
    firsts = running_sum(np.array([source.size for source in sources])).tolist()
    size = firsts.pop()
    with ArrayFileWriter(path) as file:
        write_size(file, size)
        for column in sources[0].arrays.columns:
            numbers = [_kept(source.arrays.numbers(column), source.live) for source in sources]
            file.write(column_name(column), narrowed(np.concatenate(numbers)))
        for field in sources[0].arrays.fields:
            parts = [
                Part(source.arrays.field(field), source.live, first)
                for source, first in zip(sources, firsts, strict=True)
            ]
            _FieldMerge(parts, size).write(file, field, chunk)


class _FieldMerge:
    """One field of all sources.

    Args:
        parts: the field in each.
        size: documents of the new segment.
    """

    def __init__(self, parts: Sequence[Part], size: int) -> None:
        self._parts = parts
        self._size = size
        terms = [part.terms() for part in parts]
        ascending = union(terms)
        self._table = TermTable.of(ascending)
        ordinals = {term: ordinal for ordinal, term in enumerate(ascending)}
        self._ordinals = [np.fromiter(map(ordinals.__getitem__, kept), np.int64, len(kept)) for kept in terms]
        self._document_counts = self._added([part.document_counts for part in parts])
        self._position_counts = self._added([part.position_counts for part in parts])

    def write(self, file: ArrayFileWriter, field: str, chunk: int) -> None:
        """Write the arrays of the field, in the order of `ARRAY_NAMES`."""

        def name(array: str) -> str:
            return array_name(field, array)

        shape = self._parts[0].postings
        file.write(name("terms"), self._table.blob)
        file.write(name("term_lengths"), self._table.lengths)
        file.write(name("document_counts"), narrowed(self._document_counts))
        postings, positions = int(self._document_counts.sum()), int(self._position_counts.sum())
        slots = [file.reserve(name("documents"), numbering_type(self._size), postings)]
        if shape.positions is not None:
            frequency, position = np.max([part.largest(chunk) for part in self._parts], axis=0).tolist()
            slots.append(file.reserve(name("frequencies"), narrowest(frequency), postings))
            file.write(name("position_counts"), narrowed(self._position_counts))
            slots.append(file.reserve(name("positions"), narrowest(position), positions))
        self._copy(slots, chunk)
        if shape.values is not None:
            file.write(
                name("value_counts"), narrowed(np.concatenate([p.value_counts() for p in self._parts]))
            )
            values = [
                part.values(ordinals) for part, ordinals in zip(self._parts, self._ordinals, strict=True)
            ]
            file.write(name("values"), numbered(np.concatenate(values), len(self._table)))

    def _copy(self, slots: Sequence[Slot], chunk: int) -> None:
        for first, end in spans(self._document_counts + self._position_counts, chunk):
            shares = [np.searchsorted(ordinals, (first, end)) for ordinals in self._ordinals]
            pieces = [
                part.piece(int(start), int(stop))
                for part, (start, stop) in zip(self._parts, shares, strict=True)
            ]
            terms = np.concatenate(
                [ordinals[start:stop] for ordinals, (start, stop) in zip(self._ordinals, shares, strict=True)]
            )
            # Stable: pieces of one term stay in the order of the sources.
            order = np.argsort(terms, kind="stable")
            # A keyword field has a slot for documents only.
            for slot, array in zip(slots, _joined(pieces, order), strict=False):
                slot.append(array)

    def _added(self, counts: Sequence[NDArray[np.int64]]) -> NDArray[np.int64]:
        total = np.zeros(len(self._table), np.int64)
        for ordinals, some in zip(self._ordinals, counts, strict=True):
            total[ordinals] += some
        return total


def _joined(pieces: Sequence[Piece], order: NDArray[np.int64]) -> Iterator[Array]:
    """Documents, frequencies and positions of some pieces, in the order of their terms."""
    document_counts = np.concatenate([piece.document_counts for piece in pieces])
    yield _arranged([piece.documents for piece in pieces], document_counts, order)
    yield _arranged([piece.frequencies for piece in pieces], document_counts, order)
    position_counts = np.concatenate([piece.position_counts for piece in pieces])
    yield _arranged([piece.positions for piece in pieces], position_counts, order)


def _arranged(arrays: Sequence[Array], counts: NDArray[np.int64], order: NDArray[np.int64]) -> Array:
    """Slices of these sizes, which stand one after the other in some arrays, put into another order."""
    starts, counts = running_sum(counts)[:-1][order], counts[order]
    places = np.repeat(starts - running_sum(counts)[:-1], counts) + np.arange(counts.sum())
    arranged: Array = np.concatenate(arrays)[places]
    return arranged


def _kept(numbers: Array, live: NDArray[np.bool_] | None) -> Array:
    return numbers if live is None else numbers[live]
