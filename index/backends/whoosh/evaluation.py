"""Which documents a clause matches, and the postings of its words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import assert_never

import numpy as np

from index.backends.whoosh.bm25 import rarity
from index.backends.whoosh.clauses import ClauseEvaluator, Leaf
from index.backends.whoosh.conditions import Conditions
from index.backends.whoosh.deadline import Deadline
from index.backends.whoosh.phrases import near, needed_places, shared
from index.backends.whoosh.postings import FoundPostings, Postings, documents_of
from index.backends.whoosh.sentences import documents_with_sentence
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.units import Numbers, Units, intersection, union
from index.query import DateRange, Keyword, Near, Node, Phrase, Prefix, SameSentence, Term, Variants


class Evaluator(ClauseEvaluator):
    """Evaluates the clauses of one query over documents; remembers the leaves it has read.

    Args:
        snapshot: what is read.
        conditions: those of the same snapshot.
        deadline: looked at before every leaf.
    """

    def __init__(self, snapshot: Snapshot, conditions: Conditions, deadline: Deadline) -> None:
        super().__init__(snapshot.everything)
        self._snapshot = snapshot
        self._conditions = conditions
        self._deadline = deadline
        self._read: dict[Leaf, dict[str, Postings]] = {}

    def worded(self, leaf: Leaf) -> Units:
        """See `ClauseEvaluator.worded`."""
        return union([postings.units for postings in self.by_field(leaf).values()], self._snapshot.size)

    def as_typed(self, leaf: Leaf) -> Units:
        """Of the documents a leaf occurs in those that have it with the marks as they were typed."""
        typed = typed_leaf(leaf)
        if typed == leaf:
            return self.worded(leaf)
        found = [
            self._evaluated(typed, field, postings.units).units
            for field, postings in self.by_field(leaf).items()
        ]
        return union(found, self._snapshot.size)

    def conditioned(self, node: Node) -> Units:
        """See `ClauseEvaluator.conditioned`.

        Raises:
            LimitError: the query took too long.
        """
        self._deadline.check()
        match node:
            case SameSentence(clauses, field):
                size = self._snapshot.size
                found = [
                    Units.of(
                        documents_with_sentence(self, self._snapshot.sentences(name), name, clauses), size
                    )
                    for name in self.fields(field)
                ]
                return union(found, size)
            case Keyword() | DateRange():
                return self._conditions.units(node)
            case _:
                return super().conditioned(node)

    def leaf(self, leaf: Leaf, field: str) -> Postings:
        """The postings of a leaf in one text field, as if it were one term.

        Raises:
            LimitError: the query took too long.
        """
        return self._in_fields(leaf, (field,))[field]

    def by_field(self, leaf: Leaf) -> Mapping[str, Postings]:
        """The postings of a leaf in each text field it is sought in.

        Raises:
            LimitError: the query took too long.
        """
        return self._in_fields(leaf, self.fields(leaf.field))

    def _in_fields(self, leaf: Leaf, fields: tuple[str, ...]) -> Mapping[str, Postings]:
        # Many variants take long to hash: once for all fields.
        read = self._read.setdefault(leaf, {})
        for field in fields:
            if field not in read:
                self._deadline.check()
                read[field] = self._evaluated(leaf, field, self.everything)
        return {field: read[field] for field in fields}

    def fields(self, field: str | None) -> tuple[str, ...]:
        """The text fields a leaf of this field is sought in."""
        return (field,) if field else self._snapshot.fields.text

    def rarity(self, leaf: Leaf) -> float:
        """Inverse document frequency of the leaf where it is most frequent, or of its words together."""
        match leaf:
            case Term() | Prefix() | Variants():
                having = max(len(postings.units) for postings in self.by_field(leaf).values())
                return rarity(having, self._snapshot.count)
            case Phrase(terms) | Near(terms):
                return sum(self.rarity(replace(term, field=leaf.field)) for term in terms)
            case _:
                assert_never(leaf)

    def _evaluated(self, leaf: Leaf, field: str, within: Units) -> Postings:
        """The postings of a leaf, of a phrase or nearness in some documents only."""
        match leaf:
            case Term() | Prefix() | Variants():
                return self._snapshot.postings(leaf, field)
            case Phrase(terms):
                return FoundPostings(self._phrase(terms, field, within), self._snapshot.size)
            case Near(terms, distance):
                needed = needed_places(terms)
                words = zip(self._occurrences(list(needed), field, within), needed.values(), strict=True)
                return FoundPostings(near(list(words), len(terms) + distance), self._snapshot.size)

    def _phrase(self, terms: Sequence[Term], field: str, within: Units) -> Numbers:
        """Where terms follow each other: the rarest first, each sought only where those before it were found.

        Against reading all words first that halves the time of a quotation.
        """
        words = [self.leaf(term, field) for term in terms]
        within = intersection([within, *(word.units for word in words)])
        starts: Numbers | None = None
        for place in sorted(range(len(words)), key=lambda place: len(words[place].units)):
            found = words[place].occurrences(within) - place
            starts = found if starts is None else shared(starts, found)
            if len(starts) < len(within):
                within = Units.of(documents_of(starts + place)[0], self._snapshot.size)
        return np.empty(0, np.int64) if starts is None else starts

    def _occurrences(self, terms: Sequence[Term], field: str, within: Units) -> list[Numbers]:
        """Of each word its occurrences in those of some documents that have all of them."""
        words = {term: self.leaf(term, field) for term in dict.fromkeys(terms)}
        within = intersection([within, *(word.units for word in words.values())])
        if not len(within):
            return [np.empty(0, np.int64) for _ in terms]
        found = {term: word.occurrences(within) for term, word in words.items()}
        return [found[term] for term in terms]


def typed_leaf(leaf: Leaf) -> Leaf:
    """A leaf with every spelling taken exactly."""
    match leaf:
        case Term(marks="any") | Prefix(marks="any"):
            return replace(leaf, marks="exact")
        case Phrase(terms) | Near(terms) if any(term.marks == "any" for term in terms):
            return replace(leaf, terms=tuple(replace(term, marks="exact") for term in terms))
        case _:
            return leaf
