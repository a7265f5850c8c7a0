"""Differences are found wherever counts differ, and nowhere else."""

from __future__ import annotations

from index.benchmarking.agreement import Difference, differences
from index.query import UNKNOWN, FacetRequest, Query
from index.results import Facet, FacetValue, Results
from tests.index.documents import exact


def answer(total: int, **counts: int) -> Results:
    values = tuple(FacetValue(value, "", count) for value, count in counts.items())
    return Results(total, (), (Facet("province", values, len(values)),))


QUERY = Query(exact("hội"), facets=(FacetRequest("province", 20),))


def found(ours: Results, theirs: Results) -> list[Difference]:
    return list(differences([QUERY], [ours], {"other": [theirs]}))


def test_equal_counts_do_not_differ_whatever_their_order() -> None:
    assert not found(answer(3, a=2, b=1), answer(3, b=1, a=2))


def test_documents_without_a_value_are_counted_by_us_alone() -> None:
    assert not found(answer(3, a=2, **{UNKNOWN: 1}), answer(3, a=2))


def test_totals_and_facets_that_differ_are_told_with_the_query() -> None:
    assert found(answer(3, a=2), answer(2, a=1)) == [
        Difference("other", "hội", "total", (3,), (2,)),
        Difference("other", "hội", "province", (2,), (1,)),
    ]
