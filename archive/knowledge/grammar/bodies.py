"""Bodies: what they can be called by, the fields they work in, how their names are spelt, and one as printed.

The tables: `data/bodies.csv`; `data/sectors.csv`, fields of administration;
`data/organisation_words.csv`, what a name goes on with in lower case; `data/abbreviations.csv`, what is
written out.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple
from unicodedata import normalize

from archive.knowledge.grammar.areas import CITY, PROVINCE, Area
from archive.knowledge.grammar.passages import Lexicon, Match, Passage, read_passage
from archive.knowledge.places.units import keys, read_table
from archive.text.spelling import TONE_SIGNS
from archive.text.syllables import key


class Body(NamedTuple):
    """A row of `data/bodies.csv`.

    Attributes:
        name: full name, without area.
        reach: `central`, `province`, `city`, `district`, or "" where only an area tells.
        takes: what follows it: the name of its `unit` (`Tỉnh ủy Vĩnh Phúc`) or `place` (`Huyện ủy Vĩnh
            Tường`), a `sector` (`Sở Y tế`), a proper name of its own (`named`; of a person: `namesake`), or "".
        sphere: `business` of companies, `office` of party and mass organisations, which are offices wherever
            they are (`Đảng ủy Công ty …`), or "".
    """

    name: str
    reach: str
    takes: str
    sphere: str = ""


class Organisation(NamedTuple):
    """A body as printed after a post.

    Attributes:
        end: the token after its last.
        opener: the body it begins with, and the one whose reach counts.
        name: full name without area.
        is_bare: whether only the opening word is printed (`Sở`, `Hội`): the article has named it before.
        within: province in which it lies, where that is no part of its name.
        begins_with: the name of the body word it begins with, where it is another than that of its opener.
    """

    end: int
    opener: Body
    name: str
    area: Area | None = None
    is_bare: bool = False
    within: str | None = None
    begins_with: str = ""

    @property
    def opener_word(self) -> str:
        """The word it begins with."""
        return self.begins_with or self.opener.name

    @property
    def place(self) -> str | None:
        """Its area below the province as it stands in full names: `huyện Vĩnh Tường`, after `Huyện ủy` the name."""
        area = self.area
        if area is None or area.place is None:
            return None
        if self.opener.takes in ("place", "unit"):
            return (
                f"{area.level.capitalize()} {area.place}"
                if area.level and area.place.isdigit()
                else area.place
            )
        return f"{area.level} {area.place}" if area.level else area.place

    def in_province(self, province: str) -> Organisation:
        """The same body, of which is said elsewhere in which province it lies."""
        area = self.area
        if area is not None and area.province is not None:
            return self
        if area is None or not (area.place or area.level in (PROVINCE, CITY)):
            return self._replace(within=province)
        return self._replace(area=area._replace(province=province, is_heard=area.place is None))


_AND = key("và")


def _tone_moves() -> dict[str, str]:
    """`oà` -> `òa` and its like, in lower case, title case and capitals."""
    moves: dict[str, str] = {}
    for first, last in ("oa", "oe", "uy"):
        for mark in TONE_SIGNS:
            new, old = first + normalize("NFC", last + mark), normalize("NFC", first + mark) + last
            moves |= {new: old, new.capitalize(): old.capitalize(), new.upper(): old.upper()}
    return moves


_TONE_MOVES = _tone_moves()
_NEW_TONE_PLACE = re.compile(rf"(?<![qQ])(?:{'|'.join(_TONE_MOVES)})(?!\w)")


@lru_cache(maxsize=1 << 14)
def display_spelling(text: str) -> str:
    """The tone mark where the archive writes it: `uỷ` -> `ủy`, `hoà` -> `hòa`."""
    return _NEW_TONE_PLACE.sub(lambda match: _TONE_MOVES[match[0]], text)


def _read_bodies() -> Lexicon[Body]:
    found: Lexicon[Body] = Lexicon()
    for row in read_table("bodies.csv"):
        body = Body(row["body"], row["reach"], row["takes"], row["sphere"])
        for form in (body.name, *filter(None, row["forms"].split("|"))):
            found.add(form, body)
    return found


def _read_sectors() -> dict[str, list[tuple[tuple[str, ...], str]]]:
    """Sectors by the first key of each form, longest first; connectors are not part of the keys."""
    found: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    for row in read_table("sectors.csv"):
        for form in (row["sector"], *filter(None, row["abbreviations"].split("|"))):
            form_keys = tuple(syllable for syllable in keys(form) if syllable != _AND)
            found.setdefault(form_keys[0], []).append((form_keys, row["sector"]))
    for rivals in found.values():
        rivals.sort(key=lambda rival: -len(rival[0]))
    return found


def _read_words() -> Lexicon[None]:
    found: Lexicon[None] = Lexicon()
    for row in read_table("organisation_words.csv"):
        found.add(row["word"], None)
    return found


def _read_abbreviations() -> Lexicon[str]:
    found: Lexicon[str] = Lexicon()
    for row in read_table("abbreviations.csv"):
        found.add(row["abbreviation"], row["expansion"])
    return found


_BODIES = _read_bodies()
BODY_BEGINNINGS = frozenset(_BODIES.beginnings)
"""The syllables that body words begin with, by their keys."""

_SECTORS = _read_sectors()
ORGANISATION_WORDS = _read_words()
"""Words in lower case that the name of a body can go on with."""

ABBREVIATIONS = _read_abbreviations()
"""Abbreviations that are written out in canonical forms."""


def body_at(passage: Passage, index: int) -> Match[Body] | None:
    """The body word that begins at a token."""
    return _BODIES.match(passage, index)


def body_named(name: str) -> Body:
    """The body word of this name in `data/bodies.csv`."""
    found = _BODIES.match(read_passage(name), 0)
    if found is None:
        raise KeyError(name)
    return found.value


def sector_at(passage: Passage, index: int) -> Match[str] | None:
    """The field of administration that begins at a token, however its parts are joined."""
    if index >= len(passage):
        return None
    for form, sector in _SECTORS.get(passage.keys[index], ()):
        end = _match_loosely(passage, index, form)
        if end:
            return Match(end, sector)
    return None


def _match_loosely(passage: Passage, index: int, form: tuple[str, ...]) -> int:
    place = index
    for count, wanted in enumerate(form):
        if count and place < len(passage) and passage.keys[place] == _AND:
            place += 1
        if place >= len(passage) or passage.keys[place] != wanted:
            return 0
        if place > index and not (passage.is_tight(place) or passage.gaps[place].strip() == ","):
            return 0
        place += 1
    return place
