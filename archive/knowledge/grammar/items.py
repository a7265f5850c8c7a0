"""Items: the posts and the names of a passage, in the order of print."""

from __future__ import annotations

import re
from functools import lru_cache

from archive.knowledge.grammar.areas import is_district
from archive.knowledge.grammar.heads import HEAD_BEGINNINGS
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


_HONORIFICS = tuple(sorted((row["form"] for row in read_table("honorifics.csv")), key=len, reverse=True))
_ENDINGS = frozenset(form[-2:] for form in _HONORIFICS)
_ADDRESSED = re.compile(rf"(?:\b(?:{'|'.join(map(re.escape, _HONORIFICS))})\b[\s.]*(?:[,-]\s*(?=\w))?)+$")


def address_before(lead: str) -> int | None:
    """Where the honorifics, degrees and ranks begin that end what stands before a name or post; None without any.

    Args:
        lead: what stands before it, in lower case.
    """
    # The pattern tries all its words at each character: only where one of them is the last.
    last = lead.rstrip(" .\t\n")
    if last[-2:] not in _ENDINGS or not last.endswith(_HONORIFICS):
        return None
    addressed = _ADDRESSED.search(lead)
    return addressed.start() if addressed is not None else None


@lru_cache(maxsize=1)
def read_items(article: Article) -> tuple[tuple[Passage, tuple[Item, ...]], ...]:
    """The passages of an article with their items; kept for the last one, whose officials and statements are
    read one after the other."""
    return tuple((passage, tuple(items(passage))) for passage in passages(article))


def items(passage: Passage) -> list[Item]:
    """The posts and names of a passage, in order; no token is in two."""
    found: list[Item] = []
    after = free = 0
    for index in _beginnings(passage):
        if index < after:
            continue
        post = post_at(passage, index) if passage.keys[index] in HEAD_BEGINNINGS else None
        if post is not None:
            found.append(post)
            after = free = post.next
            continue
        person = None
        if passage.capitals[index]:
            person = person_at(passage, index) or _addressed_at(passage, index)
        if person is not None and not _is_place(passage, person, after_post=index == free):
            found.append(_cut_at_post(passage, person))
            after = found[-1].end
    return [item for item in found if item.end - (item.start if isinstance(item, Person) else 0) > 1]


def _beginnings(passage: Passage) -> list[int]:
    """The tokens that an item can begin with: a capital, or the first syllable of a head."""
    tokens = enumerate(zip(passage.capitals, passage.keys, strict=True))
    return [index for index, (is_capital, key) in tokens if is_capital or key in HEAD_BEGINNINGS]


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
    return address_before(passage.lead(person.start).lower().rstrip()) is None


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
    return passage.words[before].istitle() and address_before(passage.lead(index).lower().rstrip()) is None


def _cut_at_post(passage: Passage, person: Person) -> Person:
    """A name ends where a capitalised post begins (`Hà Kế San Phó Chủ tịch`)."""
    for index in range(person.start + 2, person.end):
        if post_at(passage, index) is not None:
            return Person(person.start, index)
    return person
