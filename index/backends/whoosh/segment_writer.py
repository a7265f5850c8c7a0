"""Whoosh's segment writer, given whole documents and whole segments instead of postings."""

from __future__ import annotations

from pathlib import Path

from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from index.backends.whoosh.codec import ArrayCodec
from index.backends.whoosh.gathering import Gathering
from index.backends.whoosh.merging import Source, merge
from index.backends.whoosh.segment import ArraySegment
from index.backends.whoosh.segment_arrays import SegmentArrays
from index.fields import FieldTable
from index.results import IndexDocument

SPILL_TOKENS = 1 << 22
"""Gathered tokens that become a run on disk, some 7,000 articles. Writing 100,000 articles then took 0.38 GB of
memory at most, half of it pages of mapped files; 60,000 took 0.21 GB, with twice as many tokens 0.39 GB."""


class ArraySegmentWriter(SegmentWriter):  # type: ignore[misc]  # whoosh is untyped
    """Writes at most one new segment: the documents added, then those of the segments merged into it.

    Args:
        index: nobody else may be writing into it.
        fields: those of the collection.
        spill_tokens: how many tokens are held in memory.

    Raises:
        LockError: somebody else is writing.
    """

    def __init__(self, index: FileIndex, fields: FieldTable, spill_tokens: int = SPILL_TOKENS) -> None:
        super().__init__(index, codec=ArrayCodec(), compound=False)
        self._fields = fields
        self._spill_tokens = spill_tokens
        self._gathering = Gathering(fields)
        self._runs: list[Source] = []
        self._merged: list[Source] = []

    def add_document(self, document: IndexDocument) -> None:
        """Add a document; its number is `docnum` before the call."""
        self._gathering.add(document)
        self.docnum += 1
        self._added = True
        if self._gathering.tokens >= self._spill_tokens:
            self._spill()

    def add_segment(self, segment: ArraySegment) -> None:
        """Merge a segment of the index into the new one; its deleted documents are left out."""
        self._merged.append(Source(SegmentArrays.open(segment.path(self.storage)), segment.live()))
        self.docnum += segment.doc_count()
        self._added = True

    def _spill(self) -> None:
        path = Path(self.temp_storage().folder) / f"{len(self._runs)}.arrays"
        self._gathering.segment().write(path)
        self._runs.append(Source(SegmentArrays.open(path)))
        self._gathering = Gathering(self._fields)

    def _flush_segment(self) -> None:
        path = self.newsegment.path(self.storage)
        gathered = Source(self._gathering.segment())
        sources = [source for source in (*self._runs, gathered, *self._merged) if source.size]
        if sources in ([], [gathered]):
            gathered.arrays.write(path)
        else:
            merge(sources, path)
