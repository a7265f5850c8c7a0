"""The boundary between searching and engines: what a backend of one collection must do.

Analysis, expansion and highlighting stay above it. `tests/index/backends/contract.py` says the same in tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import Protocol

from index.fields import FieldTable
from index.query import Query
from index.results import IndexDocument, IndexInfo, Results
from index.suggesting.pairs import Pairs


class IndexWriter(Protocol):
    """Changes to one collection; seen by nobody until the `with` block ends, and undone if it raises."""

    def put(self, document: IndexDocument) -> None:
        """Add a document, replacing the one of the same id."""

    def delete(self, identity: str) -> None:
        """Remove the document of this id; nothing happens if there is none."""

    def delete_having(self, field: str, value: str) -> None:
        """Remove every document there was before the block that has this value of a keyword field.

        What the block itself puts stays: so the new ones can be put first or last.
        """


class GroupCounts(Protocol):
    """Groups of documents and how many were found of each; a `Counter` is one."""

    def __getitem__(self, group: str, /) -> int:
        """How many of one group; 0 if there is no such group."""

    def __len__(self) -> int:
        """Of how many groups any were found."""

    def total(self) -> int:
        """How many were found that are in a group."""


class Backend(Protocol):
    """One collection in one engine, as of the moment it was opened."""

    @property
    def fields(self) -> FieldTable:
        """The fields of the collection."""

    def search(self, query: Query) -> Results:
        """Exact total, one page of hits in the query's order, exact facets (labels empty).

        Orders are total: `relevance` by score descending, then newest first, then id; `newest` and `oldest` by
        the first day of the `date` period, undated last in both, then id.
        """

    def iter_ids(self, query: Query) -> Iterator[str]:
        """Every id of the query, ascending, without any window."""

    def count_groups(self, query: Query, groups: Mapping[str, str]) -> GroupCounts:
        """How many documents of the query each group has.

        Args:
            groups: group by id; what is not in it is in no group. It may be kept, and must not change.
        """

    def terms(self, field: str, prefix: str = "") -> Iterable[tuple[str, int]]:
        """Keys of a text field, or values of a keyword field, that begin with `prefix`, with their document
        frequencies, ascending."""

    def pairs(self, field: str, documents: int) -> Pairs:
        """Which key of a text field stands directly behind which, in a sample of at most so many documents."""

    def writer(self) -> AbstractContextManager[IndexWriter]:
        """A transaction: all or nothing."""

    def info(self) -> IndexInfo:
        """Engine, number of documents, schema version."""

    def verify(self) -> list[str]:
        """What is stored and does not agree with its checksum, one name each; reads all of it."""

    def close(self) -> None:
        """Release files."""
