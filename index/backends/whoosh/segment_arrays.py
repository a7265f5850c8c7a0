"""A segment: the postings of every field and the numbers of its documents, in memory or in one file.

What it costs in bytes an article, measured on 2,500 articles of 4,451 bytes of text with 3.05 statements each
(document numbers of 2 bytes; from 65,537 documents in a segment on they take 4):

| arrays                                  | articles | statements |
|-----------------------------------------|----------|------------|
| positions                               |     1805 |        461 |
| documents                               |      735 |        416 |
| frequencies                             |      651 |        169 |
| terms, their lengths and counts         |      213 |        206 |
| values, and how many there are          |       29 |         99 |
| numbers                                 |       31 |         40 |
| all, with header and footer             |     3467 |       1394 |
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import numpy as np

from archive.errors import IndexUnavailable
from index.backends.whoosh.arrays import Array, ArrayFile, ArrayFileWriter
from index.backends.whoosh.field_postings import FieldPostings

SIZE = "size"
NUMBERS = "numbers"
"""First part of the name of a column's array."""


class SegmentArrays:
    """Everything of one segment. Nothing of it changes; deletions are the table of contents' business.

    Attributes:
        size: how many documents it has, deleted ones included.
        fields: the postings of each field.
        columns: by name, (size,): one number a document.
    """

    def __init__(self, size: int, fields: Mapping[str, FieldPostings], columns: Mapping[str, Array]) -> None:
        self.size = size
        self.fields = fields
        self.columns = columns

    @classmethod
    def open(cls, path: Path) -> SegmentArrays:
        """The segment in a file.

        Raises:
            IndexUnavailable: it is missing, damaged or no segment.
        """
        file = ArrayFile(path)
        grouped: dict[str, dict[str, Array]] = {}
        for name, array in file.items():
            group, _, rest = name.partition("/")
            grouped.setdefault(group, {})[rest] = array
        try:
            [[size]] = grouped.pop(SIZE).values()
            columns = grouped.pop(NUMBERS, {})
            fields = {field: FieldPostings.from_arrays(arrays) for field, arrays in grouped.items()}
        except (KeyError, TypeError, ValueError) as error:
            raise IndexUnavailable(
                "{path} is damaged ({reason}): run khobao index rebuild", path=path, reason="no segment"
            ) from error
        return cls(int(size), fields, columns)

    def field(self, name: str) -> FieldPostings:
        """The postings of a field of the schema; without terms if no document has it."""
        return self.fields[name]

    def numbers(self, column: str) -> Array:
        """(size,): one number of every document, in a narrow type that may be unsigned: convert before negating."""
        return self.columns[column]

    def write(self, path: Path) -> None:
        """Write the segment into a new file."""
        with ArrayFileWriter(path) as file:
            write_size(file, self.size)
            for column, numbers in self.columns.items():
                file.write(column_name(column), numbers)
            for field, postings in self.fields.items():
                for name, array in postings.arrays().items():
                    file.write(array_name(field, name), array)


def write_size(file: ArrayFileWriter, size: int) -> None:
    """Write how many documents the segment of a file has."""
    file.write(SIZE, np.array([size], np.int64))


def column_name(column: str) -> str:
    """Name of a column's array in the file."""
    return f"{NUMBERS}/{column}"


def array_name(field: str, name: str) -> str:
    """Name of an array of a field in the file."""
    return f"{field}/{name}"
