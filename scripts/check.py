"""`khobao check`: are these words in the archive, and did somebody say them there?"""

from __future__ import annotations

import sys

import click

from archive.settings import Settings
from index.checking.checking import check as check_text
from index.checking.objects import check_object
from index.checking.results import Check, CheckedPiece, Match
from index.requests import SearchRequest
from index.searcher import open_searcher
from scripts.asking import AskingCommand
from scripts.console import json_option, pass_settings, print_json, text
from scripts.speech import LANGUAGE, say, source_name, tell
from web.citing import cite_match, coverage, verdict_text


@click.command(cls=AskingCommand, help=say("check_help"))
@click.argument("typed", type=text, metavar="TEXT")
@click.option("--province", type=text, multiple=True, help=say("option_province"))
@click.option("--official", type=text, multiple=True, help=say("option_official"))
@click.option("--from", "first", type=text, default="", help=say("option_from"))
@click.option("--to", "last", type=text, default="", help=say("option_to"))
@json_option
@pass_settings
def check(
    settings: Settings,
    /,
    typed: str,
    province: tuple[str, ...],
    official: tuple[str, ...],
    first: str,
    last: str,
    as_json: bool,
) -> None:
    """See `check_help` in the catalogue."""
    typed = _standard_input() if typed == "-" else typed
    chosen = {"province": province, "official": official}
    include = {field: values for field, values in chosen.items() if values}
    request = SearchRequest(text=typed, include=include, first=first, last=last)
    with open_searcher(settings) as searcher:
        answer = check_text(searcher, request, settings.query_characters)
    if as_json:
        print_json(check_object(answer))
    else:
        _print(answer)


def _standard_input() -> str:
    try:
        return sys.stdin.buffer.read().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise click.BadParameter(say("not_utf8"), param_hint="-") from error


def _print(answer: Check) -> None:
    for notice in answer.notices:
        click.echo(tell(notice))
    for one in answer.pieces:
        _print_piece(one)
    click.echo()
    for line in coverage(answer.searched, LANGUAGE):
        click.echo(line)


def _print_piece(one: CheckedPiece) -> None:
    click.echo()
    click.echo(click.style(verdict_text(one, LANGUAGE), bold=True))
    click.echo(f"  {one.piece.text}")
    for match in one.matches:
        _print_match(match)


def _print_match(match: Match) -> None:
    article = match.stored.article
    speaker = match.statement.speaker if match.statement else ""
    facts = (speaker, article.sort_date or say("date_unknown"), source_name(article.source), article.id)
    click.echo(f"  · {say(f'speech_{match.speech}')} · {' · '.join(filter(None, facts))}")
    for pair in match.differences:
        click.echo(f"    {say('typed_and_printed', typed=pair.typed or '∅', printed=pair.printed or '∅')}")
    click.echo(f"    {cite_match(match, LANGUAGE)}")
