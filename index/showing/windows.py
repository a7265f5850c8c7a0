"""Windows on a paragraph in which something was found: what may become a snippet."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from functools import cached_property
from typing import NamedTuple

from archive.text.sentences import sentences
from archive.text.syllables import tokens


class Found(NamedTuple):
    """One occurrence: characters `[start, end)`, and the number of the condition it meets."""

    start: int
    end: int
    leaf: int


class Window(NamedTuple):
    """Characters of a paragraph, and the occurrences inside."""

    start: int
    end: int
    found: tuple[Found, ...]


Worth = tuple[int, int, int]
"""Conditions met that no other window meets yet, conditions met, occurrences."""

_LONG_WORD = 40


def worth(found: Sequence[Found], seen: set[int]) -> Worth:
    """What is gained by showing some occurrences when some conditions are seen to be met already."""
    return _worth({item.leaf for item in found}, len(found), seen)


class Paragraph:
    """A paragraph of one field.

    Args:
        found: what begins in it, ascending.
        characters: longest window.
    """

    def __init__(self, field: str, text: str, found: Sequence[Found], characters: int) -> None:
        self.field = field
        self.text = text
        self._found = found
        self._characters = characters

    def most(self, seen: set[int]) -> Worth:
        """More than this no window is worth: it holds what begins within so many characters, or less."""
        return max(_worth(leaves, count, seen) for leaves, count in self._reach)

    @cached_property
    def windows(self) -> list[Window]:
        """A window for every sentence with an occurrence; several for a sentence too long for one."""
        windows = []
        for number, (start, end) in enumerate(self._sentences):
            begins = (self._begin(start, end, item) for item in self._within(start, end))
            for begin in dict.fromkeys(begins):
                finish = self._finish(begin, number)
                found = (item._replace(end=min(item.end, finish)) for item in self._within(begin, finish))
                windows.append(Window(begin, finish, tuple(found)))
        return windows

    @property
    def lede(self) -> Window:
        """Its first sentences."""
        return Window(0, self._finish(0, 0), ())

    @cached_property
    def _reach(self) -> set[tuple[frozenset[int], int]]:
        """Which conditions are met how often within so many characters, from each occurrence on."""
        reach = set()
        for place, item in enumerate(self._found):
            last = bisect_left(self._found, (item.start + self._characters,))
            reach.add((frozenset([one.leaf for one in self._found[place:last]]), last - place))
        return reach

    @cached_property
    def _sentences(self) -> list[tuple[int, int]]:
        return sentences(self.text)

    def _within(self, start: int, end: int) -> Sequence[Found]:
        """Occurrences that begin between two characters."""
        return self._found[bisect_left(self._found, (start,)) : bisect_left(self._found, (end,))]

    def _begin(self, start: int, end: int, item: Found) -> int:
        """Where a window for this occurrence begins: at the sentence, or a few words before the occurrence."""
        most = self._characters
        if end - start <= most or item.end - start <= most:
            return start
        room = min(most // 4, max(0, most - (item.end - item.start)))
        least = item.start - room
        # A blank is in no word: from there on words are cut as they are from the beginning.
        blank = max(start, self.text.rfind(" ", start, least))
        starts = (blank + token.start for token in tokens(self.text[blank : item.end]))
        return min(next(place for place in starts if place >= least), item.start)

    def _finish(self, begin: int, sentence: int) -> int:
        """The last end of a sentence within reach, else of the last word that fits."""
        limit = begin + self._characters
        fitting = bisect_right(self._sentences, limit, lo=sentence, key=lambda bounds: bounds[1])
        if fitting > sentence:
            return self._sentences[fitting - 1][1]
        blank = max(begin, self.text.rfind(" ", begin, limit - _LONG_WORD))
        return self._last_end(blank, limit) or self._last_end(begin, limit) or limit

    def _last_end(self, start: int, limit: int) -> int:
        """The last end of a word between two characters, 0 if there is none."""
        # One character more shows whether a word ends at the limit.
        ends = (start + token.end for token in tokens(self.text[start : limit + 1]))
        return max((end for end in ends if end <= limit), default=0)


def _worth(leaves: AbstractSet[int], count: int, seen: set[int]) -> Worth:
    return len(leaves - seen), len(leaves), count
