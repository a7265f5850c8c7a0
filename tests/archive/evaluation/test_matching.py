"""Annotated and found spans go together one to one, the most alike first."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.evaluation.alignment import Syllables
from archive.evaluation.matching import likeness, pair

SPANS = st.lists(
    st.tuples(st.integers(0, 40), st.integers(1, 12)).map(lambda one: Syllables(one[0], one[0] + one[1])),
    max_size=8,
)


def test_equal_spans_are_all_alike_and_spans_apart_not_at_all() -> None:
    assert likeness(Syllables(3, 9), Syllables(3, 9)) == 1
    assert likeness(Syllables(3, 9), Syllables(9, 12)) == 0
    assert likeness(Syllables(0, 4), Syllables(2, 6)) == 2 / 6


def test_one_found_span_over_two_annotated_ones_goes_with_the_longer() -> None:
    assert pair([Syllables(0, 4), Syllables(4, 12)], [Syllables(0, 12)]) == {1: 0}


def test_words_that_are_nowhere_go_with_nothing() -> None:
    assert pair([None, Syllables(0, 3)], [Syllables(0, 3)]) == {1: 0}


@given(SPANS, SPANS)
def test_nothing_goes_with_two_and_everything_paired_shares_a_syllable(
    gold: list[Syllables], found: list[Syllables]
) -> None:
    pairs = pair(gold, found)
    assert len(set(pairs.values())) == len(pairs)
    assert all(gold[place].shared(found[one]) for place, one in pairs.items())


@given(SPANS.map(lambda spans: list(dict.fromkeys(spans))))
def test_every_span_goes_with_itself(spans: list[Syllables]) -> None:
    assert pair(spans, spans) == {place: place for place in range(len(spans))}


@given(SPANS, SPANS)
def test_what_is_left_over_on_both_sides_lies_apart(gold: list[Syllables], found: list[Syllables]) -> None:
    pairs = pair(gold, found)
    left = [span for place, span in enumerate(gold) if place not in pairs]
    over = [span for one, span in enumerate(found) if one not in pairs.values()]
    assert not any(span.shared(other) for span in left for other in over)
