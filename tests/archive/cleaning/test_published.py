"""The published date: the record's field first, then the header, read in the light of the body."""

from __future__ import annotations

from datetime import date

import pytest

from archive.cleaning.date_patterns import printed_dates
from archive.cleaning.events import MonthDay
from archive.cleaning.published import from_field, from_header, sharpened, sort_date
from archive.errors import ProcessingError
from archive.models import DatedValue

TODAY = date(2026, 11, 21)


def day(value: str, provenance: str = "header") -> DatedValue:
    precision = {4: "year", 7: "month", 10: "day"}[len(value)]
    return DatedValue(value, precision, provenance, value)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2020-03-19", "2020-03-19"),
        ("2020-03-19T08:00", "2020-03-19T08:00"),
        ("2020-03-19T08:00:05", "2020-03-19T08:00:05"),
        ("2020-03-19T23:30:00Z", "2020-03-20T06:30:00"),
        ("2020-03-19T08:00:00+07:00", "2020-03-19T08:00:00"),
        ("Thu, 19 Mar 2020 07:00:00 GMT", "2020-03-19T14:00:00"),
        ("19/03/2020 14:58", "2020-03-19T14:58"),
        ("2020-03", "2020-03"),
        ("2020", "2020"),
    ],
)
def test_date_fields_are_read_in_vietnamese_time(text: str, value: str) -> None:
    found = from_field(text, (), TODAY)
    assert found is not None
    assert (found.value, found.provenance, found.raw) == (value, "field", text)


@pytest.mark.parametrize("text", ["hôm qua", "31/02/2020", "2020-13", "1584576000", "0001-01-01"])
def test_unreadable_date_field_is_refused_with_its_value(text: str) -> None:
    with pytest.raises(ProcessingError, match="cannot be read") as caught:
        from_field(text, (), TODAY)
    assert text in caught.value.reason


@pytest.mark.parametrize("text", ["2026-11-22", "2026-12", "3072", "26/5/2027"])
def test_date_field_in_the_future_is_refused(text: str) -> None:
    with pytest.raises(ProcessingError, match="lies after 2026-11-21"):
        from_field(text, (), TODAY)


def test_empty_date_field_is_no_date() -> None:
    assert from_field(" ", (), TODAY) is None


@pytest.mark.parametrize(
    ("line", "event", "value"),
    [
        ("6/12/2009 8:30:21 PM", MonthDay(11, 6, None, "Ngày 11/6"), "2009-06-12T20:30:21"),
        ("11/01/2018 14:58", MonthDay(10, 1, None, "Ngày 10- 1"), "2018-01-11T14:58"),
        ("5/4/2020", MonthDay(3, 5, None, "Sáng 3/5"), "2020-05-04"),
    ],
)
def test_the_day_reported_decides_between_day_and_month_first(line: str, event: MonthDay, value: str) -> None:
    found = from_header(list(printed_dates(line)), (event,), TODAY)
    assert found is not None
    assert found.value == value
    assert len(found.alternatives) == 1


def test_without_evidence_the_day_comes_first() -> None:
    found = from_header(list(printed_dates("5/4/2020")), (), TODAY)
    assert found is not None
    assert (found.value, found.alternatives) == ("2020-04-05", ("2020-05-04",))


def test_the_printed_weekday_decides() -> None:
    found = from_header(list(printed_dates("Chủ nhật, 7/6/2020")), (), TODAY)
    assert found is not None
    assert found.value == "2020-06-07"


def test_a_reading_in_the_future_is_no_reading() -> None:
    found = from_header(list(printed_dates("11/12/2026")), (), TODAY)
    assert found is not None
    assert (found.value, found.alternatives) == ("2026-11-12", ())


def test_header_in_the_future_is_no_date() -> None:
    assert from_header(list(printed_dates("11/01/3072 14:58")), (), TODAY) is None


def test_field_wins_over_header_unless_the_header_is_finer_within_it() -> None:
    assert sharpened(day("2020-03-19", "field"), day("2020-03-20")) == day("2020-03-19", "field")
    assert sharpened(day("2020-03", "field"), day("2020-03-20")) == day("2020-03-20")
    assert sharpened(day("2020-03", "field"), day("2020-04-20")) == day("2020-03", "field")


@pytest.mark.parametrize(
    ("published", "event", "expected"),
    [
        ("2020-03-19", "2020-03-18", "2020-03-19"),
        ("2020-12", "2020-12-25", "2020-12-25"),
        ("2020-12", "2020-11-30", "2020-12"),
        ("2020", None, "2020"),
        (None, "2021-09-27", "2021-09-27"),
        (None, None, None),
    ],
)
def test_sort_date_is_published_sharpened_by_an_event_within_it(
    published: str | None, event: str | None, expected: str | None
) -> None:
    assert sort_date(published and day(published), event and day(event, "body")) == expected  # type: ignore[arg-type]
