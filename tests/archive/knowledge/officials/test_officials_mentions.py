"""Every printed reference to an official: full name, short name, post alone."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.officials.test_officials import alone, officials

CHAIRMAN = "Ông Lê Văn Bình, Chủ tịch UBND tỉnh, chủ trì. "


def names(*paragraphs: str) -> list[str]:
    """The names printed of the first official."""
    return [mention.surface for mention in officials(*paragraphs)[0].mentions if mention.kind == "name"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Ông Bình cho biết.", ["Bình"]),
        ("Đồng chí Bình yêu cầu.", ["Bình"]),
        ("Theo Đại tá Bình, việc đã xong.", ["Bình"]),
        ("Chủ tịch Bình nói.", ["Bình"]),
        ("Đồng chí Văn Bình nói.", ["Văn Bình"]),
        ("Bà Bình cho biết.", []),
        ("Anh Bình ở thôn Đông cho biết.", []),
        ("Ông Bình Minh cho biết.", []),
        ("Hòa Bình cho biết.", []),
        ("Ông Nam cho biết.", []),
    ],
)
def test_a_given_name_after_a_word_of_address_is_the_one_official_who_bears_it(
    text: str, short: list[str]
) -> None:
    assert names(CHAIRMAN + text) == ["Lê Văn Bình", *short]


def test_of_two_with_one_given_name_the_word_of_address_chooses_or_nobody_is_meant() -> None:
    woman = "Bà Trần Thị Bình, Giám đốc Sở Y tế, báo cáo. "
    assert names(CHAIRMAN + woman + "Ông Bình kết luận. Bà Bình tiếp thu.") == ["Lê Văn Bình", "Bình"]
    man = "Ông Ngô Văn Bình, Giám đốc Sở Y tế, báo cáo. "
    assert names(CHAIRMAN + man + "Ông Bình kết luận.") == ["Lê Văn Bình"]


def test_a_given_name_carries_posts_and_appointments() -> None:
    (official,) = officials(CHAIRMAN + "Ông Bình từng giữ chức Giám đốc Sở Y tế.")
    assert [(post.canonical, post.status) for post in official.posts] == [
        ("Chủ tịch UBND tỉnh", "current"),
        ("Giám đốc Sở Y tế", "former"),
    ]


@pytest.mark.parametrize(
    ("text", "mentioned"),
    [
        ("Chủ tịch tỉnh cho biết.", ["Chủ tịch tỉnh"]),
        ("Vị Chủ tịch UBND tỉnh cho biết.", ["Chủ tịch UBND tỉnh"]),
        ("Tuy nhiên, Chủ tịch nhấn mạnh việc này.", ["Chủ tịch"]),
        ("Chủ tịch UBND tỉnh Phú Thọ cho biết.", []),
        ("Các Chủ tịch UBND tỉnh cho biết.", []),
        ("Ông được bổ nhiệm Chủ tịch UBND tỉnh.", []),
        ("Danh sách ứng cử chức danh Chủ tịch UBND tỉnh.", []),
        ("Người dân gửi chủ tịch xem xét.", []),
    ],
)
def test_a_post_alone_is_its_holder_where_it_is_no_office_and_of_no_other_province(
    text: str, mentioned: list[str]
) -> None:
    assert alone(CHAIRMAN + text) == mentioned


def test_a_former_post_alone_is_who_once_held_it() -> None:
    text = "Ông Lê Văn Bình, nguyên Bí thư Tỉnh ủy, dự. Vị nguyên Bí thư Tỉnh ủy cho biết."
    assert alone(text) == ["Bí thư Tỉnh ủy"]


def test_a_post_in_other_words_is_its_holder() -> None:
    text = "Ông Lê Văn Bình, Chủ tịch UBND TP Hà Nội, chủ trì. Người đứng đầu chính quyền Hà Nội cho hay việc đã xong."
    assert alone(text) == ["Người đứng đầu chính quyền Hà Nội"]
    assert alone(text.replace("TP ", "")) == ["Người đứng đầu chính quyền Hà Nội"]


def test_a_post_is_shown_as_it_is_printed_with_its_unit() -> None:
    text = "Chủ tịch UBND tỉnh Lê Văn Bình chủ trì. Ông Lê Văn Bình, Chủ tịch UBND tỉnh Phú Thọ, kết luận."
    (post,) = officials(text)[0].posts
    assert post.surface == "Chủ tịch UBND tỉnh Phú Thọ"
    assert post.span.start == text.index(post.surface)
