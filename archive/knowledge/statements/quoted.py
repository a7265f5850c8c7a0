"""Quoted speech without a cue of its own: quotations that a name follows, or whose speaker is named later."""

from __future__ import annotations

import re
from typing import NamedTuple

from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.quotations import Quotation
from archive.knowledge.statements.units import Unit

ATTRIBUTED_AFTER = ("quotation before", "name after quotation", "according to")
"""Rules by which the speaker of a quotation is named at its end."""

_DASH = re.compile(r"[-–—,]\s*\w")
_SIGNS = frozenset((",", "-", "–", "—", "(", ".", ". -", ". –", ""))
_LONGEST_ATTRIBUTION = 60
"""Characters after the name or the cue of what only says who spoke."""


class Waiting(NamedTuple):
    """A paragraph of a quotation whose speaker is not named yet: characters `[begin, end)` of it."""

    unit: Unit
    begin: int
    end: int
    paragraph: int


def named_after(unit: Unit, quotation: Quotation) -> Actor | None:
    """The actor of `“…” – ông X.`: one right after a quotation, with nothing else."""
    passage = unit.passage
    actor = next((one for one in unit.actors if passage.starts[one.start] >= quotation.end), None)
    if actor is None or actor.form == "organisation":
        return None
    before = passage.text[quotation.end : passage.starts[actor.start]].strip()
    after = passage.text[passage.ends[actor.end - 1] : unit.stop].strip()
    return actor if before in _SIGNS and len(after) <= _LONGEST_ATTRIBUTION else None


def only_names_speaker(unit: Unit) -> bool:
    """Whether a unit only says who spoke the quotation before it (`- chị B đặt câu hỏi.`, `Ông X nói.`)."""
    if not unit.cues or not unit.actors or unit.actors[0].start != unit.start:
        return False
    rest = unit.passage.text[unit.passage.ends[unit.cues[0].end - 1] : unit.stop]
    if unit.is_first and _DASH.match(unit.text):
        return len(rest) <= _LONGEST_ATTRIBUTION
    return unit.cues[0].use == "speech" and rest.strip() in ("", ".")
