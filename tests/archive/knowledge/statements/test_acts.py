"""Acts: what is done by saying it."""

from __future__ import annotations

import pytest

from archive.knowledge.statements.acts import act_of
from tests.archive.knowledge.statements.test_statements import only, said


@pytest.mark.parametrize(
    ("act", "cue", "content", "speaker", "expected"),
    [
        ("demand", "đề nghị", "tỉnh hỗ trợ kinh phí", "Bí thư Huyện ủy", "propose"),
        ("demand", "đề nghị", "UBND các xã quan tâm", "Bí thư Tỉnh ủy", "demand"),
        ("demand", "đề nghị", "các sở, ngành cử người phát ngôn", "Hội Nhà báo tỉnh", "propose"),
        ("demand", "mong muốn", "mỗi cán bộ Đoàn nói đi đôi với làm", "Phó Bí thư Tỉnh ủy", "demand"),
        ("demand", "lưu ý", "người dân chỉ nộp tiền khi dự án đủ điều kiện", "", "demand"),
        ("demand", "lưu ý", "thực trạng nhiều hộ chưa muốn thoát nghèo", "", "assert"),
        ("assert", "khẳng định", "tỉnh sẽ dành đất cho dự án", "", "promise"),
        ("assert", "cho biết", "sẽ tìm hiểu sự việc", "", "promise"),
        ("assert", "cho biết", "mưa sẽ giảm dần", "", "assert"),
        ("assert", "nói", "“Đây là việc hay, chúng tôi sẽ cố gắng làm”", "", "promise"),
        ("assert", "nói", "“Tôi xin nhận trách nhiệm về việc này”", "", "admit"),
        ("assert", "nói", "“Tôi đề nghị các huyện khẩn trương”", "Phó Chủ tịch UBND tỉnh", "demand"),
        ("assert", "bày tỏ", "lòng biết ơn các thầy cô", "", "thank"),
        ("assert", "cho rằng", "nên lập trung tâm quản lý", "", "propose"),
        ("criticise", "chỉ rõ", "một số hạn chế", "", "criticise"),
        ("criticise", "chỉ rõ", "ba nhiệm vụ của ngành", "", "assert"),
    ],
)
def test_an_act_follows_cue_content_and_rank(
    act: str, cue: str, content: str, speaker: str, expected: str
) -> None:
    assert act_of(act, cue, content, speaker) == expected


@pytest.mark.parametrize(
    ("sentence", "act"),
    [
        ("Báo cáo tại hội nghị, ông Lê Văn An cho biết tỉnh có 12 trạm y tế.", "report"),
        ("Theo thống kê của Sở Y tế, tỉnh có 12 trạm y tế.", "report"),
        ("Theo phản ánh của công nhân, công ty nợ lương hai tháng.", "criticise"),
        ("Ông Lê Văn An nhận định dịch sẽ giảm.", "assess"),
        ("Ông Lê Văn An hỏi: “Bao giờ cống được sửa xong hả các anh?”.", "other"),
    ],
)
def test_the_words_around_a_cue_count(sentence: str, act: str) -> None:
    assert only(sentence).act == act


def test_what_is_told_ends_where_the_speaker_asks_for_something() -> None:
    told, asked = said("Ông Lê Văn An nói khách hàng chưa trả tiền, mong công nhân thông cảm.").statements
    assert (told.content, asked.content) == ("khách hàng chưa trả tiền", "công nhân thông cảm")


def test_praise_ends_where_faults_are_named() -> None:
    praise, fault = said(
        "Ông Lê Văn An biểu dương nỗ lực của ngành, đồng thời thẳng thắn chỉ rõ một số hạn chế kéo dài."
    ).statements
    assert (praise.act, fault.act) == ("praise", "criticise")


def test_what_others_hope_for_is_part_of_what_is_told() -> None:
    statement = only("Ông Lê Văn An cho biết bà con phấn khởi, mong sớm có đường mới.")
    assert statement.content == "bà con phấn khởi, mong sớm có đường mới"
