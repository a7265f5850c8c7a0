from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import NotFound
from archive.knowledge.places.units import (
    MERGER,
    UNITS,
    covers,
    current_units,
    held_today,
    holder,
    in_force,
    label,
    named_on,
    unit,
    units_named,
)

units = st.sampled_from(sorted(UNITS.values(), key=lambda one: one.id))


@pytest.mark.parametrize(
    ("day", "count"),
    [
        (date(1976, 7, 2), 38),
        (date(1979, 5, 30), 40),
        (date(1989, 7, 1), 44),
        (date(1991, 8, 12), 50),
        (date(1996, 12, 31), 53),
        (date(2003, 12, 31), 61),
        (date(2004, 1, 1), 64),
        (date(2008, 7, 31), 64),
        (date(2008, 8, 1), 63),
        (date(2025, 6, 30), 63),
        (date(2025, 7, 1), 34),
        (date(2026, 9, 20), 34),
    ],
)
def test_the_number_of_units_on_a_day(day: date, count: int) -> None:
    assert sum(covers(one, day) for one in UNITS.values()) == count


def test_the_34_are_those_in_force_on_the_day_of_the_merger() -> None:
    assert len(current_units()) == 34
    assert all(covers(one, MERGER) and one.current == (one.id,) for one in current_units())


@given(units)
def test_current_units_were_in_force_on_the_day_of_the_merger(one) -> None:
    assert one.current
    assert all(covers(unit(id), MERGER) for id in one.current)


@given(units)
def test_successors_begin_the_day_their_predecessor_ends(one) -> None:
    assert bool(one.successors) == (one.valid_to is not None)
    assert all(unit(id).valid_from == one.valid_to for id in one.successors)


@given(units)
def test_an_id_is_the_name_without_marks_and_the_first_year(one) -> None:
    name, _, year = one.id.rpartition("-")
    assert one.id.isascii()
    assert units_named(name.replace("-", " "))[0].name == one.name
    assert int(year) == one.valid_from.year


def test_no_two_units_of_one_name_overlap() -> None:
    for one, other in combinations(UNITS.values(), 2):
        if one.name == other.name:
            first, second = sorted((one, other), key=lambda unit: unit.valid_from)
            assert first.valid_to is not None
            assert first.valid_to <= second.valid_from


def test_no_unit_is_lost_in_a_change() -> None:
    for one in UNITS.values():
        if one.valid_to:
            assert covers(holder(one, one.valid_to), one.valid_to)


@pytest.mark.parametrize(
    ("old", "current"),
    [
        ("vinh-phuc-1997", ["phu-tho-2025"]),
        ("phu-tho-1997", ["phu-tho-2025"]),
        ("ha-tay-1991", ["ha-noi-2008"]),
        ("ha-nam-ninh-1976", ["ninh-binh-2025"]),
        ("binh-tri-thien-1976", ["hue-2025", "quang-tri-2025"]),
        ("ha-son-binh-1976", ["ha-noi-2008", "phu-tho-2025"]),
        ("dak-lak-1976", ["dak-lak-2025", "lam-dong-2025"]),
        ("lai-chau-1976", ["lai-chau-2004", "dien-bien-2004"]),
        ("dong-nai-2026", ["dong-nai-2025"]),
        ("bac-ninh-2026", ["bac-ninh-2025"]),
    ],
)
def test_current_units_hold_the_territory_of_old_ones(old: str, current: list[str]) -> None:
    assert list(unit(old).current) == current


@pytest.mark.parametrize(
    ("spelling", "name"),
    [
        ("Hoà Bình", "Hòa Bình"),
        ("hoa binh", "Hòa Bình"),
        ("tỉnh Thanh Hoá", "Thanh Hóa"),
        ("TP.HCM", "Hồ Chí Minh"),
        ("TPHCM", "Hồ Chí Minh"),
        ("tp ho chi minh", "Hồ Chí Minh"),
        ("Sài Gòn", "Hồ Chí Minh"),
        ("BR-VT", "Bà Rịa - Vũng Tàu"),
        ("Bà Rịa – Vũng Tàu", "Bà Rịa - Vũng Tàu"),
        ("ba ria vung tau", "Bà Rịa - Vũng Tàu"),
        ("Thừa Thiên - Huế", "Thừa Thiên Huế"),
        ("TP. Huế", "Huế"),
        ("Đắc Lắc", "Đắk Lắk"),
        ("Daklak", "Đắk Lắk"),
        ("Bắc Cạn", "Bắc Kạn"),
        ("Kontum", "Kon Tum"),
        ("Thủ đô Hà Nội", "Hà Nội"),
    ],
)
def test_a_name_is_understood_in_any_spelling(spelling: str, name: str) -> None:
    assert {one.name for one in units_named(spelling)} == {name}


