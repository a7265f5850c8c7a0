"""Who leaves which post for which, and when an article tells of an appointment as news."""

from __future__ import annotations

import pytest

from tests.archive.knowledge.officials.test_officials import officials, statuses


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Điều động ông Lê Văn Bình - Bí thư Đảng ủy xã Tân Lập giữ chức Phó Trưởng Ban Tổ chức Tỉnh ủy.",
            {"Bí thư Đảng ủy xã Tân Lập": "former", "Phó Trưởng Ban Tổ chức Tỉnh ủy": "appointed"},
        ),
        (
            "HĐND tỉnh bầu ông Lê Văn Bình, Tỉnh ủy viên, Phó Bí thư Tỉnh ủy, giữ chức Chủ tịch UBND tỉnh.",
            {"Tỉnh ủy viên": "current", "Phó Bí thư Tỉnh ủy": "current", "Chủ tịch UBND tỉnh": "appointed"},
        ),
        (
            "Bầu ông Lê Văn Bình, Bí thư Huyện ủy Lương Tài, giữ chức Chủ tịch UBND tỉnh.",
            {"Bí thư Huyện ủy Lương Tài": "former", "Chủ tịch UBND tỉnh": "appointed"},
        ),
        (
            "Phân công ông Lê Văn Bình, Giám đốc Sở Y tế, giữ chức Trưởng Ban Chỉ đạo 389 tỉnh.",
            {"Giám đốc Sở Y tế": "current", "Trưởng Ban Chỉ đạo 389 tỉnh": "appointed"},
        ),
        (
            "Bổ nhiệm ông Lê Văn Bình, sinh năm 1971, quê xã Tân Lập, giữ chức Giám đốc Sở Y tế.",
            {"Giám đốc Sở Y tế": "appointed"},
        ),
        (
            "Ông Lê Văn Bình được bổ nhiệm làm Giám đốc Sở Y tế từ tháng 5/2018.",
            {"Giám đốc Sở Y tế": "current"},
        ),
        (
            "Trước khi được bổ nhiệm làm Giám đốc Sở Y tế, ông Lê Văn Bình từng là Giám đốc Sở Nội vụ.",
            {"Giám đốc Sở Y tế": "current", "Giám đốc Sở Nội vụ": "former"},
        ),
        (
            "Trao quyết định nghỉ hưu cho Phó Giám đốc Sở Y tế Lê Văn Bình.",
            {"Phó Giám đốc Sở Y tế": "former"},
        ),
    ],
)
def test_an_appointment_ends_what_cannot_be_held_beside_it(text: str, expected: dict[str, str]) -> None:
    assert statuses(text) == expected


def test_whoever_is_appointed_counts_as_appointed_whatever_they_keep() -> None:
    text = "HĐND tỉnh bầu ông Lê Văn Bình, Phó Bí thư Tỉnh ủy, giữ chức Chủ tịch UBND tỉnh."
    assert [official.status for official in officials(text)] == ["appointed"]


def test_an_appointment_told_after_the_post_was_named_is_news_still() -> None:
    text = "Ông Lê Văn Bình, Giám đốc Sở Y tế, nhận hoa. UBND tỉnh bổ nhiệm ông Bình làm Giám đốc Sở Y tế."
    assert statuses(text) == {"Giám đốc Sở Y tế": "appointed"}


def test_of_two_elected_together_each_leaves_their_own_post() -> None:
    text = (
        "HĐND tỉnh bầu hai Phó Chủ tịch UBND tỉnh là ông Lê Văn Bình, Giám đốc Sở Y tế và bà Trần Thị Mai, "
        "Bí thư Huyện ủy Lương Tài."
    )
    found = {one.name: {post.canonical: post.status for post in one.posts} for one in officials(text)}
    assert found == {
        "Lê Văn Bình": {"Phó Chủ tịch UBND tỉnh": "appointed", "Giám đốc Sở Y tế": "former"},
        "Trần Thị Mai": {"Phó Chủ tịch UBND tỉnh": "appointed", "Bí thư Huyện ủy Lương Tài": "former"},
    }


