"""`khobao ingest`: articles into the archive, and the index brought up to date."""

from __future__ import annotations

import sys
from functools import partial

import click

from archive import ingestion
from archive.knowledge.places.units import units_named
from archive.models import Rights, Source
from archive.reading.reader import Position, read, size_of
from archive.settings import Settings
from archive.storage.store import open_store
from index.indexing.indexer import check_engine
from scripts.console import DONE, SOME_REJECTED, json_option, line, pass_settings
from scripts.guiding import guidance
from scripts.progress import progress
from scripts.reporting import STANDARD_OUTPUT, finish, report_file
from scripts.speech import say


@click.command(help=say("ingest_help"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--source", type=line, help=say("option_source"))
@click.option("--home", type=line, help=say("option_home"))
@click.option(
    "--rights", type=click.Choice(["full", "extract", "closed"]), default="full", help=say("option_rights")
)
@click.option(
    "--report", type=click.Path(dir_okay=False, allow_dash=True), metavar="FILE", help=say("option_report")
)
@json_option
@pass_settings
def ingest(
    settings: Settings,
    paths: tuple[str, ...],
    source: str | None,
    home: str | None,
    rights: Rights,
    report: str | None,
    as_json: bool,
) -> None:
    """See `ingest_help` in the catalogue."""
    if source is None and (home is not None or rights != "full"):
        raise click.UsageError(say("home_needs_source"))
    if report == STANDARD_OUTPUT and as_json:
        raise click.UsageError(say("report_and_json"))
    default = Source(name=source, home=home and _province(home), rights=rights) if source else None
    check_engine(settings)
    with report_file(report) as listener, open_store(settings.store_url) as store:
        position, size = Position(), size_of(paths) if sys.stderr.isatty() else 0
        documents = read(paths, settings.reading_limits, position=position)
        with progress(say("reading"), lambda: position.read_bytes / size if size else 0) as meter:
            done = ingestion.ingest(
                store,
                documents,
                paths,
                guidance(settings, default),
                meter.show,
                listener=listener,
                workers=settings.processes,
                finishing=partial(meter.phase, say("consolidating")),
            )
        finish(store, settings, done, kind="ingest", as_json=as_json, err=report == STANDARD_OUTPUT)
    sys.exit(SOME_REJECTED if done.counts.get("rejected") else DONE)


def _province(name: str) -> str:
    named = units_named(name)
    if not named:
        raise click.UsageError(say("home_unknown", home=name))
    return named[0].name
