"""What becomes of a document (new, updated, unchanged, duplicate: DESIGN 4) and of an article read again."""

from __future__ import annotations

from typing import Literal, NamedTuple

from sqlalchemy import bindparam, update

from archive.documents import RawDocument
from archive.errors import ProcessingError
from archive.identity import content_hash, short_hash
from archive.models import Source
from archive.storage.heads import Head, find_heads, find_holder, get_head
from archive.storage.origins import (
    add_origin,
    last_content,
    other_place,
    place_of,
    put_origin,
    touch_origin,
    was_met_elsewhere,
)
from archive.storage.readings import Reading
from archive.storage.saving import write_revision
from archive.storage.schema import revisions
from archive.storage.sources import put_source
from archive.storage.writing import Writer

Outcome = Literal["new", "updated", "unchanged", "duplicate"]
RereadOutcome = Literal["changed", "unchanged"]


class Saved(NamedTuple):
    """What became of a document, and the id of the article that holds it."""

    outcome: Outcome
    id: str


_NO_URL = "–"
_IDENTITIES_OF_FILES = ("path", "content")
_SET_RULES_VERSION = (
    update(revisions)
    .where(revisions.c.change == bindparam("of_change"))
    .values(rules_version=bindparam("new_rules_version"))
)


def save(writer: Writer, run: int, reading: Reading) -> Saved:
    """Store a document if it says something new.

    Args:
        run: number of the run that met it.

    Raises:
        ProcessingError: its id or path is taken, or it cannot be written.
    """
    held = _find(writer, reading.id)
    if held is not None:
        _refuse_taken_id(reading, held)
        _refuse_taken_path(writer, run, reading, held)
    put_source(writer, reading.source)
    if held is None:
        return _save_unknown(writer, run, reading)
    # A withdrawn article stays as it was withdrawn.
    return Saved(_save_known(writer, run, reading, held) if held.is_live else "unchanged", held.id)


def recognise(writer: Writer, run: int, raw: RawDocument, article_id: str, source: Source) -> bool:
    """Whether a place gives again, for the same source, what it gave last, and this run met it nowhere else."""
    held = _find(writer, article_id)
    if held is None or held.source != source.name:
        return False
    place, content = place_of(raw), content_hash(raw.content)
    connection = writer.connection
    if last_content(connection, held.id, place) != content or was_met_elsewhere(
        connection, held.id, place, content, run
    ):
        return False
    put_source(writer, source)
    if held.is_live:
        put_origin(connection, held.id, place, source.name, content, run)
    return True


def _find(writer: Writer, article_id: str) -> Head | None:
    short = short_hash(article_id)
    writer.settle(article_id, short)
    found = find_heads(writer.connection, article_id, short)
    if not found:
        return None
    if found[0].id != article_id:
        raise ProcessingError(
            "store",
            "short hash {short} of {article_id} is taken by {holder}: give it another id",
            short=short,
            article_id=article_id,
            holder=found[0].id,
        )
    return found[0]


def _refuse_taken_id(reading: Reading, held: Head) -> None:
    if reading.identity_kind == "id" and (reading.url, reading.source.name) != (held.url, held.source):
        raise ProcessingError(
            "store",
            "id taken: {article_id} is of {held_source} ({held_url}), not of {source} ({url}): "
            "give it an id of its own",
            article_id=reading.id,
            held_url=held.url or _NO_URL,
            held_source=held.source,
            url=reading.url or _NO_URL,
            source=reading.source.name,
        )


def _refuse_taken_path(writer: Writer, run: int, reading: Reading, held: Head) -> None:
    """In one run a path of a source names one text; a later run may bring a corrected file from elsewhere."""
    if reading.identity_kind != "path" or reading.content_sha256 == held.content_sha256:
        return
    place = place_of(reading.raw)
    if other := other_place(writer.connection, held.id, place, reading.content_sha256, run):
        raise ProcessingError(
            "store",
            "path taken: {path} of {source} is also at {other}, with another text: "
            "give each folder its own --source",
            path=reading.raw.relative_path,
            source=held.source,
            other=other,
        )


def _save_unknown(writer: Writer, run: int, reading: Reading) -> Saved:
    source, content = reading.source.name, reading.content_sha256
    place = place_of(reading.raw)
    if reading.identity_kind in _IDENTITIES_OF_FILES:
        # A withdrawn holder counts too: its copy under another path must not bring the text back.
        writer.settle(content)
        holder = find_holder(writer.connection, content, source)
        if holder is not None:
            put_origin(writer.connection, holder.id, place, source, content, run)
            return Saved("duplicate", holder.id)
    write_revision(writer, reading, None, "added")
    add_origin(writer, reading.id, place, source, content, run)
    return Saved("new", reading.id)


def _save_known(writer: Writer, run: int, reading: Reading, held: Head) -> Outcome:
    connection, content = writer.connection, reading.content_sha256
    place = place_of(reading.raw)
    outcome: Outcome = "unchanged"
    # A place that gives what it gave before says nothing new, even where another place has the last word.
    if content not in (held.content_sha256, last_content(connection, held.id, place)):
        write_revision(writer, reading, held, "changed")
        outcome = "updated"
    elif was_met_elsewhere(connection, held.id, place, content, run):
        outcome = "duplicate"
    put_origin(connection, held.id, place, reading.source.name, content, run)
    return outcome


def reread(writer: Writer, run: int, reading: Reading) -> RereadOutcome:
    """Keep what newer rules read in the original of an article, whose id stays what it is.

    Raises:
        NotFound: there is no such article.
    """
    writer.settle(reading.id)
    held = get_head(writer.connection, reading.id)
    put_source(writer, reading.source)
    if not held.is_live:
        return "unchanged"
    touch_origin(writer.connection, held.id, place_of(reading.raw), run)
    if (reading.knowledge_hash, reading.content_sha256) != (held.knowledge_hash, held.content_sha256):
        reason = f"rules {held.rules_version} to {reading.rules_version}"
        write_revision(writer, reading, held, "reread", reason)
        return "changed"
    writer.connection.execute(
        _SET_RULES_VERSION, {"of_change": held.change, "new_rules_version": reading.rules_version}
    )
    writer.tally.remove(held.row_hash, held.rules_version)
    writer.tally.add(reading.row_hash, reading.rules_version)
    return "unchanged"
