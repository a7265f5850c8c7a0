"""UTF-8 read as Latin-1 or windows-1252: two or three characters for each letter (`Tá»‰nh á»§y`)."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Container

from archive.text.charsets import read_windows_1252
from archive.text.legacy.vni import VNI
from archive.text.syllables import is_syllable

_BYTES = {chr(code): code for code in range(0x80, 0x100)} | {
    read_windows_1252(bytes([code])): code for code in range(0x80, 0xA0)
}
"""Characters of both charsets -> the byte; a control character is the byte both leave open."""

_EASILY_LOST = frozenset(b"\x81\x8d\x8f\x90\x9d\xa0\xad")
"""Bytes that windows-1252 leaves open, and those it reads as no-break space and soft hyphen."""


_NO_BREAK_SPACE = 0xA0
_SIGNS_LOST = frozenset(char for char, code in _BYTES.items() if code in _EASILY_LOST)


def _characters(first: int, last: int) -> str:
    return "[" + re.escape("".join(char for char, code in _BYTES.items() if first <= code <= last)) + "]"


_NEXT = _characters(0x80, 0xBF)
_TWO, _THREE, _FOUR = _characters(0xC2, 0xDF), _characters(0xE0, 0xEF), _characters(0xF0, 0xF4)
_SEQUENCE = re.compile(f"{_TWO}{_NEXT}|{_THREE}{_NEXT}{{2}}|{_FOUR}{_NEXT}{{3}}")
"""A character of UTF-8 of more than one byte, as it looks in Latin-1 or windows-1252."""

EVIDENCE = re.compile(f"[ÂÃÄÅÆá]{_NEXT}")
"""How the letters of Vietnamese begin."""

SIGNS = frozenset(char for char, code in _BYTES.items() if code < 0xC0) - frozenset("“”‘’–—…•")
"""What such letters go on with, without the punctuation of modern text."""


def convert(text: str) -> str:
    """The text that was meant; what is no whole sequence stays."""
    return _SEQUENCE.sub(_character, text)


def restore(text: str) -> str:
    """The text as it looks when its UTF-8 is read as windows-1252."""
    return read_windows_1252(text.encode())


def convert_damaged(text: str) -> str:
    """The text that was meant, where bytes that are easily lost are missing.

    A letter cut short is read as the one letter that makes a syllable of its word, of those whose last byte is
    nowhere in the text; where several do, or none, it becomes U+FFFD.

    Args:
        text: a whole document.
    """
    kept = {_BYTES[char] for char in _SIGNS_LOST.intersection(text)}
    marked = _SEQUENCE_OR_CUT.sub(_character, text)
    return _CUT_LETTER.sub(lambda word: _likely_letter(word, kept), marked)


def _character(sequence: re.Match[str]) -> str:
    if sequence[0] in _MARKER_OF:
        return _MARKER_OF[sequence[0]]
    try:
        return bytes(_BYTES[char] for char in sequence[0]).decode()
    except UnicodeDecodeError:
        return sequence[0]


def _letters_cut_short() -> dict[str, list[str]]:
    """What is left of a Vietnamese letter when its last byte is lost -> the letters that may have stood there."""
    letters: dict[str, list[str]] = defaultdict(list)
    for letter in VNI.values():
        encoded = letter.encode()
        if encoded[-1] in _EASILY_LOST:
            letters[read_windows_1252(encoded[:-1])].append(letter)
    return letters


_CUT_SHORT = _letters_cut_short()
_MARKER_OF = {rest: chr(0xE000 + number) for number, rest in enumerate(sorted(_CUT_SHORT, reverse=True))}
"""What is left of a letter -> a private character that stands for it until its whole word is known."""

_LETTERS_OF = {marker: _CUT_SHORT[rest] for rest, marker in _MARKER_OF.items()}
_SEQUENCE_OR_CUT = re.compile(f"{_SEQUENCE.pattern}|{'|'.join(_MARKER_OF)}")
_LETTER = r"[^\W\d_]"
_CUT_LETTER = re.compile(
    rf"(?<!{_LETTER})(?P<before>{_LETTER}*)(?P<marker>[{''.join(_LETTERS_OF)}])"
    rf"\ufffd?(?P<space>[ \xa0]?)(?=(?P<after>{_LETTER}*))"
)


def _likely_letter(word: re.Match[str], kept: Container[int]) -> str:
    """A word up to its cut letter; a blank behind it may be its last byte, a no-break space, made plain."""
    before, space, after = word["before"], word["space"], word["after"]
    letters = [letter for letter in _LETTERS_OF[word["marker"]] if letter.encode()[-1] not in kept]
    in_space = [letter for letter in letters if letter.encode()[-1] == _NO_BREAK_SPACE]
    others = [letter for letter in letters if letter not in in_space]
    if space and (letter := _only_syllable(before, in_space, after)):
        return before + letter
    rest = "" if space else after
    first, second = (in_space, others) if space else (others, in_space)
    letter = _only_syllable(before, first, rest) or _only_syllable(before, second, rest) or "\ufffd"
    return before + letter + space


def _only_syllable(before: str, letters: list[str], after: str) -> str | None:
    """The letter that makes a syllable between two parts of a word, if there is one and only one."""
    around = before + after
    all_capitals = len(around) > 1 and around.isupper()
    fitting = [
        letter
        for letter in letters
        if is_syllable(before + letter + after)
        and (letter.isupper() if all_capitals else letter.islower() or not before)
    ]
    return fitting[0] if len(fitting) == 1 else None
