"""Writing: one transaction of Whoosh's segment writer, and when its segments are merged."""

from __future__ import annotations

from pathlib import Path

from whoosh.index import TOC, FileIndex, LockError, clean_files

from archive.errors import IndexUnavailable, StoreBusy
from index.backends.whoosh.schema import ID
from index.backends.whoosh.segment import ArraySegment, opened
from index.backends.whoosh.segment_writer import ArraySegmentWriter
from index.fields import FieldTable
from index.results import IndexDocument

MOST_SEGMENTS = 8
"""More segments than this are merged: each costs every query a look-up a term."""
KEPT_SEGMENTS = 4
"""The largest segments, left alone by a merge, so that small commits do not rewrite the whole index."""
MOST_DELETED = 1 / 3
"""A segment with a larger share of deleted documents is rewritten without them."""


class WhooshWriter:
    """A transaction. Implements `index.backend.IndexWriter`.

    Args:
        index: the index in a folder; nobody else may be writing.
        folder: where it is.
        fields: those of the collection.

    Raises:
        StoreBusy: somebody else is writing.
        IndexUnavailable: what is there is damaged.
    """

    def __init__(self, index: FileIndex, folder: Path, fields: FieldTable) -> None:
        try:
            self._writer = ArraySegmentWriter(index, fields)
        except LockError as error:
            raise StoreBusy(
                "another process is writing to {folder}: wait until it is done", folder=folder
            ) from error
        try:
            self._before = opened(self._writer.segments, self._writer.storage)
        except IndexUnavailable:
            self._writer.cancel()
            raise
        self._added: dict[str, int] = {}
        self._changed = False

    def put(self, document: IndexDocument) -> None:
        """See `IndexWriter.put`."""
        self.delete(document.id)
        self._added[document.id] = self._writer.docnum
        self._changed = True
        self._writer.add_document(document)

    def delete(self, identity: str) -> None:
        """See `IndexWriter.delete`."""
        if identity in self._added:
            self._writer.newsegment.delete_document(self._added.pop(identity))
        else:
            self.delete_having(ID, identity)

    def delete_having(self, field: str, value: str) -> None:
        """See `IndexWriter.delete_having`."""
        for arrays, first, _ in self._before:
            postings = arrays.field(field)
            ordinal = postings.terms.find(value.encode())
            if ordinal is not None:
                start, end = postings.document_starts[ordinal : ordinal + 2]
                for number in postings.documents[start:end].tolist():
                    self._delete(first + number)

    def commit(self) -> None:
        """Make the changes visible; files already there are read or removed, never changed."""
        if not self._changed:
            self.cancel()
            return
        try:
            self._writer.commit(mergetype=merge_policy)
        except BaseException:
            self.cancel()
            raise

    def cancel(self) -> None:
        """Leave everything as it was."""
        writer = self._writer
        writer.cancel()
        committed = TOC.read(writer.storage, writer.indexname, schema=writer.schema)
        clean_files(writer.storage, writer.indexname, committed.generation, committed.segments)

    def _delete(self, number: int) -> None:
        if not self._writer.is_deleted(number):
            self._writer.delete_document(number)
            self._changed = True


def merge_policy(writer: ArraySegmentWriter, segments: list[ArraySegment]) -> list[ArraySegment]:
    """Merge into the new segment what is small, or largely deleted, when there are too many segments.

    Args:
        writer: the writer of the new segment.
        segments: those of the index, without the new one.

    Returns:
        The segments left alone.
    """
    by_size = sorted(segments, key=lambda segment: -segment.doc_count())
    kept = by_size if len(segments) < MOST_SEGMENTS else by_size[:KEPT_SEGMENTS]
    kept = [segment for segment in kept if segment.deleted_count() <= MOST_DELETED * segment.doc_count_all()]
    for segment in segments:
        if segment not in kept and segment.doc_count():
            writer.add_segment(segment)
    return [segment for segment in segments if segment in kept]
