"""Judged questions asked of an index of their own."""

from __future__ import annotations

from archive.settings import read_settings
from index.relevance.evaluation import evaluate, indexed
from index.relevance.judgements import Question, Text, title_questions
from index.relevance.metrics import Measures
from tests.index.relevance.making import TEXTS

SETTINGS = read_settings({})
ALL = [Text(name, title, body) for name, (title, body) in TEXTS.items()]


def test_every_question_is_measured_and_the_means_are_over_all() -> None:
    questions = [Question("q1", "cầu", {"a": 1}), Question("q2", "phà", {"b": 1})]
    found = evaluate(questions, lambda question: ["a", "b"])
    assert [one.measures.reciprocal_rank for one in found.judged] == [1.0, 0.5]
    assert found.means.reciprocal_rank == 0.75
    assert found.judged[1].ranked == ("a", "b")


def test_a_question_need_not_have_all_its_words_in_the_text() -> None:
    with indexed(ALL, SETTINGS) as ranking:
        assert ranking("cây cầu nào vừa thông xe?")[0] == "cầu-mới"


def test_signs_of_the_query_language_are_words() -> None:
    with indexed(ALL, SETTINGS) as ranking:
        assert ranking('"học sinh" -lớp (nào')[0] == "trường"


def test_every_title_finds_its_article_first() -> None:
    with indexed(ALL, SETTINGS) as ranking:
        assert evaluate(title_questions(ALL), ranking).means == Measures(1.0, 1.0, 1.0, 1.0)
