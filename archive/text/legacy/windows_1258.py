"""windows-1258 read as windows-1252: letters composed, tone marks apart.

Source: Microsoft's code page 1258, as Python has it.
"""

from __future__ import annotations

import unicodedata

from archive.text.charsets import read

TONES = "\u0300\u0301\u0303\u0309\u0323"
"""Combining marks of the tones, which windows-1258 writes after the letter."""

WINDOWS_1258 = {
    in_1252: in_1258
    for code in range(0xC0, 0x100)
    if (in_1252 := read(bytes([code]), "cp1252")) != (in_1258 := read(bytes([code]), "cp1258"))
}
"""Character a byte looks like in windows-1252 -> what windows-1258 means by it."""

_LETTERS = str.maketrans(WINDOWS_1258)
_CODES = str.maketrans({meant: char for char, meant in WINDOWS_1258.items()})


def convert(text: str) -> str:
    """windows-1258 text that was read as windows-1252, in composed Unicode."""
    return unicodedata.normalize("NFC", text.translate(_LETTERS))


def restore(text: str) -> str:
    """Text as Windows wrote it in windows-1258, tone marks apart, read as windows-1252."""
    return "".join(map(_apart, text)).translate(_CODES)


def _apart(letter: str) -> str:
    marks = unicodedata.normalize("NFD", letter)
    tones = "".join(mark for mark in marks if mark in TONES)
    if not tones:
        return letter
    return unicodedata.normalize("NFC", "".join(mark for mark in marks if mark not in TONES)) + tones
