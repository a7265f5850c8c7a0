"""`khobao export`: every hit of a question, to take away."""

from __future__ import annotations

import csv
import json
import sys
from typing import Any

import click

from archive.settings import Settings
from index.fields import COLLECTIONS
from index.searcher import open_searcher
from index.showing.exporting import COLUMNS, export_rows, table_row
from scripts.asking import ARTICLE_FACETS, STATEMENT_FACETS, AskingCommand, asking_options, request_of
from scripts.console import DONE, SOME_REJECTED, pass_settings, print_json, text
from scripts.speech import say


@click.command(cls=AskingCommand, help=say("export_help"), epilog=say("query_with_minus"))
@click.argument("query", type=text)
@asking_options(*dict.fromkeys(ARTICLE_FACETS + STATEMENT_FACETS))
@click.option(
    "--collection", type=click.Choice(list(COLLECTIONS)), default="articles", help=say("option_collection")
)
@click.option(
    "--format", "form", type=click.Choice(["ndjson", "csv"]), default="ndjson", help=say("option_format")
)
@click.option("--bom", is_flag=True, help=say("option_bom"))
@click.option("--json", "as_json", is_flag=True, hidden=True, help="NDJSON is the default.")
@pass_settings
def export(settings: Settings, /, query: str, form: str, bom: bool, as_json: bool, **options: Any) -> None:
    """See `export_help` in the catalogue."""
    request = request_of(query, **options)
    complete = True
    with open_searcher(settings) as searcher:
        table = csv.writer(sys.stdout, lineterminator="\n")
        if form == "csv":
            click.echo("\ufeff" if bom else "", nl=False)
            table.writerow(COLUMNS[request.collection])
        for row in export_rows(searcher, request, settings.export_rows):
            if "complete" in row:
                complete = row["complete"]
            if form == "ndjson":
                print_json(row)
            elif "complete" in row:
                table.writerow(_closing_cells(row))
            else:
                table.writerow(table_row(row, request.collection))
    sys.exit(DONE if complete else SOME_REJECTED)


def _closing_cells(row: dict[str, Any]) -> list[str]:
    state = "complete" if row["complete"] else "truncated"
    return [f"#{state}", f"{row['rows']} of {row['total']}", json.dumps(row["receipt"], ensure_ascii=False)]
