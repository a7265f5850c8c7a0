"""Codes of reasons: short, and the same whatever the values, the language and the advice."""

from __future__ import annotations

import pytest

from archive.reasons import reason_code


@pytest.mark.parametrize(
    ("template", "code"),
    [
        ("date {printed!r} cannot be read: write it as YYYY-MM-DD", "date-cannot-be-read"),
        ("the file is empty", "file-is-empty"),
        ("invalid JSON ({problem} at column {column}): correct the line", "invalid-json"),
        ("the text is not in NFC; normalize it first", "text-is-not-in-nfc"),
        ("longer than {most:,} bytes: raise KHOBAO_RECORD_BYTES", "longer-than-bytes"),
        ("{reason}: make it readable, or leave it out", "make-it-readable-or-leave-it-out"),
        ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight"),
        ("{reason}", "other"),
    ],
)
def test_a_code_is_what_the_sentence_says_without_its_values_and_its_advice(template: str, code: str) -> None:
    assert reason_code(template) == code
