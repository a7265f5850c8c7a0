"""UTF-8 read as Latin-1."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.legacy.mojibake import convert, convert_damaged, restore

MEANT = "Hội đồng đã họp và bàn: các bài viết về Ấn Độ, một số vấn đề ở Đà Nẵng, tờ trình là một."


@pytest.mark.parametrize("charset", ["latin-1", "cp1252"])
def test_both_charsets_are_undone(charset: str) -> None:
    meant = "Tỉnh ủy: “các cấp quê"
    assert convert(meant.encode().decode(charset)) == meant


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    assert convert(restore(text)) == text


def test_modern_text_has_nothing_to_convert() -> None:
    assert convert(MEANT) == MEANT == convert_damaged(MEANT)


@pytest.mark.parametrize("lost", ["\u00ad", "\u0090"])
def test_a_byte_that_was_dropped_is_found_where_one_syllable_fits(lost: str) -> None:
    meant = "Ông Đỗ Văn Bí giữ chí hướng và quà. Những năm tháng ấy, người dân ở đó."
    assert convert_damaged(restore(meant).replace(lost, "")) == meant


def test_no_break_spaces_that_became_plain_are_the_end_of_à() -> None:
    assert convert_damaged(restore(MEANT).replace("\u00a0", " ")) == MEANT
    assert convert_damaged(" ".join(restore("là một bài").split())) == "là một bài"


def test_a_letter_that_cannot_be_told_is_a_replacement_character_and_not_a_guess() -> None:
    without_open_bytes = "".join(char for char in restore("Họ về") if not "\x80" <= char <= "\x9f")
    assert convert_damaged(without_open_bytes) == "H\ufffd v\ufffd"
