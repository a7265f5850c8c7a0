"""`khobao remove`: withdraw an article, with a reason that stays on record."""

from __future__ import annotations

import click

from archive.settings import Settings
from archive.storage.store import open_store
from index.indexer import update_index
from scripts.console import json_option, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("remove_help"))
@click.argument("identity", metavar="ID")
@click.option("--reason", required=True, help=say("option_reason"))
@json_option
@pass_settings
def remove(settings: Settings, identity: str, reason: str, as_json: bool) -> None:
    """See `remove_help` in the catalogue."""
    if not reason.strip():
        raise click.UsageError(say("reason_is_empty"))
    with open_store(settings.store_url) as store:
        change = store.withdraw(store.get(identity).article.id, reason.strip())
        update_index(store, settings)
    if as_json:
        print_json({"id": change.article, "change": change.number, "reason": change.reason})
    else:
        click.echo(say("removed", id=change.article, change=change.number))
