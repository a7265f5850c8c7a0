"""Persons called `đại biểu` and nothing else."""

from __future__ import annotations

from tests.archive.knowledge.officials.test_officials import held

SITTING = "Quốc hội thảo luận tại hội trường. "
COUNCIL = "Kỳ họp thứ 9 của HĐND tỉnh khai mạc. "


def test_in_a_sitting_of_the_national_assembly_they_are_its_members() -> None:
    assert held(f"{SITTING}Đại biểu Lê Văn Bình (Bắc Ninh) đề nghị làm rõ.") == {
        "Lê Văn Bình": ["Đại biểu Quốc hội"]
    }


def test_in_a_sitting_of_a_council_they_are_its_members() -> None:
    assert held(f"{COUNCIL}Đại biểu Lê Văn Bình chất vấn.") == {"Lê Văn Bình": ["Đại biểu HĐND"]}


def test_where_both_are_told_of_the_council_is_not_guessed() -> None:
    assert held(f"{COUNCIL}HĐND nghe ý kiến của Quốc hội. Đại biểu Lê Văn Bình chất vấn.") == {}


def test_guests_of_a_congress_are_no_deputies() -> None:
    assert held("Đại hội Hội Nông dân khai mạc. Đại biểu Lê Văn Bình tham luận về công tác Hội.") == {}


def test_a_seat_goes_without_saying_beside_a_post_of_the_council() -> None:
    text = f"{COUNCIL}Đại biểu Lê Văn Bình, Trưởng Ban Pháp chế HĐND tỉnh, chất vấn."
    assert held(text) == {"Lê Văn Bình": ["Trưởng Ban Pháp chế HĐND tỉnh"]}


def test_each_of_a_list_of_deputies_keeps_their_own_posts() -> None:
    text = f"{SITTING}Tổ gồm ĐB Trần Thị Mai, Phó Giám đốc Sở Tư pháp, ĐB Lê Văn Bình và ĐB Ngô Văn Tư."
    assert held(text) == {
        "Trần Thị Mai": ["Đại biểu Quốc hội", "Phó Giám đốc Sở Tư pháp"],
        "Lê Văn Bình": ["Đại biểu Quốc hội"],
        "Ngô Văn Tư": ["Đại biểu Quốc hội"],
    }
