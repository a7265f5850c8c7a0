"""Which syllable stands behind which, and in how many documents of a sample: what is usual, without a search."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence

import numpy as np
from numpy.typing import NDArray


class Pairs:
    """Neighbouring keys of one text field.

    Args:
        keys: all keys, ascending.
        codes: (pairs,), ascending: ordinal of the first key times the number of keys, plus that of the second.
        counts: (pairs,), how many documents of the sample hold each pair.
        sampled: documents of the sample.
    """

    def __init__(
        self, keys: Sequence[str], codes: NDArray[np.int64], counts: NDArray[np.int32], sampled: int
    ) -> None:
        self._keys = keys
        self._codes = codes
        self._counts = counts
        self.sampled = sampled

    @classmethod
    def counted(
        cls, keys: Sequence[str], parts: Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]], sampled: int
    ) -> Pairs:
        """Count what was read of some documents.

        Args:
            parts: ordinals of keys in the order of the text, and the document (0 to `sampled`) each stands in.
        """
        found = []
        for ordinals, documents in parts:
            codes = ordinals[:-1] * len(keys) + ordinals[1:]
            together = documents[:-1] == documents[1:]
            # A pair and its document in one number: sorted, what repeats in a document stands together.
            in_documents = _runs(np.sort(codes[together] * sampled + documents[:-1][together]))[0]
            found.append(in_documents // max(sampled, 1))
        codes, counts = _runs(np.sort(np.concatenate([np.zeros(0, np.int64), *found])))
        return cls(keys, codes, counts.astype(np.int32), sampled)

    def renamed(self, name: Callable[[str], str]) -> Pairs:
        """The pairs of what the keys are called otherwise; a document with two pairs of one name counts twice."""
        names = sorted({name(key) for key in self._keys})
        ordinals = {called: ordinal for ordinal, called in enumerate(names)}
        mapped = np.array([ordinals[name(key)] for key in self._keys], np.int64)
        first, second = np.divmod(self._codes, max(1, len(self._keys)))
        codes, places = np.unique(mapped.take(first) * len(names) + mapped.take(second), return_inverse=True)
        counts = np.bincount(places, self._counts, minlength=len(codes)).astype(np.int32)
        return Pairs(names, codes, counts, self.sampled)

    def count(self, first: str, second: str) -> int:
        """How many documents of the sample hold one key directly behind the other."""
        one, other = self._ordinal(first), self._ordinal(second)
        if one is None or other is None:
            return 0
        code = one * len(self._keys) + other
        place = int(self._codes.searchsorted(code))
        return int(self._counts[place]) if place < len(self._codes) and self._codes[place] == code else 0

    def following(self, first: str) -> Iterator[tuple[str, int]]:
        """The keys that stand behind one, and in how many documents of the sample, most first."""
        one = self._ordinal(first)
        if one is None:
            return
        before = one * len(self._keys)
        begin, end = self._codes.searchsorted((before, before + len(self._keys)))
        order = begin + np.argsort(-self._counts[begin:end], kind="stable")
        counts = self._counts.take(order).tolist()
        for ordinal, count in zip((self._codes.take(order) - before).tolist(), counts, strict=True):
            yield self._keys[ordinal], count

    def _ordinal(self, key: str) -> int | None:
        place = bisect_left(self._keys, key)
        return place if place < len(self._keys) and self._keys[place] == key else None


def _runs(ascending: NDArray[np.int64]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """The different numbers and how often each is there. `np.unique` hashes: of 5 million it takes 5 s, this 0.1."""
    begin = np.flatnonzero(np.diff(ascending, prepend=ascending[:1] - 1))
    return ascending.take(begin), np.diff(begin, append=len(ascending))
