"""The documents of a whole query: clause, dates and filters, with the filters apart for the facets."""

from __future__ import annotations

from functools import reduce

import numpy as np

from index.backends.whoosh.evaluation import Evaluator
from index.backends.whoosh.postings import Numbers
from index.backends.whoosh.scoring import Scorer, Scores
from index.backends.whoosh.snapshot import Mask, Snapshot
from index.query import And, Query
from index.results import Facet, Hit


class Selection:
    """What one query selects of one snapshot.

    Args:
        snapshot: what is read.
        query: checked.
    """

    def __init__(self, snapshot: Snapshot, query: Query) -> None:
        self._snapshot = snapshot
        self._query = query
        self._evaluator = Evaluator(snapshot)
        self._unfiltered = self._evaluator.mask(And((query.clause, *query.dates)))
        self._filters = [(chosen.field, self._evaluator.passes(chosen)) for chosen in query.filters]
        self._mask = self._filtered(without=None)

    @property
    def total(self) -> int:
        """How many documents are selected."""
        return int(np.count_nonzero(self._mask))

    def ids(self) -> list[str]:
        """Their ids, ascending."""
        by_id = self._snapshot.by_id
        return [self._snapshot.ids[number] for number in by_id[self._mask[by_id]]]

    def page(self) -> tuple[Hit, ...]:
        """The page asked for, in the order asked for."""
        query, snapshot = self._query, self._snapshot
        if not query.limit:
            return ()
        scores = np.zeros(snapshot.size)
        if query.sort == "relevance":
            scores = Scorer(snapshot, self._evaluator).scores(query.clause)
        numbers = self._ordered(scores)[query.offset : query.offset + query.limit]
        revisions = snapshot.rows["revision"]
        return tuple(Hit(snapshot.ids[n], int(revisions[n]), float(scores[n])) for n in numbers)

    def facets(self) -> tuple[Facet, ...]:
        """The facets asked for, each counted without the filter of its own field."""
        return tuple(
            self._snapshot.values(request.field).facet(
                request.field, request.limit, self._filtered(without=request.field)
            )
            for request in self._query.facets
        )

    def _ordered(self, scores: Scores) -> Numbers:
        numbers = np.flatnonzero(self._mask)
        if self._query.sort == "oldest":
            return numbers[np.argsort(self._snapshot.oldest[numbers])]
        newest = self._snapshot.newest[numbers]
        if self._query.sort == "newest":
            return numbers[np.argsort(newest)]
        return numbers[np.lexsort((newest, -scores[numbers]))]

    def _filtered(self, without: str | None) -> Mask:
        passing = [mask for field, mask in self._filters if field != without]
        return reduce(np.logical_and, passing, self._unfiltered)
