"""Parentheses and `OR` in a row of lexemes: what is left has a structure, whatever was typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.errors import QueryError
from archive.text.syllables import tokens
from index.language.lexing import Lexeme, is_sentence, nothing_to_look_for
from index.language.syntax import CLOSE

MOST_NESTED = 50
"""Parentheses within parentheses; nobody needs more, and no stack can overflow."""


def balanced(text: str, found: Sequence[Lexeme]) -> list[Lexeme]:
    """Lexemes with parentheses in pairs: those that close nothing, and empty groups, are dropped, and in a
    pasted sentence those that are never closed.

    Args:
        text: the query, for suggestions.

    Raises:
        QueryError: a parenthesis never closed in what is typed, an empty group behind a colon, nesting beyond bounds.
    """
    kept: list[Lexeme] = []
    opened: list[int] = []
    for lexeme in found:
        if lexeme.kind == "open":
            opened.append(len(kept))
            if len(opened) > MOST_NESTED:
                raise QueryError(
                    "parentheses are nested deeper than {most}: remove some",
                    lexeme.position,
                    most=MOST_NESTED,
                )
        elif lexeme.kind == "close":
            if not opened:
                continue
            if opened.pop() == len(kept) - 1:
                opener = kept.pop()
                if opener.field or opener.sentence or opener.at_least is not None:
                    raise nothing_to_look_for(opener)
                continue
        kept.append(lexeme)
    if is_sentence(text) and not any(kept[place].is_signed for place in opened):
        return [lexeme for place, lexeme in enumerate(kept) if place not in opened]
    if opened:
        position = kept[opened[0]].position
        raise QueryError(
            "the parenthesis ( is not closed: close it or remove it",
            position,
            text + CLOSE * len(opened) if tokens(text[position:]) else "",
        )
    return kept


def with_operators(found: Sequence[Lexeme]) -> list[Lexeme]:
    """Lexemes with `or` only between two operands; elsewhere it is a word."""
    kept: list[Lexeme] = []
    for lexeme, following in zip(found, [*found[1:], None], strict=False):
        if lexeme.kind == "or":
            after_operand = kept and kept[-1].kind in ("word", "phrase", "value", "close")
            before_operand = following and following.kind in ("word", "phrase", "value", "open")
            if not (after_operand and before_operand):
                lexeme = replace(lexeme, kind="word")
        kept.append(lexeme)
    return kept
