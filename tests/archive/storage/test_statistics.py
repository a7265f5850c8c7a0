"""What the archive holds, in numbers."""

from __future__ import annotations

from archive.documents import Rejection
from archive.storage.store import Store
from tests.archive.storage.making import ingest, naming, official, processed

NAMED = naming("Tin một.", [official("Lê Thị Hòa", "Giám đốc")], path="1.txt", sort_date="2019-05-01")
PLAIN = processed("Tin hai.", path="2.txt", sort_date="2020")
UNDATED = processed("Tin ba.", path="3.txt", sort_date=None)


def test_live_articles_are_counted_by_source_unit_and_year(store: Store) -> None:
    ingest(store, NAMED, PLAIN, UNDATED)
    found = store.statistics()
    assert (found.articles, found.dated, found.located, found.with_officials) == (3, 2, 1, 1)
    assert found.by_source == {"Báo Sông Lô": 3}
    assert found.by_unit == {"vinh-phuc-1997": 1}
    assert found.by_year == {"2019": 1, "2020": 1}
    assert found.share(found.dated) == 2 / 3


def test_withdrawn_articles_and_old_revisions_are_counted_apart(store: Store) -> None:
    ingest(store, NAMED, PLAIN, processed("Tin hai, sửa.", path="2.txt", sort_date="2021"))
    store.withdraw(NAMED.article.id, "đăng nhầm")
    found = store.statistics()
    assert (found.articles, found.withdrawn, found.revisions) == (1, 1, 3)
    assert (found.by_year, found.located) == ({"2021": 1}, 0)


def test_persons_and_their_tenures_are_counted(store: Store) -> None:
    again = naming("Tin lại.", [official("Lê Thị Hòa", "Giám đốc", "Bí thư")], path="4.txt", sort_date="2020")
    ingest(store, NAMED, again)
    found = store.statistics()
    assert (found.persons, found.tenures, found.possibly_same, found.corrections) == (1, 2, 0, 0)
    assert (found.statements, found.by_act) == (0, {})


def test_a_place_rejected_in_every_run_is_counted_once(store: Store) -> None:
    for _ in range(2):
        with store.begin_run([], 1) as run:
            run.reject(Rejection("a.txt", "decode", "empty"))
            run.reject(Rejection("b.txt", "decode", "empty"))
            run.reject(
                Rejection("c.jsonl", "parse", "no JSON at column {column}", {"column": run.number}, line=7)
            )
    assert store.statistics().rejections == {"empty": 2, "no-json-at-column": 1}


def test_an_empty_store_has_no_shares(store: Store) -> None:
    found = store.statistics()
    assert (found.articles, found.original_bytes, found.share(found.dated)) == (0, 0, 0.0)
    assert found.database_bytes > 0
