"""What every verb shares: settings from the command line, JSON lines, progress for a person who watches."""

from __future__ import annotations

import json
import re
from datetime import timedelta, timezone
from typing import Any, Final

import click

from archive.settings import Settings
from archive.text.escaping import escape_controls
from archive.text.normalization import normalize, squeeze
from scripts.speech import say

DONE: Final = 0
SOME_REJECTED: Final = 1
BAD_USAGE: Final = 2
UNAVAILABLE: Final = 3

VIETNAM = timezone(timedelta(hours=7))

# Half a surrogate pair has no UTF-8; a terminal obeys C1 controls, which JSON leaves as they are.
_NOT_TO_PRINT = re.compile("[\u007f-\u009f\ud800-\udfff]")

pass_settings = click.make_pass_decorator(Settings)

json_option = click.option("--json", "as_json", is_flag=True, help=say("option_json"))


def text(value: str) -> str:
    """The type of an argument that is any text; bytes that are not UTF-8 are refused."""
    try:
        value.encode()
    except UnicodeEncodeError as error:
        raise click.BadParameter(say("not_utf8")) from error
    return value


def line(value: str) -> str:
    """The type of a name or reason: not empty, in the normal form, on one line, without control characters."""
    given = squeeze(text(value))
    normal = squeeze(normalize(given))
    if not normal or escape_controls(given) != given:
        raise click.BadParameter(say("not_one_line"))
    return normal


def json_line(value: Any) -> str:
    """One object on one line, the same bytes for the same object; it has a UTF-8 form always."""
    printed = json.dumps(value, ensure_ascii=False, separators=(",", ":"))
    # Such characters are only inside strings, where JSON has escapes.
    return _NOT_TO_PRINT.sub(lambda found: f"\\u{ord(found[0]):04x}", printed)


def print_json(value: Any) -> None:
    """One object on one line, always in UTF-8."""
    click.echo(json_line(value))


def counts_table(rows: list[tuple[str, object]], err: bool = False) -> None:
    """Names and numbers, one pair a line, aligned; on standard error if so asked."""
    width = max((len(name) for name, _ in rows), default=0)
    for name, value in rows:
        click.echo(f"  {name:<{width}}  {value}", err=err)
