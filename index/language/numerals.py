"""Numbers as printed: typed `1600` also stands for `1.600` and `1 600`, which are two adjacent tokens."""

from __future__ import annotations

from dataclasses import replace
from itertools import product

from index.query import Near, Node, Or, Phrase, Term

GROUPED_DIGITS = 4
"""Numbers from this many digits on are printed in groups of three."""

MOST_WAYS = 16
"""Four numbers in one phrase can be mixed freely; with more, all are grouped or none."""


def with_grouped(node: Term | Phrase | Near) -> Node:
    """The node, or, where it holds long numbers, `Or` of every way to print them, as typed first."""
    terms = (node,) if isinstance(node, Term) else node.terms
    choices = [_ways(term) for term in terms]
    grouped = sum(len(ways) > 1 for ways in choices)
    if not grouped:
        return node
    if 2**grouped <= MOST_WAYS:
        combined = list(product(*choices))
    else:
        combined = [tuple(ways[0] for ways in choices), tuple(ways[-1] for ways in choices)]
    return Or(tuple(_rebuilt(node, sum(ways, ())) for ways in combined))


def as_typed(node: Or) -> Term | Phrase | Near | None:
    """What was typed, if the node is what `with_grouped` made of it, else None."""
    first = node.clauses[0] if node.clauses else None
    if isinstance(first, Term | Phrase | Near) and with_grouped(first) == node:
        return first
    return None


def _ways(term: Term) -> tuple[tuple[Term, ...], ...]:
    inner = replace(term, field=None)
    digits = term.key
    if not (digits.isascii() and digits.isdigit() and len(digits) >= GROUPED_DIGITS):
        return ((inner,),)
    cuts = [0, *range(len(digits) % 3 or 3, len(digits) + 1, 3)]
    groups = (digits[start:end] for start, end in zip(cuts, cuts[1:], strict=False))
    return ((inner,), tuple(replace(inner, key=group) for group in groups))


def _rebuilt(node: Term | Phrase | Near, terms: tuple[Term, ...]) -> Node:
    if isinstance(node, Term):
        return node if len(terms) == 1 else Phrase(terms, node.field)
    return replace(node, terms=terms)
