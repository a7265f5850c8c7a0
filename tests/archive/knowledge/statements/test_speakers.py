"""Speakers: one way of print to name who speaks a test, in sentences written for it."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.statements.test_statements import only, said, statements


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Anh Lê Văn An, lái xe Sở Y tế tỉnh Bắc Ninh cho biết đường rất trơn.", "Lê Văn An"),
        ("GS, TS Trần Thị Hà, Viện Khảo cổ học cho rằng cần khai quật thêm.", "Trần Thị Hà"),
        ("Em Phan Bảo Ngọc, lớp 11A2 Trường THPT Tân Phú nói trường rất sạch.", "Phan Bảo Ngọc"),
        ("Ông Lê Văn An ở thôn 14 cho biết giếng đã cạn.", "Lê Văn An"),
        ("Lãnh đạo Công an quận Ba Đình, Hà Nội cho biết vụ việc đang được làm rõ.", None),
        ("Theo bác sĩ chuyên khoa II Lê Văn An, ca ghép kéo dài sáu giờ.", "Lê Văn An"),
        ("Theo ông Lê Văn An đề án này còn sơ sài.", "Lê Văn An"),
        ("Nông dân Lê Văn An phản ánh cống bị rò rỉ hơn một năm.", "Lê Văn An"),
        ("Nhiều người cho rằng giá vé quá cao.", "Nhiều người"),
        ("Theo báo cáo của Sở Y tế, tỉnh có 12 trạm y tế.", "Sở Y tế"),
        ("Báo cáo của Sở Y tế nêu: Tỉnh có 12 trạm y tế.", "Sở Y tế"),
        ("Ross Crates cho biết loài chim này rất hiếm.", "Ross Crates"),
    ],
)
def test_who_speaks_is_told_by_the_form_of_the_sentence(sentence: str, speaker: str | None) -> None:
    assert only(sentence).speaker == (speaker or "Lãnh đạo Công an quận Ba Đình")


def test_two_persons_in_parentheses_speak_together() -> None:
    statement = only(
        "Lê Thị Hoa (22 tuổi) và Trần Thị Bình (23 tuổi) - hai cô giáo - thừa nhận đã quát mắng trẻ."
    )
    assert statement.speakers == ("Lê Thị Hoa", "Trần Thị Bình")


def test_words_after_a_colon_are_whose_doing_was_told() -> None:
    statement = only(
        "Chị Lê Thị Hoa, bản Làng Minh vẫn chưa hết bàng hoàng: “Nước lên nhanh quá, không kịp chạy”."
    )
    assert (statement.speaker, statement.kind, statement.cue) == ("Lê Thị Hoa", "direct", None)


def test_a_motto_after_a_colon_is_nobodys_words() -> None:
    assert said("Ông Lê Văn An mở hội thi với chủ đề: “Vì một thành phố xanh và sạch đẹp”.").statements == ()


def test_a_given_name_is_whose_full_name_stood_last() -> None:
    found = statements(
        "Luật sư Trần Văn Thái cho biết mức phạt là 10 triệu đồng.",
        "Phóng viên đã liên hệ với ông Phan Đoàn Thái, Giám đốc Sở Y tế. Ông Thái nói sẽ kiểm tra lại.",
    )
    assert [speaker for speaker, _ in found] == ["Trần Văn Thái", "Phan Đoàn Thái"]


def test_one_who_is_meant_by_this_is_who_was_named() -> None:
    found = statements("Võ sĩ Lê Thị Hoa nói cô rất vui. Nữ võ sĩ này cho biết sẽ tập tiếp.")
    assert [speaker for speaker, _ in found] == ["Lê Thị Hoa", "Lê Thị Hoa"]


def test_a_word_for_what_somebody_is_means_its_one_bearer() -> None:
    found = only(
        "Tòa án xét xử bị cáo Chu Thị Lành về tội lừa đảo.",
        "Tại phiên tòa, bị cáo khai nhận hành vi phạm tội.",
    )
    assert (found.speaker, found.attribution) == ("Chu Thị Lành", "pronoun")


def test_a_name_without_a_title_is_taken_only_where_it_is_known() -> None:
    found = statements("Chị Bùi Thị Hằng nói việc thi lại rất mệt. “Em không chắc sẽ làm bài tốt”, Hằng nói.")
    assert [speaker for speaker, _ in found] == ["Bùi Thị Hằng", "Bùi Thị Hằng"]


@pytest.mark.parametrize(
    "sentence",
    [
        "UBND tỉnh sẽ yêu cầu các sở báo cáo.",
        "Trường hợp tố cáo thuộc thẩm quyền của cấp dưới thì chuyển đơn.",
        "Ban Chỉ huy Quân sự huyện đoàn kết, thống nhất khắc phục khó khăn.",
        "UBND tỉnh Bình Định tổ chức tuyên dương và khen thưởng 6 vận động viên.",
        "Ban Chỉ huy Quân sự huyện ủng hộ xóa một nhà tạm cho hộ nghèo.",
        "Huyện đã lập 19 đoàn để khảo sát, kiểm tra và đánh giá tình hình cơ sở.",
        "UBND tỉnh tổ chức họp báo cung cấp thông tin kinh tế - xã hội quý một.",
        "Ông Lê Văn An từng chỉ đạo triệt phá nhiều băng nhóm.",
    ],
)
def test_what_was_done_or_will_be_said_is_no_statement(sentence: str) -> None:
    assert said(sentence).statements == ()


def test_another_body_set_against_the_first_speaks_for_itself() -> None:
    found = statements(
        "Phía doanh nghiệp cho rằng xe chỉ chạy trong công trường, còn Sở Xây dựng khẳng định xe chạy ra quốc lộ."
    )
    assert found == [
        ("Phía doanh nghiệp", "xe chỉ chạy trong công trường"),
        ("Sở Xây dựng", "xe chạy ra quốc lộ"),
    ]


def test_who_is_spoken_to_is_not_who_speaks() -> None:
    statement = only("Báo cáo với Phó Thủ tướng, ông Lê Văn An, Giám đốc Sở Y tế, cho biết dịch đã giảm.")
    assert (statement.speaker, statement.act) == ("Lê Văn An", "report")


def test_what_is_shared_begins_behind_the_colon() -> None:
    statement = only("Ông Lê Văn An chia sẻ kinh nghiệm: muốn dân tin thì phải ăn cơm nhà dân.")
    assert statement.content == "muốn dân tin thì phải ăn cơm nhà dân"


def test_a_bare_word_for_a_body_means_the_one_named_in_full_before() -> None:
    told = statements(
        "Cục Thú y vừa có công văn gửi các tỉnh. Sở Y tế và Sở Xây dựng cùng dự họp.",
        "Cục yêu cầu các tỉnh tiêm phòng đủ hai mũi.",
        "Sở đề nghị các huyện báo cáo trong tuần.",
    )
    assert [speaker for speaker, _ in told] == ["Cục Thú y", "Sở"]


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("Chị Vũ Thị Hà (Đội 5, xã Tân An, huyện Tứ Kỳ, Hải Dương cho biết lúa đã trổ.", "Vũ Thị Hà"),
        (
            "Đại diện Sở Y tế (SYT) Hà Nội cho biết vắc xin đã đủ.",
            "Đại diện Sở Y tế (SYT) Hà Nội",
        ),
        ("Cục Quản lý đường bộ, Bộ Xây dựng yêu cầu các trạm mở cửa.", "Cục Quản lý đường bộ"),
        ("Nghệ sĩ Nhân dân Trung Lương cho biết, ông rất vui khi được mời.", "Trung Lương"),
        (
            "Đồng tình với quan điểm của ông Lê Văn An, nghệ sĩ nhiếp ảnh Quang Tín, (giải Cành lúa) chia sẻ: “Tôi "
            "đã gặp cảnh ấy nhiều lần.”",
            "Quang Tín",
        ),
        ("Theo độc giả Hoàng Trung, giá vé như vậy là quá cao.", "Hoàng Trung"),
        ("Theo Cục Thú y, Bộ Nông nghiệp và Môi trường, Hà Nam đã hết dịch.", "Cục Thú y"),
        ("Theo Reuters, giá dầu đã giảm ba phiên liền.", "Reuters"),
        ("Theo Reuters, ông Lê Văn An nói giá dầu sẽ giảm.", "Lê Văn An"),
        ("Thông tin từ Sở Y tế Hà Nam, toàn tỉnh có hai ca bệnh mới.", "Sở Y tế Hà Nam"),
    ],
)
def test_addresses_owners_and_sources_do_not_hide_who_speaks(sentence: str, speaker: str) -> None:
    assert only(sentence).speaker == speaker


@pytest.mark.parametrize("words", ["Chuyên gia", "Nhà khoa học"])
def test_an_epithet_means_who_alone_has_just_spoken(words: str) -> None:
    told = said(
        "PGS.TS Lê Văn An cho rằng giống lúa mới cần được thử thêm.",
        f"{words} cũng nhấn mạnh nông dân phải được tập huấn trước.",
    ).statements
    assert [(one.speaker, one.attribution) for one in told] == [
        ("Lê Văn An", "name"),
        ("Lê Văn An", "pronoun"),
    ]


def test_who_heads_a_city_is_its_chairman_who_has_just_spoken() -> None:
    told = said(
        "Chủ tịch UBND thành phố Lê Văn An cho biết dự án chậm sáu tháng.",
        "Người đứng đầu chính quyền thành phố cho rằng nhà thầu thiếu vốn.",
    ).statements
    assert [(one.speaker, one.attribution) for one in told][1] == ("Lê Văn An", "post")


def test_an_epithet_after_two_speakers_is_named_as_printed() -> None:
    told = statements(
        "Ông Lê Văn An cho rằng giống lúa mới cần được thử thêm. Bà Trần Thị Bình cho biết giá giống còn cao.",
        "Chuyên gia cũng nhấn mạnh nông dân phải được tập huấn trước.",
    )
    assert told[-1][0] == "Chuyên gia"


def test_behind_a_semicolon_somebody_else_may_speak() -> None:
    sentence = (
        "Bà Trần Thị Hà đề nghị tỉnh sớm cấp vốn; ông Lê Văn An, người từng giữ rừng, thì cho rằng thiếu đất."
    )
    assert statements(sentence) == [
        ("Trần Thị Hà", "tỉnh sớm cấp vốn"),
        ("Lê Văn An", "thiếu đất"),
    ]
