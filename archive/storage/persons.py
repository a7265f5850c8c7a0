"""Persons and their tenures, as consolidation wrote them: to rows and back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any, NamedTuple

from sqlalchemy import BindParameter, Connection, bindparam, delete, insert, or_, select

from archive.errors import NotFound
from archive.knowledge.persons.identities import Identity, possible_pairs
from archive.knowledge.persons.persons import name_key
from archive.knowledge.persons.seats import is_exclusive
from archive.knowledge.persons.tenures import (
    Contradiction,
    Evidence,
    Tenure,
    tenures_of,
    two_holders,
    two_units,
)
from archive.models import Span
from archive.storage.amendments import Correction, corrections_of_persons, resolve_ids
from archive.storage.knowledge_schema import aliases, persons, possible, tenures
from archive.storage.rows import AnyRow, chunks
from archive.text.syllables import fold, is_marked

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_PERSONS = select(persons).where(persons.c.id.in_(_IDS))
_TENURES = select(tenures).where(tenures.c.person.in_(_IDS)).order_by(tenures.c.person, tenures.c.position)
_POSSIBLE = (
    select(possible)
    .where(or_(possible.c.person == bindparam("person"), possible.c.other == bindparam("person")))
    .order_by(possible.c.person, possible.c.other)
)
_RIVALS = (
    select(tenures)
    .where(
        tenures.c.unit.in_(bindparam("units", expanding=True)),
        tenures.c.post.in_(bindparam("posts", expanding=True)),
    )
    .order_by(*tenures.primary_key)
)


class PersonLabel(NamedTuple):
    """What a person is called by: the name, and the unit they were seen in last."""

    name: str
    unit: str | None


@dataclass(frozen=True, slots=True)
class Person:
    """An official across the archive.

    Attributes:
        unit: id of the unit they were seen in last, None of central officials.
        articles: how many live ones name them.
        tenures: earliest first, undated last.
        corrections: those in force that made this person who it is.
    """

    id: str
    name: str
    unit: str | None
    articles: int
    tenures: tuple[Tenure, ...]
    corrections: tuple[Correction, ...] = ()


class PossiblySame(NamedTuple):
    """Somebody who may be the same person, and why that is not certain."""

    person: Person
    reason: str


def write_persons(
    connection: Connection,
    names: Sequence[str],
    found: Iterable[Sequence[Identity]],
    former: Iterable[tuple[str, str, str]],
) -> None:
    """Write the persons of some names in place of those that are there.

    Args:
        names: keys of the names.
        found: the persons of each group of names.
        former: other ids that lead to them: id, person, key of the name.
    """
    _delete(connection, names)
    groups = list(found)
    everybody = [one for group in groups for one in group]
    leads = {id: (person, name) for id, person, name in former}
    leads |= {one.id: (one.id, one.sightings[0].name_key) for one in everybody}
    for table, rows in (
        (persons, [_person_row(one) for one in everybody]),
        (aliases, [_alias_row(id, *lead) for id, lead in leads.items()]),
        (tenures, [row for one in everybody for row in _tenure_rows(one)]),
        (possible, [pair._asdict() for group in groups for pair in possible_pairs(group)]),
    ):
        if rows:
            connection.execute(insert(table), rows)


def read_labels(connection: Connection, ids: Iterable[str]) -> dict[str, PersonLabel]:
    """What persons are called by, by the id asked for, a former one too; ids nobody has are left out."""
    leads_to = resolve_ids(connection, ids)
    rows = {
        row.id: row
        for chunk in chunks(sorted(set(leads_to.values())))
        for row in connection.execute(_PERSONS, {"ids": chunk})
    }
    return {id: PersonLabel(rows[person].name, rows[person].unit) for id, person in leads_to.items()}


def read_persons(connection: Connection, ids: Iterable[str]) -> dict[str, Person]:
    """Persons by the id asked for, a former one too; ids nobody has are left out."""
    leads_to = resolve_ids(connection, ids)
    found: dict[str, Person] = {}
    for chunk in chunks(sorted(set(leads_to.values()))):
        tenures_by: dict[str, list[Tenure]] = {}
        for row in connection.execute(_TENURES, {"ids": chunk}):
            tenures_by.setdefault(row.person, []).append(read_tenure(row))
        corrected = corrections_of_persons(connection, chunk)
        for row in connection.execute(_PERSONS, {"ids": chunk}):
            held, made = tuple(tenures_by.get(row.id, ())), tuple(corrected.get(row.id, ()))
            found[row.id] = Person(row.id, row.name, row.unit, row.articles, held, made)
    return {id: found[person] for id, person in leads_to.items()}


def read_person(connection: Connection, person_id: str) -> Person:
    """One person, by any id they have or had.

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

    A name without any mark finds every accented spelling; case and the place of tone marks never matter. Where
    nobody has all of the name, those are found whose name ends so: people are called by their given names.
    """
    key = name_key(name)
    if not key:
        return []
    column, wanted = (aliases.c.name_key, key) if is_marked(name) else (aliases.c.name_folded, _folded(key))
    chosen = select(aliases.c.person).distinct()
    ids = connection.execute(chosen.where(column == wanted)).scalars().all()
    if not ids:
        ids = connection.execute(chosen.where(column.endswith(f" {wanted}", autoescape=True))).scalars().all()
    found = read_persons(connection, ids)
    return sorted(found.values(), key=lambda person: (-person.articles, person.id))


def possibly_same(connection: Connection, person_id: str) -> list[PossiblySame]:
    """Who may be the same person as the one with this id."""
    pairs = connection.execute(_POSSIBLE, {"person": person_id}).all()
    others = [(row.other if row.person == person_id else row.person, row.reason) for row in pairs]
    found = read_persons(connection, [other for other, _ in others])
    return [PossiblySame(found[other], reason) for other, reason in others]


def contradictions(connection: Connection, person: Person) -> list[Contradiction]:
    """What articles say of a person that cannot all be right."""
    held = [tenure for tenure in person.tenures if tenure.unit and is_exclusive(tenure.post)]
    chosen = {
        "units": sorted({tenure.unit for tenure in held if tenure.unit}),
        "posts": sorted({tenure.post for tenure in held}),
    }
    rivals: dict[str, list[Tenure]] = {}
    for row in connection.execute(_RIVALS, chosen) if held else ():
        if row.person != person.id:
            rivals.setdefault(row.person, []).append(read_tenure(row))
    return two_units(person.id, held) + [
        found
        for other, tenures_there in sorted(rivals.items())
        for found in two_holders(person.id, held, other, tenures_there)
    ]


def read_tenure(row: AnyRow) -> Tenure:
    """A row of the table."""
    return Tenure(
        post=row.post,
        organisation=row.organisation,
        unit=row.unit,
        status=row.status,
        first_seen=row.first_seen,
        last_seen=row.last_seen,
        articles=row.articles,
        evidence=tuple(
            Evidence(article, day, Span(part, start, end)) for article, day, part, start, end in row.evidence
        ),
    )


def _delete(connection: Connection, names: Sequence[str]) -> None:
    gone = connection.execute(select(aliases.c.person).distinct().where(aliases.c.name_key.in_(names)))
    for chunk in chunks(gone.scalars().all()):
        connection.execute(delete(possible).where(possible.c.person.in_(chunk) | possible.c.other.in_(chunk)))
        connection.execute(delete(tenures).where(tenures.c.person.in_(chunk)))
        connection.execute(delete(aliases).where(aliases.c.person.in_(chunk)))
        connection.execute(delete(persons).where(persons.c.id.in_(chunk)))


def _person_row(one: Identity) -> dict[str, object]:
    # Spellings may differ in case or place of a tone mark; the choice must not go by order.
    names = [sighting.name for sighting in one.sightings]
    last = max(
        one.sightings, key=lambda sighting: (sighting.day or "", sighting.unit or "", sighting.article)
    )
    return {
        "id": one.id,
        "name": min(set(names), key=lambda name: (-names.count(name), name)),
        "unit": last.unit,
        "articles": len({sighting.article for sighting in one.sightings}),
    }


def _alias_row(id: str, person: str, name: str) -> dict[str, object]:
    return {"id": id, "person": person, "name_key": name, "name_folded": _folded(name)}


def _folded(name: str) -> str:
    return " ".join(map(fold, name.split()))


def _tenure_rows(one: Identity) -> list[dict[str, object]]:
    return [
        {
            "person": one.id,
            "position": position,
            "post": held.post,
            "organisation": held.organisation,
            "unit": held.unit,
            "status": held.status,
            "first_seen": held.first_seen,
            "last_seen": held.last_seen,
            "articles": held.articles,
            "evidence": [
                [proof.article, proof.day, proof.span.part, proof.span.start, proof.span.end]
                for proof in held.evidence
            ],
        }
        for position, held in enumerate(tenures_of(one.atoms))
    ]
