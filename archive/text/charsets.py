"""Charsets by the names documents give them, and single-byte ones read without losing a byte."""

from __future__ import annotations

import codecs

_LABELS = {
    "utf-8": "unicode-1-1-utf-8 unicode11utf8 unicode20utf8 utf-8 utf8 x-unicode20utf8",
    "utf-16-le": "csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff utf-16 utf-16le",
    "utf-16-be": "unicodefffe utf-16be",
    "cp1250": "cp1250 windows-1250 x-cp1250",
    "cp1251": "cp1251 windows-1251 x-cp1251",
    "cp1252": (
        "ansi_x3.4-1968 ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591"
        " iso_8859-1 iso_8859-1:1987 l1 latin1 us-ascii windows-1252 x-cp1252 x-user-defined"
    ),
    "cp1253": "cp1253 windows-1253 x-cp1253",
    "cp1254": (
        "cp1254 csisolatin5 iso-8859-9 iso-ir-148 iso8859-9 iso88599 iso_8859-9 iso_8859-9:1989 l5 latin5"
        " windows-1254 x-cp1254"
    ),
    "cp1256": "cp1256 windows-1256 x-cp1256",
    "cp1257": "cp1257 windows-1257 x-cp1257",
    "cp1258": "cp1258 windows-1258 x-cp1258",
    "iso8859-15": "csisolatin9 iso-8859-15 iso8859-15 iso885915 iso_8859-15 l9",
}
"""Name of the charset in Python -> its labels.

Source: the WHATWG Encoding Standard, section 4.2, without the charsets of other scripts, which no Vietnamese
is written in: a page that declares one of those has the line from a template.
"""

_CHARSETS = {label: charset for charset, labels in _LABELS.items() for label in labels.split()}


def charset_of(label: str) -> str | None:
    """The charset a label means, as Python knows it; None for labels that mean nothing to us.

    As browsers take it, `iso-8859-1` and `x-user-defined` mean windows-1252.
    """
    return _CHARSETS.get(label.strip("\t\n\f\r \"'").lower())


def _table(charset: str) -> str:
    """The 256 characters of a single-byte charset; a byte it leaves open is the control character."""
    decoded = (bytes([code]).decode(charset, "ignore") or chr(code) for code in range(256))
    return "".join(decoded)


_TABLES = {charset: _table(charset) for charset in _LABELS if charset.startswith(("cp", "iso"))}


def read(content: bytes, charset: str) -> str:
    """Decode bytes; in a single-byte charset every byte has a character, as browsers read it.

    Raises:
        UnicodeDecodeError: they are not in that charset.
    """
    table = _TABLES.get(charset)
    return codecs.charmap_decode(content, "strict", table)[0] if table else content.decode(charset)


def read_windows_1252(content: bytes) -> str:
    """Decode bytes as windows-1252; the five it leaves open are control characters."""
    return read(content, "cp1252")


def write_windows_1252(text: str) -> bytes:
    """Bytes that `read_windows_1252` reads as `text`.

    Raises:
        UnicodeEncodeError: a character is not in windows-1252.
    """
    return codecs.charmap_encode(text, "strict", _WINDOWS_1252_CODES)[0]


_WINDOWS_1252_CODES = {ord(char): code for code, char in enumerate(_TABLES["cp1252"])}
