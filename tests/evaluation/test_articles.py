"""Articles annotated by us, read by the whole pipeline: the floors under what is understood of them.

The articles are our own (`articles/README.md`). A floor is raised when the rules get better, never lowered.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from archive.evaluation.evaluation import Evaluation, evaluate
from archive.evaluation.folders import Case, read_cases
from archive.evaluation.gold import Problem
from archive.evaluation.tables import table_in, table_of
from archive.evaluation.tallies import FINDS, SHARES, Share
from archive.models import ACTS
from archive.pipeline import Guidance
from archive.settings import read_settings

ROOT = Path(__file__).parents[2]
ARTICLES = ROOT / "tests/evaluation/articles"
CARD = ROOT / "docs/model-card.md"
GUIDANCE = Guidance(date(2026, 11, 21))

F1_FLOORS = {
    "persons": 0.99,
    "posts": 0.97,
    "posts_canonical": 0.98,
    "posts_lenient": 0.99,
    "provinces": 0.98,
    "published": 0.98,
    "event": 0.94,
    "sort_date": 0.97,
    "statements_exact": 0.95,
    "statements_half": 0.96,
    "statements_overlapping": 0.965,
    "coverage": 0.95,
}

SHARE_FLOORS = {
    "provinces_exact": 0.98,
    "published_exact": 0.97,
    "event_exact": 0.92,
    "sort_date_exact": 0.96,
    "status": 0.98,
    "post_status": 0.98,
    "official_province": 0.98,
    "speaker": 0.98,
    "speaker_post": 0.93,
    "act": 0.97,
    "kind": 0.97,
    "attribution": 0.95,
    "found_direct": 0.88,
    "found_reported": 0.97,
    "found_mixed": 0.8,
    "found_continuation": 0.8,
}

CASES = list(read_cases(ARTICLES, read_settings({}).reading_limits))
JUDGED = [case for case in CASES if isinstance(case, Case)]


@pytest.fixture(scope="module")
def evaluation() -> Evaluation:
    """The whole set, once."""
    return evaluate(CASES, GUIDANCE)


@pytest.mark.parametrize("measure", F1_FLOORS)
def test_no_f1_falls_below_its_floor(measure: str, evaluation: Evaluation) -> None:
    assert evaluation.score.finds[measure].f1 >= F1_FLOORS[measure], evaluation.score.finds[measure]


@pytest.mark.parametrize("measure", SHARE_FLOORS)
def test_no_share_falls_below_its_floor(measure: str, evaluation: Evaluation) -> None:
    share = evaluation.score.shares.get(measure, Share())
    assert share.share >= SHARE_FLOORS[measure], share


def test_every_measure_has_a_floor() -> None:
    assert (set(F1_FLOORS), set(SHARE_FLOORS)) == (set(FINDS), set(SHARES))


def test_the_annotation_has_no_fault(evaluation: Evaluation) -> None:
    assert not evaluation.problems


def test_every_article_is_annotated_once() -> None:
    files = sorted(path.name for path in ARTICLES.iterdir() if path.suffix in (".txt", ".html"))
    assert sorted(case.gold.name for case in JUDGED) == files


def test_there_are_many_articles_of_many_provinces_and_years() -> None:
    subjects = {name for case in JUDGED for name in case.gold.subjects or ()}
    years = {(case.gold.dates.get("sort_date") or "")[:4] for case in JUDGED}
    assert len(JUDGED) >= 40
    assert len(subjects) >= 25
    assert len(years) >= 15


def test_annotated_statements_use_the_words_of_the_contract() -> None:
    statements = [statement for case in JUDGED for statement in case.gold.statements or ()]
    assert {statement.act for statement in statements} <= set(ACTS)
    assert {statement.kind for statement in statements} <= {"direct", "reported", "mixed", "continuation"}
    assert {statement.attribution for statement in statements} <= {"name", "post", "pronoun", "context"}
    assert {statement.speaker_kind for statement in statements} <= {"person", "organisation", "anonymous"}
    assert all(statement.speakers and statement.content for statement in statements)


def test_the_model_card_has_the_figures_of_this_set(evaluation: Evaluation) -> None:
    """After a change of rules: `khobao evaluate --card docs/model-card.md`."""
    printed = table_in(CARD.read_text("utf-8"), ARTICLES.name)
    day = date.fromisoformat(printed.partition("\n")[0].split()[-1].rstrip("."))
    assert printed == table_of(evaluation, day)


def test_evaluating_twice_gives_the_same(evaluation: Evaluation) -> None:
    first = JUDGED[:3]
    assert evaluate(first, GUIDANCE) == evaluate(first, GUIDANCE)


def test_no_case_is_a_problem() -> None:
    assert not [case for case in CASES if isinstance(case, Problem)]
