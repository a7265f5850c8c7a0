"""Articles out of the store."""

from __future__ import annotations

import pytest

from archive.errors import NotFound
from archive.identity import short_hash
from archive.storage.store import Store
from tests.archive.storage.making import ingest, record

RECORDS = [record(f"tin-{number:03}", f"Tin số {number}.", line=number) for number in range(1, 251)]


def test_an_article_is_found_by_its_id_and_by_its_short_hash(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    assert store.get("a") == store.get(short_hash("a"))
    assert store.get("a").short == short_hash("a")


def test_an_unknown_id_is_not_found(store: Store) -> None:
    for reading in (store.get, store.original, store.revisions):
        with pytest.raises(NotFound, match="no article 'x'"):
            reading("x")


def test_an_unknown_revision_is_not_found(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    with pytest.raises(NotFound, match="a has no revision 2"):
        store.original("a", 2)


def test_many_come_in_the_order_asked_for_without_those_that_are_not_there(store: Store) -> None:
    ingest(store, *RECORDS)
    wanted = [document.article.id for document in reversed(RECORDS)]
    assert list(store.get_many([*wanted, "x", wanted[0]])) == wanted


def test_withdrawn_articles_come_with_their_reason(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    store.withdraw("a", "đăng nhầm")
    assert store.get_many(["a"])["a"].withdrawn == "đăng nhầm"


def test_live_articles_come_by_id(store: Store) -> None:
    ingest(store, *reversed(RECORDS))
    store.withdraw("tin-002", "đăng nhầm")
    expected = [document.article for document in RECORDS if document.article.id != "tin-002"]
    assert [stored.article for stored in store.articles()] == expected


def test_live_articles_can_be_read_on_from_an_id(store: Store) -> None:
    ingest(store, *RECORDS)
    assert [stored.article.id for stored in store.articles("tin-248")] == ["tin-249", "tin-250"]


def test_a_snapshot_does_not_see_what_is_written_meanwhile(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."))
    with store.snapshot() as snapshot:
        before = snapshot.state()
        ingest(store, record("a", "Tin mới."), record("b", "Tin b.", line=2))
        assert snapshot.state() == before
        assert [stored.article.paragraphs for stored in snapshot.articles()] == [("Tin cũ.",)]
    assert store.state().articles == 2
