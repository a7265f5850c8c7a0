"""Texts are found by how they begin, with marks or without, the heaviest first."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.syllables import fold, keys
from index.suggesting.completion import Completions, Entry

NAMES = {"Nguyễn Văn Sơn": 3, "Nguyễn Văn Sáng": 5, "Nguyễn Xuân Phúc": 9, "Đặng Phúc Nguyên": 1, "Sơn La": 2}


def completed(typed: str, *, from_any_word: bool = True) -> list[str]:
    entries = (Entry(text, text, weight) for text, weight in NAMES.items())
    found = Completions(entries, from_any_word=from_any_word).completing(keys(typed))
    return [entry.text for entry in found]


@pytest.mark.parametrize(
    ("typed", "names"),
    [
        ("nguyen van s", ["Nguyễn Văn Sáng", "Nguyễn Văn Sơn"]),
        ("Nguyễn Văn S", ["Nguyễn Văn Sáng", "Nguyễn Văn Sơn"]),
        ("nguyễn van sơ", ["Nguyễn Văn Sơn"]),
        ("nguyen van sá", ["Nguyễn Văn Sáng"]),
        ("phuc", ["Nguyễn Xuân Phúc", "Đặng Phúc Nguyên"]),
        ("dang", ["Đặng Phúc Nguyên"]),
        ("đ", ["Đặng Phúc Nguyên"]),
        ("nguyên", ["Nguyễn Xuân Phúc", "Nguyễn Văn Sáng", "Nguyễn Văn Sơn", "Đặng Phúc Nguyên"]),
        ("nguyển", []),
        ("van nguyen", []),
        ("zz", []),
    ],
)
def test_a_name_is_found_from_any_of_its_words_on(typed: str, names: list[str]) -> None:
    assert completed(typed) == names


def test_what_is_found_from_its_first_word_alone_is_not_found_by_another() -> None:
    assert completed("son", from_any_word=False) == ["Sơn La"]


def test_a_form_leads_to_the_name_it_is_a_form_of() -> None:
    entry = Entry(
        "UBND tỉnh", "value", 1, "", (tuple(keys("UBND tỉnh")), tuple(keys("Ủy ban nhân dân tỉnh")))
    )
    completions = Completions([entry], from_any_word=True)
    assert list(completions.completing(keys("uy ban nh"))) == [entry]
    assert list(completions.completing(keys("tinh"))) == [entry]


texts = st.lists(st.sampled_from(("ba", "bà", "bán", "đa", "da", "dân")), min_size=1, max_size=3).map(
    " ".join
)


@given(st.dictionaries(texts, st.integers(1, 9), max_size=8), texts, st.integers(1, 9))
def test_without_marks_all_that_begin_so_are_found_and_no_others(
    weights: dict[str, int], typed: str, length: int
) -> None:
    beginning = " ".join(map(fold, keys(typed)))[:length].strip()
    entries = [Entry(text, text, weight) for text, weight in weights.items()]
    found = [entry.text for entry in Completions(entries, from_any_word=False).completing(keys(beginning))]
    expected = [text for text in weights if " ".join(map(fold, keys(text))).startswith(beginning)]
    assert sorted(found) == sorted(expected)
    assert [weights[text] for text in found] == sorted((weights[text] for text in found), reverse=True)
