"""One field of one source of a merge: what of its postings is kept, and under which document numbers."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.terms import running_sum

Counts = NDArray[np.int64]


class Piece(NamedTuple):
    """Kept postings of some consecutive terms; documents bear their new numbers."""

    document_counts: Counts
    documents: NDArray[np.int64]
    frequencies: Array
    position_counts: Counts
    positions: Array


class Part:
    """One field of one source. A field without positions has frequencies and positions of none here.

    Args:
        postings: those of the field.
        live: which documents of the source are kept; None: all.
        first: the new number of its first document.

    Attributes:
        kept_terms: ordinals of the terms that keep a posting; all that follows is of these.
        document_counts, position_counts: how many postings and positions each keeps.
    """

    def __init__(self, postings: FieldPostings, live: NDArray[np.bool_] | None, first: int) -> None:
        self.postings = postings
        self._live = live
        self._first = first
        document_counts = postings.document_counts.astype(np.int64)
        position_counts = np.zeros(len(postings.terms), np.int64)
        if postings.position_counts is not None:
            position_counts += postings.position_counts
        if live is not None:
            self._new_numbers = np.cumsum(live) + (first - 1)
            self._kept = live[postings.documents]
            document_counts = _sums(self._kept, postings)
            if postings.frequencies is not None:
                position_counts = _sums(self._kept * postings.frequencies, postings)
        self.kept_terms = np.flatnonzero(document_counts)
        self.document_counts = document_counts[self.kept_terms]
        self.position_counts = position_counts[self.kept_terms]

    def terms(self) -> list[bytes]:
        """The terms that keep a posting."""
        terms = list(self.postings.terms)
        if len(self.kept_terms) == len(terms):
            return terms
        return [terms[ordinal] for ordinal in self.kept_terms.tolist()]

    def piece(self, first: int, end: int) -> Piece:
        """The postings of `kept_terms[first:end]`."""
        terms = self.kept_terms[first:end]
        within = _slice(self.postings.document_starts, terms)
        documents = self.postings.documents[within]
        frequencies, positions = np.zeros(len(documents), np.uint8), np.empty(0, np.uint8)
        if self.postings.frequencies is not None and self.postings.positions is not None:
            frequencies = self.postings.frequencies[within]
            positions = self.postings.positions[_slice(self.postings.position_starts, terms)]
        if self._live is None:
            documents = documents + np.int64(self._first)
        else:
            # Postings of terms that keep none may lie between: they go with the others that are not kept.
            kept = self._kept[within]
            documents = self._new_numbers[documents[kept]]
            positions = positions[np.repeat(kept, frequencies)]
            frequencies = frequencies[kept]
        counts = self.document_counts[first:end], self.position_counts[first:end]
        return Piece(counts[0], documents, frequencies, counts[1], positions)

    def largest(self, chunk: int) -> tuple[int, int]:
        """The largest frequency and the largest position that are kept; `chunk` as for `merge`."""
        kept = [(0, 0)]
        for first, end in spans(self.document_counts + self.position_counts, chunk):
            piece = self.piece(first, end)
            kept.append((int(piece.frequencies.max()), int(piece.positions.max(initial=0))))
        return max(frequency for frequency, _ in kept), max(position for _, position in kept)

    def value_counts(self) -> Array:
        """Of a keyword field: how many values each kept document has."""
        counts = self.postings.value_counts
        assert counts is not None, "a text has no values"
        return counts if self._live is None else counts[self._live]

    def values(self, ordinals: NDArray[np.int64]) -> NDArray[np.int64]:
        """Of a keyword field: the values of the kept documents.

        Args:
            ordinals: for each of `kept_terms` its ordinal in the merged table.
        """
        values, counts = self.postings.values, self.postings.value_counts
        assert values is not None and counts is not None, "a text has no values"
        if self._live is not None:
            values = values[np.repeat(self._live, counts)]
        merged = np.zeros(len(self.postings.terms), np.int64)
        merged[self.kept_terms] = ordinals
        return merged[values]


def spans(sizes: Counts, chunk: int) -> Iterator[tuple[int, int]]:
    """Things of these sizes in consecutive spans of about `chunk` each, `[first, end)`; every span has one."""
    ends = running_sum(sizes)
    first = 0
    while first < len(sizes):
        end = max(first + 1, int(np.searchsorted(ends, ends[first] + chunk, "right")) - 1)
        yield first, end
        first = end


def _sums(numbers: Array, postings: FieldPostings) -> Counts:
    """For each term the sum over its postings; every term has one."""
    sums: Counts = np.add.reduceat(numbers, postings.document_starts[:-1], dtype=np.int64)
    return sums


def _slice(starts: NDArray[np.int64], terms: NDArray[np.int64]) -> slice:
    """What belongs to the terms from the first of some to the last."""
    return slice(int(starts[terms[0]]), int(starts[terms[-1] + 1])) if len(terms) else slice(0)
