"""`khobao verify`: originals, rows and index against their checksums."""

from __future__ import annotations

import sys

import click

from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing import verification
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("verify_help"))
@json_option
@pass_settings
def verify(settings: Settings, as_json: bool) -> None:
    """See `verify_help` in the catalogue."""
    with open_store(settings.store_url, create=False) as store:
        problems = verification.verify(store, settings)
        articles = store.state().articles
    if as_json:
        print_json({"sound": not problems, "articles": articles, "problems": problems})
    elif problems:
        for problem in problems:
            click.echo(f"✗ {problem}")
    else:
        click.echo(say("verify_good", articles=articles))
    sys.exit(SOME_REJECTED if problems else DONE)
