"""Vocabulary: the words of `data/speech_words.csv`, by what the rules ask them for."""

from __future__ import annotations

import re
from functools import cache

from archive.knowledge.places.units import read_table
from archive.text.syllables import key


@cache
def _table() -> dict[str, list[str]]:
    return {row["use"]: row["words"].split("|") for row in read_table("speech_words.csv")}


def words_for(use: str) -> frozenset[str]:
    """The syllable keys of one-syllable words."""
    return frozenset(map(key, _table()[use]))


def phrases_for(use: str) -> frozenset[str]:
    """The words and phrases as written, in lower case."""
    return frozenset(_table()[use])


def alternatives(use: str) -> str:
    """The words and phrases as alternatives of a regular expression, the longest first."""
    return "|".join(map(re.escape, sorted(_table()[use], key=len, reverse=True)))
