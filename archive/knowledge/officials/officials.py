"""Officials: the persons of an article that hold a post, with the posts and where they are mentioned.

Not officials: who holds posts in companies alone, or in other countries; persons of history; who is only named.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from archive.knowledge.grammar.areas import only_areas
from archive.knowledge.grammar.items import Item, read_items
from archive.knowledge.grammar.names import Name, Person, full_names, is_historical, province_at
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost, is_head
from archive.knowledge.officials.affiliation import REMEMBERED, Surroundings
from archive.knowledge.officials.attachment import holdings
from archive.knowledge.officials.careers import career_posts, meant
from archive.knowledge.officials.charts import chart_entries, in_body
from archive.knowledge.officials.committees import posts_after, with_committee
from archive.knowledge.officials.deputies import assembly_of, deputies
from archive.knowledge.officials.drafts import Draft
from archive.knowledge.officials.holders import Holders, mention_post
from archive.knowledge.officials.short_names import ShortNames
from archive.knowledge.places.units import keys
from archive.models import Article, Mention, Official, PlaceAttribution
from archive.text.syllables import key

_SENTENCE_END = re.compile(r"[.!?…;](?:\s|$)")
_AT = frozenset(map(key, ("tại", "ở")))

_FEWEST_OF_A_LIFE = 2
"""Posts that a paragraph tells of somebody who is given none elsewhere, for them to be an official."""

_REMEMBERED = frozenset(keys(name)[0] for name in REMEMBERED)


class _Reading(NamedTuple):
    """A passage with its posts and names, the full name of each person, and its completed posts by first token."""

    passage: Passage
    items: Sequence[Item]
    names: Mapping[Person, Name]
    posts: dict[int, PrintedPost]


def find_officials(article: Article, places: Sequence[PlaceAttribution]) -> tuple[Official, ...]:
    """The officials of an article in the order in which they are first given a post.

    The body is read before title and captions: there a person is introduced with all posts, in their order.

    Args:
        places: the places of the article; the first subject owns bodies whose unit is not printed.

    Returns:
        One official a full name; posts each once, in the order of print; mentions in the article's order.
    """
    surroundings = Surroundings(article, places)
    read = _readings(article, surroundings)
    drafts: dict[Name, Draft] = {}
    alone: list[tuple[Passage, PrintedPost]] = []
    in_charts = _enter_charts([one for one in read if one.passage.part == "body"], surroundings, drafts)
    named: list[set[Name]] = []
    for reading in sorted(read, key=lambda reading: reading.passage.part != "body"):
        left = _enter_holders(reading, surroundings, drafts)
        left = _enter_careers(reading, left, named, surroundings, drafts)
        alone += [
            (reading.passage, post) for post in left if (reading.passage.offset, post.first) not in in_charts
        ]
    officials = {name: draft for name, draft in drafts.items() if draft.is_official and not draft.is_foreign}
    _mention_names(read, officials)
    holders = Holders(officials.values())
    for passage, post in alone:
        mention_post(passage, post, holders, surroundings)
    return tuple(draft.official() for draft in officials.values())


def _readings(article: Article, surroundings: Surroundings) -> list[_Reading]:
    """The passages of an article with what is in them, given names alone among it."""
    found = read_items(article)
    full = _full_names(found)
    surroundings.settle(*only_areas(passage for passage, _ in found))
    assembly = assembly_of(passage for passage, _ in found)
    short_names = ShortNames(found, full)
    read = []
    for passage, whole in found:
        short = short_names.find(passage, whole)
        names = {one: full[passage.keys[one.start : one.end]] for one in whole if isinstance(one, Person)}
        names |= {one.person: one.full for one in short}
        seats = deputies(passage, whole, assembly)
        all_items: list[Item] = sorted(
            [*whole, *seats, *(one.person for one in short)], key=lambda item: item.start
        )
        read.append(_Reading(passage, all_items, names, _completed(passage, all_items, surroundings)))
    return read


def _enter_charts(
    lines: Sequence[_Reading], surroundings: Surroundings, drafts: dict[Name, Draft]
) -> set[tuple[int, int]]:
    """Enter the holders of posts on lines of their own; returns where these posts stand."""
    entered: set[tuple[int, int]] = set()
    for entry in chart_entries([(line.passage, line.items) for line in lines]):
        line = lines[entry.post_line]
        draft = drafts.setdefault(lines[entry.name_line].names[entry.person], Draft())
        for post in entry.posts:
            draft.enter(line.passage, in_body(line.posts[post.first], entry.body), post.status, surroundings)
            entered.add((line.passage.offset, post.first))
    return entered


def _enter_holders(
    reading: _Reading, surroundings: Surroundings, drafts: dict[Name, Draft]
) -> list[PrintedPost]:
    """Enter the holders of the posts of a passage; returns the posts that nobody was given."""
    passage = reading.passage
    held = holdings(passage, reading.items)
    for holding in held:
        person, post = holding.person, reading.posts[holding.post.first]
        if is_historical(passage, person, post.canonical):
            continue
        draft = drafts.setdefault(reading.names[person], Draft())
        draft.enter(passage, post, holding.status, surroundings, departs=holding.departs)
    taken = {holding.post.first for holding in held}
    return [post for first, post in reading.posts.items() if first not in taken]


def _enter_careers(
    reading: _Reading,
    left: Sequence[PrintedPost],
    earlier: list[set[Name]],
    surroundings: Surroundings,
    drafts: dict[Name, Draft],
) -> list[PrintedPost]:
    """Enter the posts that a pronoun is given, if who it means is an official or has several; returns those left.

    Whom the passage is about is put before `earlier`, for the pronouns of the next.
    """
    entered: set[int] = set()
    meant_here: set[Name] = set()
    told = [
        (career, meant(tuple(reading.names.items()), career.post.start, earlier))
        for career in career_posts(reading.passage, left)
    ]
    counts = Counter([name for career, name in told if career.post.is_office]) if told else {}
    for career, name in told:
        if name is not None and (name in drafts or counts[name] >= _FEWEST_OF_A_LIFE):
            meant_here.add(name)
            drafts.setdefault(name, Draft()).enter(
                reading.passage, career.post, career.status, surroundings, is_career=True
            )
            entered.add(career.post.first)
    earlier.insert(0, set(reading.names.values()) or meant_here)
    return [post for post in left if post.first not in entered]


def _full_names(found: Iterable[tuple[Passage, Sequence[Item]]]) -> Mapping[Name, Name]:
    """Each name of an article and the full one it is short for."""
    spoken: set[Name] = set()
    shouted: set[Name] = set()
    for passage, all_items in found:
        for item in all_items:
            if isinstance(item, Person):
                in_capitals = passage.surface(*item).isupper()
                (shouted if in_capitals else spoken).add(passage.keys[item.start : item.end])
    return full_names(spoken, shouted - spoken)


def _completed(passage: Passage, found: Sequence[Item], surroundings: Surroundings) -> dict[int, PrintedPost]:
    """The posts of a passage by their first token, bare bodies (`Sở`) named as by what stands before them."""
    posts = {item.first: item for item in found if isinstance(item, PrintedPost)}
    later = posts_after(passage, tuple(posts.values()))
    completed = {}
    free = 0
    for index, gap in enumerate(passage.gaps[: len(passage)]):
        if gap == " " and index not in posts and not passage.capitals[index]:
            continue  # nearly all tokens
        if index == 0 or (gap != " " and _SENTENCE_END.search(gap)):
            surroundings.visit(None)
        if index in posts:
            more = later.get(index, ())
            completed[index] = surroundings.complete(with_committee(posts[index], more), has_more=bool(more))
        if not passage.capitals[index]:
            continue
        province = province_at(passage, index)
        if province is not None:
            surroundings.hear(province)
            if index and passage.keys[index - 1] in _AT:
                surroundings.visit(province.value)
        if index >= free and passage.keys[index] in _REMEMBERED:
            organisation = organisation_at(passage, index, is_head)
            if organisation is not None:
                surroundings.remember(organisation)
                free = organisation.end
    return completed


def _mention_names(read: Iterable[_Reading], drafts: Mapping[Name, Draft]) -> None:
    """Enter every place where the name of an official is printed; the first whole one gives its form."""
    for reading in read:
        passage = reading.passage
        for person, full in sorted(reading.names.items()):
            draft = drafts.get(full)
            if draft is None:
                continue
            end = min(person.end, person.start + len(full))
            surface = passage.surface(person.start, end)
            draft.mentions.append(Mention(passage.span(person.start, end), surface, "name"))
            if end - person.start == len(full) and (not draft.name or draft.name.isupper()):
                draft.name = surface
