"""From conditions side by side and their alternatives to the node that joins them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from math import ceil

from archive.errors import QueryError
from index.language.lexing import Lexeme
from index.language.numerals import as_typed
from index.query import And, AtLeast, Fuzzy, Node, Or, Phrase, Prefix, SameSentence, Term, Wildcard

HALVED = 4
"""Most bare words of which `match="most"` asks for half; more are a question or a sentence, and half of those the
text that answers lacks in one of 27 (docs/ranking.md)."""


@dataclass(frozen=True, slots=True)
class Part:
    """One condition, and whether it is a bare word, which `match="most"` may leave out."""

    node: Node
    bare: bool = False


def all_of(nodes: Sequence[Node]) -> Node:
    """`And` without repeats and without `And` inside; of one node, the node."""
    flat = [inner for node in nodes for inner in (node.clauses if isinstance(node, And) else (node,))]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else And(distinct)


def any_of(nodes: Sequence[Node]) -> Node:
    """`Or` without repeats and without `Or` inside (save the ways to print a number); of one, the node."""
    flat = [
        inner
        for node in nodes
        for inner in (node.clauses if isinstance(node, Or) and as_typed(node) is None else (node,))
    ]
    distinct = tuple(dict.fromkeys(flat))
    return distinct[0] if len(distinct) == 1 else Or(distinct)


def all_parts(parts: Sequence[Part]) -> Node:
    """Every condition of a list."""
    return all_of([part.node for part in parts])


def most_of(parts: Sequence[Part]) -> Node:
    """At least half of up to four bare words, a third of more, rounded up, and every other condition."""
    words = tuple(dict.fromkeys(part.node for part in parts if part.bare))
    if len(words) < 2:
        return all_parts(parts)
    enough = AtLeast(ceil(len(words) / (2 if len(words) <= HALVED else 3)), words)
    return all_of([enough, *(part.node for part in parts if not part.bare)])


def at_least(count: int, position: int, alternatives: Sequence[Sequence[Part]]) -> Node:
    """At least `count` of the conditions in the parentheses of `atleast-2:( )` that stand at `position`.

    Raises:
        QueryError: there are fewer different ones.
    """
    only = alternatives[0] if len(alternatives) == 1 else [Part(any_of([all_parts(p) for p in alternatives]))]
    nodes = tuple(dict.fromkeys(part.node for part in only))
    if not 1 <= count <= len(nodes):
        raise QueryError(
            "atleast-{asked}: has {held} different conditions: ask for 1 to {held}",
            position,
            asked=count,
            held=len(nodes),
        )
    return AtLeast(count, nodes)


def same_sentence(lexeme: Lexeme, nodes: Sequence[Node], field: str | None) -> Node:
    """The conditions of `sentence:( )`, which is `lexeme`.

    Raises:
        QueryError: one of them is not a matter of words.
    """
    if not all(map(_fits_in_sentence, nodes)):
        raise not_in_sentence(lexeme)
    return SameSentence(tuple(dict.fromkeys(nodes)), field)


def _fits_in_sentence(node: Node) -> bool:
    if isinstance(node, Or):
        return all(map(_fits_in_sentence, node.clauses))
    return isinstance(node, Term | Prefix | Wildcard | Fuzzy | Phrase)


def not_in_sentence(lexeme: Lexeme) -> QueryError:
    """The error of a condition that cannot be asked of one sentence."""
    return QueryError(
        "inside sentence:( ) stand only words, phrases and choices between them: "
        "put other conditions before or behind it",
        lexeme.position,
    )
