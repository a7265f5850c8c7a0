"""The day an article reports from, `Sáng 19/3`, `Ngày 10- 1`, `Chiều nay (7/2)`: printed year or inferred."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from archive.cleaning.date_contexts import (
    DOCUMENT_BEFORE,
    NOT_REPORTED_AFTER,
    NOT_REPORTED_BEFORE,
    PARTS_OF_DAY,
)
from archive.cleaning.date_patterns import existing_day
from archive.cleaning.event_years import OLDEST_YEAR, inferred_day, told_dates
from archive.models import DatedValue
from archive.periods import period

ZONE_CHARACTERS = 900
"""How far into the body the day reported from is looked for."""

TELLING_DAYS = 7
"""An incident this many days before somebody tells of it is the event; an older one is what is looked back on."""

RELATIVE_CHARACTERS = 400
"""How far into the body `Sáng nay` says when its news happened."""

MAX_AGE_DAYS = 330
"""A day that was further back when the article was published is history, not what it reports."""

MAX_AGE_LAST_YEAR_DAYS = 120
"""A day that lies after publication was last year; further back than this, it is to come."""

_CONTEXT_CHARACTERS = 40
_SIGN = r"\s?[/.-]\s?"
_TODAY = r"(?:\s(?:hôm\snay|hôm\squa|nay|qua|ngày|mai|thứ\s\w+|chủ\snhật))*"
_OPENER = rf"(?:(?:{PARTS_OF_DAY}|hôm){_TODAY}|(?:(?:trong|các|cả)\s(?:\d\s|hai\s|ba\s)?)?ngày)"
_MORE_DAYS = r"(?:\s?(?:,|-|–|và|đến|tới|đến\sngày)\s?\d{1,2}(?![\d%]))*"
_NUMERIC = rf"{_SIGN}(?P<month>\d{{1,2}})(?:{_SIGN}(?P<year>\d{{4}}))?"
_NAMED = rf"\s?tháng\s?(?P<named_month>\d{{1,2}})(?:(?:,?\snăm\s|{_SIGN})(?P<named_year>\d{{4}}))?"
_DAY = re.compile(
    rf"(?<!\w){_OPENER}(?:\s?[,(–-]\s?|\s)(?:ngày\s)?(?P<day>\d{{1,2}}){_MORE_DAYS}(?:{_NUMERIC}|{_NAMED})"
    r"(?![\d/%])(?!\s(?:tỷ|triệu|nghìn|ha|km|người)\b)",
    re.IGNORECASE,
)
_NOT_BEFORE = re.compile(rf"(?<!\w)(?:{NOT_REPORTED_BEFORE})(?:\s(?:vào|trong|từ))?[\s,(–-]*$", re.IGNORECASE)
_DOCUMENT = re.compile(rf"(?<!\w)(?:{DOCUMENT_BEFORE})[\s,(–-]*$", re.IGNORECASE)
_NOT_AFTER = re.compile(rf"\s?\)?,?\s?(?:{NOT_REPORTED_AFTER})(?!\w)", re.IGNORECASE)
_SINCE = re.compile(r"(?<!\w)từ\s$", re.IGNORECASE)
_RANGE = re.compile(r"\d\s?(?:-|–|đến|tới)\s?(?:ngày\s)?\d{1,2}\s?(?:/|\.|-|tháng)")

_TELLING = re.compile(
    r"(?:(?!\b(?:họp|hội nghị|làm việc|tổ chức|khai mạc|kiểm tra|lễ|diễn ra|chủ trì|tiếp|thăm|phiên)\b)"
    r"[^.!?\n]){0,200}?"
    r"\b(?:cho biết|cho hay|xác nhận|trao đổi với|thông tin)\b",
    re.IGNORECASE,
)
"""Behind a day on which somebody only told of something: `Chiều 21/9, Công an huyện cho biết …`."""

_HAPPENING = re.compile(
    r"\b(?:xảy ra|sự việc|vụ việc|(?:khoảng|lúc|vào)\s\d{1,2}\s?(?:h|g|giờ)\s?\d{0,2}\s?(?:phút)?)\b[^.!?\n]{0,20}$",
    re.IGNORECASE,
)
"""Before the day of an incident: `vụ việc xảy ra sáng 20/9`, `khoảng 16h30 ngày 20/9`."""

_NAMED_BY_PUBLICATION = re.compile(
    rf"(?:^|[.!?…\n]\s*|,\s)(?P<raw>(?:{PARTS_OF_DAY})\s(?:hôm\s)?(?P<which>nay|qua))"
    r"(?=[,\s])(?!\s?[,(–-]?\s?\(?(?:ngày\s)?\d)",
    re.IGNORECASE,
)
"""`Sáng nay, …`, `Chiều qua …`: the day of publication, or the one before."""


@dataclass(frozen=True, slots=True)
class MonthDay:
    """A day as the body prints it.

    Attributes:
        year: None where none is printed.
        is_telling: somebody told of something on it, and no more.
        is_happening: something is said to have happened on it.
    """

    day: int
    month: int
    year: int | None
    raw: str
    is_telling: bool = False
    is_happening: bool = False


def reported_days(paragraphs: Sequence[str]) -> tuple[MonthDay, ...]:
    """Days the beginning of a body reports from, in order: not those of decrees, birthdays, deadlines.

    The day of an incident comes before the one on which somebody told of it.

    Args:
        paragraphs: the clean body.
    """
    found = tuple(_reported("\n".join(paragraphs)[:ZONE_CHARACTERS]))
    if not found or not found[0].is_telling:
        return found
    return tuple(sorted(found, key=lambda day: not (day.is_happening and _is_just_before(day, found[0]))))


def _is_just_before(happened: MonthDay, told: MonthDay) -> bool:
    """Whether an incident is so fresh that telling of it is its news."""
    year = told.year or happened.year or 2000
    days = [existing_day(one.year or year, one.month, one.day) for one in (happened, told)]
    return days[0] is not None and days[1] is not None and 0 <= (days[1] - days[0]).days <= TELLING_DAYS


def _reported(text: str) -> Iterator[MonthDay]:
    for match in _DAY.finditer(text):
        before = text[max(0, match.start() - _CONTEXT_CHARACTERS) : match.start()]
        since = _SINCE.search(before) and not _RANGE.search(match[0])
        dated = match[0].lower().startswith("ngày") and _DOCUMENT.search(before)
        if since or dated or _NOT_BEFORE.search(before) or _NOT_AFTER.match(text, match.end()):
            continue
        year = match["year"] or match["named_year"]
        found = MonthDay(
            int(match["day"]),
            int(match["month"] or match["named_month"]),
            int(year) if year else None,
            match[0],
            is_telling=_TELLING.match(text, match.end()) is not None,
            is_happening=_HAPPENING.search(before) is not None,
        )
        if existing_day(found.year or 2000, found.month, found.day):
            yield found


def after_leading_day(text: str) -> str:
    """The text without the day it begins with and the punctuation after it: `Chiều 25/12, Sở …` -> `Sở …`."""
    match = _DAY.match(text.removeprefix("Vào "))
    return text.removeprefix("Vào ")[match.end() :].lstrip(" ),:–-") if match else text


def latest_before(found: MonthDay, limit: date) -> date | None:
    """The last such day up to `limit`; the printed year wins. None where there is none."""
    years = [found.year] if found.year else range(limit.year, limit.year - 8, -1)
    for year in years:
        day = existing_day(year, found.month, found.day)
        if day and day <= limit:
            return day
    return None


def find_event(
    days: Sequence[MonthDay], published: DatedValue | None, paragraphs: Sequence[str], today: date
) -> DatedValue | None:
    """The day the article reports from, with its year.

    The year is printed, or that of the published date (the year before if the day would lie after it);
    without a published date it is inferred from the years the body names, if they are evidence enough.

    Args:
        days: as `reported_days` finds them.
        published: when it was published, if known.
        paragraphs: the clean body.
        today: no event lies after it.
    """
    limit = min(period(published.value)[1], today) if published else today
    for found in days if published else days[:1]:
        if found.year is None and published is None:
            day = inferred_day(found.day, found.month, paragraphs, today)
            return DatedValue(day.isoformat(), "day", "inferred", found.raw) if day else None
        day = latest_before(found, limit)
        if day and _is_news(found, day, limit if published else _newest_day(paragraphs, today)):
            return DatedValue(day.isoformat(), "day", "body", found.raw)
    return _relative_to(published, paragraphs) if published else None


def _relative_to(published: DatedValue, paragraphs: Sequence[str]) -> DatedValue | None:
    """The day that `Sáng nay` or `Chiều qua` names, in an article whose day of publication is known."""
    named = _NAMED_BY_PUBLICATION.search("\n".join(paragraphs)[:RELATIVE_CHARACTERS])
    first, last = period(published.value)
    if named is None or first != last:
        return None
    day = first - timedelta(days=named["which"].lower() == "qua")
    return DatedValue(day.isoformat(), "day", "body", named["raw"])


def _is_news(found: MonthDay, day: date, limit: date) -> bool:
    this_year = found.year is not None or day.year == limit.year
    return (limit - day).days <= (MAX_AGE_DAYS if this_year else MAX_AGE_LAST_YEAR_DAYS)


def _newest_day(paragraphs: Sequence[str], today: date) -> date:
    """The first day of the newest year a body names: an older day is history in an article without a date."""
    told = told_dates("\n".join(paragraphs), today)
    return date(max((past.first.year for past in told), default=OLDEST_YEAR), 1, 1)
