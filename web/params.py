"""The arguments of an address, read once into a request."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from werkzeug.datastructures import MultiDict

from archive.errors import QueryError
from index.fields import COLLECTIONS, FieldTable
from index.requests import CollectionName, SearchRequest, request_from_object

EXCLUDING: Final = "not_"
"""`not_province=…` leaves a value out, as `province=…` asks for it."""

SHOWN_FACETS: Final[Mapping[CollectionName, Mapping[str, int]]] = {
    "articles": {
        "province": 15,
        "current": 15,
        "year": 12,
        "official": 15,
        "post": 10,
        "organisation": 10,
        "source": 10,
    },
    "statements": {
        "speaker": 15,
        "act": 12,
        "kind": 4,
        "post": 10,
        "organisation": 10,
        "province": 15,
        "current": 15,
        "year": 12,
        "source": 10,
    },
}


def search_request(arguments: MultiDict[str, str], collection: CollectionName = "articles") -> SearchRequest:
    """The request of an address: `q match syntax marks sort group limit offset from to`, facet fields, `not_` fields.

    Raises:
        QueryError: a value that cannot be used.
    """
    values: dict[str, object] = {
        name: arguments[name]
        for name in ("q", "match", "syntax", "marks", "sort", "group", "from", "to")
        if arguments.get(name)
    }
    for name in ("limit", "offset"):
        if arguments.get(name):
            values[name] = _whole_number(name, arguments[name])
    fields = COLLECTIONS[collection]
    values["collection"] = collection
    values["include"] = _chosen(arguments, "", fields)
    values["exclude"] = _chosen(arguments, EXCLUDING, fields)
    return request_from_object(values)


def with_page_facets(request: SearchRequest) -> SearchRequest:
    """The request with the facets a page shows: months of a chosen year, days of a chosen month."""
    facets = dict(SHOWN_FACETS[request.collection])
    if request.include.get("year"):
        facets["month"] = 12
    if request.include.get("month"):
        facets["day"] = 31
    return replace(request, facets=facets)


def _chosen(arguments: MultiDict[str, str], prefix: str, fields: FieldTable) -> dict[str, list[str]]:
    chosen = {
        field: [value for value in arguments.getlist(prefix + field) if value] for field in fields.facets
    }
    return {field: values for field, values in chosen.items() if values}


def _whole_number(name: str, text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise QueryError("{name} must be a whole number, not {value}", name=name, value=repr(text))
    return int(text)
