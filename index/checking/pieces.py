"""What is checked on its own: every sentence of a text, and every quoted stretch of one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from archive.text.sentences import sentences
from archive.text.syllables import tokens
from index.checking.quotations import LEAST_SPOKEN_WORDS, Span, unnamed

LEAST_WORDS = 4
"""Fewer words stand in some article by chance."""

MOST_WORDS = 150
"""A longer sentence is checked in parts: comparing costs the square of its length."""

LEAST_WORDS_AROUND = 3
"""From so many words around a quote on, they say something to check: who spoke, where, to whom."""

_LINE = re.compile(r"[^\r\n]+")


@dataclass(frozen=True, slots=True)
class Piece:
    """Characters `[start, end)` of the text typed.

    Attributes:
        quoted: it stood between quotation marks.
        frames: it is the sentence around a quote, which is a piece of its own.
    """

    text: str
    start: int
    end: int
    quoted: bool
    frames: bool = False


def pieces(text: str) -> list[Piece]:
    """The pieces of a text, in reading order, a sentence before the quotes inside it.

    Pieces of fewer than `LEAST_WORDS` words are left out. A sentence that is hardly more than its quotes is
    checked as these alone.
    """
    found: list[Piece] = []
    for line in _LINE.finditer(text):
        quotes = [
            (start, end)
            for start, end in unnamed(line[0])
            if len(tokens(line[0][start:end])) >= LEAST_SPOKEN_WORDS
        ]
        for start, end in sentences(line[0]):
            parts = list(_parts(line[0], (start, end), quotes))
            for first, last, is_quote in parts:
                frames = not is_quote and len(parts) > 1
                found += _bounded(text, line.start() + first, line.start() + last, is_quote, frames)
    return found


def _parts(line: str, sentence: Span, quotes: Sequence[Span]) -> Iterator[tuple[int, int, bool]]:
    start, end = sentence
    inside = [(max(start, first), min(end, last)) for first, last in quotes if first < end and start < last]
    held = sum(len(tokens(line[first:last])) for first, last in inside)
    if not inside or len(tokens(line[start:end])) - held >= LEAST_WORDS_AROUND:
        yield start, end, False
    for first, last in inside:
        yield first, last, True


def _bounded(text: str, start: int, end: int, quoted: bool, frames: bool) -> Iterator[Piece]:
    words = tokens(text[start:end])
    for first in range(0, len(words), MOST_WORDS):
        part = words[first : first + MOST_WORDS]
        if len(part) >= LEAST_WORDS:
            begin = start if first == 0 else start + part[0].start
            finish = end if part[-1] is words[-1] else start + part[-1].end
            shown = text[begin:finish].strip()
            begin = text.index(shown, begin)
            yield Piece(shown, begin, begin + len(shown), quoted, frames)
