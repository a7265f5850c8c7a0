"""Captions: with a credit, or told by their form; sentences of the story stay."""

from __future__ import annotations

import pytest

from archive.cleaning.captions import credited_caption, photo_credits, take_captions
from archive.cleaning.layout import Line
from archive.models import Caption

LEDE = "Sáng 19/3, đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy làm việc với Sở Tài chính."
END = "Hội nghị đã thống nhất nhiều giải pháp cho sáu tháng cuối năm."


def taken(*texts: str) -> tuple[list[str], list[Caption]]:
    lines = [Line(number, text, True) for number, text in enumerate((LEDE, *texts, END), 1)]
    left, captions, _ = take_captions(lines)
    return [line.text for line in left[1:-1]], captions


@pytest.mark.parametrize(
    ("text", "caption", "credit"),
    [
        (
            "Đồng chí Trần Văn Bình phát biểu. Ảnh: Thành Công",
            "Đồng chí Trần Văn Bình phát biểu.",
            "Thành Công",
        ),
        ("Quang cảnh buổi lễ (Ảnh: Thu Hà/TTXVN).", "Quang cảnh buổi lễ", "Thu Hà/TTXVN"),
        ("Cầu Bến Đò trước giờ thông xe - Ảnh: H.T", "Cầu Bến Đò trước giờ thông xe", "H.T"),
        ("Nông dân thu hoạch lúa. Ảnh tư liệu: Nhật Tuấn.", "Nông dân thu hoạch lúa.", "Nhật Tuấn"),
        ("Nông dân thu hoạch lúa. Ảnh Nhật Tuấn", "Nông dân thu hoạch lúa.", "Nhật Tuấn"),
        ("Ảnh: Thành Công", "", "Thành Công"),
    ],
)
def test_credited_captions(text: str, caption: str, credit: str) -> None:
    assert credited_caption(text) == Caption(caption, credit)


@pytest.mark.parametrize(
    "text",
    [
        "Quang cảnh hội nghị.",
        "Các đại biểu dự hội nghị.",
        "Phó Chủ tịch UBND tỉnh Trần Văn Bình phát biểu tại hội nghị.",
        "Lãnh đạo Sở Tài chính trao Bằng khen của Bộ Tài chính cho Phòng Tài chính huyện Hạ.",
        "Đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy thăm, tặng quà gia đình chính sách",
        "Các đại biểu chụp ảnh lưu niệm với lãnh đạo tỉnh.",
    ],
)
def test_captions_without_a_credit(text: str) -> None:
    assert taken(text) == ([], [Caption(text)])


@pytest.mark.parametrize(
    "text",
    [
        "Phát biểu tại hội nghị, đồng chí Trần Văn Bình biểu dương các đơn vị.",
        "Đồng chí Trần Văn Bình yêu cầu các sở kiểm tra lại tiến độ.",
        "Tới dự có đồng chí Trần Văn Bình, Phó Chủ tịch UBND tỉnh.",
        "Chiều 20/3, lãnh đạo tỉnh thăm xã Hạ.",
        "Ông Bình cho biết, đoàn kiểm tra đã làm việc với chủ đầu tư.",
        "Người dân có thể chụp hình những nơi bị ngập.",
        "Lãnh đạo tỉnh tặng quà gì cho các cháu?",
    ],
)
def test_sentences_of_the_story_stay(text: str) -> None:
    assert taken(text) == ([text], [])


def test_the_lede_is_never_a_caption() -> None:
    text = "Lãnh đạo tỉnh thăm, tặng quà các gia đình chính sách."
    left, captions, _ = take_captions([Line(1, text, True), Line(2, END, True)])
    assert (left[0].text, captions) == (text, [])


def test_a_caption_printed_twice_counts_once() -> None:
    text = "Toàn cảnh phiên họp. Ảnh: Phạm Bằng"
    assert taken(text, text) == ([], [Caption("Toàn cảnh phiên họp.", "Phạm Bằng")])


def test_a_credit_under_a_caption_is_its_credit() -> None:
    assert taken("Quang cảnh hội nghị.", "Ảnh: Thu Hà")[1] == [Caption("Quang cảnh hội nghị.", "Thu Hà")]


def test_photo_credits_are_each_named_once() -> None:
    captions = [Caption("A.", "Thu Hà"), Caption("B.", "Thu Hà"), Caption("C.", None)]
    assert photo_credits(captions, [], "Văn Hải") == ("Thu Hà", "Văn Hải")
