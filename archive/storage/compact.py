"""Offsets as compact text, and back: words as `0-12 13-20`, spans as `title:0-9 body:12-30`."""

from __future__ import annotations

from collections.abc import Iterable
from typing import cast

from archive.models import Part, Span


def pack_words(words: Iterable[tuple[int, int]]) -> str:
    """Words of one paragraph as text."""
    return " ".join(f"{start}-{end}" for start, end in words)


def unpack_words(text: str) -> tuple[tuple[int, int], ...]:
    """The inverse of `pack_words`."""
    # An article has hundreds of words, and a split for each of them takes 1.6 times as long.
    offsets = list(map(int, text.replace("-", " ").split()))
    return tuple(zip(offsets[::2], offsets[1::2], strict=True))


def pack_spans(spans: Iterable[Span]) -> str:
    """Spans as text."""
    return " ".join(f"{span.part}:{span.start}-{span.end}" for span in spans)


def unpack_spans(text: str) -> tuple[Span, ...]:
    """The inverse of `pack_spans`."""
    return tuple(_unpack_span(item) for item in text.split())


def _unpack_span(item: str) -> Span:
    part, _, offsets = item.partition(":")
    start, _, end = offsets.partition("-")
    return Span(cast(Part, part), int(start), int(end))
