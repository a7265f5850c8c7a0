"""Dates as content managers print them: months in words, times on either side, years of two figures."""

from __future__ import annotations

import pytest

from archive.cleaning.date_patterns import printed_dates


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("12 Tháng Sáu, 2018", "2018-06-12"),
        ("Tháng Mười Hai 5, 2019", "2019-12-05"),
        ("12 tháng Mười một 2015", "2015-11-12"),
        ("Monday, 12 June 2017", "2017-06-12"),
        ("Jun 12, 2017", "2017-06-12"),
        ("Tháng Chín 14th, 2008", "2008-09-14"),
        ("29 Th8, 2012", "2012-08-29"),
        ("Th8 29, 2012", "2012-08-29"),
    ],
)
def test_a_month_may_be_a_word(text: str, day: str) -> None:
    assert [found.readings for found in printed_dates(text)] == [(day,)]


@pytest.mark.parametrize(
    ("text", "moment"),
    [
        ("14:2, Thứ Sáu, 31-5-2024", "2024-05-31T14:02"),
        ("14:21, Thứ Hai, 21/10/2013 (GMT+7)", "2013-10-21T14:21"),
        ("8h20', ngày 18/5/2005", "2005-05-18T08:20"),
        ("22/10/2019 14:05 PM", "2019-10-22T14:05"),
        ("Wed, 08/29/2012 - 14:26", "2012-08-29T14:26"),
    ],
)
def test_the_time_may_stand_on_either_side(text: str, moment: str) -> None:
    assert [found.readings for found in printed_dates(text)] == [(moment,)]


def test_a_year_of_two_figures_needs_a_time_or_the_day_of_the_week_beside_it() -> None:
    assert [found.readings[0] for found in printed_dates("20:15 - Thứ 3, 14.05.19")] == ["2019-05-14T20:15"]
    assert not list(printed_dates("Ngày 3/2/30 thành lập"))


def test_a_number_of_households_is_no_time() -> None:
    assert [found.readings[0] for found in printed_dates("12/3/2014 - 5 hộ dân")] == ["2014-03-12"]
