"""Charsets by name, and single bytes that all survive."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.charsets import charset_of, read, read_windows_1252, write_windows_1252


@pytest.mark.parametrize(
    ("label", "charset"),
    [
        ("UTF-8", "utf-8"),
        (' "utf8" ', "utf-8"),
        ("iso-8859-1", "cp1252"),
        ("x-user-defined", "cp1252"),
        ("windows-1258", "cp1258"),
        ("x-sjis", None),
        ("", None),
        ("hex", None),
    ],
)
def test_a_label_means_what_browsers_take_it_for(label: str, charset: str | None) -> None:
    assert charset_of(label) == charset


@given(st.binary())
def test_no_byte_is_lost_in_windows_1252(content: bytes) -> None:
    assert write_windows_1252(read_windows_1252(content)) == content


def test_bytes_that_windows_1252_leaves_open_are_control_characters() -> None:
    assert read_windows_1252(b"\x81\x8d\x8f\x90\x9d\x93") == "\x81\x8d\x8f\x90\x9d\u201c"


def test_utf8_is_read_as_it_is() -> None:
    assert read("đ".encode(), "utf-8") == "đ"
