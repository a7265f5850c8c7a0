"""Suggestions while somebody types, as JSON: the search box of every page asks for them where scripts run."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from archive.errors import QueryError
from index.fields import COLLECTIONS
from index.requests import CollectionName, SearchRequest
from index.showing.answers import suggestion_objects
from web.pages import holder, json_answer, say, urls
from web.params import search_request

blueprint = Blueprint("suggesting", __name__)


@blueprint.get("/suggest.json")
def suggestions() -> ResponseReturnValue:
    """What the text of `q` may become under the other arguments, which are those of a search; `collection` beside."""
    asked = search_request(request.args, _collection())
    with holder().searcher() as searcher:
        groups = suggestion_objects(searcher.suggest(asked))
    count = sum(len(group["suggestions"]) for group in groups)
    for group in groups:
        group["label"] = _label(group["kind"])
        for suggestion in group["suggestions"]:
            suggestion["url"] = urls().search(_chosen(asked, suggestion))
    return json_answer({"query": asked.text, "said": say("suggestions_are", count=count), "groups": groups})


def _collection() -> CollectionName:
    given = request.args.get("collection", "articles")
    for name in COLLECTIONS:
        if given == name:
            return "statements" if name == "statements" else "articles"
    raise QueryError(
        "{name} must be one of {choices}, not {value}",
        name="collection",
        choices=", ".join(COLLECTIONS),
        value=repr(given),
    )


def _label(kind: str) -> str:
    return say(f"suggested_{kind}")


def _chosen(asked: SearchRequest, suggestion: dict[str, Any]) -> SearchRequest:
    """The search that a suggestion leads to."""
    include = dict(asked.include)
    if field := suggestion.get("field"):
        include[field] = (*include.get(field, ()), suggestion["value"])
    return replace(asked, text=suggestion["query"], include=include, offset=0)
