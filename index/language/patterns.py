"""Prefix, wildcard and fuzzy words as tests of a syllable key."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from archive.text.syllables import fold, split_tone
from index.language.syntax import STAR
from index.query import Fuzzy, Prefix, Wildcard

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
        tone = next((tone for _, tone in map(split_tone, pattern.pattern.split(STAR)) if tone), "")
        letters_fit = re.compile(expression(pattern.pattern))
        fits = lambda candidate: letters_fit.fullmatch(candidate) is not None  # noqa: E731
    if pattern.marks == "any":
        return lambda key: fits(fold(key))

    def exact(key: str) -> bool:
        key_letters, key_tone = split_tone(key)
        return fits(key_letters) and tone in ("", key_tone)

    return exact


def expression(pattern: str) -> str:
    """A wildcard as a regular expression of the letters of a key, whatever its tone."""
    return ".*".join(re.escape(split_tone(piece)[0]) for piece in pattern.split(STAR))


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


def one_letter_away(word: str, alphabet: Iterable[str]) -> Iterator[str]:
    """Every word made of one by leaving a letter out, replacing one, or putting one in; the word itself may be one.

    Args:
        alphabet: the letters that are put in.
    """
    for place in range(len(word) + 1):
        before, after = word[:place], word[place:]
        yield from (before + letter + after for letter in alphabet)
        if after:
            yield before + after[1:]
            yield from (before + letter + after[1:] for letter in alphabet)
