"""Origins: the places articles were read from, and what each place gave last."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple, cast

from sqlalchemy import Connection, bindparam, insert, not_, select, update

from archive.documents import Media, RawDocument
from archive.identity import content_hash
from archive.models import Source
from archive.storage.heads import LIVE
from archive.storage.originals import get_original
from archive.storage.rows import AnyRow
from archive.storage.schema import articles, origins, revisions, sources
from archive.storage.writing import Writer

_AT_PLACE = (
    origins.c.article == bindparam("at_article"),
    origins.c.path == bindparam("at_path"),
    origins.c.member == bindparam("at_member"),
    origins.c.line == bindparam("at_line"),
)
_LAST = select(origins.c.sha256).where(*_AT_PLACE)
_MET_ELSEWHERE = (
    select(origins.c.path)
    .where(
        origins.c.article == bindparam("at_article"),
        origins.c.run == bindparam("run"),
        not_(_AT_PLACE[1] & _AT_PLACE[2] & _AT_PLACE[3]),
    )
    .order_by(origins.c.path)
    .limit(1)
)
_ELSEWHERE = _MET_ELSEWHERE.where(origins.c.sha256 == bindparam("sha256"))
_OTHERWISE_ELSEWHERE = _MET_ELSEWHERE.where(origins.c.sha256 != bindparam("sha256"))
_GIVEN = (
    select(origins.c.path, origins.c.member, origins.c.line, origins.c.sha256)
    .join(
        revisions,
        (revisions.c.article == origins.c.article) & (revisions.c.content_sha256 == origins.c.sha256),
    )
    .where(revisions.c.content_sha256.in_(bindparam("contents", expanding=True)))
)
_UPDATE = update(origins).where(*_AT_PLACE)
_CHUNK_ROWS = 100
_OUTDATED = (
    select(revisions, sources.c.domain, sources.c.home, sources.c.rights)
    .join(articles, articles.c.current == revisions.c.change)
    .join(sources, sources.c.name == revisions.c.source)
    .where(
        articles.c.state == LIVE,
        articles.c.id > bindparam("after"),
        revisions.c.rules_version < bindparam("rules_version"),
    )
    .order_by(articles.c.id)
    .limit(_CHUNK_ROWS)
)


class Place(NamedTuple):
    """A place a document was read from; "" and 0 where it has no member or line."""

    path: str
    member: str
    line: int

    def key(self, article_id: str) -> dict[str, object]:
        """The parameters that name this place of an article."""
        return {
            "at_article": article_id,
            "at_path": self.path,
            "at_member": self.member,
            "at_line": self.line,
        }


def printable(text: str) -> str:
    """A path as it can be kept: bytes of a file name that are not text become `\\udc..`."""
    return text.encode("utf-8", "backslashreplace").decode("utf-8")


def place_of(raw: RawDocument) -> Place:
    """The place a document was read from."""
    return Place(printable(raw.path), printable(raw.member or ""), raw.line or 0)


def last_content(connection: Connection, article_id: str, place: Place) -> str | None:
    """Checksum of what this place last gave for this article."""
    return connection.execute(_LAST, place.key(article_id)).scalar()


def gave_before(connection: Connection, documents: Sequence[RawDocument]) -> list[bool]:
    """For each of some documents whether its place last gave the same, for any article."""
    asked = [(*place_of(raw), content_hash(raw.content)) for raw in documents]
    rows = connection.execute(_GIVEN, {"contents": sorted({sha256 for *_, sha256 in asked})})
    given = set(map(tuple, rows))
    return [one in given for one in asked]


def was_met_elsewhere(connection: Connection, article_id: str, place: Place, sha256: str, run: int) -> bool:
    """Whether this run met this article with this content at another place."""
    parameters = {**place.key(article_id), "sha256": sha256, "run": run}
    return connection.execute(_ELSEWHERE, parameters).first() is not None


def other_place(connection: Connection, article_id: str, place: Place, sha256: str, run: int) -> str | None:
    """The path of another place where this run met this article with other content."""
    parameters = {**place.key(article_id), "sha256": sha256, "run": run}
    path: str | None = connection.execute(_OTHERWISE_ELSEWHERE, parameters).scalar()
    return path


def add_origin(writer: Writer, article_id: str, place: Place, source: str, sha256: str, run: int) -> None:
    """Record the first place of a new article."""
    writer.buffer.add(
        origins,
        article=article_id,
        path=place.path,
        member=place.member,
        line=place.line,
        source=source,
        sha256=sha256,
        run=run,
    )


def put_origin(
    connection: Connection, article_id: str, place: Place, source: str, sha256: str, run: int
) -> None:
    """Record what a place gave in this run for an article that is written."""
    now = {"source": source, "sha256": sha256, "run": run}
    if connection.execute(_UPDATE, {**place.key(article_id), **now}).rowcount == 0:
        row = {"article": article_id, "path": place.path, "member": place.member, "line": place.line, **now}
        connection.execute(insert(origins), row)


def touch_origin(connection: Connection, article_id: str, place: Place, run: int) -> None:
    """Record that what a place gave was read again, so that a rejection of it is answered."""
    connection.execute(_UPDATE, {**place.key(article_id), "run": run})


def outdated_originals(
    connection: Connection, rules_version: int, after: str
) -> list[tuple[RawDocument, Source, str]]:
    """What the next live articles read by older rules were read from, with source and id.

    Args:
        after: the id to go on from, "" to begin.

    Returns:
        A chunk ordered by id; empty at the end.
    """
    rows = connection.execute(_OUTDATED, {"after": after, "rules_version": rules_version}).all()
    return [
        (_raw_document(connection, row), Source(row.source, row.domain, row.home, row.rights), row.article)
        for row in rows
    ]


def _raw_document(connection: Connection, row: AnyRow) -> RawDocument:
    return RawDocument(
        path=row.path,
        relative_path=row.relative_path,
        media=cast(Media, row.media),
        content=get_original(connection, row.content_sha256),
        member=row.member,
        line=row.line,
        url=row.raw_url,
        charset=row.raw_charset,
    )
