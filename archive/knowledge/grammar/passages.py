"""Passages: a paragraph, title or caption as tokens, for rules that read word by word."""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import accumulate, chain
from operator import itemgetter
from typing import Generic, NamedTuple, TypeVar

from archive.models import PARAGRAPH_BREAK, Article, Part, Span
from archive.text.syllables import cut, keys, keys_of

Value = TypeVar("Value")

_FIRST_CHARACTER = itemgetter(0)

_TIGHT = frozenset(("", ".", "-", "–", "&", "/", "'", "’"))
"""What may stand, besides blanks, between two syllables of one term (`T.Ư`, `GD-ĐT`, `TT & TT`)."""

LEAD_CHARACTERS = 160
"""How far a rule looks back from a token: a row of honorifics and degrees, a verb of appointment. Bounded, for
what is read at every name of a paragraph must not be the whole paragraph."""


@dataclass(frozen=True, slots=True)
class Passage:
    """One run of text of an article and its tokens.

    Attributes:
        part, offset: where `text` begins in the article, as `Span` counts.
        keys, words: syllable key and printed form of each token.
        starts, ends: offsets of each token into `text`.
        gaps: what stands before each token, and last what stands after all of them.
        capitals: whether each token begins with a capital letter.
    """

    part: Part
    offset: int
    text: str
    keys: tuple[str, ...]
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    gaps: tuple[str, ...]
    capitals: tuple[bool, ...]

    def __len__(self) -> int:
        return len(self.keys)

    def span(self, first: int, end: int) -> Span:
        """The characters of tokens `[first, end)`, as a span of the article."""
        return Span(self.part, self.offset + self.starts[first], self.offset + self.ends[end - 1])

    def closed_span(self, first: int, end: int) -> Span:
        """The same, with the bracket that closes one opened among them (`Phòng CSGT (Công an tỉnh)`)."""
        span = self.span(first, end)
        is_open = "(" in (gap.strip() for gap in self.gaps[first + 1 : end])
        return replace(span, end=span.end + 1) if is_open and self.gaps[end].startswith(")") else span

    def surface(self, first: int, end: int) -> str:
        """The printed characters of tokens `[first, end)`."""
        return self.text[self.starts[first] : self.ends[end - 1]]

    def between(self, end: int, first: int) -> str:
        """The printed characters after token `end - 1` and before token `first`."""
        stop = self.starts[first] if first < len(self) else len(self.text)
        return self.text[self.ends[end - 1] if end else 0 : stop]

    def lead(self, index: int, most: int = LEAD_CHARACTERS) -> str:
        """The printed characters before a token, at most the `most` nearest."""
        start = self.starts[index]
        return self.text[max(0, start - most) : start]

    def after(self, end: int, most: int = LEAD_CHARACTERS) -> str:
        """The printed characters after token `end - 1`, at most the `most` nearest."""
        stop = self.ends[end - 1]
        return self.text[stop : stop + most]

    def is_spaced(self, index: int) -> bool:
        """Whether only blanks part the token from the one before it."""
        return index < len(self.words) and self.gaps[index].isspace()

    def is_tight(self, index: int) -> bool:
        """Whether the token can belong to one term with the one before it."""
        gap = self.gaps[index]
        return gap.strip() in _TIGHT and not (gap[:1] == "." and len(gap) > 1)

    def is_capitalised(self, index: int) -> bool:
        """Whether the token begins with a capital letter."""
        return index < len(self.keys) and self.capitals[index]


def read_passage(text: str, part: Part = "body", offset: int = 0) -> Passage:
    """Cut one paragraph, title or caption into tokens.

    Gaps and words are cut by turns in one go, and all else is made of them without a loop: in a third of the time
    of reading token by token.
    """
    pieces = cut(text)
    words = tuple(pieces[1::2])
    bounds = tuple(accumulate(map(len, pieces)))
    capitals = tuple(map(str.isupper, map(_FIRST_CHARACTER, words)))
    keys = tuple(keys_of(words))
    return Passage(part, offset, text, keys, words, bounds[:-1:2], bounds[1::2], tuple(pieces[::2]), capitals)


