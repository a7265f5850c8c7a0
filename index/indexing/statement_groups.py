"""The same statement in several places: printed by several papers, or by one in two versions of a story.

Two statements are the same when the same speakers say the same words, syllable by syllable; in articles that are
near-duplicates of each other, nearly the same words are enough. How near is told by their sketches.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import count

import numpy as np
from numpy.typing import NDArray

from index.indexing.sketch_table import SketchTable
from index.indexing.statements import ANCHOR_SIGN

GROUPS_FILE = "statement_groups.json"

MOST_DIFFERENT_BITS = 16
"""A word in ten changed makes about 9 bits differ, other words 32 on average and fewer than 18 once in a thousand."""
LEAST_SYLLABLES = 8
"""Fewer are said on many occasions: outside near-duplicates they are no sign of a copy."""

Rows = NDArray[np.int64]


def same_statements(table: SketchTable, clusters: Mapping[str, str]) -> dict[str, str]:
    """The group of every statement that is printed more than once: a function of the set of statements.

    Args:
        clusters: near-duplicates: cluster by article.

    Returns:
        Group by statement id; a group is named by the smallest id in it.
    """
    pairs = [_equal_pairs(table), *_near_pairs(table, _stories(table, clusters))]
    first, second = (np.concatenate(side) for side in zip(*pairs, strict=True))
    components = _components(len(table.article), first, second)
    members: dict[int, list[str]] = defaultdict(list)
    rows = np.union1d(first, second)
    columns = (components[rows], table.article[rows], table.anchor[rows])
    for component, article, anchor in zip(*(column.tolist() for column in columns), strict=True):
        members[component].append(table.articles[article] + ANCHOR_SIGN + anchor.decode())
    groups = {identity: name for group in members.values() for name in [min(group)] for identity in group}
    return dict(sorted(groups.items()))


def _stories(table: SketchTable, clusters: Mapping[str, str]) -> NDArray[np.int64]:
    """The number of the cluster of each row, -1 where its article has none."""
    numbers: dict[str, int] = defaultdict(count().__next__)
    of_articles = [numbers[clusters[one]] if one in clusters else -1 for one in table.articles]
    return np.array(of_articles, np.int64)[table.article]


def _equal_pairs(table: SketchTable) -> tuple[Rows, Rows]:
    """Rows of equal words of equal speakers, each with the next of its kind."""
    rows = np.flatnonzero(table.syllables >= LEAST_SYLLABLES)
    rows = rows[np.lexsort((table.words[rows], table.speakers[rows]))]
    first, second = rows[:-1], rows[1:]
    are_same = _are_equal(first, second, table.speakers, table.words)
    return first[are_same], second[are_same]


def _near_pairs(table: SketchTable, stories: NDArray[np.int64]) -> Iterator[tuple[Rows, Rows]]:
    """Rows of nearly equal words of equal speakers in one story."""
    rows = np.flatnonzero(stories >= 0)
    rows = rows[np.lexsort((table.speakers[rows], stories[rows]))]
    places = np.arange(len(rows))
    # Rows that may be the same stand together: each is compared with the next, then with the one after that …
    for distance in count(1):
        places = places[places + distance < len(rows)]
        first, second = rows[places], rows[places + distance]
        may_be_same = _are_equal(first, second, table.speakers, stories)
        if not may_be_same.any():
            return
        places, first, second = places[may_be_same], first[may_be_same], second[may_be_same]
        are_long = np.minimum(table.syllables[first], table.syllables[second]) >= LEAST_SYLLABLES
        are_near = are_long & (_differing_bits(table, first, second) <= MOST_DIFFERENT_BITS)
        are_same = are_near | (table.words[first] == table.words[second])
        yield first[are_same], second[are_same]


def _are_equal(first: Rows, second: Rows, *columns: NDArray[np.generic]) -> NDArray[np.bool_]:
    """Whether two rows are equal in each of these columns."""
    found: NDArray[np.bool_] = np.logical_and.reduce([column[first] == column[second] for column in columns])
    return found


def _differing_bits(table: SketchTable, first: Rows, second: Rows) -> NDArray[np.int64]:
    differing = (table.bits[first] ^ table.bits[second])[:, np.newaxis].view(np.uint8)
    bits: NDArray[np.int64] = np.unpackbits(differing, axis=1).sum(axis=1, dtype=np.int64)
    return bits


def _components(rows: int, first: Rows, second: Rows) -> Rows:
    """For each row one row of its connected component, the same for all of them."""
    roots = np.arange(rows)
    while True:
        one, other = roots[first], roots[second]
        differ = one != other
        if not differ.any():
            return roots
        first, second, one, other = first[differ], second[differ], one[differ], other[differ]
        # Each root is put under the smallest root next to it, and everything is led to the last root of all.
        np.minimum.at(roots, np.maximum(one, other), np.minimum(one, other))
        while not np.array_equal(roots, further := roots[roots]):
            roots = further
