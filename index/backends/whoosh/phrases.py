"""Phrases and nearness: which occurrences stand side by side.

Everything works on occurrences, ascending int64 with a unit (document or sentence) in the high bits and a
position in the low ones: words of one phrase are the same number once each is moved back by its place in it.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.postings import POSITION_BITS, Numbers

_WIDEST = 1 << (POSITION_BITS - 1)
"""A window may not reach into the next unit: no position is as large as this."""


def phrase(words: Sequence[Numbers]) -> Numbers:
    """Where words follow each other.

    Args:
        words: the occurrences of each word, in the order of the phrase.

    Returns:
        The occurrence of the first word of each place found.
    """
    if not words:
        return np.empty(0, np.int64)
    rarest_first = sorted(range(len(words)), key=lambda place: len(words[place]))
    starts = words[rarest_first[0]] - rarest_first[0]
    for place in rarest_first[1:]:
        starts = starts[contained(starts, words[place] - place)]
    return starts


def near(words: Sequence[tuple[Numbers, int]], width: int) -> Numbers:
    """Windows that hold enough of every word.

    Args:
        words: for each distinct word its occurrences, and how many of them the window needs.
        width: positions in a window.

    Returns:
        The occurrence that begins each window found; windows begin with an occurrence of some word.
    """
    if not words or width < 1:
        return np.empty(0, np.int64)
    starts = np.unique(np.concatenate([occurrences for occurrences, _ in words]))
    ends = starts + min(width, _WIDEST)
    for occurrences, needed in words:
        held = np.searchsorted(occurrences, ends) - np.searchsorted(occurrences, starts)
        starts, ends = starts[held >= needed], ends[held >= needed]
    return starts


def contained(numbers: Numbers, within: Numbers) -> NDArray[np.bool_]:
    """For each of some numbers whether it is among others (ascending, no repeats)."""
    if not len(within):
        return np.zeros(len(numbers), np.bool_)
    places = np.searchsorted(within, numbers)
    found: NDArray[np.bool_] = within[np.minimum(places, len(within) - 1)] == numbers
    return found
