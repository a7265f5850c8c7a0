"""Words as they are compared."""

from __future__ import annotations

import pytest

from index.checking.words import words


def forms(text: str, *, folded: bool = False) -> list[str]:
    return [word.form for word in words(text, folded=folded)]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Hoà bình, thịnh vượng!", "hòa bình thịnh vượng"),
        ("1.600 tỷ", "1600 tỷ"),
        ("1 234 567 hộ", "1234567 hộ"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("tăng 20 %", "tăng 20%"),
    ],
)
def test_case_tone_place_and_punctuation_do_not_count(one: str, other: str) -> None:
    assert forms(one) == forms(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("2,5 tỷ", "25 tỷ"),
        ("Lan", "Lân"),
        ("năm 2020 100 hộ", "năm 2020100 hộ"),
        ("Lý", "Lí"),
        ("20%", "20"),
        ("5%", "5‰"),
    ],
)
def test_other_numbers_and_other_names_do(one: str, other: str) -> None:
    assert forms(one) != forms(other)


def test_without_accents_all_spellings_are_one() -> None:
    assert forms("Đường sá", folded=True) == forms("duong sa", folded=True)


def test_a_grouped_number_is_one_word_with_its_place() -> None:
    text = "Hơn 1.600 hộ"
    number = words(text, folded=False)[1]
    assert text[number.start : number.end] == "1.600"


def test_a_percent_sign_belongs_to_its_number() -> None:
    text = "tăng 2,5%."
    assert [text[word.start : word.end] for word in words(text, folded=False)] == ["tăng", "2", "5%"]
