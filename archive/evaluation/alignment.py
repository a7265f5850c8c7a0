"""Words of one text found again in another reading of it, syllable by syllable.

What was annotated counts over some printing of an article: a raw file, another cleaner's paragraphs. Our body
lacks lines of it, has blanks where words were glued, mended letters. Both are cut into syllable keys, which do
not know case, punctuation, quotation marks or the place of a tone mark, and the longest runs of equal keys are
laid upon each other (Ratcliff and Obershelp's method, Python's `difflib`).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property

from archive.text.syllables import tokens

LEAST_SHARE = 0.6
"""Words are found again where so many of their syllables are; less is another sentence of the same subject."""

_GRAM = 3


@dataclass(frozen=True, slots=True, order=True)
class Syllables:
    """The syllables `[first, end)` of a text."""

    first: int
    end: int

    @property
    def size(self) -> int:
        """How many they are."""
        return self.end - self.first

    @property
    def places(self) -> range:
        """The place of each."""
        return range(self.first, self.end)

    def shared(self, other: Syllables) -> int:
        """How many both have."""
        return max(0, min(self.end, other.end) - max(self.first, other.first))


class SyllableText:
    """A text as its syllables.

    Args:
        text: composed or decomposed text.
    """

    def __init__(self, text: str) -> None:
        self.text = text
        found = tokens(text)
        self.keys = [token.key for token in found]
        self._starts = [token.start for token in found]
        self._ends = [token.end for token in found]

    def within(self, start: int, end: int) -> Syllables:
        """The syllables that have a character in `[start, end)`."""
        first = bisect_right(self._ends, start)
        return Syllables(first, max(first, bisect_left(self._starts, end)))

    def words(self, part: Syllables) -> str:
        """The characters from the first to the last of these syllables."""
        return self.text[self._starts[part.first] : self._ends[part.end - 1]] if part.size else ""

    def occurrences(self, wanted: list[str]) -> list[Syllables]:
        """Where these keys stand one after the other, none missing."""
        size = len(wanted)
        if not size:
            return []
        return [
            Syllables(place, place + size)
            for place in range(len(self.keys) - size + 1)
            if self.keys[place] == wanted[0] and self.keys[place : place + size] == wanted
        ]

    @cached_property
    def grams(self) -> dict[tuple[str, ...], list[int]]:
        """Where each three keys in a row stand."""
        found: dict[tuple[str, ...], list[int]] = {}
        for place in range(len(self.keys) - _GRAM + 1):
            found.setdefault(tuple(self.keys[place : place + _GRAM]), []).append(place)
        return found


class Alignment:
    """One reading of a text laid upon another.

    Args:
        source, target: their syllable keys.
    """

    def __init__(self, source: list[str], target: list[str]) -> None:
        self._places: list[Syllables | None] = [None] * len(source)
        matcher = SequenceMatcher(None, source, target, autojunk=False)
        for kind, i1, i2, j1, j2 in matcher.get_opcodes():
            if kind == "equal":
                for place in range(i1, i2):
                    self._places[place] = Syllables(j1 + place - i1, j1 + place - i1 + 1)
            elif kind == "replace":
                self._lay(i1, i2, j1, j2)

    def _lay(self, i1: int, i2: int, j1: int, j2: int) -> None:
        """Lay a stretch that reads otherwise in the target evenly upon what stands there instead."""
        for place in range(i1, i2):
            first = j1 + (place - i1) * (j2 - j1) // (i2 - i1)
            end = j1 + -(-(place - i1 + 1) * (j2 - j1) // (i2 - i1))
            self._places[place] = Syllables(first, max(end, first + 1))

    def target(self, part: Syllables) -> Syllables | None:
        """Where syllables of the source stand in the target; None where less than `LEAST_SHARE` of them do."""
        found = [place for place in self._places[part.first : part.end] if place is not None]
        if not found or len(found) < LEAST_SHARE * part.size:
            return None
        return Syllables(found[0].first, max(place.end for place in found))


def locate(words: str, text: SyllableText, after: int = 0) -> Syllables | None:
    """Where words stand in a text.

    Args:
        after: the syllable from which on to look first, where they stand several times.

    Returns:
        Their place, that of the words most like them if they do not stand there as they are, or None.
    """
    wanted = SyllableText(words)
    exact = text.occurrences(wanted.keys)
    if exact:
        return next((place for place in exact if place.first >= after), exact[0])
    return _nearest(wanted, text)


def _nearest(wanted: SyllableText, text: SyllableText) -> Syllables | None:
    offsets = Counter(
        there - here
        for gram, places in wanted.grams.items()
        for here in places
        for there in text.grams.get(gram, ())
    )
    if not offsets:
        return None
    size = len(wanted.keys)
    best = max(offsets, key=lambda offset: (sum(offsets[offset + slip] for slip in range(-2, 3)), -offset))
    first, end = max(0, best - size // 4 - 2), min(len(text.keys), best + size + size // 4 + 2)
    window = text.keys[first:end]
    matcher = SequenceMatcher(None, wanted.keys, window, autojunk=False)
    if sum(block.size for block in matcher.get_matching_blocks()) < LEAST_SHARE * size:
        return None
    place = Alignment(wanted.keys, window).target(Syllables(0, size))
    return None if place is None else Syllables(place.first + first, place.end + first)
