"""Sets of units agree with Python's sets, be they few or many."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.backends.whoosh.units import Units, at_least, distinct, intersection, union

SIZE = 500
few = st.sets(st.integers(0, SIZE - 1), max_size=12)
many = st.sets(st.integers(0, SIZE - 1), max_size=3).map(lambda left_out: set(range(SIZE)) - left_out)
several = st.lists(few | many, min_size=1, max_size=4)


def units(numbers: set[int]) -> Units:
    ascending = np.array(sorted(numbers), np.int64)
    return (
        Units.of(ascending, SIZE) if len(numbers) % 2 else Units.marked(np.isin(np.arange(SIZE), ascending))
    )


@given(few | many)
def test_numbers_and_mask_are_two_forms_of_one_set(numbers: set[int]) -> None:
    held = units(numbers)
    assert (set(held.numbers.tolist()), len(held)) == (numbers, len(numbers))
    assert np.flatnonzero(held.mask).tolist() == sorted(numbers)


@given(several)
def test_intersection(sets: list[set[int]]) -> None:
    assert set(intersection([units(each) for each in sets]).numbers.tolist()) == set.intersection(*sets)


@given(several)
def test_union(sets: list[set[int]]) -> None:
    assert union([units(each) for each in sets], SIZE).numbers.tolist() == sorted(set.union(*sets))


def test_the_union_of_no_sets_is_empty() -> None:
    assert len(union([], SIZE)) == 0


def test_what_few_sets_add_to_a_large_one_is_put_in_its_place() -> None:
    large = Units.of(np.arange(0, SIZE, 2), SIZE)
    assert union([large, units({7})], SIZE).numbers.tolist() == sorted({*range(0, SIZE, 2), 7})


@pytest.mark.parametrize("count", [1, 2, 3, 5])
@given(sets=several)
def test_at_least(count: int, sets: list[set[int]]) -> None:
    expected = [unit for unit in range(SIZE) if sum(unit in each for each in sets) >= count]
    assert at_least(count, [units(each) for each in sets], SIZE).numbers.tolist() == expected


@given(st.lists(st.integers(0, SIZE - 1), max_size=600))
def test_distinct_numbers_are_ascending(numbers: list[int]) -> None:
    assert distinct(np.array(numbers, np.int64), SIZE).numbers.tolist() == sorted(set(numbers))


@given(few | many, st.lists(st.integers(0, SIZE - 1), max_size=5))
def test_what_a_set_holds(numbers: set[int], asked: list[int]) -> None:
    held = units(numbers).holds(np.array(asked, np.int64))
    assert held.tolist() == [number in numbers for number in asked]
