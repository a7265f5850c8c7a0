"""Announced quotations: words of somebody who is told to do something before a colon (`Chị A bật khóc: “…”`)."""

from __future__ import annotations

import re

from archive.knowledge.statements.clauses import is_governed, opens_clause
from archive.knowledge.statements.findings import Finding
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives

_TITLED = re.compile(rf"\b(?:{alternatives('named')})\b[^,.;:]{{0,30}}:\s*$", re.IGNORECASE)
"""Before the colon of a motto or a title."""

_PERSONS = ("name", "given", "pronoun", "post", "anonymous")
_LEAST_WORDS = 5
_LONGEST_LEAD = 140
"""Characters between a speaker and the colon."""


def announced(unit: Unit) -> list[Finding]:
    """What stands between quotation marks after a colon, without a cue: said by whom the sentence is about."""
    quotation = unit.quotations[0] if unit.quotations else None
    if quotation is None or quotation.start <= unit.begin:
        return []
    text = unit.passage.text
    lead = text[unit.begin : quotation.start]
    if not lead.rstrip().endswith(":") or _TITLED.search(lead):
        return []
    if len(text[quotation.start : quotation.end].split()) < _LEAST_WORDS:
        return []
    for actor in unit.actors:
        if unit.passage.starts[actor.start] >= quotation.start:
            return []
        if (
            actor.form in _PERSONS
            and opens_clause(unit.passage, actor)
            and not is_governed(unit.passage, actor)
            and quotation.start - unit.passage.ends[actor.end - 1] <= _LONGEST_LEAD
        ):
            end = min(quotation.end, unit.stop)
            rule = "quotation after colon"
            return [Finding(actor, None, "assert", quotation.start, end, "direct", rule)]
    return []
