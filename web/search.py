"""Search among articles: the first page, the result page, and the same as JSON."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from web.answering import answer_json, answer_page

blueprint = Blueprint("search", __name__)


@blueprint.get("/")
@blueprint.get("/search")
def results() -> str:
    """A page of articles; without a query, everything, newest first."""
    return answer_page("articles")


@blueprint.get("/search.json")
def results_json() -> ResponseReturnValue:
    """The object of `khobao search --json`."""
    return answer_json("articles")
