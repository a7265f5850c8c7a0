"""The Whoosh backend keeps the contract, agrees with the memory backend, and looks after its folder."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from archive.errors import IndexUnavailable, SearchError, StoreBusy
from archive.text.syllables import key
from index.backend import Backend
from index.backends.memory import MemoryBackend
from index.backends.whoosh import WhooshBackend
from index.backends.whoosh.backend import STAMP
from index.backends.whoosh.writer import MOST_SEGMENTS
from index.fields import ARTICLES, COLLECTIONS, STATEMENTS, FieldTable
from index.query import UNKNOWN, Everything, Query
from index.results import IndexDocument
from tests.index.backends.contract import BackendContract, StatementsContract, fill, ids
from tests.index.documents import IDENTITIES, KEYWORDS, VALUES, Drawn, document, exact

Deletion = tuple[str, str]
Change = IndexDocument | Deletion | str
"""A document is put, all that have a value of a field are deleted, an id is deleted."""

ALIKE = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def transactions(drawn: Drawn) -> st.SearchStrategy[list[list[Change]]]:
    """Blocks of changes."""
    deletions = st.tuples(st.sampled_from(KEYWORDS), st.sampled_from(VALUES))
    changes = drawn.documents() | drawn.documents() | deletions | st.sampled_from(IDENTITIES)
    return st.lists(st.lists(changes, min_size=2, max_size=8), min_size=1, max_size=4)


class TestWhooshBackend(BackendContract):
    @pytest.fixture
    def backend(self, tmp_path: Path) -> Iterator[Backend]:
        backend = WhooshBackend.create(tmp_path / "index")
        yield backend
        backend.close()


class TestWhooshStatements(StatementsContract):
    @pytest.fixture
    def statements(self, tmp_path: Path) -> Iterator[Backend]:
        backend = WhooshBackend.create(tmp_path / "index", STATEMENTS)
        yield backend
        backend.close()


def apply(backend: Backend, changes: list[list[Change]]) -> None:
    for block in changes:
        with backend.writer() as writer:
            for change in block:
                if isinstance(change, str):
                    writer.delete(change)
                elif isinstance(change, IndexDocument):
                    writer.put(change)
                elif change[1] != UNKNOWN:
                    writer.delete_having(*change)


@pytest.mark.parametrize("table", COLLECTIONS.values(), ids=lambda table: table.name)
@ALIKE
@given(data=st.data())
def test_it_agrees_with_the_memory_backend(table: FieldTable, data: st.DataObject) -> None:
    drawn = Drawn(table)
    changes = data.draw(transactions(drawn))
    memory = MemoryBackend(fields=table)
    apply(memory, changes)
    with TemporaryDirectory() as folder:
        whoosh = WhooshBackend.create(Path(folder), table)
        apply(whoosh, changes)
        for query in data.draw(st.lists(drawn.queries, min_size=1, max_size=10)):
            assert whoosh.search(query) == memory.search(query)
            assert list(whoosh.iter_ids(query)) == list(memory.iter_ids(query))
        for field in (table.text[-1], table.keyword[0]):
            assert list(whoosh.terms(field)) == list(memory.terms(field))
        assert whoosh.info().documents == memory.info().documents
        whoosh.close()


@pytest.mark.parametrize("table", COLLECTIONS.values(), ids=lambda table: table.name)
@ALIKE
@given(data=st.data())
def test_it_agrees_where_positions_count(table: FieldTable, data: st.DataObject) -> None:
    drawn = Drawn(table)
    changes = data.draw(transactions(drawn))
    worded = drawn.prefixes | drawn.phrases | drawn.nears | drawn.sentences
    memory = MemoryBackend(fields=table)
    apply(memory, changes)
    with TemporaryDirectory() as folder:
        whoosh = WhooshBackend.create(Path(folder), table)
        apply(whoosh, changes)
        for clause in data.draw(st.lists(worded, min_size=12, max_size=12)):
            assert ids(whoosh, clause) == ids(memory, clause)
        whoosh.close()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(transactions(Drawn(ARTICLES)), st.lists(Drawn(ARTICLES).queries, min_size=1, max_size=5))
def test_relevance_orders_what_newest_orders(changes: list[list[Change]], asked: list[Query]) -> None:
    with TemporaryDirectory() as folder:
        backend = WhooshBackend.create(Path(folder))
        apply(backend, changes)
        for query in asked:
            by_date = Query(query.clause, sort="newest", limit=100)
            by_score = Query(query.clause, sort="relevance", limit=100)
            found = backend.search(by_score).hits
            assert {hit.id for hit in found} == {hit.id for hit in backend.search(by_date).hits}
            assert [hit.score for hit in found] == sorted((hit.score for hit in found), reverse=True)
        backend.close()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with an index of two documents."""
    backend = WhooshBackend.create(tmp_path / "first")
    fill(backend, document("a", "lũ quét"), document("b", "lũ"))
    backend.close()
    return tmp_path / "first"


def everything(folder: Path) -> list[str]:
    backend = WhooshBackend.open(folder)
    found = ids(backend, Everything())
    backend.close()
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def test_what_was_written_is_there_after_reopening(folder: Path) -> None:
    assert everything(folder) == ["a", "b"]


