"""Words: pyvi's segmentation, aligned to the text, and pyvi's word list. The only place that knows pyvi."""

from __future__ import annotations

import unicodedata
import warnings
from functools import cache
from importlib.resources import files
from typing import Any

from archive.errors import ProcessingError
from archive.text.syllables import key


def words(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The multi-syllable words of one paragraph.

    Args:
        paragraph: normalised text; pyvi slows down sixfold on many paragraphs given at once.

    Returns:
        `[start, end)` of each word, in order, without overlap; blanks inside a word are as printed.

    Raises:
        ProcessingError: the text is not NFC, so offsets would be off.
    """
    if not unicodedata.is_normalized("NFC", paragraph):
        raise ProcessingError("segment", "the text is not in NFC; normalize it first")
    pieces = _pieces(paragraph)
    if not pieces:
        return ()
    joined = _joined(paragraph, pieces)
    places = _places(paragraph, pieces)
    found: list[tuple[int, int]] = []
    first = 0
    for number in range(1, len(pieces) + 1):
        if number < len(pieces) and joined[number]:
            continue
        if number - first > 1:
            found.append((places[first][0], places[number - 1][1]))
        first = number
    return tuple(found)


def is_dictionary_word(text: str) -> bool:
    """Whether pyvi's list of some 31,000 words has it, in any case, the tone mark on any vowel."""
    return _key(text) in _dictionary()


def _key(text: str) -> str:
    return " ".join(key(word) for word in text.split())


@cache
def _dictionary() -> frozenset[str]:
    """Keys of pyvi's words."""
    listed = files("pyvi").joinpath("models/words.txt").read_text(encoding="utf-8")
    return frozenset(_key(word) for word in listed.splitlines()) - {""}


@cache
def _tokenizer() -> Any:
    """pyvi's tokenizer, with its model loaded. Takes a second or two, and a writable temporary folder."""
    with warnings.catch_warnings():
        # pyvi 0.1.1 has invalid escapes in its patterns: Python says so when it first compiles them.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", SyntaxWarning)
        from pyvi.ViTokenizer import ViTokenizer
    return ViTokenizer


def _pieces(paragraph: str) -> list[str]:
    """pyvi's syllables: whatever is not blank, cut its way."""
    return list(_tokenizer().sylabelize(paragraph)[1])


def _joined(paragraph: str, pieces: list[str]) -> list[bool]:
    """For each piece, whether pyvi joins it to the one before.

    pyvi answers with its pieces joined by `_` or a space; the text may have `_` too, so the answer is walked
    by the lengths of the pieces.
    """
    answer = _tokenizer().tokenize(paragraph)
    joined = [False]
    place = len(pieces[0])
    for before, piece in zip(pieces, pieces[1:], strict=False):
        # pyvi keeps ASCII punctuation apart but not “ ” – …
        joined.append(answer[place] == "_" and _is_wordlike(before) and _is_wordlike(piece))
        place += 1 + len(piece)
    return joined


def _is_wordlike(piece: str) -> bool:
    return any(char.isalnum() for char in piece)


def _places(paragraph: str, pieces: list[str]) -> list[tuple[int, int]]:
    """Where each piece stands, without the full stop that pyvi takes into an abbreviation (`CNTT.`)."""
    places = []
    end = 0
    for piece in pieces:
        start = paragraph.index(piece, end)
        end = start + len(piece)
        places.append((start, end - 1 if len(piece) > 1 and piece.endswith(".") else end))
    return places
