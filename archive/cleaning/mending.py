"""Repairs: machine damage inside words, and where each mended place stands in the clean article."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from archive.cleaning.paragraphs import Join
from archive.models import PARAGRAPH_BREAK, Part, Repair, Span
from archive.text.conversion import restore
from archive.text.encoding import REPLACEMENT
from archive.text.fragments import repair_fragments
from archive.text.segmentation import is_dictionary_word

SAMPLE_WORDS = 12

_UNDECODABLE = re.compile(rf"(?<!\S)[^\s{REPLACEMENT}]*{REPLACEMENT}\S*")
"""A word with bytes that could not be decoded: it stays as it is, and on record. Each is read from its beginning
alone: a word of a hundred thousand letters would be read again from each of them."""


def mend(texts: Sequence[str], part: Part) -> tuple[list[str], list[Repair]]:
    """Mend the texts of one part of an article.

    Args:
        texts: paragraphs or captions, or the title alone; each squeezed.
        part: which part they make up; spans count over the texts joined by `PARAGRAPH_BREAK`.

    Returns:
        The mended texts, and the repairs with their spans.
    """
    mended: list[str] = []
    repairs: list[Repair] = []
    start = 0
    for text in texts:
        whole, fixes = repair_fragments(text, is_dictionary_word)
        repairs += [
            Repair(
                fix.before, fix.after, fix.kind, fix.certain, Span(part, start + fix.start, start + fix.end)
            )
            for fix in fixes
        ]
        repairs += [
            Repair(
                lost[0], lost[0], "undecodable", False, Span(part, start + lost.start(), start + lost.end())
            )
            for lost in (_UNDECODABLE.finditer(whole) if REPLACEMENT in whole else ())
        ]
        mended.append(whole)
        start += len(whole) + len(PARAGRAPH_BREAK)
    return mended, repairs


def converted_repair(encoding: str, text: str) -> Repair:
    """The conversion of a whole document as one repair, shown on the beginning of its text.

    Args:
        encoding: what it was converted from (`archive.text.conversion`).
        text: its title, or its first paragraph.
    """
    sample = " ".join(text.split()[:SAMPLE_WORDS])
    return Repair(restore(sample, encoding), sample, f"document_{encoding}", False)


def joined_repairs(joins: Iterable[Join], body: str) -> list[Repair]:
    """The joins of broken paragraphs as repairs, found again in the body."""
    repairs = []
    position = 0
    for join in joins:
        found = body.find(join.after, position)
        span = Span("body", found, found + len(join.after)) if found >= 0 else None
        position = span.start if span else position
        repairs.append(Repair(join.before, join.after, "paragraph_join", False, span))
    return repairs
