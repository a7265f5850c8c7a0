"""`khobao refresh`: read the originals again with the rules of this version."""

from __future__ import annotations

import sys

import click

from archive import ingestion
from archive.settings import Settings
from archive.storage.store import open_store
from index.indexer import check_engine, update_index
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, progress, today
from scripts.ingest import print_report
from scripts.speech import say


@click.command(help=say("refresh_help"))
@json_option
@pass_settings
def refresh(settings: Settings, as_json: bool) -> None:
    """See `refresh_help` in the catalogue."""
    check_engine(settings)
    with open_store(settings.store_url, create=False) as store:
        with progress(say("reading")) as show:
            report = ingestion.refresh(store, today(), show)
        try:
            update_index(store, settings)
        finally:
            print_report(report, as_json)
    sys.exit(SOME_REJECTED if report.counts.get("rejected") else DONE)
