"""normalize and squeeze."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.normalization import normalize, squeeze


def test_decomposed_text_is_composed() -> None:
    assert normalize(unicodedata.normalize("NFD", "Tỉnh uỷ Hoà Bình")) == "Tỉnh uỷ Hoà Bình"


@pytest.mark.parametrize("lookalike", ["Ð", "Ɖ"])
def test_letters_drawn_like_a_vietnamese_d_become_one(lookalike: str) -> None:
    assert normalize(f"{lookalike}ồng chí, ðồng chí") == "Đồng chí, đồng chí"


@pytest.mark.parametrize(
    "invisible", ["\ufeff", "\u200b", "\u200d", "\u00ad", "\u2060", "\ufe0f", "\x00", "\x1a", "\x93"]
)
def test_invisible_and_control_characters_go(invisible: str) -> None:
    assert normalize(f"cán{invisible} bộ") == "cán bộ"


@pytest.mark.parametrize("space", ["\u00a0", "\u2009", "\u202f", "\u3000"])
def test_every_space_becomes_a_plain_one(space: str) -> None:
    assert normalize(f"6.840{space}thư") == "6.840 thư"


@pytest.mark.parametrize("line_end", ["\r\n", "\r", "\u2028", "\x0b", "\x0c", "\x85"])
def test_line_ends_become_line_feeds(line_end: str) -> None:
    assert normalize(f"một{line_end}hai\tba") == "một\nhai\tba"


def test_letters_of_legacy_fonts_survive() -> None:
    assert normalize("lµnh m¹nh, 100 m², nº 5") == "lµnh m¹nh, 100 m², nº 5"


@given(st.text())
def test_normalising_twice_changes_nothing_more(text: str) -> None:
    assert normalize(normalize(text)) == normalize(text)


@given(st.text())
def test_the_result_is_nfc(text: str) -> None:
    assert unicodedata.is_normalized("NFC", normalize(text))


def test_squeeze_makes_one_line() -> None:
    assert squeeze("  an toàn,  triển\n\tkhai ") == "an toàn, triển khai"
