"""Found spans put beside annotated ones, one to one."""

from __future__ import annotations

from collections.abc import Sequence

from archive.evaluation.alignment import Syllables


def likeness(one: Syllables, other: Syllables) -> float:
    """Syllables both have, of those that either has: 1 for equal spans, 0 for spans apart."""
    shared = one.shared(other)
    return shared / (one.size + other.size - shared) if shared else 0.0


def pair(gold: Sequence[Syllables | None], found: Sequence[Syllables]) -> dict[int, int]:
    """Places of annotated spans and of the found ones that go with them.

    The most alike go together first, so that equal spans always do; those that share no syllable never do.

    Args:
        gold: annotated spans; None: its words are not in the body.
        found: spans found.
    """
    alike = sorted(
        (-likeness(wanted, offered), place, candidate)
        for place, wanted in enumerate(gold)
        if wanted is not None
        for candidate, offered in enumerate(found)
        if wanted.shared(offered)
    )
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, place, candidate in alike:
        if place not in pairs and candidate not in taken:
            pairs[place] = candidate
            taken.add(candidate)
    return pairs
