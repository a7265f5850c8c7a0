"""Writing segments: in bounded memory, the same bytes for the same documents, and safe from being killed."""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest
from whoosh.index import FileIndex
from whoosh.writing import SegmentWriter

from archive.errors import IndexUnavailable
from index.backends.whoosh import WhooshBackend
from index.backends.whoosh.arrays import ArrayFileWriter
from index.backends.whoosh.gathering import gathered
from index.backends.whoosh.schema import make_schema
from index.backends.whoosh.segment import ArraySegment, opened_segments
from index.backends.whoosh.segment_writer import ArraySegmentWriter
from index.backends.whoosh.storage import DurableStorage
from index.backends.whoosh.writer import WhooshWriter
from index.fields import ARTICLES
from index.query import Everything, Query
from index.results import IndexDocument
from tests.index.documents import document

DOCUMENTS = [
    document(f"đ{number:02}", f"lũ quét ở bản {number}. mưa", keywords={"source": ("A", f"B{number}")})
    for number in range(20)
]


def make_index(folder: Path) -> FileIndex:
    folder.mkdir(exist_ok=True)
    return FileIndex.create(DurableStorage(str(folder)), make_schema(ARTICLES))


def commit(index: FileIndex, documents: Sequence[IndexDocument], *, spill_tokens: int = 1 << 20) -> None:
    writer = ArraySegmentWriter(index, ARTICLES, spill_tokens)
    for each in documents:
        writer.add_document(each)
    writer.commit(merge=False)


def optimise(writer: SegmentWriter, segments: list[ArraySegment]) -> list[ArraySegment]:
    for segment in segments:
        writer.add_segment(segment)
    return []


def contents(folder: Path) -> list[bytes]:
    return [path.read_bytes() for path in sorted(folder.glob("*.arrays"))]


def at_once(folder: Path, documents: Sequence[IndexDocument]) -> list[bytes]:
    folder.mkdir()
    gathered(documents, ARTICLES).write(folder / "whole.arrays")
    return contents(folder)


@pytest.mark.parametrize("spill_tokens", [1, 40, 1 << 20])
def test_how_often_memory_is_emptied_changes_no_byte(tmp_path: Path, spill_tokens: int) -> None:
    commit(make_index(tmp_path / "index"), DOCUMENTS, spill_tokens=spill_tokens)
    assert contents(tmp_path / "index") == at_once(tmp_path / "whole", DOCUMENTS)


def test_nothing_is_left_of_the_runs(tmp_path: Path) -> None:
    commit(make_index(tmp_path), DOCUMENTS, spill_tokens=1)
    assert sorted(path.suffix for path in tmp_path.iterdir()) == ["", ".arrays", ".toc"]


def test_the_same_documents_in_the_same_order_give_the_same_bytes(tmp_path: Path) -> None:
    for name in ("first", "second"):
        commit(make_index(tmp_path / name), DOCUMENTS)
    assert contents(tmp_path / "first") == contents(tmp_path / "second")


def test_segments_made_one_hold_what_was_not_deleted(tmp_path: Path) -> None:
    index = make_index(tmp_path / "index")
    for part in (DOCUMENTS[:7], DOCUMENTS[7:8], DOCUMENTS[8:]):
        commit(index, part)
    writer = ArraySegmentWriter(index, ARTICLES)
    for number in (0, 7, 19):
        writer.delete_document(number)
    writer.commit(mergetype=optimise)
    kept = [each for number, each in enumerate(DOCUMENTS) if number not in (0, 7, 19)]
    assert contents(tmp_path / "index") == at_once(tmp_path / "whole", kept)
    [segment] = opened_segments(index)
    assert (segment.arrays.size, segment.first, segment.live) == (17, 0, None)


def test_documents_added_come_before_those_merged(tmp_path: Path) -> None:
    index = make_index(tmp_path / "index")
    commit(index, DOCUMENTS[:5])
    writer = ArraySegmentWriter(index, ARTICLES, spill_tokens=1)
    for each in DOCUMENTS[5:]:
        writer.add_document(each)
    writer.commit(mergetype=optimise)
    expected = at_once(tmp_path / "whole", [*DOCUMENTS[5:], *DOCUMENTS[:5]])
    assert contents(tmp_path / "index") == expected


def test_segments_are_numbered_one_after_the_other(tmp_path: Path) -> None:
    index = make_index(tmp_path)
    for part in (DOCUMENTS[:7], DOCUMENTS[7:]):
        commit(index, part)
    writer = ArraySegmentWriter(index, ARTICLES)
    writer.delete_document(8)
    writer.commit(merge=False)
    first, second = opened_segments(index)
    assert (first.first, first.live, second.first) == (0, None, 7)
    assert second.live is not None and second.live.tolist() == [True, False, *[True] * 11]


def test_a_segment_that_is_damaged_gives_the_right_to_write_back(tmp_path: Path) -> None:
    index = make_index(tmp_path)
    commit(index, DOCUMENTS)
    [path] = tmp_path.glob("*.arrays")
    path.write_bytes(b"")
    for _ in range(2):
        with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
            WhooshWriter(index, tmp_path, ARTICLES)


def test_a_failing_commit_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    backend = WhooshBackend.create(tmp_path / "index")
    with backend.writer() as writer:
        writer.put(DOCUMENTS[0])
    before = {path.name for path in (tmp_path / "index").iterdir()}

    def full(*_: object) -> None:
        raise OSError("no room")

    with monkeypatch.context() as patched:
        patched.setattr(ArrayFileWriter, "reserve", full)
        with pytest.raises(OSError, match="no room"), backend.writer() as writer:
            writer.put(DOCUMENTS[1])
    assert {path.name for path in (tmp_path / "index").iterdir()} == before
    with backend.writer() as writer:
        writer.put(DOCUMENTS[2])
    assert list(backend.iter_ids(Query(Everything()))) == ["đ00", "đ02"]


DEATHS: dict[str, tuple[type, str, bool]] = {
    "while the arrays are written": (ArrayFileWriter, "_finish", False),
    "before they are published": (DurableStorage, "rename_file", False),
    "after they are published": (DurableStorage, "rename_file", True),
}
"""What is called at the moment of death, and whether it is done before."""


def put_and_die(folder: Path, moment: str) -> None:
    owner, name, is_done = DEATHS[moment]
    call: Callable[..., None] = getattr(owner, name)

    def dying(*given: object, **named: object) -> None:
        if is_done:
            call(*given, **named)
        os.kill(os.getpid(), signal.SIGKILL)

    setattr(owner, name, dying)
    with WhooshBackend.open(folder).writer() as writer:
        writer.put(DOCUMENTS[1])
        writer.delete(DOCUMENTS[0].id)


@pytest.mark.parametrize("moment", DEATHS)
def test_a_writer_may_be_killed_at_any_moment(tmp_path: Path, moment: str) -> None:
    with WhooshBackend.create(tmp_path / "index").writer() as writer:
        writer.put(DOCUMENTS[0])
    dying = multiprocessing.get_context("spawn").Process(
        target=put_and_die, args=(tmp_path / "index", moment)
    )
    dying.start()
    dying.join()
    assert dying.exitcode == -signal.SIGKILL
    backend = WhooshBackend.open(tmp_path / "index")
    assert list(backend.iter_ids(Query(Everything()))) == ["đ01" if DEATHS[moment][2] else "đ00"]
    with backend.writer() as writer:
        writer.put(DOCUMENTS[2])
    assert len(list((tmp_path / "index").glob("*.arrays"))) <= 2
    assert "đ02" in backend.iter_ids(Query(Everything()))
