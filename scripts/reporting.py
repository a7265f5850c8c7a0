"""How commands tell what became of documents: counts and reasons for people, lines and objects for scripts."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import click

from archive.documents import Rejection, Skipped
from archive.reading.origins import WITHIN
from archive.reasons import reason_code
from archive.settings import Settings
from archive.storage.reports import Line, Reason, RunReport
from archive.storage.runs import Listener
from archive.storage.store import Store
from archive.text.escaping import escape_controls
from index.indexing.indexer import update_index
from scripts.console import counts_table, json_line
from scripts.progress import progress
from scripts.speech import say, tell_reason

STANDARD_OUTPUT = "-"
OUTCOMES = {
    "ingest": ("new", "updated", "unchanged", "duplicate", "rejected", "skipped"),
    "refresh": ("changed", "unchanged", "rejected"),
}


def finish(
    store: Store, settings: Settings, report: RunReport, *, kind: str, as_json: bool, err: bool = False
) -> None:
    """Bring the index up to a run and print its report.

    Args:
        kind: whose outcomes to count, `ingest` or `refresh`.
        err: print to standard error: standard output holds something else.
    """
    try:
        with progress(say("indexing")) as meter:
            update_index(store, settings, lambda done, _: meter.show(done))
    finally:
        # What was taken in stays taken in, whatever became of the index.
        if as_json:
            _print_json_report(store, report)
        else:
            _print_report(report, OUTCOMES[kind], err)


@contextmanager
def report_file(path: str | None) -> Iterator[Listener | None]:
    """Who writes the lines of a report to a file as the run goes, to standard output if it is `-`."""
    if path is None:
        yield None
    elif path == STANDARD_OUTPUT:
        yield lambda line: click.echo(json_line(line.as_object()))
    else:
        file = Path(path)
        if file.exists() and file.stat().st_size:
            raise click.UsageError(say("report_exists", path=path))
        # Line by line, so that a run that is killed leaves what it had committed.
        with file.open("w", encoding="utf-8", buffering=1) as stream:

            def write(line: Line) -> None:
                stream.write(json_line(line.as_object()) + "\n")

            yield write


def print_reasons(reasons: Sequence[Reason], err: bool = False) -> None:
    """A table of reasons: how many, why and what to do, the code, the first places."""
    width = max((len(_grouped(reason.count)) for reason in reasons), default=0)
    for reason in reasons:
        said = tell_reason(reason.template, reason.values)
        _echo(f"  {_grouped(reason.count):>{width}}  {said} [{reason.code}]", err)
        margin = " " * (width + 4)
        for example in reason.examples:
            _echo(f"{margin}{shown_place(example)}", err)
        if more := reason.count - len(reason.examples):
            key = "more_rejected" if reason.step else "more_places"
            _echo(f"{margin}{say(key, count=more, code=reason.code)}", err)


def shown_place(refused: Rejection | Skipped) -> str:
    """A place as it is told to people: `kho.zip!/tin.jsonl:7`."""
    shown = refused.path if refused.member is None else f"{refused.path}{WITHIN}{refused.member}"
    line = refused.line if isinstance(refused, Rejection) else None
    return f"{shown}:{line}" if line else shown


def rejection_object(rejection: Rejection) -> dict[str, Any]:
    """A rejection for scripts, in English."""
    return {
        "path": rejection.path,
        "member": rejection.member,
        "line": rejection.line,
        "step": rejection.step,
        "code": reason_code(rejection.template),
        "reason": rejection.reason,
    }


def _print_report(report: RunReport, outcomes: Sequence[str], err: bool) -> None:
    counts_table([(say(f"outcome_{name}"), _grouped(report.counts.get(name, 0))) for name in outcomes], err)
    for reasons, heading in ((report.rejected, "rejected_because"), (report.skipped, "skipped_because")):
        if reasons:
            _echo(say(heading, count=sum(reason.count for reason in reasons)), err)
            print_reasons(reasons, err)
    if report.rejected:
        _echo(say("what_next"), err)
    if report.outdated:
        _echo(say("articles_outdated", count=report.outdated), err)


def _print_json_report(store: Store, report: RunReport) -> None:
    head = json_line(
        {
            "run": report.run,
            "counts": dict(report.counts),
            "outdated": report.outdated,
            "reasons": [_reason_object(reason) for reason in (*report.rejected, *report.skipped)],
        }
    )
    click.echo(head.removesuffix("}"), nl=False)
    # Row by row: there may be more rows than memory holds.
    _print_rows("rejected", map(rejection_object, store.rejections(report.run)))
    _print_rows("skipped", map(_skip_object, store.skips(report.run)))
    click.echo("}")


def _print_rows(name: str, rows: Iterable[dict[str, Any]]) -> None:
    click.echo(f',"{name}":[', nl=False)
    for number, row in enumerate(rows):
        click.echo(("," if number else "") + json_line(row), nl=False)
    click.echo("]", nl=False)


def _reason_object(reason: Reason) -> dict[str, Any]:
    return {
        "outcome": "rejected" if reason.step else "skipped",
        "step": reason.step or None,
        "code": reason.code,
        "reason": tell_reason(reason.template, reason.values, "en"),
        "count": reason.count,
        "examples": [shown_place(example) for example in reason.examples],
    }


def _skip_object(skipped: Skipped) -> dict[str, Any]:
    return {
        "path": skipped.path,
        "member": skipped.member,
        "code": reason_code(skipped.template),
        "reason": skipped.reason,
    }


def _echo(text: str, err: bool) -> None:
    click.echo(escape_controls(text), err=err)


def _grouped(count: int) -> str:
    return say("count_is", count=count)
