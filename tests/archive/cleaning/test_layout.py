"""Lines: normalised, never empty, hard-wrapped ones whole again."""

from __future__ import annotations

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from archive.cleaning.layout import read_lines

PARAGRAPHS = (
    "Đoàn công tác của tỉnh đã đi kiểm tra tiến độ xây dựng cầu Bến Đò, đường vành đai và khu tái định cư "
    "của hai xã ven sông, nghe chủ đầu tư báo cáo khó khăn về mặt bằng và nguồn cát đắp nền đường.",
    "Theo báo cáo, đến nay khối lượng thi công đạt ba phần tư kế hoạch; còn mười hai hộ dân chưa nhận tiền "
    "đền bù, tập trung ở thôn Hạ, nơi tuyến đường cắt qua đất trồng cây lâu năm.",
    "Kết thúc buổi kiểm tra, lãnh đạo tỉnh giao các sở tháo gỡ vướng mắc trong tháng này.",
)


def test_blank_lines_are_dropped_but_remembered() -> None:
    lines = read_lines("Một\n\n \nHai\nBa")
    assert [(line.number, line.text, line.spaced) for line in lines] == [
        (1, "Một", True),
        (4, "Hai", True),
        (5, "Ba", False),
    ]


def test_wrapped_paragraphs_are_put_together() -> None:
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    assert [line.text for line in read_lines(wrapped)] == list(PARAGRAPHS)


def test_short_lines_that_were_not_wrapped_stay_apart() -> None:
    agenda = "Khai mạc hội nghị\nBáo cáo tổng kết\nThảo luận tại tổ\nKết luận\nBế mạc\nChụp ảnh"
    assert len(read_lines(agenda)) == 6


def test_long_lines_are_paragraphs_of_their_own() -> None:
    assert [line.text for line in read_lines("\n".join(PARAGRAPHS))] == list(PARAGRAPHS)


@given(st.text())
def test_no_line_is_empty_or_holds_a_line_break(text: str) -> None:
    for line in read_lines(text):
        assert line.text
        assert "\n" not in line.text
