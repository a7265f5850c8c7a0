"""What the index holds of one article: the pure work of indexing, done wherever there is a processor."""

from __future__ import annotations

from typing import NamedTuple

from archive.storage.articles import StoredArticle
from index.indexing.documents import index_document
from index.indexing.sketches import Sketch, sketches_of
from index.indexing.statement_documents import index_statements
from index.indexing.statements import speeches
from index.results import IndexDocument


class Entry(NamedTuple):
    """An article as the index holds it: its document, those of its statements, and what these are compared by."""

    article: IndexDocument
    statements: list[IndexDocument]
    sketches: list[Sketch]


def entry(stored: StoredArticle) -> Entry:
    """Analyse an article."""
    said = speeches(stored)
    return Entry(
        index_document(stored, said), index_statements(stored, said), sketches_of(said) if said else []
    )
