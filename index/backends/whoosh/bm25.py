"""Okapi BM25 of weighted fields ("simple BM25F"), as in Robertson and Zaragoza, The Probabilistic Relevance Framework
(2009), sections 3.5 and 3.6: frequencies and lengths are summed over the fields, each by its boost, before they are
levelled off."""

from __future__ import annotations

from collections.abc import Iterable
from math import log1p

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array

SATURATION = 1.2
"""k1: how soon more occurrences stop counting."""
LENGTH_NORMALISATION = 0.75
"""b: how much a long field weighs against itself."""


Scores = NDArray[np.float32]


def norms(weighted_lengths: Iterable[tuple[Array, float]]) -> Scores:
    """(documents,): how many occurrences count half as much as infinitely many, by the length of some fields.

    Args:
        weighted_lengths: for each field (documents,), its lengths in keys, and its boost; documents that have none
            of the fields have no part in the mean.
    """
    share: Scores = np.sum([lengths * np.float32(boost) for lengths, boost in weighted_lengths], axis=0)
    total = float(share.sum(dtype=np.float64))
    if total:
        share = share * np.float32(np.count_nonzero(share) / total)
    levelling: Scores = (share * LENGTH_NORMALISATION + (1 - LENGTH_NORMALISATION)) * np.float32(SATURATION)
    return levelling


def levelled(frequencies: Array, norms: Scores) -> Scores:
    """Frequencies levelled off to below one, sooner in long fields."""
    counted = frequencies.astype(np.float32)
    return counted / (counted + norms)


def rarity(having: int, documents: int) -> float:
    """Inverse document frequency of a word that so many of all documents have."""
    return log1p((documents - having + 0.5) / (having + 0.5))
