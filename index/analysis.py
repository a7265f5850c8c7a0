"""Text to syllable keys and back: the one analysis of documents and queries."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from archive.text.sentences import sentences
from archive.text.spelling import TONE_SIGNS
from archive.text.syllables import keys, split_tone, tokens

_TONE_MARKS = {sign: mark for mark, sign in TONE_SIGNS.items()}
_VOWELS = "aeiouy"
_MARKED_VOWELS = "ăâêôơư"


class AnalysedText(NamedTuple):
    """Syllable keys in order, and where each stands in the text, `[start, end)`."""

    keys: tuple[str, ...]
    spans: tuple[tuple[int, int], ...]


def analyse(text: str) -> AnalysedText:
    """Cut one text into syllable keys with their places."""
    found = tokens(text)
    return AnalysedText(
        tuple(token.key for token in found), tuple((token.start, token.end) for token in found)
    )


def analyse_parts(paragraphs: Sequence[str]) -> tuple[tuple[str, ...], tuple[int, ...]]:
    """Cut the paragraphs of one field into syllable keys.

    Returns:
        The keys, positions running on over the paragraphs; and the ascending positions at which a sentence
        begins. Every paragraph begins one; sentences without a single syllable count for nothing.
    """
    found: list[str] = []
    starts: list[int] = []
    for paragraph in paragraphs:
        # Sentences part a paragraph at blanks and after signs: no token is lost or cut.
        for begin, end in sentences(paragraph):
            of_sentence = keys(paragraph, begin, end)
            if of_sentence:
                starts.append(len(found))
                found += of_sentence
    return tuple(found), tuple(starts)


@lru_cache(maxsize=1 << 14)
def display(key: str) -> str:
    """A syllable key as people write it: "hoa`" -> `hòa`, with the tone mark where the newer rule puts it.

    `archive.text.syllables.key` of the result is the key again.

    Source of the rule: a vowel with a letter mark carries the tone (the last one in ươ); otherwise the vowel
    before a final consonant; otherwise the middle one of three, the first of two. `u` after q and `i` after g
    belong to the onset when another vowel follows. Of several groups of vowels (`café`) the last counts.
    """
    letters, tone = split_tone(key)
    if not tone:
        return key
    place = _tone_place(letters)
    return unicodedata.normalize("NFC", letters[: place + 1] + _TONE_MARKS[tone] + letters[place + 1 :])


def _tone_place(letters: str) -> int:
    vowels = [place for place, letter in enumerate(letters) if _base(letter) in _VOWELS]
    marked = [place for place in vowels if letters[place] in _MARKED_VOWELS]
    if marked:
        return marked[-1]
    if letters[:2] in ("qu", "gi") and len(vowels) > 1:
        vowels = vowels[1:]
    while vowels[-1] - vowels[0] >= len(vowels):
        vowels = vowels[1:]
    if len(vowels) > 2:
        return vowels[1]
    return vowels[0] if vowels[-1] == len(letters) - 1 else vowels[-1]


def _base(letter: str) -> str:
    return unicodedata.normalize("NFD", letter)[0]
