"""The help page: how to ask, made from the table the parser uses."""

from __future__ import annotations

from flask import Blueprint
from flask.typing import ResponseReturnValue

from index.fields import COLLECTIONS
from index.language.syntax import SYNTAX
from web.pages import page

blueprint = Blueprint("guide", __name__)


@blueprint.get("/help")
def guide() -> ResponseReturnValue:
    """How to ask."""
    return page("help.html", rows=SYNTAX, tables=COLLECTIONS.values())
