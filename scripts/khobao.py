"""The `khobao` command: chooses the archive, runs a verb, turns errors into one line and an exit code."""

from __future__ import annotations

import errno
import os
import sys
from importlib import import_module
from pathlib import Path
from typing import NoReturn

import click

import archive
from archive.errors import KhoBaoError, QueryError
from archive.settings import read_settings
from archive.text.escaping import escape_controls
from scripts.console import BAD_USAGE, SOME_REJECTED, UNAVAILABLE
from scripts.speech import say, tell

VERBS = (
    "ingest",
    "rejections",
    "inspect",
    "search",
    "statements",
    "officials",
    "check",
    "suggest",
    "show",
    "similar",
    "export",
    "batch",
    "receipt",
    "refresh",
    "remove",
    "correct",
    "stats",
    "index",
    "verify",
    "doctor",
    "evaluate",
    "benchmark",
    "serve",
)
"""Every verb: the module of `scripts` that has it, and its command there, under one name."""


class Verbs(click.Group):
    """Verbs whose modules are imported when they are called: all of them take twice as long as any one."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """See click."""
        return list(VERBS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """See click."""
        if cmd_name not in VERBS:
            return None
        command: click.Command = getattr(import_module(f"scripts.{cmd_name}"), cmd_name)
        return command


@click.group(cls=Verbs, help=say("khobao_help"))
@click.version_option(archive.__version__, prog_name="khobao")
@click.option("--data", type=click.Path(path_type=Path), help=say("option_data"))
@click.pass_context
def khobao(context: click.Context, data: Path | None) -> None:
    """See `khobao_help` in the catalogue."""
    context.obj = read_settings(os.environ, data)


def main() -> None:
    """Entry point of the installed command."""
    _open_closed_streams()
    try:
        _run()
    except OSError as error:
        # What could not be written would be tried again, and complained of, when Python ends.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if error.errno == errno.EPIPE:
            # The reader of our output (head, less) has had enough; click ends with the same code.
            sys.exit(SOME_REJECTED)
        where = f" ({error.filename})" if error.filename else ""
        _fail(say("system_error", error=error.strerror or str(error), where=where), UNAVAILABLE)


def _run() -> None:
    try:
        khobao(prog_name="khobao")
    except QueryError as error:
        position = "" if error.position is None else say("at_position", position=error.position + 1)
        suggestion = f" → {error.suggestion}" if error.suggestion else ""
        _fail(f"{tell(error)}{position}{suggestion}", BAD_USAGE)
    except KhoBaoError as error:
        _fail(tell(error), UNAVAILABLE)
    finally:
        sys.stdout.flush()


def _fail(message: str, code: int) -> NoReturn:
    click.echo(f"khobao: {escape_controls(message)}", err=True)
    sys.exit(code)


def _open_closed_streams() -> None:
    """A standard stream that the caller has closed (`<&-`) is an empty one."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, open(os.devnull, mode, encoding="utf-8"))  # noqa: PTH123, SIM115 - until Python ends
