"""The best documents of a query, ranked again by how near each other its words stand in them.

Two things are added to the score of each. Neighbouring words of the query count as one word more where they
stand side by side in the text too (Metzler and Croft, A Markov random field model for term dependencies, 2005),
with BM25 as any word, but as rare as they are among the documents that are ranked again: that is cheaper than
counting them in all documents, and judged better. And the densest passage counts by how many of the words it has.
What was tried and measured stands in docs/ranking.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

import numpy as np

from index.backends.whoosh.bm25 import SATURATION, Scores, levelled, rarity
from index.backends.whoosh.evaluation import Evaluator
from index.backends.whoosh.phrases import phrase
from index.backends.whoosh.postings import POSITION_BITS, Postings
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.units import Numbers, Units
from index.query import And, AtLeast, Node, Or, Term

RERANKED = 200
"""How many documents are ranked again. Judged: 50 are too few, 1,000 are no better (docs/ranking.md)."""

PASSAGE_POSITIONS = 16
"""How long a passage is, about half a sentence: a power of two."""
PASSAGE_WEIGHT = 0.5
"""What the words of the densest passage count, against the same words anywhere."""
FEWEST_IN_PASSAGE = 3
"""Of two words nearly every passage has both: left out, that saves a third of the time."""

_HALF_BITS = (PASSAGE_POSITIONS // 2).bit_length() - 1


def reranked(
    snapshot: Snapshot, evaluator: Evaluator, clause: Node, documents: Numbers, scores: Scores
) -> Scores:
    """The scores of the best documents, with what the nearness of words adds.

    Args:
        snapshot: what is read.
        evaluator: the one that evaluated the clause.
        clause: of the query; only bare words of it that stand side by side add anything.
        documents: int64 (n,), in any order.
        scores: float32 (n,), beside them.

    Returns:
        float32 (n,), none of them lower than before.
    """
    runs = list(word_runs(clause))
    if not runs or not len(documents):
        return scores
    order = np.argsort(documents)
    nearness = _Nearness(snapshot, evaluator, documents.take(order))
    new = scores.copy()
    for field in dict.fromkeys(run[0].field for run in runs):
        new[order] += nearness.scores([run for run in runs if run[0].field == field])
    return new


def word_runs(clause: Node) -> Iterator[tuple[Term, ...]]:
    """The bare words of a clause that were typed side by side, two or more, in that order."""
    match clause:
        case And(clauses) | AtLeast(_, clauses):
            run: list[Term] = []
            for node in (*clauses, Or(())):
                if isinstance(node, Term) and (not run or node.field == run[0].field):
                    run.append(node)
                    continue
                if len(run) > 1:
                    yield tuple(run)
                run = [node] if isinstance(node, Term) else []
                yield from word_runs(node)
        case Or(clauses):
            for node in clauses:
                yield from word_runs(node)


class _Nearness:
    """What the nearness of words is worth in some documents.

    Args:
        snapshot: what is read.
        evaluator: of the query.
        documents: ascending.
    """

    def __init__(self, snapshot: Snapshot, evaluator: Evaluator, documents: Numbers) -> None:
        self._snapshot = snapshot
        self._evaluator = evaluator
        self._documents = documents
        self._within = Units.of(documents, snapshot.size)

    def scores(self, runs: Sequence[tuple[Term, ...]]) -> Scores:
        """(documents,): the worth of all pairs of neighbours, and of the densest passage.

        Args:
            runs: words of one field, or of any.
        """
        words = list(dict.fromkeys(word for run in runs for word in run))
        number = {word: place for place, word in enumerate(words)}
        pairs = list(dict.fromkeys((number[a], number[b]) for run in runs for a, b in pairwise(run)))
        rarities = np.array([self._evaluator.rarity(word) for word in words], np.float32)
        frequencies = np.zeros((len(pairs), len(self._documents)), np.float32)
        densest = np.zeros(len(self._documents), np.float32)
        fields = self._evaluator.fields(words[0].field)
        for field in fields:
            found = [self._occurrences(self._evaluator.leaf(word, field)) for word in words]
            if any(map(len, found)):
                boost = np.float32(self._snapshot.fields.by_name[field].boost)
                for pair, (left, right) in enumerate(pairs):
                    frequencies[pair] += boost * self._side_by_side(found[left], found[right])
                if len(words) >= FEWEST_IN_PASSAGE:
                    np.maximum(densest, self._densest(found, rarities), out=densest)
        norms = self._snapshot.norms(fields).take(self._documents)
        having = np.count_nonzero(frequencies, axis=1)
        weights = [(SATURATION + 1) * rarity(count, len(self._documents)) for count in having.tolist()]
        worth: Scores = np.array(weights, np.float32) @ levelled(frequencies, norms)
        return worth + np.float32(PASSAGE_WEIGHT) * densest

    def _occurrences(self, word: Postings) -> Numbers:
        return word.occurrences(self._within) if len(word.units) else np.empty(0, np.int64)

    def _side_by_side(self, left: Numbers, right: Numbers) -> Numbers:
        """(documents,): how often one word stands directly before another."""
        return np.bincount(self._places(phrase((left, right))), minlength=len(self._documents))

    def _densest(self, found: Sequence[Numbers], rarities: Scores) -> Scores:
        """(documents,): the highest sum of rarities in a passage; passages begin at every half of their length.

        Args:
            found: the occurrences of each word.
            rarities: float32, beside the words.
        """
        bits = len(found).bit_length()
        words = np.repeat(np.arange(len(found)), [len(of_word) for of_word in found])
        # A word in half a passage is one number: document, half and word, 63 bits for 16 million documents and
        # 1,024 words. A half belongs to the passage it ends and to the one it begins.
        halves = np.concatenate(found) >> _HALF_BITS << bits | words
        held = np.concatenate((halves, halves + (1 << bits)))
        # Ascending runs, which numpy's stable sort merges.
        held.sort(kind="stable")
        held = held.take(_firsts(held))
        passages = held >> bits
        begins = _firsts(passages)
        sums = np.add.reduceat(rarities.take(held & (1 << bits) - 1), begins)
        documents = passages.take(begins) >> POSITION_BITS - _HALF_BITS
        begins = _firsts(documents)
        best = np.zeros(len(self._documents), np.float32)
        best[self._documents.searchsorted(documents.take(begins))] = np.maximum.reduceat(sums, begins)
        return best

    def _places(self, occurrences: Numbers) -> Numbers:
        return self._documents.searchsorted(occurrences >> POSITION_BITS)


def _firsts(ordered: Numbers) -> Numbers:
    """The places at which a new number begins in ascending ones."""
    is_first = np.ones(len(ordered), np.bool_)
    np.not_equal(ordered[1:], ordered[:-1], out=is_first[1:])
    return np.flatnonzero(is_first)
