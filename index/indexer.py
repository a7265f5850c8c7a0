"""The store into the index: what changed since the last generation, or everything anew."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from archive.errors import IndexUnavailable, SettingsError
from archive.settings import Settings
from archive.storage.reading import StoreState
from archive.storage.store import Store
from archive.storage.views import View
from index.backend import Backend
from index.backends.whoosh import WhooshBackend
from index.clusters import Clusters, write_clusters
from index.documents import index_document
from index.fields import SCHEMA_VERSION
from index.generations import (
    Manifest,
    checked_manifest,
    folder_name,
    next_generation,
    publish,
    read_manifest,
    writing,
)

ARTICLES = "articles"

Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one indexing did."""

    change: int
    generation: str
    put: int
    deleted: int
    rebuilt: bool


def open_articles(settings: Settings) -> tuple[Backend, Clusters, Manifest]:
    """The article collection of the current generation, and its clusters.

    Raises:
        IndexUnavailable: there is none that can be read.
    """
    check_engine(settings)
    while True:
        manifest = checked_manifest(settings.index_folder)
        try:
            folder = settings.index_folder / manifest.folder
            return WhooshBackend.open(folder / ARTICLES), Clusters.open(folder), manifest
        except IndexUnavailable:
            # Others may have published newer generations meanwhile, and pruned this one.
            if checked_manifest(settings.index_folder) == manifest:
                raise


def update_index(store: Store, settings: Settings, progress: Progress | None = None) -> IndexReport:
    """Bring the index up to the store: the changes since the last generation, all if there is none to build on.

    Raises:
        StoreBusy: another process goes on writing the index for too long.
        IndexUnavailable: the index cannot be written.
    """
    check_engine(settings)
    # The moment of the store is taken under the lock: so no older state is ever published over a newer one.
    # It is one moment for state and articles: another process may go on ingesting meanwhile.
    with writing(settings.index_folder), store.snapshot() as view:
        manifest = read_manifest(settings.index_folder)
        state = view.state()
        if manifest is None or not _can_build_on(manifest, state, settings):
            return _rebuild(view, settings, progress)
        if _is_of(manifest, state):
            return IndexReport(manifest.change, manifest.generation, 0, 0, rebuilt=False)
        changed = sorted({change.article for change in view.changes(manifest.change)})
        with next_generation(settings.index_folder, manifest) as folder:
            counts = _write_changes(WhooshBackend.open(folder / ARTICLES), view, changed, progress)
            _publish(settings, folder, view, state)
    return IndexReport(state.change_number, state.generation, *counts, rebuilt=False)


def rebuild_index(store: Store, settings: Settings, progress: Progress | None = None) -> IndexReport:
    """Build the index from the store alone.

    Raises:
        StoreBusy: another process goes on writing the index for too long.
        IndexUnavailable: the index cannot be written.
    """
    check_engine(settings)
    with writing(settings.index_folder), store.snapshot() as view:
        return _rebuild(view, settings, progress)


def check_engine(settings: Settings) -> None:
    """Make sure of the engine before anything is done.

    Raises:
        SettingsError: this version does not have it.
    """
    if settings.engine != "whoosh":
        raise SettingsError(
            "KHOBAO_ENGINE={engine!r} is not an engine of this version: use whoosh", engine=settings.engine
        )


def _can_build_on(manifest: Manifest, state: StoreState, settings: Settings) -> bool:
    """Whether a generation is of this version, and of a past of this store, not of one restored since."""
    is_ours = (manifest.schema_version, manifest.engine) == (SCHEMA_VERSION, settings.engine)
    return is_ours and manifest.change <= state.change_number


def _is_of(manifest: Manifest, state: StoreState) -> bool:
    return (manifest.change, manifest.generation, manifest.consolidated) == (
        state.change_number,
        state.generation,
        state.consolidated,
    )


def _rebuild(view: View, settings: Settings, progress: Progress | None) -> IndexReport:
    state = view.state()
    with next_generation(settings.index_folder, None) as folder:
        put = _write_all(WhooshBackend.create(folder / ARTICLES), view, state.articles, progress)
        _publish(settings, folder, view, state)
    return IndexReport(state.change_number, state.generation, put, 0, rebuilt=True)


def _write_all(backend: Backend, view: View, total: int, progress: Progress | None) -> int:
    put = 0
    with backend.writer() as writer:
        for stored in view.articles():
            writer.put(index_document(stored))
            put += 1
            if progress:
                progress(put, total)
    backend.close()
    return put


def _write_changes(
    backend: Backend, view: View, changed: list[str], progress: Progress | None
) -> tuple[int, int]:
    put = 0
    with backend.writer() as writer:
        for chunk in _chunks(changed):
            held = view.get_many(chunk)
            for identity in chunk:
                stored = held.get(identity)
                if stored is None or stored.withdrawn is not None:
                    writer.delete(identity)
                else:
                    writer.put(index_document(stored))
                    put += 1
                if progress:
                    progress(put, len(changed))
    backend.close()
    return put, len(changed) - put


def _chunks(items: list[str], size: int = 200) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _publish(settings: Settings, folder: Path, view: View, state: StoreState) -> None:
    write_clusters(folder, view.clusters())
    manifest = Manifest(
        change=state.change_number,
        generation=state.generation,
        folder=folder_name(state.change_number, state.generation, folder),
        engine=settings.engine,
        schema_version=SCHEMA_VERSION,
        consolidated=state.consolidated,
    )
    publish(settings.index_folder, folder, manifest, settings.keep_generations)
