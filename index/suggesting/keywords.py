"""What an article is about in a few words: compounds and syllables it says more often than the archive does."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from archive.storage.articles import StoredArticle
from archive.text.syllables import keys, split_tone, tokens
from index.suggesting.completion import Words
from index.suggesting.usage import Usage

MOST = 10
"""Key words an article has."""
IN_TITLE = 2
"""How many times in the text once in the title counts."""
LEAST_TOLD = 2
"""How often an article says a key word: what is said once may be anything."""
MOST_COMMON = 0.2
"""The share of documents that may hold a key word."""
LEAST_LETTERS = 3
"""Letters of a syllable that is a key word by itself."""


class KeyWord(NamedTuple):
    """A word as the article mostly spells it.

    Attributes:
        words: its syllable keys.
        told: how often the article says it, in the title twice as often.
        score: larger where it says more of the article.
    """

    text: str
    words: Words
    told: int
    score: float


def key_words(stored: StoredArticle, usage: Usage, most: int = MOST) -> tuple[KeyWord, ...]:
    """The key words of an article, the most telling first.

    Weights are (1 + ln tf) · ln(N / df) (Salton and Buckley, 1988), df of compounds as `Usage.frequency` has it. A
    word inside a longer one that is among them is left out.
    """
    spelt: dict[Words, Counter[str]] = {}
    for surface in _surfaces(stored):
        spelt.setdefault(tuple(keys(surface)), Counter())[surface] += 1
    title = f" {' '.join(keys(stored.article.title or ''))} "
    found = []
    for words, surfaces in spelt.items():
        told = surfaces.total() + IN_TITLE * title.count(f" {' '.join(words)} ")
        documents = max(1.0, usage.frequency(words))
        if told >= LEAST_TOLD and documents <= max(1.0, MOST_COMMON * usage.documents):
            score = (1 + math.log(told)) * math.log((1 + usage.documents) / documents)
            found.append(KeyWord(_usual(surfaces), words, told, score))
    return tuple(_apart(sorted(found, key=lambda word: (-word.score, word.text)), most))


def _surfaces(stored: StoredArticle) -> Iterator[str]:
    """The words of the text as printed: compounds, and the syllables between them that are long enough."""
    article = stored.article
    segmented = stored.words or ((),) * len(article.paragraphs)
    for paragraph, compounds in zip(article.paragraphs, segmented, strict=True):
        inside = 0
        for start, end in compounds:
            yield from _syllables(paragraph, inside, start)
            yield paragraph[start:end]
            inside = end
        yield from _syllables(paragraph, inside, len(paragraph))


def _syllables(paragraph: str, start: int, end: int) -> Iterator[str]:
    for token in tokens(paragraph[start:end]):
        letters = split_tone(token.key)[0]
        if len(letters) >= LEAST_LETTERS and letters.isalpha():
            yield paragraph[start + token.start : start + token.end]


def _usual(surfaces: Counter[str]) -> str:
    """How a word is mostly spelt; small letters where that is as usual, as a capital may only begin a sentence."""
    return min(surfaces, key=lambda surface: (-surfaces[surface], surface[0].isupper(), surface))


def _apart(ranked: list[KeyWord], most: int) -> Iterator[KeyWord]:
    told: list[str] = []
    for word in ranked:
        spelt = f" {' '.join(word.words)} "
        if len(told) < most and not any(spelt in other for other in told):
            told.append(spelt)
            yield word
