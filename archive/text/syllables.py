"""Syllables: the tokens of a text, the key each is found by, its tone, and whether it can be Vietnamese."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from archive.text.spelling import (
    LETTER_MARKS,
    RIMES_WITHOUT_ONSET,
    SPELLINGS,
    STOP_FINALS,
    STOP_TONES,
    TONE_SIGNS,
)

_COMBINING = "".join(
    chr(code) for code in range(0x300, 0x10000) if unicodedata.category(chr(code)) in ("Mn", "Mc")
)
_TOKEN = re.compile(rf"[^\W_]++(?:[{_COMBINING}]++[^\W_]*+)*+")
_TOKEN_BETWEEN_GAPS = re.compile(f"({_TOKEN.pattern})")
_TONE_ON_VOWEL = re.compile(rf"[aeiouy][{_COMBINING}]*")
_VIETNAMESE_MARK = re.compile(f"[đĐ{LETTER_MARKS}{''.join(TONE_SIGNS)}]")
_SIGNS = frozenset(TONE_SIGNS.values())
_CACHED_WORDS = 1 << 17
"""The common words of any archive fit; without the cache a key costs many times as much."""


class Token(NamedTuple):
    """A run of letters and digits: its syllable key, and `[start, end)` in the text as given."""

    key: str
    start: int
    end: int


_new_token = tuple.__new__
"""Makes a token without the detour of a named tuple's own constructor, which was a quarter of the time."""


def tokens(text: str) -> list[Token]:
    """Cut a text into tokens.

    A token is a run of letters or digits with their combining marks; every other character separates, the
    dots and commas of numbers, hyphens, apostrophes and underscores too.

    Args:
        text: composed or decomposed text.

    Returns:
        The tokens in order; offsets are of `text` as given.
    """
    words = _TOKEN.findall(text)
    found = []
    end = 0
    for word, word_key in zip(words, keys_of(words), strict=True):
        # Nothing between two tokens can begin one, so the next place of the word is the word's own.
        start = text.index(word, end)
        end = start + len(word)
        found.append(_new_token(Token, (word_key, start, end)))
    return found


def cut(text: str) -> list[str]:
    """Gaps and tokens by turns, a gap (perhaps empty) first and last; together they are the text."""
    return _TOKEN_BETWEEN_GAPS.split(text)


def keys(text: str, start: int = 0, end: int | None = None) -> list[str]:
    """The keys of the tokens of a text, for whoever does not ask where they stand: in a third of the time.

    Args:
        start, end: the part of the text that is read; no token may stand across either.
    """
    return keys_of(_TOKEN.findall(text, start, len(text) if end is None else end))


def keys_of(words: Iterable[str]) -> list[str]:
    """The keys of tokens that are cut already."""
    return list(map(_KEYS.__getitem__, words))


def key(word: str) -> str:
    """The syllable key, one for every spelling that differs in case, composition or place of the tone mark.

    NFC, lower case; the tone mark is taken from its vowel and written last as an ASCII sign: `hoà`, `hòa` ->
    "hoa`", `qúy`, `quý` -> "quy'". The letters ă â ê ô ơ ư đ stay. A word with several tone marks is not
    Vietnamese and keeps them all.
    """
    return _KEYS[word]


def _key(word: str) -> str:
    lower = unicodedata.normalize("NFC", word).lower()
    if lower.isascii():
        return lower
    decomposed = unicodedata.normalize("NFD", lower)
    places = [
        place
        for vowel in _TONE_ON_VOWEL.finditer(decomposed)
        for place in range(vowel.start(), vowel.end())
        if decomposed[place] in TONE_SIGNS
    ]
    if len(places) != 1:
        return unicodedata.normalize("NFC", lower)
    place = places[0]
    letters = decomposed[:place] + decomposed[place + 1 :]
    return unicodedata.normalize("NFC", letters) + TONE_SIGNS[decomposed[place]]


class _Keys(dict[str, str]):
    """The key of each word seen, forgotten all at once when there are too many: half the time of an `lru_cache`."""

    def __missing__(self, word: str) -> str:
        if len(self) >= _CACHED_WORDS:
            self.clear()
        found = self[word] = _key(word)
        return found


_KEYS = _Keys()


def split_tone(key: str) -> tuple[str, str]:
    """A syllable key as its letters and its tone sign ("" for the level tone)."""
    return (key[:-1], key[-1]) if key and key[-1] in _SIGNS else (key, "")


@lru_cache(maxsize=_CACHED_WORDS)
def fold(key: str) -> str:
    """A syllable key without tone and marks, đ as d: what somebody typing without accents would type."""
    letters = split_tone(key)[0]
    if letters.isascii():
        return letters
    bare = (char for char in unicodedata.normalize("NFD", letters) if not unicodedata.combining(char))
    return "".join(bare).replace("đ", "d")


def fold_all(keys: Sequence[str]) -> list[str]:
    """`fold` of many keys (of one line each) at once: 140,000 in 0.15 s instead of 0.5, and no cache is filled."""
    bare = unicodedata.normalize("NFD", "\n".join(split_tone(key)[0] for key in keys)).replace("đ", "d")
    for mark in filter(unicodedata.combining, set(bare)):
        bare = bare.replace(mark, "")
    return bare.split("\n") if keys else []


def is_marked(text: str) -> bool:
    """Whether a text has any Vietnamese mark: a tone, a circumflex, breve or horn, or a đ."""
    return not text.isascii() and _VIETNAMESE_MARK.search(unicodedata.normalize("NFD", text)) is not None


def is_syllable(word: str) -> bool:
    """Whether a word is spelt as one Vietnamese syllable.

    Onset, rime and tone are checked against the tables in `archive.text.spelling`; the tone mark may stand on
    any vowel (hoà, hòa), an open i may be y (kĩ, kỹ). Case and composition do not matter.
    """
    if not all(char.isalpha() or unicodedata.combining(char) for char in word):
        return False
    letters, tone = split_tone(key(word))
    return letters in _SYLLABLES and (tone in STOP_TONES or not letters.endswith(STOP_FINALS))


_SYLLABLES = frozenset(
    [
        *RIMES_WITHOUT_ONSET.split(),
        *(onset + rime for onsets, rimes in SPELLINGS for onset in onsets.split() for rime in rimes.split()),
    ]
)
"""Every spelling of onset and rime, without tone."""
