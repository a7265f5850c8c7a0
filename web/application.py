"""The site: a Flask factory with its settings injected. Read-only, no accounts, nothing to steal."""

from __future__ import annotations

from flask import Flask, Response

from archive.settings import Settings
from web import articles, check, guide, officials, provinces, search, statements, suggesting
from web.failures import register_failures
from web.holding import Holder
from web.pages import register_pages

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self'; "
        "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
}
REQUEST_BYTES = 100_000


def create_app(settings: Settings) -> Flask:
    """The application over one archive."""
    application = Flask(__name__, static_folder="static", template_folder="templates")
    application.config["MAX_CONTENT_LENGTH"] = REQUEST_BYTES
    application.extensions["khobao"] = Holder(settings)
    for module in (search, statements, check, articles, officials, provinces, guide, suggesting):
        application.register_blueprint(module.blueprint)
    register_pages(application)
    register_failures(application)
    application.after_request(_with_headers)
    return application


def _with_headers(response: Response) -> Response:
    for name, value in HEADERS.items():
        response.headers.setdefault(name, value)
    return response
