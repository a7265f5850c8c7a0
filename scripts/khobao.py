"""The `khobao` command: chooses the archive, runs a verb, turns errors into one line and an exit code."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

import archive
from archive.errors import KhoBaoError, QueryError
from archive.settings import read_settings
from scripts import (
    batch,
    doctor,
    export,
    index,
    ingest,
    inspect,
    receipt,
    refresh,
    remove,
    search,
    serve,
    show,
    stats,
    verify,
)
from scripts.console import BAD_USAGE, UNAVAILABLE
from scripts.speech import say

VERBS = (
    ingest.ingest,
    inspect.inspect,
    search.search,
    show.show,
    export.export,
    batch.batch,
    receipt.receipt,
    refresh.refresh,
    remove.remove,
    stats.stats,
    index.index,
    verify.verify,
    doctor.doctor,
    serve.serve,
)


@click.group(help=say("khobao_help"))
@click.version_option(archive.__version__, prog_name="khobao")
@click.option("--data", type=click.Path(path_type=Path), help=say("option_data"))
@click.pass_context
def khobao(context: click.Context, data: Path | None) -> None:
    """See `khobao_help` in the catalogue."""
    context.obj = read_settings(os.environ, data)


for verb in VERBS:
    khobao.add_command(verb)


def main() -> None:
    """Entry point of the installed command."""
    try:
        khobao(prog_name="khobao")
    except QueryError as error:
        position = say("at_position", position=error.position) if error.position else ""
        suggestion = f" → {error.suggestion}" if error.suggestion else ""
        click.echo(f"khobao: {error.message}{position}{suggestion}", err=True)
        sys.exit(BAD_USAGE)
    except KhoBaoError as error:
        click.echo(f"khobao: {error}", err=True)
        sys.exit(UNAVAILABLE)
    except BrokenPipeError:
        # The reader of our output (head, less) has had enough: not an error, and nothing more can be said.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(0)
