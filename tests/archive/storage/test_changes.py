"""The change log, and articles as they were."""

from __future__ import annotations

import pytest

from archive.errors import NotFound, StoreError
from archive.storage.changes import Change, Revision
from archive.storage.store import Store
from tests.archive.storage.making import ingest, record


def test_every_change_is_one_numbered_line(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."))
    ingest(store, record("a", "Tin mới."), record("b", "Tin b.", line=2))
    store.withdraw("a", "đăng nhầm")
    store.restore("a", "không nhầm")
    assert list(store.changes(0)) == [
        Change(1, "a", 1, "added", ""),
        Change(2, "a", 2, "changed", ""),
        Change(3, "b", 1, "added", ""),
        Change(4, "a", 2, "withdrawn", "đăng nhầm"),
        Change(5, "a", 2, "restored", "không nhầm"),
    ]


def test_the_log_can_be_read_from_any_number(store: Store) -> None:
    ingest(store, *(record(f"{number}", f"Tin {number}.", line=number) for number in range(1, 5)))
    assert [change.number for change in store.changes(2)] == [3, 4]
    assert list(store.changes(4)) == []


def test_the_log_is_read_whole_however_long_it_is(store: Store) -> None:
    ingest(store, *(record(f"{number}", f"Tin {number}.", line=number) for number in range(1, 1102)))
    assert [change.number for change in store.changes(0)] == list(range(1, 1102))


def test_an_article_is_as_it_was_at_each_change(store: Store) -> None:
    ingest(store, record("b", "Tin b.", line=2), record("a", "Tin cũ."), record("a", "Tin mới."))
    store.withdraw("a", "đăng nhầm")
    store.restore("a", "không nhầm")
    states = [store.state_at("a", number) for number in range(6)]
    assert [None if state is None else state.article.paragraphs[0] for state in states] == [
        None,
        None,
        "Tin cũ.",
        "Tin mới.",
        None,
        "Tin mới.",
    ]


def test_what_never_was_has_no_past_state(store: Store) -> None:
    assert store.state_at("a", 1) is None


def test_a_past_state_does_not_know_of_a_later_withdrawal(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    store.withdraw("a", "đăng nhầm")
    past = store.state_at("a", 1)
    assert past is not None
    assert past.withdrawn is None


def test_revisions_tell_which_change_wrote_them(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."), record("b", "Tin b.", line=2), record("a", "Tin mới."))
    assert store.revisions("a") == [Revision(1, 1, "added", ""), Revision(2, 3, "changed", "")]


@pytest.mark.parametrize("reason", ["", "  "])
def test_a_withdrawal_needs_a_reason(store: Store, reason: str) -> None:
    ingest(store, record("a", "Một tin."))
    with pytest.raises(StoreError, match="no reason given"):
        store.withdraw("a", reason)
    assert store.state().change_number == 1


def test_an_article_is_withdrawn_once(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    store.withdraw("a", "đăng nhầm")
    with pytest.raises(StoreError, match="withdrawn already: đăng nhầm"):
        store.withdraw("a", "lần nữa")


def test_what_is_live_cannot_be_restored(store: Store) -> None:
    ingest(store, record("a", "Một tin."))
    with pytest.raises(StoreError, match="not withdrawn"):
        store.restore("a", "lần nữa")


def test_what_is_not_there_cannot_be_withdrawn(store: Store) -> None:
    with pytest.raises(NotFound, match="no article 'a'"):
        store.withdraw("a", "đăng nhầm")
