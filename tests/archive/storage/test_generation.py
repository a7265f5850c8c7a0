"""The generation says what is live and which rules read it, and nothing else."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from archive.models import Processed
from archive.storage.store import Store, open_store
from tests.archive.storage.making import ingest, processed, record, url_of

DOCUMENTS = [record(f"tin-{number}", f"Tin số {number}.", line=number + 1) for number in range(5)]
EMPTY = "0" * 32


def generation(store: Store) -> str:
    """The generation of a store."""
    return store.state().generation


def test_an_empty_store_has_generation_zero(store: Store) -> None:
    assert generation(store) == EMPTY


@settings(max_examples=15, deadline=None)
@given(st.permutations(DOCUMENTS), st.integers(0, len(DOCUMENTS)))
def test_order_and_number_of_runs_do_not_matter(documents: list[Processed], cut: int) -> None:
    with TemporaryDirectory() as folder, open_store(url_of(Path(folder) / "one")) as one:
        ingest(one, *DOCUMENTS)
        with open_store(url_of(Path(folder) / "two")) as two:
            ingest(two, *documents[:cut])
            ingest(two, *documents[cut:])
            assert generation(two) == generation(one)


def test_paths_do_not_matter(tmp_path: Path) -> None:
    generations = set()
    for path in ("a.jsonl", "b/c.jsonl"):
        with open_store(url_of(tmp_path / path)) as store:
            ingest(store, record("tin", "Một tin.", path=path))
            generations.add(generation(store))
    assert len(generations) == 1


def test_content_knowledge_and_rules_matter(tmp_path: Path) -> None:
    variants = [
        (processed("Một tin."), 1),
        (processed("Một tin khác."), 1),
        (processed("Một tin.", title="Tên khác"), 1),
        (processed("Một tin."), 2),
    ]
    generations = set()
    for number, (document, rules_version) in enumerate(variants):
        with open_store(url_of(tmp_path / str(number))) as store:
            ingest(store, document, rules_version=rules_version)
            generations.add(generation(store))
    assert len(generations) == len(variants)


def test_taking_an_article_away_returns_to_the_former_generation(store: Store) -> None:
    ingest(store, DOCUMENTS[0])
    former = generation(store)
    ingest(store, DOCUMENTS[1])
    latter = generation(store)
    store.withdraw("tin-1", "đăng nhầm")
    assert generation(store) == former
    store.restore("tin-1", "không nhầm")
    assert generation(store) == latter
    assert store.verify() == []


def test_a_revision_that_goes_back_returns_to_the_former_generation(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."))
    former = generation(store)
    ingest(store, record("a", "Tin mới."))
    assert generation(store) != former
    ingest(store, record("a", "Tin cũ."))
    assert generation(store) == former


def test_the_state_counts_live_articles_and_all_revisions(store: Store) -> None:
    ingest(store, record("a", "Tin cũ."), record("b", "Tin b.", line=2))
    ingest(store, record("a", "Tin mới."), rules_version=2)
    store.withdraw("b", "đăng nhầm")
    state = store.state()
    assert (state.change_number, state.articles, state.revisions) == (4, 1, 3)
    assert state.rules_versions == (2,)
