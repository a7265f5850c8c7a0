"""`khobao stats`: figures about the archive."""

from __future__ import annotations

from dataclasses import asdict

import click

from archive.settings import Settings
from archive.storage.store import open_store
from scripts.console import counts_table, json_option, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("stats_help"))
@json_option
@pass_settings
def stats(settings: Settings, as_json: bool) -> None:
    """See `stats_help` in the catalogue."""
    with open_store(settings.store_url, create=False) as store:
        figures = asdict(store.statistics())
        state = store.state()
    figures |= {"change": state.change_number, "generation": state.generation}
    if as_json:
        print_json(figures)
        return
    for name, figure in figures.items():
        if isinstance(figure, dict):
            click.echo(f"{name}:")
            counts_table(sorted(figure.items(), key=lambda row: -row[1])[:20])
        else:
            click.echo(f"{name}: {figure}")
