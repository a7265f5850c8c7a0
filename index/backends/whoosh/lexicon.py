"""The keys of a text field, found by beginning, by letters or by what they fold to."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from archive.text.syllables import fold, split_tone
from index.query import Prefix, Term


class Lexicon:
    """The keys of one field.

    Args:
        keys: every key, in any order.
    """

    def __init__(self, keys: Iterable[str]) -> None:
        self._keys = sorted(keys)
        self._folded: dict[str, list[str]] = {}
        for key in self._keys:
            self._folded.setdefault(fold(key), []).append(key)
        self._folds = sorted(self._folded)

    def matching(self, leaf: Term | Prefix) -> list[str]:
        """The keys a term or prefix stands for, ascending."""
        match leaf:
            case Term(key, "any"):
                return self._folded.get(key, [])
            case Term(key):
                return [key]
            case Prefix(letters, marks="any"):
                return sorted(key for form in _beginning(self._folds, letters) for key in self._folded[form])
            case Prefix(letters, tone):
                return [key for key in _beginning(self._keys, letters) if _bears(key, letters, tone)]


def _bears(key: str, letters: str, tone: str) -> bool:
    found_letters, found_tone = split_tone(key)
    return found_letters.startswith(letters) and tone in ("", found_tone)


def _beginning(ascending: list[str], prefix: str) -> Iterator[str]:
    for place in range(bisect_left(ascending, prefix), len(ascending)):
        if not ascending[place].startswith(prefix):
            return
        yield ascending[place]
