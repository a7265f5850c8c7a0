"""Which documents a clause matches: the nodes of a query as set operations on ascending arrays of numbers.

A clause is evaluated over *units*: documents, or the sentences of one field. A sentence scope renumbers
occurrences by sentence, after which every node means the same in both.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from functools import reduce
from typing import Protocol

import numpy as np

from archive.errors import SearchError
from archive.text.syllables import fold
from index.backends.whoosh.phrases import near, phrase
from index.backends.whoosh.postings import (
    POSITION_BITS,
    Numbers,
    Postings,
    from_occurrences,
    merge_postings,
)
from index.backends.whoosh.schema import SENTENCE, sentences_field
from index.backends.whoosh.snapshot import Mask, Snapshot
from index.query import (
    UNKNOWN,
    And,
    AtLeast,
    DateRange,
    Everything,
    FacetFilter,
    Keyword,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
)

Leaf = Term | Prefix | Phrase | Near


class Scope(Protocol):
    """What a clause is evaluated over."""

    live: Mask
    fields: tuple[str, ...]

    def place(self, postings: Postings, field: str) -> Postings:
        """Postings of documents as postings of units."""


class DocumentScope:
    """Units are documents."""

    def __init__(self, snapshot: Snapshot) -> None:
        self.fields = snapshot.fields.text
        self.live = snapshot.live

    def place(self, postings: Postings, field: str) -> Postings:
        """The postings themselves."""
        return postings


class SentenceScope:
    """Units are the sentences of one field, over all documents."""

    def __init__(self, snapshot: Snapshot, field: str) -> None:
        self.fields: tuple[str, ...] = (field,)
        self._starts = snapshot.postings(sentences_field(field), SENTENCE).occurrences
        self.live = np.ones(len(self._starts), np.bool_)

    def place(self, postings: Postings, field: str) -> Postings:
        """The postings by sentence; positions still count from the beginning of the field."""
        sentences = np.searchsorted(self._starts, postings.occurrences, "right") - 1
        return from_occurrences((sentences << POSITION_BITS) + postings.positions)

    def documents(self, sentences: Numbers) -> Numbers:
        """The documents that have some sentences."""
        return np.unique(self._starts[sentences] >> POSITION_BITS)


class Evaluator:
    """Evaluates clauses over one scope; remembers the leaves it has read.

    Args:
        snapshot: what is read.
        scope: by default documents.
    """

    def __init__(self, snapshot: Snapshot, scope: Scope | None = None) -> None:
        self._snapshot = snapshot
        self._scope = scope or DocumentScope(snapshot)
        self._read: dict[tuple[Leaf, str], Postings] = {}

    def units(self, node: Node) -> Numbers:
        """The units a clause matches, ascending.

        Raises:
            SearchError: a node that no engine evaluates.
        """
        return np.flatnonzero(self.mask(node))

    def mask(self, node: Node) -> Mask:
        """For each unit whether a clause matches it; False for deleted ones."""
        match node:
            case Term() | Prefix() | Phrase() | Near():
                found = [self.leaf(node, field).documents for field in self._fields(node.field)]
                return self._marked(found)
            case SameSentence():
                return self._marked(self._with_sentence(node))
            case And(clauses):
                return reduce(np.logical_and, map(self.mask, clauses), self._scope.live)
            case Or(clauses):
                return reduce(np.logical_or, map(self.mask, clauses), self._marked([]))
            case AtLeast(count, clauses):
                matched = sum((self.mask(clause).astype(np.int64) for clause in clauses), start=0)
                return self._scope.live & (matched >= count)
            case Not(clause):
                return self._scope.live & ~self.mask(clause)
            case Everything():
                return self._scope.live
            case Keyword(field, values):
                return self._marked([self._valued(field, value) for value in values])
            case DateRange():
                return self._dated(node)
            case _:
                raise SearchError(
                    "no engine evaluates {node}: expand the query first", node=type(node).__name__
                )

    def passes(self, chosen: FacetFilter) -> Mask:
        """For each document whether a filter lets it through."""
        included = self.mask(Keyword(chosen.field, chosen.include)) if chosen.include else self._scope.live
        return included & ~self.mask(Keyword(chosen.field, chosen.exclude))

    def leaf(self, leaf: Leaf, field: str) -> Postings:
        """The postings of a leaf in one text field, as if it were one term."""
        leaf = replace(leaf, field=None)
        if (leaf, field) not in self._read:
            self._read[leaf, field] = self._evaluated(leaf, field)
        return self._read[leaf, field]

    def _evaluated(self, leaf: Leaf, field: str) -> Postings:
        match leaf:
            case Term() | Prefix():
                keys = self._snapshot.keys(leaf, field)
                merged = merge_postings([self._snapshot.postings(field, key) for key in keys])
                return self._scope.place(merged, field)
            case Phrase(terms):
                return from_occurrences(phrase([self.leaf(term, field).occurrences for term in terms]))
            case Near(terms, distance):
                words = [(self.leaf(term, field).occurrences, n) for term, n in _needed(terms).items()]
                return from_occurrences(near(words, len(terms) + distance))

    def _fields(self, field: str | None) -> tuple[str, ...]:
        return tuple(name for name in self._scope.fields if field in (None, name))

    def _with_sentence(self, node: SameSentence) -> list[Numbers]:
        found = []
        for field in self._fields(node.field):
            scope = SentenceScope(self._snapshot, field)
            found.append(scope.documents(Evaluator(self._snapshot, scope).units(And(node.clauses))))
        return found

    def _valued(self, field: str, value: str) -> Numbers:
        if field in self._snapshot.fields.date:
            return np.flatnonzero(self._snapshot.live & (self._snapshot.rows[f"{field}_first"] == 0))
        if value == UNKNOWN:
            return self._snapshot.values(field).documents(UNKNOWN)
        return self._snapshot.postings(field, value).documents

    def _dated(self, dates: DateRange) -> Mask:
        """Undated documents are in no range; a range that ends before it begins has no day."""
        start, end = (self._snapshot.rows[f"{dates.field}_{name}"] for name in ("first", "last"))
        mask = self._scope.live & (start > 0)
        first = dates.first.toordinal() if dates.first else 1
        if dates.certain:
            mask = mask & (first <= start)
            return mask & (end <= dates.last.toordinal()) if dates.last else mask
        mask = mask & (first <= end)
        if dates.last is None:
            return mask
        return mask & (start <= dates.last.toordinal()) & (first <= dates.last.toordinal())

    def _marked(self, several: list[Numbers]) -> Mask:
        mask = np.zeros(len(self._scope.live), np.bool_)
        for units in several:
            mask[units] = True
        return mask


def _needed(terms: tuple[Term, ...]) -> dict[Term, int]:
    """How many positions each distinct term of a window needs so that all terms can have one of their own.

    The spellings an `any` term stands for include those of the exact terms that fold to it, and different
    exact terms never share one; so it is enough (Hall's marriage theorem) that an exact term finds as many
    positions as it has repeats, and an `any` term as many as itself and all it includes.
    """
    repeats = Counter(Term(term.key, term.marks) for term in terms)
    return {term: sum(n for other, n in repeats.items() if _covers(term, other)) for term in repeats}


def _covers(term: Term, other: Term) -> bool:
    return term == other or (term.marks == "any" and other.marks == "exact" and fold(other.key) == term.key)
