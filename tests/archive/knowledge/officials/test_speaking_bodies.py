"""The full names of bodies that speak."""

from __future__ import annotations

from dataclasses import replace

import pytest

from archive.knowledge.officials.affiliation import Surroundings
from archive.knowledge.officials.speaking_bodies import speaking_body
from archive.models import PlaceAttribution
from tests.index.stored import stored

PHU_THO = PlaceAttribution("phu-tho-1997", "subject", 1.0, ())


def body(speaker: str, *places: PlaceAttribution) -> str | None:
    article = replace(stored("a").article, sort_date="2020-03-20")
    return speaking_body(speaker, Surroundings(article, places))


@pytest.mark.parametrize(
    ("printed", "full"),
    [
        ("UBND tỉnh", "UBND tỉnh Phú Thọ"),
        ("Ủy ban nhân dân tỉnh Phú Thọ", "UBND tỉnh Phú Thọ"),
        ("Uỷ ban nhân dân tỉnh", "UBND tỉnh Phú Thọ"),
        ("Sở GD&ĐT", "Sở Giáo dục và Đào tạo tỉnh Phú Thọ"),
        ("Sở GTVT Hà Nội", "Sở Giao thông vận tải thành phố Hà Nội"),
        ("UBND huyện Đoan Hùng", "UBND huyện Đoan Hùng"),
        ("Bộ Y tế", "Bộ Y tế"),
        ("Chính phủ", "Chính phủ"),
    ],
)
def test_a_body_is_called_as_the_posts_in_it_call_it(printed: str, full: str) -> None:
    assert body(printed, PHU_THO) == full


@pytest.mark.parametrize("printed", ["Lãnh đạo Sở Y tế", "Sở Y tế trước đó", "lãnh đạo Sở Y tế Phú Thọ cũng"])
def test_words_around_its_name_are_no_part_of_it(printed: str) -> None:
    assert body(printed, PHU_THO) == "Sở Y tế tỉnh Phú Thọ"


@pytest.mark.parametrize(
    "printed", ["Sở", "Cục này", "ngành chức năng", "cơ quan chức năng", "tỉnh", "Phú Thọ", ""]
)
def test_words_that_do_not_say_which_body_name_none(printed: str) -> None:
    assert body(printed, PHU_THO) is None


def test_without_a_subject_only_what_is_printed_is_known() -> None:
    assert body("UBND tỉnh") == "UBND tỉnh"
    assert body("Sở Y tế") == "Sở Y tế"
