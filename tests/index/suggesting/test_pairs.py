"""Which syllable stands behind which, in how many documents."""

from __future__ import annotations

import numpy as np

from archive.text.syllables import fold
from index.suggesting.pairs import Pairs

KEYS = ["a", "b", "b'", "c"]


def pairs(*texts: str) -> Pairs:
    parts = [
        (np.array([KEYS.index(key) for key in text.split()], np.int64), np.full(len(text.split()), number))
        for number, text in enumerate(texts)
    ]
    return Pairs.counted(KEYS, parts, len(texts))


def test_a_pair_counts_once_a_document() -> None:
    counted = pairs("a b a b", "b c", "a b c")
    assert counted.sampled == 3
    assert counted.count("a", "b") == 2
    assert counted.count("b", "c") == 2
    assert counted.count("b", "a") == 1
    assert counted.count("c", "a") == counted.count("a", "x") == counted.count("x", "a") == 0


def test_documents_are_not_neighbours() -> None:
    assert pairs("a b", "c a").count("b", "c") == 0


def test_what_follows_comes_most_first() -> None:
    assert list(pairs("a b", "a c", "a c b'").following("a")) == [("c", 2), ("b", 1)]
    assert list(pairs("a b").following("x")) == []


def test_keys_of_one_name_are_counted_together() -> None:
    unmarked = pairs("a b", "a b'", "b' c").renamed(fold)
    assert unmarked.count("a", "b") == 2
    assert list(unmarked.following("b")) == [("c", 1)]


def test_nothing_has_no_pairs() -> None:
    assert Pairs.counted([], (), 0).renamed(fold).count("a", "b") == 0
    assert list(pairs().following("a")) == []
