"""Many questions in a file: one answer line each, in order; a bad line marks only itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archive.errors import QueryError, SearchError
from archive.text.escaping import escape_controls
from index.fields import ARTICLES
from index.requests import CollectionName, SearchRequest, request_from_object
from index.searcher import Searcher
from index.showing.answers import answer_object


def answer_lines(
    searcher: Searcher, lines: Iterable[str], limit: int, collection: CollectionName = "articles"
) -> Iterator[dict[str, Any]]:
    """Answer every line that is not blank.

    Args:
        lines: plain queries, or JSON objects as `request_from_object` reads them.
        limit: hits a line, where the line does not say.
        collection: what is asked for, where the line does not say.

    Yields:
        The object of `search` with `line` (1-based) and `status` `ok`; or `status` `error` with the message.
    """
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text:
            yield {"line": number} | _answer(searcher, text, limit, collection)


def _answer(searcher: Searcher, text: str, limit: int, collection: CollectionName) -> dict[str, Any]:
    try:
        request = _request(text, limit, collection)
        search = searcher.search if request.collection == ARTICLES.name else searcher.search_statements
        answer = answer_object(search(request, with_receipt=True))
    except QueryError as error:
        return {
            "status": "error",
            "query": escape_controls(text),
            "error": str(error),
            "position": error.position,
            "suggestion": error.suggestion,
        }
    except SearchError as error:
        return {"status": "error", "query": escape_controls(text), "error": str(error)}
    return {"status": "ok"} | answer


def _request(text: str, limit: int, collection: CollectionName) -> SearchRequest:
    if not text.startswith("{"):
        return SearchRequest(text=text, collection=collection, limit=limit)
    try:
        return request_from_object({"limit": limit, "collection": collection} | json.loads(text))
    except ValueError as error:
        raise QueryError("the line begins with {{ but is not JSON: {reason}", reason=error) from error
    except RecursionError as error:
        raise QueryError("the line is nested too deeply: write the keys and values of one request") from error