def test_a_copy_by_hard_links_is_written_without_changing_the_original(folder: Path, tmp_path: Path) -> None:
    before = contents(folder)
    reader = WhooshBackend.open(folder)
    copy = tmp_path / "second"
    copy.mkdir()
    for path in folder.iterdir():
        os.link(path, copy / path.name)
    writing = WhooshBackend.open(copy)
    fill(writing, document("c", "lũ"), document("a", "nắng"))
    with writing.writer() as writer:
        writer.delete("b")
    for number in range(MOST_SEGMENTS + 2):
        fill(writing, document(f"d{number}"))
    assert ids(writing, exact("lũ")) == ["c"]
    assert contents(folder) == before
    assert ids(reader, exact("lũ")) == everything(folder) == ["a", "b"]
    assert not set(contents(copy)) & {name for name in before if name.endswith((".arrays", ".toc"))}
    reader.close()
    writing.close()


def test_an_undone_block_leaves_no_files(folder: Path) -> None:
    before = contents(folder)
    backend = WhooshBackend.open(folder)
    with pytest.raises(RuntimeError), backend.writer() as writer:
        writer.put(document("c", "lũ"))
        writer.delete("a")
        raise RuntimeError
    assert contents(folder) == before
    backend.close()


def test_a_block_without_changes_leaves_the_files_alone(folder: Path) -> None:
    before = contents(folder)
    backend = WhooshBackend.open(folder)
    with backend.writer() as writer:
        writer.delete("no such id")
    assert contents(folder) == before
    backend.close()


def test_many_small_blocks_leave_few_segments(tmp_path: Path) -> None:
    backend = WhooshBackend.create(tmp_path)
    for number in range(3 * MOST_SEGMENTS):
        fill(backend, document(f"{number:02}", "lũ"))
    assert len(list(tmp_path.glob("*.arrays"))) <= MOST_SEGMENTS
    assert len(ids(backend, exact("lũ"))) == 3 * MOST_SEGMENTS
    backend.close()


def test_segments_of_deleted_documents_are_dropped(folder: Path) -> None:
    backend = WhooshBackend.open(folder)
    with backend.writer() as writer:
        writer.delete("a")
        writer.delete("b")
    assert list(folder.glob("*.arrays")) == []
    assert ids(backend, Everything()) == []
    backend.close()


def test_one_writer_at_a_time(folder: Path) -> None:
    first, second = WhooshBackend.open(folder), WhooshBackend.open(folder)
    with first.writer() as writer, pytest.raises(StoreBusy), second.writer():
        writer.put(document("c"))
    fill(second, document("d"))
    first.close()
    second.close()


def test_a_writer_builds_on_what_another_committed_meanwhile(folder: Path) -> None:
    first, second = WhooshBackend.open(folder), WhooshBackend.open(folder)
    fill(second, document("c"), document("a"))
    fill(first, document("a"), document("c"))
    assert ids(first, Everything()) == ["a", "b", "c"]
    first.close()
    second.close()


def test_threads_can_search_one_backend(folder: Path) -> None:
    backend = WhooshBackend.open(folder)
    fill(backend, *(document(str(number), "lũ quét và lũ ống") for number in range(300)))
    with ThreadPoolExecutor(4) as pool:
        totals = set(pool.map(lambda _: backend.search(Query(exact("lũ"))).total, range(40)))
    assert totals == {302}
    backend.close()


def test_creating_over_an_index_is_refused(folder: Path) -> None:
    with pytest.raises(SearchError, match="already"):
        WhooshBackend.create(folder)
    assert everything(folder) == ["a", "b"]


def test_a_missing_index_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        WhooshBackend.open(tmp_path / "nowhere")


def test_an_index_of_another_schema_says_how_to_renew_it(folder: Path) -> None:
    stamp = json.loads((folder / STAMP).read_text())
    (folder / STAMP).write_text(json.dumps({**stamp, "schema_version": 0}))
    with pytest.raises(IndexUnavailable, match="another version.*khobao index rebuild"):
        WhooshBackend.open(folder)


@pytest.mark.parametrize("pattern", ["*.arrays", "*.toc", STAMP])
@pytest.mark.parametrize("kept_bytes", [0, 10, None])
def test_a_damaged_index_says_how_to_mend_it(folder: Path, pattern: str, kept_bytes: int | None) -> None:
    [path] = folder.glob(pattern)
    if kept_bytes is None:
        path.unlink()
    else:
        path.write_bytes(path.read_bytes()[:kept_bytes])
    with pytest.raises(IndexUnavailable, match="khobao index rebuild"):
        WhooshBackend.open(folder)


def test_damage_that_shows_nowhere_is_found_by_verifying(folder: Path) -> None:
    [path] = folder.glob("*.arrays")
    sound = path.read_bytes()
    place = sound.index(key("quét").encode())
    path.write_bytes(sound[:place] + b"n" + sound[place + 1 :])
    backend = WhooshBackend.open(folder)
    assert backend.verify() == [f"{path}: body/terms"]
    path.write_bytes(sound)
    assert backend.verify() == []
    backend.close()


def test_a_folder_says_which_collection_it_holds(tmp_path: Path) -> None:
    WhooshBackend.create(tmp_path, STATEMENTS).close()
    opened = WhooshBackend.open(tmp_path)
    assert opened.fields is STATEMENTS
    opened.close()


def test_a_folder_of_an_unknown_collection_is_refused(folder: Path) -> None:
    stamp = json.loads((folder / STAMP).read_text("utf-8"))
    (folder / STAMP).write_text(json.dumps(stamp | {"collection": "pictures"}), "utf-8")
    with pytest.raises(IndexUnavailable, match="another version"):
        WhooshBackend.open(folder)
