"""Certain and possible answers where dates are known only to the month or the year.

A document certainly matches a range when its whole period lies inside, possibly when some day of it does. Under a
negation it is the other way round: it is certainly outside only when no day of it lies inside.
"""

from __future__ import annotations

from dataclasses import replace

from index.query import And, AtLeast, DateRange, Node, Not, Or, Query


def certainly(query: Query) -> Query:
    """The query that only documents surely in its date ranges match."""
    return _with_certainty(query, certain=True)


def possibly(query: Query) -> Query:
    """The query that documents match too whose period only overlaps its date ranges."""
    return _with_certainty(query, certain=False)


def asks_for_dates(query: Query) -> bool:
    """Whether the two differ at all."""
    return certainly(query) != possibly(query)


def _with_certainty(query: Query, *, certain: bool) -> Query:
    return replace(
        query,
        clause=_rewrite(query.clause, certain),
        dates=tuple(replace(dates, certain=certain) for dates in query.dates),
    )


def _rewrite(node: Node, certain: bool) -> Node:
    if isinstance(node, DateRange):
        return replace(node, certain=certain)
    if isinstance(node, Not):
        return Not(_rewrite(node.clause, not certain))
    if isinstance(node, And | Or | AtLeast):
        return replace(node, clauses=tuple(_rewrite(clause, certain) for clause in node.clauses))
    return node
