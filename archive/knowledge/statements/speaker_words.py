"""Speaker words: the tables of words that somebody who is no name and no post is called by."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import chain
from typing import Literal, NamedTuple

from archive.knowledge.grammar.passages import Lexicon
from archive.knowledge.places.units import read_table
from archive.text.syllables import tokens


class SpeakerWord(NamedTuple):
    """A row of `data/speaker_words.csv`."""

    kind: Literal["anonymous", "organisation", "pronoun"]
    has_tail: bool
    only_first: bool


def _read_words() -> Lexicon[SpeakerWord]:
    found: Lexicon[SpeakerWord] = Lexicon()
    for row in read_table("speaker_words.csv"):
        kind: Literal["anonymous", "organisation", "pronoun"] = row["kind"]  # type: ignore[assignment]
        found.add(row["words"], SpeakerWord(kind, row["tail"] == "yes", row["tail"] == "first"))
    return found


WORDS = _read_words()
TITLES: Lexicon[str] = Lexicon()
for _row in read_table("honorifics.csv"):
    if _row["kind"] in ("address", "degree", "rank"):
        TITLES.add(_row["form"], _row["kind"])
for _row in read_table("speaker_titles.csv"):
    TITLES.add(_row["title"], "address")


def first_keys(*terms: Iterable[str]) -> frozenset[str]:
    """The keys that any of the terms begins with."""
    return frozenset(tokens(term)[0].key for term in chain(*terms))
