"""Repair of single damaged words."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.fragments import Fix, repair_fragments
from archive.text.normalization import normalize
from archive.text.segmentation import is_dictionary_word

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))

words = st.sampled_from(
    [
        "lµnh",
        "m¹nh",
        "thíc",
        "đo",
        "hiệuquả",
        "hợptriển",
        "phối",
        "khai",
        "bêtông",
        "nguời",
        "ôngLê",
        "và",
        "CNTT",
        ".",
        "\n",
    ]
)


def repaired(text: str) -> str:
    return repair_fragments(text, is_dictionary_word)[0]


def fixes(text: str) -> list[Fix]:
    return repair_fragments(text, is_dictionary_word)[1]


def test_letters_of_a_legacy_font_are_read() -> None:
    text, found = repair_fragments("cạnh tranh lµnh m¹nh.", is_dictionary_word)
    assert text == "cạnh tranh lành mạnh."
    assert found == [
        Fix("lµnh", "lành", "tcvn3", True, 11, 15),
        Fix("m¹nh", "mạnh", "tcvn3", True, 16, 20),
    ]


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("®ång chÝ", "đồng chí"),
        ("hiÖu qu¶", "hiệu quả"),
        ("nhÊt trÝ", "nhất trí"),
        ("tæ chøc", "tổ chức"),
        ("kÐm", "kém"),
    ],
)
def test_legacy_letters_that_normalising_left_or_changed(damaged: str, mended: str) -> None:
    assert repaired(normalize(damaged)) == mended


def test_damage_beside_abbreviations_with_marks_is_mended() -> None:
    assert repaired("HĐND tỉnh mong môi trường lµnh m¹nh, ĐBQH cũng vậy") == (
        "HĐND tỉnh mong môi trường lành mạnh, ĐBQH cũng vậy"
    )


@pytest.mark.parametrize(
    "text", ["bụi PM 2,5 µm", "© Báo Tỉnh", "Löw và Müller", "m¸ 3", "Søren", "giá 5 £", "“Hà Nội”·Tin"]
)
def test_signs_and_foreign_names_are_no_legacy_font(text: str) -> None:
    assert repair_fragments(text, is_dictionary_word) == (text, [])


def test_a_short_word_is_read_beside_another_damaged_one() -> None:
    assert repaired("vµ lµnh m¹nh") == "và lành mạnh"


def test_a_lost_soft_hyphen_is_put_back_where_a_neighbour_agrees() -> None:
    assert fixes("là thíc đo hiệu quả") == [Fix("thíc", "thước", "tcvn3_lost_soft_hyphen", False, 3, 8)]


@pytest.mark.parametrize("text", ["là thíc rất", "thíc, đo", "thíc\nđo"])
def test_a_lost_soft_hyphen_needs_a_neighbour(text: str) -> None:
    assert repair_fragments(text, is_dictionary_word) == (text, [])


@pytest.mark.parametrize(
    ("damaged", "mended"),
    [
        ("hiệuquả ứng dụng", "hiệu quả ứng dụng"),
        ("tích cực phối hợptriển khai", "tích cực phối hợp triển khai"),
        ("chịu trách nhiệmvà bồi thường", "chịu trách nhiệm và bồi thường"),
        ("trưởng kếtoán", "trưởng kế toán"),
        ("gặp ôngLê Văn Minh", "gặp ông Lê Văn Minh"),
        ("đềnghị tỉnh", "đề nghị tỉnh"),
    ],
)
def test_glued_words_are_cut(damaged: str, mended: str) -> None:
    text, (fix,) = repair_fragments(damaged, is_dictionary_word)
    assert text == mended
    assert (fix.kind, fix.certain) == ("glued", True)


def test_a_cut_beside_a_function_word_alone_is_inferred() -> None:
    text, (fix,) = repair_fragments("đã họp đểbiết rõ", is_dictionary_word)
    assert (text, fix.certain) == ("đã họp để biết rõ", False)


@pytest.mark.parametrize(
    "word",
    [
        "bêtông",
        "ôtô",
        "virút",
        "càphê",
        "titan",
        "binhdinh",
        "nguời",
        "duới",
        "trêni",
        "đổng",
        "thộng",
        "Đakrông",
        "UBNDtỉnh",
    ],
)
def test_loan_words_names_and_the_authors_mistakes_stay(word: str) -> None:
    text = f"các {word} này"
    assert repair_fragments(text, is_dictionary_word) == (text, [])


def test_a_word_with_two_ways_to_cut_and_no_evidence_stays() -> None:
    assert repaired("cócông") == "cócông"
    assert repair_fragments("cócông", {"có công"}.__contains__)[0] == "có công"


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_the_seeds_get_their_repairs_and_no_others(path: Path) -> None:
    text, found = repair_fragments(normalize(path.read_text(encoding="utf-8")), is_dictionary_word)
    expected = {"002": ["hiệu quả", "lành", "mạnh", "thước", "hợp triển"]}.get(path.name[:3], [])
    assert [fix.after for fix in found] == expected
    assert all(text[fix.start : fix.end] == fix.after for fix in found)


@given(st.lists(words).map(" ".join))
def test_repairs_are_on_record_and_undo_to_the_printed_text(text: str) -> None:
    mended, found = repair_fragments(text, is_dictionary_word)
    for fix in reversed(found):
        assert mended[fix.start : fix.end] == fix.after
        mended = mended[: fix.start] + fix.before + mended[fix.end :]
    assert mended == text


@given(st.text())
def test_any_text_can_be_looked_at(text: str) -> None:
    mended, found = repair_fragments(text, is_dictionary_word)
    assert (mended == text) == (not found)


def test_a_word_too_long_to_be_two_syllables_is_left_alone() -> None:
    word = "ph¬ng" * 2000
    assert repair_fragments(word, lambda _: True) == (word, [])
