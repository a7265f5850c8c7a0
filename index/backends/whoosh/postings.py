"""Postings: the documents of a term and its positions in them, as arrays, over all segments of an index."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray
from whoosh.reading import TermNotFound

from index.backends.whoosh.schema import POSITION

Numbers = NDArray[np.int64]
"""Ascending document (or sentence) numbers, or anything counted beside them."""

Leaves = Sequence[tuple[Any, int]]
"""Whoosh's segment readers, each with the number of its first document."""

POSITION_BITS = 32
"""An occurrence is one number: its document in the high bits, its position in the low ones."""


class Postings(NamedTuple):
    """The postings of a term.

    Attributes:
        documents: int64 (n,), ascending, deleted ones left out.
        frequencies: int64 (n,), how often the term is in each.
        positions: uint32 (sum of frequencies,), ascending within each document; none for whole values.
    """

    documents: Numbers
    frequencies: Numbers
    positions: NDArray[np.uint32]

    @property
    def occurrences(self) -> Numbers:
        """Every occurrence as one ascending number (`POSITION_BITS`)."""
        return (np.repeat(self.documents, self.frequencies) << POSITION_BITS) + self.positions


def read_postings(leaves: Leaves, field: str, term: str) -> Postings:
    """Read the postings of a term from every segment; of deleted documents there are none.

    Args:
        leaves: the segment readers.
        term: a key, a value, or the sentence mark.

    Returns:
        The postings; empty if no document has the term.
    """
    documents: list[int] = []
    values: list[bytes] = []
    for reader, first in leaves:
        try:
            matcher = reader.postings(field, term.encode())
        except TermNotFound:
            continue
        while matcher.is_active():
            documents.append(first + matcher.id())
            values.append(matcher.value() or b"")
            matcher.next()
    sizes = np.fromiter(map(len, values), np.int64, len(values))
    positions = np.frombuffer(b"".join(values), POSITION)
    return Postings(np.array(documents, np.int64), sizes // POSITION.itemsize, positions)


def merge_postings(several: Sequence[Postings]) -> Postings:
    """The postings of several terms of one field, as if they were one term."""
    if len(several) == 1:
        return several[0]
    if not several:
        return from_occurrences(np.empty(0, np.int64))
    return from_occurrences(np.sort(np.concatenate([postings.occurrences for postings in several])))


def from_occurrences(occurrences: Numbers) -> Postings:
    """Postings from ascending occurrences."""
    documents, frequencies = np.unique(occurrences >> POSITION_BITS, return_counts=True)
    return Postings(documents, frequencies.astype(np.int64), (occurrences & 0xFFFFFFFF).astype(np.uint32))
