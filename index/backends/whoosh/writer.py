"""Writing: one transaction of Whoosh's segment writer, and when its segments are merged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from whoosh.index import TOC, FileIndex, LockError, clean_files
from whoosh.reading import SegmentReader
from whoosh.writing import SegmentWriter

from archive.errors import StoreBusy
from index.backends.whoosh.codec import PlainCodec
from index.backends.whoosh.schema import document_fields
from index.backends.whoosh.snapshot import Snapshot
from index.fields import FieldTable
from index.results import IndexDocument

POOL_MEGABYTES = 128
"""Postings gathered in memory, by Whoosh's estimate, before they are sorted into a file."""
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
    """

    def __init__(self, index: FileIndex, folder: Path, fields: FieldTable) -> None:
        self._fields = fields
        try:
            self._writer = SegmentWriter(index, limitmb=POOL_MEGABYTES, codec=PlainCodec())
        except LockError as error:
            raise StoreBusy(
                "another process is writing to {folder}: wait until it is done", folder=folder
            ) from error
        self._before = Snapshot(self._writer.reader(), folder, fields)
        self._added: dict[str, int] = {}
        self._changed = False

    def put(self, document: IndexDocument) -> None:
        """See `IndexWriter.put`."""
        fields = document_fields(document, self._fields)
        self.delete(document.id)
        self._added[document.id] = self._writer.docnum
        self._changed = True
        self._writer.add_document(**fields)

    def delete(self, identity: str) -> None:
        """See `IndexWriter.delete`."""
        if identity in self._added:
            self._writer.newsegment.delete_document(self._added.pop(identity))
        elif (number := self._before.number(identity)) is not None:
            self._changed = True
            self._writer.delete_document(number)

    def delete_having(self, field: str, value: str) -> None:
        """See `IndexWriter.delete_having`."""
        for number in self._before.postings(field, value).documents:
            self._changed = True
            self._writer.delete_document(int(number))

    def commit(self) -> None:
        """Make the changes visible; files already there are read or removed, never changed."""
        if not self._changed:
            self.cancel()
            return
        self._before.close()
        try:
            self._writer.commit(mergetype=merge_policy)
        except BaseException:
            self._writer.writelock.release()
            raise

    def cancel(self) -> None:
        """Leave everything as it was."""
        writer = self._writer
        self._before.close()
        writer.cancel()
        committed = TOC.read(writer.storage, writer.indexname, schema=writer.schema)
        clean_files(writer.storage, writer.indexname, committed.generation, committed.segments)


def merge_policy(writer: SegmentWriter, segments: list[Any]) -> list[Any]:
    """Merge into the new segment what is small, or largely deleted, when there are too many segments.

    Args:
        writer: the Whoosh writer.
        segments: those of the index, without the new one.

    Returns:
        The segments left alone.
    """
    by_size = sorted(segments, key=lambda segment: -int(segment.doc_count()))
    kept = by_size if len(segments) < MOST_SEGMENTS else by_size[:KEPT_SEGMENTS]
    kept = [segment for segment in kept if segment.deleted_count() <= MOST_DELETED * segment.doc_count_all()]
    for segment in segments:
        if segment not in kept and segment.doc_count():
            reader = SegmentReader(writer.storage, writer.schema, segment)
            writer.add_reader(reader)
            reader.close()
    return [segment for segment in segments if segment in kept]
