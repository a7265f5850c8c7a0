"""The embedded backend: a Whoosh index in one folder."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

from whoosh.index import FileIndex

from archive.errors import IndexUnavailable, SearchError
from index.backends.validation import check_query, check_terms_field, check_text_field
from index.backends.whoosh.conditions import Conditions
from index.backends.whoosh.damage import damage_reported, damaged_arrays
from index.backends.whoosh.deadline import Deadline
from index.backends.whoosh.evaluation import Evaluator
from index.backends.whoosh.groups import FoundGroups
from index.backends.whoosh.schema import LAYOUT_VERSION, make_schema
from index.backends.whoosh.segment import opened_segments
from index.backends.whoosh.selection import Selection
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.storage import DurableStorage
from index.backends.whoosh.writer import WhooshWriter
from index.fields import ARTICLES, COLLECTIONS, SCHEMA_VERSION, FieldTable
from index.query import Query
from index.results import IndexInfo, Results
from index.suggesting.pairs import Pairs

STAMP = "khobao.json"
_VERSION = {"engine": "whoosh", "schema_version": SCHEMA_VERSION, "layout": LAYOUT_VERSION}


QUERY_SECONDS = 10.0
"""How long a query may take, where nothing else is said."""


class _State(NamedTuple):
    """What is searched; exchanged as a whole, so that a query sees one moment."""

    snapshot: Snapshot
    conditions: Conditions


class WhooshBackend:
    """One collection in one folder. Implements `index.backend.Backend`; made by `open` or `create`.

    Any number of threads may search at the same time.
    """

    def __init__(self, folder: Path, fields: FieldTable, query_seconds: float = QUERY_SECONDS) -> None:
        self.fields = fields
        self._folder = folder
        self._query_seconds = query_seconds
        self._index = FileIndex(DurableStorage(str(folder)), make_schema(fields))
        self._state = self._current_state()

    @classmethod
    def open(cls, folder: Path, query_seconds: float = QUERY_SECONDS) -> WhooshBackend:
        """Open the index in a folder.

        Args:
            folder: made by `create`.
            query_seconds: how long a query may take; then it raises `LimitError`.

        Raises:
            IndexUnavailable: there is none, it is damaged, or it was written by another version.
        """
        fields = _stamped_fields(folder)
        with damage_reported(folder):
            return cls(folder, fields, query_seconds)

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
        FileIndex.create(DurableStorage(str(folder)), make_schema(fields))
        stamp = _VERSION | {"collection": fields.name}
        (folder / STAMP).write_text(json.dumps(stamp), "utf-8")
        return cls(folder, fields)

    def search(self, query: Query) -> Results:
        """See `Backend.search`."""
        check_query(query, self.fields)
        selection = self._selection(query)
        return Results(selection.total, selection.page(), selection.facets())

    def iter_ids(self, query: Query) -> Iterator[str]:
        """See `Backend.iter_ids`."""
        check_query(query, self.fields)
        return self._selection(query).ids()

    def count_groups(self, query: Query, groups: Mapping[str, str]) -> FoundGroups:
        """See `Backend.count_groups`."""
        check_query(query, self.fields)
        return self._selection(query).groups(groups)

    def terms(self, field: str, prefix: str = "") -> Iterable[tuple[str, int]]:
        """See `Backend.terms`."""
        check_terms_field(field, self.fields)
        return self._state.snapshot.frequencies(field, prefix)

    def pairs(self, field: str, documents: int) -> Pairs:
        """See `Backend.pairs`."""
        check_text_field(field, self.fields)
        return self._state.snapshot.pairs(field, documents)

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
        self._state = self._current_state()

    def info(self) -> IndexInfo:
        """See `Backend.info`."""
        return IndexInfo("whoosh", self._state.snapshot.count, SCHEMA_VERSION)

    def verify(self) -> list[str]:
        """What of the index does not agree with its checksums (`damaged_arrays`)."""
        return damaged_arrays(self._folder)

    def close(self) -> None:
        """See `Backend.close`: files go with the last result that is read from them."""

    def _selection(self, query: Query) -> Selection:
        snapshot, conditions = self._state
        evaluator = Evaluator(snapshot, conditions, Deadline(self._query_seconds))
        return Selection(snapshot, conditions, evaluator, query)

    def _current_state(self) -> _State:
        snapshot = Snapshot(opened_segments(self._index), self.fields)
        return _State(snapshot, Conditions(snapshot))


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
