"""The keys and values an index has, kept once they are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

from index.language.spellings import Spellings

Terms = Callable[[str, str], Iterable[tuple[str, int]]]
"""Keys or values of a field that begin with a prefix, ascending, and their document frequencies."""


class KeptTerms:
    """The terms of a backend that does not change any more; each field is read once, when it is first asked for.

    Args:
        terms: `Backend.terms`.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._kept: dict[str, list[tuple[str, int]]] = {}
        self._spellings: dict[str, Spellings] = {}

    def __call__(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        """As `Backend.terms`."""
        if field not in self._kept:
            self._kept[field] = list(self._terms(field, ""))
        kept = self._kept[field]
        begin = bisect_left(kept, (prefix,))
        following = (kept[place] for place in range(begin, len(kept)))
        return takewhile(lambda term: term[0].startswith(prefix), following)

    def spellings(self, field: str) -> Spellings:
        """The keys of a text field, to be found by patterns."""
        if field not in self._spellings:
            self._spellings[field] = Spellings(self._terms(field, ""))
        return self._spellings[field]
