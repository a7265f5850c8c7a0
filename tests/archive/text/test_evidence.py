"""How much of a text is Vietnamese."""

from __future__ import annotations

from archive.text.evidence import Count, count, syllables, without_markup


def test_words_are_counted_and_numbers_are_not() -> None:
    assert count("Tỉnh ủy họp ngày 19/3 với Microsoft.") == Count(words=6, syllables=5)
    assert count("2020 1.234,5 ±") == Count(0, 0)
    assert count("").share == 0


def test_decomposed_words_are_whole() -> None:
    assert count("Tỉnh ủy") == Count(2, 2)


def test_marks_of_an_encoding_make_a_word_no_syllable() -> None:
    assert count("Ha` la` ddo^", "^`").syllables == 0


def test_syllables_are_told_apart_whatever_their_case() -> None:
    assert syllables("Họp, họp HỌP! the xyz") == {"họp", "the"}


def test_markup_scripts_and_styles_are_no_words() -> None:
    markup = "<style>p{}</style><!-- chú --><p class='x'>Tỉnh&nbsp;ủy</p><SCRIPT>var a</SCRIPT> h&#7885;p"
    assert without_markup(markup).split() == ["Tỉnh", "ủy", "họp"]
    assert without_markup("<script>never closed <p>Tin") == " "
