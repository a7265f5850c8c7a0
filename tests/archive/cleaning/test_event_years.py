"""The year of a day printed without one: only what the body dates, and only forward."""

from __future__ import annotations

from datetime import date

import pytest

from archive.cleaning.event_years import inferred_day

TODAY = date(2026, 11, 21)
OFFICIAL = "Đồng chí Bí thư Tỉnh ủy dự hội nghị của UBND tỉnh."


def day(day_: int, month: int, *sentences: str) -> date | None:
    return inferred_day(day_, month, [OFFICIAL, *sentences], TODAY)


@pytest.mark.parametrize(
    "told",
    [
        "Năm 2021, ngành đã hoàn thành nhiệm vụ.",
        "Trong 9 tháng đầu năm 2021, thu ngân sách đạt khá.",
        "Từ tháng 3/2021, tỉnh đã cấp vốn cho hai xã.",
        "Ngày 15/5/2021, đoàn kiểm tra đã về xã.",
    ],
)
def test_the_year_is_the_first_in_which_the_day_follows_all_that_is_told(told: str) -> None:
    assert day(27, 9, told) == date(2021, 9, 27)


def test_a_day_long_before_the_last_thing_told_is_of_the_next_year() -> None:
    assert day(17, 1, "Tháng 8/2017, thanh tra vào cuộc.") == date(2018, 1, 17)


def test_a_day_shortly_before_a_dated_day_may_be_of_either_year() -> None:
    assert day(1, 6, "Trạm hoạt động trở lại trong tháng 7/2018.") is None


@pytest.mark.parametrize(
    "told",
    [
        "Dự án sẽ hoàn thành vào năm 2025.",
        "Phấn đấu đến năm 2025 là tỉnh khá.",
        "Giai đoạn 2016 - 2020, tỉnh giảm nghèo nhanh.",
        "Mít tinh kỷ niệm ngày giải phóng 30/4/2025.",
        "Trận lụt ấy vượt đỉnh năm 1985.",
        "Đề án được phê duyệt theo quyết định năm 2011.",
    ],
)
def test_what_is_to_come_or_named_in_passing_is_no_evidence(told: str) -> None:
    assert day(12, 3, told) is None


def test_a_term_of_office_has_begun() -> None:
    told = ("Đại biểu HĐND nhiệm kỳ 2016-2021 dự kỳ họp.", "Tháng 11/2015, ông nhận nhiệm vụ mới.")
    assert day(19, 3, *told) == date(2016, 3, 19)


def test_a_history_does_not_date_itself() -> None:
    told = ("Tháng 2/2001, cầu khởi công.", "Tháng 5/2004, cầu thông xe.", "Tháng 6/2012, cầu được mở rộng.")
    assert day(9, 9, *told) is None


def test_the_day_never_lies_ahead() -> None:
    assert day(30, 12, "Tháng 9/2026, mưa lớn.") is None


def test_stories_that_are_no_official_business_stay_undated() -> None:
    assert inferred_day(27, 9, ["Năm 2021, anh trúng vé số."], TODAY) is None


def test_a_day_printed_in_full_near_it_settles_the_year_without_official_words() -> None:
    told = "Trường phải báo cáo trước ngày 7/2/2017."
    assert inferred_day(6, 2, [told], TODAY) == date(2017, 2, 6)
    assert inferred_day(28, 12, ["Hội thi mở màn ngày 5/1/2018."], TODAY) == date(2017, 12, 28)


def test_an_anniversary_near_it_settles_nothing() -> None:
    assert inferred_day(26, 7, ["Lễ kỷ niệm ngày thành lập 27/7/2017."], TODAY) is None


def test_full_days_that_disagree_settle_nothing() -> None:
    assert inferred_day(6, 2, ["Vụ việc ngày 1/2/2016 và ngày 3/2/2017."], TODAY) is None


def test_a_full_day_long_before_something_later_told_settles_nothing() -> None:
    assert inferred_day(6, 2, ["Ngày 1/2/2016, xã khởi công. Ngày 30/9/2018, cầu thông xe."], TODAY) is None


def test_months_counted_up_to_it_settle_the_year_without_official_words() -> None:
    assert inferred_day(6, 6, ["Trong 5 tháng đầu năm 2017, phường trồng 300 cây."], TODAY) == date(
        2017, 6, 6
    )
    assert inferred_day(6, 9, ["Trong 5 tháng đầu năm 2017, phường trồng 300 cây."], TODAY) is None


def test_a_school_year_settles_nothing() -> None:
    assert inferred_day(23, 4, ["Tuyển sinh năm học 2021-2022 bắt đầu."], TODAY) is None
