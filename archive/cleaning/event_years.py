"""The year of a day printed without one, in an article without a date: from the dates the body tells.

A day that the body prints in full near it settles the year (`Sáng 6/2 … báo cáo trước ngày 7/2/2017`), and so do
months counted up to it (`Ngày 6/6 … 5 tháng đầu năm 2017`); school years do not: papers speak of the next one too.
Otherwise: news reports the newest thing it tells. Its day is therefore the first such day that does not lie before
any past date of the body, and not before the term of office it names. That holds only where the body does date the
present: by a month or a day with its year, or by a year that opens a sentence or counts its months
(`Năm 2021, ngành đã …`, `9 tháng đầu năm 2021`). A year that is only named once, in passing, is no evidence.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from archive.cleaning.date_contexts import FUTURE_YEAR_BEFORE, OFFICIAL_WORDS, TO_COME_BEFORE
from archive.cleaning.date_patterns import existing_day

OLDEST_YEAR = 2000
"""Papers of the provinces went online about then: an undated text whose newest date is older tells history."""

UNCERTAIN_DAYS = 120
"""A dated day this soon after the day reported may be past or still to come: then both years are open, and the
article stays undated."""

NEIGHBOUR_DAYS = 45
"""How near a day printed in full must lie to settle the year of the day reported."""

MIN_OFFICIAL_WORDS = 2
MIN_SHARE = 0.5
"""Of the past dates told, how many must be of the newest year or the one before it: else the text is a history."""

_ANNIVERSARY = re.compile(
    r"(?<!\w)(?:kỷ niệm|thành lập|truyền thống|sinh|lần thứ|ra đời|giải phóng)(?!\w)", re.IGNORECASE
)
_CLAUSE = re.compile(r"[.;:!?\n]")
_OFFICIAL = re.compile(rf"(?<!\w)(?:{OFFICIAL_WORDS})(?!\w)")
_TO_COME = re.compile(rf"(?<!\w)(?:{TO_COME_BEFORE})(?!\w)", re.IGNORECASE)
_PASSING = re.compile(rf"(?<!\w)(?:{FUTURE_YEAR_BEFORE})\s$", re.IGNORECASE)
_TERM = re.compile(r"nhiệm kỳ\s(?P<year>(?:19|20)\d\d)\s?[-–]\s?(?:19|20)\d\d", re.IGNORECASE)
_DATED = re.compile(
    r"(?<![\w/.-])(?:(?:(?P<day>\d{1,2})\s?[/.-]\s?)?(?P<month>\d{1,2})\s?[/.-]\s?|"
    r"tháng\s(?P<named>\d{1,2})(?:,?\snăm)?\s)(?P<year>(?:19|20)\d\d)(?!\s?[-–/]?\s?\d)",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"(?P<opening>(?:^|[.!?…\n]\s*)(?:Trong\s)?Năm\s|(?:tháng|quý)\s(?:đầu|cuối)\snăm\s)|(?<!\w)năm\s",
    re.IGNORECASE,
)
_LONGEST_OPENING = 40
"""Characters before a year in which `_YEAR` is looked for, twice what it can match: a tenth of reading whole bodies."""

_MONTHS_SO_FAR = re.compile(
    r"(?<!\d)(?P<count>\d{1,2})\stháng\s(?:đầu\s)?năm\s(?P<year>20\d\d)(?!\d)", re.IGNORECASE
)
_FOUR_DIGITS = re.compile(r"(?:19|20)\d\d(?!\s?[-–/]?\s?\d)")
_LONGEST_MONTH = len("tháng 00, năm ")
_LONGEST_LOOK_AHEAD = len(" - 0")


class Told(NamedTuple):
    """A past date of a body: its first possible day, and whether it dates the present by its form."""

    first: date
    strong: bool


def told_dates(text: str, today: date) -> tuple[Told, ...]:
    """Past dates a body tells, in order of their form; days to come, deadlines and terms are not among them."""
    return tuple(
        told
        for told in (*_with_month(text), *_with_year(text))
        if OLDEST_YEAR <= told.first.year <= today.year
    )


def inferred_day(day: int, month: int, paragraphs: Sequence[str], today: date) -> date | None:
    """The day in the year the body's dates point to, None where they are not evidence enough."""
    text = "\n".join(paragraphs)
    told = told_dates(text, today)
    neighbour = _beside_a_full_day(day, month, text, today) or _in_a_counted_year(day, month, text, today)
    if neighbour and all(other.first <= neighbour + timedelta(NEIGHBOUR_DAYS) for other in told):
        return neighbour
    if len(_OFFICIAL.findall(text)) < MIN_OFFICIAL_WORDS or not told:
        return None
    newest = max(told)
    recent = sum(other.first.year >= newest.first.year - 1 for other in told)
    if recent < MIN_SHARE * len(told) or not any(
        other.strong for other in told if other.first.year == newest.first.year
    ):
        return None
    terms = [
        date(int(term["year"]), 1, 1) for term in _TERM.finditer(text) if int(term["year"]) <= today.year
    ]
    return _first_from(day, month, max([newest.first, *terms]), today)


