"""`khobao receipt`: run a receipt again; the same, or the difference with its reasons."""

from __future__ import annotations

import csv
import json
import sys
from dataclasses import asdict
from typing import Any, BinaryIO

import click

from archive.errors import QueryError
from archive.settings import Settings
from index.fields import ARTICLES
from index.receipts.receipts import Comparison, receipt_from_object
from index.receipts.reruns import compare
from index.searcher import open_searcher
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("receipt_help"))
@click.argument("file", type=click.File("rb"))
@json_option
@pass_settings
def receipt(settings: Settings, file: BinaryIO, as_json: bool) -> None:
    """See `receipt_help` in the catalogue."""
    given = receipt_from_object(_last_object(_decoded(file.read())))
    with open_searcher(settings) as searcher:
        comparison = compare(searcher, given, settings)
    if as_json:
        print_json(
            {
                "same": comparison.same,
                "then": comparison.then.as_object(),
                "now": comparison.now.as_object(),
                "added": [asdict(difference) for difference in comparison.added],
                "removed": [asdict(difference) for difference in comparison.removed],
                "proven": comparison.proven,
            }
        )
    else:
        _print(comparison)
    sys.exit(DONE if comparison.same else SOME_REJECTED)


def _decoded(content: bytes) -> str:
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise QueryError(
            "no receipt found, the file is not UTF-8 text: "
            "give a file that holds a receipt, or a result with one"
        ) from error


def _last_object(text: str) -> Any:
    """One JSON object, or the last line of an export, which holds its receipt."""
    last_line = text.strip().rpartition("\n")[2]
    for candidate in (text, last_line, _closing_cell(last_line)):
        try:
            return json.loads(candidate)
        except (ValueError, RecursionError):
            continue
    raise QueryError(
        "no receipt found, the file is neither JSON nor an export: "
        "give a file that holds a receipt, or a result with one"
    )


def _closing_cell(line: str) -> str:
    """The third cell of the closing row of a table, where its receipt is; "" of any other line."""
    try:
        cells = next(csv.reader([line]), [])
    except csv.Error:
        return ""
    return cells[2] if len(cells) == 3 and cells[0].startswith("#") else ""


def _print(comparison: Comparison) -> None:
    is_of_articles = comparison.now.question.get("collection", ARTICLES.name) == ARTICLES.name
    of = "" if is_of_articles else "_statements"
    if comparison.same:
        click.echo(say(f"receipt_same{of}", count=comparison.now.count))
        return
    if not comparison.proven:
        click.echo(say("receipt_unproven"))
    click.echo(say(f"receipt_differs{of}", then=comparison.then.count, now=comparison.now.count))
    for sign, differences in (("+", comparison.added), ("-", comparison.removed)):
        for difference in differences:
            click.echo(f"  {sign} {difference.id} ({_told(difference.reason)})")


def _told(reason: str) -> str:
    """Why, in the reader's language; what somebody gave as reason stays as written."""
    kind, _, detail = reason.partition(": ")
    shown = say("because_" + kind.replace(" ", "_"))
    return f"{shown}: {detail}" if detail else shown
