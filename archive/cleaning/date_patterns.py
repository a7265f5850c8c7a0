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
    r"(?P<{0}hour>\d{{1,2}})\s?(?::|giờ|[hg]\s?:?(?![^\W\d]))\s?(?:(?P<{0}minute>\d{{1,2}})(?!\d))?(?:\s?phút|['’′])?"
    r"(?::(?P<{0}second>\d{{1,2}}))?"
    r"(?:\s?(?P<{0}half>AM|PM|SA|CH)\b)?"
)
_VIETNAMESE_MONTHS = (
    *("giêng", "hai", "ba", "tư", "năm", "sáu"),
    *("bảy", "tám", "chín", "mười", "mười một", "mười hai"),
)
_ENGLISH_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_MONTH_NAMES = {
    name: number for names in (_VIETNAMESE_MONTHS, _ENGLISH_MONTHS) for number, name in enumerate(names, 1)
} | {"một": 1, "bốn": 4, "chạp": 12}
"""Names of months as content managers print them, Vietnamese or, left untranslated, English by its first letters."""

_NAMED_MONTH = (
    r"tháng\s(?:mười\s(?:một|hai)|giêng|một|hai|ba|tư|bốn|năm|sáu|bảy|tám|chín|mười|chạp)"
    r"|(?:tháng|thg\.?|th)\s?\d{1,2}(?=\s\d{1,2},)"
    r"|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}"
)
_DAY_MONTH_YEAR = (
    r"(?:ngày\s)?(?P<named_day>\d{1,2})\s?(?:tháng|thg\.?|th)\s?(?P<named_month>\d{1,2})"
    r"(?:\s?,|\snăm|\s?[/-])?\s?(?P<named_year>\d{4})"
    rf"|(?P<worded_day>\d{{1,2}})\s(?P<worded_month>{_NAMED_MONTH}),?\s(?:năm\s)?(?P<worded_year>\d{{4}})"
    rf"|(?P<leading_month>{_NAMED_MONTH})\s(?P<leading_day>\d{{1,2}})(?:st|nd|rd|th)?,\s(?P<leading_year>\d{{4}})"
    r"|(?P<first>\d{1,2})\s?(?P<sign>[/.-])\s?(?P<second_number>\d{1,2})\s?[/.-]\s?(?P<year>\d{4})"
    r"|(?P<short_first>\d{1,2})(?P<short_sign>[/.-])(?P<short_second>\d{1,2})(?P=short_sign)(?P<short_year>\d{2})(?!\d)"
    r"|(?P<iso_year>\d{4})(?P<iso_sign>[/-])(?P<iso_month>\d{2})(?P=iso_sign)(?P<iso_day>\d{2})"
    r"|(?<=[a-zăâêôơưđáàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộớờởỡợúùủũụứừửữựýỳỷỹỵ2-7],\s)"
    r"(?P<blank_day>\d{2})\s(?P<blank_month>\d{2})\s(?P<blank_year>\d{4})"
)
DAY_OF_WEEK = (
    r"(?:thứ\s(?:hai|ba|tư|năm|sáu|bảy|bẩy|[2-7])|chủ\snhật|cn|t[2-7]"
    r"|(?:mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,5}day)?)"
)
"""Names of days as alternatives of a pattern, Vietnamese or left untranslated."""

_BETWEEN = (
    r"(?:T|\s?[(,;|–—•·/-]\s?[(,|]?\s?(?:(?:vào\s)?lúc\s?:?\s|ngày\s|at\s)?|\s(?:(?:vào\s)?lúc\s?:?\s|ngày\s|at\s)?)"
    rf"(?:{DAY_OF_WEEK}\s?[\s,|–-]\s?(?:ngày\s)?)?"
)
_FULL = re.compile(
    rf"(?<![\d/.-])(?:{_CLOCK.format('before_')}{_BETWEEN})?(?P<day>{_DAY_MONTH_YEAR})(?![\d/])"
    rf"(?:{_BETWEEN}{_CLOCK.format('after_')})?",
    re.IGNORECASE,
)
_MONTH = re.compile(
    r"(?<![\w/])(?:date\s(?P<iso_year>\d{4})-(?P<iso_month>\d{2})(?![\d-])"
    r"|tháng\s(?P<month>\d{1,2})(?:\s?[/-]\s?|\snăm\s)(?P<year>\d{4})(?!\d))",
    re.IGNORECASE,
)
_YEAR_PRINTED = re.compile(r"\d{4}|\d[/.-]\d{1,2}[/.-]\d{2}")
"""In every date that `_FULL` and `_MONTH` find; most lines are told to have none in a tenth of the time."""

