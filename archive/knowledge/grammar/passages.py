"""Passages: a paragraph, title or caption as tokens, for rules that read word by word."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Generic, NamedTuple, TypeVar

from archive.models import PARAGRAPH_BREAK, Article, Part, Span
from archive.text.syllables import tokens

Value = TypeVar("Value")

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
    """Cut one paragraph, title or caption into tokens."""
    found = tokens(text)
    keys, starts, ends = zip(*found, strict=True) if found else ((), (), ())
    words = tuple(text[start:end] for start, end in zip(starts, ends, strict=True))
    gaps = (text[stop:begin] for stop, begin in zip((0, *ends), (*starts, len(text)), strict=True))
    capitals = tuple(word[0].isupper() for word in words)
    return Passage(part, offset, text, keys, words, starts, ends, tuple(gaps), capitals)


def passages(article: Article) -> tuple[Passage, ...]:
    """Title, paragraphs and captions of an article, in this order."""
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


class Match(NamedTuple, Generic[Value]):
    """A term found: the token after its last, and what the lexicon says of it."""

    end: int
    value: Value


class Lexicon(Generic[Value]):
    """Terms of one or more syllables, found in a passage by the longest match."""

    def __init__(self) -> None:
        self._terms: dict[str, list[tuple[tuple[str, ...], Value]]] = {}

    def add(self, term: str, value: Value) -> None:
        """Enter a term in any spelling; the first of equal terms stays."""
        keys = tuple(token.key for token in tokens(term))
        rivals = self._terms.setdefault(keys[0], [])
        if all(keys != known for known, _ in rivals):
            rivals.append((keys, value))
            rivals.sort(key=lambda entry: -len(entry[0]))

    def begins_with(self, syllable: str) -> bool:
        """Whether any term begins with a syllable, by its key."""
        return syllable in self._terms

    def match(self, passage: Passage, index: int, *, commas: bool = False) -> Match[Value] | None:
        """The longest term that begins at the token `index`.

        Args:
            commas: whether its parts may be listed (`tìm kiếm, cứu nạn`).
        """
        if index >= len(passage.keys):
            return None
        rivals = self._terms.get(passage.keys[index])
        if rivals is None:
            return None
        for keys, value in rivals:
            end = index + len(keys)
            if end == index + 1:
                return Match(end, value)
            if passage.keys[index:end] == keys and all(
                passage.is_tight(place) or (commas and passage.gaps[place] == ", ")
                for place in range(index + 1, end)
            ):
                return Match(end, value)
        return None
