"""More articles than there are: copies of those there are, under new ids, on days of other articles.

Only the index is made of copies; what a page shows of one is read from the article it was copied from.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from random import Random
from typing import Any

from archive.storage.store import open_store
from index.backend import Backend, GroupCounts, IndexWriter
from index.backends.whoosh import WhooshBackend
from index.benchmarking.documents import read_documents
from index.benchmarking.workplace import Workplace
from index.fields import COLLECTIONS, FieldTable
from index.indexing.indexer import open_generation
from index.query import Query
from index.results import IndexDocument, IndexInfo, Results
from index.searcher import Searcher

COPY_SIGN = "~"
"""Stands between an id and the number of the copy."""
DAY_FIELDS = ("year", "month", "day")


def build_copies(place: Workplace, copies: int, collection: str) -> int:
    """Index every document of a collection so many times, in one transaction; returns how many were put."""
    source = place.documents(collection)
    days = _days(read_documents(source))
    backend = WhooshBackend.create(folder_of_copies(place, copies, collection), COLLECTIONS[collection])
    with backend.writer() as writer:
        for number in range(copies):
            for document in _copied(read_documents(source), number, days):
                writer.put(document)
    backend.close()
    return copies * len(days)


def folder_of_copies(place: Workplace, copies: int, collection: str) -> Path:
    """Where the index of copies is."""
    return place.index(f"copies-{copies}", collection)


class CopiesBackend:
    """An index of copies whose hits are named by the originals, each once. Implements `index.backend.Backend`."""

    def __init__(self, backend: Backend, copies: int) -> None:
        self._backend = backend
        self._copies = copies

    @property
    def fields(self) -> FieldTable:
        """See `Backend.fields`."""
        return self._backend.fields

    def search(self, query: Query) -> Results:
        """See `Backend.search`."""
        # Copies of one article have one score: a page of different articles lies within so many times its hits.
        found = self._backend.search(replace(query, limit=query.limit * self._copies))
        originals = {original(hit.id): hit for hit in reversed(found.hits)}
        hits = [replace(hit, id=identity) for identity, hit in reversed(originals.items())]
        return replace(found, hits=tuple(hits[: query.limit]))

    def iter_ids(self, query: Query) -> Iterator[str]:
        """See `Backend.iter_ids`."""
        return self._backend.iter_ids(query)

    def count_groups(self, query: Query, groups: Mapping[str, str]) -> GroupCounts:
        """See `Backend.count_groups`."""
        return self._backend.count_groups(query, groups)

    def terms(self, field: str, prefix: str = "") -> Iterable[tuple[str, int]]:
        """See `Backend.terms`."""
        return self._backend.terms(field, prefix)

    def writer(self) -> AbstractContextManager[IndexWriter]:
        """See `Backend.writer`."""
        return self._backend.writer()

    def info(self) -> IndexInfo:
        """See `Backend.info`."""
        return self._backend.info()

    def verify(self) -> list[str]:
        """See `Backend.verify`."""
        return self._backend.verify()

    def close(self) -> None:
        """See `Backend.close`."""
        self._backend.close()


def open_copies(place: Workplace, copies: int) -> Searcher:
    """A searcher over copies, with the store of the originals."""
    opened = open_generation(place.settings)
    opened.articles.close()
    opened.statements.close()
    made: dict[str, Any] = {
        collection: CopiesBackend(WhooshBackend.open(folder_of_copies(place, copies, collection)), copies)
        for collection in COLLECTIONS
    }
    store = open_store(place.settings.store_url, create=False)
    return Searcher(store, replace(opened, **made), place.settings)


def original(identity: str) -> str:
    """The id of what was copied."""
    return identity.rpartition(COPY_SIGN)[0]


def _copied(
    documents: Iterable[IndexDocument], number: int, days: Sequence[dict[str, Any]]
) -> Iterator[IndexDocument]:
    shuffled = Random(number)  # noqa: S311 - the same copies in every run
    for document in documents:
        other = shuffled.choice(days)
        keywords = {field: values for field, values in document.keywords.items() if field not in DAY_FIELDS}
        if "article" in keywords:
            keywords["article"] = (f"{keywords['article'][0]}{COPY_SIGN}{number}",)
        yield replace(
            document,
            id=f"{document.id}{COPY_SIGN}{number}",
            keywords=keywords | other["keywords"],
            periods=other["periods"],
        )


def _days(documents: Iterable[IndexDocument]) -> list[dict[str, Any]]:
    """All that says when, of every document; equal ones are one object, since there may be a million of them."""
    known: dict[str, dict[str, Any]] = {}
    days = []
    for document in documents:
        named = {field: values for field, values in document.keywords.items() if field in DAY_FIELDS}
        said = {"keywords": named, "periods": document.periods}
        days.append(known.setdefault(repr(said), said))
    return days
