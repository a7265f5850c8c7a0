"""Phrases and nearness: which occurrences stand side by side.

Everything works on occurrences, ascending int64 with a unit (document or sentence) in the high bits and a
position in the low ones: words of one phrase are the same number once each is moved back by its place in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import numpy as np

from archive.text.syllables import fold
from index.backends.whoosh.postings import POSITION_BITS
from index.backends.whoosh.units import Numbers, contained
from index.query import Term

_WIDEST = 1 << (POSITION_BITS - 1)
"""A window may not reach into the next unit: no position is as large as this."""

_NEVER = np.iinfo(np.int64).max

MERGE_RATIO = 8
"""A list up to this many times as long is merged with, a longer one is searched. Measured: 120,000 among 120,000
occurrences take 1.1 ms by merging and 3.0 by searching, 40,000 among 120,000 take 0.7 and 1.2."""


def phrase(words: Sequence[Numbers]) -> Numbers:
    """Where words follow each other.

    Args:
        words: the occurrences of each word, in the order of the phrase.

    Returns:
        The occurrence of the first word of each place found.
    """
    if not words:
        return np.empty(0, np.int64)
    first, *others = sorted(range(len(words)), key=lambda place: len(words[place]))
    starts = words[first] - first
    for place in others:
        starts = shared(starts + place, words[place]) - place
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
    bits = len(words).bit_length()
    ordered = np.concatenate([occurrences << bits | word for word, (occurrences, _) in enumerate(words)])
    # Ascending runs, which numpy's stable sort merges.
    ordered.sort(kind="stable")
    starts, word_of = ordered >> bits, ordered & (1 << bits) - 1
    # Of several words at one place the first sees all of them.
    found = np.ones(len(starts), np.bool_)
    np.not_equal(starts[1:], starts[:-1], out=found[1:])
    ends = starts + min(width, _WIDEST)
    for word, (occurrences, needed) in enumerate(words):
        last = np.full(len(starts), _NEVER)
        last[np.flatnonzero(word_of == word)[: max(0, len(occurrences) - needed + 1)]] = occurrences[
            needed - 1 :
        ]
        # Where the word has occurred so often, counted from each place on: no search, 7 ms instead of 37 a query.
        found &= np.minimum.accumulate(last[::-1])[::-1] < ends
    return starts[found]


def needed_places(terms: Sequence[Term]) -> dict[Term, int]:
    """How many positions each distinct term of a window needs so that all terms can have one of their own.

    The spellings an `any` term stands for include those of the exact terms that fold to it, and different
    exact terms never share one; so it is enough (Hall's marriage theorem) that an exact term finds as many
    positions as it has repeats, and an `any` term as many as itself and all it includes.
    """
    repeats = Counter(Term(term.key, term.marks) for term in terms)
    return {term: sum(n for other, n in repeats.items() if _covers(term, other)) for term in repeats}


def shared(fewer: Numbers, more: Numbers) -> Numbers:
    """The numbers that are in both of two ascending arrays without repeats."""
    if len(fewer) * MERGE_RATIO < len(more):
        return fewer[contained(fewer, more)]
    merged = np.concatenate((fewer, more))
    # Two ascending runs are what numpy's stable sort merges in one pass.
    merged.sort(kind="stable")
    return merged.take(np.flatnonzero(merged[1:] == merged[:-1]))


def _covers(term: Term, other: Term) -> bool:
    return term == other or (term.marks == "any" and other.marks == "exact" and fold(other.key) == term.key)
