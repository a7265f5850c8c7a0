"""Short names: a given name alone after a word of address, a rank or a post (`ông Lan`, `Bí thư Thăng`)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Literal, NamedTuple

from archive.knowledge.grammar.items import Item, address_before
from archive.knowledge.grammar.names import Name, Person, is_marked_female, is_marked_male
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.places.units import read_table
from archive.text.syllables import key, tokens

Gender = Literal["male", "female"]


class ShortName(NamedTuple):
    """A given name found, and the full name of who is meant."""

    person: Person
    full: Name


_MALE = frozenset(map(key, ("ông", "anh")))
_FEMALE = frozenset(map(key, ("bà", "chị", "cô")))
_FAMILIAR = frozenset(map(key, ("anh", "chị", "cô", "thầy", "cụ")))
"""Words that papers use for officials only where they always do: before the full name too."""

_LAST_OF_ADDRESS = frozenset(tokens(row["form"])[-1].key for row in read_table("honorifics.csv"))


def _gender(word: str) -> Gender | None:
    return "male" if word in _MALE else "female" if word in _FEMALE else None


class ShortNames:
    """The given names of the persons of an article, and whom each can mean.

    Args:
        read: the passages of the article with their items.
        full: each name and the full one it stands for.
    """

    def __init__(self, read: Iterable[tuple[Passage, Sequence[Item]]], full: Mapping[Name, Name]) -> None:
        self._full = full
        self._bearers: dict[str, dict[Name, None]] = {}
        self._addresses: dict[Name, set[str]] = {}
        for passage, found in read:
            for item in found:
                if isinstance(item, Person):
                    self._learn(passage, item)

    def _learn(self, passage: Passage, person: Person) -> None:
        name = self._full[passage.keys[person.start : person.end]]
        self._bearers.setdefault(name[-1], {})[name] = None
        known = self._addresses.setdefault(name, set())
        if person.start and passage.is_spaced(person.start):
            known.add(passage.keys[person.start - 1])

    def find(self, passage: Passage, found: Sequence[Item]) -> list[ShortName]:
        """The given names printed alone in a passage, in order."""
        if self._bearers.keys().isdisjoint(passage.keys):
            return []
        named = [index for index, syllable in enumerate(passage.keys) if syllable in self._bearers]
        covered = {place for item in found for place in range(item.start, item.end)}
        posts_end = {end for item in found if isinstance(item, PrintedPost) for end in (item.end, item.next)}
        short: list[ShortName] = []
        for index in named:
            if index not in covered and self._stands_alone(passage, index):
                full = self._meant(passage, index, follows_post=index in posts_end)
                if full is not None:
                    short.append(ShortName(Person(index, index + 1), full))
        return short

    @staticmethod
    def _stands_alone(passage: Passage, index: int) -> bool:
        """Whether a capitalised syllable is no part of a longer name."""
        if index == 0 or not passage.is_capitalised(index) or passage.gaps[index].strip() not in ("", "."):
            return False
        following = index + 1
        if following >= len(passage) or not passage.is_capitalised(following):
            return True
        return passage.gaps[following].strip() != ""

    def _meant(self, passage: Passage, index: int, *, follows_post: bool) -> Name | None:
        """The one person who can be called so here."""
        address = passage.keys[index - 1]
        if not (follows_post and passage.is_spaced(index)):
            if address not in _LAST_OF_ADDRESS:
                return None
            if address_before(passage.lead(index).lower().rstrip()) is None:
                return None
        meant = [
            name
            for name in self._bearers[passage.keys[index]]
            if len(name) > 1 and self._can_be_called(name, address)
        ]
        return meant[0] if len(meant) == 1 else None

    def _can_be_called(self, name: Name, address: str) -> bool:
        known = self._addresses[name]
        if address in _FAMILIAR and address not in known:
            return False
        called = _gender(address)
        gender = self._gender_of(name, known)
        return called is None or gender is None or called == gender

    @staticmethod
    def _gender_of(name: Name, known: set[str]) -> Gender | None:
        """The gender of a person by the words of address and the middle name, if they agree."""
        said = {_gender(word) for word in known} - {None}
        if len(said) == 1:
            return said.pop()
        return "female" if is_marked_female(name) else "male" if is_marked_male(name) else None
