"""`khobao receipt`: run a receipt again; the same, or the difference with its reasons."""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any, TextIO

import click

from archive.errors import QueryError
from archive.settings import Settings
from index.receipts import Comparison, receipt_from_object
from index.reruns import compare
from index.searcher import open_searcher
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, print_json
from scripts.speech import say


@click.command(help=say("receipt_help"))
@click.argument("file", type=click.File(encoding="utf-8-sig"))
@json_option
@pass_settings
def receipt(settings: Settings, file: TextIO, as_json: bool) -> None:
    """See `receipt_help` in the catalogue."""
    given = receipt_from_object(_last_object(file.read()))
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


def _last_object(text: str) -> Any:
    """One JSON object, or the last line of an export, which holds its receipt."""
    lines = text.strip().splitlines()
    for candidate in (text, lines[-1] if lines else ""):
        try:
            return json.loads(candidate)
        except ValueError:
            continue
    raise QueryError("no receipt found: the file is not JSON", 0, "give a file that holds a receipt")


def _print(comparison: Comparison) -> None:
    if comparison.same:
        click.echo(say("receipt_same", count=comparison.now.count))
        return
    click.echo(say("receipt_differs", then=comparison.then.count, now=comparison.now.count))
    for sign, differences in (("+", comparison.added), ("-", comparison.removed)):
        for difference in differences:
            click.echo(f"  {sign} {difference.id} ({difference.reason})")
    if not comparison.proven:
        click.echo(say("receipt_unproven"))
