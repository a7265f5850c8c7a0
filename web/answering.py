"""One answered question as a page or as JSON, whichever collection was asked."""

from __future__ import annotations

from flask import request
from flask.typing import ResponseReturnValue

from archive.errors import QueryError
from index.names.labels import LABELS
from index.query import UNKNOWN
from index.requests import CollectionName, SearchRequest
from index.searcher import Answer, Searcher, StatementAnswer
from index.showing.answers import answer_object, respelling_object
from web.facets import facet_boxes
from web.pages import holder, json_answer, page, say, urls
from web.paging import pages_around
from web.params import search_request, with_page_facets


def answer_page(collection: CollectionName) -> str:
    """A page of answers; without a query, everything, newest first."""
    asked = with_page_facets(search_request(request.args, collection))
    with holder().searcher() as searcher:
        answer = _answer(searcher, asked, with_receipt=False)
        vocabulary = searcher.collections[collection].vocabulary
        chosen = {
            field: vocabulary.labels(field, values)
            for field, values in [*asked.include.items(), *asked.exclude.items()]
        }
        respelling = searcher.respelt(answer)
    return page(
        "search.html",
        answer=answer,
        asked=asked,
        boxes=facet_boxes(answer, chosen, urls(), called),
        paging=pages_around(answer.total if answer.stories is None else answer.stories, asked, urls()),
        suggestion=_suggestion(answer),
        respelling=respelling,
    )


def answer_json(collection: CollectionName) -> ResponseReturnValue:
    """The object the command prints with `--json`."""
    asked = search_request(request.args, collection)
    if not asked.text and "q" not in request.args:
        raise QueryError("the argument q is missing: add ?q=… (q= alone asks for everything)")
    with holder().searcher() as searcher:
        answer = _answer(searcher, asked, with_receipt=True)
        return json_answer(answer_object(answer) | respelling_object(searcher.respelt(answer)))


def called(field: str, value: str, label: str) -> str:
    """What to call a value of a facet in the reader's language."""
    if value == UNKNOWN:
        return say(f"unknown_{field}")
    return say(f"{field}_{value}") if value in LABELS.get(field, ()) else label


def _answer(searcher: Searcher, asked: SearchRequest, *, with_receipt: bool) -> Answer | StatementAnswer:
    if asked.collection == "statements":
        return searcher.search_statements(asked, with_receipt=with_receipt)
    return searcher.search(asked, with_receipt=with_receipt)


def _suggestion(answer: Answer | StatementAnswer) -> SearchRequest | None:
    """What to try when nothing was found: some of the words, when all were asked for."""
    asked = answer.request
    if answer.total or asked.match == "most" or not asked.text.strip():
        return None
    return SearchRequest(text=asked.text, collection=asked.collection, match="most")
