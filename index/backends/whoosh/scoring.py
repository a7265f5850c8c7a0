"""Ranking: BM25F over the text fields, each by its boost; spellings as typed come first.

A phrase counts as one word that is as rare as its words together.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

import numpy as np

from index.backends.whoosh.bm25 import SATURATION, Scores, levelled
from index.backends.whoosh.clauses import Leaf
from index.backends.whoosh.evaluation import Evaluator, typed_leaf
from index.backends.whoosh.postings import Postings
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.units import SEARCH_RATIO, Numbers, Units, intersection, union
from index.query import And, AtLeast, Near, Node, Or, Phrase, Prefix, SameSentence, Term, Variants


class Scorer:
    """Scores documents for one query.

    Args:
        snapshot: what is read.
        evaluator: the one that evaluated the clause: it remembers the leaves.
    """

    def __init__(self, snapshot: Snapshot, evaluator: Evaluator) -> None:
        self._snapshot = snapshot
        self._evaluator = evaluator

    def scores(self, clause: Node, documents: Numbers) -> Scores:
        """The scores of some documents, ascending; what is only forbidden or filtered adds nothing.

        Args:
            documents: all that the clause matches, or any of them.

        Returns:
            float32, beside `documents`.
        """
        total = _Total(self._snapshot.size, documents)
        for leaf in scored_leaves(clause):
            self._add_leaf(leaf, total)
        for leaves in spelt_together(clause):
            self._add_spelling(leaves, total)
        return total.scores

    def _add_leaf(self, leaf: Leaf, total: _Total) -> None:
        by_name = self._snapshot.fields.by_name
        read = self._evaluator.by_field(leaf)
        weighted = [(postings, by_name[field].boost) for field, postings in read.items()]
        norms = self._snapshot.norms(self._evaluator.fields(leaf.field))
        total.add(weighted, norms, self._weight(leaf))

    def _add_spelling(self, leaves: Sequence[Leaf], total: _Total) -> None:
        """Documents that have all of some words as typed come before those that have them in other spellings."""
        free = [leaf for leaf in leaves if typed_leaf(leaf) != leaf]
        if free:
            spelt = intersection([self._evaluator.as_typed(leaf) for leaf in free])
            total.add_constant(spelt, sum(map(self._weight, free)))

    def _weight(self, leaf: Leaf) -> float:
        """What a leaf is worth that occurs without end."""
        return self._evaluator.rarity(leaf) * (SATURATION + 1)


class _Total:
    """Scores that are being summed up.

    Args:
        size: how many documents the index has.
        documents: those that are scored, ascending.
    """

    def __init__(self, size: int, documents: Numbers) -> None:
        self._size = size
        self._documents = documents
        self.scores: Scores = np.zeros(len(documents), np.float32)

    def add(self, weighted: Sequence[tuple[Postings, float]], norms: Scores, weight: float) -> None:
        """Add what the occurrences of one word in some fields are worth.

        Args:
            weighted: its postings in each field, and the boost of the field.
            norms: of these fields together.
            weight: of the word.
        """
        held = [(postings, boost) for postings, boost in weighted if len(postings.units)]
        if not held:
            return
        if sum(len(postings.units) for postings, _ in held) * SEARCH_RATIO < len(self._documents):
            having = union([postings.units for postings, _ in held], self._size).numbers
            places = self._documents.searchsorted(having)
            places = places[self._documents.take(places, mode="clip") == having]
            self.scores[places] += self._worth(held, self._documents.take(places), norms, weight)
        else:
            self.scores += self._worth(held, self._documents, norms, weight)

    def add_constant(self, units: Units, worth: float) -> None:
        """Add the same to each document of a set."""
        self.scores += units.holds(self._documents) * np.float32(worth)

    def _worth(
        self, held: Sequence[tuple[Postings, float]], documents: Numbers, norms: Scores, weight: float
    ) -> Scores:
        """What a word is worth in each of some documents."""
        frequencies = boosted(held, documents, self._size)
        return levelled(frequencies, norms.take(documents)) * np.float32(weight)


def boosted(held: Sequence[tuple[Postings, float]], documents: Numbers, size: int) -> Scores:
    """How often a word is in each of some documents, every field counted by its boost."""
    if len(documents) * SEARCH_RATIO < size:
        found = np.zeros(len(documents), np.float32)
        for postings, boost in held:
            found += postings.frequencies_in(documents) * np.float32(boost)
        return found
    by_document = np.zeros(size, np.float32)
    for postings, boost in held:
        postings.add_frequencies(by_document, boost)
    return by_document.take(documents)


def scored_leaves(node: Node) -> Iterator[Leaf]:
    """The words of a clause that add to the score, in order; one that stands there twice counts twice."""
    match node:
        case Term() | Prefix() | Variants() | Phrase() | Near():
            yield node
        case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
            for clause in clauses:
                yield from scored_leaves(clause)


def spelt_together(node: Node) -> Iterator[tuple[Leaf, ...]]:
    """The words of a clause in groups, of which a document must have all as typed to come first.

    Word by word, `le hoi den hung` would find foreign names first (docs/ranking.md).
    """
    match node:
        case Term() | Prefix() | Variants() | Phrase() | Near():
            yield (node,)
        case And(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
            yield tuple(clause for clause in clauses if isinstance(clause, Leaf))
            for clause in clauses:
                if not isinstance(clause, Leaf):
                    yield from spelt_together(clause)
        case Or(clauses):
            for clause in clauses:
                yield from spelt_together(clause)
