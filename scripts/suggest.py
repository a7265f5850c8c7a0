"""`khobao suggest`: what a text typed so far may become."""

from __future__ import annotations

import click

from archive.settings import Settings
from index.fields import COLLECTIONS
from index.requests import CollectionName, SearchRequest
from index.searcher import open_searcher
from index.showing.answers import suggestion_objects
from index.suggesting.suggestions import SUGGESTED
from scripts.asking import AskingCommand
from scripts.console import json_option, pass_settings, print_json, text
from scripts.speech import say


@click.command(cls=AskingCommand, help=say("suggest_help"))
@click.argument("typed", type=text, metavar="TEXT")
@click.option(
    "--collection", type=click.Choice(list(COLLECTIONS)), default="articles", help=say("option_collection")
)
@click.option("--limit", type=click.IntRange(min=0), default=SUGGESTED, help=say("option_suggested"))
@json_option
@pass_settings
def suggest(settings: Settings, typed: str, collection: CollectionName, limit: int, as_json: bool) -> None:
    """See `suggest_help` in the catalogue."""
    with open_searcher(settings) as searcher:
        groups = searcher.suggest(SearchRequest(text=typed, collection=collection), limit)
    if as_json:
        print_json({"query": typed, "groups": suggestion_objects(groups)})
        return
    if not groups:
        click.echo(say("no_suggestion"))
    for group in groups:
        click.echo(click.style(say(f"suggested_{group.kind}"), bold=True))
        for suggestion in group.suggestions:
            name = " – ".join(filter(None, (suggestion.text, suggestion.about)))
            count = (
                "" if suggestion.documents is None else f"  ({say('count_is', count=suggestion.documents)})"
            )
            click.echo(f"  {name}{count}")