_WEEKDAY = re.compile(
    r"(?<!\w)(?:thứ\s(\w+)|(chủ\snhật)|(cn)|t([2-7])|(mon|tue|wed|thu|fri|sat|sun)(?:[a-z]{0,5}day)?)\W{1,3}(?:ngày\s)?$",
    re.IGNORECASE,
)
_WEEKDAYS = ("hai", "ba", "tư", "năm", "sáu", "bảy")
_ENGLISH_WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_FIRST_SHORT_YEAR = 70
"""Years of two figures from here on are of the twentieth century."""
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
    if not _YEAR_PRINTED.search(text):
        return
    position = 0
    while match := _FULL.search(text, position):
        yield from _months(text, position, match.start())
        if not match["short_year"] or _is_told(match):
            yield _full(match)
        position = match.end()
    yield from _months(text, position, len(text))


def _is_told(match: re.Match[str]) -> bool:
    """Whether a time or the day of the week stands beside three numbers: a year of two figures needs such proof."""
    return (
        _clock(match, "before_") is not None
        or _clock(match, "after_") is not None
        or _weekday(match) is not None
    )


def _months(text: str, start: int, end: int) -> Iterator[PrintedDate]:
    for match in _MONTH.finditer(text, start, end):
        year, month = match["iso_year"] or match["year"], match["iso_month"] or match["month"]
        readings = (f"{year}-{int(month):02}",) if 1 <= int(month) <= 12 and _is_year(int(year)) else ()
        yield PrintedDate(match[0], match.start(), match.end(), readings)


def _full(match: re.Match[str]) -> PrintedDate:
    clock = _clock(match, "before_") or _clock(match, "after_")
    half = match["before_half"] or match["after_half"]
    first, second, _ = _numbers(match)
    numeric = bool(first)
    days = _days(match)
    values = dict.fromkeys(_value(day, clock, match) for day in days)
    padded = numeric and ("0" in (first[0], second[0]) or (clock is not None and not half))
    return PrintedDate(
        match[0].strip(), match.start(), match.end(), tuple(values), bool(half), padded, _weekday(match)
    )


def _days(match: re.Match[str]) -> list[date]:
    """Every day the numbers may stand for; month before day only where the numbers alone were printed."""
    for name in ("worded", "leading"):
        if match[f"{name}_day"]:
            day = existing_day(
                match[f"{name}_year"], _month_number(match[f"{name}_month"]), match[f"{name}_day"]
            )
            return [day] if day else []
    for name in ("named", "iso", "blank"):
        if match[f"{name}_day"]:
            day = existing_day(match[f"{name}_year"], match[f"{name}_month"], match[f"{name}_day"])
            return [day] if day else []
    first, second, year = _numbers(match)
    orders = [existing_day(year, second, first)]
    if "/" in (match["sign"], match["short_sign"]):
        orders.append(existing_day(year, first, second))
    return [day for day in orders if day]


def _numbers(match: re.Match[str]) -> tuple[str, str, str]:
    """Day, month and year in figures, in the order they are printed; empty where words are printed."""
    if match["short_year"]:
        century = "19" if int(match["short_year"]) >= _FIRST_SHORT_YEAR else "20"
        return match["short_first"], match["short_second"], century + match["short_year"]
    return match["first"] or "", match["second_number"] or "", match["year"] or ""


def _month_number(name: str) -> int:
    word = " ".join(name.lower().removeprefix("tháng").split())
    if figures := re.search(r"\d+", word):
        return int(figures[0])
    return _MONTH_NAMES.get(word) or _MONTH_NAMES[word[:3]]


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
    start = match.start("day")
    found = _WEEKDAY.search(match.string, max(0, start - 16), start)
    if found is None:
        return None
    if found[2] or found[3]:
        return 6
    if found[5]:
        return _ENGLISH_WEEKDAYS.index(found[5].lower())
    word = (found[1] or found[4]).lower()
    if word.isdecimal():
        return int(word) - 2 if word in "234567" else None
    return _WEEKDAYS.index(word) if word in _WEEKDAYS else None


def _value(day: date, clock: time | None, match: re.Match[str]) -> str:
    if clock is None:
        return day.isoformat()
    seconds = match["before_second"] or match["after_second"]
    return datetime.combine(day, clock).isoformat(timespec="seconds" if seconds else "minutes")
