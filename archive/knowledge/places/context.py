"""The words around a name in a text: type words, bodies, family names, what kind of thing they make of it.

Roles of `data/place_words.csv`, read leftwards from the name:

- `province`, `city`, `district`: type words; `commune`: the name is a commune's or a village's;
- `committee`: a party committee of a city or district (`Thành ủy`), a type word and a body in one;
- `organisation`: a public body (`Sở Y tế Hà Nội`); `company`: a company, school, hospital, team or paper;
- `street`: named after the place or after an event there; `nature`: a river, bridge, port, market;
- `origin`: where somebody comes from; `honorific`: the name is a person's;
- `many` before a type word makes a list of it (`các tỉnh`); `stop`: no body's name reaches over this word.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from functools import cache
from typing import NamedTuple

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.units import keys, read_table
from archive.text.syllables import is_syllable, key

REACH = 8
"""Syllables the name of a body may have between its first word and the place."""

ORIGIN_REACH = 14
"""Syllables between `quê` and the last part of an address."""

_GAP = re.compile(r"[ \t]*[./&–-]?[ \t]*")
_BLANK = re.compile(r"[ \t]+")
_APOSTROPHES = frozenset("'’‘`")
"""After one, a syllable of a Highland name is small: `Cư M'gar`."""

_SENTENCE_END = re.compile(r"[.;:)!?\n]")
_ABBREVIATED = frozenset({"tp", "tx", "tt", "t", "p", "h", "q"})
"""A full stop after these ends no sentence."""

_LONGEST_NAME = 4
_BODIES = {"organisation": "organisation", "committee": "organisation", "company": "company"}
_NO_PERSONS = frozenset({"company", "street", "nature", "commune", "province", "city", "district"})
_FORMER = frozenset(map(key, ("nguyên", "cựu")))
_OFFICES = frozenset(map(key, ("phó", "chủ", "bí", "giám", "trưởng", "ủy", "đại", "viện", "chánh", "cán")))
"""First syllables of offices; `nguyên` before other words is no sign of a former one (`nguyên liệu`)."""

_HOMELAND = key("hương")
"""`quê hương Thái Bình` speaks of the place, `quê Thái Bình` of somebody's origin."""


class Word(NamedTuple):
    """A row of `data/place_words.csv`: its syllables, its role, and whether it needs a capital."""

    keys: tuple[str, ...]
    role: str
    capital: bool


