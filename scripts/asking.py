"""The options every verb that asks has, and the request they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from index.requests import SearchRequest
from scripts.console import text
from scripts.speech import say

Verb = TypeVar("Verb", bound=Callable[..., Any])

ARTICLE_FACETS = ("province", "official", "organisation")
STATEMENT_FACETS = ("speaker", "post", "organisation", "act", "kind", "province", "source")
"""Facets that are options; all of them can be asked for in the query."""

_OPTIONS = (
    click.option("--match", type=click.Choice(["all", "most"]), default="all", help=say("option_match")),
    click.option(
        "--syntax", type=click.Choice(["query", "plain"]), default="query", help=say("option_syntax")
    ),
    click.option(
        "--marks", type=click.Choice(["auto", "exact", "any"]), default="auto", help=say("option_marks")
    ),
    click.option(
        "--sort",
        type=click.Choice(["relevance", "newest", "oldest"]),
        default="relevance",
        help=say("option_sort"),
    ),
    click.option("--from", "first", type=text, default="", help=say("option_from")),
    click.option("--to", "last", type=text, default="", help=say("option_to")),
)

_FACET_OPTIONS = {
    "province": click.option("--province", type=text, multiple=True, help=say("option_province")),
    "official": click.option("--official", type=text, multiple=True, help=say("option_official")),
    "speaker": click.option("--speaker", type=text, multiple=True, help=say("option_speaker")),
    "post": click.option("--post", type=text, multiple=True, help=say("option_post")),
    "organisation": click.option("--organisation", type=text, multiple=True, help=say("option_organisation")),
    "act": click.option("--act", type=text, multiple=True, help=say("option_act")),
    "kind": click.option("--kind", type=text, multiple=True, help=say("option_kind")),
    "source": click.option("--source", type=text, multiple=True, help=say("option_newspaper")),
}


class AskingCommand(click.Command):
    """A verb whose query may begin with `-`, as `-kinh` does; `--anything` is an option, or a mistake."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """See click."""
        try:
            return super().parse_args(ctx, list(args))
        except click.NoSuchOption as error:
            if error.option_name.startswith("--"):
                raise
        # Whatever else was misspelt now is a second argument, and refused as such.
        ctx.ignore_unknown_options = True
        return super().parse_args(ctx, args)


def asking_options(*facets: str) -> Callable[[Verb], Verb]:
    """Add the options of a question to a verb, with those of some facets."""

    def add(verb: Verb) -> Verb:
        for option in reversed((*_OPTIONS, *(_FACET_OPTIONS[facet] for facet in facets))):
            verb = option(verb)
        return verb

    return add


def request_of(query: str, **options: Any) -> SearchRequest:
    """The request of a query and these options: members of a request, and facets with their chosen values."""
    include = {facet: options.pop(facet) for facet in _FACET_OPTIONS if facet in options}
    return SearchRequest(
        text=query, include={facet: values for facet, values in include.items() if values}, **options
    )
