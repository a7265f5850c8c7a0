"""Failures as pages and as JSON: what, where, what to do next."""

from __future__ import annotations

from flask import Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from archive.errors import IndexUnavailable, LimitError, NotFound, QueryError, SearchError, StoreError
from web.pages import json_answer, page, say


def register_failures(application: Flask) -> None:
    """Answer every error of ours with its message and its status."""

    @application.errorhandler(QueryError)
    def query_error(error: QueryError) -> ResponseReturnValue:
        return _failure(400, error.message, error.position, error.suggestion)

    @application.errorhandler(LimitError)
    def limit_error(error: LimitError) -> ResponseReturnValue:
        return _failure(400, str(error))

    @application.errorhandler(NotFound)
    def not_found(error: NotFound) -> ResponseReturnValue:
        return _failure(404, str(error))

    @application.errorhandler(IndexUnavailable)
    @application.errorhandler(SearchError)
    @application.errorhandler(StoreError)
    def unavailable(error: Exception) -> ResponseReturnValue:
        return _failure(503, str(error))

    @application.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        status = error.code or 500
        return _failure(status, say("no_such_page") if status == 404 else error.description or error.name)


def _failure(
    status: int, message: str, position: int | None = None, suggestion: str = ""
) -> ResponseReturnValue:
    if request.path.endswith(".json"):
        return json_answer(
            {"error": message, "position": position, "suggestion": suggestion, "status": status}, status
        )
    query = request.args.get("q", "")
    shown = page(
        "failure.html", status=status, message=message, position=position, suggestion=suggestion, query=query
    )
    return shown, status
