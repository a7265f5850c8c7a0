"""`khobao correct`: reviewed corrections of persons and statements, with reason and day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from pathlib import Path

import click

from archive.settings import Settings
from archive.storage.amendments import Correction
from archive.storage.correction_files import read_corrections
from archive.storage.corrections import CorrectionRequest
from archive.storage.store import open_store
from index.indexing.indexer import check_engine, update_index
from index.showing.answers import correction_object
from scripts.console import VIETNAM, json_option, line, pass_settings, print_json, text
from scripts.speech import say

WAIT_SECONDS = 10
"""How long to wait for another correction to be written; an ingest takes longer."""


class _FilesToo(click.Group):
    """A group whose first argument may be a file instead of a verb: `correct FILE` is `correct file FILE`."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """See click."""
        if args and args[0] not in self.commands:
            args = ["file", *args]
        return super().resolve_command(ctx, args)


@click.group(cls=_FilesToo, help=say("correct_help"), subcommand_metavar="FILE | COMMAND [ARGS]...")
def correct() -> None:
    """See `correct_help` in the catalogue."""


def _day(value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError as error:
        raise click.BadParameter(say("not_a_day")) from error


reason_option = click.option("--reason", type=line, required=True, help=say("option_reason"))
day_option = click.option("--day", type=_day, metavar="DATE", default=None, help=say("option_decided"))


def _today() -> str:
    return datetime.now(VIETNAM).date().isoformat()


@correct.command("file", help=say("correct_file_help"))
@click.argument("path", type=click.Path(path_type=Path), metavar="FILE")
@json_option
@pass_settings
def from_file(settings: Settings, path: Path, as_json: bool) -> None:
    """See `correct_file_help` in the catalogue."""
    _make(settings, read_corrections(path, _today()), as_json)


@correct.command(help=say("correct_merge_help"))
@click.argument("person", type=text, metavar="PERSON")
@click.argument("other", type=text, metavar="PERSON")
@reason_option
@day_option
@json_option
@pass_settings
def merge(settings: Settings, person: str, other: str, reason: str, day: str | None, as_json: bool) -> None:
    """See `correct_merge_help` in the catalogue."""
    _make(settings, [CorrectionRequest("merge", person, (other,), reason, day or _today())], as_json)


@correct.command(help=say("correct_split_help"))
@click.argument("person", type=text, metavar="PERSON")
@click.argument("articles", type=text, metavar="ARTICLE...", nargs=-1, required=True)
@reason_option
@day_option
@json_option
@pass_settings
def split(
    settings: Settings, person: str, articles: tuple[str, ...], reason: str, day: str | None, as_json: bool
) -> None:
    """See `correct_split_help` in the catalogue."""
    _make(settings, [CorrectionRequest("split", person, articles, reason, day or _today())], as_json)


@correct.command(help=say("correct_reattribute_help"))
@click.argument("statement", type=text, metavar="STATEMENT")
@click.option("--speaker", type=line, required=True, help=say("option_true_speaker"))
@reason_option
@day_option
@json_option
@pass_settings
def reattribute(
    settings: Settings, statement: str, speaker: str, reason: str, day: str | None, as_json: bool
) -> None:
    """See `correct_reattribute_help` in the catalogue."""
    request = CorrectionRequest("reattribute", statement, (speaker,), reason, day or _today())
    _make(settings, [request], as_json)


@correct.command(help=say("correct_withdraw_help"))
@click.argument("statement", type=text, metavar="STATEMENT")
@reason_option
@day_option
@json_option
@pass_settings
def withdraw(settings: Settings, statement: str, reason: str, day: str | None, as_json: bool) -> None:
    """See `correct_withdraw_help` in the catalogue."""
    _make(settings, [CorrectionRequest("withdraw", statement, (), reason, day or _today())], as_json)


@correct.command("list", help=say("correct_list_help"))
@json_option
@pass_settings
def list_all(settings: Settings, as_json: bool) -> None:
    """See `correct_list_help` in the catalogue."""
    with open_store(settings.store_url, create=False) as store:
        found = store.corrections()
    for one in found:
        if as_json:
            print_json({**correction_object(one.correction), "state": one.state})
        else:
            _print(one.correction, "state_" + one.state.replace(" ", "_"))
    if not found and not as_json:
        click.echo(say("corrections_none"))


@correct.command(help=say("correct_undo_help"))
@click.argument("number", type=int, metavar="NUMBER")
@json_option
@pass_settings
def undo(settings: Settings, number: int, as_json: bool) -> None:
    """See `correct_undo_help` in the catalogue."""
    check_engine(settings)
    with open_store(settings.store_url, create=False) as store:
        undone = store.undo(number, WAIT_SECONDS)
        try:
            update_index(store, settings)
        finally:
            _report([undone], "state_undone", as_json)


def _make(settings: Settings, requests: Sequence[CorrectionRequest], as_json: bool) -> None:
    check_engine(settings)
    with open_store(settings.store_url, create=False) as store:
        made = store.correct(requests, WAIT_SECONDS)
        try:
            update_index(store, settings)
        finally:
            _report([one for one, is_new in made if is_new], "state_new", as_json)
            _report([one for one, is_new in made if not is_new], "state_known", as_json)


def _report(corrections: Sequence[Correction], state: str, as_json: bool) -> None:
    for one in corrections:
        if as_json:
            print_json({**correction_object(one), "state": state.removeprefix("state_")})
        else:
            _print(one, state)


def _print(one: Correction, state: str) -> None:
    given = f" ← {', '.join(one.given)}" if one.given else ""
    click.echo(f"[{one.number}] {say('correction_' + one.kind)}: {one.target}{given}")
    click.echo(f"    {one.day}, {one.reason}; {say(state)}")
