"""Judged sets in BEIR form, read."""

from __future__ import annotations

from pathlib import Path

import pytest

from archive.errors import SearchError
from archive.settings import read_settings
from index.relevance.judgements import (
    Question,
    Text,
    named_file,
    read_questions,
    read_texts,
    title_questions,
)
from tests.index.relevance.making import TEXTS, lines, write_set

LIMITS = read_settings({}).reading_limits
QUESTIONS = {"q1": "cầu qua sông", "q2": "học sinh bỏ học", "q3": "giá vàng"}
QRELS = "q1 cầu-mới 2\nq1 nguồn-nước 0\nq2 trường 1\nq3 trường 0"


@pytest.mark.parametrize("packed", [False, True])
def test_questions_come_with_their_grades(tmp_path: Path, packed: bool) -> None:
    write_set(tmp_path, QUESTIONS, QRELS, packed=packed)
    assert read_questions(tmp_path, LIMITS) == [
        Question("q1", "cầu qua sông", {"cầu-mới": 2, "nguồn-nước": 0}),
        Question("q2", "học sinh bỏ học", {"trường": 1}),
    ]


def test_a_question_nothing_answers_is_left_out(tmp_path: Path) -> None:
    write_set(tmp_path, QUESTIONS, QRELS)
    assert "q3" not in [question.id for question in read_questions(tmp_path, LIMITS)]


def test_the_first_questions_can_be_asked_alone(tmp_path: Path) -> None:
    write_set(tmp_path, QUESTIONS, QRELS)
    assert [question.id for question in read_questions(tmp_path, LIMITS, most=1)] == ["q1"]


@pytest.mark.parametrize("packed", [False, True])
def test_texts_have_id_title_and_body(tmp_path: Path, packed: bool) -> None:
    write_set(tmp_path, QUESTIONS, QRELS, packed=packed)
    found = list(read_texts(named_file(tmp_path, "corpus"), LIMITS))
    assert found == [Text(name, title, body) for name, (title, body) in TEXTS.items()]


def test_articles_may_call_their_id_id_and_have_no_title(tmp_path: Path) -> None:
    path = tmp_path / "articles.jsonl"
    path.write_text(lines([{"id": 7, "text": "Đường mới"}, {"id": "b", "title": None, "text": ""}]), "utf-8")
    assert list(read_texts(path, LIMITS)) == [Text("7", "", "Đường mới"), Text("b", "", "")]


def test_every_title_is_a_question_its_article_answers() -> None:
    texts = [Text("a", "Đường mới", ""), Text("b", "", "Không có tiêu đề")]
    assert title_questions(texts) == [Question("a", "Đường mới", {"a": 1})]


def test_articles_of_one_title_answer_one_question() -> None:
    texts = [Text("a", "Đường mới", ""), Text("b", "đường MỚI!", "")]
    assert title_questions(texts) == [Question("a", "Đường mới", {"a": 1, "b": 1})]


@pytest.mark.parametrize("name", ["corpus.jsonl", "queries.jsonl", "qrels.tsv"])
def test_a_missing_file_is_named(tmp_path: Path, name: str) -> None:
    write_set(tmp_path, QUESTIONS, QRELS)
    (tmp_path / name).unlink()
    with pytest.raises(SearchError, match=name):
        read_questions(tmp_path, LIMITS)
        named_file(tmp_path, "corpus")


@pytest.mark.parametrize("line", ["q1\tcầu-mới", "q1\tcầu-mới\ttốt"])
def test_a_row_that_is_no_judgement_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    write_set(tmp_path, QUESTIONS, QRELS)
    with (tmp_path / "qrels.tsv").open("a", encoding="utf-8") as qrels:
        qrels.write(line + "\n")
    with pytest.raises(SearchError, match=r"qrels\.tsv:6"):
        read_questions(tmp_path, LIMITS)


@pytest.mark.parametrize("line", ["không phải JSON", "[1]", '{"_id": "q9"}', '{"_id": "q9", "text": 7}'])
def test_a_line_that_is_no_question_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    write_set(tmp_path, QUESTIONS, QRELS)
    (tmp_path / "queries.jsonl").write_text('{"_id": "q3", "text": "giá vàng"}\n' + line, "utf-8")
    with pytest.raises(SearchError, match=r"queries\.jsonl:2"):
        read_questions(tmp_path, LIMITS)


@pytest.mark.parametrize("line", ['{"text": "không có mã"}', '{"_id": "a", "text": ["hai"]}'])
def test_a_line_that_is_no_text_is_told_with_its_line(tmp_path: Path, line: str) -> None:
    (tmp_path / "corpus.jsonl").write_text(line, "utf-8")
    with pytest.raises(SearchError, match=r"corpus\.jsonl:1"):
        list(read_texts(tmp_path / "corpus.jsonl", LIMITS))
