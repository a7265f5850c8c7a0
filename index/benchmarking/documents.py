"""The documents every system is built from: the same tokens for all, kept in a file a collection.

A line a document, keys joined by blanks: 100,000 articles are read back in some seconds and never held at once.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import Any

from index.fields import COLLECTIONS, FieldTable
from index.results import IndexDocument

SHARED_FIELDS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": (
            "title",
            "body",
            "province",
            "official",
            "source",
            "author",
            "year",
            "month",
            "day",
            "date",
        ),
        "statements": ("content", "speaker", "act", "province", "year", "date"),
    }
)
"""The fields that are built into every system. Ours has more of them outside this comparison."""


def shared_table(collection: str) -> FieldTable:
    """The fields of a collection that every system has."""
    kept = (field for field in COLLECTIONS[collection].fields if field.name in SHARED_FIELDS[collection])
    return FieldTable(collection, *kept)


def narrowed(document: IndexDocument, fields: FieldTable) -> IndexDocument:
    """A document with these fields alone."""
    return IndexDocument(
        document.id,
        document.revision,
        {field: keys for field, keys in document.text.items() if field in fields.by_name},
        {field: starts for field, starts in document.sentence_starts.items() if field in fields.by_name},
        {field: values for field, values in document.keywords.items() if field in fields.by_name},
        {field: days for field, days in document.periods.items() if field in fields.by_name},
    )


def write_document(document: IndexDocument) -> str:
    """A document as a line."""
    return json.dumps(
        {
            "id": document.id,
            "revision": document.revision,
            "text": {field: " ".join(keys) for field, keys in document.text.items()},
            "starts": dict(document.sentence_starts),
            "keywords": dict(document.keywords),
            "periods": dict(document.periods),
        },
        ensure_ascii=False,
    )


def read_document(line: str) -> IndexDocument:
    """A document from its line."""
    kept: dict[str, Any] = json.loads(line)
    return IndexDocument(
        kept["id"],
        kept["revision"],
        {field: tuple(keys.split()) for field, keys in kept["text"].items()},
        _tuples(kept["starts"]),
        _tuples(kept["keywords"]),
        _tuples(kept["periods"]),
    )


def read_documents(path: Path) -> Iterator[IndexDocument]:
    """The documents of a file, in order."""
    with path.open(encoding="utf-8") as lines:
        yield from map(read_document, lines)


def read_shared(path: Path, collection: str) -> Iterator[IndexDocument]:
    """The documents of a file with the fields every system has."""
    fields = shared_table(collection)
    return (narrowed(document, fields) for document in read_documents(path))


def write_documents(path: Path, documents: Iterable[IndexDocument]) -> int:
    """Write a file of documents; returns how many there are."""
    count = 0
    with path.open("w", encoding="utf-8") as stream:
        for count, document in enumerate(documents, start=1):  # noqa: B007 - the last count is the answer
            stream.write(write_document(document) + "\n")
    return count


def _tuples(lists: Mapping[str, list[Any]]) -> dict[str, Any]:
    return {field: tuple(values) for field, values in lists.items()}
