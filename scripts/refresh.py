"""`khobao refresh`: read the originals again with the rules of this version."""

from __future__ import annotations

import sys
from functools import partial

import click

from archive import ingestion
from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing.indexer import check_engine
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings
from scripts.guiding import guidance
from scripts.progress import progress
from scripts.reporting import finish
from scripts.speech import say


@click.command(help=say("refresh_help"))
@json_option
@pass_settings
def refresh(settings: Settings, as_json: bool) -> None:
    """See `refresh_help` in the catalogue."""
    check_engine(settings)
    with open_store(settings.store_url, create=False) as store:
        with progress(say("reading")) as meter:
            report = ingestion.refresh(
                store,
                guidance(settings),
                meter.show,
                workers=settings.processes,
                finishing=partial(meter.phase, say("consolidating")),
            )
        finish(store, settings, report, kind="refresh", as_json=as_json)
    sys.exit(SOME_REJECTED if report.counts.get("rejected") else DONE)
