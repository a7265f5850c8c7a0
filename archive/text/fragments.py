"""Machine damage in single words: letters of a legacy font, and words glued together.

Damage is mended, the author's words are not: only a word that cannot be a Vietnamese syllable is looked at,
and it is changed only into what is one, on evidence. A typing mistake (`đổng chí`, `nguời`) stays.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from archive.text.gluing import FUNCTION_WORDS, LOAN_WORDS
from archive.text.legacy.tcvn3 import TCVN3, TCVN3_U_HORN, decode_tcvn3
from archive.text.syllables import is_marked, is_syllable

IsWord = Callable[[str], bool]

_SYMBOLS = "".join(chr(code) for code in TCVN3 if not chr(code).isalpha() and chr(code) != TCVN3_U_HORN)
_FOREIGN_LETTERS = "ÆÇËÎÏÑÖØÜÞßäåæçëîïñöøûüþ"
"""Letters of TCVN3 codes that Vietnamese does not have, but names in other languages do."""

_WORD = re.compile(rf"(?:[^\W\d_]++|[{re.escape(_SYMBOLS)}]++)++")
_SYMBOL_IN_WORD = re.compile(rf"[{re.escape(_SYMBOLS)}µª]")
_LATIN_LETTER = re.compile("[A-Za-z]")
_CAPITAL_IN_WORD = re.compile("[a-z][ÈÉÊÌÐĐÒÓÔÕÝ]")
_FOREIGN_IN_LOWER_CASE = re.compile(
    rf"[a-z{_FOREIGN_LETTERS}].*[{_FOREIGN_LETTERS}]|[{_FOREIGN_LETTERS}][a-z]"
)
_O_HORN_CODE = re.compile("[¬êëìíî]")
"""ơ, ờ, ở, ỡ, ớ, ợ in TCVN3: what follows a lost ư in the rimes in ươ."""

_SHORTEST_ALONE = 3
"""`µm` and `m¸` are letters of TCVN3 only beside other damaged words."""

_LONGEST_DAMAGED = 14
"""Two syllables of `nghiêng`'s seven letters: nothing longer can be mended, and hostile words are not pondered."""

_WORDS_OF_ONE_LETTER = ("ở", "ý")

_E_ACUTE_CODE = re.compile("(?<=[a-z])Đ")
"""TCVN3's é is U+00D0, which normalising has made a Đ."""


@dataclass(frozen=True, slots=True)
class Fix:
    """A repaired word: what it was, what it is now, and where that stands in the repaired text.

    Attributes:
        kind: `tcvn3`, `tcvn3_lost_soft_hyphen` or `glued`.
        certain: False where the repair is inferred from the words around.
    """

    before: str
    after: str
    kind: str
    certain: bool
    start: int
    end: int


def repair_fragments(text: str, is_word: IsWord) -> tuple[str, list[Fix]]:
    """Mend words damaged by machines.

    - `tcvn3`: `lµnh m¹nh` -> `lành mạnh`. Signs or letters foreign to Vietnamese make a syllable when read
      by the TCVN3 table.
    - `tcvn3_lost_soft_hyphen`: `thíc đo` -> `thước đo`. The ư of TCVN3 was dropped as a soft hyphen; putting
      it back makes one syllable, and a dictionary word with a neighbour. Inferred.
    - `glued`: `hiệuquả` -> `hiệu quả`. One cut makes two syllables which are one dictionary word, or of which
      one makes a dictionary word with its neighbour (`phối hợptriển khai`), or the second begins with a
      capital (`ôngLê`), or (inferred) both are words and one is a function word (`đểbiết`).

    Args:
        text: normalised text.
        is_word: tells dictionary words, of one or several syllables.

    Returns:
        The repaired text and the repairs in order.
    """
    if all(map(_are_sound, text.split())):
        return text, []
    matches = list(_WORD.finditer(text))
    damaged = [number for number, match in enumerate(matches) if not _is_sound(match[0])]
    line = _Line(text, matches, damaged)
    repairs: dict[int, _Repair] = {}
    for mend in (_mend_tcvn3, _mend_lost_soft_hyphen, _mend_glued):
        for number in damaged:
            if number not in repairs and (repair := mend(line, number, is_word)):
                repairs[number] = repair
                line.words[number] = repair.after
    return _apply(text, matches, repairs)


@lru_cache(maxsize=1 << 16)
def _are_sound(chunk: str) -> bool:
    """Whether no word between two blanks needs a look: nearly all paragraphs are told so in a tenth of the time."""
    return all(map(_is_sound, _WORD.findall(chunk)))


@lru_cache(maxsize=1 << 17)
def _is_sound(word: str) -> bool:
    """Whether a word needs no look.

    It is plain ASCII, too long, a Vietnamese syllable without a capital inside, or what nothing would mend wherever
    it stands (`HĐND`): most paragraphs of provincial papers have one of these.
    """
    if word.isascii() or len(word) > _LONGEST_DAMAGED:
        return True
    is_plain = is_syllable(word) and (word.istitle() or word.islower() or word.isupper())
    return is_plain or not _can_be_mended(word)


