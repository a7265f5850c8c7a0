"""The head of an article: where its current revision stands."""

from __future__ import annotations

from typing import NamedTuple

from sqlalchemy import Connection, bindparam, or_, select

from archive.errors import NotFound
from archive.storage.generation import row_hash
from archive.storage.schema import articles, revisions

LIVE = "live"
WITHDRAWN = "withdrawn"

_COLUMNS = (
    articles.c.id,
    articles.c.state,
    revisions.c.change,
    revisions.c.number,
    revisions.c.content_sha256,
    revisions.c.rules_version,
    revisions.c.knowledge_hash,
    revisions.c.source,
    revisions.c.url,
)
_HEADS = select(*_COLUMNS).join(revisions, revisions.c.change == articles.c.current)
_NAMED = _HEADS.where(or_(articles.c.id == bindparam("id"), articles.c.short == bindparam("short")))
_HOLDING = _HEADS.where(
    revisions.c.content_sha256 == bindparam("sha256"), revisions.c.source == bindparam("source")
).order_by(articles.c.id)


class Head(NamedTuple):
    """The current revision of an article: `change` wrote it, `number` counts from 1."""

    id: str
    state: str
    change: int
    number: int
    content_sha256: str
    rules_version: int
    knowledge_hash: str
    source: str
    url: str | None

    @property
    def is_live(self) -> bool:
        """Whether the article is shown."""
        return self.state == LIVE

    @property
    def row_hash(self) -> int:
        """What the article adds to the generation while it is live."""
        return row_hash(self.id, self.content_sha256, self.knowledge_hash, self.rules_version)


def find_heads(connection: Connection, article_id: str, short: str) -> list[Head]:
    """The article of this id, if it is there, then the one of this short hash, if it is another."""
    found = [Head(*row) for row in connection.execute(_NAMED, {"id": article_id, "short": short})]
    return sorted(found, key=lambda head: head.id != article_id)


def get_head(connection: Connection, identity: str) -> Head:
    """The head of the article with this id or short hash.

    Raises:
        NotFound: there is none.
    """
    found = find_heads(connection, identity, identity)
    if not found:
        raise NotFound("no article {identity!r}: give an id as search prints it", identity=identity)
    return found[0]


def find_holder(connection: Connection, content_sha256: str, source: str) -> Head | None:
    """The article of this source that now holds this content, if there is one."""
    row = connection.execute(_HOLDING, {"sha256": content_sha256, "source": source}).first()
    return None if row is None else Head(*row)
