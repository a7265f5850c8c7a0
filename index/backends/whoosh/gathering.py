"""Analysed documents gathered as flat arrays of numbers, to become a segment at once."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Sequence

import numpy as np

from index.backends.whoosh.arrays import Array, narrowed
from index.backends.whoosh.field_postings import FieldPostings
from index.backends.whoosh.inversion import Gathered, invert_marks, invert_text, invert_values
from index.backends.whoosh.schema import ID, SENTENCE, columns, sentences_field
from index.backends.whoosh.segment_arrays import SegmentArrays
from index.fields import FieldTable
from index.query import UNKNOWN
from index.results import IndexDocument


def gathered(documents: Iterable[IndexDocument], fields: FieldTable) -> SegmentArrays:
    """A segment in memory of some documents of a collection, in their order."""
    gathering = Gathering(fields)
    for document in documents:
        gathering.add(document)
    return gathering.segment()


class Gathering:
    """Documents of one collection, until they are made a segment.

    Args:
        fields: those of the collection.

    Attributes:
        size: how many documents there are.
        tokens: how many keys, values and sentence starts they have together.
    """

    def __init__(self, fields: FieldTable) -> None:
        self.size = 0
        self.tokens = 0
        self._fields = fields
        self._words = {field: _Words() for field in (*fields.text, *fields.keyword, ID)}
        self._starts = {field: _Starts() for field in fields.text}
        self._columns = {column: array("Q") for column in columns(fields)}

    def add(self, document: IndexDocument) -> None:
        """Gather one more document."""
        fields, words = self._fields, self._words
        numbers = [document.revision]
        for field in fields.text:
            keys = document.text.get(field, ())
            words[field].add(keys)
            numbers.append(len(keys))
            starts = _in_text(document.sentence_starts.get(field, ()), len(keys))
            self._starts[field].add(starts)
            self.tokens += len(keys) + len(starts)
        for field in fields.keyword:
            values = document.keywords.get(field, ())
            words[field].add(set(values) - {UNKNOWN} if values else ())
            self.tokens += len(values)
        words[ID].add((document.id,))
        for field in fields.date:
            numbers.extend(document.periods.get(field, (0, 0)))
        for column, number in zip(self._columns.values(), numbers, strict=True):
            column.append(number)
        self.size += 1

    def segment(self) -> SegmentArrays:
        """The documents gathered, as a segment in memory."""
        postings = {ID: invert_values(self._words[ID].gathered())}
        for field in self._fields.text:
            postings[field] = invert_text(self._words[field].gathered())
            postings[sentences_field(field)] = self._starts[field].postings()
        for field in self._fields.keyword:
            postings[field] = invert_values(self._words[field].gathered())
        numbers = {name: narrowed(_numpy(column)) for name, column in self._columns.items()}
        return SegmentArrays(self.size, postings, numbers)


class _Numbering(dict[str, int]):
    """Terms numbered as they come: a new one gets the next number when it is looked up."""

    def __missing__(self, term: str) -> int:
        number = self[term] = len(self)
        return number


class _Words:
    """One field of the documents gathered."""

    def __init__(self) -> None:
        self._numbering = _Numbering()
        self._numbers = array("I")
        self._counts = array("I")

    def add(self, terms: Iterable[str]) -> None:
        """Those of the next document."""
        before = len(self._numbers)
        self._numbers.extend(map(self._numbering.__getitem__, terms))
        self._counts.append(len(self._numbers) - before)

    def gathered(self) -> Gathered:
        """Those of all documents."""
        return Gathered(list(self._numbering), _numpy(self._numbers), _numpy(self._counts))


class _Starts:
    """Where the sentences of one text field of the documents gathered begin."""

    def __init__(self) -> None:
        self._positions = array("I")
        self._counts = array("I")

    def add(self, starts: Sequence[int]) -> None:
        """Those of the next document."""
        self._positions.extend(starts)
        self._counts.append(len(starts))

    def postings(self) -> FieldPostings:
        """Those of all documents, as postings of one term."""
        return invert_marks(SENTENCE, _numpy(self._positions), _numpy(self._counts))


def _in_text(starts: Sequence[int], length: int) -> list[int]:
    """Starts of the sentences that have a key, ascending; a text always begins one."""
    return sorted({0, *(start for start in starts if start < length)}) if length else []


def _numpy(numbers: array[int]) -> Array:
    return np.frombuffer(numbers, numbers.typecode)
