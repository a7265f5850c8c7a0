"""`khobao evaluate --relevance` and `--titles`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from archive.settings import read_settings
from scripts.evaluate import evaluate
from tests.index.relevance.making import write_set

QUESTIONS = {"q1": "thông xe cây cầu", "q2": "bóng đá"}
QRELS = "q1 cầu-mới 2\nq2 trường 1"


def run(*arguments: object) -> Result:
    return CliRunner().invoke(evaluate, [str(argument) for argument in arguments], obj=read_settings({}))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A judged set of two questions, one of which no text has a word of."""
    return write_set(tmp_path, QUESTIONS, QRELS)


def test_the_table_has_every_measure(folder: Path) -> None:
    done = run("--relevance", folder)
    assert done.exit_code == 0
    figures = dict(line.rsplit(maxsplit=1) for line in done.stdout.splitlines()[1:])
    assert {name.strip(): value for name, value in figures.items() if "@" in name} == {
        "nDCG@10": "0.5000",
        "MRR@10": "0.5000",
        "độ bao phủ@10": "0.5000",
    }


def test_json_has_the_figures_and_how_many_questions_they_are_of(folder: Path) -> None:
    assert json.loads(run("--relevance", folder, "--json").stdout) == {
        "questions": 2,
        "ndcg": 0.5,
        "reciprocal_rank": 0.5,
        "recall": 0.5,
        "first": 0.5,
    }


def test_only_the_first_questions_are_asked(folder: Path) -> None:
    printed = json.loads(run("--relevance", folder, "--questions", 1, "--json").stdout)
    assert (printed["questions"], printed["ndcg"]) == (1, 1.0)


def test_errors_names_the_questions_without_an_answer(folder: Path) -> None:
    assert run("--relevance", folder, "--errors").stdout.endswith("- q2  bóng đá\n")
    missed = json.loads(run("--relevance", folder, "--errors", "--json").stdout)["missed"]
    assert missed == [{"id": "q2", "text": "bóng đá"}]


def test_the_texts_may_lie_elsewhere(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    elsewhere = (folder / "corpus.jsonl").rename(tmp_path_factory.mktemp("texts") / "articles.jsonl")
    assert run("--relevance", folder, "--texts", elsewhere).exit_code == 0


def test_titles_are_asked_of_their_own_articles(folder: Path) -> None:
    printed = json.loads(run("--titles", folder / "corpus.jsonl", "--json").stdout)
    assert (printed["questions"], printed["first"]) == (3, 1.0)


def test_one_thing_is_evaluated_at_a_time(folder: Path) -> None:
    assert run(folder, "--relevance", folder).exit_code == 2
    assert run("--titles", folder / "corpus.jsonl", "--relevance", folder).exit_code == 2
