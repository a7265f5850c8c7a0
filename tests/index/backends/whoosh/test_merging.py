"""Merging, byte for byte: what comes out is what the kept documents would have been at once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import IndexUnavailable
from index.backends.whoosh.arrays import ArrayFileWriter
from index.backends.whoosh.gathering import gathered
from index.backends.whoosh.merging import Source, merge
from index.backends.whoosh.segment_arrays import SegmentArrays
from index.fields import ARTICLES, COLLECTIONS, FieldTable
from index.results import IndexDocument
from tests.index.documents import Drawn, document

Kept = tuple[IndexDocument, bool]


def at_once(documents: Sequence[IndexDocument], table: FieldTable) -> bytes:
    with TemporaryDirectory() as folder:
        gathered(documents, table).write(Path(folder, "a"))
        return Path(folder, "a").read_bytes()


def merged(sources: Sequence[Source], chunk: int = 1 << 20) -> bytes:
    with TemporaryDirectory() as folder:
        merge(sources, Path(folder, "a"), chunk)
        return Path(folder, "a").read_bytes()


def source(documents: Sequence[Kept], table: FieldTable, *, masked: bool = True) -> Source:
    live = np.array([kept for _, kept in documents], np.bool_) if masked else None
    return Source(gathered([each for each, _ in documents], table), live)


@pytest.mark.parametrize("table", COLLECTIONS.values(), ids=lambda table: table.name)
@settings(deadline=None, max_examples=40)
@given(data=st.data())
def test_merging_is_writing_at_once(table: FieldTable, data: st.DataObject) -> None:
    documents = st.lists(st.tuples(Drawn(table).documents(), st.booleans()), max_size=4)
    segments = data.draw(st.lists(documents, min_size=1, max_size=4))
    chunk = data.draw(st.integers(1, 40))
    kept = [each for segment in segments for each, is_kept in segment if is_kept]
    assert merged([source(segment, table) for segment in segments], chunk) == at_once(kept, table)


def test_segments_without_deletions_need_no_mask() -> None:
    first, second = document("a", "lũ quét"), document("b", "lũ ống. lũ")
    sources = [source([(each, True)], ARTICLES, masked=False) for each in (first, second)]
    assert merged(sources) == at_once([first, second], ARTICLES)


def test_of_terms_of_deleted_documents_nothing_is_left() -> None:
    deleted, kept = document("a", "hạn hán", keywords={"province": ("Lai Châu",)}), document("b", "lũ")
    assert merged([source([(deleted, False), (kept, True)], ARTICLES)]) == at_once([kept], ARTICLES)


def test_widths_shrink_when_what_needed_them_is_gone() -> None:
    long = IndexDocument("a", 1, {"body": ("và",) * 300}, {"body": (0,)})
    kept = document("b", "lũ")
    result = merged([source([(long, True)], ARTICLES), source([(kept, True)], ARTICLES)])
    assert result == at_once([long, kept], ARTICLES)
    assert merged([source([(long, False), (kept, True)], ARTICLES)]) == at_once([kept], ARTICLES)


def test_a_segment_is_read_as_it_was_written(tmp_path: Path) -> None:
    segment = gathered([document("a", "lũ quét", title="Lũ")], ARTICLES)
    segment.write(tmp_path / "a")
    opened = SegmentArrays.open(tmp_path / "a")
    assert opened.size == 1
    opened.write(tmp_path / "b")
    assert (tmp_path / "a").read_bytes() == (tmp_path / "b").read_bytes()


def test_a_file_of_other_arrays_is_no_segment(tmp_path: Path) -> None:
    with ArrayFileWriter(tmp_path / "a") as file:
        file.write("days", np.zeros(3, np.uint8))
    with pytest.raises(IndexUnavailable, match="no segment.*khobao index rebuild"):
        SegmentArrays.open(tmp_path / "a")
