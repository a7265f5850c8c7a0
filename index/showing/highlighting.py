"""What a hit shows: marks on a text, and the snippets that hold most of what was asked for.

Everything is offsets into raw text; whoever shows it escapes the text first and marks it after.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from archive.models import PARAGRAPH_BREAK
from index.query import Node
from index.showing.occurrences import LETTER, FieldText, Leaf, Span, positive_leaves
from index.showing.windows import Found, Paragraph, Window, worth


@dataclass(frozen=True, slots=True)
class Snippet:
    """A piece of one field's text; `marks` are `[start, end)` offsets into `text`."""

    field: str
    text: str
    marks: tuple[Span, ...]


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
    paragraphs = [
        paragraph
        for field, text in parts.items()
        for paragraph in _paragraphs(FieldText(text, field), leaves, characters)
    ]
    return tuple(_best(paragraphs, count)) or _lede(parts, count, characters)


def _occurrences(part: FieldText, leaves: Iterable[Leaf]) -> list[Found]:
    return sorted(Found(*span, number) for number, leaf in enumerate(leaves) for span in part.spans(leaf))


def _merged(found: Iterable[Found]) -> list[Span]:
    spans: list[Span] = []
    for start, end, _ in found:
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(end, spans[-1][1]))
        else:
            spans.append((start, end))
    return spans


def _paragraphs(part: FieldText, leaves: Iterable[Leaf], characters: int) -> Iterator[Paragraph]:
    """The paragraphs in which something was found begins."""
    found = _occurrences(part, leaves)
    place = 0
    while place < len(found):
        start, end = part.paragraph(found[place].start)
        following = bisect_left(found, (end,), lo=place)
        inside = [Found(item.start - start, item.end - start, item.leaf) for item in found[place:following]]
        yield Paragraph(part.field, part.text[start:end], inside, characters)
        place = following


def _best(paragraphs: Sequence[Paragraph], count: int) -> Iterator[Snippet]:
    """Greedily the windows that add most conditions, then hold most, then come first; in reading order."""
    chosen: list[tuple[int, Window]] = []
    seen: set[int] = set()
    while len(chosen) < count and (best := _next(paragraphs, chosen, seen)):
        chosen.append(best)
        seen.update(item.leaf for item in best[1].found)
    return (_snippet(paragraphs[number], window) for number, window in sorted(chosen))


def _next(
    paragraphs: Sequence[Paragraph], chosen: Sequence[tuple[int, Window]], seen: set[int]
) -> tuple[int, Window] | None:
    """The window worth most apart from those chosen, and the number of its paragraph.

    Windows are made, which takes cutting sentences, only of paragraphs that may hold it.
    """
    found: tuple[int, Window] | None = None
    rank: tuple[int, ...] = ()
    most = [(*paragraph.most(seen), -number) for number, paragraph in enumerate(paragraphs)]
    for bound in sorted(most, reverse=True):
        if bound < rank:
            break
        number = -bound[-1]
        taken = [window for other, window in chosen if other == number]
        for window in paragraphs[number].windows:
            apart = all(window.end <= other.start or other.end <= window.start for other in taken)
            if apart and (*worth(window.found, seen), -number) > rank:
                rank, found = (*worth(window.found, seen), -number), (number, window)
    return found


def _lede(parts: Mapping[str, str], count: int, characters: int) -> tuple[Snippet, ...]:
    """The beginning of the first part that has any words."""
    for field, text in parts.items():
        if count and LETTER.search(text):
            paragraph = Paragraph(field, text.lstrip().partition(PARAGRAPH_BREAK)[0], (), characters)
            return (_snippet(paragraph, paragraph.lede),)
    return ()


def _snippet(paragraph: Paragraph, window: Window) -> Snippet:
    shifted = tuple((start - window.start, end - window.start) for start, end in _merged(window.found))
    return Snippet(paragraph.field, paragraph.text[window.start : window.end], shifted)
