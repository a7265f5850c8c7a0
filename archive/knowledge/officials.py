"""Officials: the persons of an article that hold a post, with the posts and where they are mentioned."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from archive.knowledge.affiliation import Surroundings
from archive.knowledge.attachment import holdings
from archive.knowledge.items import Item, items
from archive.knowledge.names import Name, Person, full_names, is_historical, province_at
from archive.knowledge.organisations import organisation_at
from archive.knowledge.passages import Passage, passages
from archive.knowledge.posts import PrintedPost, is_head, post_id
from archive.models import Article, Mention, Official, PlaceAttribution, Post, Status
from archive.text.syllables import key

_DEPARTMENT = key("Sở")
"""The body that articles name in full once, then by this word alone."""

_COMRADE = re.compile(r"\b(?:đồng chí|đổng chí|đ/c|ông|bà) $", re.IGNORECASE)
_PLURAL_COMRADES = re.compile(r"\b(?:các|những) \S+ \S+ $", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:của|do|tặng|từ|số|làm|giữ|giữ quyền|nhận|chức|danh|vụ|vị|các|những|cấp|một|hai|ba|mỗi) $",
    re.IGNORECASE,
)
"""Words after which a post alone is the office, not its holder (`Bằng khen của Chủ tịch UBND tỉnh`)."""


class _Reading(NamedTuple):
    """A passage with its posts and names, and its completed posts by their first token."""

    passage: Passage
    items: Sequence[Item]
    posts: dict[int, PrintedPost]


@dataclass(slots=True)
class _Draft:
    """An official while the article is read; `heads`: posts printed without a body, which one with it may say."""

    name: str = ""
    posts: dict[tuple[str, str | None], Post] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)


def find_officials(article: Article, places: Sequence[PlaceAttribution]) -> tuple[Official, ...]:
    """The officials of an article in the order in which they are first given a post.

    The body is read before title and captions: there a person is introduced with all posts, in their order.

    Args:
        places: the places of the article; the first subject owns bodies whose unit is not printed.

    Returns:
        One official a full name; posts each once, in the order of print; mentions in the article's order.
    """
    surroundings = Surroundings(article, places)
    read = [_read(passage, surroundings) for passage in passages(article)]
    full = _full_names(read)
    drafts: dict[Name, _Draft] = {}
    alone: list[tuple[Passage, PrintedPost]] = []
    for reading in sorted(read, key=lambda reading: reading.passage.part != "body"):
        alone += [(reading.passage, post) for post in _enter_holders(reading, surroundings, full, drafts)]
    _mention_names(read, full, drafts)
    holders = _only_holders(drafts.values())
    for passage, post in alone:
        _mention_post(passage, post, holders)
    return tuple(_official(draft) for draft in drafts.values())


def _read(passage: Passage, surroundings: Surroundings) -> _Reading:
    found = items(passage)
    return _Reading(passage, found, _completed(passage, found, surroundings))


def _enter_holders(
    reading: _Reading, surroundings: Surroundings, full: Mapping[Name, Name], drafts: dict[Name, _Draft]
) -> list[PrintedPost]:
    """Enter the holders of the posts of a passage; returns the posts that nobody was given."""
    passage = reading.passage
    held = holdings(passage, reading.items)
    for holding in held:
        person, post = holding.person, reading.posts[holding.post.first]
        if is_historical(passage, person, post.canonical):
            continue
        name = full[passage.keys[person.start : person.end]]
        draft = drafts.setdefault(name, _Draft())
        _enter(draft, passage, post, holding.status, surroundings)
    taken = {holding.post.first for holding in held}
    return [post for first, post in reading.posts.items() if first not in taken]


def _full_names(read: Iterable[_Reading]) -> Mapping[Name, Name]:
    """Each name of an article and the full one it is short for."""
    spoken: set[Name] = set()
    shouted: set[Name] = set()
    for reading in read:
        for item in reading.items:
            if isinstance(item, Person):
                in_capitals = reading.passage.surface(*item).isupper()
                (shouted if in_capitals else spoken).add(reading.passage.keys[item.start : item.end])
    return full_names(spoken, shouted - spoken)


def _completed(passage: Passage, found: Sequence[Item], surroundings: Surroundings) -> dict[int, PrintedPost]:
    """The posts of a passage by their first token, bare bodies (`Sở`) named as by what stands before them."""
    posts = {item.first: item for item in found if isinstance(item, PrintedPost)}
    completed = {}
    free = 0
    for index in range(len(passage)):
        if index in posts:
            completed[index] = surroundings.complete(posts[index])
        surroundings.hear(province_at(passage, index))
        if index >= free and passage.keys[index] == _DEPARTMENT:
            organisation = organisation_at(passage, index, is_head)
            if organisation is not None:
                surroundings.remember(organisation)
                free = organisation.end
    return completed


def _enter(
    draft: _Draft, passage: Passage, printed: PrintedPost, status: Status, surroundings: Surroundings
) -> None:
    """Give a post to an official, unless they have it."""
    affiliation = surroundings.affiliation(printed.organisation)
    post = Post(
        surface=passage.surface(printed.first, printed.end),
        canonical=printed.canonical,
        organisation=affiliation.organisation,
        unit=affiliation.unit,
        status=status,
        span=passage.span(printed.first, printed.end),
    )
    if printed.organisation is None:
        is_known = post.canonical in draft.heads or any(
            known.canonical.startswith(post.canonical) for known in draft.posts.values()
        )
        draft.heads.add(post.canonical)
        if is_known:
            return
    draft.posts.setdefault((post_id(post.canonical), post.organisation), post)


def _mention_names(read: Iterable[_Reading], full: Mapping[Name, Name], drafts: dict[Name, _Draft]) -> None:
    """Enter every place where the name of an official is printed; the first whole one gives its form."""
    for reading in read:
        passage = reading.passage
        for item in reading.items:
            if isinstance(item, Person):
                name = passage.keys[item.start : item.end]
                draft = drafts.get(full[name])
                if draft is not None:
                    end = min(item.end, item.start + len(full[name]))
                    surface = passage.surface(item.start, end)
                    draft.mentions.append(Mention(passage.span(item.start, end), surface, "name"))
                    if end - item.start == len(full[name]) and (not draft.name or draft.name.isupper()):
                        draft.name = surface


def _mention_post(passage: Passage, post: PrintedPost, holders: Mapping[str, _Draft | None]) -> None:
    """Enter a post printed without a name where exactly one official of the article holds it."""
    lead = passage.lead(post.start)
    comrade = _COMRADE.search(lead)
    if post.status == "former" or (comrade is None and (post.organisation is None or _OFFICE.search(lead))):
        return
    whole = post_id(post.canonical)
    holder = holders[whole] if whole in holders else holders.get(post.canonical)
    if holder is None:
        return
    span = passage.span(post.first, post.end)
    if comrade is not None and not _PLURAL_COMRADES.search(lead):
        addressed = passage.starts[post.start] - len(lead) + comrade.start()
        span = replace(span, start=passage.offset + addressed)
    start, end = span.start - passage.offset, span.end - passage.offset
    holder.mentions.append(Mention(span, passage.text[start:end], "post"))


def _only_holders(drafts: Iterable[_Draft]) -> Mapping[str, _Draft | None]:
    """The one draft that holds a post, by the id of the post and by what its canonical form begins with.

    None stands where several drafts do: a post printed alone is then nobody's.
    """
    found: dict[str, _Draft | None] = {}
    for draft in drafts:
        held = [post.canonical for post in draft.posts.values() if post.status != "former"]
        for said in {post_id(one) for one in held} | {part for one in held for part in _beginnings(one)}:
            found[said] = None if said in found else draft
    return found


def _beginnings(canonical: str) -> list[str]:
    """What a canonical form begins with, word by word, without the whole."""
    return [canonical[:end] for end, character in enumerate(canonical) if character == " "]


def _without_beginnings(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Leave out posts that another names more fully (`Bí thư` beside `Bí thư Thành ủy`)."""
    fuller: dict[str, set[Status]] = {}
    for post in posts:
        for beginning in _beginnings(post.canonical):
            fuller.setdefault(beginning, set()).add(post.status)
    return tuple(
        post
        for post in posts
        if post.canonical not in fuller
        or (post.organisation is not None and post.status not in fuller[post.canonical])
    )


_PART_ORDER = {"title": 0, "body": 1, "caption": 2}


def _official(draft: _Draft) -> Official:
    posts = _without_beginnings(tuple(draft.posts.values()))
    statuses = {post.status for post in posts}
    status: Status = (
        "current" if "current" in statuses else "appointed" if "appointed" in statuses else "former"
    )
    return Official(
        name=draft.name,
        unit=next((post.unit for post in posts if post.unit is not None), None),
        status=status,
        posts=posts,
        mentions=tuple(
            sorted(draft.mentions, key=lambda mention: (_PART_ORDER[mention.span.part], mention.span.start))
        ),
    )
