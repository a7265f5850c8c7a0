"""Whole texts folded letter for letter."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from archive.text.syllables import fold, tokens
from index.showing.folding import fold_text

LETTERS = "aăâáàậẫđĐƯƠợỢỹĩùúüūǘéÈêẽZz09²ªß_-–…“”.,;?!\n \t"


def words_of(text: str, folded: str) -> list[str]:
    return [folded[token.start : token.end] for token in tokens(text)]


def test_marks_and_capitals_go_and_nothing_moves() -> None:
    assert fold_text("Tỉnh ủy ĐẮK LẮK – 1.600 tỷ…") == "tinh uy dak lak – 1.600 ty…"


@given(st.text(LETTERS))
def test_every_word_of_a_vietnamese_text_is_as_its_key_folds(text: str) -> None:
    folded = fold_text(text)
    assert folded is not None
    assert words_of(text, folded) == [fold(token.key) for token in tokens(text)]


@given(st.text())
def test_any_text_is_folded_so_or_not_at_all(text: str) -> None:
    folded = fold_text(text)
    if folded is not None:
        assert len(folded) == len(text)
        assert [char.isalnum() for char in folded] == [char.isalnum() for char in text]
        assert words_of(text, folded) == [fold(token.key) for token in tokens(text)]


def test_letters_that_depend_on_their_neighbours_are_left_to_others() -> None:
    assert fold_text(unicodedata.normalize("NFD", "tỉnh")) is None
    assert fold_text("ΑΣ") is None
    assert fold_text("vui 😀") is None
    assert fold_text("\ud800") is None
