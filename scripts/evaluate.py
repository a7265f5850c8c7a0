"""`khobao evaluate`: how well articles are understood, and how well they are found, against what is judged."""

from __future__ import annotations

import sys
from dataclasses import asdict
from datetime import datetime
from pathlib import Path

import click

from archive.evaluation import evaluation as understanding
from archive.evaluation.evaluation import Evaluation
from archive.evaluation.folders import read_cases
from archive.evaluation.tables import evaluation_object, marks, table_of, with_table
from archive.evaluation.tallies import Fault
from archive.knowledge.understanding import RULES_VERSION
from archive.settings import Settings
from archive.text.escaping import escape_controls
from scripts.console import DONE, SOME_REJECTED, VIETNAM, json_option, pass_settings, print_json
from scripts.guiding import guidance
from scripts.relevance import ask_judged, ask_titles, print_evaluation
from scripts.speech import say

OWN_SET = Path("tests/evaluation/articles")
"""What is evaluated where a checkout is the working folder and nothing else is named."""

_PATH = click.Path(exists=True, path_type=Path)


@click.command(help=say("evaluate_help"))
@click.argument("folder", required=False, type=_PATH, metavar="[DIR]")
@click.option("--articles", type=_PATH, help=say("option_articles"))
@click.option("--texts", type=_PATH, help=say("option_texts"))
@click.option("--relevance", type=_PATH, metavar="DIR", help=say("option_relevance"))
@click.option("--titles", type=_PATH, metavar="FILE", help=say("option_titles"))
@click.option("--questions", type=click.IntRange(min=1), help=say("option_questions"))
@click.option("--errors", is_flag=True, help=say("option_errors"))
@click.option("--card", type=_PATH, help=say("option_card"))
@json_option
@pass_settings
def evaluate(
    settings: Settings,
    folder: Path | None,
    articles: Path | None,
    texts: Path | None,
    relevance: Path | None,
    titles: Path | None,
    questions: int | None,
    errors: bool,
    card: Path | None,
    as_json: bool,
) -> None:
    """See `evaluate_help` in the catalogue."""
    if sum(named is not None for named in (folder, relevance, titles)) > 1:
        raise click.UsageError(say("evaluate_one_thing"))
    if relevance is not None:
        found = ask_judged(settings, relevance, texts, questions)
        print_evaluation(found, errors=errors, as_json=as_json)
    elif titles is not None:
        print_evaluation(ask_titles(settings, titles, questions), errors=errors, as_json=as_json)
    else:
        _evaluate_understanding(settings, folder, articles, texts, errors, card, as_json)


def _evaluate_understanding(
    settings: Settings,
    folder: Path | None,
    articles: Path | None,
    texts: Path | None,
    errors: bool,
    card: Path | None,
    as_json: bool,
) -> None:
    if folder is None and not OWN_SET.is_dir():
        raise click.UsageError(say("evaluate_needs_folder"))
    known = guidance(settings)
    cases = read_cases(folder or OWN_SET, settings.reading_limits, articles, texts)
    evaluation = understanding.evaluate(cases, known)
    if not evaluation.articles and not evaluation.problems:
        raise click.UsageError(say("evaluate_no_gold", folder=folder or OWN_SET))
    if card is not None:
        _write_card(card, (folder or OWN_SET).resolve(), evaluation)
    if as_json:
        _print_object(evaluation, errors)
    else:
        _print_table(evaluation)
        if errors:
            _print_faults(evaluation.score.faults)
    _print_problems(evaluation)
    sys.exit(DONE if evaluation.articles and not evaluation.problems else SOME_REJECTED)


def _write_card(card: Path, folder: Path, evaluation: Evaluation) -> None:
    name = folder.parent.name if folder.is_file() else folder.name
    table = table_of(evaluation, datetime.now(VIETNAM).date())
    try:
        page = with_table(card.read_text("utf-8"), name, table)
    except ValueError as error:
        begins, ends = marks(name)
        raise click.UsageError(say("card_has_no_marks", path=card, begins=begins, ends=ends)) from error
    card.write_text(page, "utf-8")


def _print_object(evaluation: Evaluation, errors: bool) -> None:
    faults = {"faults": [asdict(fault) for fault in evaluation.score.faults]} if errors else {}
    print_json(evaluation_object(evaluation) | faults)


def _print_table(evaluation: Evaluation) -> None:
    click.echo(say("evaluated", count=evaluation.articles, rules=RULES_VERSION))
    finds = [
        (
            f"{tally.precision:.3f}  {tally.recall:.3f}  {tally.f1:.3f}",
            name,
            say("tally", gold=tally.gold, found=tally.found, right=tally.right),
        )
        for name, tally in evaluation.score.finds.items()
    ]
    shares = [
        (f"{share.share:.3f}", name, say("share", right=share.right, asked=share.asked))
        for name, share in evaluation.score.shares.items()
    ]
    rows = [(say(f"measure_{name}"), figures, counts) for figures, name, counts in finds + shares]
    width = max((len(title) for title, _, _ in rows), default=0)
    for title, figures, counts in rows:
        click.echo(f"  {title:<{width}}  {figures}  {counts}")
    if evaluation.unjudged:
        click.echo(say("not_judged", keys=", ".join(evaluation.unjudged)))


def _print_faults(faults: tuple[Fault, ...]) -> None:
    for fault in faults:
        click.echo(f"{fault.article}  {fault.measure}  {say(f'fault_{fault.kind}')}")
        if fault.expected:
            click.echo(f"  - {escape_controls(fault.expected)}")
        if fault.found:
            click.echo(f"  + {escape_controls(fault.found)}")


def _print_problems(evaluation: Evaluation) -> None:
    for problem in evaluation.problems:
        message = say(f"gold_{problem.code}", **problem.values)
        click.echo(escape_controls(f"{problem.where}: {message}"), err=True)
