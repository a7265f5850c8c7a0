"""The days a date stands for: ISO values at their precision, as first and last day."""

from __future__ import annotations

from calendar import monthrange
from datetime import date


def period(value: str) -> tuple[date, date]:
    """First and last day of an ISO value: `2020`, `2020-12`, `2009-06-12` or `2009-06-12T20:30:21`.

    Raises:
        ValueError: the value is not such a date.
    """
    numbers = [int(part) for part in value.partition("T")[0].split("-")]
    if len(numbers) == 1:
        return date(numbers[0], 1, 1), date(numbers[0], 12, 31)
    if len(numbers) == 2:
        year, month = numbers
        return date(year, month, 1), date(year, month, monthrange(year, month)[1])
    day = date(*numbers)
    return day, day
