"""The searcher of a running site: shared by requests, exchanged when there is a new generation."""

from __future__ import annotations

import threading

import pytest

from archive.errors import IndexUnavailable
from archive.settings import Settings
from index.requests import SearchRequest
from index.searcher import Searcher
from tests.conftest import SEEDS, ingest_into
from web.holding import Holder

FIRST, SECOND = sorted(SEEDS.iterdir())[:2]
ALL = SearchRequest()


@pytest.fixture
def holder(settings: Settings) -> Holder:
    """A holder of an archive of one article."""
    ingest_into(settings, FIRST)
    return Holder(settings)


@pytest.fixture
def closed(monkeypatch: pytest.MonkeyPatch) -> list[Searcher]:
    """The searchers that were closed."""
    found: list[Searcher] = []
    monkeypatch.setattr(Searcher, "close", lambda searcher: found.append(searcher))
    return found


def test_requests_at_the_same_time_share_one_searcher(holder: Holder) -> None:
    with holder.searcher() as one, holder.searcher() as other:
        assert one is other


def test_a_new_generation_is_searched_by_the_next_request(holder: Holder) -> None:
    with holder.searcher() as searcher:
        assert searcher.search(ALL).total == 1
    ingest_into(holder.settings, SECOND)
    with holder.searcher() as searcher:
        assert searcher.search(ALL).total == 2


def test_a_request_ends_on_the_generation_it_began_with(holder: Holder, closed: list[Searcher]) -> None:
    with holder.searcher() as old:
        ingest_into(holder.settings, SECOND)
        with holder.searcher() as new:
            assert new is not old
            assert closed == []
            assert old.search(ALL).total == 1
    assert closed == [old]


def test_a_searcher_that_nobody_uses_is_closed_for_the_new_one(
    holder: Holder, closed: list[Searcher]
) -> None:
    with holder.searcher() as old:
        pass
    ingest_into(holder.settings, SECOND)
    with holder.searcher():
        assert closed == [old]
    assert closed == [old]


def test_what_cannot_be_opened_leaves_the_holder_as_it_was(holder: Holder) -> None:
    manifest = holder.settings.index_folder / "manifest.json"
    with holder.searcher() as old:
        held = manifest.read_bytes()
        manifest.write_text("{", "utf-8")
        with pytest.raises(IndexUnavailable), holder.searcher():
            pass
    manifest.write_bytes(held)
    with holder.searcher() as again:
        assert again is old


def test_nothing_indexed_is_said_to_every_request(settings: Settings) -> None:
    holder = Holder(settings)
    for _ in range(2):
        with pytest.raises(IndexUnavailable), holder.searcher():
            pass


def test_many_threads_open_it_once(holder: Holder) -> None:
    opened: list[Searcher] = []
    at_once = threading.Barrier(8)

    def search() -> None:
        at_once.wait()
        with holder.searcher() as searcher:
            opened.append(searcher)
            assert searcher.search(ALL).total == 1

    threads = [threading.Thread(target=search) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(opened) == 8
    assert len(set(opened)) == 1
