"""One state of an index, opened: everything that is read of it, as arrays over document numbers.

Document numbers run over all segments, deleted documents included. Nothing of it ever changes: what does not
depend on a query is made at its first use and kept, and any number of threads may read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.bm25 import norms
from index.backends.whoosh.dates import DateOrders
from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.gathering import gathered
from index.backends.whoosh.groups import Groups
from index.backends.whoosh.identities import Identities
from index.backends.whoosh.lexicon import Lexicon, Span, Word
from index.backends.whoosh.neighbours import neighbours
from index.backends.whoosh.postings import TermPostings
from index.backends.whoosh.schema import ID, SENTENCE, length_column, sentences_field
from index.backends.whoosh.segment import OpenSegment
from index.backends.whoosh.slices import TermSlices
from index.backends.whoosh.units import Mask, Units
from index.backends.whoosh.values import FieldValues
from index.fields import FieldTable
from index.suggesting.pairs import Pairs


class Snapshot:
    """What some segments hold together.

    Args:
        segments: in the order of document numbers.
        fields: those of the collection.

    Attributes:
        size: how many documents there are, deleted ones included.
        everything: the living documents.
        count: how many they are.
    """

    def __init__(self, segments: Sequence[OpenSegment], fields: FieldTable) -> None:
        self.fields = fields
        segments = segments or [OpenSegment(gathered((), fields), first=0, live=None)]
        self._segments = segments
        self.size = sum(segment.arrays.size for segment in segments)
        self._live = self._living()
        self.everything = Units.all(self.size) if self._live is None else Units.marked(self._live)
        self.count = len(self.everything)
        self._nothing = TermPostings((), self.size, self._live)
        self._lexicons = {
            field: [Lexicon(segment.arrays.field(field).terms) for segment in segments]
            for field in fields.text
        }
        self._groups: Groups | None = None
        self._columns: dict[str, Array] = {}
        self._norms: dict[tuple[str, ...], NDArray[np.float32]] = {}
        self._values = {field: FieldValues(segments, field) for field in fields.keyword}

    @cached_property
    def identities(self) -> Identities:
        """The ids by document number."""
        return Identities([segment.arrays.field(ID) for segment in self._segments])

    @cached_property
    def dates(self) -> DateOrders:
        """The orders by date."""
        return DateOrders(self.numbers("date_first"), self.identities)

    def groups(self, by_id: Mapping[str, str]) -> Groups:
        """Groups of documents by their ids; the last ones asked for are kept."""
        groups = self._groups
        if groups is None or groups.by_id is not by_id:
            groups = self._groups = Groups(by_id, self.identities)
        return groups

    def numbers(self, column: str) -> Array:
        """(size,): one number of each document (`schema.columns`), in a narrow type."""
        if column not in self._columns:
            parts = [segment.arrays.numbers(column) for segment in self._segments]
            self._columns[column] = parts[0] if len(parts) == 1 else np.concatenate(parts)
        return self._columns[column]

    def norms(self, text_fields: tuple[str, ...]) -> NDArray[np.float32]:
        """(size,): how much sooner than an average one some text fields of each document level off (`bm25`)."""
        if text_fields not in self._norms:
            self._norms[text_fields] = norms(
                (self.numbers(length_column(field)), self.fields.by_name[field].boost)
                for field in text_fields
            )
        return self._norms[text_fields]

    def postings(self, word: Word, field: str) -> TermPostings:
        """The postings of a word in a text field."""
        return self._postings(field, [lexicon.matching(word) for lexicon in self._lexicons[field]])

    def sentences(self, field: str) -> TermPostings:
        """Where the sentences of a text field begin, as postings of one term."""
        return self._whole(sentences_field(field), SENTENCE)

    def having(self, field: str, value: str) -> TermPostings:
        """The postings of a value of a keyword field."""
        return self._whole(field, value)

    def values(self, field: str) -> FieldValues:
        """The values of a keyword field."""
        return self._values[field]

    def frequencies(self, field: str, prefix: str) -> list[tuple[str, int]]:
        """The terms of a field that begin with `prefix`, ascending, with how many documents have each."""
        counts: Counter[str] = Counter()
        for segment in self._segments:
            postings = segment.arrays.field(field)
            first, last = postings.terms.span(prefix.encode())
            terms: Iterable[bytes] = postings.terms[first:last]
            living = _document_counts(postings, first, last, segment.live)
            counts.update({term.decode(): count for term, count in zip(terms, living, strict=True) if count})
        return sorted(counts.items())

    def pairs(self, field: str, documents: int) -> Pairs:
        """Which key of a text field stands behind which, in a sample of at most so many documents."""
        return neighbours(self._segments, field, [key for key, _ in self.frequencies(field, "")], documents)

    def _whole(self, field: str, term: str) -> TermPostings:
        found = [segment.arrays.field(field).terms.find(term.encode()) for segment in self._segments]
        return self._postings(field, [[] if place is None else [(place, place + 1)] for place in found])

    def _postings(self, field: str, spans: Sequence[Sequence[Span]]) -> TermPostings:
        """The postings of the terms found in each segment."""
        if not any(spans):
            return self._nothing
        parts = [
            TermSlices(segment.arrays.field(field), segment.first, found)
            for segment, found in zip(self._segments, spans, strict=True)
            if found
        ]
        return TermPostings(parts, self.size, self._live)

    def _living(self) -> Mask | None:
        if all(segment.live is None for segment in self._segments):
            return None
        return np.concatenate(
            [
                np.ones(segment.arrays.size, np.bool_) if segment.live is None else segment.live
                for segment in self._segments
            ]
        )


def _document_counts(postings: FieldPostings, first: int, last: int, live: Mask | None) -> list[int]:
    """How many living documents have each of some neighbouring terms."""
    if live is None or first == last:
        counts: list[int] = postings.document_counts[first:last].tolist()
        return counts
    starts = postings.document_starts[first : last + 1]
    kept = live.take(postings.documents[starts[0] : starts[-1]])
    summed: list[int] = np.add.reduceat(kept, starts[:-1] - starts[0], dtype=np.int64).tolist()
    return summed
