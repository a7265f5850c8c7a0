"""Who each sighting is of: brought up to the last change, and read as it was at any change.

Whom the sightings of a name are of depends on all live articles that have it
(`archive.knowledge.persons.identities`). So consolidating looks only at names in articles that changed, but at these
from nothing; where somebody turns out to be another person in an article that did not change, the change log gets a
line for it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, func, insert, select

from archive.knowledge.persons.amendments import amend
from archive.knowledge.persons.identities import Identity, identify
from archive.knowledge.persons.sightings import Sighting
from archive.models import Post
from archive.storage.amendments import PersonAmendments
from archive.storage.changes import ChangeKind
from archive.storage.fetching import RowsOf, columns_of, fetch_rows
from archive.storage.heads import LIVE
from archive.storage.knowledge_schema import identities, officials, posts
from archive.storage.persons import write_persons
from archive.storage.rows import AnyRow, chunks
from archive.storage.schema import articles, changes, revisions
from archive.storage.understandings import read_span
from archive.storage.writing import Writer

_CHUNK_NAMES = 100

_NAMES: BindParameter[Any] = bindparam("names", expanding=True)
_CHANGED = (
    select(changes.c.article, func.max(changes.c.number).label("number"))
    .where(changes.c.number > bindparam("after"))
    .group_by(changes.c.article)
)
_TOUCHED = (
    select(officials.c.name_key)
    .distinct()
    .join(revisions, revisions.c.change == officials.c.revision)
    .where(revisions.c.article.in_(select(changes.c.article).where(changes.c.number > bindparam("after"))))
    .order_by(officials.c.name_key)
)
_LIVE_SIGHTINGS = (
    select(officials, revisions.c.article, revisions.c.sort_date, revisions.c.number)
    .join(revisions, revisions.c.change == officials.c.revision)
    .join(articles, articles.c.current == revisions.c.change)
    .where(articles.c.state == LIVE, officials.c.name_key.in_(_NAMES))
)
_LIVE_POSTS = (
    select(posts)
    .join(officials, (posts.c.revision == officials.c.revision) & (posts.c.official == officials.c.position))
    .join(articles, articles.c.current == officials.c.revision)
    .where(articles.c.state == LIVE, officials.c.name_key.in_(_NAMES))
    .order_by(posts.c.revision, posts.c.official, posts.c.position)
)
_GIVEN = (
    select(officials.c.name_key, officials.c.revision, officials.c.position, officials.c.local)
    .add_columns(identities.c.since, identities.c.person, revisions.c.article)
    .join(revisions, revisions.c.change == officials.c.revision)
    .outerjoin(
        identities,
        (identities.c.revision == officials.c.revision) & (identities.c.position == officials.c.position),
    )
    .where(officials.c.name_key.in_(_NAMES))
    .order_by(officials.c.revision, officials.c.position, identities.c.since)
)


@dataclass(slots=True)
class _Moment:
    """What one consolidation knows of changes: the last of each changed article, and why others get one."""

    kind: ChangeKind
    reason: str
    last: dict[str, int]
    looked_at: int = 0


def consolidate_persons(
    writer: Writer,
    after: int,
    names: Iterable[str] = (),
    kind: ChangeKind = "identified",
    reason: str = "",
) -> int:
    """Bring persons and tenures up to the last change, from the changes later than number `after`.

    Args:
        names: keys of names to look at besides.
        kind, reason: what the change log says of articles that did not change, but in which somebody is
            another person now.

    Returns:
        How many names were looked at.
    """
    connection = writer.connection
    amendments = PersonAmendments(connection)
    touched = {*connection.execute(_TOUCHED, {"after": after}).scalars(), *names}
    last = {row.article: row.number for row in connection.execute(_CHANGED, {"after": after})}
    moment = _Moment(kind, reason, last)
    for groups in chunks(amendments.groups(touched), _CHUNK_NAMES):
        _consolidate(writer, moment, groups, amendments)
    return moment.looked_at


def read_people(connection: Connection, chosen: Sequence[int]) -> dict[int, tuple[str, ...]]:
    """The person id of each official of some revisions, in their order."""
    rows = fetch_rows(connection, (columns_of(officials), columns_of(identities)), chosen)
    return people_of(rows[officials.name], rows[identities.name])


def people_of(sighted: RowsOf, given: RowsOf, as_of: int | None = None) -> dict[int, tuple[str, ...]]:
    """The person id of each official, by revision.

    Args:
        sighted: rows of `officials`.
        given: rows of `identities`.
        as_of: a change of the past; None for now.
    """
    found = {revision: [row.local for row in rows] for revision, rows in sighted.items()}
    for revision, rows in given.items():
        for row in rows:
            if as_of is None or row.since <= as_of:
                found[revision][row.position] = row.person
    return {revision: tuple(people) for revision, people in found.items()}


def _consolidate(
    writer: Writer, moment: _Moment, groups: Sequence[Sequence[str]], amendments: PersonAmendments
) -> None:
    names = [name for group in groups for name in group]
    sightings = _read_sightings(writer.connection, names)
    given: dict[str, list[AnyRow]] = {}
    for row in writer.connection.execute(_GIVEN, {"names": names}):
        given.setdefault(row.name_key, []).append(row)
    found: dict[Sequence[str], list[Identity]] = {}
    for group in groups:
        alone = [one for name in group if name in sightings for one in identify(sightings[name])]
        found[group] = amend(alone, *amendments.of(group))
    write_persons(
        writer.connection,
        names,
        found.values(),
        [
            alias
            for group, persons in found.items()
            for alias in _former_ids([row for name in group for row in given.get(name, ())], persons)
        ],
    )
    _write_identities(writer, moment, given, found.values())
    moment.looked_at += len(names)


def _read_sightings(connection: Connection, names: Sequence[str]) -> dict[str, list[Sighting]]:
    posts_of: dict[tuple[int, int], list[Post]] = {}
    for row in connection.execute(_LIVE_POSTS, {"names": names}):
        post = Post(row.surface, row.canonical, row.organisation, row.unit, row.status, read_span(row))
        posts_of.setdefault((row.revision, row.official), []).append(post)
    found: dict[str, list[Sighting]] = {}
    for row in connection.execute(_LIVE_SIGHTINGS, {"names": names}):
        sighting = Sighting(
            article=row.article,
            revision=row.revision,
            position=row.position,
            name=row.name,
            name_key=row.name_key,
            local=row.local,
            unit=row.unit,
            day=row.sort_date,
            posts=tuple(posts_of.get((row.revision, row.position), ())),
        )
        found.setdefault(row.name_key, []).append(sighting)
    return found


def _former_ids(given: Sequence[AnyRow], persons: Sequence[Identity]) -> Iterator[tuple[str, str, str]]:
    """Ids once given to sightings of some names, whom they lead to now, and the name.

    An id leads to whom most of the articles that had it name now.
    """
    now: dict[tuple[str, str], str] = {
        (sighting.name_key, sighting.article): one.id for one in persons for sighting in one.sightings
    }
    counts: dict[str, tuple[str, Counter[str]]] = {}
    for row in given:
        person = now.get((row.name_key, row.article))
        if person is not None:
            for id in {row.local, row.person or row.local}:
                counts.setdefault(id, (row.name_key, Counter()))[1][person] += 1
    for id, (name, counted) in counts.items():
        yield id, min(counted, key=lambda person: (-counted[person], person)), name


def _write_identities(
    writer: Writer,
    moment: _Moment,
    given: Mapping[str, Sequence[AnyRow]],
    found: Iterable[Sequence[Identity]],
) -> None:
    held = {(row.revision, row.position): row.person or row.local for rows in given.values() for row in rows}
    rows = []
    for one in (one for persons in found for one in persons):
        for sighting in one.sightings:
            if held[sighting.revision, sighting.position] != one.id:
                since = _since(writer, moment, sighting)
                rows.append(
                    {
                        "revision": sighting.revision,
                        "position": sighting.position,
                        "since": since,
                        "person": one.id,
                    }
                )
    if rows:
        writer.connection.execute(insert(identities), rows)


def _since(writer: Writer, moment: _Moment, sighting: Sighting) -> int:
    """The change from which a sighting is of somebody else: the article's last, or a new one."""
    if sighting.article not in moment.last:
        number = revision_number(writer.connection, sighting.revision)
        moment.last[sighting.article] = writer.log(
            sighting.article, number, moment.kind, moment.reason
        ).number
    return moment.last[sighting.article]


def revision_number(connection: Connection, change: int) -> int:
    """The number of the revision that a change wrote."""
    chosen = select(revisions.c.number).where(revisions.c.change == change)
    return int(connection.execute(chosen).scalar_one())
