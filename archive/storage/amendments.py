"""Corrections as they are kept, and what of them is in force: for persons, and for the statements of an article."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import Any, Literal

from sqlalchemy import BindParameter, Connection, bindparam, select

from archive.knowledge.anchors import anchors
from archive.knowledge.persons.amendments import Amended, Merge, Speaker, Split, amend_statements
from archive.knowledge.persons.persons import split_id
from archive.models import Article, Understanding
from archive.storage.knowledge_schema import aliases, corrections
from archive.storage.rows import AnyRow, chunks

CorrectionKind = Literal["merge", "split", "reattribute", "withdraw"]
OF_PERSONS = ("merge", "split")
_HEX_DIGITS = 32

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_OF_PERSONS = (
    select(corrections)
    .where(corrections.c.kind.in_(OF_PERSONS), corrections.c.until.is_(None))
    .order_by(corrections.c.number)
)
_OF_ARTICLES = (
    select(corrections)
    .where(corrections.c.article.in_(_IDS), corrections.c.until.is_(None))
    .order_by(corrections.c.number)
)
_OF_ARTICLES_THEN = (
    select(corrections)
    .where(
        corrections.c.article.in_(_IDS),
        corrections.c.since <= bindparam("as_of"),
        corrections.c.until.is_(None) | (corrections.c.until > bindparam("as_of")),
    )
    .order_by(corrections.c.number)
)
_ALIASES = select(aliases.c.id, aliases.c.person).where(aliases.c.id.in_(_IDS))


@dataclass(frozen=True, slots=True)
class Correction:
    """One reviewed correction.

    Attributes:
        number: what `undo` names it by.
        target: the person (`merge`, `split`) or the statement, `<article short>-<anchor>`, that it is about.
        given: the other person (`merge`), ids of articles (`split`), name and, if asked for by it, id of the
            speaker (`reattribute`), or nothing.
        day: when it was decided, ISO form.
        article: id of the article of a statement.
        since, until: the change from which it is in force, and the one from which it no longer is.
    """

    number: int
    kind: CorrectionKind
    target: str
    given: tuple[str, ...]
    reason: str
    day: str
    article: str | None
    since: int
    until: int | None

    @property
    def anchor(self) -> str:
        """The anchor of the statement it is about."""
        return self.target.partition("-")[2]

    @property
    def row_hash(self) -> int:
        """What it adds to the generation while it is in force: below 2**128."""
        row = "\n".join(("correction", self.kind, self.target, *self.given, self.reason, self.day))
        return int(sha256(row.encode()).hexdigest()[:_HEX_DIGITS], 16)

    @property
    def persons(self) -> tuple[str, ...]:
        """The ids of the persons it is about."""
        if self.kind == "split":
            return (self.target, split_id(self.target, self.given))
        return (self.target, *self.given) if self.kind == "merge" else ()


def correction_of(row: AnyRow) -> Correction:
    """A row of the table."""
    given = tuple(row.given)
    if row.kind == "reattribute":
        given = tuple(filter(None, (row.given[0]["name"], row.given[0]["person"])))
    return Correction(
        row.number, row.kind, row.target, given, row.reason, row.day, row.article, row.since, row.until
    )


class PersonAmendments:
    """The merges and splits in force, and the names that they tie together."""

    def __init__(self, connection: Connection) -> None:
        self._rows = connection.execute(_OF_PERSONS).all()
        self._group: dict[str, frozenset[str]] = {}
        for row in self._rows:
            names = frozenset(row.names).union(*(self._group.get(name, ()) for name in row.names))
            self._group |= dict.fromkeys(names, names)

    def groups(self, names: Iterable[str]) -> list[tuple[str, ...]]:
        """Names in groups that have to be looked at together, each once, in order."""
        return sorted({tuple(sorted(self._group.get(name, {name}))) for name in names})

    def of(self, names: Sequence[str]) -> tuple[list[Merge], list[Split]]:
        """The corrections of the persons with these names."""
        found = [row for row in self._rows if not set(names).isdisjoint(row.names)]
        merges = [Merge(row.target, row.given[0]) for row in found if row.kind == "merge"]
        return merges, [Split(row.target, tuple(row.given)) for row in found if row.kind == "split"]


def corrections_in_force(connection: Connection) -> list[Correction]:
    """Every correction that was not undone or replaced, in order."""
    chosen = select(corrections).where(corrections.c.until.is_(None)).order_by(corrections.c.number)
    return list(map(correction_of, connection.execute(chosen)))


def resolve_ids(connection: Connection, ids: Iterable[str]) -> dict[str, str]:
    """The person each id leads to; ids that lead nowhere are left out."""
    return {
        row.id: row.person
        for chunk in chunks(sorted(set(ids)))
        for row in connection.execute(_ALIASES, {"ids": chunk})
    }


def corrections_of_persons(connection: Connection, persons: Iterable[str]) -> dict[str, list[Correction]]:
    """The corrections in force that made these persons who they are, by person."""
    found = list(map(correction_of, connection.execute(_OF_PERSONS)))
    wanted, by_person = set(persons), dict[str, list[Correction]]()
    leads_to = resolve_ids(connection, [id for one in found for id in one.persons])
    for one in found:
        for person in {leads_to[id] for id in one.persons if id in leads_to} & wanted:
            by_person.setdefault(person, []).append(one)
    return by_person


def corrections_of_articles(
    connection: Connection, articles: Sequence[str], as_of: int | None = None
) -> dict[str, list[AnyRow]]:
    """The rows of corrections of statements in force now, or at a change, by article."""
    chosen = _OF_ARTICLES if as_of is None else _OF_ARTICLES_THEN
    found: dict[str, list[AnyRow]] = {}
    for row in connection.execute(
        chosen, {"ids": articles} if as_of is None else {"ids": articles, "as_of": as_of}
    ):
        found.setdefault(row.article, []).append(row)
    return found


def amended(
    article: Article, understanding: Understanding, rows: Sequence[AnyRow], leads_to: Mapping[str, str]
) -> Amended:
    """An understanding with the corrections of its statements applied.

    Args:
        leads_to: the person an id of a speaker leads to.
    """
    speakers = {
        correction_of(row).anchor: _speaker(row.given[0], leads_to) if row.kind == "reattribute" else None
        for row in rows
    }
    return amend_statements(understanding, anchors(article, understanding.statements), speakers)


def _speaker(given: Mapping[str, Any], leads_to: Mapping[str, str]) -> Speaker:
    person = given["person"]
    return Speaker(given["name"], given["kind"], leads_to.get(person, person), given["unit"])
