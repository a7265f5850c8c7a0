"""What a hit shows: marks on a text, and the snippets that hold most of what was asked for.

Everything is offsets into raw text; whoever shows it escapes the text first and marks it after.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from operator import attrgetter
from typing import NamedTuple

from archive.models import PARAGRAPH_BREAK
from archive.text.sentences import sentences
from index.occurrences import FieldText, Leaf, positive_leaves
from index.query import Node

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of one field's text; `marks` are `[start, end)` offsets into `text`."""

    field: str
    text: str
    marks: tuple[Span, ...]


class _Found(NamedTuple):
    """One occurrence: characters of the field's text, and the number of the condition it meets."""

    start: int
    end: int
    leaf: int


class _Window(NamedTuple):
    """Characters of a field's text that may become a snippet, and the occurrences inside."""

    part: FieldText
    start: int
    end: int
    found: tuple[_Found, ...]


def marks(text: str, node: Node, field: str) -> list[Span]:
    """What to mark in the text of a field, ascending, without overlaps.

    Words, patterns and whole phrases the query asks for; never what it excludes, and a word of a phrase only
    where the whole phrase stands.

    Args:
        text: as printed; paragraphs joined by `PARAGRAPH_BREAK`.
        node: the query as parsed.
    """
    return _merged(_occurrences(FieldText(text, field), positive_leaves(node)))


def snippets(
    parts: Mapping[str, str], node: Node, count: int = 2, characters: int = 240
) -> tuple[Snippet, ...]:
    """The pieces of text that together show most of a query.

    Pieces begin at a sentence where that fits, never cross a paragraph, and come in reading order. Where
    nothing is found in any part, the first sentences of the first part stand in.

    Args:
        parts: text field -> text, in reading order; paragraphs joined by `PARAGRAPH_BREAK`.
        node: the query as parsed.
        count: most snippets.
        characters: longest snippet.
    """
    leaves = positive_leaves(node)
    windows = [
        window
        for field, text in parts.items()
        for window in _windows(FieldText(text, field), leaves, characters)
    ]
    chosen = _best(windows, count) or _lede(parts, count, characters)
    return tuple(map(_snippet, chosen))


def _occurrences(part: FieldText, leaves: Iterable[Leaf]) -> list[_Found]:
    return sorted(
        _Found(*part.span(found), number) for number, leaf in enumerate(leaves) for found in part.ranges(leaf)
    )


def _merged(found: Iterable[_Found]) -> list[Span]:
    spans: list[Span] = []
    for start, end, _ in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _windows(part: FieldText, leaves: list[Leaf], characters: int) -> Iterator[_Window]:
    """A window for every sentence with an occurrence; several for a sentence too long for one."""
    found = _occurrences(part, leaves)
    for paragraph_start, paragraph_end in _paragraphs(part.text, found):
        paragraph = part.text[paragraph_start:paragraph_end]
        ends = [(paragraph_start + start, paragraph_start + end) for start, end in sentences(paragraph)]
        for number, (start, end) in enumerate(ends):
            inside = found[bisect_left(found, (start,)) : bisect_left(found, (end,))]
            for begin in dict.fromkeys(_begin(part, start, end, item, characters) for item in inside):
                finish = _finish(part, begin, [end for _, end in ends[number:]], characters)
                yield _Window(part, begin, finish, _inside(found, begin, finish))


def _paragraphs(text: str, found: Iterable[_Found]) -> Iterator[Span]:
    """The paragraphs in which something was found begins."""
    end = -1
    for item in found:
        if item.start >= end:
            begin = text.rfind(PARAGRAPH_BREAK, 0, item.start)
            begin = 0 if begin < 0 else begin + len(PARAGRAPH_BREAK)
            end = text.find(PARAGRAPH_BREAK, item.start)
            end = len(text) if end < 0 else end
            yield begin, end


def _begin(part: FieldText, start: int, end: int, item: _Found, characters: int) -> int:
    """Where a window for this occurrence begins: at the sentence, or a few words before the occurrence."""
    if end - start <= characters or item.end - start <= characters:
        return start
    room = min(characters // 4, max(0, characters - (item.end - item.start)))
    before = bisect_left(part.tokens, item.start - room, key=attrgetter("start"))
    return min(part.tokens[before].start, item.start)


def _finish(part: FieldText, begin: int, sentence_ends: list[int], characters: int) -> int:
    """The last sentence end within reach, else the last word that fits."""
    limit = begin + characters
    fitting = [end for end in sentence_ends if end <= limit]
    if fitting:
        return fitting[-1]
    last = bisect_right(part.tokens, limit, key=attrgetter("end")) - 1
    return part.tokens[last].end if last >= 0 and part.tokens[last].end > begin else limit


def _inside(found: list[_Found], begin: int, finish: int) -> tuple[_Found, ...]:
    """Occurrences that begin in the window, cut off at its end."""
    chosen = found[bisect_left(found, (begin,)) : bisect_left(found, (finish,))]
    return tuple(item._replace(end=min(item.end, finish)) for item in chosen)


def _best(windows: list[_Window], count: int) -> list[_Window]:
    """Greedily the windows that add most conditions, then hold most, then come first; in reading order."""
    places = {id(window): place for place, window in enumerate(windows)}
    chosen: list[_Window] = []
    seen: set[int] = set()
    left = windows
    while left and len(chosen) < count:
        best = max(left, key=lambda window: _worth(window, seen))
        chosen.append(best)
        seen.update(item.leaf for item in best.found)
        left = [w for w in left if w.part is not best.part or w.end <= best.start or w.start >= best.end]
    return sorted(chosen, key=lambda window: places[id(window)])


def _worth(window: _Window, seen: set[int]) -> tuple[int, int, int]:
    leaves = {item.leaf for item in window.found}
    return len(leaves - seen), len(leaves), len(window.found)


def _lede(parts: Mapping[str, str], count: int, characters: int) -> list[_Window]:
    """The beginning of the first part that has any words."""
    for field, text in parts.items():
        part = FieldText(text, field)
        if part.tokens and count:
            start = len(text) - len(text.lstrip())
            paragraph = text[start:].partition(PARAGRAPH_BREAK)[0]
            ends = [start + end for _, end in sentences(paragraph)]
            return [_Window(part, start, _finish(part, start, ends, characters), ())]
    return []


def _snippet(window: _Window) -> Snippet:
    shifted = tuple((start - window.start, end - window.start) for start, end in _merged(window.found))
    return Snippet(window.part.field, window.part.text[window.start : window.end], shifted)
