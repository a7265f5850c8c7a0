"""Verification finds what was lost or altered behind the store's back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from archive.storage.store import Store, open_store
from tests.archive.storage.making import full, ingest, record, url_of

TAMPERINGS = {
    "UPDATE originals SET compressed = x'00'": "checksum",
    "DELETE FROM paragraphs WHERE revision = 1": "has no paragraphs",
    "UPDATE paragraphs SET text = text || '!' WHERE position = 0": "is not what was saved",
    "UPDATE officials SET unit = 'ha-noi-2008'": "is not what was saved",
    "DELETE FROM mentions": "is not what was saved",
    "UPDATE revisions SET rules_version = 9 WHERE change = 3": "generation of the manifest",
    "UPDATE manifest SET articles = 9": "articles of the manifest: 9, counted: 2",
    "DELETE FROM changes WHERE number = 2": "some are lost",
    "DELETE FROM changes WHERE number = 3": "the manifest is at change 3, the log at 2",
    "DELETE FROM originals": "rows of revisions refer to missing originals",
    "DELETE FROM articles WHERE id = 'a'": "rows of revisions refer to missing articles",
    "UPDATE articles SET current = 2 WHERE id = 'a'": "revision 1 is current, 2 is the newest",
    "DELETE FROM revisions WHERE change = 3": "revision None is current",
}


def fill(store: Store) -> None:
    """An article with something in every field, and one of two revisions."""
    ingest(store, full(), record("a", "Tin cũ."), record("a", "Tin mới."))


def test_an_untouched_store_has_no_problems(store: Store) -> None:
    fill(store)
    store.withdraw("a", "đăng nhầm")
    assert store.verify() == []


@pytest.mark.parametrize(("tampering", "problem"), TAMPERINGS.items(), ids=list(TAMPERINGS))
def test_tampering_is_found(tmp_path: Path, tampering: str, problem: str) -> None:
    with open_store(url_of(tmp_path)) as store:
        fill(store)
        with sqlite3.connect(tmp_path / "store.sqlite") as connection:
            connection.execute(tampering)
        connection.close()
        assert any(problem in line for line in store.verify()), store.verify()
