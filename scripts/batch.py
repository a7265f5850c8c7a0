"""`khobao batch`: a file of questions, a line of answer each."""

from __future__ import annotations

import sys
from typing import TextIO

import click

from archive.settings import Settings
from index.batch import answer_lines
from index.fields import COLLECTIONS
from index.requests import CollectionName
from index.searcher import open_searcher
from scripts.console import DONE, SOME_REJECTED, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("batch_help"))
@click.argument("file", type=click.File(encoding="utf-8-sig", errors="surrogateescape"))
@click.option("--limit", type=click.IntRange(min=0), default=10, help=say("option_limit"))
@click.option(
    "--collection", type=click.Choice(list(COLLECTIONS)), default="articles", help=say("option_collection")
)
@click.option("--json", "as_json", is_flag=True, hidden=True, help="The output is NDJSON always.")
@pass_settings
def batch(settings: Settings, file: TextIO, limit: int, collection: CollectionName, as_json: bool) -> None:
    """See `batch_help` in the catalogue."""
    failed = False
    with open_searcher(settings) as searcher:
        for row in answer_lines(searcher, file, limit, collection):
            failed = failed or row["status"] != "ok"
            print_json(row)
    sys.exit(SOME_REJECTED if failed else DONE)
