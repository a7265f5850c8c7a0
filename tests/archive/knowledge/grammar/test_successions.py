"""Bodies that became others."""

from __future__ import annotations

from datetime import date

from archive.knowledge.grammar.successions import Relative, relatives, successions


def lineage(organisation: str) -> tuple[str, ...]:
    return tuple(relative.name for relative in relatives(organisation))


def test_a_department_is_followed_over_every_name_it_had_and_its_area_is_kept() -> None:
    assert lineage("Sở Thông tin và Truyền thông Vĩnh Phúc") == (
        "Sở Văn hóa, Thông tin Vĩnh Phúc",
        "Sở Bưu chính, Viễn thông Vĩnh Phúc",
        "Sở Khoa học và Công nghệ Vĩnh Phúc",
    )


def test_an_area_is_no_part_of_what_is_looked_up() -> None:
    assert lineage("Sở Kế hoạch và Đầu tư") == ("Sở Tài chính",)
    assert lineage("Sở Kế hoạch và Đầu tư tỉnh Hà Tĩnh") == ("Sở Tài chính tỉnh Hà Tĩnh",)


def test_what_was_merged_into_the_same_successor_is_no_predecessor_of_the_other() -> None:
    assert "Sở Giao thông vận tải" not in lineage("Sở Tài chính")
    assert lineage("Sở Tài nguyên và Môi trường")[-1] == "Sở Nông nghiệp và Môi trường"
    assert "Sở Nông nghiệp và Phát triển nông thôn" not in lineage("Sở Tài nguyên và Môi trường")


def test_every_spelling_of_a_body_is_followed() -> None:
    assert lineage("SỞ THÔNG TIN & TRUYỀN THÔNG") == ()
    assert lineage("sở thông tin và truyền thông")[-1] == "Sở Khoa học và Công nghệ"


def test_without_marks_a_body_is_followed_too() -> None:
    assert lineage("so ke hoach va dau tu ha tinh") == ("Sở Tài chính ha tinh",)


def test_a_predecessor_ends_and_a_successor_begins_on_a_day() -> None:
    assert relatives("Sở Thông tin và Truyền thông Vĩnh Phúc")[1:] == (
        Relative("Sở Bưu chính, Viễn thông Vĩnh Phúc", until=date(2008, 3, 1)),
        Relative("Sở Khoa học và Công nghệ Vĩnh Phúc", since=date(2025, 3, 1)),
    )


def test_a_body_that_never_changed_has_no_lineage() -> None:
    assert lineage("UBND tỉnh Sơn La") == ()
    assert lineage("") == ()


def test_every_succession_is_dated_and_says_by_what() -> None:
    assert len(successions()) > 30
    assert all(one.until > date(2000, 1, 1) and one.act for one in successions())
