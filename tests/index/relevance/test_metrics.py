"""Measures of a ranked list, against values computed by hand."""

from __future__ import annotations

from math import log2

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.relevance.metrics import CUTOFF, Measures, mean, measure

ids = st.lists(st.sampled_from("abcdefghijklmnop"), unique=True, max_size=14)
grades = st.dictionaries(st.sampled_from("abcdefghijklmnop"), st.integers(0, 3), min_size=1).filter(
    lambda given: any(given.values())
)


def test_the_one_answer_at_rank_1_is_perfect() -> None:
    assert measure(["a", "b"], {"a": 1}) == Measures(ndcg=1.0, reciprocal_rank=1.0, recall=1.0, first=1.0)


def test_the_one_answer_at_rank_3() -> None:
    found = measure(["x", "y", "a"], {"a": 1})
    assert (found.recall, found.first) == (1, 0)
    assert found.ndcg == pytest.approx(1 / log2(4))
    assert found.reciprocal_rank == pytest.approx(1 / 3)


def test_a_better_grade_gains_more() -> None:
    found = measure(["half", "full"], {"full": 2, "half": 1})
    assert found.ndcg == pytest.approx((1 + 3 / log2(3)) / (3 + 1 / log2(3)))


def test_recall_is_of_all_with_a_grade() -> None:
    assert measure(["a", "x"], {"a": 1, "b": 2, "c": 1, "d": 0}).recall == pytest.approx(1 / 3)


def test_grade_0_is_no_answer() -> None:
    found = measure(["d"], {"a": 1, "d": 0})
    assert found == Measures(ndcg=0.0, reciprocal_rank=0.0, recall=0.0, first=0.0)


def test_what_is_behind_the_cutoff_is_not_seen() -> None:
    ranked = [f"x{place}" for place in range(CUTOFF)] + ["a"]
    assert measure(ranked, {"a": 1}).reciprocal_rank == 0


def test_more_answers_than_places_can_still_be_perfect() -> None:
    ranked = [f"a{place}" for place in range(CUTOFF)]
    judged = dict.fromkeys([*ranked, "b", "c"], 1)
    assert measure(ranked, judged).ndcg == 1
    assert measure(ranked, judged).recall == pytest.approx(10 / 12)


def test_nothing_found_is_nothing() -> None:
    assert measure([], {"a": 1}) == Measures(0.0, 0.0, 0.0, 0.0)


def test_means_are_of_each_measure() -> None:
    means = mean([Measures(1.0, 1.0, 1.0, 1.0), Measures(0.5, 0.25, 1.0, 0.0)])
    assert means == Measures(0.75, 0.625, 1.0, 0.5)


def test_the_mean_of_no_questions_is_0() -> None:
    assert mean([]) == Measures(0.0, 0.0, 0.0, 0.0)


@given(ids, grades)
def test_no_measure_leaves_its_bounds(ranked: list[str], judged: dict[str, int]) -> None:
    found = measure(ranked, judged)
    assert 0 <= found.recall <= 1
    assert 0 <= found.first <= found.reciprocal_rank <= 1
    assert 0 <= found.ndcg <= 1 + 1e-9


@given(grades)
def test_the_order_of_the_grades_is_the_best(judged: dict[str, int]) -> None:
    ranked = sorted(judged, key=lambda identity: -judged[identity])
    assert measure(ranked, judged).ndcg == pytest.approx(1)
