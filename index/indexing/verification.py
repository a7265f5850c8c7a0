"""Store and index against each other: whatever does not agree, as lines a person can act on."""

from __future__ import annotations

from archive.errors import IndexUnavailable
from archive.settings import Settings
from archive.storage.extents import SPOKEN
from archive.storage.reading import StoreState
from archive.storage.store import Store
from index.indexing.generations import Manifest, read_manifest
from index.indexing.indexer import open_generation
from index.indexing.statements import speeches
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
        opened = open_generation(settings)
        clusters = dict(opened.clusters)
        groups = set(opened.groups)
    except IndexUnavailable as error:
        return [str(error)]
    problems = [
        f"the index is damaged in {part}: {REBUILD}"
        for backend in (opened.articles, opened.statements)
        for part in backend.verify()
    ]
    if problems:
        opened.close()
        return problems
    everything = Query(Everything())
    indexed = set(opened.articles.iter_ids(everything))
    said = set(opened.statements.iter_ids(everything))
    opened.close()
    problems = _of_another_state(opened.manifest, state, clusters == store.clusters())
    stored: set[str] = set()
    spoken: set[str] = set()
    for article in store.articles(extent=SPOKEN):
        stored.add(article.article.id)
        spoken.update(speech.id for speech in speeches(article))
    problems += [*_missing(stored, indexed), *_missing(spoken, said)]
    if not groups <= said:
        problems.append(f"the index groups statements it does not have: {REBUILD}")
    return problems


def _of_another_state(manifest: Manifest, state: StoreState, has_its_clusters: bool) -> list[str]:
    if (manifest.change, manifest.generation) != (state.change_number, state.generation):
        return [
            f"the index is of change {manifest.change}, the store at {state.change_number}: "
            "run khobao ingest again, or khobao index rebuild"
        ]
    if manifest.consolidated != state.consolidated or not has_its_clusters:
        return [f"the index has other clusters than the store: {REBUILD}"]
    return []


def _missing(stored: set[str], indexed: set[str]) -> list[str]:
    problems = [f"{identity} is stored but not indexed: {REBUILD}" for identity in sorted(stored - indexed)]
    return problems + [
        f"{identity} is indexed but not stored: {REBUILD}" for identity in sorted(indexed - stored)
    ]
