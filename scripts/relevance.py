"""The half of `khobao evaluate` that asks: how well the best answers come first."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path

import click

from archive.settings import Settings
from archive.text.escaping import escape_controls
from index.relevance.evaluation import RelevanceEvaluation, evaluate, indexed
from index.relevance.judgements import Question, Text, named_file, read_questions, read_texts, title_questions
from scripts.console import print_json
from scripts.speech import say


def ask_judged(settings: Settings, folder: Path, texts: Path | None, most: int | None) -> RelevanceEvaluation:
    """Ask the questions of a judged set.

    Args:
        folder: the set, in BEIR form.
        texts: its documents, where they do not lie in the folder.
        most: how many questions are asked, the first.
    """
    limits = settings.reading_limits
    questions = read_questions(folder, limits, most)
    corpus = read_texts(texts or named_file(folder, "corpus"), limits)
    return _asked(questions, list(corpus), settings)


def ask_titles(settings: Settings, articles: Path, most: int | None) -> RelevanceEvaluation:
    """Ask for every article of a file by its title.

    Args:
        articles: JSON lines, packed or not.
        most: how many titles are asked, the first.
    """
    texts = list(read_texts(articles, settings.reading_limits))
    return _asked(title_questions(texts)[:most], texts, settings)


def _asked(questions: Sequence[Question], texts: Sequence[Text], settings: Settings) -> RelevanceEvaluation:
    with indexed(texts, settings) as ranking:
        return evaluate(questions, ranking)


def print_evaluation(evaluation: RelevanceEvaluation, *, errors: bool, as_json: bool) -> None:
    """The figures, as a table or an object; with `errors` every question none of whose answers was found."""
    missed = [one.question for one in evaluation.judged if not one.measures.reciprocal_rank]
    measures = asdict(evaluation.means)
    if as_json:
        figures = {name: round(value, 4) for name, value in measures.items()}
        told = {"missed": [{"id": one.id, "text": one.text} for one in missed]} if errors else {}
        print_json({"questions": len(evaluation.judged)} | figures | told)
        return
    click.echo(say("questions_asked", count=len(evaluation.judged)))
    titles = {name: say(f"measure_{name}") for name in measures}
    width = max(map(len, titles.values()))
    for name, value in measures.items():
        click.echo(f"  {titles[name]:<{width}}  {value:.4f}")
    for question in missed if errors else ():
        click.echo(f"- {question.id}  {escape_controls(question.text)}")
