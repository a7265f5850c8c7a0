"""The judged queries in `relevance/`: what every line must be, since their articles are not here to be asked."""

from __future__ import annotations

import json
from collections import Counter
from pathlib import Path

import pytest

from archive.settings import read_settings
from index.relevance.judgements import Question, read_questions

FOLDER = Path(__file__).parent / "relevance"
QUESTIONS = read_questions(FOLDER, read_settings({}).reading_limits)


def test_there_are_enough_of_them_and_every_one_has_an_answer() -> None:
    assert len(QUESTIONS) >= 60
    lines = (FOLDER / "queries.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["_id"] for line in lines] == [question.id for question in QUESTIONS]


def test_half_of_them_are_held_back() -> None:
    halves = Counter(question.id.partition("-")[0] for question in QUESTIONS)
    assert halves["dev"] == halves["held"]
    assert set(halves) == {"dev", "held"}


@pytest.mark.parametrize("question", QUESTIONS, ids=lambda question: question.id)
def test_ten_articles_or_more_were_judged_for_each(question: Question) -> None:
    assert len(question.grades) >= 10
    assert set(question.grades.values()) <= {0, 1, 2}
