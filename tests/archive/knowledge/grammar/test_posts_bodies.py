"""Long, numbered, nested and implied bodies of posts."""

from __future__ import annotations

import pytest

from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import post_at
from tests.archive.knowledge.grammar.test_posts import canonical, surface
from tests.archive.knowledge.officials.test_officials import officials


@pytest.mark.parametrize(
    "post",
    [
        "Giám đốc Ban Quản lý dự án đầu tư xây dựng công trình dân dụng và công nghiệp tỉnh",
        "Giám đốc Sở Nông nghiệp và Phát triển nông thôn tỉnh Phú Thọ",
        "Trưởng Ban Chỉ đạo tổng điều tra dân số và nhà ở huyện",
        "Phó Trưởng Ban Chỉ huy phòng, chống thiên tai và tìm kiếm cứu nạn tỉnh",
        "Phó Trưởng Khoa Khoa học xã hội và Nhân văn",
        "Chủ tịch Hội Hồi sức - Cấp cứu và Chống độc Việt Nam",
        "Phó Chủ nhiệm Khoa Sư phạm",
        "Trưởng Ban Chỉ đạo 389 tỉnh",
        "Phó Trưởng Ban Chỉ đạo phát triển khoa học, công nghệ, đổi mới sáng tạo và chuyển đổi số tỉnh",
        "Giám đốc Ban Quản lý dự án các công trình nông nghiệp tỉnh",
        "Giám đốc Trung tâm Xúc tiến Đầu tư - Thương mại và Hội chợ triển lãm",
        "Giám đốc Trung tâm Phối hợp tìm kiếm, cứu nạn hàng hải khu vực III",
        "Giám đốc Sở Lao động, Thương binh và Xã hội tỉnh Bắc Ninh",
        "Phó Trưởng Ban Tổ chức Năm Du lịch quốc gia 2024",
        "Hiệu trưởng Trường THPT Lý Thái Tổ số 2",
        "Phó Vụ trưởng Vụ Pháp chế - Thanh tra",
        "Trưởng phòng Cảnh sát kinh tế, Công an tỉnh",
        "Chủ nhiệm Ủy ban Văn hóa, Giáo dục, Thanh niên, Thiếu niên và Nhi đồng",
        "Chủ nhiệm Ủy ban Tài chính, Ngân sách",
        "Phó trưởng phòng cục Kiểm lâm",
        "Hiệu trưởng Trường Phổ thông dân tộc bán trú tiểu học Trà Leng",
        "Phó Trưởng Ban Quản lý Khu kinh tế cửa khẩu Đồng Đăng - Lạng Sơn",
        "Chi cục trưởng Chi cục Hải quan cửa khẩu Tân Thanh",
        "Tư lệnh Quân khu 7",
        "Chủ tịch UBND huyện Đắk R’lấp",
        "Trưởng thôn Vinh Quang 2",
        "Chủ nhiệm Văn phòng Chủ tịch nước",
        "Chủ tịch UBND huyện đảo Cát Hải",
    ],
)
def test_a_long_body_is_printed_whole(post: str) -> None:
    assert surface(f"{post} đã trình bày") == post


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("PBT TT Huyện ủy Lương Tài", "Phó Bí thư Thường trực Huyện ủy Lương Tài"),
        ("CT UBND P.Ninh Xá", "Chủ tịch UBND phường Ninh Xá"),
        ("Chủ tịch UBND H.Phú Tân", "Chủ tịch UBND huyện Phú Tân"),
        ("Trưởng phòng CSHS Công an tỉnh", "Trưởng Phòng Cảnh sát hình sự Công an tỉnh"),
        ("Giám đốc Đài PT-TH tỉnh", "Giám đốc Đài Phát thanh - Truyền hình tỉnh"),
        ("Trưởng đoàn Đoàn ĐBQH tỉnh", "Trưởng Đoàn đại biểu Quốc hội tỉnh"),
        ("Phó phòng phụ trách phòng Nội vụ huyện", "Phó Trưởng Phòng phụ trách Phòng Nội vụ huyện"),
        (
            "Phó Trưởng ban thường trực Ban Chỉ đạo tỉnh",
            "Phó Trưởng Ban Thường trực Ban Chỉ đạo tỉnh",
        ),
        ("Vụ trưởng Quản lý Doanh nghiệp", "Vụ trưởng Vụ Quản lý Doanh nghiệp"),
        ("Cục trưởng Phòng chống tham nhũng", "Cục trưởng Cục Phòng chống tham nhũng"),
        (
            "Chủ tịch Uỷ ban Trung ương Mặt trận Tổ quốc Việt Nam",
            "Chủ tịch Ủy ban Trung ương MTTQ Việt Nam",
        ),
        ("UVBTV Đảng ủy", "Ủy viên Ban Thường vụ Đảng ủy"),
        ("Viện trưởng Viện Pasteur Thành phố Hồ Chí Minh", "Viện trưởng Viện Pasteur thành phố"),
        ("Trưởng phòng Kế toán công ty Minh Long", "Trưởng Phòng Kế toán Công ty Minh Long"),
        ("Chính ủy BĐBP tỉnh", "Chính ủy Bộ Chỉ huy Bộ đội Biên phòng tỉnh"),
    ],
)
def test_abbreviated_doubled_and_implied_bodies_are_named(text: str, form: str) -> None:
    assert canonical(text) == form


