"""Marked text: spans are found on raw text; here it is cut, escaped, and dressed, one layer inside the other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape


class Mark(NamedTuple):
    """A span of raw text to dress.

    Attributes:
        style: a class of the style sheet.
        link: where it leads, if anywhere.
        anchor: what an address can lead to it by, if anything can.
        hint: what it is, for whoever points at it.
        number: shown before it, without being part of the text.
    """

    start: int
    end: int
    style: str
    link: str | None = None
    anchor: str | None = None
    hint: str = ""
    number: str = ""


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Text with the words found in `<mark>`, everything escaped."""
    return dressed(text, [Mark(start, end, "") for start, end in spans])


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """A marked piece of a longer text, with an ellipsis where it begins or ends within a sentence."""
    before = "… " if text[:1].islower() else ""
    after = " …" if text[-1:].isalnum() or text[-1:] == "," else ""
    return before + marked(text, spans) + after


def dressed(text: str, *layers: Iterable[Mark]) -> Markup:
    """Text with marks, everything escaped.

    Args:
        layers: the outermost first. Within a layer, where marks overlap, the first begun, then the longest,
            wins; a mark that crosses the border of an outer one is cut there.
    """
    if not layers:
        return escape(text)
    outermost, *inner = [list(layer) for layer in layers]
    result = Markup()
    position = 0
    for mark in _apart(outermost):
        result += _within(text, position, mark.start, inner)
        result += _dress(_within(text, mark.start, mark.end, inner), mark)
        position = mark.end
    return result + _within(text, position, len(text), inner)


def shifted(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """The parts of the marks of a longer text that lie within `[start, end)`, counted from `start`."""
    return [
        mark._replace(start=max(mark.start, start) - start, end=min(mark.end, end) - start)
        for mark in marks
        if mark.start < end and mark.end > start
    ]


def _within(text: str, start: int, end: int, layers: Sequence[Sequence[Mark]]) -> Markup:
    return dressed(text[start:end], *(shifted(layer, start, end) for layer in layers))


def _apart(marks: Iterable[Mark]) -> Iterator[Mark]:
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if position <= mark.start < mark.end:
            yield mark
            position = mark.end


def _dress(text: Markup, mark: Mark) -> Markup:
    if mark.anchor:
        opening = Markup('<span class="{}" id="{}" title="{}" data-number="{}">')
        return opening.format(mark.style, mark.anchor, mark.hint, mark.number) + text + Markup("</span>")
    if mark.link:
        return Markup('<a class="{}" href="{}">{}</a>').format(mark.style, mark.link, text)
    if mark.style:
        return Markup('<mark class="{}">{}</mark>').format(mark.style, text)
    return Markup("<mark>{}</mark>").format(text)
