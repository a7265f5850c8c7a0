"""Clauses: how an actor stands in its clause: at its beginning, or as the object of a word before it."""

from __future__ import annotations

import re

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.units import read_table
from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.vocabulary import alternatives, words_for
from archive.text.syllables import key

_GOVERNORS = words_for("governor")
_WRITTEN_BY = re.compile(rf"\b(?:{alternatives('writing')})(?: \S+){{0,2}} (?:của|từ) $")
"""Before a body whose writing says something: `Báo cáo của Sở X nêu rõ`."""

_FROM_HERE_SUBJECT = frozenset(
    map(
        key,
        ["công", "nghị", "cầu", "báo", "trước", "sau", "mặt", "nhà", "trên", "vào"],
    )
)
_ALL_GOVERNORS = _GOVERNORS | _FROM_HERE_SUBJECT


def is_governed(passage: Passage, actor: Actor) -> bool:
    """Whether the word before an actor makes it an object (`với lãnh đạo Sở`, `được UBND tỉnh`)."""
    before = actor.start - 1
    if before < 0 or not passage.is_spaced(actor.start):
        return False
    word = passage.keys[before]
    if word not in _ALL_GOVERNORS or _WRITTEN_BY.search(passage.lead(actor.start, 60).lower()):
        return False
    if word in _FROM_HERE_SUBJECT:
        pair = passage.keys[before - 1 : before + 1] if before else ()
        return pair in _GOVERNING_PAIRS
    return True


_GOVERNING_PAIRS = frozenset(
    tuple(map(key, pair.split()))
    for pair in ("phân công", "đề nghị", "kiến nghị", "yêu cầu", "thay mặt", "có mặt", "tại nhà", "vào nhà")
)


def opens_clause(passage: Passage, actor: Actor) -> bool:
    """Whether an actor begins a clause: what follows it behind a comma is then about it (`Ông A, Viện X, nói`)."""
    lead = passage.lead(actor.start, 40).lower()
    return actor.start == 0 or _CLAUSE_BEGINS.search(lead) is not None


_TITLES = "|".join(sorted((row["title"].lower() for row in read_table("speaker_titles.csv")), key=len)[::-1])
_CLAUSE_BEGINS = re.compile(
    r"(?:^|[.!?:;,“\"…–-]\s*|(?:^|[\s,])"
    r"(?:còn|và|nhưng|song|tuy nhiên|đồng thời|vì vậy|do đó|riêng|khi đó|về phía)\s*)"
    rf"(?:(?:{_TITLES})\s+)?$"
)
