"""How answers are printed for people: what was asked, and texts with the words that were found."""

from __future__ import annotations

from collections.abc import Sequence

import click

from index.collection import Reading
from index.searcher import Answer, StatementAnswer
from index.suggesting.respelling import Respelling
from scripts.speech import say, tell


def print_reading(reading: Reading, respelling: Respelling | None) -> None:
    """How a request was understood, what there is to know about it, and what it may have meant."""
    if reading.printed:
        click.echo(say("reading_is", reading=reading.printed))
    for notice in reading.notices:
        click.echo(f"  {tell(notice)}")
    if respelling:
        click.echo(say("did_you_mean_is", query=respelling.text, total=respelling.total))


def print_counts(answer: Answer | StatementAnswer, found: str, apart: str, uncertain: str) -> None:
    """How many there are, folded, and only perhaps within the dates: by these texts of the catalogue."""
    click.echo(say(found, total=answer.total, searched=answer.searched))
    if answer.stories is not None:
        click.echo(say(apart, stories=answer.stories))
    if answer.uncertain:
        click.echo(say(uncertain, count=answer.uncertain))


def emphasised(text: str, marks: Sequence[tuple[int, int]]) -> str:
    """One line of text, the words found set off where the terminal can."""
    shown, end = "", 0
    for start, stop in marks:
        shown += text[end:start] + click.style(text[start:stop], bold=True, underline=True)
        end = stop
    return (shown + text[end:]).replace("\n\n", " / ")
