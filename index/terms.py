"""The keys and values an index has, kept once they are read."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from itertools import takewhile

Terms = Callable[[str, str], Iterable[tuple[str, int]]]
"""Keys or values of a field that begin with a prefix, ascending, and their document frequencies."""


class KeptTerms:
    """The terms of a backend that does not change any more; each field is read once, when it is first asked for.

    Reading 15,000 keys from Whoosh takes 0.2 s, and every wildcard and fuzzy word of every query needs them.

    Args:
        terms: `Backend.terms`.
    """

    def __init__(self, terms: Terms) -> None:
        self._terms = terms
        self._kept: dict[str, list[tuple[str, int]]] = {}

    def __call__(self, field: str, prefix: str) -> Iterator[tuple[str, int]]:
        """As `Backend.terms`."""
        if field not in self._kept:
            self._kept[field] = list(self._terms(field, ""))
        kept = self._kept[field]
        begin = bisect_left(kept, (prefix,))
        following = (kept[place] for place in range(begin, len(kept)))
        return takewhile(lambda term: term[0].startswith(prefix), following)
