"""The words a collection has: its syllables, those that follow one, and the compounds of pyvi's list."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import islice

from archive.text.segmentation.pyvi_files import word_list
from archive.text.syllables import fold, is_syllable, keys
from index.analysis import display
from index.suggesting.completion import Completions, Entry, Words, going_on
from index.suggesting.usage import Usage

LEAST_DOCUMENTS = 3
"""How many documents must hold what is no Vietnamese syllable, to be a word and no slip."""
MOST_FOLLOWING = 2_000
"""How many syllables that stand behind another are compared with what is typed, the most usual first."""


class KnownWords:
    """Of one collection that does not change any more; made when it is first asked."""

    def __init__(self, usage: Usage) -> None:
        self._usage = usage

    def compounds(self, typed: Sequence[str]) -> Iterator[Words]:
        """Compounds that go on as typed, the most usual first.

        Args:
            typed: as `Completions.completing` takes it.
        """
        return map(_words, self._compounds.completing(typed))

    def syllables(self, begun: str) -> Iterator[Words]:
        """Syllables that begin as typed, the most frequent first."""
        return map(_words, self._syllables.completing((begun,)))

    def following(self, before: str, begun: str) -> Iterator[Words]:
        """Syllables that begin as typed and stand behind another, the most usual first.

        Args:
            before: its key. Without marks it stands for every accented spelling, and the syllables are folded.
        """
        fits = going_on((begun,)).match
        pairs = self._usage.unmarked_pairs if before == fold(before) else self._usage.pairs
        usual = islice(pairs.following(before), MOST_FOLLOWING)
        return ((key,) for key, _ in usual if key[0].isalpha() and fits(key))

    @cached_property
    def _syllables(self) -> Completions:
        entries = (
            Entry(shown, key, count)
            for key, count in self._usage.syllables.items()
            if key[0].isalpha()
            for shown in [display(key)]
            if count >= LEAST_DOCUMENTS or is_syllable(shown)
        )
        return Completions(entries, from_any_word=False)

    @cached_property
    def _compounds(self) -> Completions:
        compounds = {words for words in map(tuple, map(keys, word_list())) if len(words) > 1}
        entries = (
            Entry(" ".join(map(display, words)), " ".join(words), count)
            for words in compounds
            if (count := self._usage.sampled(words))
        )
        return Completions(entries, from_any_word=False)


def _words(entry: Entry) -> Words:
    return tuple(entry.value.split(" "))
