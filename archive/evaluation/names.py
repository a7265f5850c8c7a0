"""When two names of persons, bodies or provinces are the same: by their syllable keys."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from archive.evaluation.gold import GoldStatement
from archive.knowledge.places.units import read_table, units_named
from archive.models import Statement
from archive.text.syllables import keys

_LEAST_SHARED_NAME = 2


def same_name(one: str, other: str) -> bool:
    """Whether two names of a person are one but for case, tone placement, and a form of address before it."""
    return _without_address(one) == _without_address(other)


def begins(one: str, other: str) -> bool:
    """Whether one of two names is the beginning of the other: `Sở Y tế`, `Sở Y tế tỉnh Bắc Ninh`."""
    shorter, longer = sorted((keys(one), keys(other)), key=len)
    return bool(shorter) and longer[: len(shorter)] == shorter


def same_speakers(gold: GoldStatement, found: Statement) -> bool:
    """Whether a statement was given to whom it belongs: to each of them, and to nobody else.

    A person has to be named in full as annotated. The name of a body may be cut short or drawn out. Where no
    speaker is annotated anybody will do.
    """
    if gold.speakers is None:
        return True
    wanted = list(gold.speakers)
    offered = list(found.speakers or (found.speaker,))
    if len(wanted) != len(offered):
        # Bodies are joined by commas too, and may have commas in their names.
        wanted, offered = [gold.speaker or ""], [found.speaker]
    is_person = "person" in (gold.speaker_kind, found.speaker_kind)
    for name in wanted:
        same = next((one for one in offered if _same_speaker(name, one, is_person)), None)
        if same is None:
            return False
        offered.remove(same)
    return True


def unit_name(name: str) -> str:
    """The standard name of a province-level unit, whatever spelling or type word it was annotated with."""
    units = units_named(name)
    return units[0].name if units else name


def _same_speaker(one: str, other: str, is_person: bool) -> bool:
    if is_person:
        return same_name(one, other)
    shortest = min(len(keys(one)), len(keys(other)))
    return keys(one) == keys(other) or (shortest >= _LEAST_SHARED_NAME and begins(one, other))


def _without_address(name: str) -> Sequence[str]:
    left = keys(name)
    while address := next((form for form in _addresses() if left[: len(form)] == list(form)), None):
        if len(address) == len(left):
            break
        left = left[len(address) :]
    return left


@cache
def _addresses() -> tuple[tuple[str, ...], ...]:
    forms = {tuple(keys(row["form"])) for row in read_table("honorifics.csv")}
    return tuple(sorted(forms, key=len, reverse=True))
