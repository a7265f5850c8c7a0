"""Where annotated statements stand in our body."""

from __future__ import annotations

from archive.evaluation.alignment import Alignment, Syllables, SyllableText, locate
from archive.evaluation.gold import GoldArticle, GoldStatement, Problem
from archive.text.syllables import keys

_SHOWN_CHARACTERS = 160


def placed(gold: GoldArticle, body: SyllableText) -> tuple[list[Syllables | None], list[Problem]]:
    """Where the annotated statements stand in our body.

    Returns:
        Their places in order, None for words that are not in the body, which is a problem, too.
    """
    source = SyllableText(gold.text) if gold.text is not None else body
    alignment = Alignment(source.keys, body.keys) if gold.text is not None else None
    places: list[Syllables | None] = []
    problems: list[Problem] = []
    after = 0
    for statement in gold.statements or ():
        place = _place(statement, source, alignment, body, after)
        if place is None:
            words = statement.content or str(statement.span)
            problems.append(Problem(gold.name, "not_located", {"words": words[:_SHOWN_CHARACTERS]}))
        else:
            after = place.first
        places.append(place)
    return places, problems


def _place(
    statement: GoldStatement,
    source: SyllableText,
    alignment: Alignment | None,
    body: SyllableText,
    after: int,
) -> Syllables | None:
    """By its span, where that reads as its content does, else by its content."""
    if statement.span is not None:
        part = source.within(*statement.span)
        if part.size and statement.content in (None, ""):
            return part if alignment is None else alignment.target(part)
        if part.size and source.keys[part.first : part.end] == keys(statement.content or ""):
            place = part if alignment is None else alignment.target(part)
            if place is not None:
                return place
    return locate(statement.content, body, after) if statement.content else None
