"""Many questions in a file: one answer line each, in order; a bad line marks only itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from typing import Any

from archive.errors import QueryError, SearchError
from archive.text.escaping import escape_controls
from index.answers import answer_object
from index.requests import SearchRequest, request_from_object
from index.searcher import Searcher


def answer_lines(searcher: Searcher, lines: Iterable[str], limit: int) -> Iterator[dict[str, Any]]:
    """Answer every line that is not blank.

    Args:
        lines: plain queries, or JSON objects as `request_from_object` reads them.
        limit: hits a line, where the line does not say.

    Yields:
        The object of `search` with `line` (1-based) and `status` `ok`; or `status` `error` with the message.
    """
    for number, line in enumerate(lines, start=1):
        text = line.strip()
        if text:
            yield {"line": number} | _answer(searcher, text, limit)


def _answer(searcher: Searcher, text: str, limit: int) -> dict[str, Any]:
    try:
        answer = searcher.search(_request(text, limit))
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
    return {"status": "ok"} | answer_object(answer)


def _request(text: str, limit: int) -> SearchRequest:
    if not text.startswith("{"):
        return SearchRequest(text=text, limit=limit)
    try:
        return request_from_object({"limit": limit} | json.loads(text))
    except ValueError as error:
        raise QueryError("the line begins with {{ but is not JSON: {reason}", reason=error) from error
    except RecursionError as error:
        raise QueryError("the line is nested too deeply: write the keys and values of one request") from error
