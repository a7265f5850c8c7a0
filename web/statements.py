"""Statements: who said what, where and when; and each by its permanent address."""

from __future__ import annotations

from flask import Blueprint, redirect
from flask.typing import ResponseReturnValue

from index.showing.permalinks import follow
from web.answering import answer_json, answer_page
from web.pages import holder, page, urls

blueprint = Blueprint("statements", __name__)


@blueprint.get("/statements")
def results() -> str:
    """A page of statements; without a query, all of them, newest first."""
    return answer_page("statements")


@blueprint.get("/statements.json")
def results_json() -> ResponseReturnValue:
    """The object of `khobao statements --json`."""
    return answer_json("statements")


@blueprint.get("/statement/<permalink>")
def statement(permalink: str) -> ResponseReturnValue:
    """To the place where a statement is printed, or, where the text has changed, to what was printed once."""
    with holder().searcher() as searcher:
        found = follow(searcher.store, permalink)
    if found.standing == "current":
        return redirect(urls().printed(found.stored.article.id, found.anchor))
    shown = page("statement.html", found=found, permalink=permalink)
    return shown, 410 if found.standing == "withdrawn" else 200
