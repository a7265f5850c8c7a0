"""Tails: cut to the end, boxes cut out, paragraphs never swallowed."""

from __future__ import annotations

import pytest

from archive.cleaning.layout import Line
from archive.cleaning.tails import cut_tails

STORY = (
    "Sáng 19/3, UBND tỉnh họp phiên thường kỳ.",
    "Phiên họp bàn về thu ngân sách và xây dựng nông thôn mới.",
)


def left_of(*texts: str) -> list[str]:
    lines = [Line(number, text, True) for number, text in enumerate(texts, 1)]
    return [line.text for line in cut_tails(lines)[0]]


@pytest.mark.parametrize(
    "marker",
    [
        "Các tin đã đưa ngày:",
        "Tin cùng chuyên mục",
        "TIN LIÊN QUAN",
        "Ý kiến bạn đọc",
        "In bài",
        "Xem chi tiết tại đây",
        "Số lượt người xem : Bản in",
        "Từ khóa: ngân sách, nông thôn mới",
        "Tags: ngân sách",
        "Nguồn: Cổng thông tin điện tử",
        "CÁC TIN CÙNG MỤC",
        "Xem các tin khác:",
        "Các bài khác trong số: Lớp học bên đình – Nước về xóm Chài",
        "Bản quyền của Báo tỉnh. Mọi hình thức sử dụng lại phải được chấp thuận.",
        ">> Xem thêm: Tỉnh họp bàn chống hạn",
    ],
)
def test_marker_and_headlines_after_it_go(marker: str) -> None:
    assert left_of(*STORY, marker, "Tỉnh họp bàn chống hạn", "Khánh thành cầu Bến Đò (12/3/2020)") == list(
        STORY
    )


def test_a_paragraph_that_begins_like_a_tail_stays() -> None:
    paragraph = "Từ khóa: " + "nông thôn mới là việc của mọi nhà, " * 8 + "theo lãnh đạo tỉnh."
    assert left_of(STORY[0], paragraph, STORY[1]) == [STORY[0], paragraph, STORY[1]]


def test_box_in_the_middle_swallows_no_paragraph() -> None:
    assert left_of(STORY[0], "Tin liên quan", "- Tỉnh họp bàn chống hạn", STORY[1]) == list(STORY)


def test_sub_heading_after_a_box_stays() -> None:
    assert left_of(STORY[0], "Xem thêm:", "Vướng mắc cần tháo gỡ", STORY[1])[1:] == [
        "Vướng mắc cần tháo gỡ",
        STORY[1],
    ]


def test_byline_after_the_tail_stays() -> None:
    assert left_of(*STORY, "Xem thêm: Tỉnh họp bàn chống hạn", "Văn Hải") == [*STORY, "Văn Hải"]


def test_words_of_a_marker_within_a_sentence_are_no_marker() -> None:
    sentence = "Chia sẻ với phóng viên, ông Bình nói tin liên quan đã được xác minh."
    assert left_of(STORY[0], sentence) == [STORY[0], sentence]


def test_the_first_line_is_never_a_tail() -> None:
    assert left_of("Tin nổi bật", STORY[0]) == ["Tin nổi bật", STORY[0]]
