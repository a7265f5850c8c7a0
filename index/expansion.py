"""Wildcard and fuzzy words rewritten into the spellings the index really has, up to a stated bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import replace

from archive.text.syllables import split_tone
from index.fields import TEXT_FIELDS
from index.patterns import matcher
from index.printer import print_query
from index.query import And, AtLeast, Fuzzy, Node, Not, Or, SameSentence, Term, Wildcard
from index.syntax import STAR

Terms = Callable[[str, str], Iterable[tuple[str, int]]]


def expand(node: Node, terms: Terms, expansions: int) -> tuple[Node, tuple[str, ...]]:
    """Rewrite every `Wildcard` and `Fuzzy` into `Or` of exact terms; `Prefix` is left to the engine.

    A pattern that fits nothing becomes `Or(())`, which matches nothing.

    Args:
        terms: keys of a text field that begin with a prefix, and their document frequencies.
        expansions: most spellings one word may stand for; the most frequent are kept.

    Returns:
        The node, and a notice for every word whose spellings were cut short.
    """
    notices: list[str] = []
    expanded = _expanded(node, terms, expansions, notices)
    return expanded, tuple(dict.fromkeys(notices))


def _expanded(node: Node, terms: Terms, expansions: int, notices: list[str]) -> Node:
    match node:
        case Wildcard() | Fuzzy():
            return _spellings(node, terms, expansions, notices)
        case Not(clause):
            return Not(_expanded(clause, terms, expansions, notices))
        case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
            inner = tuple(_expanded(clause, terms, expansions, notices) for clause in clauses)
            return replace(node, clauses=inner)
        case _:
            return node


def _spellings(word: Wildcard | Fuzzy, terms: Terms, expansions: int, notices: list[str]) -> Node:
    fits = matcher(word)
    frequencies: Counter[str] = Counter()
    for field in TEXT_FIELDS if word.field is None else (word.field,):
        for key, frequency in terms(field, _prefix(word)):
            if fits(key):
                frequencies[key] += frequency
    ranked = sorted(frequencies, key=lambda key: (-frequencies[key], key))
    if len(ranked) > expansions:
        notices.append(
            f"{print_query(word)} stands for {len(ranked)} spellings, of which the {expansions} most "
            "frequent were searched: type more letters, or raise KHOBAO_EXPANSIONS"
        )
    chosen = tuple(Term(key, "exact", word.field) for key in ranked[:expansions])
    return chosen[0] if len(chosen) == 1 else Or(chosen)


def _prefix(word: Wildcard | Fuzzy) -> str:
    """The letters every spelling begins with; a folded word shares none for sure."""
    if isinstance(word, Fuzzy) or word.marks == "any":
        return ""
    return split_tone(word.pattern)[0].partition(STAR)[0]
