"""Countries: whose posts are not those of officials of Vietnam (`Thủ tướng Nhật Bản`)."""

from __future__ import annotations

from archive.knowledge.grammar.passages import Lexicon, Passage
from archive.knowledge.places.units import read_table
from archive.text.syllables import is_syllable


def _read_countries() -> Lexicon[None]:
    found: Lexicon[None] = Lexicon()
    for row in read_table("countries.csv"):
        found.add(row["name"], None)
    return found


_COUNTRIES = _read_countries()

_NATIONAL = (
    *("Thủ tướng", "Phó Thủ tướng", "Bộ trưởng", "Thứ trưởng", "Tổng Bí thư", "Thống đốc", "Đại sứ"),
    *("Chủ tịch nước", "Phó Chủ tịch nước", "Chủ tịch Quốc hội", "Phó Chủ tịch Quốc hội", "Tổng lãnh sự"),
)
"""Heads after which the name of a country in one syllable is one (`Thủ tướng Nga`), not a person's."""


def country_end(passage: Passage, index: int, head: str) -> int:
    """The token after the country that begins at a token after a post or inside a body, or 0.

    Args:
        head: of the post; "" inside a body, where a name of one Vietnamese syllable is none.
    """
    found = _COUNTRIES.match(passage, index) if passage.is_capitalised(index) else None
    if found is None or not all(passage.is_capitalised(place) for place in (index, found.end - 1)):
        return 0
    word = passage.words[index]
    is_sure = found.end - index > 1 or (len(word) > 1 and word.isupper()) or not is_syllable(word)
    return found.end if is_sure or head.startswith(_NATIONAL) else 0
