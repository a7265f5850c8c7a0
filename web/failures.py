"""Failures as pages and as JSON: what, where, what to do next."""

from __future__ import annotations

from flask import Flask, request
from flask.typing import ResponseReturnValue
from werkzeug.exceptions import HTTPException

from archive.errors import (
    IndexUnavailable,
    KhoBaoError,
    LimitError,
    NotFound,
    QueryError,
    SearchError,
    StoreError,
)
from web.catalogue import told
from web.pages import json_answer, language, page, say


def register_failures(application: Flask) -> None:
    """Answer every error of ours with its message and its status."""

    @application.errorhandler(QueryError)
    def query_error(error: QueryError) -> ResponseReturnValue:
        return _failure(400, _said(error), error.position, error.suggestion)

    @application.errorhandler(LimitError)
    def limit_error(error: LimitError) -> ResponseReturnValue:
        return _failure(400, _said(error))

    @application.errorhandler(NotFound)
    def not_found(error: NotFound) -> ResponseReturnValue:
        return _failure(404, _said(error))

    @application.errorhandler(IndexUnavailable)
    @application.errorhandler(SearchError)
    @application.errorhandler(StoreError)
    def unavailable(error: KhoBaoError) -> ResponseReturnValue:
        return _failure(503, _said(error))

    @application.errorhandler(HTTPException)
    def http_error(error: HTTPException) -> ResponseReturnValue:
        status = error.code or 500
        return _failure(status, say("no_such_page") if status == 404 else error.description or error.name)


def _is_json() -> bool:
    return request.path.endswith(".json")


def _said(error: KhoBaoError) -> str:
    """Programs get the English, people their language."""
    return str(error) if _is_json() else told(error, language())


def _failure(
    status: int, message: str, position: int | None = None, suggestion: str = ""
) -> ResponseReturnValue:
    if _is_json():
        return json_answer(
            {"error": message, "position": position, "suggestion": suggestion, "status": status}, status
        )
    query = request.args.get("q", "")
    shown = page(
        "failure.html", status=status, message=message, position=position, suggestion=suggestion, query=query
    )
    return shown, status
