"""Whoosh's extension point: how a segment is read by Whoosh itself, and that it is written whole."""

from __future__ import annotations

from whoosh.codec.base import Codec, FieldWriter, PerDocumentWriter
from whoosh.filedb.filestore import FileStorage

from index.backends.whoosh.readers import ArrayDocumentReader, ArrayTermsReader
from index.backends.whoosh.segment import ArraySegment
from index.backends.whoosh.segment_arrays import SegmentArrays


class ArrayCodec(Codec):  # type: ignore[misc]  # whoosh is untyped
    """Segments of arrays. Written by `SegmentsWriter`, never posting by posting."""

    length_stats = False

    def per_document_writer(self, storage: FileStorage, segment: ArraySegment) -> PerDocumentWriter:
        """One that has nothing to do."""
        return _NoDocuments()

    def field_writer(self, storage: FileStorage, segment: ArraySegment) -> FieldWriter:
        """One that has nothing to do."""
        return _NoPostings()

    def terms_reader(self, storage: FileStorage, segment: ArraySegment) -> ArrayTermsReader:
        """The terms of a segment."""
        return ArrayTermsReader(SegmentArrays.open(segment.path(storage)))

    def per_document_reader(self, storage: FileStorage, segment: ArraySegment) -> ArrayDocumentReader:
        """The documents of a segment."""
        return ArrayDocumentReader(SegmentArrays.open(segment.path(storage)), segment)

    def new_segment(self, storage: FileStorage, index_name: str) -> ArraySegment:
        """An empty segment with a name of its own."""
        return ArraySegment(self, index_name)


class _NoDocuments(PerDocumentWriter):  # type: ignore[misc]  # whoosh is untyped
    is_closed = True


class _NoPostings(FieldWriter):  # type: ignore[misc]  # whoosh is untyped
    is_closed = True
