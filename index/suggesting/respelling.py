"""What a query that finds little may have meant: its misspelt syllables as the archive spells them."""

from __future__ import annotations

import math
import string
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from heapq import nsmallest
from itertools import chain

from archive.errors import QueryError
from archive.text.syllables import Token, fold, split_tone, tokens
from index.analysis import display
from index.collection import Collection, Reading
from index.language.patterns import one_letter_away
from index.query import And, AtLeast, Near, Node, Or, Phrase, SameSentence, Term
from index.requests import SearchRequest
from index.suggesting.completion import Words
from index.suggesting.slips import confused, distance
from index.suggesting.usage import Usage

LITTLE = 3
"""A query that finds more than this many documents is taken as meant."""
MOST_WORDS = 12
"""Words of a query that are looked at: whoever pastes a paragraph has not mistyped a word."""
LEAST_LETTERS = 2
"""Letters of a word that is looked at: a single one may stand for any."""
SPELLINGS = 12
"""Spellings of a word that are weighed."""
WAYS = 16
"""Ways to spell the words so far that are carried on to the next."""
ASKED = 5
"""Respelt queries that are asked for what they find, the likeliest first."""
SLIP = math.log(10)
"""What a slip costs for each step of `slips.distance`: one in ten words would be mistyped for one like it."""
UNSEEN = 0.01
"""Documents that are taken to hold what none holds."""
BY_PAIRS = 0.9
"""How much of what is likely is told by the word before."""
_LETTERS = string.ascii_lowercase


@dataclass(frozen=True, slots=True)
class Respelling:
    """A query that finds more, and how many documents that is."""

    text: str
    total: int


class Respeller:
    """Respells the queries of one collection, which does not change any more."""

    def __init__(self, collection: Collection, usage: Usage) -> None:
        self._collection = collection
        self._usage = usage

    def respelt(self, request: SearchRequest, reading: Reading, total: int) -> Respelling | None:
        """The likeliest query of nearly these letters that finds more.

        Source of the method: the noisy channel of Kernighan, Church and Gale (1990), with pairs of neighbours for
        what is likely to be meant, and `slips.distance` for how it was mistyped.

        Args:
            reading: the request as it was read.
            total: how many documents it found.

        Returns:
            None where it found enough, or nothing that is spelt alike finds more.
        """
        if total > LITTLE:
            return None
        asked = set(_terms(reading.typed))
        words = [token for token in tokens(request.text) if _is_word(token.key) and _asks(token.key, asked)]
        if not words or len(words) > MOST_WORDS:
            return None
        channel = _Channel(self._usage, any(term.marks == "exact" for term in asked))
        typed = tuple(map(channel.spelt, words))
        ways = channel.ways(request.text, words)
        if total and typed in ways:
            # Something is found: only what is likelier than the words typed may have been meant.
            ways = ways[: ways.index(typed)]
        for keys in [way for way in ways if way != typed][:ASKED]:
            text = _replaced(request.text, words, typed, keys)
            found = self._total(replace(request, text=text))
            if found > total:
                return Respelling(text, found)
        return None

    def _total(self, request: SearchRequest) -> int:
        """How many documents a query finds; none, if it cannot be read."""
        try:
            query = self._collection.read(replace(request, limit=0, offset=0, facets={})).query
        except QueryError:
            return 0
        return self._collection.backend.search(replace(query, sort="newest")).total


class _Channel:
    """How likely ways to spell words are: with their marks, or all without."""

    def __init__(self, usage: Usage, is_marked: bool) -> None:
        self._usage = usage
        self._is_marked = is_marked
        self._counts = usage.syllables if is_marked else usage.unmarked
        self._pairs = usage.pairs if is_marked else usage.unmarked_pairs

    def spelt(self, word: Token) -> str:
        """A word as it was typed."""
        return word.key if self._is_marked else fold(word.key)

    def ways(self, text: str, words: Sequence[Token]) -> list[Words]:
        """Ways to spell the words of a text, the likeliest first."""
        ways: list[tuple[float, Words]] = [(0.0, ())]
        for place, word in enumerate(words):
            follows = place > 0 and text[words[place - 1].end : word.start].isspace()
            longer = [
                (cost + slip + self._surprise(spelling, keys[-1] if follows else None), (*keys, spelling))
                for spelling, slip in self._spellings(self.spelt(word))
                for cost, keys in ways
            ]
            ways = nsmallest(WAYS, longer)
        return [keys for _, keys in ways]

    def _spellings(self, typed: str) -> list[tuple[str, float]]:
        """What may have been meant by a word, itself among it, and how unlikely each slip is."""
        folded = fold(typed)
        forms = {folded, *one_letter_away(folded, _LETTERS), *confused(folded)}
        near = (self._usage.spellings if self._is_marked else {form: [form] for form in forms}).get
        found = {typed, *(key for form in forms for key in near(form, ()) if key in self._counts)}
        slips = {key: SLIP * distance(typed, key) for key in found}
        return nsmallest(
            SPELLINGS, slips.items(), key=lambda pair: (pair[1] + self._surprise(pair[0]), pair[0])
        )

    def _surprise(self, key: str, before: str | None = None) -> float:
        """How unlikely a key is to stand in a text, or behind another: its logarithm."""
        likely = (self._counts.get(key, 0) + UNSEEN) / max(1, self._usage.documents)
        if before is None:
            return -math.log(likely)
        share = self._pairs.sampled / max(1, self._usage.documents)
        behind = self._pairs.count(before, key) / max(1.0, share * self._counts.get(before, 0))
        return -math.log(BY_PAIRS * min(1.0, behind) + (1 - BY_PAIRS) * likely)


def _terms(node: Node) -> Iterator[Term]:
    """The syllables a query asks for; what it leaves out is spelt as meant, or else it changes nothing."""
    match node:
        case Term():
            yield node
        case Phrase(parts) | Near(parts):
            yield from parts
        case And(parts) | Or(parts) | AtLeast(_, parts) | SameSentence(parts):
            yield from chain.from_iterable(map(_terms, parts))


def _is_word(key: str) -> bool:
    letters = split_tone(key)[0]
    return len(letters) >= LEAST_LETTERS and letters.isalpha()


def _asks(key: str, asked: set[Term]) -> bool:
    return any(term.key == (key if term.marks == "exact" else fold(key)) for term in asked)


def _replaced(text: str, words: Sequence[Token], typed: Words, keys: Words) -> str:
    """A text with the words that are spelt otherwise in their places."""
    for word, old, new in reversed(list(zip(words, typed, keys, strict=True))):
        if new != old:
            text = text[: word.start] + _like(text[word.start : word.end], display(new)) + text[word.end :]
    return text


def _like(typed: str, word: str) -> str:
    """A word with the capital letters of another."""
    return word.upper() if typed.isupper() else word.capitalize() if typed[0].isupper() else word
