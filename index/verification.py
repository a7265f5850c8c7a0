"""Store and index against each other: whatever does not agree, as lines a person can act on."""

from __future__ import annotations

from archive.errors import IndexUnavailable
from archive.settings import Settings
from archive.storage.store import Store
from index.generations import read_manifest
from index.indexer import open_articles
from index.query import Everything, Query

REBUILD = "run khobao index rebuild"


def verify(store: Store, settings: Settings) -> list[str]:
    """Every disagreement found: originals, rows and index against their checksums; empty when all is sound."""
    return [*store.verify(), *verify_index(store, settings)]


def verify_index(store: Store, settings: Settings) -> list[str]:
    """Every disagreement between the index and the store."""
    state = store.state()
    if state.articles == 0 and read_manifest(settings.index_folder) is None:
        return []
    try:
        backend, clusters, manifest = open_articles(settings)
        clustered = dict(clusters)
    except IndexUnavailable as error:
        return [str(error)]
    indexed = set(backend.iter_ids(Query(Everything())))
    backend.close()
    problems = []
    if (manifest.change, manifest.generation) == (state.change_number, state.generation):
        if (manifest.consolidated, clustered) != (state.consolidated, store.clusters()):
            problems.append(f"the index has other clusters than the store: {REBUILD}")
    else:
        problems.append(
            f"the index is of change {manifest.change}, the store at {state.change_number}: "
            "run khobao ingest again, or khobao index rebuild"
        )
    stored = {article.article.id for article in store.articles()}
    problems += [f"{identity} is stored but not indexed: {REBUILD}" for identity in sorted(stored - indexed)]
    problems += [f"{identity} is indexed but not stored: {REBUILD}" for identity in sorted(indexed - stored)]
    return problems