@pytest.mark.parametrize(
    ("text", "second"),
    [
        (
            "Các đồng chí Lê Văn Bình, Trần Thị Mai được bầu giữ chức Phó Bí thư Tỉnh đoàn.",
            "Phó Bí thư Tỉnh đoàn",
        ),
        (
            "Hai ông Lê Văn Bình và Trần Văn Minh lần lượt giữ chức Phó Bí thư Tỉnh đoàn và Giám đốc Sở Y tế.",
            "Giám đốc Sở Y tế",
        ),
    ],
)
def test_persons_listed_before_a_verb_are_appointed_together_or_in_turn(text: str, second: str) -> None:
    first, other = officials(text)
    assert [post.canonical for post in first.posts] == ["Phó Bí thư Tỉnh đoàn"]
    assert [post.canonical for post in other.posts] == [second]


def test_who_is_only_proposed_holds_nothing() -> None:
    assert officials("Ông Lê Văn Bình là ứng viên duy nhất được đề cử giữ chức Chủ tịch UBND tỉnh.") == ()


def test_the_chief_on_whose_behalf_a_deputy_acts_is_somebody_else() -> None:
    text = "Thừa lệnh Chủ tịch UBND tỉnh, Phó Chủ tịch UBND tỉnh Lê Văn Bình đã ký công văn."
    assert list(statuses(text)) == ["Phó Chủ tịch UBND tỉnh"]


def test_acting_is_a_post_of_its_own_until_it_is_taken() -> None:
    acting = officials(
        "Ông Lê Văn Bình, quyền Chủ tịch UBND tỉnh, phát biểu. Chủ tịch UBND tỉnh yêu cầu họp."
    )
    assert [post.surface for post in acting[0].posts] == ["quyền Chủ tịch UBND tỉnh"]
    assert [mention.kind for mention in acting[0].mentions] == ["name", "post"]
    assert list(statuses("Được ủy quyền, Chủ tịch UBND tỉnh Lê Văn Bình ký.")) == ["Chủ tịch UBND tỉnh"]


LIFE = (
    "Ông Lê Văn Bình năm nay 62 tuổi. Ông là Ủy viên Trung ương Đảng khóa XI; Đại biểu Quốc hội khóa XIII.",
    "Học xong tại Học viện Hành chính Quốc gia, ông về làm Giám đốc Sở Nội vụ, Giám đốc Sở Y tế.",
    "Ông làm Phó Chủ tịch HĐND tỉnh, Chủ tịch UBND tỉnh từ tháng 8/2007 đến năm 2011.",
)


def test_a_life_told_over_paragraphs_is_one_persons() -> None:
    assert statuses(*LIFE) == {
        "Ủy viên Trung ương Đảng": "current",
        "Đại biểu Quốc hội": "current",
        "Giám đốc Sở Nội vụ": "former",
        "Giám đốc Sở Y tế": "appointed",
        "Phó Chủ tịch HĐND tỉnh": "former",
        "Chủ tịch UBND tỉnh": "former",
    }


def test_one_post_given_to_a_pronoun_makes_nobody_an_official() -> None:
    assert (
        officials("Ông Lê Văn Bình, nhân viên điện lực, cho biết. Ông là Phó Chánh Văn phòng Sở Y tế.") == ()
    )


@pytest.mark.parametrize(
    "text",
    [
        "Ông Lê Văn Bình khi còn là Giám đốc Sở Y tế đã ký.",
        "Giai đoạn 1997-2009, ông Lê Văn Bình làm Giám đốc Sở Y tế.",
        "Ông Lê Văn Bình trải qua nhiều vị trí lãnh đạo như Giám đốc Sở Y tế.",
        "Miễn nhiệm chức vụ Giám đốc Sở Y tế (nhiệm kỳ 2011-2016) đối với ông Lê Văn Bình.",
    ],
)
def test_what_was_held_at_a_time_gone_by_is_former(text: str) -> None:
    assert statuses(text) == {"Giám đốc Sở Y tế": "former"}


def test_an_ambassador_of_vietnam_is_one_of_ours_that_of_another_country_is_not() -> None:
    ours, theirs = "Đại sứ Việt Nam tại Lào Lê Văn Bình", "Đại sứ Lào tại Việt Nam Thong Phom"
    assert [one.posts[0].canonical for one in officials(f"Dự có {ours}; {theirs}.")] == [
        "Đại sứ Việt Nam tại Lào"
    ]