@given(units, st.sampled_from(["NFC", "NFD"]), st.booleans())
def test_a_name_is_found_composed_or_not_in_any_case(one, form: str, upper: bool) -> None:
    printed = unicodedata.normalize(form, one.name.upper() if upper else one.name)
    assert one in units_named(printed)


def test_units_of_a_name_come_newest_first() -> None:
    assert [one.id for one in units_named("Đắk Lắk")] == ["dak-lak-2025", "dak-lak-2004", "dak-lak-1976"]


@pytest.mark.parametrize("nonsense", ["", "tỉnh", "Huệ", "Atlantis", "..."])
def test_what_is_no_unit_has_none(nonsense: str) -> None:
    assert units_named(nonsense) == ()


@pytest.mark.parametrize(
    ("name", "day", "id"),
    [
        ("Phú Thọ", date(2025, 6, 30), "phu-tho-1997"),
        ("phu tho", date(2025, 7, 1), "phu-tho-2025"),
        ("Cần Thơ", date(2003, 12, 31), "can-tho-1991"),
        ("Hà Nội", date(2008, 8, 1), "ha-noi-2008"),
        ("Phú Thọ", None, "phu-tho-1997"),
        ("Hà Tây", None, "ha-tay-1991"),
    ],
)
def test_the_unit_in_force(name: str, day: date | None, id: str) -> None:
    found = in_force(name, day)
    assert found
    assert found.id == id


def test_no_unit_of_the_name_is_in_force() -> None:
    assert in_force("Vĩnh Phúc", date(2026, 1, 1)) is None
    assert in_force("Hà Tây", date(2010, 1, 1)) is None


@pytest.mark.parametrize(
    ("name", "day", "id"),
    [
        ("Vĩnh Phúc", date(2026, 1, 1), "vinh-phuc-1997"),
        ("Hà Tây", date(2010, 1, 1), "ha-tay-1991"),
        ("Bắc Ninh", date(1990, 1, 1), "ha-bac-1976"),
        ("Huế", date(2020, 1, 1), "thua-thien-hue-1989"),
        ("Phú Thọ", date(1960, 1, 1), "vinh-phu-1976"),
    ],
)
def test_a_name_out_of_its_time_means_the_nearest_unit(name: str, day: date, id: str) -> None:
    found = named_on(name, day)
    assert found
    assert found.id == id


@pytest.mark.parametrize(
    ("id", "text"),
    [
        ("phu-tho-1997", "Phú Thọ (đến 6/2025)"),
        ("phu-tho-2025", "Phú Thọ (từ 7/2025)"),
        ("dak-lak-1976", "Đắk Lắk (đến 12/2003)"),
        ("dak-lak-2004", "Đắk Lắk (1/2004 – 6/2025)"),
        ("dong-nai-2025", "Đồng Nai (7/2025 – 4/2026)"),
        ("vinh-phuc-1997", "Vĩnh Phúc"),
        ("quang-ninh-1976", "Quảng Ninh"),
    ],
)
def test_a_label_says_the_period_only_where_the_name_repeats(id: str, text: str) -> None:
    assert label(unit(id)) == text


def test_labels_are_unique() -> None:
    assert len({label(one) for one in UNITS.values()}) == len(UNITS)


def test_an_unknown_id_says_what_ids_look_like() -> None:
    with pytest.raises(NotFound, match="phu-tho-2025"):
        unit("phu-tho")


@given(units, st.integers(-20_000, 400))
def test_somebody_holds_every_territory_on_every_day_of_the_table(one, days: int) -> None:
    day = max(date(1989, 7, 1), MERGER + timedelta(days=days))
    assert covers(holder(one, day), day)


def test_two_old_units_of_one_new_one_are_held_by_it_once() -> None:
    assert held_today(("vinh-phuc-1997", "hoa-binh-1991")) == ("phu-tho-2025",)
