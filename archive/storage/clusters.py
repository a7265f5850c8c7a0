"""Clusters of near-duplicates: the connected components of similar texts, named by their smallest article id.

Consolidating is a function of the set of live articles: it follows what changed, compares again only the texts
that it touched, and walks again only the components these are in, so a cluster whose middle article is gone
falls apart.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select

from archive.knowledge.shingles import Shingled, is_near_duplicate, overlap
from archive.models import Source
from archive.storage.heads import get_head
from archive.storage.knowledge_schema import clusters, copies, similar
from archive.storage.rows import chunks, put_rows
from archive.storage.schema import articles, changes, revisions, sources
from archive.storage.texts import candidates, displaced, follow, load, read_texts

MOST_MEMBERS = 100
"""Members of a cluster that are told with their overlap: each is a text to compare."""

_CHUNK_ARTICLES = 2000
_CHUNK_TEXTS = 500
_KEPT_TEXTS = 4000

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_CHANGED = (
    select(changes.c.article)
    .distinct()
    .where(changes.c.number > bindparam("after"))
    .order_by(changes.c.article)
)
_NEIGHBOURS = select(similar.c.text, similar.c.other).where(similar.c.text.in_(_IDS))
_ARTICLES_OF = select(copies.c.text, copies.c.article).where(copies.c.text.in_(_IDS))
_CLUSTERS = select(clusters.c.article, clusters.c.cluster).where(clusters.c.article.in_(_IDS))
_ALL_CLUSTERS = select(clusters.c.article, clusters.c.cluster).order_by(clusters.c.article)
_MEMBERS = (
    select(
        articles.c.id,
        articles.c.short,
        revisions.c.title,
        revisions.c.title_inferred,
        revisions.c.sort_date,
        revisions.c.url,
        sources.c.name,
        sources.c.domain,
        sources.c.home,
        sources.c.rights,
    )
    .select_from(clusters)
    .join(articles, articles.c.id == clusters.c.article)
    .join(revisions, revisions.c.change == articles.c.current)
    .join(sources, sources.c.name == revisions.c.source)
    .where(clusters.c.cluster == bindparam("cluster"), articles.c.id != bindparam("article"))
    .order_by(revisions.c.sort_date.is_(None), revisions.c.sort_date, articles.c.id)
    .limit(MOST_MEMBERS)
)


@dataclass(frozen=True, slots=True)
class Copy:
    """A near-duplicate of an article.

    Attributes:
        short: the hash of the id that URLs use.
        overlap: what part of the shorter of the two the other has too, 0 to 1; small where only others of the
            cluster lie between them.
    """

    id: str
    short: str
    source: Source
    url: str | None
    title: str | None
    title_inferred: str | None
    sort_date: str | None
    overlap: float


@dataclass(frozen=True, slots=True)
class Cluster:
    """The near-duplicates of one article.

    Attributes:
        id: the smallest id in the cluster, the article's own counted; None if it has no near-duplicates.
        size: articles in the cluster, this one counted; 1 if it is alone.
        copies: the others, earliest first, undated last; `MOST_MEMBERS` at most.
    """

    id: str | None
    size: int
    copies: tuple[Copy, ...]


def consolidate_clusters(connection: Connection, after: int) -> int:
    """Bring clusters up to the last change, from the changes later than number `after`.

    Returns:
        How many articles were looked at.
    """
    changed = connection.execute(_CHANGED, {"after": after}).scalars().all()
    for chunk in chunks(changed, _CHUNK_ARTICLES):
        _consolidate(connection, chunk)
    return len(changed)


def read_clusters(connection: Connection, ids: Sequence[str] | None = None) -> dict[str, str]:
    """Cluster by article, of these articles or of all; those without near-duplicates are left out."""
    if ids is None:
        return {row.article: row.cluster for row in connection.execute(_ALL_CLUSTERS)}
    return {
        row.article: row.cluster
        for chunk in chunks(ids)
        for row in connection.execute(_CLUSTERS, {"ids": chunk})
    }


def read_cluster(connection: Connection, identity: str) -> Cluster:
    """The near-duplicates of the article with this id or short hash; none if it is withdrawn.

    Raises:
        NotFound: there is no such article.
    """
    article = get_head(connection, identity).id
    name = read_clusters(connection, (article,)).get(article)
    if name is None:
        return Cluster(None, 1, ())
    size = connection.execute(select(func.count()).where(clusters.c.cluster == name)).scalar_one()
    rows = connection.execute(_MEMBERS, {"cluster": name, "article": article}).all()
    text_of = read_texts(connection, [article, *(row.id for row in rows)])
    return Cluster(
        name,
        size,
        tuple(
            Copy(
                id=row.id,
                short=row.short,
                source=Source(row.name, row.domain, row.home, row.rights),
                url=row.url,
                title=row.title,
                title_inferred=row.title_inferred,
                sort_date=row.sort_date,
                overlap=overlap(text_of[article], text_of[row.id]),
            )
            for row in rows
        ),
    )


def _consolidate(connection: Connection, changed: Sequence[str]) -> None:
    movement = follow(connection, changed)
    again = sorted(movement.added.keys() | displaced(connection, movement))
    seeds = movement.kept | {*again}
    for chunk in chunks([*again, *movement.removed]):
        seeds |= _forget(connection, chunk)
    _compare(connection, again)
    for moved in chunks(sorted(movement.articles)):
        connection.execute(delete(clusters).where(clusters.c.article.in_(moved)))
    _name(connection, seeds - movement.removed.keys())


def _forget(connection: Connection, chosen: Sequence[int]) -> set[int]:
    """Take texts out of all pairs; who they were paired with."""
    neighbours = {row.other for row in connection.execute(_NEIGHBOURS, {"ids": chosen})}
    for chunk in chunks(sorted(neighbours)):
        pairs = delete(similar).where(similar.c.text.in_(chunk), similar.c.other.in_(chosen))
        connection.execute(pairs)
    connection.execute(delete(similar).where(similar.c.text.in_(chosen)))
    return neighbours


def _compare(connection: Connection, chosen: Sequence[int]) -> None:
    """Compare texts with their candidates, and write the pairs that are near-duplicates."""
    kept: dict[int, Shingled] = {}
    places = {text: place for place, text in enumerate(chosen)}
    for chunk in chunks(chosen, _CHUNK_TEXTS):
        pairs = [
            (text, other)
            for text, other in candidates(connection, chunk)
            if other not in places or text < other
        ]
        wanted = {text for pair in pairs for text in pair}
        if len(kept) > _KEPT_TEXTS:
            kept = {text: kept[text] for text in wanted if text in kept}
        for missing in chunks(sorted(wanted - kept.keys())):
            kept |= load(connection, missing)
        found = [pair for pair in pairs if is_near_duplicate(kept[pair[0]], kept[pair[1]])]
        if found:
            put_rows(
                connection, similar, [pair for one, other in found for pair in ((one, other), (other, one))]
            )


def _name(connection: Connection, seeds: Iterable[int]) -> None:
    """Write the clusters of every component that one of these texts is in."""
    neighbours = _reached(connection, seeds)
    articles_of: dict[int, list[str]] = {}
    for chunk in chunks(sorted(neighbours)):
        for row in connection.execute(_ARTICLES_OF, {"ids": chunk}):
            articles_of.setdefault(row.text, []).append(row.article)
    for texts in chunks(sorted(articles_of)):
        named = [article for text in texts for article in articles_of[text]]
        connection.execute(delete(clusters).where(clusters.c.article.in_(named)))
    rows: list[dict[str, str]] = []
    for component in _components(neighbours):
        members = [article for text in component for article in articles_of[text]]
        if len(members) > 1:
            name = min(members)
            rows += [{"article": article, "cluster": name} for article in members]
    if rows:
        connection.execute(insert(clusters), rows)


def _reached(connection: Connection, seeds: Iterable[int]) -> dict[int, set[int]]:
    """The neighbours of some texts, of these, and so on."""
    neighbours: dict[int, set[int]] = {}
    frontier = set(seeds)
    while frontier:
        neighbours |= {text: set() for text in frontier}
        for chunk in chunks(sorted(frontier)):
            for row in connection.execute(_NEIGHBOURS, {"ids": chunk}):
                neighbours[row.text].add(row.other)
        frontier = {other for text in frontier for other in neighbours[text]} - neighbours.keys()
    return neighbours


def _components(neighbours: Mapping[int, set[int]]) -> Iterator[set[int]]:
    waiting = set(neighbours)
    while waiting:
        component: set[int] = set()
        frontier = {waiting.pop()}
        while frontier:
            component |= frontier
            frontier = {other for text in frontier for other in neighbours[text]} - component
        waiting -= component
        yield component
