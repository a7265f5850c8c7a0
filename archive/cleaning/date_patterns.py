"""Dates as Vietnamese papers print them: patterns, and every day each may stand for.

No library: day before month, `27-9`, `10- 1`, `3.6`, `14 giờ 30`, `ngày 12 tháng 6 năm 2009` are read wrongly
or not at all by general parsers.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time

EARLIEST_YEAR = 1865
"""The year of the first Vietnamese newspaper, Gia Định báo: no article is older."""

_CLOCK = (
    r"(?P<{0}hour>\d{{1,2}})\s?(?::|giờ|h|g)\s?(?:(?P<{0}minute>\d{{1,2}})(?!\d))?(?:\s?phút)?(?::(?P<{0}second>\d{{1,2}}))?"
    r"(?:\s?(?P<{0}half>AM|PM|SA|CH)\b)?"
)
_DAY_MONTH_YEAR = (
    r"(?P<first>\d{1,2})\s?(?P<sign>[/.-])\s?(?P<second_number>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
    r"|(?:ngày\s)?(?P<named_day>\d{1,2})\s?tháng\s?(?P<named_month>\d{1,2})(?:\s?,|\snăm|\s?[/-])?\s?(?P<named_year>\d{4})"
    r"|(?P<iso_year>\d{4})-(?P<iso_month>\d{2})-(?P<iso_day>\d{2})"
    r"|(?<=[a-zăâêôơưđáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ2-7],\s)"
    r"(?P<blank_day>\d{2})\s(?P<blank_month>\d{2})\s(?P<blank_year>\d{4})"
)
_BETWEEN = r"(?:\s?[,|T–-]\s?|\s(?:lúc\s|vào lúc\s|ngày\s)?|\s?\(|,?\s(?:ngày)\s)"
_FULL = re.compile(
    rf"(?<![\d/.-])(?:{_CLOCK.format('before_')}{_BETWEEN})?(?:{_DAY_MONTH_YEAR})(?![\d/])"
    rf"(?:{_BETWEEN}{_CLOCK.format('after_')})?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![\w/])(?:date\s(?P<iso_year>\d{4})-(?P<iso_month>\d{2})(?![\d-])"
    r"|tháng\s(?P<month>\d{1,2})(?:\s?[/-]\s?|\snăm\s)(?P<year>\d{4})(?!\d))",
    re.IGNORECASE,
)
_WEEKDAY = re.compile(r"(?:thứ\s(\w+)|(chủ\snhật)|(cn)|t([2-7]))\W{1,3}$", re.IGNORECASE)
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_AFTERNOON = ("PM", "CH")


@dataclass(frozen=True, slots=True)
class PrintedDate:
    """A date found in a text.

    Attributes:
        raw: the printed characters.
        start, end: where they stand.
        readings: ISO values it may stand for, day before month first; empty when there is no such day.
        half_day: printed with AM or PM, the American habit.
        weekday: the day of the week printed before it, Monday 0.
        padded: printed with zeros before single figures or with a 24 hour clock, the Vietnamese habit.
    """

    raw: str
    start: int
    end: int
    readings: tuple[str, ...]
    half_day: bool = False
    padded: bool = False
    weekday: int | None = None


def printed_dates(text: str) -> Iterator[PrintedDate]:
    """Full dates (day, month, year, perhaps a time) and months with a year, in order of appearance.

    Args:
        text: one line, squeezed.
    """
    position = 0
    while match := _FULL.search(text, position):
        yield from _months(text, position, match.start())
        yield _full(match)
        position = match.end()
    yield from _months(text, position, len(text))


def _months(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    for match in _MONTH.finditer(text, start, end):
        year, month = match["iso_year"] or match["year"], match["iso_month"] or match["month"]
        readings = (f"{year}-{int(month):02}",) if 1 <= int(month) <= 12 and _is_year(int(year)) else ()
        yield PrintedDate(match[0], match.start(), match.end(), readings)


def _full(match: re.Match[str]) -> PrintedDate:
    clock = _clock(match, "before_") or _clock(match, "after_")
    half = match["before_half"] or match["after_half"]
    numeric = match["first"] is not None
    days = _days(match)
    values = dict.fromkeys(_value(day, clock, match) for day in days)
    padded = numeric and (
        "0" in (match["first"][0], match["second_number"][0]) or (clock is not None and not half)
    )
    return PrintedDate(
        match[0].strip(), match.start(), match.end(), tuple(values), bool(half), padded, _weekday(match)
    )


def _days(match: re.Match[str]) -> list[date]:
    """Every day the numbers may stand for; month before day only where the numbers alone were printed."""
    for name in ("named", "iso", "blank"):
        if match[f"{name}_day"]:
            day = existing_day(match[f"{name}_year"], match[f"{name}_month"], match[f"{name}_day"])
            return [day] if day else []
    first, second, year = match["first"], match["second_number"], match["year"]
    orders = [existing_day(year, second, first)]
    if match["sign"] == "/":
        orders.append(existing_day(year, first, second))
    return [day for day in orders if day]


def existing_day(year: str | int, month: str | int, day: str | int) -> date | None:
    """The day of these numbers, or None: 31 February, month 13 and the year 3072 do not exist here."""
    try:
        found = date(int(year), int(month), int(day))
    except ValueError:
        return None
    return found if _is_year(found.year) else None


def _is_year(year: int) -> bool:
    return year >= EARLIEST_YEAR


def _clock(match: re.Match[str], side: str) -> time | None:
    if match[f"{side}hour"] is None:
        return None
    hour, half = int(match[f"{side}hour"]), (match[f"{side}half"] or "").upper()
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half in _AFTERNOON else 0)
    try:
        return time(hour, int(match[f"{side}minute"] or 0), int(match[f"{side}second"] or 0))
    except ValueError:
        return None


def _weekday(match: re.Match[str]) -> int | None:
    found = _WEEKDAY.search(match.string, max(0, match.start() - 16), match.start())
    if found is None:
        return None
    if found[2] or found[3]:
        return 6
    word = (found[1] or found[4]).lower()
    if word.isdecimal():
        return int(word) - 2 if word in "234567" else None
    return _WEEKDAYS.index(word) if word in _WEEKDAYS else None


def _value(day: date, clock: time | None, match: re.Match[str]) -> str:
    if clock is None:
        return day.isoformat()
    seconds = match["before_second"] or match["after_second"]
    return datetime.combine(day, clock).isoformat(timespec="seconds" if seconds else "minutes")
