from __future__ import annotations

import pytest

from archive.knowledge.grammar.bodies import display_spelling
from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import PrintedPost, post_at, post_id


def first_post(text: str) -> tuple[str, PrintedPost]:
    """The first post of a text: the printed characters and the post."""
    passage = read_passage(text)
    found = (post_at(passage, index) for index in range(len(passage)))
    post = next(post for post in found if post is not None)
    return passage.surface(post.first, post.end), post


def surface(text: str) -> str:
    return first_post(text)[0]


def canonical(text: str) -> str:
    return first_post(text)[1].canonical


@pytest.mark.parametrize(
    ("text", "printed"),
    [
        ("Trưởng Đoàn ĐBQH tỉnh có buổi làm việc", "Trưởng Đoàn ĐBQH tỉnh"),
        ("Phó Chủ tịch Thường trực UBND tỉnh Nguyễn Văn An trao quà", "Phó Chủ tịch Thường trực UBND tỉnh"),
        ("Phó Giám đốc Sở Vũ Văn Bình phát động phong trào", "Phó Giám đốc Sở"),
        ("giám đốc sở Thông tin và Truyền thông đã báo cáo", "giám đốc sở Thông tin và Truyền thông"),
        ("Trưởng Ban Chỉ đạo phát triển CNTT tỉnh. Tham dự có", "Trưởng Ban Chỉ đạo phát triển CNTT tỉnh"),
        ("Chủ tịch UBND tỉnh và Giám đốc Sở Y tế", "Chủ tịch UBND tỉnh"),
        ("Giám đốc Sở Văn hóa, Thể thao và Du lịch, cho biết", "Giám đốc Sở Văn hóa, Thể thao và Du lịch"),
        ("Chủ tịch UBND huyện Tam Dương Nguyễn Văn An nói", "Chủ tịch UBND huyện Tam Dương"),
        ("Chủ tịch UBND xã Nguyễn Văn An nói", "Chủ tịch UBND xã"),
        ("Hiệu trưởng Trường THPT Nguyễn Trãi Lê Văn Bình nói", "Hiệu trưởng Trường THPT Nguyễn Trãi"),
        ("Bí thư Tỉnh ủy yêu cầu các sở vào cuộc", "Bí thư Tỉnh ủy"),
        ("Giám đốc Công an tỉnh chỉ đạo điều tra", "Giám đốc Công an tỉnh"),
    ],
)
def test_a_post_ends_with_its_area_and_at_verbs_persons_other_posts(text: str, printed: str) -> None:
    assert surface(text) == printed


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Ủy viên BTV Tỉnh uỷ", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("UVBTV Tỉnh ủy", "Ủy viên Ban Thường vụ Tỉnh ủy"),
        ("Tỉnh uỷ viên", "Tỉnh ủy viên"),
        ("Trưởng Đoàn ĐBQH tỉnh", "Trưởng Đoàn đại biểu Quốc hội tỉnh"),
        ("phó giám đốc sở GD-ĐT", "Phó Giám đốc Sở Giáo dục và Đào tạo"),
        ("Giám đốc Sở NN&PTNT", "Giám đốc Sở Nông nghiệp và Phát triển nông thôn"),
        ("Giám đốc Sở Thông tin - Truyền thông", "Giám đốc Sở Thông tin và Truyền thông"),
        ("Chủ tịch Ủy ban nhân dân tỉnh", "Chủ tịch UBND tỉnh"),
        ("Chủ tịch Hội LHPN tỉnh", "Chủ tịch Hội Liên hiệp Phụ nữ tỉnh"),
        ("Viện trưởng VKSND tỉnh", "Viện trưởng Viện kiểm sát nhân dân tỉnh"),
        ("Phó ban Tổ chức Tỉnh uỷ", "Phó Trưởng Ban Tổ chức Tỉnh ủy"),
        ("Phó Văn phòng UBND tỉnh", "Phó Chánh Văn phòng UBND tỉnh"),
        ("Hiệu phó Trường THPT Chu Văn An", "Phó Hiệu trưởng Trường THPT Chu Văn An"),
        ("Thủ tướng", "Thủ tướng Chính phủ"),
    ],
)
def test_the_canonical_form_expands_abbreviations_and_spells_one_way(text: str, form: str) -> None:
    assert canonical(text) == form


@pytest.mark.parametrize(
    "text", ["Chủ tịch HĐND tỉnh", "Trưởng Ban Chỉ đạo CNTT tỉnh", "Chủ tịch UBND phường Hàng Mã"]
)
def test_what_everybody_reads_stays_abbreviated(text: str) -> None:
    assert canonical(text) == text


@pytest.mark.parametrize(
    "text",
    [
        "Ủy viên Trung ương Đảng",
        "Ủy viên T.Ư Đảng",
        "Uỷ viên TƯ Đảng",
        "Ủy viên BCH Trung ương Đảng",
        "Ủy viên Ban Chấp hành Trung ương Đảng",
        "UVTW Đảng",
    ],
)
def test_a_member_of_the_central_committee_is_one_post(text: str) -> None:
    assert surface(text) == text
    assert canonical(text) == "Ủy viên Trung ương Đảng"


