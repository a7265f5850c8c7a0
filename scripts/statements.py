"""`khobao statements`: who said what, in what post, on which day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import click

from archive.settings import Settings
from index.searcher import StatementAnswer, open_searcher
from index.showing.answers import answer_object, respelling_object
from index.showing.statement_hits import StatementHit, StatementPart
from index.suggesting.respelling import Respelling
from scripts.asking import STATEMENT_FACETS, AskingCommand, asking_options, request_of
from scripts.console import json_option, pass_settings, print_json, text
from scripts.printing import emphasised, print_counts, print_reading
from scripts.speech import say, source_name


@click.command(cls=AskingCommand, help=say("statements_help"), epilog=say("query_with_minus"))
@click.argument("query", type=text, default="")
@asking_options(*STATEMENT_FACETS)
@click.option(
    "--group", type=click.Choice(["none", "cluster"]), default="none", help=say("option_group_statements")
)
@click.option("--limit", type=click.IntRange(min=0), default=10, help=say("option_limit"))
@json_option
@pass_settings
def statements(settings: Settings, /, query: str, as_json: bool, **options: Any) -> None:
    """See `statements_help` in the catalogue."""
    request = request_of(query, collection="statements", **options)
    with open_searcher(settings) as searcher:
        answer = searcher.search_statements(request, with_receipt=as_json)
        respelling = searcher.respelt(answer)
    if as_json:
        print_json(answer_object(answer) | respelling_object(respelling))
    else:
        _print(answer, respelling)


def _print(answer: StatementAnswer, respelling: Respelling | None) -> None:
    print_reading(answer.reading, respelling)
    print_counts(answer, "statements_found", "statements_apart", "statements_uncertain")
    for hit in answer.hits:
        _print_hit(hit)


def _print_hit(hit: StatementHit) -> None:
    article = hit.stored.article
    click.echo()
    speaker = click.style(hit.speaker, bold=True)
    click.echo(f"{speaker}, {hit.post}" if hit.post else speaker)
    facts = [*_called(hit.head), hit.date or say("date_unknown"), source_name(article.source)]
    if hit.near_duplicates:
        facts.append(say("and_printed_elsewhere", count=hit.near_duplicates))
    click.echo("  " + " · ".join(facts))
    _print_content(hit.head, "  ")
    for part in hit.continuations:
        _print_content(part, "    … ", _called(part) if part.act != hit.head.act else ())
    click.echo(f"  {say('in_article')}: {article.display_title} [{hit.permalink}]")


def _called(part: StatementPart) -> tuple[str, str]:
    return say(f"act_{part.act}"), say(f"kind_{part.kind}").lower()


def _print_content(part: StatementPart, margin: str, called: Sequence[str] = ()) -> None:
    content = emphasised(part.content, part.marks) if part.content else say("content_withheld")
    prefix = f"({', '.join(called)}) " if called else ""
    click.echo(margin + prefix + content)
