"""The table of terms against plain lists."""

from __future__ import annotations

from bisect import bisect_left

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.backends.whoosh.terms import BLOCK, TermTable, union

LETTERS = st.text("aăâdđeiư`'. 1", max_size=5)
TERMS = st.sets(LETTERS, max_size=5 * BLOCK).map(sorted)


def table(terms: list[str]) -> TermTable:
    return TermTable.of([term.encode() for term in terms])


@given(TERMS)
def test_terms_come_back_in_their_order(terms: list[str]) -> None:
    made = table(terms)
    assert made.strings() == [made[place].decode() for place in range(len(made))] == terms


@given(TERMS, LETTERS)
def test_a_term_is_found_by_its_bytes(terms: list[str], asked: str) -> None:
    made = table(terms)
    assert made.find(asked.encode()) == (terms.index(asked) if asked in terms else None)
    assert made.place(asked.encode()) == bisect_left(terms, asked)
    assert [made.find(term.encode()) for term in terms] == list(range(len(terms)))


@given(TERMS, st.lists(LETTERS | st.text("ăđ", min_size=4, max_size=8)))
def test_many_terms_are_found_at_once(terms: list[str], asked: list[str]) -> None:
    made = table(sorted({*terms, *asked[::2]}))
    singly = [made.find(term.encode()) for term in asked]
    assert made.find_all([term.encode() for term in asked]).tolist() == [
        -1 if place is None else place for place in singly
    ]


@given(TERMS, LETTERS)
def test_the_terms_of_a_prefix_are_one_span(terms: list[str], prefix: str) -> None:
    first, end = table(terms).span(prefix.encode())
    assert terms[first:end] == [term for term in terms if term.startswith(prefix)]


@given(TERMS, st.slices(2 * BLOCK))
def test_slices_are_those_of_a_list(terms: list[str], within: slice) -> None:
    assert [term.decode() for term in table(terms)[within]] == terms[within]


@pytest.mark.parametrize("place", [-2, -1])
def test_places_count_from_the_end_too(place: int) -> None:
    assert table(["hoa", "lan"])[place] == [b"hoa", b"lan"][place]


def test_there_is_no_term_behind_the_last() -> None:
    with pytest.raises(IndexError):
        table(["hoa"])[1]


@given(st.lists(TERMS, max_size=4))
def test_a_union_has_every_term_once(several: list[list[str]]) -> None:
    assert union(map(table, several)) == [term.encode() for term in sorted(set().union(*several))]
