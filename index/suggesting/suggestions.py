"""What somebody who types may mean: officials, posts, bodies, provinces, and how the last words may go on."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain, islice
from types import MappingProxyType
from typing import NamedTuple

from archive.errors import QueryError
from archive.text.syllables import fold, is_marked, keys, tokens
from index.analysis import display
from index.collection import Collection
from index.names.bodies import forms
from index.names.vocabulary import UNIT_SIGN
from index.query import FacetFilter, Query
from index.requests import CollectionName, SearchRequest
from index.suggesting.completion import Completions, Entry, Words
from index.suggesting.known_words import KnownWords
from index.suggesting.usage import Usage

NAMED: Mapping[CollectionName, tuple[str, ...]] = MappingProxyType(
    {
        "articles": ("official", "post", "organisation", "province"),
        "statements": ("speaker", "post", "organisation", "province"),
    }
)
"""The fields whose values are suggested, in the order in which they are shown."""

WORDS = "words"
"""The kind of suggestion that goes on with the words typed."""

_ABOUT_SIGNS = MappingProxyType({"official": UNIT_SIGN, "speaker": UNIT_SIGN, "province": " ("})
"""What stands in a label between a name and what tells it from others of that name."""

SUGGESTED = 4
"""Suggestions of one kind, where nobody asks for another number."""
LONGEST = 8
"""Words at the end of a query that are looked at."""
LEAST_WORDS = 2
"""How many words at the end of a longer query may begin a name or a compound: the last one alone begins too many."""
TRIED = 8
"""Values that are asked for, until there are enough that find something together with the rest of the query."""


class Suggestion(NamedTuple):
    """One thing that may be meant; asking for it finds something.

    Attributes:
        text: what it is called.
        about: what tells it from others of its name: of an official the unit.
        query: the query that is left when it is chosen.
        field, value: the filter that is added then; "" where nothing is.
        documents: how many are found then; None of words, of which it is only known that there are some.
    """

    text: str
    about: str
    query: str
    field: str
    value: str
    documents: int | None


class SuggestionGroup(NamedTuple):
    """Suggestions of one kind: the name of a field, or `WORDS`."""

    kind: str
    suggestions: tuple[Suggestion, ...]


class _Run(NamedTuple):
    """The last words of a query: where they begin, and their keys."""

    start: int
    words: Words


class Suggester:
    """Suggestions of one collection; its lists are made when they are first asked for."""

    def __init__(self, collection: Collection, usage: Usage) -> None:
        self._collection = collection
        self._known = KnownWords(usage)
        self._named: dict[str, Completions] = {}

    def suggest(self, request: SearchRequest, limit: int) -> tuple[SuggestionGroup, ...]:
        """What the last words typed may become.

        Args:
            request: what is typed so far, with what is chosen beside it: each suggestion finds something there.
            limit: most suggestions of each kind.

        Returns:
            The kinds of which there are any. Nothing where the query does not end in words.
        """
        runs = _runs(request.text)
        if not runs:
            return ()
        kinds = [(field, self._values(field, request, runs)) for field in NAMED[request.collection]]
        kinds.append((WORDS, self._continued(request, runs)))
        groups = (SuggestionGroup(kind, tuple(islice(found, limit))) for kind, found in kinds)
        return tuple(group for group in groups if group.suggestions)

    def _values(self, field: str, request: SearchRequest, runs: Sequence[_Run]) -> Iterator[Suggestion]:
        """Values that are called by the last words, by as many of them as any value is."""
        for run in _long_enough(runs):
            rest = request.text[: run.start].rstrip()
            # Behind other words it is rather the beginning of a name than some word inside one.
            found = self._completions(field).completing(run.words, at_start=bool(rest))
            first = next(found, None)
            if first is not None:
                yield from self._narrowing(field, replace(request, text=rest), chain((first,), found))
                return

    def _narrowing(self, field: str, rest: SearchRequest, found: Iterator[Entry]) -> Iterator[Suggestion]:
        """Of some values those that find something together with the rest of the query."""
        asked = self._asked(rest)
        if asked is None:
            return
        narrowed = bool(rest.text or asked.filters or asked.dates)
        for entry in islice(found, TRIED):
            filters = (*asked.filters, FacetFilter(field, (entry.value,)))
            # By itself a value finds the documents that have it.
            count = self._total(replace(asked, filters=filters)) if narrowed else entry.weight
            if count:
                yield Suggestion(entry.text, entry.about, rest.text, field, entry.value, count)

    def _continued(self, request: SearchRequest, runs: Sequence[_Run]) -> Iterator[Suggestion]:
        """Compounds that go on with as many of the last words as any does, then syllables."""
        typed = tuple(keys(request.text))
        # One or two bare words go on to what stands in a text: it is found, if nothing else is asked for.
        is_bare = len(runs) == len(typed) <= LEAST_WORDS
        told = {typed}
        for start, ending in chain(self._compounds(runs), self._syllables(runs)):
            before = request.text[:start]
            text = before + _spelt(ending, like=before)
            words = tuple(keys(text))
            if words in told:
                continue
            told |= {words, tuple(map(fold, words))}
            asked = self._asked(replace(request, text=text))
            if asked and (is_bare and not (asked.filters or asked.dates) or self._total(asked)):
                yield Suggestion(text, "", text, "", "", None)

    def _compounds(self, runs: Sequence[_Run]) -> Iterator[tuple[int, Words]]:
        for run in _long_enough(runs):
            found = self._known.compounds(run.words)
            first = next(found, None)
            if first is not None:
                yield from ((run.start, words) for words in chain((first,), found))
                return

    def _syllables(self, runs: Sequence[_Run]) -> Iterator[tuple[int, Words]]:
        start, (*before, begun) = runs[-1].start, runs[0].words
        found = self._known.following(before[-1], begun) if before else self._known.syllables(begun)
        return ((start, words) for words in found)

    def _completions(self, field: str) -> Completions:
        if field not in self._named:
            counts = dict(self._collection.terms(field, ""))
            labels = self._collection.vocabulary.labels(field, list(counts))
            entries = (_entry(field, value, labels[value], count) for value, count in counts.items())
            self._named[field] = Completions(entries, from_any_word=True)
        return self._named[field]

    def _asked(self, request: SearchRequest) -> Query | None:
        """What is asked for how much there is; None: it cannot be read."""
        try:
            query = self._collection.read(replace(request, limit=0, offset=0, facets={})).query
        except QueryError:
            return None
        return replace(query, sort="newest")

    def _total(self, query: Query) -> int:
        return self._collection.backend.search(query).total


def _runs(text: str) -> list[_Run]:
    """The last words of a query, the longest run first: words with nothing but blanks between and behind them."""
    runs: list[_Run] = []
    words: Words = ()
    end = len(text)
    for token in reversed(tokens(text)):
        if text[token.end : end].strip() or len(words) == LONGEST:
            break
        words, end = (token.key, *words), token.start
        if not end or text[end - 1].isspace():
            runs.append(_Run(end, words))
    return runs[::-1]


def _long_enough(runs: Sequence[_Run]) -> Iterator[_Run]:
    """All of the query, or several words at its end."""
    return (run for run in runs if not run.start or len(run.words) >= LEAST_WORDS)


def _entry(field: str, value: str, label: str, count: int) -> Entry:
    """A value by its name, which is all of its label or what stands before a sign."""
    name, sign, about = label.partition(_ABOUT_SIGNS[field]) if field in _ABOUT_SIGNS else (label, "", "")
    about = about.removesuffix(")") if sign.endswith("(") else about
    return Entry(name, value, count, about, forms(name) if field == "organisation" else ())


def _spelt(words: Words, like: str) -> str:
    """Words as they are written; behind words without marks without marks, as one mark makes all words exact."""
    without_marks = bool(keys(like)) and not is_marked(like)
    return " ".join(map(fold if without_marks else display, words))
