"""Receipts run again: the same answer, or what came, what went, and why.

A receipt keeps no ids. What the answer was is rebuilt from the change log: every article untouched since is in or
out as it is now, and so are its statements; every article touched since is put back as it was and asked by the
reference engine. The hash on the receipt proves the reconstruction.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import NamedTuple

from archive.errors import QueryError
from archive.settings import Settings
from archive.storage.articles import StoredArticle
from archive.storage.changes import Change
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.fields import STATEMENTS, FieldTable
from index.indexing.documents import index_document
from index.indexing.statement_documents import index_statements
from index.indexing.statements import article_of, speeches
from index.names.vocabulary import official_labels
from index.receipts.receipts import Comparison, Difference, Receipt, hash_ids
from index.requests import SearchRequest, request_from_object
from index.results import IndexDocument
from index.searcher import Searcher

REASONS = {
    "added": "new",
    "changed": "changed",
    "withdrawn": "withdrawn",
    "restored": "restored",
    "reread": "read differently by newer rules",
    "identified": "officials identified by other articles",
    "corrected": "corrected",
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
    owner = article_of if request.collection == STATEMENTS.name else str
    ids_now = set(searcher.ids(request))
    untouched = {identity for identity in ids_now if owner(identity) not in changes}
    ids_then = untouched | _members_then(searcher, receipt, list(changes), request, settings)
    if hash_ids(sorted(ids_then)) != (receipt.count, receipt.ids_hash):
        return Comparison(same=False, then=receipt, now=now, proven=False)

    why = _corrected(searcher, receipt.change) if request.collection == STATEMENTS.name else {}

    def differences(ids: set[str]) -> tuple[Difference, ...]:
        found = ((identity, changes[owner(identity)]) for identity in sorted(ids))
        return tuple(
            Difference(identity, change.number, _reason(change, why.get(identity)))
            for identity, change in found
        )

    return Comparison(
        same=False,
        then=receipt,
        now=now,
        added=differences(ids_now - ids_then),
        removed=differences(ids_then - ids_now),
    )


def _members_then(
    searcher: Searcher, receipt: Receipt, touched: Sequence[str], request: SearchRequest, settings: Settings
) -> set[str]:
    states = (searcher.store.state_at(identity, receipt.change) for identity in touched)
    articles = [state for state in states if state is not None]
    backend = MemoryBackend(_documents(articles, request.fields), request.fields)
    collection = Collection(backend, official_labels(_persons_of(articles)), settings)
    return set(collection.ids(collection.read(request)))


def _documents(articles: Sequence[StoredArticle], fields: FieldTable) -> Iterator[IndexDocument]:
    for stored in articles:
        said = speeches(stored)
        if fields is STATEMENTS:
            yield from index_statements(stored, said)
        else:
            yield index_document(stored, said)


class _Person(NamedTuple):
    name: str
    unit: str | None


def _persons_of(articles: Sequence[StoredArticle]) -> Callable[[Sequence[str]], Mapping[str, _Person]]:
    persons = {
        person: _Person(official.name, official.unit)
        for article in articles
        for person, official in zip(article.people, article.understanding.officials, strict=True)
    }
    return lambda ids: {identity: persons[identity] for identity in ids if identity in persons}


def _corrected(searcher: Searcher, since: int) -> dict[str, str]:
    """Why statements were corrected after a change: of many in one article the log names only the last."""
    found = (listed.correction for listed in searcher.store.corrections())
    return {
        f"{one.article}#{one.anchor}": one.reason
        for one in found
        if one.article is not None and (one.since > since or (one.until or 0) > since)
    }


def _reason(change: Change, corrected: str | None) -> str:
    reason = REASONS[change.kind]
    detail = corrected if corrected is not None and change.kind == "corrected" else change.reason
    return f"{reason}: {detail}" if detail else reason
