"""Conditions on single sentences: which documents have a sentence that a clause matches.

Sentences are numbered over the documents in which the clause could match at all. The occurrences of words are
renumbered by sentence, after which every node means the same as over documents.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

import numpy as np

from index.backends.whoosh.clauses import ClauseEvaluator, Leaf
from index.backends.whoosh.phrases import near, needed_places, phrase
from index.backends.whoosh.postings import POSITION_BITS, Postings
from index.backends.whoosh.units import Numbers, Units, distinct
from index.query import And, Near, Node, Phrase, Prefix, Term, Variants

_POSITION = (1 << POSITION_BITS) - 1


class Words(Protocol):
    """Where the postings of words come from: `evaluation.Evaluator`."""

    def leaf(self, leaf: Leaf, field: str) -> Postings:
        """The postings of a leaf in one text field."""


def documents_with_sentence(
    words: Words, sentences: Postings, field: str, clauses: Sequence[Node]
) -> Numbers:
    """The documents that have a sentence which every one of some clauses matches.

    Args:
        words: the postings of words.
        sentences: where the sentences of the field begin, as postings of one term.
        field: a text field.
        clauses: as in `SameSentence`.

    Returns:
        The documents, ascending.
    """
    clause = And(tuple(clauses))
    candidates = CandidateEvaluator(words, field, sentences.units).units(clause)
    starts = sentences.occurrences(candidates)
    found = SentenceEvaluator(words, field, candidates, starts).units(clause)
    return distinct(starts.take(found.numbers) >> POSITION_BITS, sentences.size).numbers


class CandidateEvaluator(ClauseEvaluator):
    """The documents in which some sentence could match: no other can.

    Args:
        words: the postings of words.
        field: a text field.
        documents: those that have a sentence.
    """

    def __init__(self, words: Words, field: str, documents: Units) -> None:
        super().__init__(documents)
        self._words = words
        self._field = field

    def worded(self, leaf: Leaf) -> Units:
        """The documents a leaf occurs in, whatever the sentence."""
        if leaf.field not in (None, self._field):
            return Units.of(np.empty(0, np.int64), self.everything.size)
        return self._words.leaf(leaf, self._field).units

    def without(self, clause: Node) -> Units:
        """Any document may have a sentence that a clause does not match."""
        return self.everything


class SentenceEvaluator(ClauseEvaluator):
    """Evaluates clauses over the sentences of one field in some documents.

    Args:
        words: the postings of words.
        field: the text field.
        documents: the documents.
        starts: where their sentences begin, as occurrences.
    """

    def __init__(self, words: Words, field: str, documents: Units, starts: Numbers) -> None:
        super().__init__(Units.all(len(starts)))
        self._words = words
        self._field = field
        self._documents = documents
        self._starts = starts

    def worded(self, leaf: Leaf) -> Units:
        """The sentences a leaf occurs in, whole."""
        size = self.everything.size
        if leaf.field not in (None, self._field):
            return Units.of(np.empty(0, np.int64), size)
        return distinct(self._found(leaf) >> POSITION_BITS, size)

    def _found(self, leaf: Leaf) -> Numbers:
        match leaf:
            case Term() | Prefix() | Variants():
                return self._occurrences(leaf)
            case Phrase(terms):
                return phrase([self._occurrences(term) for term in terms])
            case Near(terms, distance):
                needed = needed_places(terms)
                words = [(self._occurrences(term), count) for term, count in needed.items()]
                return near(words, len(terms) + distance)

    def _occurrences(self, word: Term | Prefix | Variants) -> Numbers:
        """The occurrences by sentence; positions still count from the beginning of the field."""
        occurrences = self._words.leaf(word, self._field).occurrences(self._documents)
        sentences = self._starts.searchsorted(occurrences, "right") - 1
        return (sentences << POSITION_BITS) + (occurrences & _POSITION)
