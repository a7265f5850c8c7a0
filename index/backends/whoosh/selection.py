"""The documents of a whole query: clause, dates and filters, with the filters apart for the facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import numpy as np

from index.backends.whoosh.bm25 import Scores
from index.backends.whoosh.conditions import Conditions
from index.backends.whoosh.dates import smallest
from index.backends.whoosh.evaluation import Evaluator
from index.backends.whoosh.groups import FoundGroups
from index.backends.whoosh.reranking import RERANKED, reranked
from index.backends.whoosh.scoring import Scorer, scored_leaves
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.units import Numbers, Units, intersection
from index.query import And, Query
from index.results import Facet, Hit


class Selection:
    """What one query selects of one snapshot.

    Args:
        snapshot: what is read.
        conditions: those of the snapshot.
        evaluator: of this query.
        query: checked.
    """

    def __init__(
        self, snapshot: Snapshot, conditions: Conditions, evaluator: Evaluator, query: Query
    ) -> None:
        self._snapshot = snapshot
        self._query = query
        self._evaluator = evaluator
        self._unfiltered = evaluator.units(And((query.clause, *query.dates)))
        self._filters = [(chosen.field, conditions.units(chosen)) for chosen in query.filters]
        self._units = self._filtered(without=None)

    @property
    def total(self) -> int:
        """How many documents are selected."""
        return len(self._units)

    def ids(self) -> Iterator[str]:
        """Their ids, ascending."""
        return self._snapshot.identities.ascending(self._units.numbers)

    def groups(self, by_id: Mapping[str, str]) -> FoundGroups:
        """How many of them each group has."""
        return self._snapshot.groups(by_id).found(self._units)

    def page(self) -> tuple[Hit, ...]:
        """The page asked for, in the order asked for."""
        query, snapshot = self._query, self._snapshot
        last = min(query.offset + query.limit, self.total)
        if last <= query.offset:
            return ()
        if query.sort == "relevance" and any(scored_leaves(query.clause)):
            documents, scores = self._best(last)
        else:
            documents = snapshot.dates.first(self._units, query.sort, last)
            scores = np.zeros(last, np.float32)
        revisions = snapshot.numbers("revision")
        return tuple(
            Hit(snapshot.identities[document], int(revisions[document]), score)
            for document, score in zip(
                documents[query.offset :].tolist(), scores[query.offset :].tolist(), strict=True
            )
        )

    def facets(self) -> tuple[Facet, ...]:
        """The facets asked for, each counted without the filter of its own field."""
        return tuple(
            self._snapshot.values(request.field).facet(self._filtered(without=request.field), request.limit)
            for request in self._query.facets
        )

    def _best(self, count: int) -> tuple[Numbers, Scores]:
        """The `count` documents of the highest scores, in order, and their scores.

        Those that are ranked again stay before all others: so the order does not depend on the page.
        """
        clause, documents = self._query.clause, self._units.numbers
        scores = Scorer(self._snapshot, self._evaluator).scores(clause, documents)
        places = self._first_places(scores, min(max(count, RERANKED), len(documents)))
        documents, scores = self._ordered(documents.take(places), scores.take(places))
        best, scores_of_best = documents[:RERANKED], scores[:RERANKED]
        new = reranked(self._snapshot, self._evaluator, clause, best, scores_of_best)
        if new is not scores_of_best:
            best, scores_of_best = self._ordered(best, new)
        return (
            np.concatenate((best, documents[RERANKED:]))[:count],
            np.concatenate((scores_of_best, scores[RERANKED:]))[:count],
        )

    def _ordered(self, documents: Numbers, scores: Scores) -> tuple[Numbers, Scores]:
        order = np.lexsort((self._snapshot.dates.keys(documents, "newest"), -scores))
        return documents.take(order), scores.take(order)

    def _first_places(self, scores: Scores, count: int) -> Numbers:
        """The places of the `count` highest scores; of equal ones those of the newest documents."""
        if count == len(scores):
            return np.arange(count)
        worst = np.partition(scores, len(scores) - count)[len(scores) - count]
        better, equal = np.flatnonzero(scores > worst), np.flatnonzero(scores == worst)
        if len(better) + len(equal) > count:
            keys = self._snapshot.dates.keys(self._units.numbers.take(equal), "newest")
            equal = equal.take(smallest(keys, count - len(better)))
        return np.concatenate((better, equal))

    def _filtered(self, without: str | None) -> Units:
        """Those found, with every filter but the ones of a field."""
        passing = [units for field, units in self._filters if field != without]
        if without is not None and len(passing) == len(self._filters):
            return self._units
        return intersection([self._unfiltered, *passing])
