"""The logic of clauses, whatever their words are sought in: set operations over units."""

from __future__ import annotations

from abc import ABC, abstractmethod

from archive.errors import SearchError
from index.backends.whoosh.units import Units, at_least, intersection, union
from index.query import And, AtLeast, Everything, Near, Node, Not, Or, Phrase, Prefix, Term, Variants

Leaf = Term | Prefix | Variants | Phrase | Near


class ClauseEvaluator(ABC):
    """Evaluates clauses over some kind of units.

    Args:
        everything: all units there are to find.
    """

    def __init__(self, everything: Units) -> None:
        self.everything = everything

    def units(self, node: Node) -> Units:
        """The units a clause matches.

        Raises:
            SearchError: a node that no engine evaluates.
        """
        match node:
            case Term() | Prefix() | Variants() | Phrase() | Near():
                return self.worded(node)
            case And(clauses):
                return intersection([self.units(clause) for clause in clauses] or [self.everything])
            case Or(clauses):
                return union([self.units(clause) for clause in clauses], self.everything.size)
            case AtLeast(count, clauses) if count > 0:
                return at_least(count, [self.units(clause) for clause in clauses], self.everything.size)
            case Not(clause):
                return self.without(clause)
            case Everything() | AtLeast():
                return self.everything
            case _:
                return self.conditioned(node)

    @abstractmethod
    def worded(self, leaf: Leaf) -> Units:
        """The units a leaf occurs in."""

    def without(self, clause: Node) -> Units:
        """The units a clause does not match."""
        return intersection([self.everything, Units.marked(~self.units(clause).mask)])

    def conditioned(self, node: Node) -> Units:
        """The units that meet any other condition."""
        raise SearchError("no engine evaluates {node}: expand the query first", node=type(node).__name__)