class Context:
    """What stands next to the tokens of a text."""

    def __init__(self, passage: Passage) -> None:
        self._passage = passage
        self._keys = passage.keys
        self._gaps = passage.gaps

    def gap(self, left: int) -> str:
        """The characters between token `left` and the next."""
        return self._gaps[left + 1]

    def is_capital(self, first: int, last: int) -> bool:
        """Whether each of tokens `[first, last)` begins with a capital (none need in `quận 1`)."""
        if self._keys[last - 1].isdigit():
            return True
        capitals = self._passage.capitals
        return all(capitals[place] or self._gaps[place][-1:] in _APOSTROPHES for place in range(first, last))

    def is_adjacent(self, left: int) -> bool:
        """Whether tokens `left` and `left + 1` stand in one clause, no comma or full stop between."""
        gap = self._gaps[left + 1]
        if gap == " ":
            return True
        if "." in gap and gap != "." and self._keys[left] not in _ABBREVIATED:
            return False
        return _GAP.fullmatch(gap) is not None

    def word_before(self, place: int) -> tuple[str, int] | None:
        """Role and first token of the word that stands directly before token `place`."""
        return self._word_ending(place - 1) if place and self.is_adjacent(place - 1) else None

    def body_before(self, place: int) -> str:
        """Whether the clause before token `place` ends in an `organisation` or a `company`: the nearer."""
        if _body_ends().isdisjoint(self._reach(place, REACH)):
            return ""
        for left in range(place - 1, max(place - 1 - REACH, -1), -1):
            if not self.is_adjacent(left):
                break
            role = (self._word_ending(left) or ("", 0))[0]
            if role in _BODIES:
                return _BODIES[role]
            if role == "stop":
                break
        return ""

    def is_listed(self, place: int) -> bool:
        """Whether the type word at token `place` begins a list (`các tỉnh`, `5 tỉnh`)."""
        if not place or self.gap(place - 1).strip(" ,"):
            return False
        if self._keys[place - 1].isdigit():
            return _BLANK.fullmatch(self.gap(place - 1)) is not None and not self._is_date(place - 1)
        role = (self._word_ending(place - 1) or ("", 0))[0]
        return role in ("many", "province")

    def is_origin(self, place: int) -> bool:
        """Whether token `place` is part of the address of somebody's home (`quê ở xã A, huyện B, tỉnh C`)."""
        if _origin_ends().isdisjoint(self._reach(place, ORIGIN_REACH)):
            return False
        for left in range(place - 1, max(place - 1 - ORIGIN_REACH, -1), -1):
            gap = self.gap(left)
            if _SENTENCE_END.search(gap) and self._keys[left] not in _ABBREVIATED:
                return False
            if (self._word_ending(left) or ("", 0))[0] == "origin":
                return self._keys[left + 1] != _HOMELAND
        return False

    def is_of_former_office(self, place: int) -> bool:
        """Whether the clause before token `place` gives somebody's former office (`nguyên Chủ tịch UBND tỉnh`)."""
        if _FORMER.isdisjoint(self._reach(place, REACH)):
            return False
        for left in range(place - 1, max(place - 1 - REACH, -1), -1):
            if not self.is_adjacent(left):
                return False
            if self._keys[left] in _FORMER and self._keys[left + 1] in _OFFICES:
                return not (left and self._is_name_part(left - 1))
        return False

    def is_person(self, place: int) -> bool:
        """Whether a family name stands before the name at token `place` (`Nguyễn Thái Bình`)."""
        return place > 0 and self._is_name_part(place - 1) and self._ends_a_person(place - 1)

    def is_of_person(self, place: int) -> bool:
        """Whether token `place` says in brackets whence a person is: `đại biểu Nguyễn Văn A (Hà Nội)`."""
        return place > 1 and self.gap(place - 1).strip() == "(" and self._ends_a_person(place - 1, 2)

    def _reach(self, place: int, most: int) -> Sequence[str]:
        """The keys of the last tokens before `place`: mostly none of them is of a word that is looked for."""
        return self._keys[max(place - most, 0) : place]

    def _ends_a_person(self, last: int, least: int = 1) -> bool:
        """Whether token `last` ends a capitalised run of `least` syllables or more with a family name."""
        first = last
        while first and last - first < _LONGEST_NAME - 1 and self._is_name_part(first - 1):
            first -= 1
        if last + 1 - first < least or self._passage.surface(first, last + 1).isupper():
            return False
        role = (self.word_before(first) or ("", 0))[0]
        run = self._keys[first : last + 1]
        return role not in _NO_PERSONS and not _family_names().isdisjoint(run)

    def _is_date(self, place: int) -> bool:
        return place > 0 and self.gap(place - 1) in ("/", "-", ".") or len(self._keys[place]) > 2

    def is_brand(self, first: int, last: int) -> bool:
        """Whether the name of tokens `[first, last)` is part of a brand (`Thái Bình Seed`)."""
        beside = []
        if first and _BLANK.fullmatch(self.gap(first - 1)):
            beside.append(first - 1)
        if last < len(self._keys) and _BLANK.fullmatch(self.gap(last - 1)):
            beside.append(last)
        return any(self._is_foreign(place) for place in beside)

    def _is_foreign(self, place: int) -> bool:
        word = self._passage.words[place]
        return len(word) > 2 and word[0].isupper() and not word.isupper() and not is_syllable(word)

    def _is_name_part(self, place: int) -> bool:
        return (
            _BLANK.fullmatch(self.gap(place)) is not None
            and self._passage.capitals[place]
            and self._word_ending(place) is None
        )

    def _word_ending(self, place: int) -> tuple[str, int] | None:
        """Role and first token of the longest word of the table that ends with token `place`."""
        for word in _words_ending().get(self._keys[place], ()):
            first = place - len(word.keys) + 1
            if first < 0 or self._keys[first : place + 1] != word.keys:
                continue
            if word.capital and not self._passage.capitals[first]:
                continue
            if all(self.is_adjacent(one) for one in range(first, place)):
                return word.role, first
        return None


@cache
def _words_ending() -> Mapping[str, tuple[Word, ...]]:
    """By a word's last key: the words that end so, the longest first."""
    rows = ((keys(row["words"]), row) for row in read_table("place_words.csv"))
    words = {syllables: Word(syllables, row["role"], bool(row["capital"])) for syllables, row in rows}
    ending: dict[str, tuple[Word, ...]] = {}
    for word in sorted(words.values(), key=lambda word: -len(word.keys)):
        ending[word.keys[-1]] = (*ending.get(word.keys[-1], ()), word)
    return ending


def _ends_of(roles: Collection[str]) -> frozenset[str]:
    """The last keys of the words with these roles."""
    return frozenset(
        last for last, words in _words_ending().items() if any(word.role in roles for word in words)
    )


@cache
def _body_ends() -> frozenset[str]:
    return _ends_of(_BODIES)


@cache
def _origin_ends() -> frozenset[str]:
    return _ends_of(("origin",))


@cache
def _family_names() -> frozenset[str]:
    rows = read_table("family_names.csv")
    return frozenset(key(row["name"]) for row in rows if row["frequency"] == "common")
