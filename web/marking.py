"""Marked text: spans are found on raw text; here it is cut, escaped by the template, and dressed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from markupsafe import Markup, escape


class Mark(NamedTuple):
    """A span of raw text to dress: a class of the style sheet, and a link if it leads anywhere."""

    start: int
    end: int
    style: str
    link: str | None = None


def marked(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """Text with the words found in `<mark>`, everything escaped."""
    return dressed(text, [Mark(start, end, "") for start, end in spans])


def excerpt(text: str, spans: Sequence[tuple[int, int]]) -> Markup:
    """A marked piece of a longer text, with an ellipsis where it begins or ends within a sentence."""
    before = "… " if text[:1].islower() else ""
    after = " …" if text[-1:].isalnum() or text[-1:] == "," else ""
    return before + marked(text, spans) + after


def dressed(text: str, marks: Iterable[Mark]) -> Markup:
    """Text with marks, everything escaped. Where marks overlap, the first begun, then the longest, wins."""
    result = Markup()
    position = 0
    for mark in sorted(marks, key=lambda mark: (mark.start, -mark.end)):
        if mark.start < position or mark.end <= mark.start:
            continue
        result += escape(text[position : mark.start]) + _dress(escape(text[mark.start : mark.end]), mark)
        position = mark.end
    return result + escape(text[position:])


def _dress(text: Markup, mark: Mark) -> Markup:
    if mark.link:
        return Markup('<a class="{}" href="{}">{}</a>').format(mark.style, mark.link, text)
    if mark.style:
        return Markup('<mark class="{}">{}</mark>').format(mark.style, text)
    return Markup("<mark>{}</mark>").format(text)


def shifted(marks: Iterable[Mark], start: int, end: int) -> list[Mark]:
    """Marks of a longer text that lie within `[start, end)`, counted from `start`."""
    return [
        mark._replace(start=mark.start - start, end=mark.end - start)
        for mark in marks
        if mark.start >= start and mark.end <= end
    ]
