"""Texts cut as pyvi cuts them."""

from __future__ import annotations

import pytest
from hypothesis import given, settings

from archive.text.segmentation.pieces import bare, cut
from tests.archive.text.segmentation.reference import PARAGRAPHS, pyvi_pieces, texts


def test_pieces_are_syllables_numbers_abbreviations_addresses_and_signs() -> None:
    assert [bare(piece) for piece in cut("TP. Vinh: 1.600 hộ, thư a.b@vi.du.vn; http://vi.du/x.")] == [
        "TP.", "Vinh", ":", "1.600", "hộ", ",", "thư", "a.b@vi.du.vn", ";", "http://vi.du/x.",
    ]  # fmt: skip


def test_a_line_break_is_a_piece_and_other_blanks_stand_before_one() -> None:
    assert cut("một  hai \n ba ") == ["một", "  hai", " \n", " ba"]


@pytest.mark.parametrize("text", PARAGRAPHS)
def test_pieces_are_those_of_pyvi(text: str) -> None:
    assert [bare(piece) for piece in cut(text)] == pyvi_pieces(text)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_pieces_of_any_text_are_those_of_pyvi(text: str) -> None:
    assert [bare(piece) for piece in cut(text)] == pyvi_pieces(text)


@settings(max_examples=100, deadline=None)
@given(texts)
def test_the_pieces_together_are_the_text_but_for_blanks_after_the_last(text: str) -> None:
    together = "".join(cut(text))
    rest = text.removeprefix(together)
    assert together + rest == text
    assert not rest.strip()
    assert "\n" not in rest
