"""Postings: the documents of a word in one field and its positions in them, over all segments of an index."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.slices import TermSlices, begins
from index.backends.whoosh.units import SEARCH_RATIO, Mask, Numbers, Units, distinct

POSITION_BITS = 32
"""An occurrence is one number: its document in the high bits, its position in the low ones."""


class Postings(ABC):
    """What is asked of a word, or of anything that occurs as a word does.

    Attributes:
        size: how many documents the index has.
    """

    size: int

    @property
    @abstractmethod
    def units(self) -> Units:
        """The documents it is in, deleted ones left out."""

    @property
    @abstractmethod
    def frequencies(self) -> Array:
        """How often it is in each of the documents, in their order."""

    @abstractmethod
    def occurrences(self, within: Units) -> Numbers:
        """Every occurrence in some living documents as one ascending number (`POSITION_BITS`)."""

    def frequencies_in(self, documents: Numbers) -> Array:
        """How often it is in each of some documents, ascending: 0 where it is not."""
        held, frequencies = self.units.numbers, self.frequencies
        if not len(held):
            return np.zeros(len(documents), np.uint8)
        places = held.searchsorted(documents)
        found: Array = frequencies.take(places, mode="clip")
        return np.where(held.take(places, mode="clip") == documents, found, 0)

    def add_frequencies(self, by_document: NDArray[np.float32], boost: float) -> None:
        """Add its frequencies, each `boost` times, to numbers by document."""
        by_document[self.units.numbers] += self.frequencies * np.float32(boost)


class TermPostings(Postings):
    """The postings of some terms of one field, as if they were one.

    Args:
        parts: the terms in each segment that has any, in order.
        size: how many documents the index has.
        live: which of them are not deleted; None if none is.
    """

    def __init__(self, parts: Sequence[TermSlices], size: int, live: Mask | None) -> None:
        self.size = size
        self._parts = parts
        self._live = live
        self._is_one_term = all(part.is_one_term for part in parts)

    @cached_property
    def units(self) -> Units:
        """See `Postings.units`."""
        return Units.of(self._listed, self.size) if self._is_one_term else distinct(self._listed, self.size)

    @cached_property
    def frequencies(self) -> Array:
        """See `Postings.frequencies`."""
        if self._is_one_term:
            return self._listed_frequencies
        places = self.units.numbers.searchsorted(self._listed)
        return np.bincount(places, self._listed_frequencies, len(self.units))

    def add_frequencies(self, by_document: NDArray[np.float32], boost: float) -> None:
        """See `Postings.add_frequencies`."""
        if self._is_one_term or len(self._listed) * SEARCH_RATIO < self.size:
            super().add_frequencies(by_document, boost)
        else:
            counted = np.bincount(self._listed, self._listed_frequencies, self.size)
            np.add(by_document, counted * boost, out=by_document, casting="same_kind")

    def occurrences(self, within: Units) -> Numbers:
        """See `Postings.occurrences`."""
        found = _joined([_occurrences(part, within) for part in self._parts])
        if not self._is_one_term:
            found.sort()
        return found

    @cached_property
    def _listed(self) -> Numbers:
        """The living document of each posting, ascending within a term."""
        listed = self._all_listed
        return listed if self._kept is None else listed.take(self._kept)

    @cached_property
    def _listed_frequencies(self) -> Array:
        """The frequency of each living posting."""
        listed = _joined([part.frequencies for part in self._parts])
        return listed if self._kept is None else listed.take(self._kept)

    @cached_property
    def _kept(self) -> Numbers | None:
        """The places of the postings of living documents; None if all are."""
        return None if self._live is None else np.flatnonzero(self._live.take(self._all_listed))

    @property
    def _all_listed(self) -> Numbers:
        return _joined([part.documents for part in self._parts])


class FoundPostings(Postings):
    """Places that were found, as the postings of a word that stands there.

    Args:
        occurrences: ascending.
        size: how many documents the index has.
    """

    def __init__(self, occurrences: Numbers, size: int) -> None:
        self.size = size
        self._occurrences = occurrences
        documents, firsts = documents_of(occurrences)
        self._units = Units.of(documents, size)
        self._frequencies = np.diff(firsts, append=len(occurrences))

    @property
    def units(self) -> Units:
        """See `Postings.units`."""
        return self._units

    @property
    def frequencies(self) -> Array:
        """See `Postings.frequencies`."""
        return self._frequencies

    def occurrences(self, within: Units) -> Numbers:
        """See `Postings.occurrences`."""
        return self._occurrences[within.holds(self._occurrences >> POSITION_BITS)]


def documents_of(occurrences: Numbers) -> tuple[Numbers, Numbers]:
    """The documents of some occurrences (ascending), and the place of the first occurrence in each."""
    documents = occurrences >> POSITION_BITS
    is_first = np.ones(len(documents), np.bool_)
    np.not_equal(documents[1:], documents[:-1], out=is_first[1:])
    firsts = np.flatnonzero(is_first)
    return documents.take(firsts), firsts


def _occurrences(part: TermSlices, within: Units) -> Numbers:
    places = part.places(within)
    frequencies = part.frequencies_at(places)
    gathered_before, total = begins(frequencies)
    # Where a posting's positions begin, less how many were gathered before it, is the same for all of them.
    gathered = np.repeat(part.positions_begin(places) - gathered_before, frequencies)
    gathered += np.arange(total)
    found = np.repeat(part.documents.take(places) << POSITION_BITS, frequencies)
    found += part.positions.take(gathered)
    return found


def _joined(parts: Sequence[Array]) -> Array:
    if len(parts) == 1:
        return parts[0]
    return np.concatenate(parts) if parts else np.empty(0, np.int64)
