"""Withdrawals: articles taken out of sight, and brought back, each with its reason."""

from __future__ import annotations

from datetime import UTC, datetime

from sqlalchemy import delete, insert, select, update

from archive.errors import StoreError
from archive.storage.changes import Change
from archive.storage.heads import LIVE, WITHDRAWN, Head, get_head
from archive.storage.schema import articles, withdrawals
from archive.storage.writing import Writer


def withdraw(writer: Writer, identity: str, reason: str) -> Change:
    """Take an article out of sight; its rows and originals stay.

    Raises:
        NotFound: there is no such article.
        StoreError: it is withdrawn already, or no reason is given.
    """
    _require(reason)
    head = get_head(writer.connection, identity)
    if not head.is_live:
        held = select(withdrawals.c.reason).where(withdrawals.c.article == head.id)
        former = writer.connection.execute(held).scalar()
        raise StoreError("{article} is withdrawn already: {former}", article=head.id, former=former)
    row = {"article": head.id, "reason": reason, "day": datetime.now(UTC).date().isoformat()}
    writer.connection.execute(insert(withdrawals), row)
    _set_state(writer, head, WITHDRAWN)
    writer.tally.remove(head.row_hash, head.rules_version)
    return writer.log(head.id, head.number, "withdrawn", reason)


def restore(writer: Writer, identity: str, reason: str) -> Change:
    """Bring a withdrawn article back as it was.

    Raises:
        NotFound: there is no such article.
        StoreError: it is not withdrawn, or no reason is given.
    """
    _require(reason)
    head = get_head(writer.connection, identity)
    if head.is_live:
        raise StoreError("{article} is not withdrawn: there is nothing to restore", article=head.id)
    writer.connection.execute(delete(withdrawals).where(withdrawals.c.article == head.id))
    _set_state(writer, head, LIVE)
    writer.tally.add(head.row_hash, head.rules_version)
    return writer.log(head.id, head.number, "restored", reason)


def _require(reason: str) -> None:
    if not reason.strip():
        raise StoreError("no reason given: say why, in a few words")


def _set_state(writer: Writer, head: Head, state: str) -> None:
    writer.connection.execute(update(articles).where(articles.c.id == head.id), {"state": state})
