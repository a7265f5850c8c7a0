"""What is often mistyped for what: how far a syllable is from one that may have been meant."""

from __future__ import annotations

from collections.abc import Iterator

from archive.text.syllables import fold, split_tone

CONFUSED_ONSETS = (
    ("s", "x"),
    ("ch", "tr"),
    ("l", "n"),
    ("d", "gi"),
    ("d", "r"),
    ("gi", "r"),
    ("d", "v"),
    ("ng", "ngh"),
    ("g", "gh"),
    ("c", "k"),
    ("c", "qu"),
    ("f", "ph"),
    ("i", "y"),
)
"""Pairs of beginnings of syllables that sound alike to some speakers, or are spelt by rules that are forgotten."""
CONFUSED_RIMES = (
    ("n", "ng"),
    ("n", "nh"),
    ("c", "t"),
    ("c", "ch"),
    ("t", "ch"),
    ("i", "y"),
    ("ai", "ay"),
    ("ao", "au"),
    ("iu", "iêu"),
    ("ưu", "ươu"),
    ("o", "ô"),
    ("o", "ơ"),
    ("im", "iêm"),
    ("in", "iên"),
    ("uông", "uôn"),
    ("oai", "oi"),
)
"""Pairs of endings of syllables that are often taken for each other; tones apart."""

_ALIKE_TONES = frozenset(("?", "~"))
"""hỏi and ngã, which sound alike to half of the country."""

ALIKE, NEAR, FAR = 1.0, 2.0, 3.0
"""How far apart are what sounds alike or lacks marks, what has other marks, and what has another letter."""


def distance(typed: str, meant: str) -> float:
    """How far a syllable that was typed is from one that may have been meant; keys, both folded or neither."""
    letters, tone = split_tone(typed)
    others, other_tone = split_tone(meant)
    if letters == others:
        return (
            0.0 if tone == other_tone else ALIKE if not tone or {tone, other_tone} == _ALIKE_TONES else NEAR
        )
    of_tone = 0.0 if tone == other_tone else ALIKE
    if others in set(confused(letters)):
        return ALIKE + of_tone
    if fold(typed) == fold(meant):
        return ALIKE if typed == fold(typed) else NEAR
    return (NEAR if fold(letters) in set(map(fold, confused(others))) else FAR) + of_tone


def confused(letters: str) -> Iterator[str]:
    """The letters of syllables that are taken for this one."""
    for pairs, replaced in ((CONFUSED_ONSETS, _onset), (CONFUSED_RIMES, _rime)):
        for one, other in (*pairs, *((other, one) for one, other in pairs)):
            if made := replaced(letters, one, other):
                yield made


def _onset(letters: str, one: str, other: str) -> str:
    return other + letters[len(one) :] if letters.startswith(one) else ""


def _rime(letters: str, one: str, other: str) -> str:
    return letters[: len(letters) - len(one)] + other if letters.endswith(one) else ""
