"""`khobao index rebuild`: the index anew, from the store alone."""

from __future__ import annotations

from dataclasses import asdict

import click

from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing.indexer import rebuild_index
from scripts.console import json_option, pass_settings, print_json
from scripts.progress import progress
from scripts.speech import say


@click.group(help=say("index_help"))
def index() -> None:
    """See `index_help` in the catalogue."""


@index.command(help=say("rebuild_help"))
@json_option
@pass_settings
def rebuild(settings: Settings, as_json: bool) -> None:
    """See `rebuild_help` in the catalogue."""
    with open_store(settings.store_url, create=False) as store, progress(say("indexing")) as meter:
        report = rebuild_index(store, settings, lambda done, _: meter.show(done))
    if as_json:
        print_json(asdict(report))
    else:
        click.echo(say("index_built", count=report.put, generation=report.generation[:12]))
