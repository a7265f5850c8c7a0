"""Conditions on whole documents: values, dates and filters, as sets that are kept for the next query."""

from __future__ import annotations

from functools import lru_cache

from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.units import Mask, Units, intersection, union
from index.query import UNKNOWN, DateRange, FacetFilter, Keyword

KEPT_BYTES = 1 << 26
"""Room for the sets that are kept: a filter then costs nothing from the second page on."""
_DOCUMENT_BYTES = 9
"""What a set takes at most for each document of the index: a truth value and a number."""
_FEWEST_KEPT = 4

Condition = Keyword | DateRange | FacetFilter


class Conditions:
    """The conditions of queries to one snapshot.

    Args:
        snapshot: what is read.
    """

    def __init__(self, snapshot: Snapshot) -> None:
        self._snapshot = snapshot
        kept = max(_FEWEST_KEPT, KEPT_BYTES // (_DOCUMENT_BYTES * max(1, snapshot.size)))
        self.units = lru_cache(maxsize=kept)(self._units)

    def _units(self, condition: Condition) -> Units:
        """The living documents that meet a condition."""
        match condition:
            case Keyword(field, values):
                return union([self._valued(field, value) for value in values], self._snapshot.size)
            case DateRange():
                return self._living(self._dated(condition))
            case FacetFilter(field, include, exclude):
                included = self.units(Keyword(field, include)) if include else self._snapshot.everything
                if not exclude:
                    return included
                excluded = self.units(Keyword(field, exclude))
                return intersection([included, Units.marked(~excluded.mask)])

    def _valued(self, field: str, value: str) -> Units:
        if field in self._snapshot.fields.date:
            return self._living(self._snapshot.numbers(f"{field}_first") == 0)
        if value == UNKNOWN:
            return self._living(self._snapshot.values(field).without_value())
        return self._snapshot.having(field, value).units

    def _dated(self, dates: DateRange) -> Mask:
        """Undated documents are in no range; a range that ends before it begins has no day."""
        start, end = (self._snapshot.numbers(f"{dates.field}_{name}") for name in ("first", "last"))
        mask: Mask = start > 0
        first = dates.first.toordinal() if dates.first else 1
        if dates.certain:
            mask = mask & (first <= start)
            return mask & (end <= dates.last.toordinal()) if dates.last else mask
        mask = mask & (first <= end)
        if dates.last is None:
            return mask
        return mask & (start <= dates.last.toordinal()) & (first <= dates.last.toordinal())

    def _living(self, mask: Mask) -> Units:
        return intersection([self._snapshot.everything, Units.marked(mask)])
