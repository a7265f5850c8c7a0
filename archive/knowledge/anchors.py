"""Anchors: what a statement is called within its article, the same after every re-ingest of the same words.

The permalink of a statement is its article and its anchor: a hash of the keys of the sentence it begins in, and
its number among the statements that begin in sentences with these keys.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator, Sequence
from hashlib import sha256
from itertools import accumulate

from archive.models import PARAGRAPH_BREAK, Article, Statement
from archive.text.sentences import sentences
from archive.text.syllables import keys

_HASH_DIGITS = 10


def anchors(article: Article, statements: Sequence[Statement]) -> tuple[str, ...]:
    """The anchor of each statement (`3fa2b1c09d-1`), in their order; no two are equal."""
    return tuple(each_anchor(article, statements))


def each_anchor(article: Article, statements: Sequence[Statement]) -> Iterator[str]:
    """As `anchors`, one by one: none depends on a statement behind it."""
    texts = _Sentences(article.paragraphs)
    names: dict[str, str] = {}
    seen: Counter[str] = Counter()
    for statement in statements:
        sentence = texts.around(statement.span.start)
        if sentence not in names:
            names[sentence] = sha256(" ".join(keys(sentence)).encode()).hexdigest()[:_HASH_DIGITS]
        name = names[sentence]
        seen[name] += 1
        yield f"{name}-{seen[name]}"


class _Sentences:
    """The sentences of a body; only paragraphs that are asked about are cut."""

    def __init__(self, paragraphs: Sequence[str]) -> None:
        self._paragraphs = paragraphs
        steps = (len(paragraph) + len(PARAGRAPH_BREAK) for paragraph in paragraphs)
        self._offsets = list(accumulate(steps, initial=0))[:-1]
        self._cut: dict[int, list[tuple[int, int]]] = {}

    def around(self, place: int) -> str:
        """The last sentence that begins at a character of the body or before it; "" where there is none."""
        for number in range(bisect_right(self._offsets, place) - 1, -1, -1):
            if number not in self._cut:
                self._cut[number] = sentences(self._paragraphs[number])
            before = bisect_right(self._cut[number], place - self._offsets[number], key=_start)
            if before:
                start, end = self._cut[number][before - 1]
                return self._paragraphs[number][start:end]
        return ""


def _start(bounds: tuple[int, int]) -> int:
    return bounds[0]
