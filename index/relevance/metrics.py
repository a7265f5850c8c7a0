"""Measures of one ranked list against the grades of its question.

Grades are 0 (does not answer), 1 (answers in part, or is about it), 2 and more (answers). Source of the measures:
Järvelin and Kekäläinen, Cumulated gain-based evaluation of IR techniques (2002), with the gain 2^grade - 1 of
Burges and others, Learning to rank using gradient descent (2005).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import log2

CUTOFF = 10
"""How many answers are looked at: a page of them."""


@dataclass(frozen=True, slots=True)
class Measures:
    """The measures of one question, or their means over several; each between 0 and 1.

    Attributes:
        ndcg: normalised discounted cumulated gain of the first `CUTOFF` answers.
        reciprocal_rank: one over the rank of the first answer with a grade, 0 if it is not among them.
        recall: share of all documents with a grade that are among them.
        first: whether the first answer has a grade; the share of questions of which that is so.
    """

    ndcg: float
    reciprocal_rank: float
    recall: float
    first: float


def measure(ranked: Sequence[str], grades: Mapping[str, int]) -> Measures:
    """Measure one answer.

    Args:
        ranked: ids, the best first; what is behind the `CUTOFF` is not looked at.
        grades: grade by id, above 0 for at least one; what is not in it has grade 0.
    """
    found = [grades.get(identity, 0) for identity in ranked[:CUTOFF]]
    best = sorted(grades.values(), reverse=True)[:CUTOFF]
    ranks = [rank for rank, grade in enumerate(found, start=1) if grade > 0]
    return Measures(
        ndcg=_gain(found) / _gain(best),
        reciprocal_rank=1 / ranks[0] if ranks else 0.0,
        recall=len(ranks) / sum(grade > 0 for grade in grades.values()),
        first=float(ranks[:1] == [1]),
    )


def mean(measures: Sequence[Measures]) -> Measures:
    """The mean of each measure; of no questions, 0."""
    count = max(1, len(measures))
    return Measures(
        ndcg=sum(one.ndcg for one in measures) / count,
        reciprocal_rank=sum(one.reciprocal_rank for one in measures) / count,
        recall=sum(one.recall for one in measures) / count,
        first=sum(one.first for one in measures) / count,
    )


def _gain(grades: Iterable[int]) -> float:
    return sum((2.0**grade - 1) / log2(rank + 1) for rank, grade in enumerate(grades, start=1))
