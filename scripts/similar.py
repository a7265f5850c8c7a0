"""`khobao similar`: the key words of an article, and the articles about the same."""

from __future__ import annotations

import click

from archive.settings import Settings
from index.searcher import open_searcher
from index.showing.answers import related_object
from scripts.console import json_option, pass_settings, print_json, text
from scripts.speech import say, source_name


@click.command(help=say("similar_help"))
@click.argument("identity", type=text, metavar="ID")
@json_option
@pass_settings
def similar(settings: Settings, identity: str, as_json: bool) -> None:
    """See `similar_help` in the catalogue."""
    with open_searcher(settings) as searcher:
        stored = searcher.article(identity)
        related = searcher.related(stored.article.id)
    if as_json:
        print_json({"id": stored.article.id} | related_object(related))
        return
    if related.key_words:
        click.echo(f"{say('key_words')}: {', '.join(word.text for word in related.key_words)}")
    if not related.articles:
        click.echo(say("no_similar"))
    for other in related.articles:
        article = other.article
        click.echo()
        click.echo(click.style(article.display_title, bold=True))
        day = article.sort_date or say("date_unknown")
        click.echo(f"  {day} · {source_name(article.source)} · {article.id}")
