"""Receipts run again: the same answer, or what came, what went, and why.

A receipt keeps no ids. What the answer was is rebuilt from the change log: every article untouched since is in or
out as it is now; every article touched since is put back as it was and asked by the reference engine. The hash
on the receipt proves the reconstruction.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from archive.errors import QueryError
from archive.knowledge.persons import person_id
from archive.settings import Settings
from archive.storage.articles import StoredArticle
from archive.storage.changes import Change
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.documents import index_document
from index.receipts import Comparison, Difference, Receipt, hash_ids
from index.requests import SearchRequest, request_from_object
from index.searcher import Searcher
from index.vocabulary import official_labels

REASONS = {
    "added": "new",
    "changed": "changed",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "reread": "read differently by newer rules",
}


def compare(searcher: Searcher, receipt: Receipt, settings: Settings) -> Comparison:
    """Run a receipt again.

    Raises:
        QueryError: the receipt is of a later state than this archive has reached, so of another archive.
    """
    if receipt.change > searcher.manifest.change:
        raise QueryError(
            "the receipt was given at change {then}, this archive is at {now}: run it against "
            "the archive that gave it",
            then=receipt.change,
            now=searcher.manifest.change,
        )
    request = request_from_object(receipt.question)
    now = searcher.receipt(request)
    if (now.count, now.ids_hash) == (receipt.count, receipt.ids_hash):
        return Comparison(same=True, then=receipt, now=now)
    return _difference(searcher, receipt, now, request, settings)


def _difference(
    searcher: Searcher, receipt: Receipt, now: Receipt, request: SearchRequest, settings: Settings
) -> Comparison:
    changes = {
        change.article: change
        for change in searcher.store.changes(receipt.change)
        if change.number <= searcher.manifest.change
    }
    ids_now = set(searcher.ids(request))
    ids_then = (ids_now - set(changes)) | _members_then(searcher, receipt, list(changes), request, settings)
    if hash_ids(sorted(ids_then)) != (receipt.count, receipt.ids_hash):
        return Comparison(same=False, then=receipt, now=now, proven=False)
    return Comparison(
        same=False,
        then=receipt,
        now=now,
        added=_differences(ids_now - ids_then, changes),
        removed=_differences(ids_then - ids_now, changes),
    )


def _members_then(
    searcher: Searcher, receipt: Receipt, touched: Sequence[str], request: SearchRequest, settings: Settings
) -> set[str]:
    states = (searcher.store.state_at(identity, receipt.change) for identity in touched)
    articles = [state for state in states if state is not None]
    backend = MemoryBackend(index_document(article) for article in articles)
    collection = Collection(backend, official_labels(_persons_of(articles)), settings)
    return set(collection.ids(collection.read(request)))


class _Person(NamedTuple):
    name: str
    unit: str | None


def _persons_of(articles: Sequence[StoredArticle]) -> Callable[[Sequence[str]], Mapping[str, _Person]]:
    persons = {
        person_id(official.name, official.unit): _Person(official.name, official.unit)
        for article in articles
        for official in article.understanding.officials
    }
    return lambda ids: {identity: persons[identity] for identity in ids if identity in persons}


def _differences(ids: set[str], changes: Mapping[str, Change]) -> tuple[Difference, ...]:
    return tuple(
        Difference(identity, changes[identity].number, _reason(changes[identity])) for identity in sorted(ids)
    )


def _reason(change: Change) -> str:
    reason = REASONS[change.kind]
    return f"{reason}: {change.reason}" if change.reason else reason
