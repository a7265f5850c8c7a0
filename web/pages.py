"""What every page has: the reader's language, its texts, its addresses, and the archive it looks into."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from flask import Flask, current_app, jsonify, render_template, request
from flask.typing import ResponseReturnValue

from archive.knowledge.places.units import UNITS, label
from archive.sources import UNKNOWN
from web.catalogue import Language, language_of, text, told
from web.citing import cite_statement
from web.dates import date_text
from web.holding import Holder
from web.marking import excerpt, marked
from web.urls import Urls


def holder() -> Holder:
    """The archive of this application."""
    held = current_app.extensions["khobao"]
    assert isinstance(held, Holder)
    return held


def language() -> Language:
    """The language this page is asked for in."""
    return language_of(request.args.get("lang", ""))


def urls() -> Urls:
    """Addresses in the language of this page."""
    return Urls(language())


def say(key: str, **values: object) -> str:
    """A text of the catalogue in the language of this page."""
    return text(key, language(), **values)


def locator(article_id: str, statement_id: str | None = None) -> str:
    """The address of an article or of a statement as it is written down elsewhere: for readers of any language."""
    plain = Urls("vi")
    address = plain.article(article_id) if statement_id is None else plain.statement(statement_id)
    return request.url_root.rstrip("/") + address


def page(template: str, **context: Any) -> str:
    """A rendered page."""
    return render_template(template, **context)


def json_answer(value: Any, status: int = 200) -> ResponseReturnValue:
    """An object as JSON, in UTF-8, keys in their order."""
    return jsonify(value), status


def register_pages(application: Flask) -> None:
    """Give templates their words: texts, addresses, marked text, dates, citations, names of units and sources."""
    application.json.ensure_ascii = False  # type: ignore[attr-defined]
    application.json.sort_keys = False  # type: ignore[attr-defined]
    application.jinja_env.trim_blocks = True
    application.jinja_env.lstrip_blocks = True

    @application.context_processor
    def words() -> dict[str, Any]:
        return {
            "say": say,
            "told": lambda said: told(said, language()),
            "urls": urls(),
            "language": language(),
            "marked": marked,
            "excerpt": excerpt,
            "date_text": lambda value: date_text(value, language()),
            "source_name": lambda source: say("unknown_source") if source == UNKNOWN else source.name,
            "unit_label": lambda unit_id: label(UNITS[unit_id]),
            "cite_statement": lambda hit: cite_statement(
                hit, language(), locator(hit.stored.article.id, hit.permalink)
            ),
            "other_language": _other_language(),
        }


def _other_language() -> str:
    arguments = [(name, value) for name, value in request.args.items(multi=True) if name != "lang"]
    if language() == "vi":
        arguments.append(("lang", "en"))
    return request.path + ("?" + urlencode(arguments) if arguments else "")
