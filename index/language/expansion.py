"""Wildcard and fuzzy words rewritten into the spellings the index really has, up to a stated bound."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import NamedTuple

from index.fields import ARTICLES, FieldTable
from index.language.notices import Notice
from index.language.printer import print_query
from index.language.spellings import Spellings
from index.query import And, AtLeast, Fuzzy, Node, Not, Or, SameSentence, Term, Variants, Wildcard


def expand(
    node: Node, spellings: Callable[[str], Spellings], expansions: int, fields: FieldTable = ARTICLES
) -> tuple[Node, tuple[Notice, ...]]:
    """Rewrite every `Wildcard` and `Fuzzy` into `Variants`, exact terms; `Prefix` is left to the engine, whole.

    A pattern that fits nothing becomes `Or(())`, which matches nothing. A short prefix stands for many keys, but
    the rare ones cost little: on 4,700 articles the 500 most frequent keys of `t*` take four fifths of the time
    of all 1,005. So its total stays complete, and only how many patterns a query may have is bounded.

    Args:
        spellings: those of a text field.
        expansions: most spellings one word may stand for; the most frequent are kept.
        fields: those of the collection.

    Returns:
        The node, and a notice for every word whose spellings were cut short.
    """
    notices: list[Notice] = []
    expanded = _Expansion(spellings, expansions, fields.text, notices).node(node)
    return expanded, tuple(dict.fromkeys(notices))


class _Expansion(NamedTuple):
    """What is expanded by, and what there was to say about it."""

    spellings: Callable[[str], Spellings]
    most: int
    text_fields: tuple[str, ...]
    notices: list[Notice]

    def node(self, node: Node) -> Node:
        """The node with every pattern in it expanded."""
        match node:
            case Wildcard() | Fuzzy():
                return self.chosen(node)
            case Not(clause):
                return Not(self.node(clause))
            case And(clauses) | Or(clauses) | AtLeast(_, clauses) | SameSentence(clauses):
                return replace(node, clauses=tuple(map(self.node, clauses)))
            case _:
                return node

    def chosen(self, word: Wildcard | Fuzzy) -> Node:
        """The spellings of one pattern, the most frequent first."""
        frequencies: Counter[str] = Counter()
        for field in self.text_fields if word.field is None else (word.field,):
            frequencies.update(self.spellings(field).fitting(word))
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
        if not chosen:
            return Or(())
        return chosen[0] if len(chosen) == 1 else Variants(chosen)
