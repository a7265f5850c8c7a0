"""Everything that can be read in a store, at one moment of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from archive.errors import NotFound
from archive.storage.articles import StoredArticle, read_current, read_revisions
from archive.storage.changes import last_change
from archive.storage.extents import WHOLE, Extent
from archive.storage.generation import read_tally
from archive.storage.heads import LIVE, find_heads, get_head
from archive.storage.originals import get_original
from archive.storage.schema import articles, revisions

CHUNK_ARTICLES = 100

_LIVE_AFTER = (
    select(articles.c.id, articles.c.current)
    .where(articles.c.state == LIVE, articles.c.id > bindparam("after"))
    .order_by(articles.c.id)
    .limit(CHUNK_ARTICLES)
)
_REVISION = select(revisions.c.change).where(
    revisions.c.article == bindparam("article"), revisions.c.number == bindparam("number")
)


@dataclass(frozen=True, slots=True)
class StoreState:
    """Where the store stands.

    Attributes:
        generation: 32 hex digits; equal live articles read by equal rules have the same, in whatever order
            they came.
        articles: live ones.
        revisions: all, of withdrawn articles too.
        rules_versions: those that read the live articles, oldest first.
        consolidated: number of the last change that persons and clusters know of.
    """

    change_number: int
    generation: str
    articles: int
    revisions: int
    rules_versions: tuple[int, ...]
    consolidated: int


def read_state(connection: Connection) -> StoreState:
    """Where the store stands."""
    tally = read_tally(connection)
    return StoreState(
        tally.change_number,
        tally.generation_hex,
        tally.articles,
        tally.revisions,
        tally.rules_versions,
        tally.consolidated,
    )


def read_article(connection: Connection, identity: str) -> StoredArticle:
    """The current revision of the article with this id or short hash, withdrawn or not.

    Raises:
        NotFound: there is none.
    """
    change = get_head(connection, identity).change
    return read_revisions(connection, (change,))[change]


def read_articles(
    connection: Connection, ids: Iterable[str], extent: Extent = WHOLE
) -> dict[str, StoredArticle]:
    """Current revisions by id, in the order asked for; ids that are not there are left out."""
    wanted = list(dict.fromkeys(ids))
    found: dict[str, StoredArticle] = {}
    for start in range(0, len(wanted), CHUNK_ARTICLES):
        chunk = wanted[start : start + CHUNK_ARTICLES]
        stored = read_current(connection, chunk, extent)
        found |= {identity: stored[identity] for identity in chunk if identity in stored}
    return found


def live_articles(connection: Connection, after: str, extent: Extent = WHOLE) -> Iterator[StoredArticle]:
    """Live articles by id, from the one behind `after`."""
    while rows := connection.execute(_LIVE_AFTER, {"after": after}).all():
        stored = read_revisions(connection, [row.current for row in rows], extent=extent)
        yield from (stored[row.current] for row in rows)
        after = rows[-1].id


def article_at(connection: Connection, identity: str, change_number: int) -> StoredArticle | None:
    """An article as it was live at a change of the past; None if it was not there yet, or withdrawn.

    Its `rules_version` is the latest that read this revision so.
    """
    heads = find_heads(connection, identity, identity)
    change = last_change(connection, heads[0].id, change_number) if heads else None
    if change is None or change.kind == "withdrawn":
        return None
    written = _writer_of(connection, change.article, change.revision)
    then = read_revisions(connection, (written,), change_number)[written]
    return replace(then, withdrawn=None)


def original_of(connection: Connection, identity: str, revision: int | None) -> tuple[bytes, str]:
    """The bytes an article was read from, and their media.

    Args:
        revision: its number; None for the current one.

    Raises:
        NotFound: there is no such article or revision.
    """
    head = get_head(connection, identity)
    written = head.change if revision is None else _writer_of(connection, head.id, revision)
    chosen = select(revisions.c.content_sha256, revisions.c.media).where(revisions.c.change == written)
    sha256, media = connection.execute(chosen).one()
    return get_original(connection, sha256), media


def _writer_of(connection: Connection, article_id: str, revision: int) -> int:
    found = connection.execute(_REVISION, {"article": article_id, "number": revision}).scalar()
    if found is None:
        raise NotFound(
            "article {article_id} has no revision {revision}: khobao show names those it has",
            article_id=article_id,
            revision=revision,
        )
    return int(found)
