"""The days a date stands for."""

from __future__ import annotations

from datetime import date

import pytest

from archive.periods import period


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("2009-06-12", date(2009, 6, 12), date(2009, 6, 12)),
        ("2009-06-12T20:30:21", date(2009, 6, 12), date(2009, 6, 12)),
    ],
)
def test_a_value_stands_for_its_whole_period(value: str, first: date, last: date) -> None:
    assert period(value) == (first, last)


def test_a_day_that_never_was_is_refused() -> None:
    with pytest.raises(ValueError, match="day"):
        period("2021-02-31")
