"""When names are the same."""

from __future__ import annotations

import pytest

from archive.evaluation.gold import GoldStatement
from archive.evaluation.names import same_name, same_speakers, unit_name
from tests.archive.evaluation.making import DEMAND, statement


@pytest.mark.parametrize(
    ("one", "other"),
    [("Lê Thúy Hòa", "LÊ THUÝ HOÀ"), ("ông Lê Văn Sóng", "Lê Văn Sóng"), ("đồng chí Sóng", "Sóng")],
)
def test_case_tone_placement_and_address_do_not_matter(one: str, other: str) -> None:
    assert same_name(one, other)


def test_another_tone_is_another_name() -> None:
    assert not same_name("Trần Thúy Lan", "Trần Thúy Lân")


def test_a_name_of_nothing_but_an_address_stays_one() -> None:
    assert not same_name("Bà", "Ông")


def test_a_person_must_be_named_in_full() -> None:
    gold = GoldStatement(speakers=("Lê Văn Sóng",), speaker_kind="person")
    assert same_speakers(gold, statement(DEMAND))
    assert not same_speakers(gold, statement(DEMAND, "Lê Văn"))


def test_a_body_may_be_named_shorter_or_longer_but_not_by_one_word() -> None:
    gold = GoldStatement(speakers=("Sở Y tế",), speaker_kind="organisation")
    found = statement(DEMAND, "Sở Y tế tỉnh Cửa Ròn", speaker_kind="organisation")
    assert same_speakers(gold, found)
    assert not same_speakers(GoldStatement(speakers=("Sở",)), found)


def test_anybody_will_do_where_no_speaker_is_annotated() -> None:
    assert same_speakers(GoldStatement(content=DEMAND), statement(DEMAND))


def test_all_of_several_speakers_must_be_named_in_any_order() -> None:
    gold = GoldStatement(speakers=("Lê Văn Sóng", "Trần Thị Khói"))
    both = statement(DEMAND, "Trần Thị Khói, Lê Văn Sóng", speakers=("Trần Thị Khói", "Lê Văn Sóng"))
    assert same_speakers(gold, both)
    assert not same_speakers(gold, statement(DEMAND))


@pytest.mark.parametrize("name", ["TP. Hồ Chí Minh", "thành phố Hồ Chí Minh", "TP.HCM"])
def test_a_province_may_be_written_with_its_type_or_short(name: str) -> None:
    assert unit_name(name) == "Hồ Chí Minh"


def test_what_is_no_province_stays_as_it_is() -> None:
    assert unit_name("Cửa Ròn") == "Cửa Ròn"
