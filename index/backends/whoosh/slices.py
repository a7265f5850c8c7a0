"""The postings of some terms of one field in one segment: slices of its arrays."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

import numpy as np

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.field_postings import CHECKPOINT_POSTINGS, FieldPostings
from index.backends.whoosh.lexicon import Span
from index.backends.whoosh.units import SEARCH_RATIO, Numbers, Units


class TermSlices:
    """Postings are counted through all slices; their places are those in `documents`.

    Args:
        postings: of the field in the segment.
        first_document: number of the segment's first document.
        spans: runs of neighbouring terms.
    """

    def __init__(self, postings: FieldPostings, first_document: int, spans: Sequence[Span]) -> None:
        starts = postings.document_starts
        self._postings = postings
        self._first_document = first_document
        self._spans = spans
        self._bounds = [(int(starts[first]), int(starts[last])) for first, last in spans]
        self.is_one_term = len(spans) == 1 and spans[0][1] - spans[0][0] == 1

    @cached_property
    def documents(self) -> Numbers:
        """The document of each posting, ascending within a term, deleted ones too."""
        documents = self._sliced(self._postings.documents).astype(np.int64)
        if self._first_document:
            documents += self._first_document
        return documents

    @cached_property
    def frequencies(self) -> Array:
        """The frequency of each posting."""
        assert self._postings.frequencies is not None, "a keyword has no frequencies"
        return self._sliced(self._postings.frequencies)

    @property
    def positions(self) -> Array:
        """Those of the whole field."""
        assert self._postings.positions is not None, "a keyword has no positions"
        return self._postings.positions

    def places(self, within: Units) -> Numbers:
        """The places of the postings of some documents."""
        if self.is_one_term and len(within) * SEARCH_RATIO < len(self.documents):
            places = self.documents.searchsorted(within.numbers)
            found: Numbers = places[self.documents.take(places, mode="clip") == within.numbers]
            return found
        return np.flatnonzero(within.holds(self.documents))

    def frequencies_at(self, places: Numbers) -> Array:
        """The frequencies of some postings."""
        assert self._postings.frequencies is not None, "a keyword has no frequencies"
        return self._postings.frequencies.take(self._indexes(places))

    def positions_begin(self, places: Numbers) -> Numbers:
        """Where the positions of some postings begin in `positions`."""
        if len(places) * CHECKPOINT_POSTINGS < len(self.documents):
            return self._postings.positions_begin(self._indexes(places))
        before, _ = begins(self.frequencies)
        if len(self._spans) > 1:
            before += self._shifts(
                before, [self._postings.position_starts[first] for first, _ in self._spans]
            )
        else:
            before += self._postings.position_starts[self._spans[0][0]]
        begin: Numbers = before.take(places)
        return begin

    def _indexes(self, places: Numbers) -> Numbers:
        """The places of some postings among all of the field."""
        if len(self._bounds) == 1:
            return places + self._bounds[0][0]
        slices = self._ends.searchsorted(places, "right")
        shifts = np.array([begin for begin, _ in self._bounds]) - np.concatenate(([0], self._ends[:-1]))
        moved: Numbers = places + shifts.take(slices)
        return moved

    def _shifts(self, before: Numbers, starts: Sequence[int]) -> Numbers:
        """For each posting what its slice is moved by so that it begins where the positions of its terms do."""
        firsts = np.concatenate(([0], self._ends[:-1]))
        return np.repeat(np.array(starts) - before.take(firsts), np.diff(self._ends, prepend=0))

    @cached_property
    def _ends(self) -> Numbers:
        return np.cumsum([end - begin for begin, end in self._bounds])

    def _sliced(self, array: Array) -> Array:
        if len(self._bounds) == 1:
            [(begin, end)] = self._bounds
            return array[begin:end]
        return np.concatenate([array[begin:end] for begin, end in self._bounds])


def begins(counts: Array) -> tuple[Numbers, int]:
    """Where parts of these sizes begin when they stand one after the other, and how long they are together."""
    ends = np.cumsum(counts, dtype=np.int64)
    return ends - counts, int(ends[-1]) if len(ends) else 0
