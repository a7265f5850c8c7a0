"""The figures of a benchmark as tables, for the terminal and for a page, and as a picture."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby
from typing import Any, NamedTuple

from index.benchmarking.agreement import KNOWN_DIFFERENCES
from index.benchmarking.system import OURS
from index.benchmarking.targets import Target
from index.benchmarking.workplace import Figures
from index.fields import COLLECTIONS
from scripts.speech import say
from web.charts import Panel, draw

MEGABYTE = 1e6
UNKNOWN = "–"
NUMERIC = (*"0123456789≤≥", UNKNOWN)
"""How cells of columns of numbers begin."""
FASTER = ("tantivy",)
"""Systems that are expected to be faster than ours."""


class Table(NamedTuple):
    """A heading, the names of the columns, and the rows."""

    heading: str
    columns: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]

    def as_text(self) -> str:
        """For a terminal: columns aligned."""
        columns = list(zip(self.columns, *self.rows, strict=True))
        aligned = [_aligned(column, right) for column, right in zip(columns, self._numeric, strict=True)]
        return "\n".join(
            [self.heading, *(f"  {'  '.join(line)}".rstrip() for line in zip(*aligned, strict=True))]
        )

    def as_markdown(self) -> str:
        """For a page."""
        ruler = tuple("---:" if right else "---" for right in self._numeric)
        lines = (f"| {' | '.join(line)} |" for line in (self.columns, ruler, *self.rows))
        return f"**{self.heading}**\n\n" + "\n".join(lines)

    @property
    def _numeric(self) -> list[bool]:
        """Which columns hold numbers."""
        return [all(cell[:1] in NUMERIC for cell in column) for column in zip(*self.rows, strict=True)]


def tables(figures: Figures) -> Iterator[Table]:
    """Every table there are figures for."""
    sizes = [size for size in figures["sizes"] if "articles" in size]
    for size in sizes:
        if size.get("classes"):
            yield _classes(size)
    copies = figures["copies"] or {}
    grown = [size for size in (*sizes, copies) if size.get("classes")]
    if grown:
        yield _growth(grown)
    yield _taken_in([size for size in sizes if size.get("builds")])
    yield _builds([size for size in (*sizes, copies) if size.get("builds")])
    yield _stages(figures["stages"])
    yield _answers([size for size in (*sizes, copies) if size.get("server")])
    yield from _differences(sizes)
    if figures.get("targets"):
        yield _targets(figures["targets"])


def machine_line(figures: Figures) -> str:
    """What it was measured on, and when."""
    machine = figures["machine"]
    versions = ", ".join(f"{name} {version}" for name, version in machine["systems"].items())
    return say(
        "benchmark_machine",
        date=figures["date"],
        cpu=machine["cpu"],
        cores=machine["cores"],
        memory=round(machine["memory_bytes"] / 1e9),
        python=machine["python"],
        numpy=machine["numpy"],
        khobao=machine["khobao"],
        versions=versions,
    )


def picture(figures: Figures) -> str:
    """Milliseconds by number of articles, a panel a class."""
    grown = [size for size in (*figures["sizes"], figures["copies"] or {}) if size.get("classes")]
    panels = []
    for name in _class_names(grown):
        lines: dict[str, list[tuple[float, float]]] = {}
        for size in grown:
            for system, timing in size["classes"].get(name, {}).items():
                lines.setdefault(say(f"system_{system}"), []).append((size["articles"], timing["median_ms"]))
        panels.append(Panel(say(f"class_{name}"), lines))
    return draw(panels, say("benchmark_articles"), "ms")


def _classes(size: Figures) -> Table:
    peers = [name for name in size["builds"] if name != OURS]
    columns = (
        say("benchmark_class"),
        f"{say(f'system_{OURS}')} ms (p95)",
        *(say(f"system_{peer}") for peer in peers),
        *(f"{say(f'system_{over}')} ÷ {say(f'system_{under}')}" for over, under in map(_ratio, peers)),
    )
    rows = []
    for name, timings in size["classes"].items():
        ours = timings[OURS]
        medians = {system: timing["median_ms"] for system, timing in timings.items()}
        rows.append(
            (
                say(f"class_{name}"),
                f"{_number(ours['median_ms'])} ({_number(ours['p95_ms'])})",
                *(_number(medians.get(peer)) for peer in peers),
                *(
                    _number(medians[over] / medians[under]) if peer in medians else UNKNOWN
                    for peer in peers
                    for over, under in [_ratio(peer)]
                ),
            )
        )
    return Table(say("benchmark_classes", count=size["articles"]), columns, rows)


def _ratio(peer: str) -> tuple[str, str]:
    """Which of the two is divided by which: the one that is expected to take longer by the other."""
    return (OURS, peer) if peer in FASTER else (peer, OURS)


def _growth(sizes: Sequence[Figures]) -> Table:
    columns = (say("benchmark_class"), *(_grouped(size["articles"]) for size in sizes))
    rows = [
        (
            say(f"class_{name}"),
            *(_number(size["classes"].get(name, {}).get(OURS, {}).get("median_ms")) for size in sizes),
        )
        for name in _class_names(sizes)
    ]
    return Table(say("benchmark_growth"), columns, rows)


def _builds(sizes: Iterable[Figures]) -> Table:
    names = ("articles", "system", "articles_s", "statements_s", "kb_article", "peak_mb")
    rows = []
    for size in sizes:
        for system, built in size["builds"].items():
            both = [built[collection] for collection in COLLECTIONS]
            rows.append(
                (
                    _grouped(size["articles"]),
                    say(f"system_{system}"),
                    *(_number(one["documents_per_second"]) for one in both),
                    _number(sum(one["bytes"] for one in both) / built["articles"]["documents"] / 1e3),
                    _memory(built),
                )
            )
    return Table(say("benchmark_builds"), tuple(say(f"benchmark_{name}") for name in names), rows)


def _stages(stages: Figures) -> Table:
    rows = [(say(f"stage_{stage}"), _number(rate)) for stage, rate in stages["rates"].items()]
    rows.append((say("stage_together"), _number(stages["together"])))
    return Table(
        say("benchmark_stages", count=stages["articles"]),
        (say("benchmark_stage"), say("benchmark_articles_s")),
        rows,
    )


def _taken_in(sizes: Sequence[Figures]) -> Table:
    columns = (say("benchmark_what"), *(_grouped(size["articles"]) for size in sizes))
    rows = [
        (say("taken_in_rate"), *(_number(size["whole"]["articles_per_second"]) for size in sizes)),
        (say("taken_in_seconds"), *(_number(size["ingest"]["seconds"]) for size in sizes)),
        (say("taken_in_finish"), *(_number(size["ingest"]["finish_seconds"]) for size in sizes)),
        (say("taken_in_index"), *(_number(size["index"]["seconds"]) for size in sizes)),
        (say("taken_in_statements"), *(_grouped(size["statements"]) for size in sizes)),
        (say("taken_in_text"), *(_number(size["text_bytes"] / MEGABYTE) for size in sizes)),
        (say("taken_in_bytes"), *(_number(size["index"]["bytes"] / size["text_bytes"]) for size in sizes)),
        (say("taken_in_memory"), *(_memory(size["ingest"]) for size in sizes)),
        (say("taken_in_index_memory"), *(_memory(size["index"]) for size in sizes)),
    ]
    return Table(say("benchmark_taken_in"), columns, rows)


def _answers(sizes: Sequence[Figures]) -> Table:
    columns = (say("benchmark_what"), *(_grouped(size["articles"]) for size in sizes))
    rows = [
        (say("answer_page"), *(_both(size["page"]) for size in sizes)),
        (say("answer_statement_page"), *(_both(size["statement_page"]) for size in sizes)),
        (say("answer_open"), *(_number(size["server"]["open_ms"]) for size in sizes)),
        (say("answer_first"), *(_number(size["server"]["first_answer_ms"]) for size in sizes)),
        (
            say("answer_mixed", count=sizes[0]["server"]["mixed_queries"] if sizes else 0),
            *(_number(size["server"]["mixed_seconds"]) for size in sizes),
        ),
        (say("answer_memory"), *(_number(size["server"]["peak_bytes"] / MEGABYTE) for size in sizes)),
    ]
    return Table(say("benchmark_answers"), columns, rows)


def _differences(sizes: Sequence[Figures]) -> Iterator[Table]:
    rows = []
    for size in sizes:
        for name, found in size.get("differences", {}).items():
            by_system = groupby(found, key=lambda difference: difference["system"])
            for system, differing in by_system:
                example, *others = differing
                rows.append(
                    (
                        say(f"class_{name}"),
                        _grouped(size["articles"]),
                        say(f"system_{system}"),
                        str(1 + len(others)),
                        f"{example['query']}: {_joined(example['ours'])} / {_joined(example['theirs'])}",
                        say(f"difference_{KNOWN_DIFFERENCES.get(name, 'unknown')}"),
                    )
                )
    names = ("class", "articles", "system", "queries", "example", "reason")
    if rows:
        yield Table(say("benchmark_differences"), tuple(say(f"benchmark_{name}") for name in names), rows)


def _targets(judged: Sequence[Mapping[str, Any]]) -> Table:
    rows = []
    for verdict in judged:
        target = Target(*verdict["target"])
        sign = "≥" if target.at_least else "≤"
        subject = say(f"class_{target.subject}") if target.subject else ""
        rows.append(
            (
                say(f"target_{target.title}", subject=subject),
                f"{sign} {_number(target.bound)}",
                _number(verdict["measured"]),
                _grouped(verdict["articles"]),
                {True: say("target_met"), False: say("target_not_met"), None: say("target_unknown")}[
                    verdict["met"]
                ],
            )
        )
    names = ("target", "bound", "measured", "articles", "verdict")
    return Table(say("benchmark_targets"), tuple(say(f"benchmark_{name}") for name in names), rows)


def _class_names(sizes: Iterable[Figures]) -> list[str]:
    return list(dict.fromkeys(name for size in sizes for name in size["classes"]))


def _both(timing: Mapping[str, float]) -> str:
    return f"{_number(timing['median_ms'])} ({_number(timing['p95_ms'])})"


def _memory(step: Mapping[str, float]) -> str:
    """Of the process, and of the largest it started."""
    own, child = step["peak_bytes"], step["child_peak_bytes"]
    return _number(own / MEGABYTE) + (f" + {_number(child / MEGABYTE)}" if child else "")


def _joined(counts: Iterable[int]) -> str:
    return ", ".join(map(str, counts))


def _grouped(count: int) -> str:
    return say("count_is", count=count)


def _number(value: float | None) -> str:
    """Three digits that mean something."""
    if value is None:
        return UNKNOWN
    if value >= 100:
        return _grouped(round(value))
    digits = 1 if value >= 10 else 2 if value >= 0.1 else 3
    return f"{value:.{digits}f}".replace(".", say("decimal_sign"))


def _width(text: str) -> int:
    return sum(not unicodedata.combining(char) for char in text)


def _aligned(column: Sequence[str], right: bool) -> list[str]:
    widest = max(map(_width, column))
    blanks = (" " * (widest - _width(cell)) for cell in column)
    return [blank + cell if right else cell + blank for blank, cell in zip(blanks, column, strict=True)]
