"""Items: the posts and the names of a passage, in the order of print."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.knowledge.grammar.areas import is_district
from archive.knowledge.grammar.heads import may_be_head
from archive.knowledge.grammar.names import Person, capitals, is_named_after, person_at, province_at
from archive.knowledge.grammar.passages import Passage, passages
from archive.knowledge.grammar.posts import PrintedPost, post_at
from archive.knowledge.places.units import read_table
from archive.models import Article
from archive.text.syllables import key

Item = Person | PrintedPost

_SINGULAR_ADDRESS = frozenset(
    map(key, ("ông", "bà", "chí", "ngài", "tá", "tướng", "úy", "sĩ", "sỹ", "ts", "ths"))
)
_PRIME = (key("thủ"), key("bộ"))
"""Before `tướng` and `tá` these make another word (`Thủ tướng`)."""

_WHOLE_COUNTRY = (key("Việt"), key("Nam"))
_LONGEST_ADDRESSED = 5


def _honorifics(*kinds: str) -> str:
    forms = [row["form"] for row in read_table("honorifics.csv") if not kinds or row["kind"] in kinds]
    return "|".join(re.escape(form) for form in sorted(forms, key=len, reverse=True))


ADDRESSED = re.compile(rf"(?:\b(?:{_honorifics()})\b[\s.]*(?:[,-]\s*(?=\w))?)+$")
"""Honorifics, degrees and ranks at the end of what stands before a name or post (lower case)."""


@lru_cache(maxsize=1)
def read_items(article: Article) -> tuple[tuple[Passage, tuple[Item, ...]], ...]:
    """The passages of an article with their items; kept for the last one, whose officials and statements are
    read one after the other."""
    return tuple((passage, tuple(items(passage))) for passage in passages(article))


def items(passage: Passage) -> list[Item]:
    """The posts and names of a passage, in order; no token is in two."""
    found: list[Item] = []
    index, free = 0, 0
    length = len(passage)
    while index < length:
        post = post_at(passage, index) if may_be_head(passage.keys[index]) else None
        if post is not None:
            found.append(post)
            index = free = post.next
            continue
        person = None
        if passage.capitals[index]:
            person = person_at(passage, index) or _addressed_at(passage, index)
        if person is not None and not _is_place(passage, person, after_post=index == free):
            found.append(_cut_at_post(passage, person))
            index = found[-1].end
            continue
        index += 1
    return [item for item in found if item.end - (item.start if isinstance(item, Person) else 0) > 1]


def _addressed_at(passage: Passage, index: int) -> Person | None:
    """A name of any kind after `ông`, `bà`, `đồng chí`: rare families, foreigners."""
    if index == 0 or passage.keys[index - 1] not in _SINGULAR_ADDRESS or not passage.is_spaced(index):
        return None
    if index > 1 and passage.keys[index - 2] in _PRIME:
        return None
    if not passage.is_capitalised(index):
        return None
    end = capitals(passage, index, _LONGEST_ADDRESSED)
    return Person(index, end) if end - index > 1 and province_at(passage, index) is None else None


def _is_place(passage: Passage, person: Person, after_post: bool) -> bool:
    """Whether what looks like a name is that of a street, a school, or a district without an honorific."""
    if not after_post and (is_named_after(passage, person.start) or _is_inside_a_name(passage, person.start)):
        return True
    if not is_district(passage, *person):
        return False
    return ADDRESSED.search(passage.lead(person.start).lower().rstrip()) is None


def _is_inside_a_name(passage: Passage, index: int) -> bool:
    """Whether a capital stands right before that is no honorific and begins no sentence (`Tân | Sơn Nhất`)."""
    before = index - 1
    if before <= 0 or not passage.is_spaced(index) or not passage.is_spaced(before):
        return False
    if passage.keys[before - 1 : index] == _WHOLE_COUNTRY:
        return False
    if any(
        (place := province_at(passage, first)) and place.end == index
        for first in range(max(0, index - 4), index)
    ):
        return False
    lead = passage.lead(index).lower().rstrip()
    return passage.words[before].istitle() and ADDRESSED.search(lead) is None


def _cut_at_post(passage: Passage, person: Person) -> Person:
    """A name ends where a capitalised post begins (`Hà Kế San Phó Chủ tịch`)."""
    for index in range(person.start + 2, person.end):
        if post_at(passage, index) is not None:
            return Person(person.start, index)
    return person
