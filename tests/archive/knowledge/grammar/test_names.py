from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.grammar.items import items
from archive.knowledge.grammar.names import Person, is_historical, person_at
from archive.knowledge.grammar.passages import Passage, read_passage
from archive.knowledge.officials.attachment import holdings
from archive.knowledge.persons.persons import person_id


def names(text: str) -> list[str]:
    passage = read_passage(text)
    return [passage.surface(*item) for item in items(passage) if isinstance(item, Person)]


def first_name(passage: Passage) -> Person | None:
    found = (person_at(passage, index) for index in range(len(passage)))
    return next((person for person in found if person is not None), None)


@pytest.mark.parametrize(
    "name",
    [
        "Chẩu Văn Lâm",
        "Lê Thị Kim Dung",
        "Trần Châu",
        "Giàng Páo Mỷ",
        "Điểu K'Ré",
        "Y Thanh Hà Niê Kđăm",
        "LÊ THỊ KIM DUNG",
        "Quảng Minh Nhựt",
        "Tường Duy Bách",
        "Rah Lan H'Juan",
    ],
)
def test_a_name_is_a_family_name_and_the_capitalised_syllables_after_it(name: str) -> None:
    assert names(f"Tới dự có đồng chí {name} và đại diện các sở, ngành.") == [name]


@pytest.mark.parametrize(
    "title", ["Nghệ sĩ Nhân dân", "NSƯT", "Nghệ nhân Ưu tú", "Nhà giáo Nhân dân", "TTƯT"]
)
def test_a_title_of_honour_is_no_name(title: str) -> None:
    assert names(f"{title} Lê Thị Mai cho biết.") == ["Lê Thị Mai"]


def test_a_hyphen_ties_the_last_part_of_a_foreign_name_only() -> None:
    assert names("Ông Kim Seong-hun cho biết.") == ["Kim Seong-hun"]
    assert names("Ông Lê Văn An-chủ tịch xã.") == ["Lê Văn An"]


def test_a_name_ends_where_lower_case_or_punctuation_begins() -> None:
    assert names("Ông Nguyễn Văn An phát biểu; bà Trần Thị Bình, ông Lê Văn Cường.") == [
        "Nguyễn Văn An",
        "Trần Thị Bình",
        "Lê Văn Cường",
    ]


def test_a_name_ends_where_a_capitalised_post_begins() -> None:
    assert names("Đồng chí Hà Văn Minh Phó Chủ tịch UBND huyện chủ trì.") == ["Hà Văn Minh"]


@pytest.mark.parametrize(
    "text",
    [
        "Xe đi trên đường Nguyễn Trãi về phía cầu.",
        "Học sinh Trường THPT Lê Quý Đôn nhận thưởng.",
        "Đoàn đến xã Lương Minh vào buổi sáng.",
        "Chuyến bay hạ cánh xuống Tân Sơn Nhất.",
        "Đoàn công tác đi Cao Bằng, Hà Giang.",
        "Giám đốc Sở Xây dựng Sơn Tây và thủ tướng Thái Lan gặp nhau.",
        "Người dân Châu Thành, Lấp Vò trồng lúa.",
    ],
)
def test_streets_schools_communes_districts_and_provinces_are_no_persons(text: str) -> None:
    assert names(text) == []


def test_after_an_honorific_any_capitalised_name_is_a_person() -> None:
    assert names("Tiếp đoàn có ông Marc Knapper và bà Khổng Sinh.") == ["Marc Knapper", "Khổng Sinh"]


def test_a_place_before_a_name_is_not_part_of_it() -> None:
    assert names("Chủ tịch Hà Nội Ngô Thị Mai trả lời.") == ["Ngô Thị Mai"]
    assert names("Trước đó Hà Nội Ngô Thị Mai đã trả lời.") == ["Ngô Thị Mai"]
    assert names("Chủ tịch UBND huyện Tam Dương Nguyễn Văn An trả lời.") == ["Nguyễn Văn An"]


def test_ho_chi_minh_is_historical_in_every_post() -> None:
    passage = read_passage("Chủ tịch Hồ Chí Minh ra lời kêu gọi.")
    assert is_historical(passage, Person(2, 5), "Chủ tịch")
    assert holdings(passage, items(passage)) == []


def test_a_name_that_others_bear_is_historical_only_in_its_post() -> None:
    passage = read_passage("Phạm Văn Đồng")
    assert is_historical(passage, Person(0, 3), "Thủ tướng Chính phủ")
    assert not is_historical(passage, Person(0, 3), "Chủ tịch UBND xã Tân Lập")


@given(st.text(alphabet="Nguyễn Văn Anhà tỉnhTPđĐ'.,-–() \n1", max_size=60))
def test_a_name_found_lies_within_the_text_and_has_two_syllables(text: str) -> None:
    passage = read_passage(text)
    person = first_name(passage)
    assert person is None or (0 <= person.start < person.end - 1 < len(passage))


def test_an_id_is_one_for_every_spelling_of_a_name_and_differs_by_unit() -> None:
    identity = person_id("Hoàng Thị Thúy Lan", "vinh-phuc-1997")
    assert identity == person_id("Hoàng Thị Thuý Lan", "vinh-phuc-1997")
    assert identity == person_id(unicodedata.normalize("NFD", "HOÀNG THỊ THÚY LAN"), "vinh-phuc-1997")
    assert identity != person_id("Hoàng Thị Thúy Lân", "vinh-phuc-1997")
    assert (
        len(
            {identity, person_id("Hoàng Thị Thúy Lan", "phu-tho-2025"), person_id("Hoàng Thị Thúy Lan", None)}
        )
        == 3
    )
    assert identity[0] == "p" and len(identity) == 13


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Chủ tịch HĐND xã Ia Hrung Rah Lan H'Juan cho biết", "Rah Lan H'Juan"),
        ("Trưởng phòng Văn hóa - Xã hội Đồng Xuân Trạch cho biết", "Đồng Xuân Trạch"),
        ("Bà Mai chúc mừng ông Lê Văn Bình Trao quyết định cho ông", "Lê Văn Bình"),
    ],
)
def test_a_name_is_told_from_the_place_before_it_and_the_sentence_after_it(text: str, name: str) -> None:
    assert name in names(text)
