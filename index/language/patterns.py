"""Prefix, wildcard and fuzzy words as tests of a syllable key."""

from __future__ import annotations

import re
from collections.abc import Callable

from archive.text.syllables import fold, split_tone
from index.query import Fuzzy, Prefix, Wildcard
from index.syntax import STAR

Pattern = Prefix | Wildcard | Fuzzy


def matcher(pattern: Pattern) -> Callable[[str], bool]:
    """A test whether a syllable key fits the pattern.

    With marks `exact` the letters must fit, and the tone where one was typed (in a fuzzy word it counts as a
    letter, typed or not); with marks `any` the folded key must fit.
    """
    if isinstance(pattern, Fuzzy):
        return _fuzzy(pattern)
    if isinstance(pattern, Prefix):
        letters, tone = pattern.key, pattern.tone
        fits: Callable[[str], bool] = lambda candidate: candidate.startswith(letters)  # noqa: E731
    else:
        pieces = [split_tone(piece) for piece in pattern.pattern.split(STAR)]
        tone = next((tone for _, tone in pieces if tone), "")
        expression = re.compile(".*".join(re.escape(letters) for letters, _ in pieces), re.DOTALL)
        fits = lambda candidate: expression.fullmatch(candidate) is not None  # noqa: E731
    if pattern.marks == "any":
        return lambda key: fits(fold(key))

    def exact(key: str) -> bool:
        key_letters, key_tone = split_tone(key)
        return fits(key_letters) and tone in ("", key_tone)

    return exact


def _fuzzy(pattern: Fuzzy) -> Callable[[str], bool]:
    if pattern.marks == "any":
        return lambda key: within_one_letter(pattern.key, fold(key))
    letters, tone = split_tone(pattern.key)

    def fits(key: str) -> bool:
        key_letters, key_tone = split_tone(key)
        return key_letters == letters or (key_tone == tone and within_one_letter(letters, key_letters))

    return fits


def within_one_letter(one: str, other: str) -> bool:
    """Whether two words are equal or differ by one letter put in, left out or replaced."""
    shorter, longer = (one, other) if len(one) <= len(other) else (other, one)
    if len(longer) - len(shorter) > 1:
        return False
    same = 0
    while same < len(shorter) and shorter[same] == longer[same]:
        same += 1
    rest = shorter[same:] if len(longer) > len(shorter) else shorter[same + 1 :]
    return rest == longer[same + 1 :]
