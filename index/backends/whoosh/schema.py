"""The fields of the Whoosh index: what of an `IndexDocument` is kept, and in what form.

| field         | holds                                            | kind of postings |
|---------------|--------------------------------------------------|------------------|
| `id`          | the id                                           | keyword          |
| text field    | keys with positions                              | text             |
| `*_sentences` | one term, whose positions are sentence starts    | text             |
| keyword field | whole values as terms, whatever they contain     | keyword          |
| `columns`     | one number a document                            | none             |

Whoosh's analyzers are not used: its standard one drops English stop words, which are Vietnamese syllables. Nor are
its writers of single documents and postings: the types here only say how its own queries read what is written.
"""

from __future__ import annotations

from functools import lru_cache

import numpy as np
from whoosh.fields import FieldType, Schema
from whoosh.formats import Existence, Format

from index.fields import FieldTable

LAYOUT_VERSION = 3
"""Stamped into every folder beside the schema version: another number when this package writes otherwise."""

ID = "id"
SENTENCE = "s"
"""The one term of a `*_sentences` field."""

POSITION = np.dtype("<u4")
"""A position in what Whoosh is given as the value of a posting."""


class Positions(Format):  # type: ignore[misc]  # whoosh is untyped
    """The value of a posting is its positions."""

    def decode_positions(self, value: bytes) -> list[int]:
        """The positions, ascending."""
        positions: list[int] = np.frombuffer(value, POSITION).tolist()
        return positions

    def decode_frequency(self, value: bytes) -> int:
        """How many positions there are."""
        return len(value) // POSITION.itemsize

    def decode_weight(self, value: bytes) -> float:
        """The same: there are no boosts here."""
        return float(self.decode_frequency(value))


class TextField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Keys in order; ranked by how often they are there."""

    format = Positions()
    scorable = True

    def __init__(self) -> None:
        """Nothing to choose."""


class SentencesField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Positions at which sentences begin."""

    format = Positions()

    def __init__(self) -> None:
        """Nothing to choose."""


class ValuesField(FieldType):  # type: ignore[misc]  # whoosh is untyped
    """Whole values, as they are: no separator, no analysis."""

    format = Existence()

    def __init__(self) -> None:
        """Nothing to choose."""


def sentences_field(field: str) -> str:
    """Name of the field with the sentence starts of a text field."""
    return f"{field}_sentences"


def length_column(field: str) -> str:
    """Name of the column with the length of a text field."""
    return f"{field}_length"


@lru_cache
def columns(fields: FieldTable) -> tuple[str, ...]:
    """Names of the numbers of a document: its revision; lengths in keys; first and last days as ordinals, 0 where
    undated."""
    return (
        "revision",
        *(length_column(field) for field in fields.text),
        *(f"{field}_{end}" for field in fields.date for end in ("first", "last")),
    )


def make_schema(fields: FieldTable) -> Schema:
    """The schema of one collection."""
    return Schema(
        **{ID: ValuesField()},
        **{field: TextField() for field in fields.text},
        **{sentences_field(field): SentencesField() for field in fields.text},
        **{field: ValuesField() for field in fields.keyword},
    )
