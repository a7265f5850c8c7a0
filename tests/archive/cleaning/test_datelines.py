"""Date lines: read whole, split off the lede or the title, told from sentences that hold a date."""

from __future__ import annotations

import pytest

from archive.cleaning.datelines import read_dateline, split_prefix, split_suffix


def readings(text: str) -> list[tuple[str, ...]]:
    found = read_dateline(1, text)
    assert found is not None
    return [printed.readings for printed in found.dates]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("19/03/2020", "2020-03-19"),
        ("25.04.2019", "2019-04-25"),
        ("18/11/ 1999", "1999-11-18"),
        ("Thứ Hai, 12/03/2018 | 09:15 GMT+7", "2018-03-12T09:15"),
        ("Chủ Nhật, 18/01/2026, 21:21 (GMT+7)", "2026-01-18T21:21"),
        ("Thứ Năm, 04/07/2019, 15:24 [GMT+7]", "2019-07-04T15:24"),
        ("Cập nhật: 14:33 02/11/2020", "2020-11-02T14:33"),
        ("17:54, 08/04/2024", "2024-04-08T17:54"),
        ("14h58 ngày 11/01/2018", "2018-01-11T14:58"),
        ("12/03/2018 lúc 14 giờ 30", "2018-03-12T14:30"),
        ("05/12/2013 15:42:27", "2013-12-05T15:42:27"),
        ("12-3-2018 9:15 CH", "2018-03-12T21:15"),
        ("thứ tư, 16 08 2017 10:08", "2017-08-16T10:08"),
        ("(25.04.2019 14:04)", "2019-04-25T14:04"),
        ("2021-09-05T08:30:00", "2021-09-05T08:30:00"),
        ("Ngày 12 tháng 6 năm 2009", "2009-06-12"),
        ("Hà Nội, ngày 12 tháng 6 năm 2009", "2009-06-12"),
        ("10 Tháng 1, 2026", "2026-01-10"),
        ("Chính trị 28-05-2024", "2024-05-28"),
        ("tháng 12/2020", "2020-12"),
        ("TTH - 13/07/2011 05:43", "2011-07-13T05:43"),
        ("VLO - Thứ Sáu, 05/12/2025", "2025-12-05"),
        ("BÁO VĨNH PHÚC ĐIỆN TỬ | 06/09/2015 11:20", "2015-09-06T11:20"),
        ("Sơn La TV - Thứ Hai, 22/04/2024, 10:02", "2024-04-22T10:02"),
    ],
)
def test_date_lines_of_papers_and_portals(text: str, value: str) -> None:
    assert readings(text)[0][0] == value


def test_day_and_month_in_doubt_keep_both_readings() -> None:
    assert readings("6/12/2009 8:30:21 PM") == [("2009-12-06T20:30:21", "2009-06-12T20:30:21")]


def test_month_before_day_only_where_no_other_reading_exists() -> None:
    assert readings("3/19/2020") == [("2020-03-19",)]


def test_thirty_first_of_february_is_no_day_but_still_a_date_line() -> None:
    assert readings("31/02/2020") == [()]


def test_view_counter_beside_the_date_is_cut_apart_and_is_never_a_year() -> None:
    found = read_dateline(3, "11/01/2018 14:58 Số lượt xem: 3072")
    assert found is not None
    assert [(cut.text, cut.kind) for cut in found.cuts] == [
        ("11/01/2018 14:58", "dateline"),
        ("Số lượt xem: 3072", "view_counter"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Ngày 12/3/2018, UBND tỉnh họp phiên thường kỳ.",
        "Kế hoạch năm 2020 của tỉnh",
        "Họp báo ngày 12/3/2018",
        "Lịch tiếp công dân",
    ],
)
def test_sentences_and_titles_are_no_date_lines(text: str) -> None:
    assert read_dateline(1, text) is None


@pytest.mark.parametrize(
    "text",
    [
        "date 2020-12 Chiều 25/12, Sở Tài chính họp.",
        "(19/03/2020) - Sáng nay, Sở Tài chính họp.",
        "19/03/2020 09:30 | Sáng nay, Sở Tài chính họp.",
    ],
)
def test_date_glued_to_the_lede_is_split_off(text: str) -> None:
    found = split_prefix(1, text)
    assert found is not None
    dateline, rest = found
    assert dateline.dates[0].readings
    assert rest.startswith(("Chiều", "Sáng"))


def test_date_of_the_story_is_not_split_off() -> None:
    assert split_prefix(1, "Ngày 12/3/2018, UBND tỉnh họp.") is None
    assert split_prefix(1, "12/3/2018 là ngày hội của xã.") is None


def test_bracketed_date_after_a_title_is_split_off() -> None:
    found = split_suffix(1, "Dấu ấn nửa nhiệm kỳ của huyện (03/02/2019 21:20)")
    assert found is not None
    assert found[1] == "Dấu ấn nửa nhiệm kỳ của huyện"
    assert split_suffix(1, "Kỷ niệm 80 năm thành lập xã (1945 - 2025)") is None


@pytest.mark.parametrize(
    "text",
    [
        "Cập nhật: 13/03/2014 09:00 - Ngày đăng: 12/03/2014 08:00",
        "Đăng lúc: 08:00 12/03/2014 | Cập nhật lúc: 09:00 13/03/2014",
    ],
)
def test_the_day_of_publication_goes_before_that_of_a_change(text: str) -> None:
    found = read_dateline(1, text)
    assert found is not None
    assert not found.is_update
    assert found.dates[0].readings[0] == "2014-03-12T08:00"


def test_the_number_of_an_issue_stands_in_its_date_line() -> None:
    found = read_dateline(1, "Số 212, phát hành ngày 19 tháng 8 năm 2009")
    assert found is not None
    assert found.dates[0].readings == ("2009-08-19",)
