"""Which keys of a field a term or prefix stands for."""

from __future__ import annotations

from index.backends.whoosh.lexicon import Lexicon, Word
from index.backends.whoosh.terms import TermTable
from index.query import Prefix, Term, Variants

KEYS = sorted(["hoa", "hoa`", "hoa'", "hoan", "hoă", "hô", "đi", "di.", "1600"])
LEXICON = Lexicon(TermTable.of([key.encode() for key in KEYS]))


def matching(leaf: Word) -> list[str]:
    return sorted(KEYS[place] for first, last in LEXICON.matching(leaf) for place in range(first, last))


def test_an_exact_term_is_its_own_key() -> None:
    assert matching(Term("hoa")) == ["hoa"]


def test_an_unmarked_term_is_every_key_that_folds_to_it() -> None:
    assert matching(Term("hoa", "any")) == ["hoa", "hoa'", "hoa`", "hoă"]
    assert matching(Term("di", "any")) == ["di.", "đi"]


def test_variants_are_those_there_are() -> None:
    assert matching(Variants((Term("hoan"), Term("x"), Term("hoa")))) == ["hoa", "hoan"]


def test_a_prefix_is_of_the_letters() -> None:
    assert matching(Prefix("hoa")) == ["hoa", "hoa'", "hoa`", "hoan"]


def test_a_tone_narrows_a_prefix() -> None:
    assert matching(Prefix("hoa", "`")) == ["hoa`"]


def test_an_unmarked_prefix_takes_every_mark() -> None:
    assert matching(Prefix("ho", marks="any")) == ["hoa", "hoa'", "hoa`", "hoan", "hoă", "hô"]


def test_a_prefix_of_no_key_is_nothing() -> None:
    assert matching(Prefix("x")) == matching(Prefix("x", marks="any")) == []


def test_letters_with_marks_are_no_folded_letters() -> None:
    assert matching(Term("đi", "any")) == matching(Prefix("đ", marks="any")) == []


def test_neighbours_are_one_run() -> None:
    assert LEXICON.matching(Term("hoa", "any")) == [(2, 5), (6, 7)]
