"""Checking a quote: the page and the same as JSON."""

from __future__ import annotations

from flask import Blueprint, request
from flask.typing import ResponseReturnValue

from archive.errors import LimitError, QueryError
from index.checking.checking import check
from index.checking.objects import check_object
from index.checking.results import Check, Match
from index.requests import SearchRequest
from web.catalogue import told
from web.citing import cite_match, coverage, verdict_text
from web.marking import Mark, dressed
from web.pages import holder, json_answer, language, locator, page, urls

blueprint = Blueprint("check", __name__)

NARROWING = ("province", "official")


@blueprint.get("/check")
def checked() -> ResponseReturnValue:
    """The form, and the answer once there is a text, or why there is none."""
    asked = _asked()
    answer, fault = None, None
    try:
        answer = _answer(asked) if asked.text.strip() else None
    except (QueryError, LimitError) as error:
        fault = told(error, language())
    shown = page(
        "check.html",
        asked=asked,
        answer=answer,
        fault=fault,
        verdict_text=lambda one: verdict_text(one, language()),
        coverage=lambda searched: coverage(searched, language()),
        citation=lambda match: cite_match(match, language(), _locator(match)),
        address=_address,
        dressed_printed=_dressed,
        json_address="/check.json?" + request.query_string.decode("ascii", "replace"),
    )
    return shown, 200 if fault is None else 400


@blueprint.get("/check.json")
def checked_json() -> ResponseReturnValue:
    """The object of `khobao check --json`."""
    if "q" not in request.args:
        raise QueryError("the argument q is missing: add ?q=… with the text to check")
    return json_answer(check_object(_answer(_asked())))


def _asked() -> SearchRequest:
    given = request.args
    include = {name: tuple(filter(None, given.getlist(name))) for name in NARROWING}
    return SearchRequest(
        text=given.get("q", ""),
        include={name: values for name, values in include.items() if values},
        first=given.get("from", ""),
        last=given.get("to", ""),
    )


def _answer(asked: SearchRequest) -> Check:
    with holder().searcher() as searcher:
        return check(searcher, asked, holder().settings.query_characters)


def _address(match: Match) -> str:
    if match.statement_id is not None:
        return urls().statement(match.statement_id)
    return urls().article(match.stored.article.id, f'"{match.printed}"' if match.printed else "")


def _locator(match: Match) -> str:
    return locator(match.stored.article.id, match.statement_id)


def _dressed(match: Match) -> str:
    """The printed words, those that differ marked."""
    return dressed(
        match.printed,
        [Mark(pair.start - match.start, pair.end - match.start, "differs") for pair in match.differences],
    )
