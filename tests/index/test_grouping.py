"""Near-duplicates folded: what a story is, how many there are, and the same pages on every engine."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from index.backend import Backend
from index.backends.memory import MemoryBackend
from index.backends.whoosh import WhooshBackend
from index.fields import ARTICLES
from index.grouping import search_stories
from index.query import Everything, FacetRequest, Query
from index.results import IndexDocument, Results
from tests.index.documents import IDENTITIES, Drawn, document, exact

BODIES = {"a": "đê điều", "b": "đê đê đê", "c": "đê", "d": "đê đê", "e": "mùa màng"}
CLUSTERS = {"a": "a", "b": "a", "c": "c", "e": "c"}


def backend() -> Backend:
    return MemoryBackend(document(identity, body) for identity, body in BODIES.items())


def shown(results: Results) -> list[tuple[str, int | None]]:
    return [(hit.id, hit.near_duplicates) for hit in results.hits]


def test_a_story_is_shown_by_its_best_hit_with_how_many_more_were_found() -> None:
    results = search_stories(backend(), Query(exact("đê")), CLUSTERS)
    assert shown(results) == [("b", 1), ("d", 0), ("c", 0)]
    assert (results.total, results.stories) == (4, 3)


def test_only_what_was_found_is_counted() -> None:
    results = search_stories(backend(), Query(Everything(), sort="newest"), CLUSTERS)
    assert shown(results) == [("a", 1), ("c", 1), ("d", 0)]
    assert (results.total, results.stories) == (5, 3)


def test_facets_count_articles() -> None:
    held = MemoryBackend(
        document(identity, body, keywords={"source": ("Báo Mẫu",)}) for identity, body in BODIES.items()
    )
    results = search_stories(held, Query(Everything(), facets=(FacetRequest("source"),), limit=1), CLUSTERS)
    assert results.facets[0].values[0].count == 5


def test_nothing_asked_is_nothing_shown() -> None:
    results = search_stories(backend(), Query(Everything(), limit=0), CLUSTERS)
    assert (results.hits, results.total, results.stories) == ((), 5, 3)


def folded(backend: Backend, query: Query, clusters: Mapping[str, str]) -> list[tuple[str, int | None]]:
    """All stories, from all hits, as the definition has them."""
    hits = backend.search(replace(query, offset=0, limit=1000)).hits
    names = [clusters.get(hit.id, hit.id) for hit in hits]
    return [
        (hit.id, names.count(name) - 1)
        for place, (hit, name) in enumerate(zip(hits, names, strict=True))
        if name not in names[:place]
    ]


held = st.lists(Drawn(ARTICLES).documents(), max_size=8, unique_by=lambda document: document.id)
partitions = st.lists(st.integers(0, 3), min_size=len(IDENTITIES), max_size=len(IDENTITIES))


def named(blocks: list[int]) -> dict[str, str]:
    """Clusters of two and more, named by their smallest id."""
    members = {
        block: [name for name, of in zip(IDENTITIES, blocks, strict=True) if of == block] for block in blocks
    }
    return {name: min(names) for names in members.values() if len(names) > 1 for name in names}


@settings(max_examples=40)
@given(held, partitions, Drawn(ARTICLES).queries)
def test_every_page_is_a_piece_of_the_whole_on_every_engine(
    taken: list[IndexDocument], blocks: list[int], query: Query
) -> None:
    clusters = named(blocks)
    with TemporaryDirectory() as folder:
        memory, whoosh = MemoryBackend(taken), WhooshBackend.create(Path(folder) / "index")
        with whoosh.writer() as writer:
            for document in taken:
                writer.put(document)
        whole = folded(memory, query, clusters)
        for backend in (memory, whoosh):
            results = search_stories(backend, query, clusters)
            assert shown(results) == whole[query.offset : query.offset + query.limit]
            assert results.stories == len(whole)
            plain = backend.search(query)
            assert (results.total, results.facets) == (plain.total, plain.facets)
        whoosh.close()
