"""Short codes of the reasons why documents are not taken in, for scripts that count or choose by them."""

from __future__ import annotations

import re
from functools import lru_cache

MOST_WORDS = 8

_PLACE = re.compile(r"\{[^{}]*\}")
_WORD = re.compile(r"[a-z0-9]+")
_ADVICE = re.compile(r"[:;(]")
_ARTICLES = frozenset({"a", "an", "the"})


@lru_cache(maxsize=1_000)
def reason_code(template: str) -> str:
    """The code of a reason: the words of its template that say what is wrong, joined by hyphens.

    It is computed from the English sentence, so there is no second table to keep; it changes only when what
    is said changes, not with values, language or advice: `date {printed!r} cannot be read: write it as …` is
    `date-cannot-be-read`.

    Args:
        template: of an error, a rejection or a skipped file.
    """
    sentence = _PLACE.sub(" ", template).lower()
    clauses = (_words(clause) for clause in _ADVICE.split(sentence))
    return "-".join(next((words for words in clauses if words), ["other"])[:MOST_WORDS])


def _words(clause: str) -> list[str]:
    return [word for word in _WORD.findall(clause) if word not in _ARTICLES]
