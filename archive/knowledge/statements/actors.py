"""Actors: the phrases of a sentence that can be its speaker.

A name with its posts, a post alone, an honorific with a given name (`bà Hà`), a bare one (`Đồng chí`), a
body, or words for somebody who is not named (`một lãnh đạo Sở`).
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Sequence
from typing import Literal, NamedTuple

from archive.knowledge.grammar.bodies import BODY_BEGINNINGS, body_at
from archive.knowledge.grammar.items import Item, address_before
from archive.knowledge.grammar.names import Person, is_named_after, province_at
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost, is_head
from archive.knowledge.places.units import read_table
from archive.knowledge.statements.name_spans import (
    bare_name_end,
    begins_clause,
    given_name_end,
    is_code,
    this_one_end,
)
from archive.knowledge.statements.speaker_words import TITLES, WORDS, SpeakerWord, first_keys
from archive.knowledge.statements.vocabulary import phrases_for, words_for
from archive.text.syllables import is_syllable, key, keys

Form = Literal["name", "post", "given", "pronoun", "organisation", "anonymous"]


class Actor(NamedTuple):
    """A phrase that can be a speaker: tokens `[start, end)`, honorifics included.

    Attributes:
        persons: the names in it, as tokens.
        posts: the posts in it.
        has_tail: whether words after it up to the verb belong to it.
    """

    start: int
    end: int
    form: Form
    persons: tuple[Person, ...] = ()
    posts: tuple[PrintedPost, ...] = ()
    has_tail: bool = False


_LOWER_BODIES = frozenset(map(key, ("sở", "bộ", "cục", "chi")))
"""Bodies that some papers write without a capital (`sở GTVT`)."""

_BEFORE_SPEAKER = words_for("before speaker")
_AREA_KINDS = frozenset(map(key, ("tỉnh", "huyện", "xã", "phường", "quận", "thành", "tp", "thị")))
_AND = frozenset(map(key, ("và", "cùng")))
_OCCUPATIONS = phrases_for("occupation")
_NOT_BEFORE_NAME = words_for("not before name")
_LONGEST_OCCUPATION = 4
"""Words between what somebody is and the name (`bác sĩ | chuyên khoa II | A`)."""

_ADDRESS = frozenset(map(key, ("ông", "bà")))
_NO_BODIES = frozenset(tuple(keys(words)) for words in phrases_for("no body"))
_CHAIN = re.compile(r"(?:,|-|–|\(|\))? ?(?:kiêm|đồng thời là|hiện là|nay là|nguyên là|là)?")
_LONGEST_LINK = 40
_INSIDE_NAME = (".", ") ")
"""Before a province they make it the end of a name (`TP.HCM`, `Sở Y tế (SYT) Hà Nội`)."""


def actors(passage: Passage, found: Sequence[Item], start: int, end: int) -> list[Actor]:
    """The actors that begin among tokens `[start, end)`, in order.

    Args:
        found: the posts and names of the whole passage.
    """
    inside = [item for item in found if start <= item.start < end]
    named: list[Actor] = []
    place = 0
    while place < len(inside):
        actor, place = _titled(passage, inside, place, start)
        named.append(actor)
    others: list[Actor] = []
    free = start
    beginnings = deque(_beginnings(passage, start, end))
    for actor in [*named, Actor(end, end, "name")]:
        while beginnings and beginnings[0] < actor.start:
            index = beginnings.popleft()
            other = _other_at(passage, index, actor.start) if index >= free else None
            if other is not None:
                others.append(other)
                free = other.end
        free = max(free, actor.end)
    return _with_occupations(passage, sorted([*named, *others]))


def _with_occupations(passage: Passage, found: list[Actor]) -> list[Actor]:
    """The actors, words for what somebody is taken together with the name after them (`bác sĩ chuyên khoa A`)."""
    joined: list[Actor] = []
    for actor in found:
        before = joined[-1] if joined else None
        if before is not None and actor.form == "name" and _is_occupation(passage, before, actor):
            joined[-1] = actor._replace(start=before.start)
        else:
            joined.append(actor)
    return joined


def _is_occupation(passage: Passage, before: Actor, actor: Actor) -> bool:
    between = range(before.end, actor.start)
    return (
        before.form == "anonymous"
        and actor.start == actor.persons[0].start
        and passage.surface(before.start, before.end).lower() in _OCCUPATIONS
        and len(between) <= _LONGEST_OCCUPATION
        and all(passage.is_spaced(index) for index in range(before.end, actor.start + 1))
        and not any(passage.keys[index] in _NOT_BEFORE_NAME for index in between)
    )


def _end(item: Item) -> int:
    return item.next if isinstance(item, PrintedPost) else item.end


def _titled(passage: Passage, inside: Sequence[Item], place: int, floor: int) -> tuple[Actor, int]:
    """The actor of a chain of posts and names that begins at an item, and the item after it."""
    first = place
    persons: list[Person] = []
    posts: list[PrintedPost] = []
    while place < len(inside):
        item = inside[place]
        if place > first and not _goes_on(passage, inside, place, bool(persons)):
            break
        if place == first + 1 and _is_hearer(passage, inside[first], item):
            break
        if isinstance(item, PrintedPost):
            posts.append(item)
        else:
            persons.append(item)
        place += 1
    begin, last = inside[first].start, _end(inside[place - 1])
    begin = max(floor, _with_title(passage, begin))
    if not persons and passage.is_spaced(last):
        end = given_name_end(passage, last)
        if end > last:
            return Actor(begin, end, "given", (Person(last, end),), tuple(posts)), place
    has_tail = isinstance(inside[place - 1], PrintedPost)
    return Actor(begin, last, "name" if persons else "post", tuple(persons), tuple(posts), has_tail), place


def _is_hearer(passage: Passage, before: Item, item: Item) -> bool:
    """Whether a post is whom a person behind a comma speaks to (`Báo cáo với Thủ tướng, ông A cho biết`)."""
    if not isinstance(before, PrintedPost) or isinstance(item, PrintedPost) or before.start == 0:
        return False
    return passage.keys[before.start - 1] == _WITH and "," in passage.between(_end(before), item.start)


_WITH = key("với")


def _goes_on(passage: Passage, inside: Sequence[Item], place: int, has_person: bool) -> bool:
    """Whether an item belongs to the actor of the one before it."""
    before, item = inside[place - 1], inside[place]
    text = passage.between(_end(before), item.start).lower()
    if len(text) > _LONGEST_LINK:
        return False
    link = text[: address_before(text)].strip()
    if isinstance(item, PrintedPost):
        return _CHAIN.fullmatch(link) is not None or (
            isinstance(before, PrintedPost) and link == "và" and not has_person
        )
    if has_person:
        return link in ("và",) and isinstance(before, Person)
    return link in ("", "-", "–", ",", ":")


def _with_title(passage: Passage, index: int) -> int:
    """The token at which the honorifics before a name or post begin."""
    lead = passage.lead(index)
    addressed = address_before(lead.lower().rstrip())
    if addressed is None:
        return index
    begins = passage.starts[index] - len(lead) + addressed
    while index > 0 and passage.starts[index - 1] >= begins:
        index -= 1
    return index


def _may_stand(passage: Passage, index: int, word: SpeakerWord) -> bool:
    """Whether a speaker word can be one where it stands: not in the middle of other words (`công tác cán bộ`)."""
    if word.kind == "pronoun" or begins_clause(passage, index):
        return True
    before = passage.words[index - 1]
    is_free = passage.keys[index - 1] in _BEFORE_SPEAKER or before[0].isdigit() or before[0].isupper()
    return not word.only_first and (is_free or passage.is_capitalised(index))


_WORD_KEYS = (
    first_keys(
        (row["form"] for row in read_table("honorifics.csv")),
        (row["title"] for row in read_table("speaker_titles.csv")),
        (row["words"] for row in read_table("speaker_words.csv")),
    )
    | _AREA_KINDS
)
_TITLE_BEGINNINGS, _SPEAKER_BEGINNINGS = frozenset(TITLES.beginnings), frozenset(WORDS.beginnings)
_ONE_KEYS = first_keys(phrases_for("one"))


def _beginnings(passage: Passage, start: int, end: int) -> list[int]:
    """The tokens of `[start, end)` at which an actor can begin: a quick way past nearly all of them."""
    keys, words, capitals = passage.keys, passage.words, passage.capitals
    return [
        index
        for index in range(start, end)
        if (capitals[index] or keys[index] in _ANY_KEYS or words[index].isupper())
        and _may_begin(passage, index)
    ]


_ANY_KEYS = _WORD_KEYS | _LOWER_BODIES | _ONE_KEYS | BODY_BEGINNINGS


def _may_begin(passage: Passage, index: int) -> bool:
    """Whether an actor can begin at a token with a capital, or with a key of `_ANY_KEYS`."""
    one, word, is_capital = passage.keys[index], passage.words[index], passage.capitals[index]
    if one in _LOWER_BODIES or one in _AREA_KINDS or word.isupper():
        return True
    if not is_capital and passage.gaps[index].isspace():
        second = passage.keys[index + 1] if index + 1 < len(passage.keys) else ""
        return TITLES.may_begin(one, second) or WORDS.may_begin(one, second)
    if one in _WORD_KEYS:
        return True
    if one in _ONE_KEYS and begins_clause(passage, index):
        return True
    return (is_capital or one in BODY_BEGINNINGS) and (
        begins_clause(passage, index) or (is_capital and one in BODY_BEGINNINGS)
    )


def _other_at(passage: Passage, index: int, end: int) -> Actor | None:
    """An actor without a full name or post that begins at a token and ends before token `end`."""
    first = passage.keys[index]
    is_capital, opens = passage.capitals[index], begins_clause(passage, index)
    given = _given_at(passage, index, end) if first in _TITLE_BEGINNINGS else None
    if given is not None:
        return given
    if passage.words[index].isupper() and is_code(passage, index) and body_at(passage, index) is None:
        return Actor(index, index + 1, "organisation", has_tail=True)
    if is_capital and opens and passage.gaps[index] not in _INSIDE_NAME:
        province = province_at(passage, index)
        if province is not None and province.end <= end:
            return Actor(index, province.end, "organisation")
    if passage.keys[index : index + 2] in _NO_BODIES and not passage.is_capitalised(index + 1):
        return None
    if first in _ONE_KEYS and (last := this_one_end(passage, index, end)) > index:
        return Actor(index, last, "pronoun")
    word = WORDS.match(passage, index) if first in _SPEAKER_BEGINNINGS else None
    if first in BODY_BEGINNINGS and (is_capital or opens or first in _LOWER_BODIES):
        organisation = organisation_at(passage, index, is_head)
        is_named = is_capital or opens or (organisation is not None and not organisation.is_bare)
        if organisation is not None and is_named and (word is None or organisation.end >= word.end):
            return Actor(index, min(organisation.end, end), "organisation", has_tail=True)
    if word is not None and word.end <= end and _may_stand(passage, index, word.value):
        return Actor(index, word.end, word.value.kind, has_tail=word.value.has_tail)
    if first in _AREA_KINDS and passage.is_spaced(index + 1) and index + 1 < end:
        place = province_at(passage, index + 1)
        last = place.end if place is not None else given_name_end(passage, index + 1)
        if index + 1 < last <= end:
            return Actor(index, last, "organisation")
    return _bare_at(passage, index, end) if is_capital and opens else None


def _given_at(passage: Passage, index: int, end: int) -> Actor | None:
    """A given name after a title (`bà Hà`)."""
    title = TITLES.match(passage, index)
    if title is None or not passage.is_spaced(title.end):
        return None
    is_addressed = passage.keys[index] in _ADDRESS and title.end == index + 1
    name_end = min(end, given_name_end(passage, title.end, is_addressed=is_addressed))
    if name_end <= title.end or is_named_after(passage, index):
        return None
    return Actor(index, name_end, "given", (Person(title.end, name_end),))


def _bare_at(passage: Passage, index: int, end: int) -> Actor | None:
    """A name without any title right before its cue (`Hằng nói`, `Ross Crates cho biết`, `Apple cho biết`)."""
    last = bare_name_end(passage, index, end)
    if last == index:
        return None
    is_foreign, person = not is_syllable(passage.words[index]), Person(index, last)
    if last == index + 1:
        return Actor(index, last, "organisation") if is_foreign else Actor(index, last, "given", (person,))
    return Actor(index, last, "name", (person,)) if is_foreign else None
