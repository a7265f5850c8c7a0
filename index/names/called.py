"""The values of one field by the words of what they are called: a look-up, however many there are."""

from __future__ import annotations

from array import array
from collections.abc import Mapping, Sequence
from functools import reduce

from archive.text.syllables import fold, is_marked, keys

Words = tuple[str, ...]
"""Syllable keys in a row."""


class Called:
    """What the values of a field are called by.

    For each word it is kept which values have it: of 60,000 officials one name is found in 0.1 ms, where going
    through all of them takes 60.

    Args:
        labels: label by value, values ascending.
        names: by value the names within its label that stand for it alone, where there are any.
    """

    def __init__(self, labels: Mapping[str, str], names: Mapping[str, Sequence[str]]) -> None:
        self._values = tuple(labels)
        self._places = {value: place for place, value in enumerate(self._values)}
        self._labels = [tuple(keys(label)) for label in labels.values()]
        self._names = {value: tuple(tuple(keys(name)) for name in found) for value, found in names.items()}
        self._holders: dict[str, array[int]] = {}
        for place, words in enumerate(self._labels):
            for word in dict.fromkeys(words):
                self._holders.setdefault(word, array("I")).append(place)
        self._spellings: dict[str, list[str]] = {}
        for word in self._holders:
            self._spellings.setdefault(fold(word), []).append(word)

    def __contains__(self, value: str) -> bool:
        return value in self._places

    def holding(self, text: str) -> tuple[str, ...]:
        """The value itself, and all whose label holds the words of a text in a row; ascending.

        Words without any mark stand for every accented spelling.
        """
        wanted, is_exact = tuple(keys(text)), is_marked(text)
        found = self._having(wanted, is_exact)
        if len(wanted) > 1:
            found = {place for place in found if _stands_in(wanted, _spelt(self._labels[place], is_exact))}
        if text in self._places:
            found = found | {self._places[text]}
        return tuple(self._values[place] for place in sorted(found))

    def named(self, text: str) -> tuple[str, ...]:
        """All whose label, or a name in it, is a text, word by word; ascending."""
        wanted, is_exact = tuple(keys(text)), is_marked(text)
        found = []
        for place in sorted(self._having(wanted, is_exact)):
            value = self._values[place]
            called = (self._labels[place], *self._names.get(value, ()))
            if any(_spelt(words, is_exact) == wanted for words in called):
                found.append(value)
        return tuple(found)

    def _having(self, wanted: Words, is_exact: bool) -> set[int]:
        """The places of the values whose label has all of some words."""
        held = [self._with(word, is_exact) for word in dict.fromkeys(wanted)]
        return reduce(set.__and__, sorted(held, key=len)) if held else set()

    def _with(self, word: str, is_exact: bool) -> set[int]:
        spellings = (word,) if is_exact else self._spellings.get(word, ())
        return {place for spelling in spellings for place in self._holders.get(spelling, ())}


def _spelt(words: Words, is_exact: bool) -> Words:
    return words if is_exact else tuple(map(fold, words))


def _stands_in(wanted: Words, words: Words) -> bool:
    size = len(wanted)
    return any(words[start : start + size] == wanted for start in range(len(words) - size + 1))