def _can_be_mended(word: str) -> bool:
    """Whether a word has what one of the three repairs asks for, whatever its neighbours are."""
    return _looks_like_tcvn3(word) or _O_HORN_CODE.search(word) is not None or any(_cuts(word))


@dataclass(frozen=True, slots=True)
class _Repair:
    after: str
    kind: str
    certain: bool


class _Line:
    """The words of a text, as mended so far.

    Attributes:
        legacy: numbers of the words that look like TCVN3 as printed.
    """

    def __init__(self, text: str, matches: list[re.Match[str]], damaged: list[int]) -> None:
        self.words = [match[0] for match in matches]
        self.legacy = {number for number in damaged if _looks_like_tcvn3(self.words[number])}
        self._adjacent = [
            text[before.end() : after.start()].strip(" \t") == ""
            for before, after in zip(matches, matches[1:], strict=False)
        ]

    def neighbours(self, number: int) -> tuple[str | None, str | None]:
        """The syllables left and right of a word, where only blanks stand between."""
        left = self.words[number - 1].split()[-1] if number and self._adjacent[number - 1] else None
        is_followed = number < len(self._adjacent) and self._adjacent[number]
        return left, self.words[number + 1].split()[0] if is_followed else None


def _mend_tcvn3(line: _Line, number: int, is_word: IsWord) -> _Repair | None:
    word = line.words[number]
    if number not in line.legacy:
        return None
    if len(word) < _SHORTEST_ALONE and line.legacy.isdisjoint((number - 1, number + 1)):
        return None
    after = decode_tcvn3(_E_ACUTE_CODE.sub("Ð", word))
    return _Repair(after, "tcvn3", certain=True) if is_syllable(after) else None


def _looks_like_tcvn3(word: str) -> bool:
    """Signs beside letters, capitals after small letters, or foreign letters where no name stands."""
    return bool(
        (_SYMBOL_IN_WORD.search(word) and _LATIN_LETTER.search(word))
        or _CAPITAL_IN_WORD.search(word)
        or (word[0].islower() and _FOREIGN_IN_LOWER_CASE.search(word))
    )


def _mend_lost_soft_hyphen(line: _Line, number: int, is_word: IsWord) -> _Repair | None:
    word = line.words[number]
    if not _O_HORN_CODE.search(word):
        return None
    readings = {decode_tcvn3(word[:place] + TCVN3_U_HORN + word[place:]) for place in range(len(word))}
    valid = [reading for reading in readings if is_syllable(reading)]
    if len(valid) != 1:
        return None
    left, right = line.neighbours(number)
    if not (_joins(left, valid[0], is_word) or _joins(valid[0], right, is_word)):
        return None
    return _Repair(valid[0], "tcvn3_lost_soft_hyphen", certain=False)


def _mend_glued(line: _Line, number: int, is_word: IsWord) -> _Repair | None:
    word = line.words[number]
    if not is_marked(word) or word.lower() in LOAN_WORDS or is_word(word):
        return None
    left, right = line.neighbours(number)
    cuts = list(_cuts(word))
    together = [cut for cut in cuts if is_word(" ".join(cut))]
    beside = [cut for cut in cuts if _joins(left, cut[0], is_word) or _joins(cut[1], right, is_word)]
    at_capital = [cut for cut in cuts if cut[1][0].isupper()]
    inferred = [cut for cut in cuts if not FUNCTION_WORDS.isdisjoint(cut) and all(map(is_word, cut))]
    best = together or beside or at_capital or inferred
    return _Repair(" ".join(best[0]), "glued", certain=best is not inferred) if len(best) == 1 else None


def _cuts(word: str) -> Iterator[tuple[str, str]]:
    """Every way to cut a word into two syllables, all small letters but for the first of the second."""
    for place in range(1, len(word)):
        first, second = word[:place], word[place:]
        small = first + second[0].lower() + second[1:]
        if small.islower() and _is_word_shaped(first) and _is_word_shaped(second):
            yield first, second


def _is_word_shaped(part: str) -> bool:
    return is_syllable(part) and (len(part) > 1 or part.lower() in _WORDS_OF_ONE_LETTER)


def _joins(first: str | None, second: str | None, is_word: IsWord) -> bool:
    """Whether two neighbours are one dictionary word."""
    return first is not None and second is not None and is_word(f"{first} {second}")


def _apply(text: str, matches: list[re.Match[str]], repairs: dict[int, _Repair]) -> tuple[str, list[Fix]]:
    """Put the repairs, keyed by the number of their word, into the text."""
    pieces: list[str] = []
    fixes: list[Fix] = []
    done, length = 0, 0
    for number, repair in sorted(repairs.items()):
        match = matches[number]
        pieces += (text[done : match.start()], repair.after)
        length += match.start() - done
        start, length = length, length + len(repair.after)
        fixes.append(Fix(match[0], repair.after, repair.kind, repair.certain, start, length))
        done = match.end()
    return "".join((*pieces, text[done:])), fixes
