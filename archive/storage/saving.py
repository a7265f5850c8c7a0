"""A reading as a revision: written with everything it says."""

from __future__ import annotations

from sqlalchemy import bindparam, update

from archive.identity import short_hash
from archive.storage.changes import ChangeKind
from archive.storage.heads import LIVE, Head
from archive.storage.knowledge_schema import texts
from archive.storage.readings import Reading
from archive.storage.schema import articles, originals, revisions
from archive.storage.writing import Writer

_SET_CURRENT = (
    update(articles).where(articles.c.id == bindparam("of_article")).values(current=bindparam("new_current"))
)


def write_revision(
    writer: Writer, reading: Reading, held: Head | None, kind: ChangeKind, reason: str = ""
) -> None:
    """Write a reading as the current revision of its article.

    Args:
        held: the revision that was current until now; None for a new article.
    """
    number = 1 if held is None else held.number + 1
    change = writer.log(reading.id, number, kind, reason).number
    _put_article(writer, reading, change, held is None)
    _put_revision(writer, reading, change, number)
    if held is not None:
        writer.tally.remove(held.row_hash, held.rules_version)
    writer.tally.add(reading.row_hash, reading.rules_version)
    writer.tally.revisions += 1


def _put_article(writer: Writer, reading: Reading, change: int, is_new: bool) -> None:
    short = short_hash(reading.id)
    writer.buffer.announce(reading.id, short, reading.content_sha256)
    if not is_new:
        writer.connection.execute(_SET_CURRENT, {"of_article": reading.id, "new_current": change})
        return
    kind = reading.identity_kind
    writer.buffer.add(articles, id=reading.id, short=short, identity_kind=kind, current=change, state=LIVE)


def _put_revision(writer: Writer, reading: Reading, change: int, number: int) -> None:
    buffer, sha256 = writer.buffer, reading.content_sha256
    buffer.add(originals, sha256=sha256, compressed=reading.compressed, size=reading.size)
    text = None
    if reading.text is not None:
        text, sketch = reading.text
        buffer.add(texts, id=text, sketch=sketch)
    buffer.add(
        revisions,
        change=change,
        number=number,
        content_sha256=sha256,
        rules_version=reading.rules_version,
        knowledge_hash=reading.knowledge_hash,
        text=text,
        **reading.head,
    )
    buffer.add_revision(change, reading.rows)
