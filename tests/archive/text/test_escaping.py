"""Nothing that is shown on a line can leave it, or steer what shows it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.text.escaping import escape_controls


def test_controls_are_spelled_out() -> None:
    assert escape_controls("a\x1b[2J\nb\x9b\u2028\u202e\ud800") == "a\\x1b[2J\\x0ab\\x9b\\u2028\\u202e\\ud800"


def test_vietnamese_stays_as_it_is() -> None:
    assert escape_controls("Báo Hòa Bình số 1.txt") == "Báo Hòa Bình số 1.txt"


@given(st.text(st.characters()))
def test_the_result_is_one_line_of_utf8(text: str) -> None:
    escaped = escape_controls(text)
    escaped.encode()
    assert len(escaped.splitlines()) <= 1
    assert escape_controls(escaped) == escaped
