"""pyvi's words, aligned to the text."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.text.normalization import normalize
from archive.text.segmentation import is_dictionary_word, words
from archive.text.syllables import tokens
from tests.archive.text.segmentation.reference import PARAGRAPHS, pyvi_words, texts

pieces = st.sampled_from(
    [
        "Sở",
        "Thông tin",
        "và",
        "Truyền thông",
        "CNTT.",
        "TP.HCM",
        "T.Ư",
        "KH-ĐT",
        "1.600",
        "a_b",
        "“hạ tầng”",
        "…",
        "....",
        "_",
    ]
    + ["công nghệ số", "https://vi.du/a_b", "x@y.vn", "công\nnghệ", "  "]
)


def found(paragraph: str) -> list[str]:
    return [paragraph[start:end] for start, end in words(paragraph)]


def test_words_of_several_syllables_have_their_places() -> None:
    assert found("Sở Thông tin và Truyền thông triển khai chuyển đổi số") == [
        "Thông tin",
        "Truyền thông",
        "triển khai",
        "chuyển đổi",
    ]


@pytest.mark.parametrize("paragraph", ["", "   ", "và", "…", "1.600"])
def test_texts_without_such_words(paragraph: str) -> None:
    assert words(paragraph) == ()


def test_blanks_inside_a_word_are_as_printed() -> None:
    assert "công  nghệ" in found("phát triển công  nghệ thông tin".replace(" thông tin", " mới"))


def test_the_full_stop_after_an_abbreviation_is_not_of_the_word() -> None:
    assert not any(
        word.endswith(".") for word in found("Ông Lê Văn An làm ở Ban Quản lý CNTT. Sau đó, ông nghỉ.")
    )


def test_an_underscore_in_the_text_joins_nothing() -> None:
    assert found("tệp bao_cao_thang.doc") == []


def test_decomposed_text_is_refused() -> None:
    with pytest.raises(ProcessingError, match="NFC"):
        words("Ti\u0309nh")


@pytest.mark.parametrize("paragraph", PARAGRAPHS)
def test_words_are_those_of_pyvi_itself(paragraph: str) -> None:
    assert words(paragraph) == pyvi_words(paragraph)


@settings(max_examples=300, deadline=None)
@given(texts)
def test_words_of_any_text_are_those_of_pyvi_itself(text: str) -> None:
    assert words(text) == pyvi_words(text)


@settings(max_examples=50, deadline=None)
@given(st.lists(pieces).map(" ".join))
def test_words_stand_apart_and_hold_several_tokens(paragraph: str) -> None:
    places = words(paragraph)
    assert all(before[1] <= after[0] for before, after in zip(places, places[1:], strict=False))
    for start, end in places:
        word = paragraph[start:end]
        assert word == word.strip()
        assert len(tokens(word)) > 1


@settings(max_examples=50, deadline=None)
@given(st.text())
def test_any_normal_text_can_be_segmented(text: str) -> None:
    paragraph = normalize(text)
    assert all(0 <= start < end <= len(paragraph) for start, end in words(paragraph))


@pytest.mark.parametrize("word", ["thước đo", "Phối Hợp", "hoà bình", "hòa bình", "và", "thước  đo"])
def test_dictionary_words(word: str) -> None:
    assert is_dictionary_word(word)


@pytest.mark.parametrize("word", ["hợp triển", "thước, đo", "", "thíc"])
def test_no_dictionary_words(word: str) -> None:
    assert not is_dictionary_word(word)
