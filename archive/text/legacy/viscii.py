"""VISCII: one byte a letter, six rare capitals among the control characters.

Source: RFC 1456, section 2.
"""

from __future__ import annotations

from itertools import chain

from archive.text.charsets import read_windows_1252

_RUNS = (
    (0x02, "Ẳ"),
    (0x05, "ẴẪ"),
    (0x14, "Ỷ"),
    (0x19, "Ỹ"),
    (0x1E, "Ỵ"),
    (0x80, "ẠẮẰẶẤẦẨẬẼẸẾỀỂỄỆỐ"),
    (0x90, "ỒỔỖỘỢỚỜỞỊỎỌỈỦŨỤỲ"),
    (0xA0, "Õắằặấầẩậẽẹếềểễệố"),
    (0xB0, "ồổỗỠƠộờởịỰỨỪỬơớƯ"),
    (0xC0, "ÀÁÂÃẢĂẳẵÈÉÊẺÌÍĨỳ"),
    (0xD0, "ĐứÒÓÔạỷừửÙÚỹỵÝỡư"),
    (0xE0, "àáâãảăữẫèéêẻìíĩỉ"),
    (0xF0, "đựòóôõỏọụùúũủýợỮ"),
)

VISCII = {
    read_windows_1252(bytes([code])): letter
    for code, letter in chain.from_iterable(enumerate(letters, first) for first, letters in _RUNS)
}
"""Character its byte looks like in windows-1252 -> the letter VISCII means by it."""

_LETTERS = str.maketrans(VISCII)
_CODES = str.maketrans({letter: char for char, letter in VISCII.items()})


def convert(text: str) -> str:
    """VISCII text that was read as windows-1252, in Unicode."""
    return text.translate(_LETTERS)


def restore(text: str) -> str:
    """Composed text in the codes of VISCII."""
    return text.translate(_CODES)
