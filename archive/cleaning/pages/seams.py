"""Lines of several inline elements: where one of them is a date line, each fact is a line of its own.

Portals print `<span>Headline</span><span>14:20, 31/5/2024</span><span>Lượt xem: 77</span>` as boxes by their style
sheet; without it they are one line, often without a blank between.
"""

from __future__ import annotations

from collections.abc import Sequence

from archive.cleaning.datelines import MAX_CHARACTERS, read_dateline
from archive.cleaning.vocabulary import DATELINE_LABELS

MAX_LINE_CHARACTERS = 2 * MAX_CHARACTERS
"""A longer line is a paragraph."""

_SENTENCE_ENDS = (".", "!", "?", "…", ";", ":")


def seams(texts: Sequence[str]) -> list[int]:
    """Where a line of several texts of inline elements comes apart.

    Args:
        texts: of the elements, in order, white space as written.

    Returns:
        Positions of the texts that begin a line of their own; empty where it is one line.
    """
    if len(texts) < 2 or not any(letter.isdecimal() for text in texts for letter in text):
        return []
    whole = " ".join("".join(texts).split())
    if len(whole) > MAX_LINE_CHARACTERS or whole.endswith(_SENTENCE_ENDS) or read_dateline(1, whole):
        return []
    facts = [_is_fact(text) for text in texts]
    if not any(facts):
        return []
    filled = [number for number, text in enumerate(texts) if any(letter.isalnum() for letter in text)]
    return [
        after
        for before, after in zip(filled, filled[1:], strict=False)
        if (facts[before] or facts[after]) and not _is_label(texts[before])
    ]


def _is_fact(text: str) -> bool:
    """Whether an element holds nothing but a date or a counter."""
    return read_dateline(1, " ".join(text.split())) is not None


def _is_label(text: str) -> bool:
    bare = " ".join(text.split()).lower()
    return bare.endswith(":") or bare.strip(" :|-–(") in DATELINE_LABELS
