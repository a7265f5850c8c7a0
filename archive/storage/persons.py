"""Persons and their tenures, consolidated from what live articles say of officials.

A person is who `archive.knowledge.persons.person_id` says it is. Consolidating is a function of the set of
live articles: it looks only at persons named by articles that changed since the last time, but at these from
nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, select

from archive.errors import NotFound
from archive.models import Status
from archive.storage.heads import LIVE
from archive.storage.knowledge_schema import officials, persons, posts, tenures
from archive.storage.rows import AnyRow, chunks
from archive.storage.schema import articles, changes, revisions
from archive.text.syllables import fold, is_marked, tokens

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_TOUCHED = (
    select(officials.c.person)
    .distinct()
    .join(revisions, revisions.c.change == officials.c.revision)
    .where(revisions.c.article.in_(select(changes.c.article).where(changes.c.number > bindparam("after"))))
    .order_by(officials.c.person)
)
_SEEN = (
    select(
        officials.c.person,
        officials.c.name,
        officials.c.unit.label("home"),
        revisions.c.article,
        revisions.c.sort_date,
        posts.c.canonical,
        posts.c.organisation,
        posts.c.unit,
        posts.c.status,
    )
    .join(revisions, revisions.c.change == officials.c.revision)
    .join(articles, articles.c.current == revisions.c.change)
    .outerjoin(posts, (posts.c.revision == officials.c.revision) & (posts.c.official == officials.c.position))
    .where(articles.c.state == LIVE, officials.c.person.in_(_IDS))
    .order_by(officials.c.person, revisions.c.article, officials.c.position)
)
_PERSONS = select(persons).where(persons.c.id.in_(_IDS))
_TENURES = select(tenures).where(tenures.c.person.in_(_IDS)).order_by(tenures.c.person, tenures.c.position)


@dataclass(frozen=True, slots=True)
class Tenure:
    """A post held by a person, as observed in live articles.

    Attributes:
        post: canonical form.
        unit: id of the unit of the post, None when central.
        first_seen, last_seen: sort dates of the earliest and latest dated article, None when none is dated.
        articles: how many articles show it.
        evidence: their ids, sorted.
    """

    post: str
    organisation: str | None
    unit: str | None
    status: Status
    first_seen: str | None
    last_seen: str | None
    articles: int
    evidence: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Person:
    """An official across the archive; `articles` counts the live ones that name them."""

    id: str
    name: str
    unit: str | None
    articles: int
    tenures: tuple[Tenure, ...]


def consolidate_persons(connection: Connection, after: int) -> int:
    """Bring persons and tenures up to the last change, from the changes later than number `after`.

    Returns:
        How many persons were looked at.
    """
    touched = connection.execute(_TOUCHED, {"after": after}).scalars().all()
    for chunk in chunks(touched):
        _rebuild(connection, chunk)
    return len(touched)


def read_persons(connection: Connection, ids: Iterable[str]) -> dict[str, Person]:
    """Persons by id; ids nobody has are left out."""
    found: dict[str, Person] = {}
    for chunk in chunks(sorted(set(ids))):
        tenures_of: dict[str, list[Tenure]] = {}
        for row in connection.execute(_TENURES, {"ids": chunk}):
            tenures_of.setdefault(row.person, []).append(_tenure(row))
        for row in connection.execute(_PERSONS, {"ids": chunk}):
            found[row.id] = Person(
                row.id, row.name, row.unit, row.articles, tuple(tenures_of.get(row.id, ()))
            )
    return found


def read_person(connection: Connection, person_id: str) -> Person:
    """One person.

    Raises:
        NotFound: nobody has this id.
    """
    found = read_persons(connection, (person_id,))
    if not found:
        raise NotFound(
            "no official {person_id!r}: give an id as search prints it, or search by name",
            person_id=person_id,
        )
    return found[person_id]


def find_persons(connection: Connection, name: str) -> list[Person]:
    """Everybody of this name, those named most first.

    A name without any mark finds every accented spelling; case and the place of tone marks never matter.
    """
    keys = _keys(name)
    column, wanted = (persons.c.name_key, keys[0]) if is_marked(name) else (persons.c.name_folded, keys[1])
    found = read_persons(
        connection, connection.execute(select(persons.c.id).where(column == wanted)).scalars()
    )
    return sorted(found.values(), key=lambda person: (-person.articles, person.id))


def _keys(name: str) -> tuple[str, str]:
    keys = [token.key for token in tokens(name)]
    return " ".join(keys), " ".join(map(fold, keys))


def _rebuild(connection: Connection, ids: Sequence[str]) -> None:
    connection.execute(delete(tenures).where(tenures.c.person.in_(ids)))
    connection.execute(delete(persons).where(persons.c.id.in_(ids)))
    seen: dict[str, list[AnyRow]] = {}
    for row in connection.execute(_SEEN, {"ids": ids}):
        seen.setdefault(row.person, []).append(row)
    if seen:
        connection.execute(insert(persons), [_person_row(rows) for rows in seen.values()])
    if held := [row for rows in seen.values() for row in _tenure_rows(rows)]:
        connection.execute(insert(tenures), held)


def _person_row(rows: Sequence[AnyRow]) -> dict[str, object]:
    # Names that share an id may differ in case or place of a tone mark; the choice must not go by order.
    name = min(row.name for row in rows)
    name_key, name_folded = _keys(name)
    return {
        "id": rows[0].person,
        "name": name,
        "unit": rows[0].home,
        "name_key": name_key,
        "name_folded": name_folded,
        "articles": len({row.article for row in rows}),
    }


def _tenure_rows(rows: Sequence[AnyRow]) -> list[dict[str, object]]:
    held: dict[tuple[str, str, str, str], list[AnyRow]] = {}
    for row in rows:
        if row.canonical is not None:
            key = (row.canonical, row.organisation or "", row.unit or "", row.status)
            held.setdefault(key, []).append(row)
    return [_tenure_row(position, held[key]) for position, key in enumerate(sorted(held))]


def _tenure_row(position: int, rows: Sequence[AnyRow]) -> dict[str, object]:
    seen = [row.sort_date for row in rows if row.sort_date is not None]
    evidence = sorted({row.article for row in rows})
    return {
        "person": rows[0].person,
        "position": position,
        "post": rows[0].canonical,
        "organisation": rows[0].organisation,
        "unit": rows[0].unit,
        "status": rows[0].status,
        "first_seen": min(seen, default=None),
        "last_seen": max(seen, default=None),
        "articles": len(evidence),
        "evidence": evidence,
    }


def _tenure(row: AnyRow) -> Tenure:
    return Tenure(
        post=row.post,
        organisation=row.organisation,
        unit=row.unit,
        status=row.status,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        articles=row.articles,
        evidence=tuple(row.evidence),
    )
