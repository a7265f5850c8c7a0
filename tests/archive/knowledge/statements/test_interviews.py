"""Interviews: who asks and who answers."""

from __future__ import annotations

from tests.archive.knowledge.statements.test_statements import said


def test_a_question_goes_on_until_the_answer_that_bears_a_name() -> None:
    found = said(
        "PV: Việc này kéo dài đã lâu.",
        "Theo ông phải làm gì để sớm chấm dứt?",
        "Bao giờ thì xong?",
        "Ông Lê Văn An: Chúng tôi sẽ làm xong ngay trong quý này.",
    ).statements
    assert [one.content for one in found] == ["Chúng tôi sẽ làm xong ngay trong quý này."]


def test_answers_without_a_name_are_of_whom_the_paper_talked_to() -> None:
    found = said(
        "Phóng viên đã có cuộc trao đổi với bà Trần Thị Hà, Giám đốc Sở Y tế về dịch bệnh.",
        "- Thưa bà, tình hình hiện nay ra sao?",
        "+ Đến nay số ca mắc đã giảm một nửa.",
        "Các trạm y tế xã vẫn trực ngày đêm.",
        "- Sắp tới ngành làm gì, bà có thể cho biết?",
        "+ Chúng tôi tiêm phòng cho trẻ em trước.",
        "- Xin cảm ơn bà!",
    ).statements
    assert [(one.speaker, one.content, one.continues) for one in found] == [
        ("Trần Thị Hà", "Đến nay số ca mắc đã giảm một nửa.", None),
        ("Trần Thị Hà", "Các trạm y tế xã vẫn trực ngày đêm.", 0),
        ("Trần Thị Hà", "Chúng tôi tiêm phòng cho trẻ em trước.", None),
    ]


def test_where_nobody_asks_everybody_has_one_paragraph() -> None:
    found = said(
        "Ông Lê Văn An: Tôi mong con đường sớm được làm xong.",
        "Bà Trần Thị Hà: Chợ mới họp đông hơn chợ cũ nhiều lần.",
        "Trời đã tối mà chợ vẫn đông.",
    ).statements
    assert [(one.speaker, one.continues) for one in found] == [("Lê Văn An", None), ("Trần Thị Hà", None)]
