"""Persons and tenures, consolidated from live articles."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import NotFound
from archive.knowledge.persons import person_id
from archive.storage import runs
from archive.storage.consolidation import consolidate
from archive.storage.store import Store, open_store
from tests.archive.storage.making import ingest, naming, official, url_of

UNIT = "vinh-phuc-1997"
HOA = person_id("Lê Thị Hòa", UNIT)
EARLY = naming("Tin một.", [official("Lê Thị Hòa", "Giám đốc")], path="1.txt", sort_date="2019-05-01")
LATE = naming(
    "Tin hai.", [official("Lê Thị Hòa", "Giám đốc", "Bí thư")], path="2.txt", sort_date="2021-02-03"
)
UNDATED = naming("Tin ba.", [official("Lê Thị Hòa", "Giám đốc")], path="3.txt", sort_date=None)
OTHER = naming("Tin bốn.", [official("Trần Văn Bình", unit=None)], path="4.txt", sort_date="2020")


def test_a_tenure_tells_when_a_post_was_seen_and_in_which_articles(store: Store) -> None:
    ingest(store, LATE, EARLY, UNDATED)
    person = store.person(HOA)
    assert (person.name, person.unit, person.articles) == ("Lê Thị Hòa", UNIT, 3)
    secretary, director = person.tenures
    assert (secretary.post, secretary.articles, secretary.evidence) == ("Bí thư", 1, (LATE.article.id,))
    assert (director.post, director.organisation, director.status) == (
        "Giám đốc",
        "UBND tỉnh Vĩnh Phúc",
        "current",
    )
    assert (director.first_seen, director.last_seen) == ("2019-05-01", "2021-02-03")
    assert director.evidence == tuple(sorted(doc.article.id for doc in (EARLY, LATE, UNDATED)))


def test_an_official_without_a_post_is_a_person_without_tenures(store: Store) -> None:
    ingest(store, OTHER)
    assert store.person(person_id("Trần Văn Bình", None)).tenures == ()


def test_order_and_number_of_runs_do_not_matter(store: Store, tmp_path: Path) -> None:
    for document in (UNDATED, EARLY, OTHER, LATE):
        ingest(store, document)
    with open_store(url_of(tmp_path / "at once")) as other:
        ingest(other, EARLY, LATE, OTHER, UNDATED)
        ids = [HOA, person_id("Trần Văn Bình", None)]
        assert store.persons(ids) == other.persons(ids)


def test_a_withdrawn_article_is_no_evidence(store: Store) -> None:
    ingest(store, EARLY, LATE, OTHER)
    store.withdraw(LATE.article.id, "đăng nhầm")
    store.withdraw(OTHER.article.id, "đăng nhầm")
    assert [tenure.evidence for tenure in store.person(HOA).tenures] == [(EARLY.article.id,)]
    with pytest.raises(NotFound, match="no official"):
        store.person(person_id("Trần Văn Bình", None))


def test_a_restored_article_is_evidence_again(store: Store) -> None:
    ingest(store, EARLY, LATE)
    before = store.person(HOA)
    store.withdraw(LATE.article.id, "đăng nhầm")
    assert store.person(HOA).articles == 1
    store.restore(LATE.article.id, "không nhầm")
    assert store.person(HOA) == before


def test_nothing_is_left_to_look_at_after_a_run_or_a_withdrawal(store: Store) -> None:
    ingest(store, EARLY, OTHER)
    store.withdraw(OTHER.article.id, "đăng nhầm")
    with store.writer() as writer:
        assert consolidate(writer) == 0


def test_what_a_killed_run_left_is_looked_at_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "BATCH_DOCUMENTS", 1)
    with pytest.raises(KeyboardInterrupt), store.begin_run([], 1) as run:
        run.save(EARLY)
        raise KeyboardInterrupt
    assert store.find_persons("Lê Thị Hòa") == []
    ingest(store, OTHER)
    assert store.person(HOA).articles == 1


@pytest.mark.parametrize("name", ["Lê Thị Hòa", "lê thị hoà", "Le Thi Hoa", "le  thi  hoa"])
def test_a_name_is_found_with_its_marks_or_without_any(store: Store, name: str) -> None:
    ingest(store, EARLY, OTHER)
    assert [person.id for person in store.find_persons(name)] == [HOA]


def test_a_name_with_other_marks_is_another_name(store: Store) -> None:
    ingest(store, EARLY)
    assert store.find_persons("Lê Thị Hoa") == []


def test_namesakes_come_by_how_often_they_are_named(store: Store) -> None:
    namesake = official("Lê Thị Hoa", "Giám đốc", unit="hoa-binh-1991")
    ingest(store, EARLY, LATE, naming("Tin năm.", [namesake], path="5.txt", sort_date=None))
    found = store.find_persons("le thi hoa")
    assert [(person.unit, person.articles) for person in found] == [(UNIT, 2), ("hoa-binh-1991", 1)]
