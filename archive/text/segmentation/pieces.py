"""The pieces pyvi labels: syllables, numbers, abbreviations, addresses and signs."""

from __future__ import annotations

import re

_PYVI = (
    r"[A-ZĐ]+\.|Tp\.|Mr\.|Mrs\.|Ms\.|Dr\.|ThS\."
    r"|==>|->|\.\.\.|>>|\n"
    r"|\w+://[^\s]+"
    r"|[a-zA-Z0-9_.+-]+@(?:[a-zA-Z0-9-]+\.)+[a-zA-Z0-9-]+"
    r"|\d+(?:[.,_]\d+)+"
    r"|[^\w\s]|\w+"
)
"""Source: `ViTokenizer.sylabelize` of pyvi 0.1.1 (MIT licence), alternative by alternative."""

_WORD = r"[^\W\d]\w*+(?![.@+:\-])"
"""What most of a text is, cut as by the pattern above without trying all of it: a word that is followed by no
sign of an abbreviation or an address. Measured: a quarter of the time saved."""

_BLANKS_AND_PIECE = re.compile(rf"[^\S\n]*+(?:{_WORD}|{_PYVI})")
"""pyvi takes a line break for a piece, and every other blank for nothing."""


def cut(text: str) -> list[str]:
    """Cut a text into pyvi's pieces.

    Args:
        text: NFC.

    Returns:
        The pieces in order, each with the blanks before it; together they are the text, but for blanks after
        the last: so their lengths tell where they stand.
    """
    return _BLANKS_AND_PIECE.findall(text)


def bare(piece: str) -> str:
    """A piece without the blanks before it."""
    return piece.lstrip() or "\n"
