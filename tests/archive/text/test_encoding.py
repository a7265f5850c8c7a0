"""Bytes to text."""

from __future__ import annotations

import codecs
import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.text.charsets import write_windows_1252
from archive.text.conversion import convert, modernize, restore
from archive.text.encoding import LETTERS_PER_FAULT, REPLACEMENT, check_text, decode, decode_markup

ARTICLE = "Sáng nay, đồng chí Bí thư Tỉnh ủy làm việc với Sở Nội vụ về “chuyển đổi số” năm 2020.\n"
LONG = ARTICLE * 10
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


@pytest.mark.parametrize("content", [b"", b" \r\n", b"\x0b\x1c", codecs.BOM_UTF8, codecs.BOM_UTF16_LE])
def test_empty_files_are_refused(content: bytes) -> None:
    with pytest.raises(ProcessingError, match="the file is empty"):
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
        decode_markup(content)


@pytest.mark.parametrize("fault", [b"\xff", b"\xc3", b"\xed\xa0\x80", b"\x93"])
def test_a_fault_in_a_short_utf8_text_is_refused_with_its_place(fault: bytes) -> None:
    with pytest.raises(ProcessingError, match=rf"damaged .*byte 0x{fault[0]:02x} at offset 5\b"):
        decode(b"Tin: " + fault + b" " + ARTICLE.encode())


@pytest.mark.parametrize("mark", [b"", codecs.BOM_UTF8])
@pytest.mark.parametrize("fault", [b"\xff", b"\xc3", b"\x93"])
def test_a_fault_in_a_long_utf8_text_is_replaced_and_can_be_counted(fault: bytes, mark: bytes) -> None:
    assert decode(mark + LONG.encode() + fault + b" " + ARTICLE.encode()) == (
        f"{LONG}\ufffd {ARTICLE}",
        "utf-8",
    )


def test_faults_are_allowed_up_to_one_in_a_hundred_letters() -> None:
    letters = "ạ" * LETTERS_PER_FAULT
    assert decode((letters * 3).encode() + b"\xff a" * 3)[0].count(REPLACEMENT) == 3
    with pytest.raises(ProcessingError, match="damaged"):
        decode((letters * 3).encode() + b"\xff a" * 4)


def test_half_a_surrogate_pair_is_never_replaced() -> None:
    with pytest.raises(ProcessingError, match="damaged .*byte 0xed"):
        decode(LONG.encode() + b"\xed\xb0\x80")


def test_replacement_characters_of_others_are_no_faults_of_ours() -> None:
    text = f"{ARTICLE}\ufffd\ufffd\ufffd"
    assert decode(text.encode()) == (text, "utf-8")


@pytest.mark.parametrize(
    "content",
    ["Le président était très préoccupé".encode("latin-1"), b"b\xb5o", "Über München".encode("latin-1")],
)
def test_a_charset_that_makes_no_vietnamese_is_not_believed(content: bytes) -> None:
    with pytest.raises(ProcessingError, match="in no charset that can be told"):
        decode(content, ["iso-8859-1"])


@pytest.mark.parametrize("kind", ["tcvn3", "vni", "viscii"])
def test_the_bytes_of_legacy_tables_survive_as_windows_1252(kind: str) -> None:
    article = ARTICLE.translate({ord("“"): '"', ord("”"): '"'})  # their codes are letters in VISCII
    content = write_windows_1252(restore(article, kind))
    text, charset = decode(content)
    assert charset == "cp1252"
    assert write_windows_1252(text) == content
    assert modernize(text) == (article, kind)


@pytest.mark.parametrize("declared", [(), ("utf-8",), ("shift_jis",), ("windows-1251", "iso-8859-1")])
def test_a_lying_declaration_does_not_win(declared: tuple[str, ...]) -> None:
    assert decode(ARTICLE.encode(), declared) == (ARTICLE, "utf-8")
    assert decode(windows_1258(ARTICLE), declared)[1] == "cp1258"


def page(head: str) -> str:
    return (
        f"<html><head>{head}<script>var trang = 'x < y';</script></head><body><p>{ARTICLE}</p></body></html>"
    )


LIES = [
    "",
    '<meta charset="utf-8">',
    '<meta charset="x-sjis">',
    '<meta charset="windows-1251">',
    '<meta http-equiv="Content-Type" content="text/html; charset=iso-8859-1">',
    "<meta http-equiv=content-type content='text/html; charset=x-user-defined'>",
]


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "nonsense"])
@pytest.mark.parametrize("head", LIES)
def test_a_page_is_read_whatever_it_declares(head: str, declared: str | None) -> None:
    markup = page(head)
    assert decode_markup(markup.encode(), declared) == (markup, "utf-8")
    assert decode_markup(markup.encode("utf-16"), declared) == (markup, "utf-16")
    in_1258, charset = decode_markup(windows_1258(markup), declared)
    assert (unicodedata.normalize("NFC", in_1258), charset) == (markup, "cp1258")
    legacy, charset = decode_markup(write_windows_1252(restore(markup, "tcvn3")), declared)
    assert (convert(legacy, "tcvn3"), charset) == (markup, "cp1252")


def test_a_page_that_is_not_vietnamese_is_read_as_declared() -> None:
    markup = "<meta charset=latin1><p>Le président était très préoccupé par l’été</p>"
    assert decode_markup(markup.encode("cp1252")) == (markup, "cp1252")
    with pytest.raises(ProcessingError, match="in no charset that can be told"):
        decode_markup("<p>Le président était très préoccupé".encode("cp1252"))


def test_a_cut_utf16_file_is_refused() -> None:
    with pytest.raises(ProcessingError, match="damaged .as UTF-16"):
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
