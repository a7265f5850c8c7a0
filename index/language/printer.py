"""From the nodes of a query back to its text: the reading shown to users, and the inverse of the parser.

Marks: where every word is exact and one of them carries a mark, the words are printed as they are. Otherwise
exact words are signed with `=` and the others are printed without marks: so the parser tells them apart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from archive.text.syllables import is_marked
from index.analysis import display
from index.language.dates import print_range
from index.language.numerals import as_typed
from index.language.syntax import AT_LEAST_WORDS, EXACT, EXCLUDE, OR_WORDS, STAR, TILDE
from index.query import (
    And,
    AtLeast,
    DateRange,
    Everything,
    Fuzzy,
    Keyword,
    Named,
    Near,
    Node,
    Not,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
    Wildcard,
)

_BARE_VALUE = re.compile(r"[^\W_]+(?:[-./][^\W_]+)*")

Word = Term | Prefix | Wildcard | Fuzzy
Worded = Word | Phrase | Near


def print_query(node: Node) -> str:
    """The canonical text of a query; for every node that `parse` makes, `parse` of the text is the node."""
    words = list(_words(node))
    all_exact = all(word.marks == "exact" for word in words)
    unsigned = all_exact and any(is_marked(_shown(word)) for word in words)
    return _Printer("" if unsigned else EXACT).node(node)


class _Printer:
    """Prints nodes; `exact_sign` is what stands before exact words."""

    def __init__(self, exact_sign: str) -> None:
        self.exact_sign = exact_sign

    def node(self, node: Node) -> str:
        """The text of a node; conditions side by side and choices come without parentheses around them."""
        match node:
            case Or(clauses):
                typed = as_typed(node)
                return self.words(typed) if typed else self.scoped(clauses, f" {OR_WORDS[0]} ", And)
            case And(clauses):
                return self.scoped(clauses, " ", Or)
            case Not(clause):
                return EXCLUDE + self.enclosed(clause, And, Or, Not)
            case AtLeast(count, clauses):
                return f"{AT_LEAST_WORDS[0]}-{count}:({self.side_by_side(clauses)})"
            case SameSentence(clauses, field):
                return f"{_field(field)}sentence:({self.side_by_side(clauses)})"
            case _:
                return self.words(node) if isinstance(node, Worded) else _filter(node)

    def scoped(self, clauses: tuple[Node, ...], separator: str, other: type[Node]) -> str:
        """The clauses of `And` or `Or`, a text field they share written once before them."""
        field, clauses = _common_field(clauses)
        text = separator.join(self.enclosed(clause, other) for clause in clauses)
        return f"{field}({text})" if field else text

    def side_by_side(self, clauses: Sequence[Node]) -> str:
        """Clauses in a row, each of them one condition."""
        return " ".join(self.enclosed(clause, And, Or) for clause in clauses)

    def enclosed(self, node: Node, *kinds: type[Node]) -> str:
        """The text of a node, in parentheses if it is of one of the kinds and does not hold together."""
        text = self.node(node)
        return f"({text})" if isinstance(node, kinds) and not _holds_together(node) else text

    def words(self, node: Worded) -> str:
        """A word, or a phrase in quotation marks."""
        words = (node,) if isinstance(node, Word) else node.terms
        sign = self.exact_sign if words[0].marks == "exact" else ""
        text = " ".join(map(_shown, words))
        if isinstance(node, Phrase | Near):
            text = f'"{text}"'
        if isinstance(node, Near):
            text += f"{TILDE}{node.distance}"
        return _field(node.field) + sign + text


def _words(node: Node) -> Iterator[Word]:
    """Every word of a query, those of phrases included."""
    match node:
        case Term() | Prefix() | Wildcard() | Fuzzy():
            yield node
        case Phrase(terms) | Near(terms):
            yield from terms
        case Not(clause):
            yield from _words(clause)
        case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
            for clause in clauses:
                yield from _words(clause)


def _shown(word: Word) -> str:
    match word:
        case Term(key):
            return display(key)
        case Fuzzy(key):
            return display(key) + TILDE
        case Prefix(key, tone):
            return display(key + tone) + STAR
        case Wildcard(pattern):
            return STAR.join(map(display, pattern.split(STAR)))


def _filter(node: Node) -> str:
    match node:
        case Named(field, text):
            return f"{field}:{_value(text)}"
        case Keyword(field, values):
            text = f" {OR_WORDS[0]} ".join(f"{field}:{_value(value)}" for value in values)
            return f"({text})" if len(values) > 1 else text
        case DateRange(field, first, last):
            return f"{field}:{print_range(first, last)}"
        case Everything():
            return STAR
    raise AssertionError(node)


def _value(text: str) -> str:
    return text if _BARE_VALUE.fullmatch(text) else f'"{text}"'


def _field(name: str | None) -> str:
    return f"{name}:" if name else ""


def _holds_together(node: Node) -> bool:
    """Whether the printed form is one condition already: a number, or `title:(…)`."""
    if isinstance(node, Or) and as_typed(node) is not None:
        return True
    return isinstance(node, And | Or) and bool(_common_field(node.clauses)[0])


def _common_field(clauses: tuple[Node, ...]) -> tuple[str, tuple[Node, ...]]:
    """The text field that all clauses are words of, as `title:`, and the clauses without it; else ""."""
    typed = [as_typed(clause) if isinstance(clause, Or) else clause for clause in clauses]
    fields = {clause.field if isinstance(clause, Worded) else None for clause in typed}
    if len(fields) != 1 or None in fields:
        return "", clauses
    return _field(fields.pop()), tuple(
        replace(clause, field=None) for clause in typed if isinstance(clause, Worded)
    )
