"""Near-duplicates folded: one hit a story, the best of its cluster, above any engine."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from index.backend import Backend
from index.query import Query
from index.results import Hit, Results


def search_stories(backend: Backend, query: Query, clusters: Mapping[str, str]) -> Results:
    """Answer a query by stories.

    Args:
        query: its window counts stories.
        clusters: cluster by article; an article that is not in it is a story of its own.

    Returns:
        Total and facets of articles, as without folding; the number of stories; of each story the hit that
        comes first in the order of the query, with how many near-duplicates of it were found.
    """
    found = backend.count_groups(query, clusters)
    results = backend.search(replace(query, offset=0, limit=query.offset + query.limit))
    heads = _heads(backend, query, clusters, results)
    return Results(
        total=results.total,
        hits=tuple(
            replace(hit, near_duplicates=max(0, found[clusters.get(hit.id, "")] - 1)) for hit in heads
        ),
        facets=results.facets,
        stories=results.total - found.total() + len(found),
    )


def _heads(backend: Backend, query: Query, clusters: Mapping[str, str], results: Results) -> Sequence[Hit]:
    """The first hits of the stories on the page asked for."""
    last = query.offset + query.limit
    hits = results.hits
    heads = _firsts(hits, clusters)
    while len(heads) < last and len(hits) < results.total:
        # Most articles have no near-duplicates: twice the window is nearly always enough.
        wider = replace(query, offset=0, limit=2 * len(hits), facets=())
        hits = backend.search(wider).hits
        heads = _firsts(hits, clusters)
    return heads[query.offset : last]


def _firsts(hits: Sequence[Hit], clusters: Mapping[str, str]) -> list[Hit]:
    # Ids of articles and of clusters are of one kind, but an article alone has no cluster of its name.
    firsts: dict[str, Hit] = {}
    for hit in hits:
        firsts.setdefault(clusters.get(hit.id, hit.id), hit)
    return list(firsts.values())
