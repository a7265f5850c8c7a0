"""Bytes to text."""

from __future__ import annotations

import codecs
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.text.encoding import check_text, decode

ARTICLE = "Sáng nay, đồng chí Bí thư Tỉnh ủy làm việc với Sở Nội vụ về “chuyển đổi số” năm 2020.\n"
TONES = "\u0300\u0301\u0303\u0309\u0323"


def windows_1258(text: str) -> bytes:
    """Letters composed, tone marks apart, as Windows wrote them."""
    written = []
    for char in text:
        parts = unicodedata.normalize("NFD", char)
        letter = unicodedata.normalize("NFC", "".join(part for part in parts if part not in TONES))
        written.append(letter + "".join(part for part in parts if part in TONES))
    return "".join(written).encode("cp1258")


@pytest.mark.parametrize(
    ("content", "charset"),
    [
        (ARTICLE.encode(), "utf-8"),
        (unicodedata.normalize("NFD", ARTICLE).encode(), "utf-8"),
        (codecs.BOM_UTF8 + ARTICLE.encode(), "utf-8-sig"),
        (ARTICLE.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + ARTICLE.encode("utf-16-be"), "utf-16"),
        (ARTICLE.encode("utf-16-le"), "utf-16-le"),
        (ARTICLE.encode("utf-16-be"), "utf-16-be"),
        (ARTICLE.encode("utf-32"), "utf-32"),
        (windows_1258(ARTICLE), "cp1258"),
    ],
)
def test_text_in_every_usual_charset_is_read_and_the_charset_told(content: bytes, charset: str) -> None:
    text, found = decode(content)
    assert unicodedata.normalize("NFC", text) == ARTICLE
    assert found == charset


@pytest.mark.parametrize("content", [b"", b" \r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_empty_files_are_refused(content: bytes) -> None:
    with pytest.raises(ProcessingError, match="decode: the file is empty"):
        decode(content)


@pytest.mark.parametrize(
    "content",
    [
        b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR",
        b"tin\0vui",
        b"\x01\x02\x03\x04\x05\x06abc",
        random.Random(7).randbytes(5_000),
    ],
)
def test_binary_files_are_refused(content: bytes) -> None:
    with pytest.raises(ProcessingError, match="binary"):
        decode(content)


@pytest.mark.parametrize("fault", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x93"])
def test_utf8_with_a_fault_is_refused_with_its_place_and_never_mended(fault: bytes) -> None:
    with pytest.raises(ProcessingError, match=rf"byte 0x{fault[0]:02x} at offset 5\b"):
        decode(b"Tin: " + fault + b" " + ARTICLE.encode())


@pytest.mark.parametrize(
    "content", ["Le président était très préoccupé".encode("latin-1"), b"l\xb5nh m\xb9nh v\xb5 c\xb8c \xaean"]
)
def test_a_charset_that_makes_no_vietnamese_is_not_believed(content: bytes) -> None:
    with pytest.raises(ProcessingError, match="nor another charset"):
        decode(content)


def test_a_cut_utf16_file_is_refused() -> None:
    with pytest.raises(ProcessingError, match="UTF-16"):
        decode(ARTICLE.encode("utf-16")[:-1])


def test_a_few_control_characters_are_let_through() -> None:
    assert decode(ARTICLE.encode() + b"\x1a") == (ARTICLE + "\x1a", "utf-8")


def test_a_long_text_may_have_one_control_character_in_a_thousand() -> None:
    check_text("a" * 10_000 + "\x02" * 10)
    with pytest.raises(ProcessingError, match="11 control characters, the first at character 10000"):
        check_text("a" * 10_000 + "\x02" * 11)


def test_a_lone_surrogate_is_refused_with_its_place() -> None:
    with pytest.raises(ProcessingError, match=r"U\+D83D at character 4"):
        check_text("tin \ud83d vui")


@given(st.text().filter(lambda text: text.isprintable() and text.strip()))
def test_printable_utf8_comes_back_unchanged(text: str) -> None:
    assert decode(text.encode())[0] == text


@given(st.binary())
def test_any_bytes_are_read_or_refused(content: bytes) -> None:
    try:
        text, _ = decode(content)
    except ProcessingError as error:
        assert error.step == "decode"
        assert "\n" not in error.reason
    else:
        check_text(text)
