"""A segment as Whoosh's index reader sees it: its terms, and its documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np
from whoosh.codec.base import FieldCursor, PerDocumentReader, TermsReader
from whoosh.fields import FieldType
from whoosh.formats import Format
from whoosh.reading import TermInfo, TermNotFound

from index.backends.whoosh.arrays import Array
from index.backends.whoosh.matcher import ArrayMatcher
from index.backends.whoosh.schema import ID, length_column
from index.backends.whoosh.segment import ArraySegment
from index.backends.whoosh.segment_arrays import SegmentArrays
from index.backends.whoosh.terms import TermTable

Key = tuple[str, bytes]
"""A field and a term of it."""


class ArrayTermsReader(TermsReader):  # type: ignore[misc]  # whoosh is untyped
    """The terms of all fields, in order of field and term; deleted documents count."""

    def __init__(self, arrays: SegmentArrays) -> None:
        self._arrays = arrays

    def __contains__(self, term: Key) -> bool:
        """Whether a field has a term."""
        return self._ordinal(*term) is not None

    def indexed_field_names(self) -> list[str]:
        """Every field."""
        return sorted(self._arrays.fields)

    def cursor(self, field: str, field_type: FieldType) -> FieldCursor:
        """A place among the terms of a field."""
        return TermCursor(self._arrays.field(field).terms, field_type)

    def terms(self) -> Iterator[Key]:
        """Every field with every term."""
        return self.terms_from("", b"")

    def terms_from(self, field: str, prefix: bytes) -> Iterator[Key]:
        """The same, from a term on."""
        for name in self.indexed_field_names():
            if name >= field:
                terms = self._arrays.field(name).terms
                first = terms.place(prefix) if name == field else 0
                yield from ((name, term) for term in terms[first:])

    def items(self) -> Iterator[tuple[Key, TermInfo]]:
        """Every term with its statistics."""
        return ((key, self.term_info(*key)) for key in self.terms())

    def items_from(self, field: str, prefix: bytes) -> Iterator[tuple[Key, TermInfo]]:
        """The same, from a term on."""
        return ((key, self.term_info(*key)) for key in self.terms_from(field, prefix))

    def term_info(self, field: str, term: bytes) -> TermInfo:
        """Statistics of a term.

        Raises:
            TermNotFound: the field does not have it.
        """
        ordinal = self._found(field, term)
        postings = self._arrays.field(field)
        within = slice(*postings.document_starts[ordinal : ordinal + 2])
        documents = postings.documents[within]
        frequencies = np.ones(1) if postings.frequencies is None else postings.frequencies[within]
        lengths = self._arrays.columns.get(length_column(field))
        lengths = np.ones(1) if lengths is None else lengths[documents]
        return TermInfo(
            weight=self.frequency(field, term),
            df=len(documents),
            minlength=int(lengths.min()),
            maxlength=int(lengths.max()),
            maxweight=float(frequencies.max()),
            minid=int(documents[0]),
            maxid=int(documents[-1]),
        )

    def frequency(self, field: str, term: bytes) -> float:
        """How often a term is in all documents together."""
        postings = self._arrays.field(field)
        counts = postings.document_counts if postings.position_counts is None else postings.position_counts
        ordinal = self._ordinal(field, term)
        return 0.0 if ordinal is None else float(counts[ordinal])

    def doc_frequency(self, field: str, term: bytes) -> int:
        """How many documents have a term."""
        ordinal = self._ordinal(field, term)
        return 0 if ordinal is None else int(self._arrays.field(field).document_counts[ordinal])

    def matcher(self, field: str, term: bytes, format_: Format, scorer: Any = None) -> ArrayMatcher:
        """Steps through the postings of a term.

        Raises:
            TermNotFound: the field does not have it.
        """
        postings = self._arrays.field(field)
        return ArrayMatcher(postings, self._found(field, term), (field, term), format_, scorer)

    def _ordinal(self, field: str, term: bytes) -> int | None:
        return self._arrays.field(field).terms.find(term) if field in self._arrays.fields else None

    def _found(self, field: str, term: bytes) -> int:
        ordinal = self._ordinal(field, term)
        if ordinal is None:
            raise TermNotFound(f"no term {field}:{term!r}")
        return ordinal


class TermCursor(FieldCursor):  # type: ignore[misc]  # whoosh is untyped
    """A place among the terms of a field; None is behind the last.

    Args:
        terms: those of the field.
        field_type: turns terms into text and back.
    """

    def __init__(self, terms: TermTable, field_type: FieldType) -> None:
        self._terms = terms
        self._type = field_type
        self._place = 0

    def first(self) -> str | None:
        """Go to the first term."""
        self._place = 0
        return self.text()

    def find(self, term: str | bytes) -> str | None:
        """Go to the first term not before this one."""
        self._place = self._terms.place(self._type.to_bytes(term))
        return self.text()

    def next(self) -> str | None:
        """Go on by one term."""
        self._place += 1
        return self.text()

    def text(self) -> str | None:
        """The term it stands on."""
        return self._terms[self._place].decode() if self._place < len(self._terms) else None


class ArrayDocumentReader(PerDocumentReader):  # type: ignore[misc]  # whoosh is untyped
    """Documents: which there are, how long their fields are; only the id is stored."""

    def __init__(self, arrays: SegmentArrays, segment: ArraySegment) -> None:
        self._arrays = arrays
        self._segment = segment

    def doc_count(self) -> int:
        """How many documents are not deleted."""
        return int(self._segment.doc_count())

    def doc_count_all(self) -> int:
        """How many documents there are, deleted ones included."""
        return self._segment.doc_count_all()

    def has_deletions(self) -> bool:
        """Whether any is deleted."""
        return bool(self._segment.has_deletions())

    def is_deleted(self, number: int) -> bool:
        """Whether this one is deleted."""
        return self._segment.is_deleted(number)

    def deleted_docs(self) -> Iterator[int]:
        """The deleted ones."""
        return self._segment.deleted_docs()

    def doc_field_length(self, number: int, field: str, default: int = 0) -> int:
        """How many keys a text field of a document has."""
        lengths = self._lengths(field)
        return int(lengths[number]) if len(lengths) else default

    def field_length(self, field: str) -> int:
        """How many keys a text field has in all documents."""
        return int(self._lengths(field).sum(dtype=np.int64))

    def min_field_length(self, field: str) -> int:
        """How many keys a text field has where it is shortest."""
        lengths = self._lengths(field)
        return int(lengths.min()) if len(lengths) else 0

    def max_field_length(self, field: str) -> int:
        """How many keys a text field has where it is longest."""
        return int(self._lengths(field).max(initial=0))

    def stored_fields(self, number: int) -> dict[str, str]:
        """The id of a document."""
        ids = self._arrays.field(ID)
        assert ids.values is not None, "every document has an id"
        return {ID: ids.terms[int(ids.values[number])].decode()}

    def _lengths(self, field: str) -> Array:
        return self._arrays.columns.get(length_column(field), np.empty(0, np.uint8))
