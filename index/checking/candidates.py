"""The articles that may hold a piece of text, by the runs of words they share with it."""

from __future__ import annotations

from dataclasses import replace

from archive.text.syllables import fold, keys
from index.backend import Backend
from index.checking.alignment import least_runs, run_length
from index.language.numerals import with_grouped
from index.query import AtLeast, Node, Or, Phrase, Query, Term

MOST_CANDIDATES = 40
"""Articles that are compared word by word with one piece."""


def candidates(backend: Backend, scope: Query, text: str, *, folded: bool) -> tuple[list[str], int]:
    """Articles that hold a text or something like it, the most similar first.

    First those that hold it whole, then those with a part that shares as many runs of words with it as it must.

    Args:
        scope: the articles to look through.
        folded: compare without any mark.

    Returns:
        At most `MOST_CANDIDATES` ids, and how many articles would have to be compared.
    """
    terms = [Term(fold(key), "any") if folded else Term(key) for key in keys(text)]
    sharing = Or(tuple(_sharing_runs(terms, part) for part in ("body", "title", "caption")))
    asked = (with_grouped(Phrase(tuple(terms))), sharing)
    found = [
        backend.search(replace(scope, clause=clause, facets=(), offset=0, limit=MOST_CANDIDATES))
        for clause in asked
    ]
    ids = dict.fromkeys(hit.id for results in found for hit in results.hits)
    return list(ids)[:MOST_CANDIDATES], max(results.total for results in found)


def _sharing_runs(terms: list[Term], field: str) -> Node:
    length = run_length(len(terms))
    runs = tuple(
        dict.fromkeys(
            Phrase(tuple(terms[place : place + length]), field) for place in range(len(terms) - length + 1)
        )
    )
    # A run met twice counts once, and one with a number in it may be printed in other groups of digits.
    lost = len(terms) - length + 1 - len(runs)
    numbers = sum(term.key.isdecimal() for term in terms)
    least = max(1, least_runs(len(terms)) - lost - length * numbers)
    return AtLeast(least, runs) if least > 1 else Or(runs)
