"""Phrases and windows over occurrences."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from index.backends.whoosh.phrases import near, phrase, shared
from index.backends.whoosh.postings import POSITION_BITS
from index.backends.whoosh.units import Numbers


def occurrences(*places: tuple[int, int]) -> Numbers:
    """Occurrences from pairs of unit and position."""
    return np.array([(unit << POSITION_BITS) + position for unit, position in places], np.int64)


def test_a_phrase_begins_at_its_first_word() -> None:
    found = phrase([occurrences((0, 3), (1, 0)), occurrences((0, 4), (1, 2))])
    assert found.tolist() == occurrences((0, 3)).tolist()


def test_a_phrase_does_not_run_from_one_unit_into_the_next() -> None:
    last_place = (1 << POSITION_BITS) - 1
    assert not len(phrase([occurrences((0, last_place - 1), (1, 1)), occurrences((1, 0))]))


def test_a_phrase_of_no_words_is_nowhere() -> None:
    assert not len(phrase([]))


def test_a_window_is_as_wide_as_told() -> None:
    words = [(occurrences((0, 0)), 1), (occurrences((0, 4)), 1)]
    assert (len(near(words, 4)), len(near(words, 5))) == (0, 1)


def test_a_window_may_be_wider_than_any_document() -> None:
    words = [(occurrences((0, 0), (1, 5)), 1), (occurrences((1, 0)), 1)]
    assert near(words, 10**12).tolist() == occurrences((1, 0)).tolist()


NUMBERS = st.sets(st.integers(0, 200)).map(sorted)


@given(NUMBERS, NUMBERS)
def test_shared_numbers_are_those_in_both(fewer: list[int], more: list[int]) -> None:
    found = shared(np.array(fewer, np.int64), np.array(more, np.int64))
    assert found.tolist() == sorted(set(fewer) & set(more))
