"""How usual syllables and compounds are in a collection: counted of syllables, estimated of what is longer."""

from __future__ import annotations

from collections import Counter
from functools import cached_property
from itertools import pairwise
from threading import Lock

from archive.text.syllables import fold
from index.backend import Backend
from index.suggesting.completion import Words
from index.suggesting.pairs import Pairs
from index.terms import KeptTerms

SAMPLED = 10_000
"""Documents whose neighbouring syllables are counted, once a generation: half a second, and 15 MB are kept."""

_MAIN_FIELDS = frozenset({"body", "content"})
"""The text field of each collection that holds nearly all of its text."""


class Usage:
    """Of one collection that does not change any more; everything is read when it is first asked for."""

    def __init__(self, backend: Backend, terms: KeptTerms) -> None:
        self._backend = backend
        self._terms = terms
        self.documents = backend.info().documents
        self._reading = Lock()
        self._pairs: Pairs | None = None

    def frequency(self, words: Words) -> float:
        """How many documents hold these syllables in a row: exact for one, else what the rarest pair makes likely.

        What the sample does not hold counts as half a document of it.
        """
        if len(words) == 1:
            return self.syllables.get(words[0], 0)
        return self.documents / max(1, self.pairs.sampled) * max(0.5, self.sampled(words))

    def sampled(self, words: Words) -> int:
        """In how many documents of the sample the rarest pair of neighbours among several syllables stands."""
        return min(self.pairs.count(first, second) for first, second in pairwise(words))

    @cached_property
    def syllables(self) -> dict[str, int]:
        """Document frequency of each key, in the text field where most documents hold it."""
        found: dict[str, int] = {}
        for field in self._backend.fields.text:
            for key, count in self._terms(field, ""):
                found[key] = max(count, found.get(key, 0))
        return found

    @cached_property
    def unmarked(self) -> dict[str, int]:
        """The same of what keys are without marks: of all spellings together."""
        found: Counter[str] = Counter()
        for key, count in self.syllables.items():
            found[fold(key)] += count
        return found

    @cached_property
    def spellings(self) -> dict[str, list[str]]:
        """The keys by what they are without marks."""
        found: dict[str, list[str]] = {}
        for key in self.syllables:
            found.setdefault(fold(key), []).append(key)
        return found

    @property
    def pairs(self) -> Pairs:
        """Which syllable stands behind which."""
        # Of several who ask first one reads: it takes a moment, and some hundred megabytes while it lasts.
        with self._reading:
            if self._pairs is None:
                [field] = _MAIN_FIELDS.intersection(self._backend.fields.text)
                self._pairs = self._backend.pairs(field, SAMPLED)
            return self._pairs

    @cached_property
    def unmarked_pairs(self) -> Pairs:
        """The same without marks."""
        return self.pairs.renamed(fold)
