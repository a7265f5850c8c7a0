"""Who held a post when: what dated articles show, never more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Literal

from sqlalchemy import Connection, select

from archive.knowledge.persons.post_queries import PostQuery
from archive.knowledge.persons.tenures import Evidence, Tenure
from archive.knowledge.places.units import UNITS, named_on, units_named
from archive.periods import period
from archive.storage.knowledge_schema import tenures
from archive.storage.persons import PersonLabel, read_labels, read_tenure
from archive.storage.rows import AnyRow, chunks

Certainty = Literal["observed", "before and after", "undated"]

_ORDER: tuple[Certainty, ...] = ("observed", "before and after", "undated")
_FOR_A_CITY = {"Tỉnh ủy": "Thành ủy", "tỉnh": "thành phố"}
MOST_PROOFS = 3


@dataclass(frozen=True, slots=True)
class Holder:
    """Somebody who held a post.

    Attributes:
        certainty: `observed` within the period asked for; `before and after` it, not in it; `undated`: seen
            only in articles without a date.
        first_seen, last_seen: over all articles.
        proofs: where to read it, those nearest to the period.
    """

    person: str
    label: PersonLabel
    tenure: Tenure
    certainty: Certainty
    first_seen: str | None
    last_seen: str | None
    proofs: tuple[Evidence, ...]


def units_of(name: str, first: date | None, last: date | None) -> tuple[str, ...]:
    """Ids of the units that a name or id means in a period; of all times without one."""
    if name in UNITS:
        return (name,)
    named = units_named(name)
    if first is None or last is None:
        return tuple(one.id for one in named)
    valid = [
        one.id for one in named if one.valid_from <= last and (one.valid_to is None or first < one.valid_to)
    ]
    nearest = named_on(name, first)
    return tuple(valid) or ((nearest.id,) if nearest else ())


def find_holders(
    connection: Connection,
    post: PostQuery,
    units: Sequence[str] | None,
    first: date | None = None,
    last: date | None = None,
) -> list[Holder]:
    """Who held a post, by certainty and day.

    Args:
        units: ids of the units it belongs to; None for any.
        first, last: the period asked for; None for any time.
    """
    by_person: dict[tuple[str, str, str], list[Tenure]] = {}
    for row in _matching(connection, post, units):
        if row.status != "former":
            tenure = read_tenure(row)
            by_person.setdefault((row.person, tenure.unit or "", tenure.post), []).append(tenure)
    labels = read_labels(connection, {person for person, _, _ in by_person})
    found = [
        holder
        for (person, _, _), held in by_person.items()
        if (holder := _holder(person, labels[person], held, first, last)) is not None
    ]
    return sorted(
        found,
        key=lambda one: (_ORDER.index(one.certainty), one.first_seen or "9999", one.label.name, one.person),
    )


def _matching(connection: Connection, post: PostQuery, units: Sequence[str] | None) -> list[AnyRow]:
    """The tenures of exactly this post, else of posts that its words name."""
    names = select(tenures.c.person, tenures.c.position, tenures.c.post, tenures.c.unit)
    if units is not None:
        names = names.where(tenures.c.unit.in_(list(units)))
    answers: dict[str, list[tuple[str, int]]] = {"equal": [], "within": [], "none": []}
    for row in connection.execute(names):
        answers[_match(post, row.post, row.unit)].append((row.person, row.position))
    chosen = set(answers["equal"] or answers["within"])
    persons = sorted({person for person, _ in chosen})
    return [
        row
        for chunk in chunks(persons)
        for row in connection.execute(select(tenures).where(tenures.c.person.in_(chunk)))
        if (row.person, row.position) in chosen
    ]


def _match(post: PostQuery, canonical: str, unit: str | None) -> Literal["equal", "within", "none"]:
    """As `PostQuery.match`; asked by the words for provinces, the post of a city answers too."""
    answer = post.match(canonical)
    if answer != "none" or unit is None or unit not in UNITS or UNITS[unit].kind == "tỉnh":
        return answer
    for of_province, of_city in _FOR_A_CITY.items():
        if canonical.endswith(of_city):
            return post.match(canonical.removesuffix(of_city) + of_province)
    return answer


def _holder(
    person: str, label: PersonLabel, held: Sequence[Tenure], first: date | None, last: date | None
) -> Holder | None:
    """What a person's tenures of one post say of a period; None: they were seen in it at other times only."""
    proofs = sorted(
        {proof for tenure in held for proof in tenure.evidence}, key=lambda one: one.day or "9999"
    )
    dated = [proof for proof in proofs if proof.day is not None]
    days = [proof.day for proof in dated if proof.day is not None]
    certainty, chosen = _certainty(proofs, dated, first, last)
    if certainty is None:
        return None
    return Holder(
        person,
        label,
        held[0],
        certainty,
        min(days, default=None),
        max(days, default=None),
        tuple(chosen)[:MOST_PROOFS],
    )


def _certainty(
    proofs: Sequence[Evidence], dated: Sequence[Evidence], first: date | None, last: date | None
) -> tuple[Certainty | None, Iterable[Evidence]]:
    if not dated:
        return "undated", proofs
    if first is None or last is None:
        return "observed", [dated[0], *([dated[-1]] if len(dated) > 1 else [])]
    spans = [(period(proof.day or ""), proof) for proof in dated]
    within = [proof for (begin, end), proof in spans if first <= begin and end <= last]
    before = [proof for (_, end), proof in spans if end < first]
    after = [proof for (begin, _), proof in spans if begin > last]
    if within:
        return "observed", within
    return ("before and after", [before[-1], after[0]]) if before and after else (None, ())
