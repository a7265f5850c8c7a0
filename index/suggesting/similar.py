"""Articles about what another is about: those that say its key words."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from index.backend import Backend
from index.query import AtLeast, Phrase, Query, Term
from index.results import Hit
from index.suggesting.keywords import KeyWord

MOST = 5
"""Similar articles of one."""
LEAST_SHARED = 2
"""Key words that similar articles share; one alone may be a name."""
_WIDER = 4
"""How many times as many hits are looked at: some tell one story, which is told once."""


def similar_articles(
    backend: Backend,
    identity: str,
    words: Sequence[KeyWord],
    clusters: Mapping[str, str],
    most: int = MOST,
) -> tuple[Hit, ...]:
    """The best articles by their key words.

    Args:
        identity: the article itself, which is left out with its near-duplicates.
        clusters: cluster by article; of each the best alone is taken.
    """
    clauses = tuple(_clause(word) for word in words)
    if len(clauses) < LEAST_SHARED:
        return ()
    asked = Query(AtLeast(LEAST_SHARED, clauses), limit=_WIDER * most)
    told = {clusters.get(identity, identity)}
    found: list[Hit] = []
    for hit in backend.search(asked).hits:
        story = clusters.get(hit.id, hit.id)
        if story not in told and hit.id != identity:
            told.add(story)
            found.append(hit)
    return tuple(found[:most])


def _clause(word: KeyWord) -> Term | Phrase:
    terms = tuple(map(Term, word.words))
    return terms[0] if len(terms) == 1 else Phrase(terms)
