"""Clusters: a function of the set of live articles, whatever happened before and in whatever order."""

from __future__ import annotations

import itertools
import sqlite3
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import NotFound
from archive.knowledge.shingles import LEAST_SHARED_VALUES, is_near_duplicate, shingled
from archive.models import Processed, Source
from archive.storage import runs, texts
from archive.storage.store import Store, open_store
from tests.archive.storage.making import ingest, processed, read, url_of

PAPERS = tuple(map(Source, ("Báo Sông Lô", "Báo Sông Gâm", "Báo Sông Chảy", "Báo Sông Đà")))


def passage(number: int, words: int = 30) -> str:
    """Words of a story of its own: no two of them follow each other in another passage."""
    return " ".join(
        f"{'xyz'[place % 3]}ang{'aăâeêioôơuư'[number % 11]} k{number}n{place}" for place in range(words)
    )


def document(identity: str, *passages: int, paper: int = 0) -> Processed:
    text = " ".join(map(passage, passages)) or "Tin ngắn."
    # Figures are of the record, not of the story: letters only, so that none are shared or missing.
    spelt = text.translate(str.maketrans("0123456789", "bcdghklmnp"))
    return processed(spelt, identity=("id", identity), path=f"{identity}.jsonl", line=1, source=PAPERS[paper])


def clusters(store: Store) -> dict[str, set[str]]:
    named: dict[str, set[str]] = {}
    for article, cluster in store.clusters().items():
        named.setdefault(cluster, set()).add(article)
    return named


def test_near_duplicates_are_a_cluster_named_by_the_smallest_id(store: Store) -> None:
    ingest(
        store, document("m", 1, 2, 3, 4, 5, 6), document("z", 1, 2, 3, 4, 5, 6, paper=1), document("a", 7, 8)
    )
    assert clusters(store) == {"m": {"m", "z"}}
    ingest(store, document("b", 1, 2, 3, 4, 5, 6))
    assert clusters(store) == {"b": {"b", "m", "z"}}
    assert store.clusters(["z", "a", "nobody"]) == {"z": "b"}


def test_a_cluster_falls_apart_without_its_middle(store: Store) -> None:
    early, middle, late = range(8), range(1, 9), range(2, 10)
    ingest(
        store,
        document("a", *early),
        document("b", *middle, paper=1),
        document("c", *late),
        document("d", *late, paper=1),
    )
    assert clusters(store) == {"a": {"a", "b", "c", "d"}}
    store.withdraw("b", "đăng nhầm")
    assert clusters(store) == {"c": {"c", "d"}}
    store.restore("b", "không nhầm")
    assert clusters(store) == {"a": {"a", "b", "c", "d"}}


def test_a_changed_article_leaves_its_cluster(store: Store) -> None:
    ingest(store, document("a", 1, 2, 3), document("b", 1, 2, 3), document("c", 4, 5))
    ingest(store, document("a", 4, 5))
    assert clusters(store) == {"a": {"a", "c"}}


def test_copies_are_told_with_their_overlap_earliest_first(store: Store) -> None:
    ingest(store, document("a", 1, 2, 3, 4, 5), document("b", 1, 2, 3, 4, 5, 6, paper=1), document("c", 9))
    cluster = store.cluster("b")
    (copy,) = cluster.copies
    assert (cluster.id, cluster.size) == ("a", 2)
    assert (copy.id, copy.source.name, copy.title, copy.sort_date) == (
        "a",
        "Báo Sông Lô",
        "Hội nghị tổng kết",
        "2020-03-19",
    )
    assert copy.overlap == 1
    assert store.cluster(copy.short).copies[0].id == "b"
    assert (store.cluster("c").id, store.cluster("c").copies) == (None, ())
    with pytest.raises(NotFound):
        store.cluster("nobody")


def test_a_withdrawn_article_has_no_copies(store: Store) -> None:
    ingest(store, document("a", 1, 2, 3), document("b", 1, 2, 3))
    store.withdraw("a", "đăng nhầm")
    assert store.cluster("a").copies == store.cluster("b").copies == ()


@pytest.mark.parametrize(
    ("tampering", "problem"),
    [
        ("UPDATE clusters SET cluster = 'b'", "cluster b is not named by the smallest"),
        ("DELETE FROM clusters WHERE article = 'b'", "2 pairs of near-duplicates are not in one cluster"),
    ],
)
def test_tampering_is_found(store: Store, tmp_path: Path, tampering: str, problem: str) -> None:
    ingest(store, document("a", 1, 2, 3), document("b", 1, 2, 3, paper=1), document("c", 4))
    with sqlite3.connect(tmp_path / "store.sqlite") as connection:
        connection.execute(tampering)
    connection.close()
    assert any(problem in line for line in store.verify())


def test_clusters_are_counted(store: Store) -> None:
    ingest(store, document("a", 1, 2, 3), document("b", 1, 2, 3), document("c", 4, 5), document("d", 6))
    assert (store.statistics().clusters, store.statistics().clustered) == (1, 2)


