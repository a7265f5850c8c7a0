"""Dates of the query language: `2020`, `2020-03`, `19/3/2020`, and ranges of them."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

from archive.errors import QueryError
from index.language.excerpts import excerpt
from index.language.syntax import RANGE

_FORMS = (
    re.compile(r"(?P<year>\d{4})(?:[-/.](?P<month>\d{1,2})(?:[-/.](?P<day>\d{1,2}))?)?", re.ASCII),
    re.compile(r"(?:(?P<day>\d{1,2})[-/.])?(?P<month>\d{1,2})[-/.](?P<year>\d{4})", re.ASCII),
)
FORMS = "2020, 2020-03, 2020-03-19, 3/2020, 19/3/2020"
"""The ways to write a date, for errors."""


def read_range(text: str, position: int = 0) -> tuple[date | None, date | None]:
    """First and last day of a date or a range, None for an open end.

    Args:
        text: `2020`, `2020-03`, `2020-03-19`, `19/3/2020`, `3/2020`; or `..` between two or beside one.
        position: where `text` stands in the query, for errors.

    Raises:
        QueryError: not a date, a day that never was, or a range that ends before it begins.
    """
    first_text, dots, last_text = text.partition(RANGE)
    if not dots:
        return read_period(text, position)
    if not first_text and not last_text:
        raise QueryError(
            "the range {text} has no date: write one beside its dots, as {forms}",
            position,
            text=excerpt(text),
            forms=FORMS,
        )
    first = read_period(first_text, position)[0] if first_text else None
    last = read_period(last_text, position + len(first_text + dots))[1] if last_text else None
    if first and last and first > last:
        raise QueryError(
            "the range {text} ends before it begins: swap its dates", position, text=excerpt(text)
        )
    return first, last


def read_period(text: str, position: int | None = None) -> tuple[date, date]:
    """First and last day of a year, a month or a day.

    Args:
        position: where `text` stands in the query, for errors; None: elsewhere.

    Raises:
        QueryError: not a date, or a day that never was.
    """
    for form in _FORMS:
        if match := form.fullmatch(text):
            try:
                return _period(*(int(match[name] or 0) for name in ("year", "month", "day")))
            except ValueError:
                raise QueryError(
                    "there is no such date as {text}: correct it", position, text=excerpt(text)
                ) from None
    raise QueryError("{text} is not a date: write one as {forms}", position, text=excerpt(text), forms=FORMS)


def print_range(first: date | None, last: date | None) -> str:
    """The shortest text that `read_range` reads as these days."""
    if first and last:
        for text in _coarsest_first(first):
            if read_period(text) == (first, last):
                return text
    begin = next(text for text in _coarsest_first(first) if read_period(text)[0] == first) if first else ""
    end = next(text for text in _coarsest_first(last) if read_period(text)[1] == last) if last else ""
    return begin + RANGE + end


def _period(year: int, month: int, day: int) -> tuple[date, date]:
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    if not day:
        first = date(year, month, 1)
        return first, first + timedelta(days=monthrange(year, month)[1] - 1)
    return date(year, month, day), date(year, month, day)


def _coarsest_first(day: date) -> tuple[str, str, str]:
    iso = day.isoformat()
    return iso[:4], iso[:7], iso