def _beside_a_full_day(day: int, month: int, text: str, today: date) -> date | None:
    """The day in the one year that puts it near days printed in full; None where they disagree or there are none."""
    found = set()
    for match in _dated(text):
        full = match["day"] and existing_day(match["year"], match["month"], match["day"])
        clause = _CLAUSE.split(text[max(0, match.start() - 60) : match.start()])[-1]
        if not full or full.year < OLDEST_YEAR or _ANNIVERSARY.search(clause):
            continue
        for year in (full.year - 1, full.year, full.year + 1):
            near = existing_day(year, month, day)
            if near and near <= today and abs((full - near).days) <= NEIGHBOUR_DAYS:
                found.add(near)
    return found.pop() if len(found) == 1 else None


def _in_a_counted_year(day: int, month: int, text: str, today: date) -> date | None:
    """The day in the one year whose months are counted up to it: `Ngày 6/6 … 5 tháng đầu năm 2017`."""
    years = {
        int(told["year"]) for told in _MONTHS_SO_FAR.finditer(text) if 0 <= month - int(told["count"]) <= 1
    }
    found = existing_day(years.pop(), month, day) if len(years) == 1 else None
    return found if found and found <= today else None


def _first_from(day: int, month: int, start: date, today: date) -> date | None:
    found = existing_day(start.year, month, day)
    if found and found < start:
        if (start - found).days <= UNCERTAIN_DAYS:
            return None
        found = existing_day(start.year + 1, month, day)
    return found if found and found <= today else None


def _dated(text: str) -> Iterator[re.Match[str]]:
    """Months and days with their year, found by the year, which is rarer than figures: in a fifth of the time."""
    done = 0
    for year in _FOUR_DIGITS.finditer(text):
        begin = max(done, year.start() - _LONGEST_MONTH)
        if match := _DATED.search(text, begin, year.end() + _LONGEST_LOOK_AHEAD):
            yield match
            done = match.end()


def _with_month(text: str) -> Iterator[Told]:
    for match in _dated(text):
        if not _is_to_come(text, match.start()):
            month = int(match["month"] or match["named"])
            first = existing_day(int(match["year"]), month, int(match["day"] or 1))
            if first:
                yield Told(first, strong=True)


def _with_year(text: str) -> Iterator[Told]:
    for year in _FOUR_DIGITS.finditer(text):
        before = list(_YEAR.finditer(text, max(0, year.start() - _LONGEST_OPENING), year.start()))[-1:]
        for match in before:
            if match.end() == year.start() and not _is_to_come(text, match.start()):
                yield Told(date(int(year[0]), 1, 1), strong=match["opening"] is not None)


def _is_to_come(text: str, position: int) -> bool:
    """Whether what stands before it in its clause makes a date one of the future, or of no time at all."""
    clause = _CLAUSE.split(text[max(0, position - 60) : position])[-1]
    return _TO_COME.search(clause) is not None or _PASSING.search(clause) is not None
