"""Wildcard and fuzzy words rewritten into the spellings the index really has, up to a stated bound."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import NamedTuple

from archive.text.syllables import split_tone
from index.fields import ARTICLES, FieldTable
from index.notices import Notice
from index.patterns import matcher
from index.printer import print_query
from index.query import And, AtLeast, Fuzzy, Node, Not, Or, SameSentence, Term, Wildcard
from index.syntax import STAR
from index.terms import Terms


def expand(
    node: Node, terms: Terms, expansions: int, fields: FieldTable = ARTICLES
) -> tuple[Node, tuple[Notice, ...]]:
    """Rewrite every `Wildcard` and `Fuzzy` into `Or` of exact terms; `Prefix` is left to the engine, whole.

    A pattern that fits nothing becomes `Or(())`, which matches nothing. A short prefix stands for many keys, but
    the rare ones cost little: on 4,700 articles the 500 most frequent keys of `t*` take four fifths of the time
    of all 1,005. So its total stays complete, and only how many patterns a query may have is bounded.

    Args:
        terms: keys of a text field that begin with a prefix, and their document frequencies.
        expansions: most spellings one word may stand for; the most frequent are kept.
        fields: those of the collection.

    Returns:
        The node, and a notice for every word whose spellings were cut short.
    """
    notices: list[Notice] = []
    expanded = _Expansion(terms, expansions, fields.text, notices).node(node)
    return expanded, tuple(dict.fromkeys(notices))


class _Expansion(NamedTuple):
    """What is expanded by, and what there was to say about it."""

    terms: Terms
    most: int
    text_fields: tuple[str, ...]
    notices: list[Notice]

    def node(self, node: Node) -> Node:
        """The node with every pattern in it expanded."""
        match node:
            case Wildcard() | Fuzzy():
                return self.spellings(node)
            case Not(clause):
                return Not(self.node(clause))
            case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
                return replace(node, clauses=tuple(map(self.node, clauses)))
            case _:
                return node

    def spellings(self, word: Wildcard | Fuzzy) -> Node:
        """The spellings of one pattern, the most frequent first."""
        fits = matcher(word)
        frequencies: Counter[str] = Counter()
        for field in self.text_fields if word.field is None else (word.field,):
            for key, frequency in self.terms(field, _prefix(word)):
                if fits(key):
                    frequencies[key] += frequency
        ranked = sorted(frequencies, key=lambda key: (-frequencies[key], key))
        if len(ranked) > self.most:
            self.notices.append(
                Notice(
                    "{word} stands for {found} spellings, of which the {searched} most frequent were searched: "
                    "type more letters, or raise KHOBAO_EXPANSIONS",
                    {"word": print_query(word), "found": len(ranked), "searched": self.most},
                )
            )
        chosen = tuple(Term(key, "exact", word.field) for key in ranked[: self.most])
        return chosen[0] if len(chosen) == 1 else Or(chosen)


def _prefix(word: Wildcard | Fuzzy) -> str:
    """The letters every spelling begins with; a folded word shares none for sure."""
    if isinstance(word, Fuzzy) or word.marks == "any":
        return ""
    return split_tone(word.pattern.partition(STAR)[0])[0]
