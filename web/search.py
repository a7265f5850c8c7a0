"""Search: the first page, the result page, and the same as JSON."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from archive.errors import QueryError
from index.answers import answer_object
from index.requests import SearchRequest
from index.searcher import Answer
from web.facets import facet_boxes
from web.pages import holder, json_answer, page, say, urls
from web.paging import pages_around
from web.params import search_request, with_page_facets

blueprint = Blueprint("search", __name__)


@blueprint.get("/")
@blueprint.get("/search")
def results() -> ResponseReturnValue:
    """A page of answers; without a query, everything, newest first."""
    asked = with_page_facets(search_request(request.args))
    with holder().searcher() as searcher:
        answer = searcher.search(asked, with_receipt=False)
        chosen = {
            field: searcher.collection.vocabulary.labels(field, values)
            for field, values in [*asked.include.items(), *asked.exclude.items()]
        }
    return page(
        "search.html",
        answer=answer,
        asked=asked,
        boxes=facet_boxes(answer, chosen, urls(), lambda field: say(f"unknown_{field}")),
        paging=pages_around(answer.total if answer.stories is None else answer.stories, asked, urls()),
        suggestion=_suggestion(answer),
    )


@blueprint.get("/search.json")
def results_json() -> ResponseReturnValue:
    """The object of `khobao search --json`."""
    asked = search_request(request.args)
    if not asked.text and "q" not in request.args:
        raise QueryError("the argument q is missing: add ?q=… (q= alone asks for everything)")
    with holder().searcher() as searcher:
        return json_answer(answer_object(searcher.search(asked)))


def _suggestion(answer: Answer) -> SearchRequest | None:
    """What to try when nothing was found: at least half of the words, when all were asked for."""
    request_ = answer.request
    if answer.total or request_.match == "most" or not request_.text.strip():
        return None
    return SearchRequest(text=request_.text, match="most")
