"""The day an article reports from: not those of decrees, births, deadlines, memorial days."""

from __future__ import annotations

from datetime import date

import pytest

from archive.cleaning.events import after_leading_day, find_event, reported_days
from archive.models import DatedValue

TODAY = date(2026, 11, 21)
PUBLISHED = DatedValue("2020-03-20", "day", "header", "20/03/2020")


def event(text: str, published: DatedValue | None = PUBLISHED) -> str | None:
    found = find_event(reported_days([text]), published, [text], TODAY)
    return found and found.value


@pytest.mark.parametrize(
    "phrase",
    [
        "Sáng 19/3, UBND tỉnh họp.",
        "Ngày 19-3, UBND tỉnh họp.",
        "Ngày 19- 3, UBND tỉnh họp.",
        "Chiều 19.3, UBND tỉnh họp.",
        "Chiều ngày 19/3/2020, UBND tỉnh họp.",
        "Sáng nay (19/3), UBND tỉnh họp.",
        "Chiều nay - 19/3, UBND tỉnh họp.",
        "Sáng thứ năm, 19/3, UBND tỉnh họp.",
        "Ngày 19 tháng 3, UBND tỉnh họp.",
        "UBND tỉnh họp ngày 19 tháng 3 năm 2020.",
        "Trong hai ngày 19 và 20/3, UBND tỉnh họp.",
        "Từ ngày 19 đến 20/3, UBND tỉnh họp.",
    ],
)
def test_days_as_papers_print_them(phrase: str) -> None:
    assert event(phrase) == "2020-03-19"


@pytest.mark.parametrize(
    "phrase",
    [
        "Thực hiện Nghị quyết số 12-NQ/TU, ngày 15/3 của Tỉnh ủy, các xã đã họp.",
        "Theo Quyết định của UBND tỉnh ngày 15/3, các xã đã họp.",
        "Xã được thành lập ngày 3/2/1930, nay có tám thôn.",
        "Ông sinh ngày 5/3 tại xã Hạ.",
        "Nhân ngày 8/3, hội phụ nữ các xã đã họp.",
        "Công trình phải xong trước ngày 19/3 theo hợp đồng.",
        "Giá mới áp dụng từ ngày 1/3 tại các chợ.",
        "Hội thi sẽ diễn ra ngày 18/3 tại nhà văn hóa.",
        "Ngày 31/2, các xã đã họp.",
        "Tỷ lệ tăng 3/4 so với năm ngoái.",
    ],
)
def test_days_that_are_not_reported_from(phrase: str) -> None:
    assert event(phrase) is None


def test_the_first_day_reported_from_wins_over_a_decree_before_it() -> None:
    assert event("Thực hiện Chỉ thị số 5 ngày 2/3, chiều nay (19/3) huyện họp.") == "2020-03-19"


def test_a_day_after_publication_was_in_the_year_before() -> None:
    january = DatedValue("2021-01-05", "day", "header", "05/01/2021")
    assert event("Ngày 28/12, UBND tỉnh họp.", january) == "2020-12-28"


def test_a_day_announced_is_not_one_a_year_ago() -> None:
    assert event("Ngày 25/3, UBND tỉnh họp.") is None


def test_the_month_of_publication_ends_with_its_last_day() -> None:
    december = DatedValue("2020-12", "month", "header", "date 2020-12")
    assert event("Chiều 25/12, UBND tỉnh họp.", december) == "2020-12-25"


def test_without_a_date_line_the_year_is_inferred_from_an_official_report() -> None:
    text = (
        "Chiều 27-9, đồng chí Bí thư Tỉnh ủy làm việc với sở. Năm 2021, sở làm tốt; giai đoạn 2021-2025 khó."
    )
    found = find_event(reported_days([text]), None, [text], TODAY)
    assert found is not None
    assert (found.value, found.provenance) == ("2021-09-27", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        "Chiều 27-9, giá cà phê tăng. Năm 2019, giá từng lên cao.",
        "Chiều 27-9, đồng chí Bí thư Tỉnh ủy làm việc với sở.",
        "Chiều 27-9, đồng chí Bí thư Tỉnh ủy thăm xã. Xã đông dân năm 1960, nghèo năm 1975, khá năm 2004.",
    ],
)
def test_without_evidence_for_a_year_there_is_no_event(text: str) -> None:
    assert event(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "Trong một giờ ngày 26/2/1966, cả thôn bị đốt. Người dân lập bia tưởng niệm.",
        "Bản đồ kèm theo quyết định số 367 / QĐ - TTg ngày 4-6-2006 của Thủ tướng chưa tìm thấy.",
    ],
)
def test_a_day_of_history_or_of_a_decree_is_no_event(text: str) -> None:
    assert event(text, None) is None


def test_no_event_lies_after_today() -> None:
    text = "Chiều 27/12/2026, đồng chí Bí thư Tỉnh ủy làm việc với UBND tỉnh."
    assert event(text, None) is None


def test_leading_day_is_taken_off() -> None:
    assert after_leading_day("Chiều 25/12, Sở Tài chính họp") == "Sở Tài chính họp"
    assert after_leading_day("Sáng nay (19/3), Sở Tài chính họp") == "Sở Tài chính họp"
    assert after_leading_day("Sở Tài chính họp chiều 25/12") == "Sở Tài chính họp chiều 25/12"


def test_this_morning_is_the_day_of_publication_and_last_night_the_one_before() -> None:
    assert event("Sáng nay, HĐND tỉnh khai mạc kỳ họp.") == "2020-03-20"
    assert event("Theo Công an huyện, đêm qua tàu chở cát bị chìm.") == "2020-03-19"


def test_this_morning_names_no_day_where_publication_is_unknown_or_only_a_month() -> None:
    assert event("Sáng nay, HĐND tỉnh khai mạc kỳ họp.", None) is None
    month = DatedValue("2020-03", "month", "header", "tháng 3/2020")
    assert event("Sáng nay, HĐND tỉnh khai mạc kỳ họp.", month) is None


def test_today_in_somebodys_mouth_is_no_day_of_news() -> None:
    assert event("“Hôm nay tôi rất vui”, bà nói.") is None


def test_the_day_of_an_incident_comes_before_the_day_somebody_tells_of_it() -> None:
    told = "Chiều 19/3, Công an huyện cho biết đang điều tra. "
    assert event(told + "Khoảng 16h30 ngày 18/3, xe tải lật trên đèo.") == "2020-03-18"
    assert event(told + "Vụ việc xảy ra sáng 18/3.") == "2020-03-18"
    assert event(told + "Trước đó đoàn xe đi qua ngày 18/3.") == "2020-03-19"


def test_an_incident_long_before_is_what_is_looked_back_on() -> None:
    assert event("Sáng 19/3, xã cho biết đã khen anh An. Vụ việc xảy ra ngày 2/3.") == "2020-03-19"


def test_a_meeting_is_an_event_of_its_own() -> None:
    told = "Sáng 19/3, tại cuộc họp của UBND tỉnh, ông An cho biết đang khắc phục. "
    assert event(told + "Vụ việc xảy ra sáng 18/3.") == "2020-03-19"
