"""What the archive holds, in numbers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, Connection, FromClause, Select, distinct, func, literal_column, select

from archive.reasons import reason_code
from archive.storage.heads import LIVE, WITHDRAWN
from archive.storage.knowledge_schema import (
    clusters,
    corrections,
    officials,
    persons,
    place_evidence,
    possible,
    statements,
    tenures,
)
from archive.storage.schema import articles, originals, rejections, revisions


@dataclass(frozen=True, slots=True)
class Statistics:
    """Counts of live articles unless said otherwise.

    Attributes:
        revisions: of all articles.
        by_unit: by id of the subject unit; an article with several subjects counts in each.
        by_year: by year of the sort date.
        clusters: groups of near-duplicates.
        clustered: articles in them.
        dated, located, with_officials: how many have a sort date, a subject unit, an official.
        persons, tenures: officials across the archive, and the posts they were seen in.
        possibly_same: pairs of persons that may be one.
        statements: heads, before corrections; `by_act`: by what is done by saying them.
        corrections: those in force.
        rejections: documents rejected in any run, each place once, by the code of the reason.
        original_bytes: size of the originals as they came.
        stored_bytes: size of the originals as compressed.
        database_bytes: size of the file of the store.
    """

    articles: int
    withdrawn: int
    revisions: int
    by_source: Mapping[str, int]
    by_unit: Mapping[str, int]
    by_year: Mapping[str, int]
    dated: int
    located: int
    with_officials: int
    clusters: int
    clustered: int
    persons: int
    tenures: int
    possibly_same: int
    statements: int
    by_act: Mapping[str, int]
    corrections: int
    rejections: Mapping[str, int]
    original_bytes: int
    stored_bytes: int
    database_bytes: int

    def share(self, count: int) -> float:
        """`count` as a share of the live articles, 0 to 1."""
        return count / self.articles if self.articles else 0.0


def gather_statistics(connection: Connection, database_bytes: int) -> Statistics:
    """Count everything."""
    current = revisions.join(articles, articles.c.current == revisions.c.change)
    placed = current.join(place_evidence, place_evidence.c.revision == revisions.c.change)
    named = current.join(officials, officials.c.revision == revisions.c.change)
    is_subject = place_evidence.c.role == "subject"
    article = distinct(revisions.c.article)
    year = func.substr(revisions.c.sort_date, 1, 4)
    is_dated = revisions.c.sort_date.is_not(None)
    sizes = connection.execute(
        select(func.sum(originals.c.size), func.sum(func.length(originals.c.compressed)))
    ).one()
    by_act = _by_act(connection, current)
    return Statistics(
        articles=_count(connection, select(func.count()).where(articles.c.state == LIVE)),
        withdrawn=_count(connection, select(func.count()).where(articles.c.state == WITHDRAWN)),
        revisions=_count(connection, select(func.count()).select_from(revisions)),
        by_source=_by(connection, revisions.c.source, current),
        by_unit=_by(connection, place_evidence.c.unit, placed, is_subject),
        by_year=_by(connection, year, current, is_dated),
        dated=_count(connection, _live(article, current, is_dated)),
        located=_count(connection, _live(article, placed, is_subject)),
        with_officials=_count(connection, _live(article, named)),
        clusters=_count(connection, select(func.count(distinct(clusters.c.cluster)))),
        clustered=_count(connection, select(func.count()).select_from(clusters)),
        persons=_count(connection, select(func.count()).select_from(persons)),
        tenures=_count(connection, select(func.count()).select_from(tenures)),
        possibly_same=_count(connection, select(func.count()).select_from(possible)),
        statements=sum(by_act.values()),
        by_act=by_act,
        corrections=_count(connection, select(func.count()).where(corrections.c.until.is_(None))),
        rejections=_rejections(connection),
        original_bytes=sizes[0] or 0,
        stored_bytes=sizes[1] or 0,
        database_bytes=database_bytes,
    )


def _count(connection: Connection, counting: Select[Any]) -> int:
    return int(connection.execute(counting).scalar_one())


def _live(value: ColumnElement[Any], rows: FromClause, *conditions: ColumnElement[bool]) -> Select[Any]:
    return select(func.count(value)).select_from(rows).where(articles.c.state == LIVE, *conditions)


def _by(
    connection: Connection, key: ColumnElement[Any], rows: FromClause, *conditions: ColumnElement[bool]
) -> dict[str, int]:
    counting = (
        select(key, func.count(distinct(revisions.c.article)))
        .select_from(rows)
        .where(articles.c.state == LIVE, *conditions)
        .group_by(key)
        .order_by(key)
    )
    return {row[0]: row[1] for row in connection.execute(counting)}


def _by_act(connection: Connection, current: FromClause) -> dict[str, int]:
    said = current.join(statements, statements.c.revision == revisions.c.change)
    counting = (
        select(statements.c.act, func.count())
        .select_from(said)
        .where(articles.c.state == LIVE, statements.c.continues.is_(None))
        .group_by(statements.c.act)
        .order_by(statements.c.act)
    )
    return {row[0]: row[1] for row in connection.execute(counting)}


def _rejections(connection: Connection) -> dict[str, int]:
    refused = rejections.c
    places = select(refused.template, refused.path, refused.member, refused.line).distinct().subquery()
    template = places.c.template
    counting = select(template, func.count(literal_column("*"))).group_by(template).order_by(template)
    counts: Counter[str] = Counter()
    for said, count in connection.execute(counting):
        counts[reason_code(said)] += count
    return dict(counts)
