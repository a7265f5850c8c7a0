"""Anchors: what a statement is called within its article, the same after every re-ingest of the same words.

The permalink of a statement is its article and its anchor: a hash of the keys of the sentence it begins in, and
its number among the statements that begin in sentences with these keys.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from hashlib import sha256

from archive.models import PARAGRAPH_BREAK, Article, Statement
from archive.text.sentences import sentences
from archive.text.syllables import keys

_HASH_DIGITS = 10


def anchors(article: Article, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The anchor of each statement (`3fa2b1c09d-1`), in their order; no two are equal."""
    starts = _sentence_starts(article)
    seen: Counter[str] = Counter()
    found = []
    for statement in statements:
        begin = max((start for start in starts if start <= statement.span.start), default=0)
        words = " ".join(keys(article.body[begin : starts[begin]])) if starts else ""
        name = sha256(words.encode()).hexdigest()[:_HASH_DIGITS]
        seen[name] += 1
        found.append(f"{name}-{seen[name]}")
    return tuple(found)


def _sentence_starts(article: Article) -> dict[int, int]:
    """Where each sentence of the body begins and ends."""
    starts: dict[int, int] = {}
    offset = 0
    for paragraph in article.paragraphs:
        starts |= {offset + start: offset + end for start, end in sentences(paragraph)}
        offset += len(paragraph) + len(PARAGRAPH_BREAK)
    return starts
