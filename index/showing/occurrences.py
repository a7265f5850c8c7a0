"""Where the words of a query stand in one text: the characters that meet each positive condition."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from functools import cached_property, lru_cache

from archive.models import PARAGRAPH_BREAK
from archive.text.sentences import sentences
from archive.text.syllables import Token, fold, key, tokens
from index.language.patterns import Pattern, matcher
from index.language.syntax import STAR
from index.query import (
    And,
    AtLeast,
    Fuzzy,
    Near,
    Node,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
    Wildcard,
)
from index.showing.folding import fold_text

Word = Term | Pattern
Leaf = Word | Phrase | Near | SameSentence
Span = tuple[int, int]
"""`[start, end)` characters of a text."""

LETTER = re.compile(r"[^\W_]")
"""A letter or digit: what tokens begin with, and nothing between them has."""
_LETTERS = re.compile(r"[^\W_]+")


@lru_cache(maxsize=256)
def positive_leaves(node: Node) -> tuple[Leaf, ...]:
    """The conditions on words that a hit may show, without repeats; what is excluded is left out."""
    return tuple(dict.fromkeys(_leaves(node)))


class FieldText:
    """The text of one field, looked through for any number of conditions.

    Words are looked for in the folded text, and only what is found there is compared as it is printed: so a text
    need not be cut into tokens, which takes ten times as long as all the rest.

    Args:
        text: paragraphs joined by `PARAGRAPH_BREAK`.
        field: name of the text field it is.
    """

    def __init__(self, text: str, field: str) -> None:
        self.text = text
        self.field = field
        self._held: dict[Word, list[Span]] = {}

    def spans(self, leaf: Leaf) -> list[Span]:
        """Where a condition is met: words and phrases whole, of `Near` and `SameSentence` the words alone."""
        if not self.text or leaf.field not in (None, self.field):
            return []
        match leaf:
            case Term() | Prefix() | Wildcard() | Fuzzy():
                return self._words(leaf)
            case Phrase(terms):
                return self._phrase(terms)
            case Near(terms, distance):
                return self._near(terms, len(terms) + distance)
            case SameSentence(clauses):
                return self._same_sentence(clauses)

    def paragraph(self, place: int) -> Span:
        """The paragraph around a character."""
        before, after = self.text.rfind(PARAGRAPH_BREAK, 0, place), self.text.find(PARAGRAPH_BREAK, place)
        start = 0 if before < 0 else before + len(PARAGRAPH_BREAK)
        return start, len(self.text) if after < 0 else after

    @cached_property
    def _folded(self) -> str | None:
        return fold_text(self.text)

    @cached_property
    def _tokens(self) -> list[Token]:
        return tokens(self.text)

    @cached_property
    def _token_starts(self) -> list[int]:
        if self._folded is not None:
            return [found.start() for found in _LETTERS.finditer(self._folded)]
        return [token.start for token in self._tokens]

    @cached_property
    def _keys(self) -> set[str]:
        return set(map(key, set(_LETTERS.findall(self.text))))

    def _words(self, word: Word) -> list[Span]:
        if word not in self._held:
            self._held[word] = self._found(word, _test(word))
        return self._held[word]

    def _found(self, word: Word, fits: Callable[[str], bool]) -> list[Span]:
        if self._folded is None:
            return [(token.start, token.end) for token in self._tokens if fits(token.key)]
        if stem := _stem(word):
            return list(self._beginning(self._folded, stem, fits, is_whole=isinstance(word, Term)))
        stems = {fold(key) for key in filter(fits, self._keys)}
        return sorted(
            span for stem in stems for span in self._beginning(self._folded, stem, fits, is_whole=True)
        )

    def _beginning(
        self, folded: str, stem: str, fits: Callable[[str], bool], is_whole: bool
    ) -> Iterator[Span]:
        """The words of a folded text that begin with the stem, or are it, and fit as they are printed."""
        start = folded.find(stem)
        while start >= 0:
            end = start + len(stem)
            if not folded[start - 1 : start].isalnum():
                while not is_whole and folded[end : end + 1].isalnum():
                    end += 1
                if not folded[end : end + 1].isalnum() and fits(key(self.text[start:end])):
                    yield start, end
            start = folded.find(stem, end)

    def _phrase(self, terms: tuple[Term, ...]) -> list[Span]:
        spans = self._words(terms[0]) if terms else []
        for term in terms[1:]:
            following = self._words(term) if spans else []
            spans = [
                (start, following[place][1])
                for start, end in spans
                if (place := bisect_left(following, (end,))) < len(following)
                and not LETTER.search(self.text, end, following[place][0])
            ]
        return spans

    def _near(self, terms: tuple[Term, ...], width: int) -> list[Span]:
        times_of = Counter(terms)
        if any(len(self._words(term)) < times for term, times in times_of.items()):
            return []
        wanted = [
            ({bisect_left(self._token_starts, span[0]): span for span in self._words(term)}, times)
            for term, times in times_of.items()
        ]
        found: dict[int, Span] = {}
        for begin in {place for spans, _ in wanted for place in spans}:
            within = [_between(list(spans), begin, begin + width) for spans, _ in wanted]
            if all(len(places) >= times for places, (_, times) in zip(within, wanted, strict=True)):
                for places, (spans, _) in zip(within, wanted, strict=True):
                    found.update((place, spans[place]) for place in places)
        return [found[place] for place in sorted(found)]

    def _same_sentence(self, clauses: tuple[Node, ...]) -> list[Span]:
        by_clause = [
            sorted(found for leaf in positive_leaves(clause) for found in self.spans(leaf))
            for clause in clauses
        ]
        if not all(by_clause):
            return []
        met: list[Span] = []
        for begin, end in dict.fromkeys(self.paragraph(start) for start, _ in by_clause[0]):
            for first, last in sentences(self.text[begin:end]):
                inside = [
                    [s for s in spans if begin + first <= s[0] and s[1] <= begin + last]
                    for spans in by_clause
                ]
                if all(inside):
                    met.extend(found for spans in inside for found in spans)
        return sorted(met)


def _between(places: Sequence[int], first: int, last: int) -> Sequence[int]:
    return places[bisect_left(places, first) : bisect_left(places, last)]


def _leaves(node: Node) -> Iterator[Leaf]:
    match node:
        case Term() | Prefix() | Wildcard() | Fuzzy() | Phrase() | Near() | SameSentence():
            yield node
        case And(clauses) | Or(clauses) | AtLeast(_, clauses):
            for clause in clauses:
                yield from _leaves(clause)


def _stem(word: Word) -> str:
    """What every word that meets a condition begins with when it is folded; "" where that is nothing."""
    match word:
        case Term(key) | Prefix(key):
            return fold(key)
        case Wildcard(pattern):
            return fold(pattern.partition(STAR)[0])
        case Fuzzy():
            return ""


def _test(word: Word) -> Callable[[str], bool]:
    """A test whether a syllable key meets a condition."""
    if not isinstance(word, Term):
        return _pattern_test(word)
    wanted = word.key
    return wanted.__eq__ if word.marks == "exact" else lambda key: fold(key) == wanted


@lru_cache(maxsize=32)
def _pattern_test(pattern: Pattern) -> Callable[[str], bool]:
    # The texts of one page have most of their words in common.
    return lru_cache(maxsize=1 << 12)(matcher(pattern))