@pytest.mark.parametrize(
    ("colloquial", "full"),
    [
        ("Chủ tịch tỉnh", "Chủ tịch UBND tỉnh"),
        ("Phó chủ tịch Hà Nội", "Phó Chủ tịch UBND thành phố Hà Nội"),
        ("Bí thư Hà Nội", "Bí thư Thành ủy Hà Nội"),
        ("Bộ trưởng Y tế", "Bộ trưởng Bộ Y tế"),
        ("Bộ trưởng GD&ĐT", "Bộ trưởng Bộ Giáo dục và Đào tạo"),
    ],
)
def test_short_and_full_ways_of_naming_a_post_are_one(colloquial: str, full: str) -> None:
    assert canonical(colloquial) == canonical(full)


def test_the_province_is_left_out_and_the_district_is_kept() -> None:
    assert canonical("Chủ tịch UBND tỉnh Bắc Ninh") == "Chủ tịch UBND tỉnh"
    assert canonical("Bí thư Tỉnh uỷ Hoà Bình") == "Bí thư Tỉnh ủy"
    assert canonical("Giám đốc Sở Y tế TP.HCM") == "Giám đốc Sở Y tế"
    assert canonical("Chủ tịch UBND huyện Vĩnh Tường") == "Chủ tịch UBND huyện Vĩnh Tường"
    assert canonical("Bí thư Thành uỷ Cẩm Phả") == "Bí thư Thành ủy Cẩm Phả"


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Bí thư Tỉnh ủy", "current"),
        ("nguyên Bí thư Tỉnh ủy", "former"),
        ("cựu Giám đốc Sở Y tế", "former"),
        ("nguyên là Giám đốc Sở Y tế", "former"),
        ("quyền Chủ tịch UBND tỉnh", "current"),
        ("Q. Giám đốc Sở Y tế", "current"),
    ],
)
def test_nguyen_and_cuu_are_former_and_quyen_is_current(text: str, status: str) -> None:
    assert first_post(text)[1].status == status


def test_the_district_of_a_commune_is_part_of_the_print_the_province_and_a_term_are_not() -> None:
    passage_end = "Chủ tịch UBND xã Tân Lập, huyện Lâm Thao, tỉnh Phú Thọ"
    printed, post = first_post(f"{passage_end}, cho biết")
    assert printed == "Chủ tịch UBND xã Tân Lập, huyện Lâm Thao"
    assert canonical(passage_end) == "Chủ tịch UBND xã Tân Lập"
    assert post.next == len(read_passage(passage_end))
    assert post.organisation is not None and post.organisation.area is not None
    assert post.organisation.area.province == "Phú Thọ"
    assert first_post("Giám đốc Sở Giáo dục và Đào tạo (GD-ĐT) Nghệ An Lê Văn Bình")[1].next == 12
    assert surface("Trưởng Đoàn ĐBQH tỉnh khóa XV, nhiệm kỳ 2021-2026") == "Trưởng Đoàn ĐBQH tỉnh"


def test_an_abbreviated_head_may_have_a_full_stop() -> None:
    assert canonical("PCT. UBND huyện Đông Hà") == "Phó Chủ tịch UBND huyện Đông Hà"
    assert canonical("Đến dự có Phó Chủ tịch. UBND huyện báo cáo") == "Phó Chủ tịch"


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("Người đứng đầu chính quyền Hà Nội cho hay", "Chủ tịch UBND thành phố"),
        ("người đứng đầu UBND tỉnh yêu cầu", "Chủ tịch UBND tỉnh"),
        ("người đứng đầu Thành ủy cho rằng", "Bí thư Thành ủy"),
    ],
)
def test_a_post_may_be_said_in_other_words(text: str, form: str) -> None:
    assert canonical(text) == form


def test_who_heads_an_authority_of_no_area_holds_no_post() -> None:
    assert post_at(read_passage("người đứng đầu chính quyền phải chịu trách nhiệm"), 0) is None


@pytest.mark.parametrize(
    "text",
    [
        "tốc độ tăng trưởng kinh tế",
        "trưởng đoàn công tác",
        "phó với bão",
        "thành phố trẻ",
        "họp Ban Bí thư",
        "Ban giám đốc nhà máy",
    ],
)
def test_words_that_only_look_like_posts_are_none(text: str) -> None:
    passage = read_passage(text)
    assert [post_at(passage, index) for index in range(len(passage))] == [None] * len(passage)


def test_equal_posts_share_one_id_whatever_their_case_and_spelling() -> None:
    assert post_id("Phó Chủ tịch UBND tỉnh") == post_id("phó chủ tịch UBND tỉnh")
    assert post_id("Bí thư Tỉnh ủy") == post_id("Bí thư Tỉnh uỷ")
    assert post_id("Bí thư Tỉnh ủy") != post_id("Phó Bí thư Tỉnh ủy")


def test_the_tone_mark_goes_where_the_archive_writes_it() -> None:
    assert display_spelling("Tỉnh uỷ Hoà Bình, quý, khoẻ, THUỶ") == "Tỉnh ủy Hòa Bình, quý, khỏe, THỦY"
