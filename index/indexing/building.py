"""A generation that is being built: both collections written side by side, and what lies beside them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from index.backend import IndexWriter
from index.backends.whoosh import WhooshBackend
from index.fields import ARTICLES, STATEMENTS
from index.indexing.clusters import FILE, write_beside
from index.indexing.entries import Entry
from index.indexing.sketch_table import Sketches, SketchTable
from index.indexing.statement_groups import GROUPS_FILE, same_statements


class Building:
    """What goes into a generation; articles and their statements go together.

    Attributes:
        put_articles, put_statements: how many documents were written.
    """

    def __init__(self, articles: IndexWriter, statements: IndexWriter, sketches: Sketches) -> None:
        self._articles = articles
        self._statements = statements
        self._sketches = sketches
        self.put_articles = 0
        self.put_statements = 0

    def put(self, entry: Entry) -> None:
        """An article as it is now, in the place of whatever there was of it."""
        self.delete(entry.article.id)
        self._articles.put(entry.article)
        for document in entry.statements:
            self._statements.put(document)
        if entry.sketches:
            self._sketches.put(entry.article.id, entry.sketches)
        self.put_articles += 1
        self.put_statements += len(entry.statements)

    def delete(self, article: str) -> None:
        """Remove an article and all that is said in it."""
        self._articles.delete(article)
        self._statements.delete_having("article", article)
        self._sketches.delete(article)


@contextmanager
def building(folder: Path, *, anew: bool, clusters: Mapping[str, str]) -> Iterator[Building]:
    """Write the generation in a folder; all of it is there when the block ends.

    Args:
        anew: the folder is empty; otherwise it holds what the last generation held.
        clusters: near-duplicates as they are when the block ends.
    """
    tables = (ARTICLES, STATEMENTS)
    if anew:
        articles, statements = (WhooshBackend.create(folder / table.name, table) for table in tables)
    else:
        articles, statements = (WhooshBackend.open(folder / table.name) for table in tables)
    sketches = Sketches(None if anew else SketchTable.read(folder))
    with statements.writer() as said, articles.writer() as written:
        yield Building(written, said, sketches)
    articles.close()
    statements.close()
    write_beside(folder, FILE, clusters)
    table = sketches.table()
    table.write(folder)
    write_beside(folder, GROUPS_FILE, same_statements(table, clusters))
