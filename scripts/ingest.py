"""`khobao ingest`: articles into the archive, and the index brought up to date."""

from __future__ import annotations

import sys

import click

from archive import ingestion
from archive.knowledge.units import units_named
from archive.models import Rights, Source
from archive.reading.reader import read
from archive.settings import Settings
from archive.storage.runs import RunReport
from archive.storage.store import open_store
from archive.text.escaping import escape_controls
from index.indexer import check_engine, update_index
from scripts.console import (
    DONE,
    SOME_REJECTED,
    counts_table,
    json_option,
    line,
    pass_settings,
    print_json,
    progress,
    today,
)
from scripts.speech import say

OUTCOMES = ("new", "updated", "unchanged", "duplicate", "rejected", "skipped")


@click.command(help=say("ingest_help"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--source", type=line, help=say("option_source"))
@click.option("--home", type=line, help=say("option_home"))
@click.option(
    "--rights", type=click.Choice(["full", "extract", "closed"]), default="full", help=say("option_rights")
)
@json_option
@pass_settings
def ingest(
    settings: Settings,
    paths: tuple[str, ...],
    source: str | None,
    home: str | None,
    rights: Rights,
    as_json: bool,
) -> None:
    """See `ingest_help` in the catalogue."""
    if source is None and (home is not None or rights != "full"):
        raise click.UsageError(say("home_needs_source"))
    default = Source(name=source, home=home and _province(home), rights=rights) if source else None
    check_engine(settings)
    with open_store(settings.store_url) as store:
        documents = read(paths, settings.record_bytes)
        with progress(say("reading")) as show:
            report = ingestion.ingest(store, documents, paths, default, today(), show)
        try:
            with progress(say("indexing")) as show:
                update_index(store, settings, (lambda done, _: show(done)) if show else None)
        finally:
            # What was taken in stays taken in, whatever became of the index.
            print_report(report, as_json)
    sys.exit(SOME_REJECTED if report.counts.get("rejected") else DONE)


def _province(name: str) -> str:
    named = units_named(name)
    if not named:
        raise click.UsageError(say("home_unknown", home=name))
    return named[0].name


def print_report(report: RunReport, as_json: bool) -> None:
    """What became of each document: counts, and a line for everything refused."""
    if as_json:
        print_json(
            {
                "counts": dict(report.counts),
                "outdated": report.outdated,
                "rejected": [
                    {
                        "path": row.path,
                        "member": row.member,
                        "line": row.line,
                        "step": row.step,
                        "reason": row.reason,
                    }
                    for row in report.rejections
                ],
                "skipped": [{"path": row.path, "reason": row.reason} for row in report.skipped],
            }
        )
        return
    counts_table([(say(f"outcome_{name}"), report.counts.get(name, 0)) for name in OUTCOMES])
    for row in report.rejections:
        place = f"{row.path}:{row.line}" if row.line else row.path
        click.echo(escape_controls(f"  ✗ {place}: {row.step}: {row.reason}"), err=True)
    if report.outdated:
        click.echo(say("articles_outdated", count=report.outdated))
