"""`khobao benchmark`: how fast it is, beside other systems, on the reader's own articles and machine."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import click

from index.benchmarking.asking import Questions
from index.benchmarking.running import Plan, run
from index.benchmarking.system import PEERS, is_installed
from index.benchmarking.workplace import Figures
from scripts.benchmark_tables import machine_line, picture, tables
from scripts.console import VIETNAM
from scripts.speech import say
from web.params import SHOWN_FACETS

MIXED_QUERIES = 1_000
SEED = "khobao"

_FILE = click.Path(dir_okay=False, path_type=Path)


class Names(click.ParamType[list[object]]):
    """Words or numbers with commas between them."""

    name = "list"

    def __init__(self, kind: click.ParamType[Any]) -> None:
        self._kind = kind

    def convert(
        self, value: str | list[object], param: click.Parameter | None, ctx: click.Context | None
    ) -> list[object]:
        """See click."""
        if isinstance(value, list):
            return value
        return [self._kind.convert(part, param, ctx) for part in value.split(",") if part]


@click.command(help=say("benchmark_help"))
@click.argument(
    "articles", type=click.Path(exists=True, dir_okay=False, path_type=Path), metavar="ARTICLES.jsonl"
)
@click.option("--limit", type=click.IntRange(min=1), help=say("option_benchmark_limit"))
@click.option("--sizes", type=Names(click.IntRange(min=1)), help=say("option_sizes"))
@click.option("--copies", type=click.IntRange(min=0), default=0, help=say("option_copies"))
@click.option("--peers", type=Names(click.Choice(PEERS)), default=list(PEERS), help=say("option_peers"))
@click.option(
    "--queries", type=click.IntRange(min=1), default=15, show_default=True, help=say("option_queries")
)
@click.option("--rounds", type=click.IntRange(min=1), default=5, show_default=True, help=say("option_rounds"))
@click.option("--folder", type=click.Path(file_okay=False, path_type=Path), help=say("option_folder"))
@click.option("--json", "json_file", type=_FILE, metavar="FILE", help=say("option_json_file"))
@click.option("--markdown", type=_FILE, metavar="FILE", help=say("option_markdown"))
@click.option("--plot", type=_FILE, metavar="FILE", help=say("option_plot"))
def benchmark(
    articles: Path,
    limit: int | None,
    sizes: list[int] | None,
    copies: int,
    peers: list[str],
    queries: int,
    rounds: int,
    folder: Path | None,
    json_file: Path | None,
    markdown: Path | None,
    plot: Path | None,
) -> None:
    """See `benchmark_help` in the catalogue."""
    if limit is not None and sizes:
        raise click.UsageError(say("limit_or_sizes"))
    with _kept_in(folder) as work:
        plan = Plan(
            articles=articles,
            folder=work,
            sizes=sorted(sizes or [limit or 0]),
            copies=copies,
            peers=_installed(peers),
            questions=Questions(queries, rounds, SEED),
            mixed=MIXED_QUERIES,
            facets=SHOWN_FACETS,
            today=datetime.now(VIETNAM).date(),
        )
        figures: Figures = {}
        for figures in run(plan, _tell):
            _write(json_file, json.dumps(figures, ensure_ascii=False, indent=1))
    _report(figures, markdown, plot)


def _report(figures: Figures, markdown: Path | None, plot: Path | None) -> None:
    made = list(tables(figures))
    click.echo(machine_line(figures))
    for table in made:
        click.echo(f"\n{table.as_text()}")
    _write(markdown, "\n\n".join([machine_line(figures), *(table.as_markdown() for table in made)]) + "\n")
    if plot:
        _write(plot, picture(figures))


def _installed(peers: list[str]) -> list[str]:
    for peer in peers:
        if not is_installed(peer):
            click.echo(say("peer_missing", peer=peer), err=True)
    return [peer for peer in peers if is_installed(peer)]


@contextmanager
def _kept_in(folder: Path | None) -> Iterator[Path]:
    """The folder named, or one that is gone afterwards."""
    if folder:
        yield folder
    else:
        with TemporaryDirectory() as name:
            yield Path(name)


def _tell(step: str, size: int) -> None:
    clock = datetime.now(VIETNAM).strftime("%H:%M:%S")
    named = say("count_is", count=size) if size else say("size_all")
    click.echo(f"{clock}  {named}  {say(f'step_of_{step}')}", err=True)


def _write(path: Path | None, text: str) -> None:
    """Write a file in one go, if one was named: a reader never sees half of it."""
    if path:
        written = path.with_name(path.name + ".new")
        written.write_text(text, "utf-8")
        written.replace(path)
