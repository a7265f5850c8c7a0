"""Ranking: BM25 over every text field, by its boost; spellings as typed come first.

Okapi BM25 as in Robertson and Zaragoza, The Probabilistic Relevance Framework (2009), section 3.
A phrase counts as one word that is as rare as its words together.
"""

from __future__ import annotations

from dataclasses import replace
from typing import assert_never

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.evaluation import Evaluator, Leaf
from index.backends.whoosh.postings import Postings
from index.backends.whoosh.snapshot import Snapshot
from index.query import And, AtLeast, Near, Node, Or, Phrase, Prefix, SameSentence, Term

SATURATION = 1.2
"""k1: how soon more occurrences stop counting."""
LENGTH_NORMALISATION = 0.75
"""b: how much a long field weighs against itself."""

Scores = NDArray[np.float64]


class Scorer:
    """Scores documents for one query.

    Args:
        snapshot: what is read.
        evaluator: the one that evaluated the clause: it remembers the leaves.
    """

    def __init__(self, snapshot: Snapshot, evaluator: Evaluator) -> None:
        self._snapshot = snapshot
        self._evaluator = evaluator
        self._norms: dict[str, Scores] = {}

    def scores(self, clause: Node) -> Scores:
        """The score of every document number; what is only forbidden or filtered adds nothing."""
        scores = np.zeros(self._snapshot.size)
        self._add(clause, scores)
        return scores

    def _add(self, node: Node, scores: Scores) -> None:
        match node:
            case Term() | Prefix() | Phrase() | Near():
                self._add_leaf(node, scores)
            case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
                for clause in clauses:
                    self._add(clause, scores)

    def _add_leaf(self, leaf: Leaf, scores: Scores) -> None:
        fields = [field for field in self._snapshot.fields.text if leaf.field in (None, field)]
        best = 0.0
        for field in fields:
            postings = self._evaluator.leaf(leaf, field)
            weight = self._snapshot.fields.by_name[field].boost * self._rarity(leaf, field) * (SATURATION + 1)
            scores[postings.documents] += weight * self._levelled(field, postings)
            best += weight
        typed = _as_typed(leaf)
        if typed != leaf:
            found = [self._evaluator.leaf(typed, field).documents for field in fields]
            scores[np.unique(np.concatenate(found))] += best

    def _levelled(self, field: str, postings: Postings) -> Scores:
        """Frequencies levelled off to below one, sooner in long fields."""
        if field not in self._norms:
            lengths = self._snapshot.rows[f"{field}_length"].astype(np.float64)
            mean = lengths.sum() / max(1, np.count_nonzero(lengths))
            share = lengths / mean if mean else lengths
            self._norms[field] = SATURATION * (1 - LENGTH_NORMALISATION + LENGTH_NORMALISATION * share)
        frequencies = postings.frequencies
        levelled: Scores = frequencies / (frequencies + self._norms[field][postings.documents])
        return levelled

    def _rarity(self, leaf: Leaf, field: str) -> float:
        """Inverse document frequency in one field, of the leaf or of its words together."""
        match leaf:
            case Term() | Prefix():
                having = len(self._evaluator.leaf(leaf, field).documents)
                return float(np.log1p((self._snapshot.count - having + 0.5) / (having + 0.5)))
            case Phrase(terms) | Near(terms):
                return sum(self._rarity(term, field) for term in terms)
            case _:
                assert_never(leaf)


def _as_typed(leaf: Leaf) -> Leaf:
    """The leaf with every spelling taken exactly."""
    if isinstance(leaf, Term | Prefix):
        return replace(leaf, marks="exact")
    return replace(leaf, terms=tuple(replace(term, marks="exact") for term in leaf.terms))
