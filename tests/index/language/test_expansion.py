"""Wildcard and fuzzy words become the spellings the index has."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from index.language.expansion import expand
from index.language.parser import parse
from index.language.patterns import within_one_letter
from index.language.spellings import Spellings
from index.query import And, Not, Or, Prefix, SameSentence, Term, Variants

LEXICON = {
    "title": {"nghiên": 3, "ngan`": 1, "hoa": 1},
    "body": {
        "nghiên": 5,
        "nghin`": 9,
        "nghiêm": 2,
        "hoa": 4,
        "hoa`": 7,
        "hoan": 2,
        "hoa.": 1,
        "hao": 1,
        "ho`": 1,
    },
    "caption": {},
}


def spellings(field: str) -> Spellings:
    return Spellings(sorted(LEXICON.get(field, {}).items()))


def expanded(text: str, expansions: int = 100, **mode: Any) -> set[str]:
    node, notices = expand(parse(text, **mode), spellings, expansions)
    assert notices == ()
    return {term.key for term in ((node,) if isinstance(node, Term) else node.clauses)}


def test_a_wildcard_fits_any_letters_and_any_tone_unless_one_was_typed() -> None:
    assert expanded("=ngh*n") == {"nghiên", "nghin`"}
    assert expanded("ngh*ên") == {"nghiên"}
    assert expanded("ngh*ìn") == {"nghin`"}
    assert expanded("=n*n*") == {"nghiên", "nghin`", "ngan`"}


def test_a_wildcard_without_marks_fits_every_accented_spelling() -> None:
    assert expanded("ngh*en") == {"nghiên"}
    assert expanded("h*a") == {"hoa", "hoa`", "hoa."}


def test_a_fuzzy_word_is_one_letter_or_one_tone_away() -> None:
    assert expanded("=hoa~") == {"hoa", "hoan", "hoa`", "hoa."}
    assert expanded("hòa~") == {"hoa`", "hoa", "hoa.", "ho`"}
    assert expanded("hoa~") == {"hoa", "hoa`", "hoa.", "hoan", "ho`"}


def test_the_most_frequent_spellings_come_first_over_all_fields_and_the_bound_is_said() -> None:
    node, notices = expand(parse("=n*n"), spellings, 2)
    assert node == Variants((Term("nghin`"), Term("nghiên")))
    assert len(notices) == 1
    assert "=n*n stands for 3 spellings" in str(notices[0])
    assert "KHOBAO_EXPANSIONS" in str(notices[0])


def test_a_field_has_its_own_spellings() -> None:
    node, _ = expand(parse("title:n*n"), spellings, 9)
    assert node == Variants((Term("nghiên", field="title"), Term("ngan`", field="title")))


def test_a_pattern_that_fits_nothing_matches_nothing() -> None:
    node, notices = expand(parse("x*z"), spellings, 9)
    assert node == Or(())
    assert notices == ()


def test_patterns_are_found_wherever_they_stand_and_all_else_is_left_alone() -> None:
    node, _ = expand(parse("-(x*z) sentence:(hoa* h*o) title:hoa (a OR h*o)"), spellings, 9)
    both = Variants((Term("hao"), Term("ho`")))
    assert node == And(
        (
            Not(Or(())),
            SameSentence((Prefix("hoa", "", "any"), both)),
            Term("hoa", "any", "title"),
            Or((Term("a", "any"), both)),
        )
    )


@pytest.mark.parametrize(
    ("one", "other", "near"),
    [
        ("", "", True),
        ("", "a", True),
        ("ab", "ab", True),
        ("ab", "b", True),
        ("ab", "a", True),
        ("abc", "axc", True),
    ]
    + [("abc", "acb", False), ("abc", "a", False), ("ab", "ba", False), ("abcd", "abxy", False)],
)
def test_one_letter_apart(one: str, other: str, near: bool) -> None:
    assert within_one_letter(one, other) is near
    assert within_one_letter(other, one) is near


def edit_distance(one: str, other: str) -> int:
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, start=1):
        diagonal, row[0] = row[0], place
        for column, wanted in enumerate(other, start=1):
            diagonal, row[column] = (
                row[column],
                min(row[column] + 1, row[column - 1] + 1, diagonal + (letter != wanted)),
            )
    return row[-1]


@given(st.text("abơ", max_size=5), st.text("abơ", max_size=5))
def test_one_letter_apart_is_edit_distance(one: str, other: str) -> None:
    assert within_one_letter(one, other) is (edit_distance(one, other) <= 1)
