"""Persons as plain objects: who they are, what they held when, and the sentences that say so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple

from archive.errors import QueryError
from archive.knowledge.persons.tenures import Contradiction, Evidence, Tenure, proof_sentence
from archive.knowledge.places.units import UNITS, label, units_named
from archive.storage.articles import StoredArticle
from archive.storage.holders import Holder
from archive.storage.persons import Person, PossiblySame
from archive.storage.views import View
from index.language.excerpts import excerpt
from index.showing.answers import correction_object
from index.showing.rights import SNIPPETS

SHOWN_PROOFS = 3


class Proof(NamedTuple):
    """Where a post is printed; `sentence` is empty where rights do not permit it, `post` is where it stands in it."""

    article: str
    title: str
    day: str | None
    source: str
    sentence: str
    post: tuple[int, int]


class Profile(NamedTuple):
    """A person with everything that is not certain about them; `proofs` of each tenure."""

    person: Person
    proofs: tuple[tuple[Proof, ...], ...]
    perhaps: tuple[PossiblySame, ...]
    contradictions: tuple[Contradiction, ...]


def profile(store: View, person: Person) -> Profile:
    """A person with the first proofs of each tenure."""
    chosen = [tenure.evidence[:SHOWN_PROOFS] for tenure in person.tenures]
    return Profile(
        person,
        tuple(proofs_of(store, chosen)),
        tuple(store.possibly_same(person.id)),
        tuple(store.contradictions(person)),
    )


def proofs_of(store: View, chosen: Iterable[Sequence[Evidence]]) -> list[tuple[Proof, ...]]:
    """Places where posts are printed, with their sentences; the articles are read together."""
    rows = list(chosen)
    articles = store.get_many({place.article for places in rows for place in places})
    return [
        tuple(_proof(articles[place.article], place) for place in places if place.article in articles)
        for places in rows
    ]


def _proof(stored: StoredArticle, place: Evidence) -> Proof:
    article = stored.article
    span = proof_sentence(article, place.span)
    may_show = SNIPPETS[article.source.rights] and stored.withdrawn is None
    sentence = article.part(span.part)[span.start : span.end] if may_show else ""
    title = article.title or article.id if article.source.rights == "closed" else article.display_title
    post = (place.span.start - span.start, place.span.end - span.start)
    return Proof(article.id, title, place.day, article.source.name, sentence, post)


def province_units(name: str) -> frozenset[str]:
    """The ids of the units that a name or id means, at any time.

    Raises:
        QueryError: none was ever called so.
    """
    found = {name} if name in UNITS else {unit.id for unit in units_named(name)}
    if not found:
        raise QueryError(
            "there is no province or city named '{name}': check the name",
            name=excerpt(name),
        )
    return frozenset(found)


def is_of(person: Person, units: frozenset[str]) -> bool:
    """Whether a person, or a post they held, is of one of some units."""
    return person.unit in units or any(tenure.unit in units for tenure in person.tenures)


def unit_name(id: str | None) -> str | None:
    """What a unit is called, with its period where the name repeats."""
    return label(UNITS[id]) if id is not None and id in UNITS else id


def profile_object(found: Profile) -> dict[str, Any]:
    """The object of a person."""
    person = found.person
    return {
        "id": person.id,
        "name": person.name,
        "province": unit_name(person.unit),
        "articles": person.articles,
        "tenures": [
            {**tenure_object(tenure), "proofs": [proof._asdict() for proof in proofs]}
            for tenure, proofs in zip(person.tenures, found.proofs, strict=True)
        ],
        "possibly_same": [
            {
                "id": one.person.id,
                "name": one.person.name,
                "province": unit_name(one.person.unit),
                "reason": one.reason,
            }
            for one in found.perhaps
        ],
        "contradictions": [
            {
                "kind": one.kind,
                "first": one.first,
                "last": one.last,
                "tenure": tenure_object(one.tenure),
                "other": one.other,
                "other_tenure": tenure_object(one.rival),
            }
            for one in found.contradictions
        ],
        "corrections": [correction_object(correction) for correction in person.corrections],
    }


def tenure_object(tenure: Tenure) -> dict[str, Any]:
    """The object of a tenure, without its proofs."""
    return {
        "post": tenure.post,
        "organisation": tenure.organisation,
        "unit": tenure.unit,
        "province": unit_name(tenure.unit),
        "status": tenure.status,
        "first_seen": tenure.first_seen,
        "last_seen": tenure.last_seen,
        "articles": tenure.articles,
    }


def holder_object(holder: Holder, proofs: Sequence[Proof]) -> dict[str, Any]:
    """The object of somebody who held a post."""
    return {
        "id": holder.person,
        "name": holder.label.name,
        "post": holder.tenure.post,
        "organisation": holder.tenure.organisation,
        "unit": holder.tenure.unit,
        "province": unit_name(holder.tenure.unit),
        "certainty": holder.certainty,
        "first_seen": holder.first_seen,
        "last_seen": holder.last_seen,
        "proofs": [proof._asdict() for proof in proofs],
    }
