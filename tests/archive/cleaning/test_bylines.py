"""Bylines: author and photographer, told from other short lines."""

from __future__ import annotations

import pytest

from archive.cleaning.bylines import Byline, read_byline, take_closing
from archive.cleaning.layout import Line


@pytest.mark.parametrize(
    ("text", "author", "credit"),
    [
        ("Bích Phượng", "Bích Phượng", None),
        ("Nguyễn Đông - Sơn Thuỷ", "Nguyễn Đông - Sơn Thuỷ", None),
        ("HỒNG HÀ (Thực hiện)", "HỒNG HÀ", None),
        ("H.Y (tổng hợp)", "H.Y", None),
        ("N.BÌNH", "N.BÌNH", None),
        ("T.Lâm – T.Nghĩa", "T.Lâm – T.Nghĩa", None),
        ("Đoàn Loan", "Đoàn Loan", None),
        ("Trọng Đảng", "Trọng Đảng", None),
        ("PV", "PV", None),
        ("Tin, ảnh: Thúy Hường", "Thúy Hường", "Thúy Hường"),
        ("Bài và ảnh: Thu Hà", "Thu Hà", "Thu Hà"),
        ("Tin, ảnh: H'Loan", "H'Loan", "H'Loan"),
        ("Bài: Văn Hải - Ảnh: Thu Hà", "Văn Hải", "Thu Hà"),
        ("Tin Khánh Hiền – Thanh Tiến", "Khánh Hiền – Thanh Tiến", None),
        ("T/h: Lệ Quyên", "Lệ Quyên", None),
        ("Ảnh: Thành Công", None, "Thành Công"),
        ("Theo TTXVN", "Theo TTXVN", None),
        ("(Theo Báo Nhân Dân)", "Theo Báo Nhân Dân", None),
        ("(Báo Nhân Dân)", "Báo Nhân Dân", None),
    ],
)
def test_bylines_as_printed(text: str, author: str | None, credit: str | None) -> None:
    assert read_byline(text) == Byline(author, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Bí thư Tỉnh Ủy",
        "Giám Đốc Sở",
        "Sở Tài Chính",
        "UBND Tỉnh",
        "Hội nghị kết thúc tốt đẹp.",
        "Nghịch lý",
        "Xin cảm ơn ông!",
        "Theo báo cáo của sở, sản lượng tăng so với cùng kỳ năm ngoái.",
    ],
)
def test_other_short_lines_are_no_bylines(text: str) -> None:
    assert read_byline(text) is None


def test_author_and_photographer_on_two_lines() -> None:
    lines = [Line(1, "Hội nghị kết thúc.", True), Line(2, "Văn Hải", True), Line(3, "Ảnh: Thu Hà", True)]
    left, cuts, found = take_closing(lines)
    assert [line.number for line in left] == [1]
    assert [cut.kind for cut in cuts] == ["byline", "credit"]
    assert found == Byline("Văn Hải", "Thu Hà")


@pytest.mark.parametrize(
    "byline", ["Thu Hà", "H.Thanh", "Bài và ảnh: Thu Hà", "Quang Huy (TTXVN)", "Nguyễn Hoàng - Ánh Mai"]
)
def test_a_byline_glued_to_the_last_sentence_is_split_off(byline: str) -> None:
    left, cuts, found = take_closing([Line(1, f"Hội nghị kết thúc lúc 11 giờ. {byline}", True)])
    assert [line.text for line in left] == ["Hội nghị kết thúc lúc 11 giờ."]
    assert [(cut.text, cut.kind) for cut in cuts] == [(byline, "byline")]
    assert found.author


@pytest.mark.parametrize(
    "end", ["Cầu dài 90 m. Đường dài 2 km.", "Phóng viên hỏi ông Nguyễn Văn An", "Quang cảnh lễ. Ảnh: Thu Hà"]
)
def test_other_ends_are_not_split(end: str) -> None:
    assert [line.text for line in take_closing([Line(1, end, True)])[0]] == [end]


def test_a_labelled_byline_that_lines_follow_is_taken_too() -> None:
    lines = [
        Line(1, "Hội nghị kết thúc.", True),
        Line(2, "Tin, ảnh: Văn Hải", True),
        Line(3, "Tin ngắn", True),
    ]
    left, _, found = take_closing(lines)
    assert [line.number for line in left] == [1, 3]
    assert found == Byline("Văn Hải", "Văn Hải")


def test_a_person_wins_over_the_paper() -> None:
    lines = [Line(1, "Hội nghị kết thúc.", True), Line(2, "Văn Hải", True), Line(3, "Theo TTXVN", True)]
    assert take_closing(lines)[2].author == "Văn Hải"


def test_the_last_line_left_is_never_a_byline() -> None:
    assert take_closing([Line(1, "Văn Hải", True)])[0]
