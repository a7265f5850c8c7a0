"""What stands between quotation marks, and which of it is speech."""

from __future__ import annotations

import pytest

from index.checking.quotations import quoted, spoken


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ông nói: “Đê phải xong trước lũ”.",
        'Ông nói: "Đê phải xong trước lũ".',
        "Ông nói: «Đê phải xong trước lũ».",
        "Ông nói: ”Đê phải xong trước lũ”.",
        "Ông nói: „Đê phải xong trước lũ“.",
    ],
)
def test_every_kind_of_mark_encloses(paragraph: str) -> None:
    assert [paragraph[start:end] for start, end in quoted(paragraph)] == ["Đê phải xong trước lũ"]


def test_a_mark_left_open_runs_to_the_end_of_the_paragraph() -> None:
    paragraph = "Ông nói: “Đê phải xong trước lũ."
    assert [paragraph[start:end] for start, end in quoted(paragraph)] == ["Đê phải xong trước lũ."]


@pytest.mark.parametrize(
    "paragraph",
    [
        "Ông nói: “Đê phải xong trước lũ”.",
        "“Đê phải xong trước lũ”, ông nói.",
        "Dân vui. – “Đê phải xong trước lũ” – ông nói.",
        "Ông nói đê “phải xong trước mùa lũ tới.”",
        "Kể về phong trào này, ông nói: “Đê phải xong trước lũ”.",
        "Phát biểu tại chương trình: “Đê phải xong trước lũ”.",
    ],
)
def test_speech_follows_a_colon_begins_a_sentence_or_ends_one(paragraph: str) -> None:
    assert spoken(paragraph)


@pytest.mark.parametrize(
    "paragraph",
    [
        "Theo phương châm “dân biết, dân bàn, dân làm”, xã đắp đê.",
        "Hội thảo “Đê biển và sinh kế ven bờ” họp hôm qua.",
        "“Bốn tại chỗ” là phương châm.",
        "Xã đắp đê với phương châm: “Đê phải xong trước mùa lũ”.",
        "Xã đắp đê theo phương châm hành động của tỉnh “Đê phải xong trước mùa lũ!”.",
        "Chủ đề năm nay là “Đê xanh cho những vùng quê ven biển”.",
        "“Đê phải xong trước mùa lũ” là phương châm của xã.",
        "Xã hưởng ứng phong trào “Mỗi nhà góp một ngày công đắp đê.”",
    ],
)
def test_mottos_and_titles_are_no_speech(paragraph: str) -> None:
    assert not spoken(paragraph)
