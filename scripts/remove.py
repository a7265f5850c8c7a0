"""`khobao remove`: withdraw an article, with a reason that stays on record."""

from __future__ import annotations

import click

from archive.settings import Settings
from archive.storage.changes import Change
from archive.storage.store import open_store
from index.indexing.indexer import check_engine, update_index
from scripts.console import json_option, line, pass_settings, print_json, text
from scripts.speech import say

WAIT_SECONDS = 10
"""How long to wait for another withdrawal to be written; an ingest takes longer."""


@click.command(help=say("remove_help"))
@click.argument("identity", type=text, metavar="ID")
@click.option("--reason", type=line, required=True, help=say("option_reason"))
@json_option
@pass_settings
def remove(settings: Settings, identity: str, reason: str, as_json: bool) -> None:
    """See `remove_help` in the catalogue."""
    check_engine(settings)
    with open_store(settings.store_url, create=False) as store:
        change = store.withdraw(identity, reason, WAIT_SECONDS)
        try:
            update_index(store, settings)
        finally:
            _print(change, as_json)


def _print(change: Change, as_json: bool) -> None:
    if as_json:
        print_json({"id": change.article, "change": change.number, "reason": change.reason})
    else:
        click.echo(say("removed", id=change.article, change=change.number))
