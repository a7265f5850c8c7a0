"""Sets of units (documents, or sentences), and what can be done with them.

A set is kept as ascending numbers or as a mask; each is made from the other when first asked for, and kept.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import reduce

import numpy as np
from numpy.typing import NDArray

Numbers = NDArray[np.int64]
"""Ascending document (or sentence) numbers, or anything counted beside them."""

Mask = NDArray[np.bool_]
"""One truth value a unit."""

SEARCH_RATIO = 40
"""A list this many times as long is searched, number by number; a shorter one is made a mask. Measured at 100,000
units, 50,000 in the longer list: 1,000 numbers take 80 µs by search and 114 by mask, 5,000 take 370 and 150."""

DENSE_RATIO = 8
"""A set of more than one in this many units is handled as a mask. Measured at 100,000 units: to keep 5,000 numbers
that are in a mask takes 30 µs, 20,000 take 200; masks are joined in 6 and read off in 110."""


class Units:
    """A set of units. Immutable, safe for threads; made by `of` or `marked`.

    Attributes:
        size: how many units there are, in the set or not.
    """

    __slots__ = ("_count", "_mask", "_numbers", "size")

    def __init__(self, size: int, numbers: Numbers | None, mask: Mask | None) -> None:
        self.size = size
        self._numbers = numbers
        self._mask = mask
        self._count = -1 if numbers is None else len(numbers)

    @classmethod
    def of(cls, numbers: Numbers, size: int) -> Units:
        """The set of these ascending numbers, each there once."""
        return cls(size, numbers, None)

    @classmethod
    def marked(cls, mask: Mask) -> Units:
        """The set of the units a mask is true for."""
        return cls(len(mask), None, mask)

    @classmethod
    def all(cls, size: int) -> Units:
        """The set of every unit."""
        return cls(size, None, np.ones(size, np.bool_))

    def __len__(self) -> int:
        """How many units are in the set."""
        if self._count < 0:
            self._count = int(np.count_nonzero(self.mask))
        return self._count

    @property
    def is_dense(self) -> bool:
        """Whether the set is better handled as a mask."""
        return len(self) * DENSE_RATIO > self.size

    @property
    def numbers(self) -> Numbers:
        """The units, ascending."""
        if self._numbers is None:
            self._numbers = np.flatnonzero(self.mask)
        return self._numbers

    @property
    def mask(self) -> Mask:
        """For each unit whether it is in the set."""
        if self._mask is None:
            mask = np.zeros(self.size, np.bool_)
            mask[self._numbers] = True
            self._mask = mask
        return self._mask

    def holds(self, numbers: Numbers) -> Mask:
        """For each of some units, in any order, whether it is in the set."""
        if self._mask is None and len(numbers) * SEARCH_RATIO < len(self):
            return contained(numbers, self.numbers)
        found: Mask = self.mask.take(numbers)
        return found


def contained(numbers: Numbers, within: Numbers) -> Mask:
    """For each of some numbers whether it is among others (ascending)."""
    if not len(within):
        return np.zeros(len(numbers), np.bool_)
    places = within.searchsorted(numbers)
    found: Mask = within.take(places, mode="clip") == numbers
    return found


def distinct(numbers: Numbers, size: int) -> Units:
    """The set of some numbers, in any order and with repeats."""
    if len(numbers) * DENSE_RATIO > size:
        mask = np.zeros(size, np.bool_)
        mask[numbers] = True
        return Units.marked(mask)
    ordered = np.sort(numbers)
    is_first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return Units.of(ordered[is_first], size)


def intersection(sets: Sequence[Units]) -> Units:
    """The units that are in every one of some sets, of which there is at least one."""
    rarest, *others = sorted(sets, key=len)
    if not others:
        return rarest
    if rarest.is_dense:
        return Units.marked(reduce(np.logical_and, [units.mask for units in (rarest, *others)]))
    numbers = rarest.numbers
    for units in others:
        numbers = numbers[units.holds(numbers)]
    return Units.of(numbers, rarest.size)


def union(sets: Sequence[Units], size: int) -> Units:
    """The units that are in at least one of some sets."""
    *others, largest = sorted(sets, key=len) or [Units.of(np.empty(0, np.int64), size)]
    others = [units for units in others if len(units)]
    if not others:
        return largest
    rest = sum(map(len, others))
    if rest * SEARCH_RATIO < len(largest):
        few = union(others, size).numbers
        missing = few[~largest.holds(few)]
        if not len(missing):
            return largest
        return Units.of(np.insert(largest.numbers, largest.numbers.searchsorted(missing), missing), size)
    if (rest + len(largest)) * DENSE_RATIO > size:
        return Units.marked(_marked([*others, largest], size))
    return distinct(np.concatenate([units.numbers for units in (*others, largest)]), size)


def at_least(count: int, sets: Sequence[Units], size: int) -> Units:
    """The units that are in at least `count` (one or more) of some sets."""
    if count > len(sets):
        return Units.of(np.empty(0, np.int64), size)
    if sum(map(len, sets)) * DENSE_RATIO > size:
        counts = np.zeros(size, np.min_scalar_type(len(sets)))
        for units in sets:
            if units.is_dense:
                counts += units.mask
            else:
                counts[units.numbers] += 1
        return Units.marked(counts >= count)
    ordered = np.sort(np.concatenate([units.numbers for units in sets]))
    # In order, the unit that stands at a place and `count - 1` places on is there so often.
    last = max(0, len(ordered) - count + 1)
    return distinct(ordered[:last][ordered[:last] == ordered[count - 1 :]], size)


def _marked(sets: Sequence[Units], size: int) -> Mask:
    mask = np.zeros(size, np.bool_)
    for units in sets:
        if units.is_dense:
            mask |= units.mask
        else:
            mask[units.numbers] = True
    return mask
