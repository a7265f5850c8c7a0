"""What can be a person's or a pen name: `Bích Phượng`, `Nguyễn Đông - Sơn Thuỷ`, `N.BÌNH`, `H'Loan`."""

from __future__ import annotations

import re

from archive.cleaning.name_words import (
    DOCUMENT_NAMES,
    NAMELESS_WORDS,
    ORGANISATION_OPENERS,
    ORGANISATION_WORDS,
    POST_WORDS,
    SURNAMES,
)
from archive.cleaning.vocabulary import COLLECTIVE_BYLINES

CITIES = frozenset(("hồ chí minh",))
"""Named after a person."""

MAX_SYLLABLES = 5
MAX_NAMES = 4

_JOINER = re.compile(r"\s?[–&;/+]\s?|\s-\s?|\s?-\s|,\s|\svà\s")
_LONG_PART = re.compile(r"(?:(?!và )[^\s–&;/+,-]+ ){6}")
"""Six words that nothing joins are no name: nearly every sentence is told so without being read to its end."""

_EDE_WOMAN = re.compile(r"H['’][^\W\d_]{2,8}")
"""Names of women of the Ê Đê and M'Nông are one word: `H'Mai`."""
_INITIALS = re.compile(r"(?:[^\W\d_]{1,2}\.\s?){1,3}[^\W\d_]{0,8}\.?")


def are_names(text: str, fewest_syllables: int = 2) -> bool:
    """Whether a line is nothing but the names of one to four people.

    Args:
        text: one line, squeezed.
        fewest_syllables: of each name; 1 where a label stood before them.
    """
    if _LONG_PART.match(text):
        return False
    parts = _JOINER.split(text, MAX_NAMES)
    return len(parts) <= MAX_NAMES and all(_is_name(part, fewest_syllables) for part in parts)


def is_full_name(text: str) -> bool:
    """Whether a text is a person's name in full: a surname and two or more syllables, no city named after one."""
    syllables = text.split()
    full = 3 <= len(syllables) <= MAX_SYLLABLES and syllables[0].lower() in SURNAMES
    return full and text.lower() not in CITIES and _is_name(text, 3)


def _is_name(text: str, fewest_syllables: int) -> bool:
    lowered = text.lower()
    if lowered in COLLECTIVE_BYLINES:
        return True
    if _EDE_WOMAN.fullmatch(text):
        return True
    if _INITIALS.fullmatch(text):
        return text[0].isupper()
    syllables = text.split(" ")
    return (
        fewest_syllables <= len(syllables) <= MAX_SYLLABLES
        and all(_is_capitalised(syllable) for syllable in syllables)
        and not lowered.startswith(POST_WORDS)
        and lowered.split(" ")[0] not in ORGANISATION_OPENERS
        and not (ORGANISATION_WORDS | NAMELESS_WORDS).intersection(lowered.split(" "))
        and lowered not in DOCUMENT_NAMES
    )


def _is_capitalised(syllable: str) -> bool:
    letters = syllable.replace("'", "").replace("’", "").replace(".", "")
    return letters.isalpha() and letters[0].isupper() and len(letters) <= 8
