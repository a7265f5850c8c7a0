"""Which keys of a field a term or prefix stands for."""

from __future__ import annotations

from index.backends.whoosh.lexicon import Lexicon
from index.query import Prefix, Term

LEXICON = Lexicon(["hoa", "hoa`", "hoa'", "hoan", "hoă", "hô", "đi", "di.", "1600"])


def test_an_exact_term_is_its_own_key() -> None:
    assert LEXICON.matching(Term("hoa")) == ["hoa"]


def test_an_unmarked_term_is_every_key_that_folds_to_it() -> None:
    assert LEXICON.matching(Term("hoa", "any")) == ["hoa", "hoa'", "hoa`", "hoă"]
    assert LEXICON.matching(Term("di", "any")) == ["di.", "đi"]


def test_a_prefix_is_of_the_letters() -> None:
    assert LEXICON.matching(Prefix("hoa")) == ["hoa", "hoa'", "hoa`", "hoan"]


def test_a_tone_narrows_a_prefix() -> None:
    assert LEXICON.matching(Prefix("hoa", "`")) == ["hoa`"]


def test_an_unmarked_prefix_takes_every_mark() -> None:
    assert LEXICON.matching(Prefix("ho", marks="any")) == ["hoa", "hoa'", "hoa`", "hoan", "hoă", "hô"]


def test_a_prefix_of_no_key_is_nothing() -> None:
    assert LEXICON.matching(Prefix("x")) == LEXICON.matching(Prefix("x", marks="any")) == []
