"""Annotated articles go through the pipeline, and the figures into the model card."""

from __future__ import annotations

from datetime import date

import pytest

from archive.documents import RawDocument
from archive.evaluation.evaluation import evaluate
from archive.evaluation.folders import Case
from archive.evaluation.gold import GoldArticle, GoldOfficial, Problem
from archive.evaluation.tables import evaluation_object, marks, table_in, table_of, with_table
from archive.evaluation.tallies import FINDS, SHARES, Tally
from archive.pipeline import Guidance
from tests.archive.evaluation.making import BODY

GUIDANCE = Guidance(date(2026, 11, 21))
GOLD = GoldArticle("1.txt", officials=(GoldOfficial("Lê Văn Sóng"),), unjudged=frozenset({"title"}))
READ = RawDocument("1.txt", "1.txt", "text", BODY.encode())
EMPTY = RawDocument("2.txt", "2.txt", "text", b"")


def test_what_is_understood_is_scored() -> None:
    evaluation = evaluate([Case(GOLD, READ)], GUIDANCE)
    assert (evaluation.articles, evaluation.problems) == (1, ())
    assert evaluation.score.finds["persons"].right == 1
    assert evaluation.unjudged == ("title",)


def test_a_document_that_is_refused_misses_everything_and_is_told() -> None:
    evaluation = evaluate([Case(GOLD, EMPTY)], GUIDANCE)
    assert evaluation.score.finds["persons"] == Tally(1, 0, 0)
    assert [problem.code for problem in evaluation.problems] == ["refused"]


def test_problems_are_handed_on_and_count_as_no_article() -> None:
    problem = Problem("gold.jsonl:1", "not_json", {"reason": "?"})
    evaluation = evaluate([problem], GUIDANCE)
    assert (evaluation.articles, evaluation.problems) == (0, (problem,))


def test_the_object_has_counts_and_figures() -> None:
    printed = evaluation_object(evaluate([Case(GOLD, EMPTY)], GUIDANCE))
    assert printed["finds"]["persons"] == {
        "gold": 1,
        "found": 0,
        "right": 0,
        "precision": 1.0,
        "recall": 0.0,
        "f1": 0.0,
    }


def test_every_measure_has_a_row_with_a_title() -> None:
    table = table_of(evaluate([Case(GOLD, READ)], GUIDANCE), date(2026, 11, 22))
    assert table.startswith("1 articles, rules version")
    assert "| persons (officials) | 1 | 1 | 1 | 1.000 | 1.000 | 1.000 |" in table
    assert not set(FINDS) & set(SHARES)


def page(name: str) -> str:
    begins, ends = marks(name)
    return f"# Card\n{begins}\nold\n{ends}\nend\n"


def test_the_table_is_put_between_the_marks_of_its_folder() -> None:
    both = page("one") + page("other")
    written = with_table(both, "other", "new")
    assert (table_in(written, "one"), table_in(written, "other")) == ("old", "new")
    assert with_table(written, "other", "old") == both


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="figures of other"):
        with_table(page("one"), "other", "new")
