"""Sources: what is known of each publisher, once for all its articles."""

from __future__ import annotations

from sqlalchemy import Connection, bindparam, insert, select, update

from archive.models import Rights, Source
from archive.storage.schema import sources
from archive.storage.writing import Writer

_BY_NAME = select(sources).where(sources.c.name == bindparam("wanted"))
_RIGHTS: tuple[Rights, ...] = ("full", "extract", "closed")
"""From the widest to the narrowest."""


def put_source(writer: Writer, source: Source) -> None:
    """Keep what is known of a source.

    What is said anew wins, silence does not erase, and rights only become narrower: `full` is also what is
    said by those who do not know.
    """
    if source not in writer.known_sources:
        _merge(writer.connection, source)
        writer.known_sources.add(source)


def all_sources(connection: Connection) -> tuple[Source, ...]:
    """Every source, by name."""
    return tuple(Source(*row) for row in connection.execute(select(sources).order_by(sources.c.name)))


def _merge(connection: Connection, source: Source) -> None:
    row = connection.execute(_BY_NAME, {"wanted": source.name}).first()
    if row is None:
        connection.execute(insert(sources), _row(source))
        return
    held = Source(*row)
    merged = Source(
        name=held.name,
        domain=source.domain or held.domain,
        home=source.home or held.home,
        rights=max(source.rights, held.rights, key=_RIGHTS.index),
    )
    if merged != held:
        connection.execute(update(sources).where(sources.c.name == held.name), _row(merged))


def _row(source: Source) -> dict[str, object]:
    return {"name": source.name, "domain": source.domain, "home": source.home, "rights": source.rights}
