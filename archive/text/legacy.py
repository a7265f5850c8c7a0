"""Letters of legacy Vietnamese fonts, as they look when their bytes are read as Latin-1: tables of facts.

Source: TCVN 5712:1993, character set VN3, the `ABC` fonts (.VnTime and its kin): one byte a letter. Vowels
with tone marks are lower case only; capitals are set in a second font (.VnTimeH) that draws the same codes.
"""

from __future__ import annotations

from itertools import chain

_VN3_RUNS = (
    (0xA1, "ĂÂÊÔƠƯĐăâêôơưđ"),
    (0xB5, "àảãáạ"),
    (0xBB, "ằẳẵắ"),
    (0xC6, "ặầẩẫấậè"),
    (0xCE, "ẻẽéẹềểễếệìỉ"),
    (0xDC, "ĩíịò"),
    (0xE1, "ỏõóọồổỗốộờởỡớợù"),
    (0xF1, "ủũúụừửữứựỳỷỹýỵ"),
)

TCVN3 = dict(chain.from_iterable(enumerate(letters, first) for first, letters in _VN3_RUNS))
"""Code of a Latin-1 character -> the letter TCVN3 means by it."""

TCVN3_CAPITALS = {code: letter.upper() for code, letter in TCVN3.items()}
"""The same codes in a capital font."""

TCVN3_U_HORN = "\u00ad"
"""The soft hyphen, which many programs drop, is ư in TCVN3."""


def decode_tcvn3(text: str) -> str:
    """TCVN3 text that was read as Latin-1, in Unicode.

    Text whose plain letters are all capitals was set in a capital font.
    """
    plain = [char for char in text if char.isascii() and char.isalpha()]
    capitals = len(plain) > 1 and all(char.isupper() for char in plain)
    return text.translate(TCVN3_CAPITALS if capitals else TCVN3)
