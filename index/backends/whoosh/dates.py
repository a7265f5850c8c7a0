"""Orders by date: newest or oldest first, undated last in both, then by id."""

from __future__ import annotations

from functools import cached_property

import numpy as np

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.identities import Identities
from index.backends.whoosh.units import Numbers, Units
from index.query import Sort

_RANK_BITS = 32
"""A place in an order is one number: the day in the high bits, the rank of the id in the low ones."""
_UNDATED = 1 << 24
"""Later than any day."""
_CHUNK_DOCUMENTS = 1024


class DateOrders:
    """The orders by date of all documents.

    Args:
        days: (documents,), the first day of each as an ordinal, 0 where undated.
        identities: their ids.
    """

    def __init__(self, days: Array, identities: Identities) -> None:
        self._days = days
        self._identities = identities

    def keys(self, documents: Numbers, sort: Sort) -> Numbers:
        """For each of some documents a number that orders them; newest first but for `oldest`."""
        days = self._days.take(documents).astype(np.int64)
        places = np.where(days == 0, _UNDATED, days if sort == "oldest" else _UNDATED - 1 - days)
        return (places << _RANK_BITS) + self._identities.ranks.take(documents)

    def first(self, units: Units, sort: Sort, count: int) -> Numbers:
        """The first `count` documents of a set, in order."""
        if units.is_dense and count < len(units):
            return self._first_marked(units, sort, count)
        documents = units.numbers
        keys = self.keys(documents, sort)
        return documents.take(smallest(keys, count))

    def _first_marked(self, units: Units, sort: Sort, count: int) -> Numbers:
        """Those found first on a walk through all documents in order.

        Measured for 10 of 50,000 among 100,000: 0.02 ms; the keys of the 50,000 would take 0.5.
        """
        order = self._oldest if sort == "oldest" else self._newest
        found: list[Numbers] = []
        start, chunk = 0, max(_CHUNK_DOCUMENTS, 2 * count)
        while sum(map(len, found)) < count:
            part = order[start : start + chunk]
            found.append(part[units.mask.take(part)])
            start, chunk = start + chunk, 2 * chunk
        return np.concatenate(found)[:count].astype(np.int64)

    @cached_property
    def _newest(self) -> Array:
        return self._order("newest")

    @cached_property
    def _oldest(self) -> Array:
        return self._order("oldest")

    def _order(self, sort: Sort) -> Array:
        everything = np.arange(len(self._days))
        return np.argsort(self.keys(everything, sort)).astype(np.uint32)


def smallest(keys: Numbers, count: int) -> Numbers:
    """The places of the `count` smallest of some different numbers, in their order."""
    if count < len(keys):
        places = np.argpartition(keys, count - 1)[:count] if count else np.empty(0, np.int64)
    else:
        places = np.arange(len(keys))
    return places.take(np.argsort(keys.take(places)))
