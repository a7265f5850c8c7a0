"""Verification: does the store still hold, byte for byte and row for row, what was put into it?"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from sqlalchemy import Connection, ForeignKeyConstraint, Table, and_, func, not_, select

from archive.storage.amendments import corrections_in_force
from archive.storage.articles import StoredArticle, read_uncorrected
from archive.storage.compact import pack_words
from archive.storage.generation import Tally, knowledge_hash, read_tally, row_hash
from archive.storage.knowledge_schema import ALL_TABLES, clusters, copies, similar
from archive.storage.originals import damaged_originals
from archive.storage.schema import articles, changes, revisions

_CHUNK_REVISIONS = 100
_RECONSOLIDATE = "restore the store from a backup or ingest anew"


def verify(connection: Connection) -> Iterator[str]:
    """Look at everything.

    Yields:
        One line for each problem; nothing when all is well.
    """
    for sha256 in damaged_originals(connection):
        yield f"original {sha256} no longer has its checksum: restore it from a backup"
    for table in ALL_TABLES.sorted_tables:
        yield from _orphans(connection, table)
    yield from _change_log(connection)
    yield from _heads(connection)
    yield from _clusters(connection)
    yield from _revisions(connection)


def _orphans(connection: Connection, table: Table) -> Iterator[str]:
    for constraint in table.constraints:
        if isinstance(constraint, ForeignKeyConstraint):
            for key in constraint.elements:
                referred = key.column
                missing = not_(select(1).where(referred == key.parent).correlate(table).exists())
                counting = select(func.count()).select_from(table).where(key.parent.is_not(None), missing)
                if count := connection.execute(counting).scalar_one():
                    yield f"{count} rows of {table.name} refer to missing {referred.table.name}"


def _change_log(connection: Connection) -> Iterator[str]:
    number = changes.c.number
    first, last, count = connection.execute(
        select(func.min(number), func.max(number), func.count()).select_from(changes)
    ).one()
    if count and (first, last) != (1, count):
        yield f"the change log holds {count} changes numbered {first} to {last}: some are lost"
    if (last or 0) != read_tally(connection).change_number:
        yield f"the manifest is at change {read_tally(connection).change_number}, the log at {last or 0}"


def _heads(connection: Connection) -> Iterator[str]:
    newest = (
        select(revisions.c.article, func.max(revisions.c.number).label("number"))
        .group_by(revisions.c.article)
        .subquery()
    )
    is_head = and_(revisions.c.change == articles.c.current, revisions.c.article == articles.c.id)
    rows = connection.execute(
        select(articles.c.id, revisions.c.number, newest.c.number)
        .outerjoin(revisions, is_head)
        .outerjoin(newest, newest.c.article == articles.c.id)
        .where(revisions.c.number.is_distinct_from(newest.c.number) | revisions.c.number.is_(None))
        .order_by(articles.c.id)
    )
    for article_id, current, number in rows:
        yield f"article {article_id}: revision {current} is current, {number} is the newest"


def _clusters(connection: Connection) -> Iterator[str]:
    name, size = clusters.c.cluster, func.count()
    misnamed = select(name).group_by(name).having((func.min(clusters.c.article) != name) | (size < 2))
    for cluster in connection.execute(misnamed.order_by(name)).scalars():
        yield f"cluster {cluster} is not named by the smallest of two or more articles: {_RECONSOLIDATE}"
    one, other = copies.alias(), copies.alias()
    of_one, of_other = clusters.alias(), clusters.alias()
    apart = (
        select(func.count())
        .select_from(similar)
        .join(one, one.c.text == similar.c.text)
        .join(other, other.c.text == similar.c.other)
        .outerjoin(of_one, of_one.c.article == one.c.article)
        .outerjoin(of_other, of_other.c.article == other.c.article)
        .where(of_one.c.cluster.is_(None) | of_one.c.cluster.is_distinct_from(of_other.c.cluster))
    )
    if count := connection.execute(apart).scalar_one():
        yield f"{count} pairs of near-duplicates are not in one cluster: {_RECONSOLIDATE}"


def _revisions(connection: Connection) -> Iterator[str]:
    kept = read_tally(connection)
    counted = Tally(change_number=kept.change_number, rules=Counter(), consolidated=kept.consolidated)
    after = 0
    while hashes := _knowledge_hashes(connection, after):
        stored = read_uncorrected(connection, list(hashes))
        for change in hashes:
            if change in stored:
                yield from _revision(stored[change], hashes[change])
        _count(connection, counted, hashes, stored)
        after = max(hashes)
    for correction in corrections_in_force(connection):
        counted.put_correction(correction.row_hash)
    if counted.generation != kept.generation:
        yield f"generation of the manifest: {kept.generation_hex}, of the rows: {counted.generation_hex}"
    for name in ("articles", "revisions", "rules_versions"):
        if getattr(counted, name) != getattr(kept, name):
            yield f"{name} of the manifest: {getattr(kept, name)}, counted: {getattr(counted, name)}"


def _knowledge_hashes(connection: Connection, after: int) -> dict[int, str]:
    chosen = (
        select(revisions.c.change, revisions.c.knowledge_hash)
        .where(revisions.c.change > after)
        .order_by(revisions.c.change)
        .limit(_CHUNK_REVISIONS)
    )
    return {row.change: row.knowledge_hash for row in connection.execute(chosen)}


def _revision(stored: StoredArticle, knowledge: str) -> Iterator[str]:
    name = f"article {stored.article.id} revision {stored.revision}"
    if _knowledge_hash(stored) != knowledge:
        lost = "" if stored.article.paragraphs else ", it has no paragraphs"
        yield f"{name} is not what was saved: its rows differ from their hash{lost}"


def _knowledge_hash(stored: StoredArticle) -> str:
    return knowledge_hash(stored.article, stored.understanding, tuple(map(pack_words, stored.words)))


def _count(
    connection: Connection, tally: Tally, hashes: dict[int, str], stored: dict[int, StoredArticle]
) -> None:
    tally.revisions += len(hashes)
    current = set(
        connection.execute(select(articles.c.current).where(articles.c.current.in_(list(hashes)))).scalars()
    )
    for change, revision in stored.items():
        if change in current and revision.withdrawn is None:
            knowledge = hashes[change]
            row = row_hash(revision.article.id, revision.content_sha256, knowledge, revision.rules_version)
            tally.add(row, revision.rules_version)
