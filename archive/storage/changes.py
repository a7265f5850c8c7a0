"""The change log: every change of the archive, numbered from 1, never rewritten."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, NamedTuple

from sqlalchemy import Connection, bindparam, select

from archive.storage.schema import changes, revisions

ChangeKind = Literal["added", "changed", "withdrawn", "restored", "reread", "identified", "corrected"]

_CHUNK_ROWS = 1000
_AFTER = (
    select(changes).where(changes.c.number > bindparam("after")).order_by(changes.c.number).limit(_CHUNK_ROWS)
)
_LAST_OF_ARTICLE = (
    select(changes)
    .where(changes.c.article == bindparam("article"), changes.c.number <= bindparam("number"))
    .order_by(changes.c.number.desc())
    .limit(1)
)
_OF_REVISIONS = (
    select(revisions.c.number, revisions.c.change, changes.c.kind, changes.c.reason)
    .join(changes, changes.c.number == revisions.c.change)
    .where(revisions.c.article == bindparam("article"))
    .order_by(revisions.c.number)
)


class Change(NamedTuple):
    """One line of the change log; `revision` is the one that is current after it."""

    number: int
    article: str
    revision: int
    kind: ChangeKind
    reason: str


class Revision(NamedTuple):
    """One revision of an article, and the change that wrote it."""

    number: int
    change_number: int
    kind: ChangeKind
    reason: str


def changes_after(connection: Connection, number: int) -> Iterator[Change]:
    """The changes later than number `number`, in order."""
    while rows := connection.execute(_AFTER, {"after": number}).all():
        for row in rows:
            yield Change(*row)
        number = rows[-1].number


def last_change(connection: Connection, article_id: str, number: int) -> Change | None:
    """The last change of an article up to number `number`, or None if it was not there yet."""
    row = connection.execute(_LAST_OF_ARTICLE, {"article": article_id, "number": number}).first()
    return None if row is None else Change(*row)


def revisions_of(connection: Connection, article_id: str) -> list[Revision]:
    """The revisions of an article, oldest first."""
    return [Revision(*row) for row in connection.execute(_OF_REVISIONS, {"article": article_id})]
