"""The five founding articles: every required statement is found, given to the right speaker."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.evaluation.evaluation import Evaluation, evaluate
from archive.evaluation.folders import read_cases
from archive.evaluation.tallies import Share
from archive.pipeline import Guidance
from archive.settings import read_settings

ROOT = Path(__file__).parents[2]
REQUIRED_STATEMENTS = 33


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """The seeds against what was expected of them."""
    cases = read_cases(ROOT / "tests/data", read_settings({}).reading_limits, articles=ROOT / "seeds")
    return evaluate(cases, Guidance(date(2026, 11, 21)))


def test_all_of_them_are_judged(evaluation: Evaluation) -> None:
    assert (evaluation.articles, evaluation.problems) == (5, ())


@pytest.mark.parametrize("measure", ["persons", "posts", "published", "event", "sort_date"])
def test_officials_and_dates_are_all_right(measure: str, evaluation: Evaluation) -> None:
    assert evaluation.score.finds[measure].f1 == 1


def test_every_required_statement_is_found_exactly(evaluation: Evaluation) -> None:
    tally = evaluation.score.finds["statements_exact"]
    assert (tally.gold, tally.right) == (REQUIRED_STATEMENTS, REQUIRED_STATEMENTS)
    assert tally.precision >= 0.97


def test_every_speaker_is_right(evaluation: Evaluation) -> None:
    assert evaluation.score.shares["speaker"] == Share(REQUIRED_STATEMENTS, REQUIRED_STATEMENTS)
