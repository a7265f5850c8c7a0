"""Where the words of a query stand in one text: token ranges of each positive condition."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator
from functools import cached_property

from archive.models import PARAGRAPH_BREAK
from archive.text.syllables import fold, tokens
from index.analysis import analyse_parts
from index.patterns import matcher
from index.query import (
    And,
    AtLeast,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
    Wildcard,
)

Leaf = Term | Prefix | Wildcard | Fuzzy | Phrase | Near | SameSentence
Range = tuple[int, int]
"""`[first, last)` of token positions."""


def positive_leaves(node: Node) -> list[Leaf]:
    """The conditions on words that a hit may show, without repeats; what is excluded is left out."""
    return list(dict.fromkeys(_leaves(node)))


class FieldText:
    """The text of one field, analysed once for any number of look-ups.

    Args:
        text: paragraphs joined by `PARAGRAPH_BREAK`.
        field: name of the text field it is.
    """

    def __init__(self, text: str, field: str) -> None:
        self.text = text
        self.field = field
        self.tokens = tokens(text)

    def ranges(self, leaf: Leaf) -> list[Range]:
        """Where a condition is met: words and phrases whole, of `Near` and `SameSentence` the words alone."""
        if leaf.field not in (None, self.field):
            return []
        match leaf:
            case Term() | Prefix() | Wildcard() | Fuzzy():
                return [(place, place + 1) for place in self._places(leaf)]
            case Phrase(terms):
                return self._phrase(terms)
            case Near(terms, distance):
                return self._near(terms, len(terms) + distance)
            case SameSentence(clauses):
                return self._same_sentence(clauses)

    def span(self, found: Range) -> tuple[int, int]:
        """Token positions as characters `[start, end)` of the text."""
        return self.tokens[found[0]].start, self.tokens[found[1] - 1].end

    @cached_property
    def _exact(self) -> dict[str, list[int]]:
        return _positions(token.key for token in self.tokens)

    @cached_property
    def _folded(self) -> dict[str, list[int]]:
        return _positions(fold(token.key) for token in self.tokens)

    @cached_property
    def _sentences(self) -> list[Range]:
        _, starts = analyse_parts(self.text.split(PARAGRAPH_BREAK))
        return list(zip(starts, (*starts[1:], len(self.tokens)), strict=True))

    def _places(self, word: Term | Prefix | Wildcard | Fuzzy) -> list[int]:
        if isinstance(word, Term):
            return (self._exact if word.marks == "exact" else self._folded).get(word.key, [])
        fits = matcher(word)
        return sorted(place for key, places in self._exact.items() if fits(key) for place in places)

    def _phrase(self, terms: tuple[Term, ...]) -> list[Range]:
        starts = self._places(terms[0]) if terms else []
        for offset, term in enumerate(terms[1:], start=1):
            places = set(self._places(term)) if starts else set()
            starts = [start for start in starts if start + offset in places]
        return [(start, start + len(terms)) for start in starts]

    def _near(self, terms: tuple[Term, ...], width: int) -> list[Range]:
        wanted = [(self._places(term), times) for term, times in Counter(terms).items()]
        found: set[int] = set()
        for begin in {place for places, _ in wanted for place in places}:
            inside = [
                places[bisect_left(places, begin) : bisect_left(places, begin + width)]
                for places, _ in wanted
            ]
            if all(len(places) >= times for places, (_, times) in zip(inside, wanted, strict=True)):
                found.update(place for places in inside for place in places)
        return [(place, place + 1) for place in sorted(found)]

    def _same_sentence(self, clauses: tuple[Node, ...]) -> list[Range]:
        by_clause = [
            sorted(found for leaf in positive_leaves(clause) for found in self.ranges(leaf))
            for clause in clauses
        ]
        if not all(by_clause):
            return []
        met: list[Range] = []
        for first, last in self._sentences:
            inside = [[r for r in ranges if first <= r[0] and r[1] <= last] for ranges in by_clause]
            if all(inside):
                met.extend(found for ranges in inside for found in ranges)
        return sorted(met)


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case Term() | Prefix() | Wildcard() | Fuzzy() | Phrase() | Near() | SameSentence():
            yield node
        case And(clauses) | Or(clauses) | AtLeast(_, clauses):
            for clause in clauses:
                yield from _leaves(clause)


def _positions(keys: Iterable[str]) -> dict[str, list[int]]:
    positions: dict[str, list[int]] = {}
    for place, key in enumerate(keys):
        positions.setdefault(key, []).append(place)
    return positions
