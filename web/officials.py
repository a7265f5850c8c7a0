"""Officials: posts over time with their proof, what they said, the articles they appear in, and who may be the same."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from archive.storage.persons import Person
from index.query import UNKNOWN
from index.requests import SearchRequest
from index.results import FacetValue
from index.searcher import Searcher
from index.showing.persons import profile, profile_object
from web.pages import holder, json_answer, page

blueprint = Blueprint("officials", __name__)

SHOWN_ARTICLES = 10
SHOWN_STATEMENTS = 10
SHOWN_BESIDE = 10


@blueprint.get("/official/<person_id>")
def official(person_id: str) -> ResponseReturnValue:
    """The page of an official, by any id they have or had."""
    with holder().searcher() as searcher:
        person = searcher.store.person(person_id)
        known = profile(searcher.store, person)
        asked = SearchRequest(
            include={"official": (person.id,)}, sort="newest", limit=SHOWN_ARTICLES, facets={}
        )
        said = SearchRequest(
            collection="statements",
            include={"speaker": (person.id,)},
            sort="newest",
            limit=SHOWN_STATEMENTS,
            facets={"act": 12},
        )
        return page(
            "official.html",
            person=person,
            known=known,
            names=searcher.store.labels({one.other for one in known.contradictions}),
            asked=asked,
            answer=searcher.search(asked, with_receipt=False),
            asked_statements=said,
            statements=searcher.search_statements(said, with_receipt=False),
            beside=_beside(searcher, person),
        )


@blueprint.get("/official/<person_id>.json")
def official_json(person_id: str) -> ResponseReturnValue:
    """The object of a person that `khobao officials --json` prints."""
    with holder().searcher() as searcher:
        found = profile(searcher.store, searcher.store.person(person_id))
    return json_answer(profile_object(found))


def _beside(searcher: Searcher, person: Person) -> list[FacetValue]:
    """The officials named in the same articles most often."""
    asked = SearchRequest(text=f'official:"{person.id}"', facets={"official": SHOWN_BESIDE + 2}, limit=0)
    (facet,) = searcher.search(asked, with_receipt=False).facets
    return [value for value in facet.values if value.value not in (person.id, UNKNOWN)][:SHOWN_BESIDE]
