"""The options every verb that asks has, and the request they make."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, TypeVar

import click

from index.query import Sort
from index.requests import Group, MarksMode, Match, SearchRequest, Syntax
from scripts.console import text
from scripts.speech import say

Verb = TypeVar("Verb", bound=Callable[..., Any])

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
    click.option("--province", type=text, multiple=True, help=say("option_province")),
    click.option("--official", type=text, multiple=True, help=say("option_official")),
    click.option("--from", "first", type=text, default="", help=say("option_from")),
    click.option("--to", "last", type=text, default="", help=say("option_to")),
)


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


def asking_options(verb: Verb) -> Verb:
    """Add the options of a question to a verb."""
    for option in reversed(_OPTIONS):
        verb = option(verb)
    return verb


def request_of(
    text: str,
    match: Match,
    syntax: Syntax,
    marks: MarksMode,
    sort: Sort,
    province: tuple[str, ...],
    official: tuple[str, ...],
    first: str,
    last: str,
    limit: int = 10,
    group: Group = "none",
) -> SearchRequest:
    """The request of these options."""
    chosen = {"province": province, "official": official}
    return SearchRequest(
        text=text,
        match=match,
        syntax=syntax,
        marks=marks,
        sort=sort,
        include={field: values for field, values in chosen.items() if values},
        first=first,
        last=last,
        limit=limit,
        group=group,
    )
