"""The fields of the Whoosh index: what of an `IndexDocument` is kept, and in what form.

| Whoosh field  | holds                                         | read by                           |
|---------------|-----------------------------------------------|-----------------------------------|
| `id`          | the id, as a term and as a column             | `Snapshot.number`, `Snapshot.ids` |
| `numbers`     | one fixed row of numbers a document (`row`)   | `Snapshot.rows`                   |
| text field    | keys with positions                           | `Snapshot.postings`               |
| `*_sentences` | one term, whose positions are sentence starts | `Snapshot.postings`               |
| keyword field | whole values as terms, whatever they contain  | `Snapshot.postings`               |

Whoosh's analyzers are not used: its standard one drops English stop words, which are Vietnamese syllables.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

import numpy as np
from whoosh.columns import FixedBytesColumn, VarBytesColumn
from whoosh.fields import COLUMN, FieldType, Schema
from whoosh.formats import Existence, Format

from index.fields import FieldTable
from index.query import UNKNOWN
from index.results import IndexDocument

LAYOUT_VERSION = 2
"""Stamped into every folder beside the schema version: another number when this package writes otherwise."""

ID = "id"
NUMBERS = "numbers"
SENTENCE = "s"
"""The one term of a `*_sentences` field."""

POSITION = np.dtype(np.uintc)
"""How a position is written: as `array("I")` does."""

Posting = tuple[bytes, int, float, bytes]
"""What Whoosh takes of a field: term, frequency, weight, value."""


class Positions(Format):  # type: ignore[misc]  # whoosh is untyped
    """A posting's value is its positions, one machine number each."""


class TextField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Keys in order."""

    format = Positions()

    def __init__(self) -> None:
        """Nothing to choose."""

    def index(self, value: Sequence[str], **_: object) -> Iterator[Posting]:
        """The postings of one document."""
        positions: dict[str, array[int]] = {}
        for position, key in enumerate(value):
            positions.setdefault(key, array("I")).append(position)
        for key, places in positions.items():
            yield key.encode(), len(places), float(len(places)), places.tobytes()


class SentencesField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Positions at which sentences begin."""

    format = Positions()

    def __init__(self) -> None:
        """Nothing to choose."""

    def index(self, value: Sequence[int], **_: object) -> Iterator[Posting]:
        """The one posting of one document."""
        yield SENTENCE.encode(), len(value), 1.0, array("I", value).tobytes()


class ValuesField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Whole values, as they are: no separator, no analysis."""

    format = Existence()

    def __init__(self) -> None:
        """Nothing to choose."""

    def index(self, value: Sequence[str], **_: object) -> Iterator[Posting]:
        """The postings of one document."""
        for term in value:
            yield term.encode(), 1, 1.0, b""


class IdField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """The id: one whole value, also kept by document number."""

    format = Existence()
    column_type = VarBytesColumn()

    def __init__(self) -> None:
        """Nothing to choose."""

    def index(self, value: str, **_: object) -> Iterator[Posting]:
        """The posting of one document."""
        yield value.encode(), 1, 1.0, b""


def sentences_field(field: str) -> str:
    """Name of the field with the sentence starts of a text field."""
    return f"{field}_sentences"


@lru_cache
def row(fields: FieldTable) -> np.dtype[np.void]:
    """The numbers of a document: lengths in keys; first and last day as ordinals, 0 where undated."""
    return np.dtype(
        [("revision", np.int64)]
        + [(f"{field}_length", np.int32) for field in fields.text]
        + [(f"{field}_{end}", np.int32) for field in fields.date for end in ("first", "last")]
    )


def make_schema(fields: FieldTable) -> Schema:
    """The schema of one collection."""
    return Schema(
        **{ID: IdField(), NUMBERS: COLUMN(FixedBytesColumn(row(fields).itemsize))},
        **{field: TextField() for field in fields.text},
        **{sentences_field(field): SentencesField() for field in fields.text},
        **{field: ValuesField() for field in fields.keyword},
    )


def document_fields(document: IndexDocument, fields: FieldTable) -> Mapping[str, object]:
    """What Whoosh's writer is given of a document, by field."""
    given: dict[str, object] = {ID: document.id, NUMBERS: _numbers(document, fields)}
    for field in fields.text:
        if keys := document.text.get(field):
            given[field] = keys
            given[sentences_field(field)] = _starts(document.sentence_starts.get(field, ()), len(keys))
    for field in fields.keyword:
        if values := set(document.keywords.get(field, ())) - {UNKNOWN}:
            given[field] = sorted(values)
    return given


def _numbers(document: IndexDocument, fields: FieldTable) -> bytes:
    lengths = [len(document.text.get(field, ())) for field in fields.text]
    days = [day for field in fields.date for day in document.periods.get(field, (0, 0))]
    return np.array([(document.revision, *lengths, *days)], row(fields)).tobytes()


def _starts(starts: Sequence[int], length: int) -> list[int]:
    """Starts of the sentences that have a key."""
    return sorted({0, *(start for start in starts if start < length)})
