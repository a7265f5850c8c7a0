"""Posts as people ask for them: in full or abbreviated, with or without marks and the name of the unit."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import post_at
from archive.knowledge.places.units import keys, read_table, units_named
from archive.text.syllables import fold, is_marked, key

_AND = key("và")
_TYPE_WORDS = frozenset(("tinh?", "thanh`", "phô'", "tinh", "thanh", "pho", "tp"))
_LONGEST_UNIT_NAME = 5


@dataclass(frozen=True, slots=True)
class PostQuery:
    """What is asked for.

    Attributes:
        words: keys of the post, folded where the question had no marks.
        province: the name of the unit that stood behind the post, as typed.
        is_marked: whether the question had marks.
    """

    words: tuple[str, ...]
    province: str | None
    is_marked: bool

    def match(self, canonical: str) -> Literal["equal", "within", "none"]:
        """How a post in canonical form answers: it is the one asked for, or its words hold those asked for."""
        held = _words(canonical, self.is_marked)
        if held == self.words:
            return "equal"
        size = len(self.words)
        is_within = any(held[start : start + size] == self.words for start in range(len(held) - size + 1))
        return "within" if size and is_within else "none"


def read_post(text: str) -> PostQuery:
    """Read a post as somebody asks for it (`CT UBND tỉnh`, `chu tich ubnd tinh tuyen quang`)."""
    text, province = _without_unit(_expanded(text))
    passage = read_passage(text)
    printed = post_at(passage, 0) if passage.words else None
    if printed is not None and printed.next == len(passage):
        text = printed.canonical
    return PostQuery(_words(text, is_marked(text)), province, is_marked(text))


def _expanded(text: str) -> str:
    """Abbreviations of the first words written out, as marked words if the text has marks."""
    words = text.split()
    for row in read_table("post_abbreviations.csv"):
        if words and words[0].casefold() == row["abbreviation"].casefold():
            expansion = row["expansion"]
            words[0] = expansion if is_marked(text) else " ".join(map(fold, keys(expansion)))
            break
    return " ".join(words)


def _without_unit(text: str) -> tuple[str, str | None]:
    """A post without the name of the unit behind it, and that name: `tỉnh` stays, `Tuyên Quang` goes."""
    words = text.split()
    for size in range(min(_LONGEST_UNIT_NAME, len(words) - 1), 0, -1):
        name = " ".join(words[-size:])
        first = keys(words[-size])
        if first and not (len(first) == 1 and first[0] in _TYPE_WORDS) and units_named(name):
            return " ".join(words[:-size]), name
    return text, None


def _words(text: str, marked: bool) -> tuple[str, ...]:
    found = tuple(word for word in keys(text) if word not in (_AND, fold(_AND)))
    return found if marked else tuple(map(fold, found))
