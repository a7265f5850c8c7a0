"""TCVN3: the `ABC` fonts (.VnTime and its kin), one byte a letter.

Source: TCVN 5712:1993, character set VN3. Vowels with tone marks are lower case only; capitals are set in a
second font (.VnTimeH) that draws the same codes.
"""

from __future__ import annotations

import re
from itertools import chain

from archive.text.syllables import is_syllable

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

_CODES = {ord(letter.upper()): code for code, letter in TCVN3.items()}
_CODES |= {ord(letter): code for code, letter in TCVN3.items()}

_WITHOUT_U_HORN = re.compile(
    r"\b(?:[^\W\d_]*[ơờởỡớợ][^\W\d_]*"
    r"|(?<!\d)(?<!\d )(?:[^\W\d_aeiouy]{1,3}ng|nh|th|ch|tr|(?-i:[tcdls]))(?![^\W_]|[).:/]))",
    re.IGNORECASE,
)
"""Words in ơ, and words without a vowel that ư may complete; not units behind numbers, nor letters of lists."""

_COMMON_WITH_U_HORN = {"ngời": "người", "Ngời": "Người", "dới": "dưới", "Dới": "Dưới"}
"""Spellings that are syllables but, without ư, hardly ever words."""

_SMALL = re.compile(
    f"[{re.escape(''.join(chr(code) for code, letter in TCVN3.items() if letter.islower()))}]"
)
_PLAIN_CAPITAL = re.compile("[A-Z]")
_WORD = re.compile(f"[A-Za-z{re.escape(''.join(map(chr, TCVN3)))}]+")


def convert(text: str, capitals: bool = False) -> str:
    """TCVN3 text that was read as Latin-1, in Unicode; `capitals`: it was set in a capital font."""
    return text.translate(TCVN3_CAPITALS if capitals else TCVN3)


def restore(text: str) -> str:
    """Composed text in the codes of TCVN3; capitals it has no code for get that of the small letter."""
    return text.translate(_CODES)


def decode_tcvn3(text: str) -> str:
    """TCVN3 text that was read as Latin-1, in Unicode, each word in the font it was set in.

    A word was set in a capital font if a plain capital stands beside small letters of the table (`HéI`); words
    that do not show it (`Mü`, `BÝ`) go with those around them where these agree.
    """
    words = list(_WORD.finditer(text))
    shown = [_is_capital(word[0]) for word in words]
    before = _nearest(shown)
    after = _nearest(shown[::-1])[::-1]
    pieces: list[str] = []
    done = 0
    for number, word in enumerate(words):
        neighbours = {before[number], after[number]} - {None}
        pieces += (text[done : word.start()], convert(word[0], neighbours == {True}))
        done = word.end()
    return "".join((*pieces, text[done:]))


def with_u_horn(text: str) -> str:
    """Modern text that came from TCVN3 without its soft hyphens, with ư where a word is none without it.

    `nớc` -> `nước`, `nhng` -> `nhưng`, `th` -> `thư`. A word is changed if one reading of it is a syllable; one
    that is a syllable without ư (`cha`, `vợt`) stays.
    """
    return _WITHOUT_U_HORN.sub(_with_u_horn, text)


def _with_u_horn(match: re.Match[str]) -> str:
    word = match[0]
    if is_syllable(word):
        return _COMMON_WITH_U_HORN.get(word, word)
    u_horn = "Ư" if len(word) > 1 and word.isupper() else "ư"
    readings = {word[:place] + u_horn + word[place:] for place in range(len(word) + 1)}
    syllables = [reading for reading in readings if is_syllable(reading)]
    return syllables[0] if len(syllables) == 1 else word


def _is_capital(word: str) -> bool | None:
    """Whether a word was set in a capital font; None where it does not show."""
    if any("a" <= char <= "z" for char in word):
        return False
    small = _SMALL.search(word)
    capitals = [capital.start() for capital in _PLAIN_CAPITAL.finditer(word)]
    is_shown = small and capitals and (len(capitals) > 1 or capitals[-1] > small.start())
    return True if is_shown else None


def _nearest(shown: list[bool | None]) -> list[bool | None]:
    """For each word what it shows, else what the last word before it showed."""
    last: bool | None = None
    nearest = []
    for value in shown:
        last = last if value is None else value
        nearest.append(last)
    return nearest
