"""Utterance units: the sentences of a paragraph, not cut inside quotation marks, with what the rules look at."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from archive.knowledge.grammar.items import Item
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.actors import Actor, actors
from archive.knowledge.statements.cues import CUE_BEGINNINGS, Cue, cue_at, is_denied, is_noun, is_result
from archive.knowledge.statements.quotations import Quotation
from archive.text.sentences import sentences
from archive.text.syllables import key

_THEO = key("theo")
_HEAD = 16
"""Tokens of a sentence without any sign of speech that are looked at for whom it is about."""

_MOST_CUES = 40
"""A run of words with more cues than this is no sentence: the rest are not looked at."""

_LONGEST_CAPTION = 30
_LEAST_LINES = 6
_LINES = 0.9
"""Share of paragraphs with one sentence: of 1,242 articles with lost paragraphs 97 in 100 have it, of 38 others 13."""

_ATTRIBUTION = re.compile(r"\s*(?:[-–—,]\s*[^\W\d_]|(?:ông|bà|anh|chị|theo|đồng chí)\b)")
_CLOSING = '"”’»)] ,–-'
_FINAL = re.compile(r"(?<![.…])[.!?;:](?=[\"”’»)\]\s]*$)|[\s,–-]+$")


class Unit(NamedTuple):
    """One sentence, or several in one quotation.

    Attributes:
        start, end: its tokens; `begin`, `stop`: its characters, as offsets into the paragraph.
        quotations: the quotations that lie in it or run through it.
        is_first: whether it begins its paragraph.
    """

    passage: Passage
    start: int
    end: int
    begin: int
    stop: int
    quotations: tuple[Quotation, ...]
    actors: tuple[Actor, ...]
    cues: tuple[Cue, ...]
    is_first: bool

    @property
    def is_caption(self) -> bool:
        """Whether it may be the caption of a picture: a short paragraph of one sentence in which nobody speaks."""
        is_whole = self.begin == 0 and not self.passage.text[self.stop :].strip()
        return (
            is_whole and self.end - self.start <= _LONGEST_CAPTION and not self.cues and not self.quotations
        )

    @property
    def text(self) -> str:
        """Its printed characters."""
        return self.passage.text[self.begin : self.stop]

    def quotation_at(self, place: int) -> Quotation | None:
        """The quotation that begins at a character of the paragraph, blanks before it left out."""
        for quotation in self.quotations:
            if quotation.start >= place and not self.passage.text[place : quotation.start].strip():
                return quotation
        return None

    def char_after(self, token: int) -> int:
        """The character at which what follows token `token - 1` begins, signs and blanks left out."""
        text, place = self.passage.text, self.passage.ends[token - 1] if token > self.start else self.begin
        while place < self.stop and text[place] in " ,:–-)\u00a0":
            place += 1
        return place

    def content_end(self) -> int:
        """The character before the sign that ends the unit."""
        text = self.text.rstrip()
        # Looked for only from the last character that cannot be part of what ends a unit.
        final = _FINAL.search(text, max(0, len(text.rstrip(_CLOSING)) - 1))
        return self.begin + (final.start() if final else len(text))


def units(passage: Passage, found: Sequence[Item], quotations: Sequence[Quotation]) -> list[Unit]:
    """The units of a paragraph, in order."""
    item_starts = [item.start for item in found]
    read = []
    for place, (begin, stop) in enumerate(_merged(passage.text, quotations)):
        start, end = bisect_left(passage.starts, begin), bisect_left(passage.starts, stop)
        inside = _between(quotations, begin, stop)
        cues = _cues(passage, start, end, inside)
        tells = cues or inside or _THEO in passage.keys[start:end]
        last = end if tells else min(end, start + _HEAD)
        items = found[bisect_left(item_starts, start) : bisect_left(item_starts, last)]
        named = actors(passage, items, start, last)
        spoken = tuple(actor for actor in named if not _is_quoted(passage, actor.start, inside))
        read.append(Unit(passage, start, end, begin, stop, inside, spoken, cues, place == 0))
    return read


def has_lines(read: Sequence[Sequence[Unit]]) -> bool:
    """Whether every sentence of an article is a line of its own, so that its paragraphs are lost.

    Args:
        read: the units of each paragraph.
    """
    lengths = [len(one) for one in read if one]
    return len(lengths) >= _LEAST_LINES and sum(length == 1 for length in lengths) >= _LINES * len(lengths)


def _between(quotations: Sequence[Quotation], begin: int, stop: int) -> tuple[Quotation, ...]:
    """The quotations that lie in characters `[begin, stop)` or run into them."""
    if not quotations:
        return ()
    first = bisect_right(quotations, begin, key=lambda one: one.end)
    last = bisect_left(quotations, stop, key=lambda one: one.start)
    return tuple(quotations[first:last])


def _free(passage: Passage, start: int, end: int, inside: Sequence[Quotation]) -> Iterator[range]:
    """The runs of tokens of `[start, end)` that stand outside quotation marks."""
    for quotation in inside:
        yield range(start, min(end, bisect_left(passage.starts, quotation.start)))
        start = max(start, bisect_left(passage.starts, quotation.end))
    yield range(start, end)


def _is_quoted(passage: Passage, index: int, inside: Sequence[Quotation]) -> bool:
    if not inside:
        return False
    place = passage.starts[index]
    before = bisect_right(inside, place, key=lambda one: one.start)
    return before > 0 and place < inside[before - 1].end


def _cues(passage: Passage, start: int, end: int, inside: Sequence[Quotation]) -> tuple[Cue, ...]:
    """The cues among the tokens of `[start, end)` that stand outside quotation marks."""
    found: list[Cue] = []
    beyond = -1
    keys = passage.keys
    free = _free(passage, start, end, inside)
    for index in [one for run in free for one in run if keys[one] in CUE_BEGINNINGS]:
        cue = cue_at(passage, index, end) if index >= beyond else None
        if cue is None:
            continue
        beyond = cue.end
        if (
            not is_denied(passage, index)
            and not is_noun(passage, cue)
            and not (cue.end < end and is_result(passage, cue))
        ):
            found.append(cue)
        if len(found) == _MOST_CUES:
            break
    return tuple(found)


def _merged(text: str, quotations: Sequence[Quotation]) -> list[tuple[int, int]]:
    """The sentences of a paragraph; one inside a quotation, or that says who spoke it, goes with it."""
    merged: list[tuple[int, int]] = []
    if not quotations:
        return sentences(text)
    for begin, stop in sentences(text):
        around = _between(quotations, begin - 1, begin + 1)
        if merged and (
            any(one.start < begin < one.end for one in around)
            or (_ends_quotation(quotations, merged[-1][1]) and _ATTRIBUTION.match(text, begin))
        ):
            merged[-1] = (merged[-1][0], stop)
        else:
            merged.append((begin, stop))
    return merged


def _ends_quotation(quotations: Sequence[Quotation], place: int) -> bool:
    """Whether the last mark of a quotation stands right before a character."""
    before = bisect_left(quotations, place, key=lambda one: one.end)
    return before < len(quotations) and quotations[before].end == place and quotations[before].closes
