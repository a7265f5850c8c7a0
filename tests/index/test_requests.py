"""Requests: from plain objects and back, and the days their bounds stand for."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import QueryError
from index.requests import SearchRequest, check_request, day_bounds, request_from_object

values = st.lists(st.text(min_size=1), min_size=1, max_size=3, unique=True).map(sorted).map(tuple)
requests = st.builds(
    SearchRequest,
    text=st.text(),
    match=st.sampled_from(["all", "most"]),
    syntax=st.sampled_from(["query", "plain"]),
    marks=st.sampled_from(["auto", "exact", "any"]),
    include=st.dictionaries(st.sampled_from(["province", "official", "year"]), values),
    exclude=st.dictionaries(st.sampled_from(["province", "source"]), values),
    first=st.sampled_from(["", "2019", "2020-03"]),
    last=st.sampled_from(["", "2021"]),
)


@given(requests)
def test_the_question_of_a_request_makes_the_same_request_again(request: SearchRequest) -> None:
    assert request_from_object(request.question()).question() == request.question()


def test_statements_are_asked_for_by_name() -> None:
    request = request_from_object({"q": "a", "collection": "statements", "act": "demand"})
    assert (request.collection, request.include) == ("statements", {"act": ("demand",)})
    assert request.question() == {
        "collection": "statements",
        "text": "a",
        "include": {"act": ["demand"]},
    }
    assert set(request.counted) <= set(request.fields.facets)


def test_a_facet_is_one_of_what_is_asked_for() -> None:
    with pytest.raises(QueryError, match="use one of speaker"):
        request_from_object({"q": "a", "collection": "statements", "official": "An"})
    with pytest.raises(QueryError, match="'kind' is not a facet"):
        check_request(SearchRequest("a", include={"kind": ("direct",)}))


def test_a_facet_field_is_short_for_a_filter() -> None:
    assert request_from_object({"q": "a", "province": "Phú Thọ"}).include == {"province": ("Phú Thọ",)}


@pytest.mark.parametrize(
    "values",
    [
        {"colour": "red"},
        {"q": 1},
        {"limit": -1},
        {"limit": True},
        {"sort": "best"},
        {"group": "all"},
        {"collection": "pictures"},
        {"include": []},
    ],
)
def test_a_value_that_cannot_be_used_is_refused(values: dict[str, object]) -> None:
    with pytest.raises(QueryError) as caught:
        request_from_object(values)
    assert (caught.value.position, caught.value.suggestion) == (None, "")


@pytest.mark.parametrize("broken", ["\ud800", "a\0b"])
def test_what_is_no_text_is_refused_wherever_it_stands(broken: str) -> None:
    check_request(SearchRequest("a", include={"year": ("2020",)}))
    for request in (
        SearchRequest(broken),
        SearchRequest(first=broken),
        SearchRequest(last=broken),
        SearchRequest(include={"year": ("2020", broken)}),
        SearchRequest(exclude={"official": (broken,)}),
    ):
        with pytest.raises(QueryError, match=r"U\+(D800|0000)") as caught:
            check_request(request)
        assert (caught.value.position is not None) == (request.text == broken)


def test_bounds_take_in_their_whole_period() -> None:
    assert day_bounds("2020", "2021-02") == (date(2020, 1, 1), date(2021, 2, 28))
    assert day_bounds("", "2020-03-19") == (None, date(2020, 3, 19))
    assert day_bounds("19/3/2020", " 3/2021 ") == (date(2020, 3, 19), date(2021, 3, 31))


@pytest.mark.parametrize(
    ("first", "last"),
    [
        ("2021", "2020"),
        ("19/3", ""),
        ("2020-02-31", ""),
        ("0", ""),
        ("", "１９"),
        ("+2020", ""),
        ("2020..", ""),
    ],
)
def test_bounds_that_make_no_sense_are_refused(first: str, last: str) -> None:
    with pytest.raises(QueryError) as caught:
        day_bounds(first, last)
    assert (caught.value.position, caught.value.suggestion) == (None, "")
