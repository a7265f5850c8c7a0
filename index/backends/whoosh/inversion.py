"""Documents turned into postings: the keys of many documents as one array of numbers, ordered by one sort."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array, narrowed, narrowest
from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.terms import TermTable, running_sum

_LOW_BITS = 32
"""What is sorted is one number: what it is sorted by in the high bits, what it is carried along in the low ones."""
_LOW = (1 << _LOW_BITS) - 1


class Gathered(NamedTuple):
    """One field of some documents, before inversion.

    Attributes:
        terms: each once, in any order.
        numbers: the terms of the documents one after the other, as places in `terms`; fewer than 2**32.
        counts: (documents,), how many of them each document has.
    """

    terms: Sequence[str]
    numbers: Array
    counts: Array


def invert_text(gathered: Gathered) -> FieldPostings:
    """The postings of a text field; the position of a term is its place in the document."""
    order = _TermOrder(gathered.terms)
    # In place: these arrays are what a gathering costs in memory.
    packed = order.ordinals[gathered.numbers]
    packed <<= _LOW_BITS
    packed |= np.arange(len(packed))
    packed.sort()
    terms = packed >> _LOW_BITS
    packed &= _LOW
    places = packed
    documents = _owners(gathered.counts)[places]
    positions = places - running_sum(gathered.counts)[documents]
    is_first = np.ones(len(packed), np.bool_)
    is_first[1:] = (terms[1:] != terms[:-1]) | (documents[1:] != documents[:-1])
    firsts = np.flatnonzero(is_first)
    return FieldPostings(
        terms=order.table,
        document_counts=_counts(terms[firsts], len(order.table)),
        documents=numbered(documents[firsts], len(gathered.counts)),
        frequencies=narrowed(np.diff(firsts, append=len(packed))),
        position_counts=_counts(terms, len(order.table)),
        positions=narrowed(positions),
    )


def invert_values(gathered: Gathered) -> FieldPostings:
    """The postings of a keyword field, and the values of each document; no document has a value twice."""
    order = _TermOrder(gathered.terms)
    ordinals = order.ordinals[gathered.numbers]
    documents = _owners(gathered.counts)
    by_term = np.sort((ordinals << _LOW_BITS) | documents)
    by_document = np.sort((documents << _LOW_BITS) | ordinals)
    return FieldPostings(
        terms=order.table,
        document_counts=_counts(ordinals, len(order.table)),
        documents=numbered(by_term & _LOW, len(gathered.counts)),
        value_counts=narrowed(gathered.counts),
        values=numbered(by_document & _LOW, len(order.table)),
    )


def invert_marks(term: str, positions: Array, counts: Array) -> FieldPostings:
    """The postings of a field of one term, whose positions are places in another field.

    Args:
        term: the term.
        positions: those of all documents, ascending within each.
        counts: (documents,), how many positions each has.
    """
    having = np.flatnonzero(counts)
    return FieldPostings(
        terms=TermTable.of([term.encode()] if len(having) else []),
        document_counts=narrowed(np.array([len(having)] if len(having) else [], np.int64)),
        documents=numbered(having, len(counts)),
        frequencies=narrowed(counts[having]),
        position_counts=narrowed(np.array([len(positions)] if len(having) else [], np.int64)),
        positions=narrowed(positions),
    )


def numbered(numbers: Array, total: int) -> Array:
    """Numbers of things of which there are `total`, in the narrowest type for any of them.

    So how wide they are does not depend on which are there: joined from parts or written at once, it is the same.
    """
    return numbers.astype(numbering_type(total))


def numbering_type(total: int) -> np.dtype[Any]:
    """The type of numbers of things of which there are `total`."""
    return narrowest(max(0, total - 1))


class _TermOrder:
    """Terms put in order.

    Attributes:
        table: the terms, ascending.
        ordinals: int64 (terms,), the ordinal in it by place in what was given.
    """

    def __init__(self, terms: Sequence[str]) -> None:
        # Code points sort as their UTF-8 does.
        ascending = sorted(range(len(terms)), key=terms.__getitem__)
        self.table = TermTable.of([terms[place].encode() for place in ascending])
        self.ordinals = np.empty(len(terms), np.int64)
        self.ordinals[ascending] = np.arange(len(terms))


def _owners(counts: Array) -> NDArray[np.int64]:
    """For each thing gathered the number of its document."""
    return np.repeat(np.arange(len(counts)), counts)


def _counts(ordinals: Iterable[int], terms: int) -> Array:
    return narrowed(np.bincount(np.asarray(ordinals), minlength=terms))
