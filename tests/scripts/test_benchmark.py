"""`khobao benchmark`: a complete report, kept work, and a name for everything it says."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from click.testing import CliRunner, Result

from index.benchmarking.agreement import KNOWN_DIFFERENCES
from index.benchmarking.classes import CLASSES
from index.benchmarking.stages import STAGES
from index.benchmarking.system import SYSTEMS
from index.benchmarking.targets import TARGETS
from scripts import benchmark
from tests.index.benchmarking.making import write_articles
from web.catalogue import TEXTS

PEER = "fts5"
"""All of them are compared in tests/index/benchmarking."""


def run(*arguments: object) -> Result:
    return CliRunner().invoke(benchmark.benchmark, [str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def done(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder in which a whole benchmark was run."""
    folder = tmp_path_factory.mktemp("benchmark")
    articles = write_articles(folder / "articles.jsonl")
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(benchmark, "MIXED_QUERIES", 20)
        result = run(
            articles,
            *("--sizes", "36", "--copies", "72", "--peers", PEER),
            *("--queries", "2", "--rounds", "1", "--folder", folder / "kept"),
            *(
                "--json",
                folder / "figures.json",
                "--markdown",
                folder / "tables.md",
                "--plot",
                folder / "plot.svg",
            ),
        )
    assert result.exit_code == 0, result.output
    (folder / "printed.txt").write_text(result.stdout, "utf-8")
    return folder


def figures(done: Path) -> Any:
    return json.loads((done / "figures.json").read_text("utf-8"))


def test_the_figures_are_complete(done: Path) -> None:
    read = figures(done)
    assert [size["articles"] for size in read["sizes"]] == [36]
    assert set(read["stages"]["rates"]) == set(STAGES)
    for size in read["sizes"]:
        assert set(size["builds"]) == {"khobao", PEER}
        for query_class in CLASSES:
            asked = {"khobao", PEER} & set(query_class.systems)
            assert set(size["classes"][query_class.name]) == asked
        assert size["page"]["median_ms"] > 0
        assert size["server"]["mixed_queries"] == 20
        assert size["server"]["peak_bytes"] > 0
    assert read["copies"]["articles"] == 72
    assert read["machine"]["cores"]
    assert read["input"]["sha256"]


def test_counts_of_all_systems_agree(done: Path) -> None:
    for size in figures(done)["sizes"]:
        differing = {name for name, found in size["differences"].items() if found}
        assert differing <= set(KNOWN_DIFFERENCES)


def test_the_tables_have_every_class_and_every_target(done: Path) -> None:
    printed = (done / "printed.txt").read_text("utf-8")
    page = (done / "tables.md").read_text("utf-8")
    for query_class in CLASSES:
        assert TEXTS[f"class_{query_class.name}"][0] in printed
        assert TEXTS[f"class_{query_class.name}"][0] in page
    assert TEXTS["benchmark_targets"][0] in printed


def test_the_plot_is_svg(done: Path) -> None:
    assert ElementTree.fromstring((done / "plot.svg").read_text("utf-8")).tag.endswith("svg")


def test_a_limit_and_sizes_are_bad_usage(done: Path) -> None:
    assert run(done / "articles.jsonl", "--limit", "5", "--sizes", "5").exit_code == 2


def test_an_unknown_peer_is_bad_usage(done: Path) -> None:
    assert run(done / "articles.jsonl", "--peers", "lucene").exit_code == 2


@pytest.mark.parametrize(
    "key",
    [
        *(f"class_{query_class.name}" for query_class in CLASSES),
        *(f"system_{row.name}" for row in SYSTEMS),
        *(f"step_of_build_{row.name}" for row in SYSTEMS),
        *(f"stage_{stage}" for stage in STAGES),
        *(f"target_{target.title}" for target in TARGETS),
        *(f"difference_{reason}" for reason in KNOWN_DIFFERENCES.values()),
    ],
)
def test_everything_has_a_name(key: str) -> None:
    assert key in TEXTS