def test_what_a_killed_run_left_is_clustered_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "BATCH_DOCUMENTS", 1)
    with pytest.raises(KeyboardInterrupt), store.begin_run([], 1) as run:
        run.save(read(document("a", 1, 2)))
        run.save(read(document("b", 1, 2)))
        raise KeyboardInterrupt
    assert clusters(store) == {}
    assert store.verify() == []
    ingest(store, document("c", 3))
    assert clusters(store) == {"a": {"a", "b"}}


def test_beyond_the_bound_the_same_copies_stay_together_whatever_came_first(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_HOLDERS", 2)
    crowd = [document(identity, 1, 2, 3, paper=paper) for paper, identity in enumerate("abcd")]
    for copy in crowd:
        ingest(store, copy)
    with open_store(url_of(tmp_path / "backwards")) as other:
        for copy in reversed(crowd):
            ingest(other, copy)
        assert clusters(other) == clusters(store)
        assert len(store.clusters()) == 2
        gone = min(store.clusters())
        for opened in (store, other):
            opened.withdraw(gone, "thử")
        assert clusters(other) == clusters(store)
        assert len(store.clusters()) == 2


def test_what_thousands_share_is_not_compared_thousands_of_times(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts, "MOST_HOLDERS", 5)
    frame = [document(f"{number:02}", 99, number) for number in range(40)]
    ingest(store, *frame)
    with store.writer() as writer:
        held = list(writer.connection.exec_driver_sql("SELECT id FROM texts").scalars())
        found = texts.candidates(writer.connection, held)
    assert len(found) <= 24 * 5 * 5


# The same set, the same clusters.

any_passages = st.lists(st.integers(0, 7), max_size=6, unique=True).map(sorted).map(tuple)
running_on = st.integers(0, 3).map(lambda start: tuple(range(start, start + 8)))
"""Each is a near-duplicate of the next, not of the one after it."""
stories = any_passages | running_on
articles = st.tuples(st.sampled_from("abcdefgh"), stories)
steps = st.lists(articles | st.sampled_from("abcdefgh"), max_size=14)
copies = st.tuples(st.sampled_from("abcdefgh"), st.just((1, 2, 3)) | st.just((1, 2, 3, 4)))
crowds = st.lists(copies | copies | st.sampled_from("abcdefgh"), min_size=4, max_size=14)


def perform(store: Store, taken: Iterable[tuple[str, Sequence[int]] | str]) -> None:
    """Ingest articles one by one, or where only an id is named withdraw it, or bring it back."""
    for step in taken:
        if not isinstance(step, str):
            identity, story = step
            ingest(store, document(identity, *story, paper="abcdefgh".index(identity) % len(PAPERS)))
            continue
        try:
            held = store.get(step)
        except NotFound:
            continue
        (store.withdraw if held.withdrawn is None else store.restore)(step, "thử")


def living(store: Store) -> list[Processed]:
    return [
        processed(
            stored.article.body,
            identity=("id", stored.article.id),
            path=f"{stored.article.id}.jsonl",
            line=1,
            source=stored.article.source,
        )
        for stored in store.articles()
    ]


def expected(documents: Sequence[Processed]) -> Mapping[str, str]:
    """Clusters from all pairs, as the definition has them."""
    cut = {
        document.article.id: shingled(document.article.source.name, document.article.body)
        for document in documents
    }
    cut = {identity: text for identity, text in cut.items() if text.is_comparable}
    named = {identity: {identity} for identity in cut}
    for one, other in itertools.combinations(cut, 2):
        shared = len({*cut[one].sketch} & {*cut[other].sketch})
        if shared >= LEAST_SHARED_VALUES and is_near_duplicate(cut[one], cut[other]):
            joined = named[one] | named[other]
            for member in joined:
                named[member] = joined
    return {identity: min(members) for identity, members in named.items() if len(members) > 1}


@settings(max_examples=25)
@given(steps, st.randoms(use_true_random=False))
def test_clusters_are_those_of_all_pairs_whatever_happened_before(
    taken: list[tuple[str, Sequence[int]] | str], random: Random
) -> None:
    with tempfile.TemporaryDirectory() as folder, open_store(url_of(Path(folder) / "one")) as store:
        perform(store, taken)
        documents = living(store)
        assert store.clusters() == expected(documents)
        assert store.verify() == []
        with open_store(url_of(Path(folder) / "other")) as other:
            random.shuffle(documents)
            cut = random.randint(0, len(documents))
            ingest(other, *documents[:cut])
            ingest(other, *documents[cut:])
            assert other.clusters() == store.clusters()


@settings(max_examples=25)
@given(crowds, st.randoms(use_true_random=False), st.integers(1, 3))
def test_the_bound_keeps_clusters_a_function_of_the_set(
    taken: list[tuple[str, Sequence[int]] | str], random: Random, most: int
) -> None:
    with (
        pytest.MonkeyPatch.context() as patch,
        tempfile.TemporaryDirectory() as folder,
        open_store(url_of(Path(folder) / "one")) as store,
        open_store(url_of(Path(folder) / "other")) as other,
    ):
        patch.setattr(texts, "MOST_HOLDERS", most)
        perform(store, taken)
        documents = living(store)
        random.shuffle(documents)
        ingest(other, *documents)
        assert other.clusters() == store.clusters()
