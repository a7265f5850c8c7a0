"""Officials: posts over time as observed, and the articles they appear in."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from index.requests import SearchRequest
from web.pages import holder, page

blueprint = Blueprint("officials", __name__)

SHOWN_ARTICLES = 20


@blueprint.get("/official/<person_id>")
def official(person_id: str) -> ResponseReturnValue:
    """The page of an official."""
    asked = SearchRequest(
        include={"official": (person_id,)},
        sort="newest",
        limit=SHOWN_ARTICLES,
        facets={"year": 20, "official": 11, "source": 5},
    )
    with holder().searcher() as searcher:
        person = searcher.store.person(person_id)
        namesakes = [other for other in searcher.store.find_persons(person.name) if other.id != person.id]
        answer = searcher.search(asked, with_receipt=False)
        beside = searcher.search(
            SearchRequest(text=f'official:"{person_id}"', facets={"official": 11}, limit=0),
            with_receipt=False,
        )
    return page(
        "official.html",
        person=person,
        namesakes=namesakes,
        answer=answer,
        asked=asked,
        beside=[value for value in beside.facets[0].values if value.value not in (person_id, "unknown")],
    )