@lru_cache(maxsize=1)
def passages(article: Article) -> tuple[Passage, ...]:
    """Title, paragraphs and captions of an article, in this order; kept for the last one, which several read."""
    parts: tuple[tuple[Part, tuple[str, ...]], ...] = (
        ("title", (article.title,) if article.title else ()),
        ("body", article.paragraphs),
        ("caption", tuple(caption.text for caption in article.captions)),
    )
    found: list[Passage] = []
    for part, texts in parts:
        offset = 0
        for text in texts:
            found.append(read_passage(text, part, offset))
            offset += len(text) + len(PARAGRAPH_BREAK)
    return tuple(found)


def whole_part(article: Article, part: Part) -> Passage:
    """One part of an article as one passage, made of its passages: half the time of cutting it anew."""
    read = [passage for passage in passages(article) if passage.part == part]
    gaps = [""]
    for passage in read:
        gaps[-1] += PARAGRAPH_BREAK + passage.gaps[0] if passage.offset else passage.gaps[0]
        gaps.extend(passage.gaps[1:])
    return Passage(
        part=part,
        offset=0,
        text=PARAGRAPH_BREAK.join(passage.text for passage in read),
        keys=tuple(chain.from_iterable(passage.keys for passage in read)),
        words=tuple(chain.from_iterable(passage.words for passage in read)),
        starts=tuple([passage.offset + start for passage in read for start in passage.starts]),
        ends=tuple([passage.offset + end for passage in read for end in passage.ends]),
        gaps=tuple(gaps),
        capitals=tuple(chain.from_iterable(passage.capitals for passage in read)),
    )


class Match(NamedTuple, Generic[Value]):
    """A term found: the token after its last, and what the lexicon says of it."""

    end: int
    value: Value


_new_match = tuple.__new__
"""Makes a match without the detour of a named tuple's own constructor, which took three times as long."""


class Lexicon(Generic[Value]):
    """Terms of one or more syllables, found in a passage by the longest match."""

    def __init__(self) -> None:
        self._alone: dict[str, Value] = {}
        self._longer: dict[str, dict[str, list[tuple[tuple[str, ...], Value]]]] = {}
        """Terms of two and more syllables by the first and the second: those that go on otherwise are not tried."""

    def add(self, term: str, value: Value) -> None:
        """Enter a term in any spelling; the first of equal terms stays."""
        syllables = tuple(keys(term))
        seconds = self._longer.setdefault(syllables[0], {})
        if len(syllables) == 1:
            self._alone.setdefault(syllables[0], value)
            return
        rivals = seconds.setdefault(syllables[1], [])
        if all(syllables != known for known, _ in rivals):
            rivals.append((syllables, value))
            rivals.sort(key=lambda entry: -len(entry[0]))

    @property
    def beginnings(self) -> Set[str]:
        """The syllables that terms begin with, by their keys."""
        return self._longer.keys()

    def may_begin(self, first: str, second: str) -> bool:
        """Whether a term is the syllable `first`, or begins with it and `second`, by their keys."""
        return first in self._alone or second in self._longer.get(first, ())

    def match(self, passage: Passage, index: int, *, commas: bool = False) -> Match[Value] | None:
        """The longest term that begins at the token `index`.

        Args:
            commas: whether its parts may be listed (`tìm kiếm, cứu nạn`).
        """
        printed = passage.keys
        if index >= len(printed):
            return None
        first = printed[index]
        seconds = self._longer.get(first)
        if seconds is None:
            return None
        for term, value in seconds.get(printed[index + 1], ()) if index + 1 < len(printed) else ():
            end = index + len(term)
            if printed[index:end] == term and all(
                passage.is_tight(place) or (commas and passage.gaps[place] == ", ")
                for place in range(index + 1, end)
            ):
                return _new_match(Match, (end, value))
        return _new_match(Match, (index + 1, self._alone[first])) if first in self._alone else None
