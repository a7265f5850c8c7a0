"""`khobao inspect`: what would be understood of some documents, storing nothing."""

from __future__ import annotations

import sys

import click

from archive.documents import RawDocument, Rejection, Skipped
from archive.inspection import inspection, inspection_of_rejection
from archive.pipeline import process
from archive.reading.reader import read
from archive.settings import Settings
from scripts.console import DONE, SOME_REJECTED, pass_settings, print_json
from scripts.guiding import guidance
from scripts.speech import say


@click.command(help=say("inspect_help"))
@click.argument("paths", nargs=-1, required=True, metavar="PATH…")
@click.option("--json", "as_json", is_flag=True, hidden=True, help="The output is JSON always.")
@pass_settings
def inspect(settings: Settings, paths: tuple[str, ...], as_json: bool) -> None:
    """See `inspect_help` in the catalogue."""
    rejected = False
    for document in read(paths, settings.reading_limits):
        if isinstance(document, Skipped):
            continue
        outcome = (
            process(document, guidance(settings), segment=False)
            if isinstance(document, RawDocument)
            else document
        )
        if isinstance(outcome, Rejection):
            rejected = True
            print_json(inspection_of_rejection(outcome))
        else:
            print_json(inspection(outcome))
    sys.exit(SOME_REJECTED if rejected else DONE)
