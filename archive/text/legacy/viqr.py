"""VIQR: Vietnamese in plain ASCII, its marks written behind the letter.

Source: RFC 1456, section 3: `Vie^.t`, `ddo^`, `u+o+'c`; a backslash makes the sign behind it plain. Common
variants are read too: `*` for the horn (VIQR*), and a tone before the mark of the letter (`a'^`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from archive.text.syllables import is_syllable

_LETTER_SIGNS = (("", "", "aeiouy"), ("^", "\u0302", "aeo"), ("(", "\u0306", "a"), ("+", "\u031b", "ou"))
"""Sign of a letter's own mark, its combining mark, and the letters it stands behind."""

_TONE_SIGNS = (("", ""), ("'", "\u0301"), ("`", "\u0300"), ("?", "\u0309"), ("~", "\u0303"), (".", "\u0323"))
_SIGNS = "^(+*'`?~."

_ESCAPED = r"\\(?P<plain>[^\w\s]|[dD])"
_CODE = re.compile(
    rf"{_ESCAPED}|(?P<d>[dD])[dD]|(?P<vowel>[aeiouyAEIOUY])(?P<signs>[{re.escape(_SIGNS)}]{{1,2}})"
)
_CHUNK = re.compile(r"\S+")
_ADDRESS = re.compile(r"\w@\w|://|^\W?www\.|\w\.(?:com|net|org|gov|edu|vn)\b", re.ASCII | re.IGNORECASE)
_IN_WORD = "A-Za-z" + re.escape(_SIGNS)
_WORD_BEFORE_STOP = re.compile(
    rf"(?<![{_IN_WORD}])(?P<word>[{_IN_WORD}]*[aeiouyAEIOUY][\^(+*]?)(?P<stop>[.?])(?!\w)"
)

_LONGEST_WRAPPED_LINE = 80
"""Mail was wrapped at 72 to 80 characters; a longer line is a paragraph."""

_MIN_FINAL_STOPS = 2


def _vowels() -> Iterator[tuple[str, str]]:
    """Every code of a vowel with its marks, and the letter it means; the first code of a letter is VIQR's."""
    for sign, mark, bearers in _LETTER_SIGNS:
        for tone_sign, tone in _TONE_SIGNS:
            for bearer in bearers + bearers.upper():
                letter = unicodedata.normalize("NFC", bearer + mark + tone)
                yield bearer + sign + tone_sign, letter
                if sign in ("^", "+"):
                    yield bearer + tone_sign + sign, letter
                if sign == "+":
                    yield bearer + "*" + tone_sign, letter
                    yield bearer + tone_sign + "*", letter


VIQR = {code: letter for code, letter in _vowels() if len(code) > 1}
"""Code of a vowel with its marks -> the letter."""

_CODES = {letter: code for code, letter in reversed(VIQR.items())} | {"đ": "dd", "Đ": "DD"}
_VOWELS = frozenset("aeiouyAEIOUY").union(VIQR.values())


def convert(text: str) -> str:
    """VIQR in Unicode; web and mail addresses stay as they are."""
    return _CHUNK.sub(lambda chunk: chunk[0] if _is_address(chunk[0]) else _CODE.sub(_letter, chunk[0]), text)


def restore(text: str) -> str:
    """Composed text in VIQR, with a backslash before signs that are no marks."""
    return _CHUNK.sub(lambda chunk: _written(chunk[0]), text)


def escape_punctuation(text: str) -> str:
    """Put the backslashes that authors left out, where none is used.

    A full stop or question mark behind a vowel is a tone by the letter of VIQR. It is punctuation where it
    would make no syllable, and at the end of paragraphs if there are several of the kind: a headline may end
    in a tone.
    """
    if "\\" in text:
        return text
    stops = list(_WORD_BEFORE_STOP.finditer(text))
    final = {stop.end() for stop in stops if _ends_paragraph(text, stop.end())}
    if len(final) < _MIN_FINAL_STOPS:
        final.clear()
    return _WORD_BEFORE_STOP.sub(
        lambda stop: (
            stop[0] if stop.end() not in final and _is_tone(stop) else f"{stop['word']}\\{stop['stop']}"
        ),
        text,
    )


def _is_tone(stop: re.Match[str]) -> bool:
    return is_syllable(convert(stop[0])) or not is_syllable(convert(stop["word"]))


def _ends_paragraph(text: str, place: int) -> bool:
    following = text[place : place + 2]
    if following[:1] not in ("", "\n"):
        return False
    line_start = text.rfind("\n", 0, place) + 1
    return following in ("", "\n", "\n\n") or place - line_start > _LONGEST_WRAPPED_LINE


def _is_address(chunk: str) -> bool:
    return chunk.isascii() and "\\" not in chunk and _ADDRESS.search(chunk) is not None


def _letter(code: re.Match[str]) -> str:
    if plain := code["plain"]:
        return plain
    if d := code["d"]:
        return "đ" if d == "d" else "Đ"
    vowel, signs = code["vowel"], code["signs"]
    if whole := VIQR.get(vowel + signs):
        return whole
    first = VIQR.get(vowel + signs[0])
    return first + signs[1:] if first else code[0]


def _written(chunk: str) -> str:
    if _is_address(chunk):
        return chunk
    written = "".join(_codes(chunk))
    return "".join(_codes(chunk, all_plain=True)) if _is_address(written) else written


def _codes(chunk: str, all_plain: bool = False) -> Iterator[str]:
    """The code of each character; `all_plain`: a backslash before every sign, so that no address is seen."""
    for place, char in enumerate(chunk):
        before, after = chunk[place - 1 : place], chunk[place + 1 : place + 2]
        needs_backslash = (
            char == "\\"
            or (char in _SIGNS and (all_plain or before in _VOWELS))
            or (char in "@:/" and all_plain)
            or (char in "dD" and after and after in "dDđĐ")
        )
        yield "\\" + char if needs_backslash else _CODES.get(char, char)
