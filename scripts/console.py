"""What every verb shares: settings from the command line, JSON lines, progress for a person who watches."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from typing import Any, Final

import click

from archive.settings import Settings
from scripts.speech import say

DONE: Final = 0
SOME_REJECTED: Final = 1
BAD_USAGE: Final = 2
UNAVAILABLE: Final = 3

VIETNAM = timezone(timedelta(hours=7))

pass_settings = click.make_pass_decorator(Settings)

json_option = click.option("--json", "as_json", is_flag=True, help=say("option_json"))


def today() -> date:
    """The day it is in Vietnam."""
    return datetime.now(VIETNAM).date()


def print_json(value: Any) -> None:
    """One object on one line, the same bytes for the same object."""
    click.echo(json.dumps(value, ensure_ascii=False, separators=(",", ":")))


@contextmanager
def progress(label: str) -> Iterator[Callable[[int], None] | None]:
    """A counter on standard error when a person watches, otherwise nothing."""
    if not sys.stderr.isatty():
        yield None
        return

    def show(done: int) -> None:
        if done % 20 == 0:
            click.echo(f"\r{label}: {done:,}", nl=False, err=True)

    yield show
    click.echo("\r" + " " * (len(label) + 16) + "\r", nl=False, err=True)


def counts_table(rows: list[tuple[str, object]]) -> None:
    """Names and numbers, one pair a line, aligned."""
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        click.echo(f"  {name:<{width}}  {value}")
