"""Words: pyvi's segmentation, aligned to the text, and pyvi's word list. The only place that knows pyvi."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from functools import cache
from itertools import accumulate

from archive.errors import ProcessingError
from archive.text.segmentation.decoder import labels
from archive.text.segmentation.lexicon import EDGE, known
from archive.text.segmentation.pieces import bare, cut
from archive.text.segmentation.pyvi_files import word_list
from archive.text.syllables import key


def words(paragraph: str) -> tuple[tuple[int, int], ...]:
    """The multi-syllable words of one paragraph, as pyvi 0.1.1 finds them.

    Decoded from pyvi's own weights, label by label the same, in a sixth of pyvi's time.

    Args:
        paragraph: normalised text.

    Returns:
        `[start, end)` of each word, in order, without overlap; blanks inside a word are as printed.

    Raises:
        ProcessingError: the text is not NFC, and pyvi's places would be off.
        SettingsError: the installed pyvi is not the one this was made from.
    """
    if not unicodedata.is_normalized("NFC", paragraph):
        raise ProcessingError("segment", "the text is not in NFC; normalize it first")
    pieces = cut(paragraph)
    ends = list(accumulate(map(len, pieces)))
    return tuple(
        # pyvi takes the full stop into an abbreviation (`CNTT.`).
        (ends[first] - len(bare(pieces[first])), ends[last] - pieces[last].endswith("."))
        for first, last in _joined(pieces)
    )


def is_dictionary_word(text: str) -> bool:
    """Whether pyvi's list of some 31,000 words has it, in any case, the tone mark on any vowel."""
    return _key(text) in _dictionary()


def _joined(pieces: list[str]) -> Iterator[tuple[int, int]]:
    """The first and last piece of each word that has several."""
    looked_up = list(map(known.__getitem__, pieces))
    first = 0
    before = EDGE
    for number, (piece, goes_on) in enumerate(zip(looked_up, labels(looked_up), strict=True)):
        is_joined = (
            goes_on and piece.joins and before.joins and (before.is_capitalised or not piece.is_capitalised)
        )
        if not is_joined:
            if number - first > 1:
                yield first, number - 1
            first = number
        before = piece
    if len(pieces) - first > 1:
        yield first, len(pieces) - 1


def _key(text: str) -> str:
    return " ".join(key(word) for word in text.split())


@cache
def _dictionary() -> frozenset[str]:
    """Keys of pyvi's words."""
    return frozenset(_key(word) for word in word_list()) - {""}
