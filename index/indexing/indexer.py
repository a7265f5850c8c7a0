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
from index.building import Building, building
from index.clusters import Clusters
from index.fields import ARTICLES, SCHEMA_VERSION, STATEMENTS
from index.generations import (
    Manifest,
    checked_manifest,
    folder_name,
    next_generation,
    publish,
    read_manifest,
    writing,
)
from index.statement_groups import GROUPS_FILE

Progress = Callable[[int, int], None]
"""Told how many documents are done, and of how many."""


@dataclass(frozen=True, slots=True)
class IndexReport:
    """What one indexing did: articles put and deleted, and the statements of those put."""

    change: int
    generation: str
    put: int
    deleted: int
    statements: int
    rebuilt: bool


@dataclass(frozen=True, slots=True)
class OpenGeneration:
    """One generation, open for reading.

    Attributes:
        clusters: near-duplicates: cluster by article.
        groups: statements printed more than once: group by statement.
    """

    articles: Backend
    statements: Backend
    clusters: Clusters
    groups: Clusters
    manifest: Manifest

    def close(self) -> None:
        """Release the files."""
        self.articles.close()
        self.statements.close()


def open_generation(settings: Settings) -> OpenGeneration:
    """The current generation.

    Raises:
        IndexUnavailable: there is none that can be read.
    """
    check_engine(settings)
    while True:
        manifest = checked_manifest(settings.index_folder)
        try:
            return _opened(settings.index_folder / manifest.folder, manifest)
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
            return IndexReport(manifest.change, manifest.generation, 0, 0, 0, rebuilt=False)
        # What an interrupted run left was indexed before it was known who its officials are.
        known = min(manifest.change, manifest.consolidated)
        changed = sorted({change.article for change in view.changes(known)})
        with next_generation(settings.index_folder, manifest) as folder:
            with building(folder, anew=False, clusters=view.clusters()) as made:
                _write_changes(made, view, changed, progress)
            _publish(settings, folder, state)
    return _report(state, made, len(changed) - made.put_articles, rebuilt=False)


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


def _opened(folder: Path, manifest: Manifest) -> OpenGeneration:
    return OpenGeneration(
        articles=WhooshBackend.open(folder / ARTICLES.name),
        statements=WhooshBackend.open(folder / STATEMENTS.name),
        clusters=Clusters.open(folder),
        groups=Clusters.open(folder, GROUPS_FILE),
        manifest=manifest,
    )


def _rebuild(view: View, settings: Settings, progress: Progress | None) -> IndexReport:
    state = view.state()
    with next_generation(settings.index_folder, None) as folder:
        with building(folder, anew=True, clusters=view.clusters()) as made:
            for stored in view.articles():
                made.put(stored)
                if progress:
                    progress(made.put_articles, state.articles)
        _publish(settings, folder, state)
    return _report(state, made, 0, rebuilt=True)


def _write_changes(made: Building, view: View, changed: list[str], progress: Progress | None) -> None:
    done = 0
    for chunk in _chunks(changed):
        held = view.get_many(chunk)
        for identity in chunk:
            stored = held.get(identity)
            if stored is None or stored.withdrawn is not None:
                made.delete(identity)
            else:
                made.put(stored)
            done += 1
            if progress:
                progress(done, len(changed))


def _report(state: StoreState, made: Building, deleted: int, *, rebuilt: bool) -> IndexReport:
    return IndexReport(
        state.change_number,
        state.generation,
        put=made.put_articles,
        deleted=deleted,
        statements=made.put_statements,
        rebuilt=rebuilt,
    )


def _chunks(items: list[str], size: int = 200) -> Iterator[list[str]]:
    for start in range(0, len(items), size):
        yield items[start : start + size]


def _publish(settings: Settings, folder: Path, state: StoreState) -> None:
    manifest = Manifest(
        change=state.change_number,
        generation=state.generation,
        folder=folder_name(state.change_number, state.generation, folder),
        engine=settings.engine,
        schema_version=SCHEMA_VERSION,
        consolidated=state.consolidated,
    )
    publish(settings.index_folder, folder, manifest, settings.keep_generations)
