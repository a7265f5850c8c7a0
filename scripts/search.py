"""`khobao search`: one question, one page of answers."""

from __future__ import annotations

from typing import Any

import click

from archive.settings import Settings
from index.searcher import Answer, AnsweredHit, open_searcher
from index.showing.answers import answer_object, respelling_object
from index.suggesting.respelling import Respelling
from scripts.asking import ARTICLE_FACETS, AskingCommand, asking_options, request_of
from scripts.console import json_option, pass_settings, print_json, text
from scripts.printing import emphasised, print_counts, print_reading
from scripts.speech import say, source_name


@click.command(cls=AskingCommand, help=say("search_help"), epilog=say("query_with_minus"))
@click.argument("query", type=text)
@asking_options(*ARTICLE_FACETS)
@click.option("--group", type=click.Choice(["none", "cluster"]), default="none", help=say("option_group"))
@click.option("--limit", type=click.IntRange(min=0), default=10, help=say("option_limit"))
@json_option
@pass_settings
def search(settings: Settings, /, query: str, as_json: bool, **options: Any) -> None:
    """See `search_help` in the catalogue."""
    with open_searcher(settings) as searcher:
        answer = searcher.search(request_of(query, **options), with_receipt=as_json)
        respelling = searcher.respelt(answer)
    if as_json:
        print_json(answer_object(answer) | respelling_object(respelling))
    else:
        _print(answer, respelling)


def _print(answer: Answer, respelling: Respelling | None) -> None:
    print_reading(answer.reading, respelling)
    print_counts(answer, "total_is", "stories_is", "uncertain_is")
    for hit in answer.hits:
        _print_hit(hit)


def _print_hit(hit: AnsweredHit) -> None:
    article = hit.stored.article
    click.echo()
    click.echo(click.style(article.display_title, bold=True))
    where = " · ".join(
        filter(None, (article.sort_date or say("date_unknown"), source_name(article.source), article.id))
    )
    click.echo(f"  {where}")
    if hit.near_duplicates:
        click.echo(f"  {say('and_near_duplicates', count=hit.near_duplicates)}")
    for snippet in hit.snippets:
        click.echo(f"  {emphasised(snippet.text, snippet.marks)}")
