"""Provinces: each unit in its period, what became of it, and what the archive holds about it."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from archive.errors import NotFound
from archive.knowledge.places.units import UNITS, current_units
from index.query import UNKNOWN
from index.requests import SearchRequest
from web.pages import holder, page

blueprint = Blueprint("provinces", __name__)

SHOWN_ARTICLES = 10


@blueprint.get("/provinces")
def provinces() -> ResponseReturnValue:
    """The 34 of today, each with the number of articles about its territory."""
    asked = SearchRequest(facets={"current": 100, "province": 200}, limit=0)
    with holder().searcher() as searcher:
        answer = searcher.search(asked, with_receipt=False)
    counts = {facet.field: {value.value: value.count for value in facet.values} for facet in answer.facets}
    units = sorted(current_units(), key=lambda unit: (-counts["current"].get(unit.id, 0), unit.name))
    former = [unit for unit in UNITS.values() if unit.id in counts["province"] and unit.valid_to is not None]
    return page(
        "provinces.html",
        units=units,
        former=sorted(former, key=lambda unit: (-counts["province"][unit.id], unit.name)),
        counts=counts,
        unknown=counts["current"].get(UNKNOWN, 0),
    )


@blueprint.get("/province/<unit_id>")
def province(unit_id: str) -> ResponseReturnValue:
    """The page of a unit."""
    if unit_id not in UNITS:
        raise NotFound("there is no province {id}: see /provinces", id=unit_id)
    asked = SearchRequest(
        include={"province": (unit_id,)},
        sort="newest",
        limit=SHOWN_ARTICLES,
        facets={"official": 15, "year": 20, "source": 10},
    )
    with holder().searcher() as searcher:
        answer = searcher.search(asked, with_receipt=False)
    unit = UNITS[unit_id]
    return page(
        "province.html",
        unit=unit,
        predecessors=[other for other in UNITS.values() if unit_id in other.successors],
        answer=answer,
        asked=asked,
        facets={facet.field: facet for facet in answer.facets},
    )
