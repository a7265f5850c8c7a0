"""What is certain and what is only possible where dates are coarse."""

from __future__ import annotations

from datetime import date

from index.language.certainty import asks_for_dates, certainly, possibly
from index.query import And, DateRange, Everything, Not, Query, Term

RANGE = DateRange("date", date(2020, 1, 1), date(2020, 1, 31))
OVERLAP = DateRange("date", date(2020, 1, 1), date(2020, 1, 31), certain=False)


def test_a_possible_answer_takes_periods_that_only_overlap() -> None:
    assert possibly(Query(RANGE)).clause == OVERLAP
    assert certainly(Query(OVERLAP)).clause == RANGE


def test_under_a_negation_it_is_the_other_way_round() -> None:
    query = Query(And((Term("a"), Not(RANGE))))
    assert certainly(query).clause == And((Term("a"), Not(OVERLAP)))
    assert possibly(query).clause == And((Term("a"), Not(RANGE)))


def test_a_double_negation_is_none() -> None:
    assert certainly(Query(Not(Not(OVERLAP)))).clause == Not(Not(RANGE))


def test_bounds_of_the_request_are_dates_too() -> None:
    assert possibly(Query(Everything(), dates=(RANGE,))).dates == (OVERLAP,)


def test_a_query_without_dates_has_one_answer() -> None:
    assert not asks_for_dates(Query(Term("a")))
    assert asks_for_dates(Query(RANGE))
