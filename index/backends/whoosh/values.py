"""The values of a keyword field as ordinals, so that a facet is one count over an array."""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.postings import Numbers
from index.query import UNKNOWN
from index.results import Facet, FacetValue


class Values:
    """Which documents have which value of one field; those without any have `UNKNOWN`.

    Args:
        named: the documents of each value.
        live: which document numbers count at all.
    """

    def __init__(self, named: Mapping[str, Numbers], live: NDArray[np.bool_]) -> None:
        valueless = live.copy()
        for documents in named.values():
            valueless[documents] = False
        by_value = {**named, UNKNOWN: np.flatnonzero(valueless)}
        self._names = sorted(by_value)
        self._ordinal = {name: ordinal for ordinal, name in enumerate(self._names)}
        sizes = [len(by_value[name]) for name in self._names]
        self._documents = np.concatenate([by_value[name] for name in self._names])
        self._ordinals = np.repeat(np.arange(len(self._names)), sizes)
        self._ends = np.cumsum(sizes)

    def documents(self, value: str) -> Numbers:
        """The documents that have a value."""
        if value not in self._ordinal:
            return np.empty(0, np.int64)
        ordinal = self._ordinal[value]
        start = self._ends[ordinal - 1] if ordinal else 0
        return self._documents[start : self._ends[ordinal]]

    def facet(self, field: str, limit: int, counted: NDArray[np.bool_]) -> Facet:
        """Count the values of some documents.

        Args:
            field: name for the facet.
            limit: how many values to return.
            counted: mask over document numbers.
        """
        counts = np.bincount(self._ordinals[counted[self._documents]], minlength=len(self._names))
        ranked = np.argsort(-counts, kind="stable")[: max(0, limit)]
        values = tuple(FacetValue(self._names[i], "", int(counts[i])) for i in ranked if counts[i])
        return Facet(field, values, int(np.count_nonzero(counts)))
