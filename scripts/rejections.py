"""`khobao rejections`: what could not be taken in, why, and whether it can be now."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from typing import NamedTuple

import click

from archive import ingestion
from archive.reasons import reason_code
from archive.retrying import read_again
from archive.settings import Settings
from archive.storage.rejections import KeptRejection, Place
from archive.storage.reports import ReasonTally
from archive.storage.runs import RunRecord
from archive.storage.store import Store, open_store
from archive.storage.views import View
from archive.text.escaping import escape_controls
from index.indexing.indexer import check_engine
from scripts.console import DONE, SOME_REJECTED, json_option, pass_settings, print_json
from scripts.guiding import guidance
from scripts.progress import progress
from scripts.reporting import finish, print_reasons, rejection_object, shown_place
from scripts.speech import say, tell_reason
from web.texts_errors import ERROR_TEXTS


class _Choice(NamedTuple):
    """Which rejections are asked for: those of the runs `first` to `last`, with this code if one is named."""

    first: int
    last: int | None
    code: str | None

    def open(self, store: View) -> Iterator[KeptRejection]:
        """Those of them that are open."""
        for kept in store.open_rejections(self.first, self.last):
            if self.code is None or reason_code(kept.rejection.template) == self.code:
                yield kept


@click.command(help=say("rejections_help"))
@click.option("--run", type=click.IntRange(min=1), metavar="N", help=say("option_run"))
@click.option("--all", "all_runs", is_flag=True, help=say("option_all_runs"))
@click.option("--reason", "code", metavar="CODE", help=say("option_code"))
@click.option("--retry", is_flag=True, help=say("option_retry"))
@json_option
@pass_settings
def rejections(
    settings: Settings, run: int | None, all_runs: bool, code: str | None, retry: bool, as_json: bool
) -> None:
    """See `rejections_help` in the catalogue."""
    if run is not None and all_runs:
        raise click.UsageError(say("run_or_all"))
    with open_store(settings.store_url, create=False) as store:
        first = 1 if all_runs else store.run(run).number if run else store.last_ingest()
        choice = _Choice(first, run, code)
        _check_code(store, choice)
        if retry:
            check_engine(settings)
            sys.exit(_retry(store, settings, choice, as_json))
        with store.snapshot() as moment:
            if as_json:
                for number, rejection in choice.open(moment):
                    print_json({"run": number} | rejection_object(rejection))
            else:
                _print(moment, choice)


def _check_code(store: View, choice: _Choice) -> None:
    """A code that is mistyped is told; one of a reason that does not occur is not."""
    if choice.code is None or choice.code in map(reason_code, ERROR_TEXTS):
        return
    codes = {reason_code(kept.rejection.template) for kept in choice._replace(code=None).open(store)}
    if choice.code not in codes:
        raise click.UsageError(say("no_such_reason", code=choice.code, codes=", ".join(sorted(codes)) or "–"))


def _print(store: View, choice: _Choice) -> None:
    """The table of reasons, then every place."""
    tally = ReasonTally()
    for kept in choice.open(store):
        tally.add(kept.rejection)
    count = sum(reason.count for reason in tally.reasons)
    click.echo(say("open_is", count=count) if count else say("open_none"))
    print_reasons(tally.reasons)
    if choice.last is not None and choice.code is None:
        closed = sum(1 for _ in store.rejections(choice.last)) - count
        click.echo(say("met_again", count=closed))
    if count:
        click.echo()
    for _, rejection in choice.open(store):
        step, said = say(f"step_{rejection.step}"), tell_reason(rejection.template, rejection.values)
        click.echo(escape_controls(f"{shown_place(rejection)}: {step}: {said}"))


def _retry(store: Store, settings: Settings, choice: _Choice, as_json: bool) -> int:
    """Read again.

    Returns:
        The exit code.
    """
    origins = _by_origin(store, choice)
    if not origins and not as_json:
        click.echo(say("open_none"))
    code = DONE
    for record, places in origins:
        if record.kind == "refresh":
            click.echo(say("refresh_instead", run=str(record.number)), err=True)
            code = SOME_REJECTED
            continue
        documents = read_again(places, record.arguments, settings.reading_limits)
        with progress(say("reading")) as meter:
            report = ingestion.ingest(
                store,
                documents,
                record.arguments,
                guidance(settings, record.source),
                meter.show,
                kind="retry",
                workers=settings.processes,
            )
        finish(store, settings, report, kind="ingest", as_json=as_json)
        if report.counts.get("rejected"):
            code = SOME_REJECTED
    return code


def _by_origin(store: View, choice: _Choice) -> list[tuple[RunRecord, list[Place]]]:
    """The open places, those together that were read from the same paths for the same source."""
    by_run: dict[int, list[Place]] = {}
    for kept in choice.open(store):
        by_run.setdefault(kept.run, []).append(kept.place)
    origins: dict[tuple[object, ...], tuple[RunRecord, list[Place]]] = {}
    for number, places in by_run.items():
        record = store.run(number)
        key = (record.kind == "refresh", record.arguments, record.source)
        origins.setdefault(key, (record, []))[1].extend(places)
    return list(origins.values())
