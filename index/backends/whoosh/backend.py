"""The embedded backend: a Whoosh index in one folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import RLock

from whoosh.filedb.filestore import FileStorage
from whoosh.index import FileIndex

from archive.errors import IndexUnavailable, SearchError
from index.backends.validation import check_query, check_terms_field
from index.backends.whoosh.damage import damage_reported
from index.backends.whoosh.schema import LAYOUT_VERSION, make_schema
from index.backends.whoosh.selection import Selection
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.writer import WhooshWriter
from index.fields import ARTICLES, COLLECTIONS, SCHEMA_VERSION, FieldTable
from index.query import Query
from index.results import IndexInfo, Results

STAMP = "khobao.json"
_VERSION = {"engine": "whoosh", "schema_version": SCHEMA_VERSION, "layout": LAYOUT_VERSION}


class WhooshBackend:
    """One collection in one folder. Implements `index.backend.Backend`; made by `open` or `create`."""

    def __init__(self, folder: Path, fields: FieldTable) -> None:
        self.fields = fields
        self._folder = folder
        self._lock = RLock()
        self._index = FileIndex(FileStorage(str(folder)), make_schema(fields))
        self._snapshot = self._current_snapshot()

    @classmethod
    def open(cls, folder: Path) -> WhooshBackend:
        """Open the index in a folder.

        Raises:
            IndexUnavailable: there is none, it is damaged, or it was written by another version.
        """
        fields = _stamped_fields(folder)
        with damage_reported(folder):
            return cls(folder, fields)

    @classmethod
    def create(cls, folder: Path, fields: FieldTable = ARTICLES) -> WhooshBackend:
        """Make an empty index of a collection in a folder, which is made too if need be.

        Raises:
            SearchError: the folder has an index already.
        """
        if (folder / STAMP).exists():
            raise SearchError(
                "{folder} has an index already: choose another folder, or open it", folder=folder
            )
        folder.mkdir(parents=True, exist_ok=True)
        FileIndex.create(FileStorage(str(folder)), make_schema(fields))
        stamp = _VERSION | {"collection": fields.name}
        (folder / STAMP).write_text(json.dumps(stamp), "utf-8")
        return cls(folder, fields)

    def search(self, query: Query) -> Results:
        """See `Backend.search`."""
        check_query(query, self.fields)
        with self._reading() as snapshot:
            selection = Selection(snapshot, query)
            return Results(selection.total, selection.page(), selection.facets())

    def iter_ids(self, query: Query) -> Iterator[str]:
        """See `Backend.iter_ids`."""
        check_query(query, self.fields)
        with self._reading() as snapshot:
            return iter(Selection(snapshot, query).ids())

    def terms(self, field: str, prefix: str = "") -> Iterable[tuple[str, int]]:
        """See `Backend.terms`."""
        check_terms_field(field, self.fields)
        with self._reading() as snapshot:
            return snapshot.frequencies(field, prefix)

    @contextmanager
    def writer(self) -> Iterator[WhooshWriter]:
        """See `Backend.writer`."""
        writer = WhooshWriter(self._index, self._folder, self.fields)
        try:
            yield writer
        except BaseException:
            writer.cancel()
            raise
        writer.commit()
        with self._reading() as outdated:
            self._snapshot = self._current_snapshot()
            outdated.close()

    def info(self) -> IndexInfo:
        """See `Backend.info`."""
        return IndexInfo("whoosh", self._snapshot.count, SCHEMA_VERSION)

    def close(self) -> None:
        """See `Backend.close`."""
        with self._reading() as snapshot:
            snapshot.close()

    def _current_snapshot(self) -> Snapshot:
        return Snapshot(self._index.reader(), self._folder, self.fields)

    @contextmanager
    def _reading(self) -> Iterator[Snapshot]:
        """The snapshot, for one thread at a time."""
        with self._lock:
            yield self._snapshot


def _stamped_fields(folder: Path) -> FieldTable:
    """The fields of the collection a folder says it holds."""
    try:
        stamp = json.loads((folder / STAMP).read_text("utf-8"))
    except FileNotFoundError as error:
        raise IndexUnavailable(
            "there is no index in {folder}: run khobao index rebuild", folder=folder
        ) from error
    except (OSError, ValueError) as error:
        raise IndexUnavailable(
            "the index in {folder} is damaged ({reason}): run khobao index rebuild",
            folder=folder,
            reason=f"{STAMP}: {error}",
        ) from error
    fields = COLLECTIONS.get(stamp.get("collection", "")) if isinstance(stamp, dict) else None
    if fields is None or stamp != _VERSION | {"collection": fields.name}:
        raise IndexUnavailable(
            "the index in {folder} was written by another version: run khobao index rebuild", folder=folder
        )
    return fields
