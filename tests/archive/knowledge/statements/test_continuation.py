"""Continuation: which sentences without a speaker go on with what was said before them."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.statements.test_statements import said

TOLD = "Ông Lê Văn An, Giám đốc Sở Xây dựng cho biết đường mới sẽ thông xe trong quý này."
DEMANDED = "Bí thư Tỉnh ủy Lê Văn An yêu cầu các ngành sớm khắc phục hậu quả mưa lũ."


def going_on(*paragraphs: str) -> list[tuple[str, str]]:
    """Content and rule of what goes on with the first statement."""
    return [(one.content, one.rule) for one in said(*paragraphs).statements if one.continues == 0]


def goes_on_in_paragraph(first: str, sentence: str) -> bool:
    return bool(going_on(f"{first} {sentence}"))


@pytest.mark.parametrize(
    "sentence",
    [
        "Hết giờ làm việc, cổng công trường được khóa lại.",
        "Hiện nay công tác kiểm tra đang được triển khai.",
        "Đơn vị duy trì nghiêm chế độ trực ban.",
        "Kinh phí do ngân sách bố trí, đến nay đã giải ngân một nửa.",
    ],
)
def test_the_rest_of_a_paragraph_goes_on_with_what_was_told(sentence: str) -> None:
    assert going_on(f"{TOLD} {sentence}") == [(sentence, "rest of paragraph")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Chiều cùng ngày, đoàn đã dâng hương tại nghĩa trang.",
        "Như báo Tin Mới đã đưa, con đường này từng bị đình chỉ thi công.",
        "Năm 2006, tỉnh khởi công con đường này.",
        "Dưới đây là một số hình ảnh tại hiện trường.",
        "Ông Trần Văn Bình đi kiểm tra một vòng quanh công trường.",
        "Công an tỉnh Bình Minh có mặt kịp thời.",
        "Con đường nhìn từ trên cao (trái) và đoạn cuối tuyến.",
        "PV đã liên hệ nhưng chưa có câu trả lời.",
        "Nhiều nguồn tin cho biết giá đất đang tăng mạnh.",
        "Bên cạnh đó, nhiều người dân cũng lo việc đi lại trong mùa mưa.",
    ],
)
def test_what_the_paper_tells_itself_does_not(sentence: str) -> None:
    assert not goes_on_in_paragraph(TOLD, sentence)


def test_the_next_paragraph_needs_a_word_that_says_so() -> None:
    assert going_on(TOLD, "Con đường dài mười hai cây số. Mặt đường rộng chín mét.") == []
    assert going_on(TOLD, "Cụ thể, con đường dài mười hai cây số.") == [
        ("Cụ thể, con đường dài mười hai cây số.", "opener")
    ]


def test_an_opener_does_not_make_what_a_body_did_in_the_next_paragraph_speech() -> None:
    assert going_on(TOLD, "Để có vốn, Tập đoàn Nam Hải đã trao tặng tỉnh hai tỷ đồng.") == []


LINES = (
    "Con đường mới được nhiều người mong đợi.",
    "Công trường nằm ở phía nam thị trấn.",
    "Máy móc chạy cả ngày lẫn đêm.",
    TOLD,
    "Nguồn vốn do ngân sách bố trí.",
    "Mặt đường rộng chín mét.",
)


def test_where_every_sentence_is_a_line_the_next_lines_go_on() -> None:
    found = said(*LINES).statements
    assert [(one.content, one.rule) for one in found[1:]] == [
        ("Nguồn vốn do ngân sách bố trí.", "next line"),
        ("Mặt đường rộng chín mét.", "next line"),
    ]


def test_no_more_than_four_lines_go_on_without_a_word_that_says_so() -> None:
    found = said(*LINES, *(f"Đoạn số {count} dài hơn hai cây số." for count in range(5))).statements
    assert sum(one.rule == "next line" for one in found) == 4


def test_what_was_quoted_ends_with_its_quotation() -> None:
    assert not goes_on_in_paragraph(
        "“Chúng tôi sẽ làm ngay trong tháng này”, ông Lê Văn An nói.", "Con đường dài mười hai cây số."
    )


@pytest.mark.parametrize(
    "sentence",
    [
        "Huyện khẩn trương rà soát quỹ đất để bố trí tái định cư.",
        "Sở Tài chính có trách nhiệm bố trí đủ vốn.",
        "Chậm tiến độ thì Chủ tịch UBND huyện phải giải trình trước tỉnh.",
    ],
)
def test_bodies_and_posts_told_what_to_do_go_on_with_a_demand(sentence: str) -> None:
    assert [content for content, _ in going_on(DEMANDED, sentence)] == [sentence]


@pytest.mark.parametrize(
    "sentence",
    ["Vận động viên Trần Văn Bình cũng có mặt.", "Công an huyện Cần Giuộc lập biên bản hiện trường."],
)
def test_a_noun_made_of_a_verb_and_a_place_name_are_no_demand(sentence: str) -> None:
    assert going_on(DEMANDED, sentence) == []


def test_a_caption_between_two_paragraphs_parts_no_demand_from_its_speaker() -> None:
    found = said(
        "Chủ tịch UBND tỉnh Lê Văn An yêu cầu Sở Y tế kiểm tra. Trời đã tối.",
        "Cổng bệnh viện lúc chạng vạng.",
        "Yêu cầu bệnh viện báo cáo trước ngày 5/8.",
    ).statements
    assert [one.speaker for one in found] == ["Lê Văn An"]
    found = said(
        "Chủ tịch UBND tỉnh Lê Văn An yêu cầu Sở Y tế kiểm tra.",
        "Cổng bệnh viện lúc chạng vạng.",
        "Yêu cầu bệnh viện báo cáo trước ngày 5/8.",
    ).statements
    assert [(one.speaker, one.attribution) for one in found] == [
        ("Lê Văn An", "name"),
        ("Lê Văn An", "context"),
    ]


def test_each_paragraph_of_an_announced_list_of_tasks_goes_on() -> None:
    found = going_on(
        "Chủ tịch UBND huyện yêu cầu thủ trưởng các phòng, ban thực hiện các nhiệm vụ sau:",
        "Giao Phòng Tài chính bố trí kinh phí phòng dịch từ nguồn dự phòng.",
        "Đề nghị Công ty Cấp nước thường xuyên kiểm tra hồ chứa.",
        "Hiệu trưởng các trường học vận động phụ huynh báo tin kịp thời.",
        "Ông Lê Văn An đến kiểm tra chốt kiểm dịch.",
    )
    assert len(found) == 3 and all(rule == "list" for _, rule in found)


def test_a_list_of_tasks_ends_where_the_paper_tells_what_was_done() -> None:
    found = going_on(
        "Chủ tịch UBND huyện yêu cầu các xã thực hiện các nội dung sau:",
        "Các xã đã lập xong chốt kiểm dịch từ tuần trước.",
    )
    assert found == []