def test_after_a_committee_of_a_unit_a_verb_begins() -> None:
    assert surface("con trai phó bí thư tỉnh ủy tổ chức đánh bạc") == "phó bí thư tỉnh ủy"


def test_a_ministry_ends_where_its_deputy_moves() -> None:
    assert (
        surface("Thứ trưởng Bộ Kế hoạch và Đầu tư về Cần Thơ nhận việc") == "Thứ trưởng Bộ Kế hoạch và Đầu tư"
    )


def test_an_area_ends_at_a_full_stop_but_for_abbreviations() -> None:
    assert surface("Trưởng Ban Dân tộc huyện. Sau đó") == "Trưởng Ban Dân tộc huyện"
    assert surface("Chủ tịch UBND TP. Vinh nói") == "Chủ tịch UBND TP. Vinh"


def test_a_quoted_name_belongs_to_the_body() -> None:
    post = 'Trưởng Ban vận động Quỹ "Vì người nghèo" tỉnh'
    assert surface(f"{post} đã dự") == post


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Trưởng phòng Giáo dục và Đào tạo chỉ đạo đình chỉ", "Trưởng phòng Giáo dục và Đào tạo"),
        ("Giám đốc Trung tâm Y tế, kiểm tra và giám sát cơ sở", "Giám đốc Trung tâm Y tế"),
        ("Trưởng phòng Nông nghiệp - Phó ban chỉ huy huyện", "Trưởng phòng Nông nghiệp"),
        ("Chủ tịch Hội Nông dân tỉnh, Sở Y tế cùng dự", "Chủ tịch Hội Nông dân tỉnh"),
    ],
)
def test_a_body_ends_where_something_else_is_told(text: str, printed: str) -> None:
    assert surface(text) == printed


def test_the_owner_in_brackets_is_part_of_the_name_and_of_the_print() -> None:
    text = "Ông Lê Văn Bình, Phó Trưởng phòng CSGT (CA tỉnh) cho biết"
    assert canonical(text) == "Phó Trưởng Phòng Cảnh sát giao thông Công an tỉnh"
    assert [post.surface for post in officials(text)[0].posts] == ["Phó Trưởng phòng CSGT (CA tỉnh)"]


@pytest.mark.parametrize(
    "post",
    [
        "Viện trưởng Viện Dịch tễ côn trùng Trung ương",
        "Giám đốc Trung tâm quan trắc lũ quét tỉnh Phú Thọ",
        "Trưởng phòng Quản lý dược liệu, Sở Y tế Phú Thọ",
        "Chủ tịch Hội nghề mộc Việt Nam",
        "Trưởng Khoa Chẩn đoán hình ảnh - Xét nghiệm",
        "Trưởng ban quản lý chùa Linh Sơn",
        "Hiệu trưởng Trường THPT Lâm Thao 2",
        "Giám đốc Bệnh viện Nhân dân 215 TP Hải Phòng",
        "Trưởng phòng CSGT công an tỉnh Phú Thọ",
    ],
)
def test_a_body_goes_on_in_words_no_table_knows_up_to_what_ends_a_name(post: str) -> None:
    assert surface(f"{post}, cho biết") == post


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        (
            "Lê Văn Bình, Giám đốc Trung tâm âm thanh và ánh sáng, nói",
            "Giám đốc Trung tâm âm thanh và ánh sáng",
        ),
        ("Trưởng phòng Cấp thẻ xe máy Lê Văn Bình", "Trưởng phòng Cấp thẻ xe máy"),
        ("Giám đốc Trung tâm trực tiếp hỏi han, động viên", "Giám đốc Trung tâm"),
        ("Giám đốc Trung tâm thăm các hộ ở huyện Lâm Thao", "Giám đốc Trung tâm"),
        ("Giám đốc Trung tâm huy động lực lượng, phương tiện", "Giám đốc Trung tâm"),
        ("Giám đốc Bệnh viện Hữu Nghị 3 lần xin lỗi", "Giám đốc Bệnh viện Hữu Nghị"),
        ("Trưởng phòng Tổ chức và ông Lê Văn Bình", "Trưởng phòng Tổ chức"),
        ("Trưởng phòng Kinh tế thuộc UBND huyện Lâm Thao", "Trưởng phòng Kinh tế"),
    ],
)
def test_words_that_nothing_ends_or_that_begin_with_a_verb_are_no_name(text: str, printed: str) -> None:
    assert surface(text) == printed


def test_a_commune_may_begin_like_a_town_of_one_syllable() -> None:
    assert canonical("Chủ tịch UBND xã Vinh Hà cho biết") == "Chủ tịch UBND xã Vinh Hà"
    assert canonical("Chủ tịch UBND TP Vinh Hà Văn Bình") == "Chủ tịch UBND thành phố Vinh"


def test_to_lead_a_team_to_games_is_no_post() -> None:
    assert post_at(read_passage("Trưởng đoàn Bộ môn Quyền cước Việt Nam là ông A"), 0) is None
    assert canonical("Trưởng đoàn Nghệ thuật Chèo tỉnh") == "Trưởng Đoàn Nghệ thuật Chèo tỉnh"
