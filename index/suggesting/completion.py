"""Texts found by the beginning of what they say, from any of their words on, with marks or without."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from archive.text.spelling import TONE_SIGNS
from archive.text.syllables import fold, keys, split_tone

_AFTER_ANY_LETTER = "\U0010ffff"
_TONE = f"[{re.escape(''.join(TONE_SIGNS.values()))}]"
_VARIANTS = {"a": "[aăâ]", "d": "[dđ]", "e": "[eê]", "o": "[oôơ]", "u": "[uư]"}
"""What a letter typed without its mark may stand for."""

MOST_TRIED = 2_000
"""How many entries that begin so without marks are compared with the marks typed, heaviest first."""


Words = tuple[str, ...]
"""Syllable keys in a row."""


class Entry(NamedTuple):
    """A text that can be completed.

    Attributes:
        value: what it stands for.
        about: what tells it from others of its name.
        forms: the ways to spell it.
    """

    text: str
    value: str
    weight: int
    about: str = ""
    forms: tuple[Words, ...] = ()


class Completions:
    """Some texts, which do not change any more.

    One sorted list holds each text without marks from each of its words on. Texts are numbered by weight, so the
    best that begin as typed are the smallest numbers in a slice of that list.

    Args:
        entries: the texts, in any order.
        from_any_word: whether a text is found by any of its words, or by its first alone.
    """

    def __init__(self, entries: Iterable[Entry], *, from_any_word: bool) -> None:
        self._entries = sorted(entries, key=lambda entry: (-entry.weight, entry.text, entry.value))
        beginnings = sorted(
            (beginning, number, place, spelt)
            for number, entry in enumerate(self._entries)
            for form in entry.forms or (tuple(keys(entry.text)),)
            for beginning, place, spelt in _beginnings(form, from_any_word)
        )
        self._beginnings = [beginning for beginning, *_ in beginnings]
        self._numbers = np.array([number for _, number, _, _ in beginnings], np.int32)
        self._places = np.array([place for _, _, place, _ in beginnings], np.int32)
        self._spelt = [spelt for *_, spelt in beginnings]

    def completing(self, typed: Sequence[str], *, at_start: bool = False) -> Iterator[Entry]:
        """The entries that go on as typed, heaviest first.

        Args:
            typed: syllable keys, the last perhaps only begun. A letter without its mark and a syllable without
                its tone stand for those with one.
            at_start: only those whose first word is the first one typed.
        """
        beginning = " ".join(map(fold, typed))
        first = bisect_left(self._beginnings, beginning)
        last = bisect_left(self._beginnings, beginning + _AFTER_ANY_LETTER, lo=first)
        places = np.arange(first, last)
        if at_start:
            places = places[self._places[first:last] == 0]
        found = self._heaviest(places, None if beginning == " ".join(typed) else going_on(typed))
        told = -1
        for number in found:
            if number != told:
                told = number
                yield self._entries[number]

    def _heaviest(self, places: NDArray[np.int64], pattern: re.Pattern[str] | None) -> Iterator[int]:
        """Numbers of the entries at some places whose marks fit, ascending, perhaps with repeats."""
        if pattern is None:
            yield from map(int, np.sort(self._numbers[places]))
            return
        for place in places[np.argsort(self._numbers[places])[:MOST_TRIED]].tolist():
            if pattern.match(self._spelt[place], int(self._places[place])):
                yield int(self._numbers[place])


def _beginnings(form: Words, from_any_word: bool) -> Iterator[tuple[str, int, str]]:
    """A form without marks from its words on, and where in its spelling each of these begins."""
    spelt = " ".join(form)
    folded = list(map(fold, form))
    place = 0
    for number, word in enumerate(form if from_any_word else form[:1]):
        yield " ".join(folded[number:]), place, spelt
        place += len(word) + 1


def going_on(typed: Sequence[str]) -> re.Pattern[str]:
    """What keys look like, joined by blanks, that go on as typed (`Completions.completing`)."""
    *whole, begun = map(split_tone, typed)
    words = [_letters(letters) + (re.escape(tone) or f"{_TONE}?") + " " for letters, tone in whole]
    letters, tone = begun
    ending = f"[^ ]*{re.escape(tone)}(?: |$)" if tone else ""
    return re.compile("".join(words) + _letters(letters) + ending)


def _letters(letters: str) -> str:
    return "".join(_VARIANTS.get(letter, re.escape(letter)) for letter in letters)
