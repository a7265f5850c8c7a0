"""Findings: what a sentence is found to say that somebody said, before it is known who that is."""

from __future__ import annotations

import re
from typing import Literal, NamedTuple

from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.cues import Cue
from archive.knowledge.statements.quotations import Quotation
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives

Kind = Literal["direct", "reported", "mixed"]


class Finding(NamedTuple):
    """Something said in a unit.

    Attributes:
        actor: who said it as printed; None: the speaker before.
        cue: the printed cue, None without any.
        begin, end: characters of the paragraph.
        rule: name of the rule that found it.
        is_open: whether nothing was said yet: the words follow in the next paragraphs.
    """

    actor: Actor | None
    cue: str | None
    act: str
    begin: int
    end: int
    kind: Kind
    rule: str
    is_open: bool = False


_LONGEST_LEAD = 20
"""Words between a cue and the colon before a quotation: more are said, not what it is said about."""

_LEAST_QUOTED_WORDS = 4
"""Fewer words between quotation marks are a term or a title."""

_NAMED = re.compile(rf"\b(?:{alternatives('named')})\s*$")
"""Before the quotation marks of a motto, a title, a name."""


def found_in(unit: Unit, actor: Actor | None, cue: str, act: str, begin: int, end: int, rule: str) -> Finding:
    """A finding whose kind is told by the quotation marks in it.

    Args:
        begin, end: what follows the cue, or stands before it, without the sign that ends the sentence.
    """
    inside = [one for one in unit.quotations if one.start < end and one.end > begin]
    if not inside:
        return Finding(actor, cue, act, begin, end, "reported", rule)
    text, first, last = unit.passage.text, inside[0], inside[-1]
    lead = text[begin : first.start].rstrip()
    closes = first.end >= end - 2 or not text[first.end : end].strip(" .,;")
    if closes and (first.start - begin <= 2 or (lead.endswith(":") and len(lead.split()) <= _LONGEST_LEAD)):
        return Finding(actor, cue, act, first.start, min(first.end, unit.stop), "direct", rule)
    kind: Kind = "mixed" if any(_is_speech(text, one) for one in inside) else "reported"
    return Finding(actor, cue, act, begin, max(end, last.end if last.end <= unit.stop else end), kind, rule)


def _is_speech(text: str, quotation: Quotation) -> bool:
    """Whether words between quotation marks may be somebody's, not a term, a motto or a title."""
    words = len(text[quotation.start : quotation.end].split())
    return words >= _LEAST_QUOTED_WORDS and not _NAMED.search(text[: quotation.start].lower())


def printed(unit: Unit, cue: Cue) -> str:
    """A cue as printed."""
    return unit.passage.surface(cue.start, cue.end)
