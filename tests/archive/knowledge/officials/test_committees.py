"""What a body printed by its first word alone is of: by the posts after it, or by what the article named before."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.officials.test_officials import officials


def bodies(*paragraphs: str) -> list[str | None]:
    """The bodies of the posts of the last official."""
    return [post.organisation for post in officials(*paragraphs)[-1].posts]


@pytest.mark.parametrize(
    ("posts", "expected"),
    [
        ("Bí thư Đảng ủy, Chủ tịch UBND xã Tân Lập", ["Đảng ủy xã Tân Lập", "UBND xã Tân Lập"]),
        (
            "Bí thư Đảng ủy, Chủ tịch HĐND, Trưởng Ban Chỉ đạo 389 xã Tân Lập",
            ["Đảng ủy", "HĐND", "Ban Chỉ đạo 389 xã Tân Lập"],
        ),
        ("Bí thư Đảng ủy, Giám đốc Công an tỉnh", ["Đảng ủy Công an tỉnh Bắc Ninh", "Công an tỉnh Bắc Ninh"]),
        ("Bí thư Chi bộ, Giám đốc Sở Y tế", ["Chi bộ Sở Y tế tỉnh Bắc Ninh", "Sở Y tế tỉnh Bắc Ninh"]),
        (
            "Bí thư Đảng ủy, Chủ tịch Hội đồng thành viên Công ty Than Đông",
            ["Đảng ủy", "Hội đồng thành viên Công ty Than Đông"],
        ),
        (
            "Chánh Văn phòng, Người phát ngôn UBND tỉnh",
            ["Văn phòng UBND tỉnh Bắc Ninh", "UBND tỉnh Bắc Ninh"],
        ),
    ],
)
def test_a_bare_committee_is_of_the_body_of_the_next_post(posts: str, expected: list[str]) -> None:
    assert bodies(f"Ông Lê Văn Bình, {posts}, dự họp.") == expected


@pytest.mark.parametrize(
    ("before", "post", "expected"),
    [
        ("Lễ ra quân diễn ra tại xã Tân Lập.", "Chủ tịch UBND xã", "UBND xã Tân Lập"),
        ("Xã Tân Lập và xã Phú Hòa cùng ra quân.", "Chủ tịch UBND xã", "UBND xã"),
        ("Lễ ra quân diễn ra tại phường Ninh Xá.", "Chủ tịch UBND xã", "UBND xã"),
        (
            "Theo Trung tâm Phát triển quỹ đất tỉnh, dự án chậm.",
            "Giám đốc Trung tâm",
            "Trung tâm Phát triển quỹ đất tỉnh Bắc Ninh",
        ),
        ("Trung tâm Y tế và Trung tâm Khuyến nông cùng dự.", "Giám đốc Trung tâm", "Trung tâm"),
        ("Đoàn công tác của Bộ Xây dựng đến kiểm tra.", "Thứ trưởng", "Bộ Xây dựng"),
        ("Bộ Xây dựng và Bộ Y tế cùng kiểm tra.", "Thứ trưởng", None),
    ],
)
def test_a_bare_body_is_the_only_one_that_the_article_named(
    before: str, post: str, expected: str | None
) -> None:
    assert bodies(before, f"{post} Lê Văn Bình kết luận.") == [expected]


def test_a_rank_of_minister_beside_another_office_names_no_ministry() -> None:
    text = "Bộ trưởng, Chủ nhiệm Văn phòng Chính phủ Lê Văn Bình trả lời."
    assert bodies("Bộ Y tế báo cáo.", text) == [None, "Văn phòng Chính phủ"]


def test_the_unit_printed_once_is_that_of_the_post_everywhere() -> None:
    first = "Tại Bình Dương, Bí thư Thành ủy Lê Văn Bình phát biểu."
    second = "Bí thư Thành ủy TP.HCM Lê Văn Bình yêu cầu tính toán lại."
    assert bodies(first, second) == ["Thành ủy Hồ Chí Minh"]
