"""The keys of a text field, found by a wildcard or by one wrong letter, without a look at all of them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cached_property

from archive.text.spelling import TONE_SIGNS
from archive.text.syllables import fold, fold_all, split_tone
from index.language.patterns import expression, matcher, one_letter_away
from index.language.syntax import STAR
from index.query import Fuzzy, Wildcard

_SIGNS = frozenset(TONE_SIGNS.values())
_TONES = ("", *TONE_SIGNS.values())
_AFTER_ANY_LETTER = "\U0010ffff"


class Spellings:
    """The keys of one field, which do not change any more.

    What is needed of all of them together is made when a word first asks for it, and kept: of 300,000 keys a
    few tenths of a second. Then a fuzzy word is some thousand look-ups of spellings made from its letters, and a
    wildcard reads the keys that begin as it does.

    Args:
        frequencies: the keys, ascending, and their document frequencies.
    """

    def __init__(self, frequencies: Iterable[tuple[str, int]]) -> None:
        self._frequencies = dict(frequencies)

    def fitting(self, word: Wildcard | Fuzzy) -> dict[str, int]:
        """The keys that fit a word (`patterns.matcher`), and their document frequencies."""
        fits = matcher(word)
        found = self._near(word) if isinstance(word, Fuzzy) else self._alike(word)
        return {key: self._frequencies[key] for key in found if fits(key)}

    def _near(self, word: Fuzzy) -> set[str]:
        """All keys at most one letter away, and perhaps others."""
        if word.marks == "any":
            forms = {word.key, *one_letter_away(word.key, self._folded_alphabet)}
            return {key for form in forms for key in self._keys_of(form)}
        letters, tone = split_tone(word.key)
        made = {letters + sign for sign in _TONES}
        made.update(other + tone for other in one_letter_away(letters, self._alphabet))
        return made & self._frequencies.keys()

    def _alike(self, word: Wildcard) -> set[str]:
        """All keys of a pattern, and perhaps others."""
        beginning = split_tone(word.pattern.partition(STAR)[0])[0]
        ending = f"[{re.escape(''.join(_SIGNS))}]?"
        pattern = re.compile(f"^{expression(word.pattern)}{ending}$", re.MULTILINE)
        if word.marks == "any":
            forms = pattern.findall("\n".join(_beginning(self._forms, beginning)))
            return {key for form in forms for key in self._keys_of(form)}
        return set(pattern.findall("\n".join(_beginning(self._keys, beginning))))

    def _keys_of(self, form: str) -> Iterator[str]:
        """The keys that fold to a form."""
        if form in self._frequencies:
            yield form
        yield from self._folded.get(form, ())

    @cached_property
    def _keys(self) -> list[str]:
        return list(self._frequencies)

    @cached_property
    def _folded(self) -> dict[str, list[str]]:
        """The keys that differ from their folded form, by it."""
        folded: dict[str, list[str]] = {}
        marked = [key for key in self._frequencies if not key.isascii() or key[-1] in _SIGNS]
        for key, form in zip(marked, fold_all(marked), strict=True):
            folded.setdefault(form, []).append(key)
        return folded

    @cached_property
    def _forms(self) -> list[str]:
        """Every folded form, ascending; keys with marks, which are none, may be among them."""
        # The keys are ascending already, which Python's sort makes use of.
        return sorted([*self._frequencies, *(self._folded.keys() - self._frequencies.keys())])

    @cached_property
    def _alphabet(self) -> frozenset[str]:
        return frozenset("".join(self._frequencies)) - _SIGNS

    @cached_property
    def _folded_alphabet(self) -> frozenset[str]:
        return frozenset("".join(map(fold, self._alphabet)))


def _beginning(ascending: list[str], prefix: str) -> list[str]:
    first = bisect_left(ascending, prefix)
    return ascending[first : bisect_left(ascending, prefix + _AFTER_ANY_LETTER, lo=first)]
