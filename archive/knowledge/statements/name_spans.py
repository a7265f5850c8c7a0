"""Name spans: how many tokens a name has that no table knows, and a phrase that means somebody named before."""

from __future__ import annotations

import re

from archive.knowledge.grammar.names import province_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.cues import speaks_at
from archive.knowledge.statements.vocabulary import alternatives
from archive.text.syllables import is_syllable

_THIS_ONE = re.compile(rf"(?:{alternatives('one')})(?: [^\W\d_]+){{0,3}}? này\b", re.IGNORECASE)
_NO_BODY = re.compile(r"[IVXLC]+|(?:TP)?HCM|TTXVN")
"""Capitals that are a number, the end of `TP.HCM`, or the agency that a report is from."""


def begins_clause(passage: Passage, index: int) -> bool:
    """Whether a token stands at the beginning of a sentence or right behind a comma."""
    return index == 0 or not passage.gaps[index].isspace()


def given_name_end(passage: Passage, index: int, *, is_addressed: bool = False) -> int:
    """The token after a given name that stands alone after a title or post; `ông Hòa Bình` is no province."""
    if (
        index < len(passage)
        and passage.is_capitalised(index)
        and passage.words[index].istitle()
        and (is_addressed or province_at(passage, index) is None)
    ):
        end = index + 1
        if passage.is_spaced(end) and passage.is_capitalised(end) and passage.words[end].istitle():
            end += 1
        return end
    return index


def is_code(passage: Passage, index: int) -> bool:
    """Whether a token is the short name of a body (`EVN`, `C49`)."""
    word = passage.words[index]
    is_short_name = len(word) > 2 and word.isupper() and word.isalnum() and word[0].isalpha()
    return is_short_name and not is_syllable(word) and _NO_BODY.fullmatch(word) is None


def this_one_end(passage: Passage, index: int, end: int) -> int:
    """The token after `Nữ võ sĩ này`, which means the one who was named; `index` where there is none."""
    match = _THIS_ONE.match(passage.text, passage.starts[index]) if begins_clause(passage, index) else None
    last = index
    while match is not None and last < end and passage.ends[last] <= match.end():
        last += 1
    return last


def bare_name_end(passage: Passage, index: int, end: int) -> int:
    """The token after a run of capitals with a cue right behind it; `index` where there is none."""
    if not passage.is_capitalised(index) or not begins_clause(passage, index):
        return index
    last = index + 1
    while last < end and passage.is_spaced(last) and passage.is_capitalised(last):
        last += 1
    if not passage.words[index].istitle() or speaks_at(passage, last):
        return last if passage.words[index].istitle() else index
    is_one = last == index + 1 and speaks_at(passage, last, is_sure=True)
    return last if is_one and not is_syllable(passage.words[index]) else index
