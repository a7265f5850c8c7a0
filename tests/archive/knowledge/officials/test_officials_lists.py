"""Lists of officials, posts that several share, charts, careers, and who is no official."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.officials.test_officials import held, officials, statuses

DEPUTY = ["Phó Chủ tịch UBND tỉnh"]


@pytest.mark.parametrize(
    "text",
    [
        "Hai Phó Chủ tịch UBND tỉnh là ông Lê Văn Bình và bà Trần Thị Mai cùng dự.",
        "Các đồng chí Phó Chủ tịch UBND tỉnh: Lê Văn Bình, Trần Thị Mai dự họp.",
        "2 đồng chí Phó Chủ tịch UBND tỉnh gồm: Lê Văn Bình, Trần Thị Mai.",
        "Các ông, bà: Lê Văn Bình, Trần Thị Mai – Phó Chủ tịch UBND tỉnh dự họp.",
        "Ông Lê Văn Bình và bà Trần Thị Mai đều là Phó Chủ tịch UBND tỉnh.",
        "Cùng đi có Lê Văn Bình, Trần Thị Mai (hai Phó Chủ tịch UBND tỉnh).",
    ],
)
def test_a_post_printed_once_is_held_by_all_of_a_list(text: str) -> None:
    assert held(text) == {"Lê Văn Bình": DEPUTY, "Trần Thị Mai": DEPUTY}


def test_several_plural_posts_are_each_held_by_all() -> None:
    text = (
        "Các đồng chí là Tỉnh ủy viên, Phó Giám đốc Công an tỉnh, gồm: Đại tá Lê Văn Bình, Đại tá Ngô Văn Tư."
    )
    assert held(text) == dict.fromkeys(
        ("Lê Văn Bình", "Ngô Văn Tư"), ["Tỉnh ủy viên", "Phó Giám đốc Công an tỉnh"]
    )


def test_in_a_list_of_names_with_posts_of_their_own_nothing_is_shared() -> None:
    text = "Dự có các đồng chí: Lê Văn Bình, Giám đốc Sở Y tế, Trần Thị Mai, Phó Giám đốc Sở Nội vụ."
    assert held(text) == {"Lê Văn Bình": ["Giám đốc Sở Y tế"], "Trần Thị Mai": ["Phó Giám đốc Sở Nội vụ"]}


def test_a_list_with_semicolons_and_abbreviations_gives_each_their_posts() -> None:
    text = (
        "Dự hội nghị có các đồng chí: Lê Văn Bình, UVTW Đảng, Bí thư Tỉnh ủy; Nông Văn Sáu, UVTV, Trưởng Ban "
        "Dân vận Tỉnh ủy; Giàng Seo Tủa, TUV, Chủ tịch LĐLĐ tỉnh; đại diện các sở."
    )
    assert held(text) == {
        "Lê Văn Bình": ["Ủy viên Trung ương Đảng", "Bí thư Tỉnh ủy"],
        "Nông Văn Sáu": ["Ủy viên Ban Thường vụ Tỉnh ủy", "Trưởng Ban Dân vận Tỉnh ủy"],
        "Giàng Seo Tủa": ["Tỉnh ủy viên", "Chủ tịch Liên đoàn Lao động tỉnh"],
    }


def test_a_post_and_a_comma_before_a_name_that_acts_are_its_own() -> None:
    text = "Phó Chủ tịch UBND tỉnh, Trần Văn Vĩnh hôm qua giao các sở vào cuộc."
    assert held(text) == {"Trần Văn Vĩnh": DEPUTY}


def test_the_posts_of_who_is_spoken_of_after_an_aide_are_not_the_aides_masters() -> None:
    text = "Ông Son qua nhiều vị trí: trợ lý Chủ tịch nước Lê Văn Bình; Bí thư Tỉnh ủy Thái Nguyên."
    assert held(text) == {"Lê Văn Bình": ["Chủ tịch nước"]}


def test_who_reports_that_another_resigns_had_no_such_post() -> None:
    text = "Ông Lê Văn Bình, Giám đốc Sở Nội vụ, nhận đơn xin từ chức Chủ tịch HĐND huyện của ông Ngô Văn Tư."
    assert held(text) == {"Lê Văn Bình": ["Giám đốc Sở Nội vụ"]}


def test_who_took_the_picture_does_not_hold_the_post_after_it() -> None:
    text = "Ảnh: Nguyễn Hà Chủ tịch UBND tỉnh Lê Văn Bình cho biết việc này."
    assert held(text) == {"Lê Văn Bình": ["Chủ tịch UBND tỉnh"]}


def test_a_name_ends_where_a_sentence_begins_whose_stop_is_lost() -> None:
    assert list(held("Bí thư Tỉnh ủy Lê Văn Thiện Chiều nay 25-5 đã tới dự.")) == ["Lê Văn Thiện"]
    assert list(held("Bí thư Tỉnh ủy Lê Thị Chiều phát biểu.")) == ["Lê Thị Chiều"]


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Bình, Giám đốc Công ty cổ phần Ánh Sao, cho biết.",
        "Ông Lê Văn Bình, Chủ tịch HĐQT Ngân hàng Sao Mai, cho biết.",
        "Ông Lê Văn Bình (Giám đốc một doanh nghiệp) cho biết.",
        "Ông Lê Văn Bình, Tổng Giám đốc VNPQ, cho biết.",
        "Ông Lê Văn Bình, Chủ tịch Câu lạc bộ Sông Cầu, cho biết.",
        "Thủ tướng Nhật Bản Kim Văn Bình đến thăm.",
        "Bà Lý Thị Hoa, Thứ trưởng Bộ Y tế Cuba, phát biểu.",
        "Ông Jaroslav Novak, Chủ tịch Liên đoàn Công nghiệp Czech, cho biết.",
        "Ông Lê Văn Bình, Tổng Giám đốc Cảng Sông Cầu, cho biết.",
        "Ông Lê Văn Bình, kế toán trưởng cơ quan, cho biết.",
        "Thủ trưởng cơ quan Lê Văn Bình ký.",
    ],
)
def test_posts_in_companies_clubs_and_other_countries_make_no_official(text: str) -> None:
    assert held(text) == {}


def test_who_holds_an_office_in_a_company_or_beside_one_is_an_official() -> None:
    assert held("Ông Lê Văn Bình, Bí thư Đảng ủy Công ty Than Đông, cho biết.") == {
        "Lê Văn Bình": ["Bí thư Đảng ủy Công ty Than Đông"]
    }
    assert held("Ông Ngô Văn Tư, đại biểu HĐND tỉnh, Giám đốc Công ty Ánh Sao, cho biết.") == {
        "Ngô Văn Tư": ["Đại biểu HĐND tỉnh", "Giám đốc Công ty Ánh Sao"]
    }


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Tân Bí thư Tỉnh ủy Lê Văn Bình nhận hoa.", {"Bí thư Tỉnh ủy": "appointed"}),
        (
            "Ông Lê Văn Bình, quyền Chủ tịch UBND tỉnh, được bầu giữ chức Chủ tịch UBND tỉnh.",
            {"Chủ tịch UBND tỉnh": "appointed"},
        ),
        (
            "Bầu giữ chức Phó Chủ tịch HĐND tỉnh, nhiệm kỳ 2021 - 2026 đối với ông Lê Văn Bình.",
            {"Phó Chủ tịch HĐND tỉnh": "appointed"},
        ),
        (
            "Tháng 3/2011, ông Lê Văn Bình được bổ nhiệm giữ chức Giám đốc Sở Y tế.",
            {"Giám đốc Sở Y tế": "former"},
        ),
        (
            "Ông Lê Văn Bình, nguyên Bí thư Huyện ủy Lương Tài, nay là Giám đốc Sở Nội vụ, cũng dự.",
            {"Bí thư Huyện ủy Lương Tài": "former", "Giám đốc Sở Nội vụ": "current"},
        ),
        (
            "Văn bản do ông Lê Văn Bình - Chủ tịch UBND tỉnh lúc bấy giờ - ký.",
            {"Chủ tịch UBND tỉnh": "former"},
        ),
        (
            "Miễn nhiệm Chủ tịch UBND tỉnh, nhiệm kỳ 2016 - 2021 đối với ông Lê Văn Bình.",
            {"Chủ tịch UBND tỉnh": "former"},
        ),
        (
            "Ông Lê Văn Bình, Bí thư Tỉnh ủy, thôi giữ chức Bí thư Tỉnh ủy để làm Chủ tịch Quốc hội.",
            {"Bí thư Tỉnh ủy": "former", "Chủ tịch Quốc hội": "appointed"},
        ),
        (
            "Ông Lê Văn Bình, Bí thư Tỉnh ủy, quê Bắc Ninh. Từ tháng 3/2016, ông Bình giữ chức Bí thư Tỉnh ủy.",
            {"Bí thư Tỉnh ủy": "current"},
        ),
    ],
)
def test_status_of_the_new_the_acting_and_of_a_career(text: str, expected: dict[str, str]) -> None:
    assert statuses(text) == expected


@pytest.mark.parametrize(
    ("career", "posts"),
    [
        ("Ông từng giữ chức Giám đốc Sở Y tế.", [("Giám đốc Sở Y tế", "former")]),
        (
            "Từ năm 2015, ông làm Bí thư Huyện ủy Lương Tài, Phó Chủ tịch HĐND tỉnh.",
            [("Bí thư Huyện ủy Lương Tài", "former"), ("Phó Chủ tịch HĐND tỉnh", "former")],
        ),
        ("Ông là đại biểu Quốc hội khóa XI, XII.", [("Đại biểu Quốc hội", "current")]),
        ("Ông cho biết Giám đốc Sở Y tế vắng mặt.", []),
        ("Bà Trần Thị Mai vỗ tay. Ông từng giữ chức Giám đốc Sở Y tế.", []),
    ],
)
def test_a_pronoun_carries_the_posts_of_the_one_person_named_before(
    career: str, posts: list[tuple[str, str]]
) -> None:
    (official,) = officials("Ông Lê Văn Bình, Chủ tịch UBND tỉnh, quê Bắc Ninh. " + career)
    assert [(post.canonical, post.status) for post in official.posts[1:]] == posts
    (apart,) = officials("Ông Lê Văn Bình là Chủ tịch UBND tỉnh.", "Ông từng giữ chức Giám đốc Sở Y tế.")
    assert [post.canonical for post in apart.posts] == ["Chủ tịch UBND tỉnh", "Giám đốc Sở Y tế"]


def test_a_post_printed_plain_and_as_standing_is_one() -> None:
    text = "Phó Chủ tịch UBND tỉnh Lê Văn Bình chủ trì. Ông Lê Văn Bình, Phó Chủ tịch Thường trực UBND tỉnh, nói."
    assert held(text) == {"Lê Văn Bình": ["Phó Chủ tịch Thường trực UBND tỉnh"]}


def test_a_city_with_the_name_of_its_province_is_not_the_province() -> None:
    (official,) = officials(
        "Ông Lê Văn Bình, Chủ tịch UBND TP Quảng Ngãi, cho biết.", units=("quang-ngai-1989",)
    )
    (post,) = official.posts
    assert (post.canonical, post.organisation, post.unit) == (
        "Chủ tịch UBND thành phố Quảng Ngãi",
        "UBND thành phố Quảng Ngãi",
        "quang-ngai-1989",
    )


def test_a_body_of_the_one_district_named_is_that_districts() -> None:
    text = (
        "Huyện Lương Tài thu hoạch lúa. Ông Lê Văn Bình, Phó Bí thư Huyện ủy, Chủ tịch UBND huyện, cho biết."
    )
    assert held(text) == {"Lê Văn Bình": ["Phó Bí thư Huyện ủy Lương Tài", "Chủ tịch UBND huyện Lương Tài"]}
    two = "Huyện Lương Tài và huyện Gia Bình thu lúa. Ông Lê Văn Bình, Chủ tịch UBND huyện, cho biết."
    assert held(two) == {"Lê Văn Bình": ["Chủ tịch UBND huyện"]}


def test_where_a_sentence_says_it_happens_its_bodies_are() -> None:
    text = "Tại Đà Nẵng, ông Lê Văn Bình (Giám đốc Sở Y tế) trực. Ở nhà, bà Trần Thị Mai, Giám đốc Sở Nội vụ, họp."
    assert [one.unit for one in officials(text)] == ["da-nang-1997", "bac-ninh-1997"]


def test_in_a_chart_a_name_is_followed_by_the_posts_on_the_next_lines() -> None:
    lines = (
        *("Thường trực Huyện ủy", "- Bí thư", "Đ/c Lê Văn Bình", "Bí thư Huyện ủy, Chủ tịch HĐND huyện"),
        *("* Ban Tuyên giáo", "1", "Trần Thị Mai", "Trưởng ban", "0222. 36481", "2", "Ngô Văn Tư", "Phó ban"),
    )
    assert held(*lines) == {
        "Lê Văn Bình": ["Bí thư Huyện ủy", "Chủ tịch HĐND huyện"],
        "Trần Thị Mai": ["Trưởng Ban Tuyên giáo"],
        "Ngô Văn Tư": ["Phó Trưởng Ban Tuyên giáo"],
    }


def test_a_chart_with_labels_and_one_with_posts_first_are_read_too() -> None:
    assert held(
        "Họ và tên: Lê Văn Bình",
        "Chức vụ: Giám đốc Sở Y tế",
        "Họ và tên: Trần Thị Mai",
        "Chức vụ: Tỉnh ủy viên",
    ) == {"Lê Văn Bình": ["Giám đốc Sở Y tế"], "Trần Thị Mai": ["Tỉnh ủy viên"]}
    assert held("Giám đốc Sở Y tế", "Lê Văn Bình", "Phó Giám đốc Sở Y tế", "Trần Thị Mai") == {
        "Lê Văn Bình": ["Giám đốc Sở Y tế"],
        "Trần Thị Mai": ["Phó Giám đốc Sở Y tế"],
    }


@pytest.mark.parametrize(
    "name",
    [
        "K'Thế",
        "H'Vi Ê Ban",
        "Bh'riu Liếc",
        "Zơrâm Bhlưa",
        "A Lăng Mai",
        "Rơ Châm H'Hồng",
        "Y Bình Niê",
        "Dềnh Thị Sua",
    ],
)
def test_names_of_the_peoples_of_the_mountains_are_whole(name: str) -> None:
    assert held(f"Dự có {name}, Phó Chủ tịch UBND tỉnh; đại diện các sở.") == {name: DEPUTY}
