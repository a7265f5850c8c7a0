"""Corrections: persons merged and split, statements given to others and withdrawn, each with reason and day.

They are rows beside what the rules read, applied whenever that is read, so taking an article in again or reading
it by newer rules keeps them. They count in the generation, and the articles they touch get a line in the log.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple

from sqlalchemy import Connection, func, insert, select, update

from archive.errors import NotFound, StoreError
from archive.knowledge.grammar.bodies import body_at
from archive.knowledge.grammar.passages import read_passage
from archive.storage.amendments import (
    OF_PERSONS,
    Correction,
    CorrectionKind,
    correction_of,
    resolve_ids,
)
from archive.storage.articles import StoredArticle, read_uncorrected
from archive.storage.consolidation import consolidate
from archive.storage.heads import Head, find_heads, get_head
from archive.storage.identities import read_people
from archive.storage.knowledge_schema import aliases, corrections
from archive.storage.persons import read_person
from archive.storage.writing import Writer

State = Literal["in force", "not applicable now", "undone"]

_PERSON_ID = re.compile(r"p[0-9a-f]{12}")


class CorrectionRequest(NamedTuple):
    """A correction as asked for; `target` and `given` as in `Correction`, `where` the line of a file that asks."""

    kind: CorrectionKind
    target: str
    given: tuple[str, ...]
    reason: str
    day: str
    where: str = ""


class Listed(NamedTuple):
    """A correction, and whether it applies to what the archive says now."""

    correction: Correction
    state: State


def correct(writer: Writer, request: CorrectionRequest) -> tuple[Correction, bool]:
    """Make a correction.

    One that is in force already is not made again; one of the same statement is replaced.

    Returns:
        The correction, and whether it is new.

    Raises:
        NotFound: there is no such person, article or statement.
        StoreError: no reason is given, a split leaves nobody, or a person is to be merged with themselves; or a line
            of a file asks for what cannot be done.
    """
    try:
        return _correct(writer, request)
    except StoreError as error:
        if not request.where:
            raise
        raise StoreError(
            "{where}: {fault}; nothing was corrected", where=request.where, fault=error
        ) from error


def _correct(writer: Writer, request: CorrectionRequest) -> tuple[Correction, bool]:
    if not request.reason.strip():
        raise StoreError("no reason given: say why, in a few words")
    writer.buffer.write(writer.connection)
    for held in _in_force(writer.connection, request):
        if _is_same(held, request):
            return held, False
    if request.kind in OF_PERSONS:
        return _correct_persons(writer, request), True
    return _correct_statement(writer, request), True


def undo(writer: Writer, number: int, reason: str = "") -> Correction:
    """Take a correction back; it stays listed as undone.

    Raises:
        NotFound: none in force has this number.
    """
    row = writer.connection.execute(
        select(corrections).where(corrections.c.number == number, corrections.c.until.is_(None))
    ).first()
    if row is None:
        raise NotFound("no correction in force has number {number}: khobao correct list", number=number)
    _end(writer, correction_of(row), reason or row.reason)
    if row.kind in OF_PERSONS:
        consolidate(writer, row.names, "corrected", reason or row.reason)
    else:
        consolidate(writer)
    return correction_of(row)


def list_corrections(connection: Connection) -> list[Listed]:
    """Every correction ever made, in order, and what became of it."""
    found = list(map(correction_of, connection.execute(select(corrections).order_by(corrections.c.number))))
    leads_to = resolve_ids(connection, [id for one in found for id in one.persons])
    held = _anchors(connection, {one.article for one in found if one.article is not None})
    return [Listed(one, _state(one, leads_to, held)) for one in found]


def _state(one: Correction, leads_to: dict[str, str], held: dict[str, tuple[str, ...]]) -> State:
    if one.until is not None:
        return "undone"
    if one.kind == "merge":
        applies = len({leads_to.get(id, id) for id in one.persons}) == 1
    elif one.kind == "split":
        part = one.persons[1]
        applies = leads_to.get(part) is not None and leads_to.get(one.target) != leads_to[part]
    else:
        applies = one.anchor in held.get(one.article or "", ())
    return "in force" if applies else "not applicable now"


def _anchors(connection: Connection, articles: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """The anchors of live articles, by id."""
    heads = [head for article in sorted(articles) for head in find_heads(connection, article, article)[:1]]
    stored = read_uncorrected(connection, [head.change for head in heads if head.is_live])
    return {one.article.id: one.anchors for one in stored.values()}


def _in_force(connection: Connection, request: CorrectionRequest) -> list[Correction]:
    kinds = (request.kind,) if request.kind in OF_PERSONS else ("reattribute", "withdraw")
    chosen = select(corrections).where(corrections.c.kind.in_(kinds), corrections.c.until.is_(None))
    return list(map(correction_of, connection.execute(chosen.order_by(corrections.c.number))))


def _is_same(held: Correction, request: CorrectionRequest) -> bool:
    if held.kind != request.kind:
        return False
    if held.kind == "merge":
        return {held.target, *held.given} == {request.target, *request.given}
    is_given = set(held.given) >= set(request.given)
    return (
        held.target == request.target
        and is_given
        and (held.kind != "split" or len(held.given) == len(set(request.given)))
    )


def _correct_persons(writer: Writer, request: CorrectionRequest) -> Correction:
    connection = writer.connection
    person = read_person(connection, request.target)
    persons, given = [person.id], request.given
    if request.kind == "merge":
        if request.target == given[0]:
            raise StoreError("{person} is named twice: a merge takes two persons", person=request.target)
        persons.append(read_person(connection, given[0]).id)
    else:
        given = _articles_naming(connection, person.id, given)
    names = sorted(
        connection.execute(
            select(aliases.c.name_key).distinct().where(aliases.c.person.in_(persons))
        ).scalars()
    )
    correction = _add(writer, request._replace(given=given), list(given), names=names)
    consolidate(writer, names, "corrected", request.reason)
    return correction


def _articles_naming(connection: Connection, person: str, given: Sequence[str]) -> tuple[str, ...]:
    """The ids of the articles to split off.

    Raises:
        NotFound: one of them is not there, or does not name the person.
    """
    heads = [get_head(connection, article) for article in given]
    people = read_people(connection, [head.change for head in heads])
    for head in heads:
        if not head.is_live or person not in people.get(head.change, ()):
            raise NotFound(
                "article {article} does not name official {person}: khobao officials prints where they are named",
                article=head.id,
                person=person,
            )
    chosen = tuple(sorted({head.id for head in heads}))
    if read_person(connection, person).articles <= len(chosen):
        raise StoreError(
            "a split must leave an article to {person}: name only those that are of somebody else",
            person=person,
        )
    return chosen


def _correct_statement(writer: Writer, request: CorrectionRequest) -> Correction:
    connection = writer.connection
    head, stored = _statement(connection, request.target)
    given: list[object] = []
    if request.kind == "reattribute":
        given = [_speaker(connection, request.given[0])]
    for held in _in_force(connection, request):
        if held.target == request.target:
            _end(writer, held, request.reason, is_replaced=True)
    change = writer.log(head.id, head.number, "corrected", request.reason)
    correction = _add(writer, request, given, article=stored.article.id, since=change.number)
    consolidate(writer)
    return correction


def _statement(connection: Connection, name: str) -> tuple[Head, StoredArticle]:
    """The article that has a statement, by the statement's name.

    Raises:
        NotFound: no live article has it.
    """
    short, _, anchor = name.partition("-")
    for head in find_heads(connection, short, short):
        stored = read_uncorrected(connection, (head.change,))[head.change]
        if stored.short == short and head.is_live and anchor in stored.anchors:
            return head, stored
    raise NotFound("no statement {statement!r}: give its name as khobao statements prints it", statement=name)


def _speaker(connection: Connection, given: str) -> dict[str, str | None]:
    """A speaker as it is kept: by person id, or by the name as printed.

    Raises:
        NotFound: nobody has this id.
    """
    if _PERSON_ID.fullmatch(given):
        person = read_person(connection, given)
        return {"name": person.name, "kind": "person", "person": given, "unit": person.unit}
    kind = "organisation" if body_at(read_passage(given), 0) else "person"
    return {"name": given, "kind": kind, "person": None, "unit": None}


def _add(
    writer: Writer,
    request: CorrectionRequest,
    given: Sequence[object],
    *,
    article: str | None = None,
    names: Sequence[str] = (),
    since: int | None = None,
) -> Correction:
    connection = writer.connection
    number: int = connection.execute(
        select(func.coalesce(func.max(corrections.c.number), 0) + 1)
    ).scalar_one()
    row = {
        "number": number,
        "kind": request.kind,
        "target": request.target,
        "given": list(given),
        "reason": request.reason,
        "day": request.day,
        "article": article,
        "names": list(names),
        # Without a change of its own it begins with the first article in which somebody is another person.
        "since": writer.tally.change_number + 1 if since is None else since,
        "until": None,
    }
    connection.execute(insert(corrections), [row])
    added = correction_of(connection.execute(select(corrections).where(corrections.c.number == number)).one())
    writer.tally.put_correction(added.row_hash)
    return added


def _end(writer: Writer, correction: Correction, reason: str, is_replaced: bool = False) -> None:
    until = writer.tally.change_number + 1
    if correction.article is not None and not is_replaced:
        head = get_head(writer.connection, correction.article)
        until = writer.log(head.id, head.number, "corrected", reason).number
    writer.connection.execute(
        update(corrections).where(corrections.c.number == correction.number).values(until=until)
    )
    writer.tally.drop_correction(correction.row_hash)
