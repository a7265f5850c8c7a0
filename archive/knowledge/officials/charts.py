"""Charts: a name on one line and the posts of the person on the next, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.knowledge.grammar.bodies import Organisation
from archive.knowledge.grammar.items import Item
from archive.knowledge.grammar.names import Person
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost, is_head

_NAME_LABEL = re.compile(
    r"[\s\d.)•*+–-]*(?:họ và tên|họ tên|họ, tên|tên)?[\s:]*(?:(?:ông|bà|đồng chí|đ/c|đc|ts|ths|pgs|gs|bs|đại tá|"
    r"thượng tá|trung tá|thiếu tướng|trung tướng|đại úy|thiếu tá|bác sĩ|kỹ sư)[\s.:]*)*",
    re.IGNORECASE,
)
_POST_LABEL = re.compile(
    r"[\s•*+–-]*(?:chức vụ|chức danh|chức vụ, đơn vị công tác|chức vụ công tác|chức vụ hiện nay|kt\.|tm\.)?[\s:.]*"
    r"(?:nguyên |quyền |q\. ?)?",
    re.IGNORECASE,
)
_AFTER = re.compile(r"[\s.,;:–)-]*(?:\(?(?:sn|sinh năm|sinh ngày)[\s\d/.-]+\)?)?[\s.,;:–)-]*", re.IGNORECASE)
_JOINT = re.compile(r"[\s,;:–(/-]*(?:và|kiêm|đồng thời(?: là)?)?[\s]*", re.IGNORECASE)


_LONGEST_HEADING = 14
_LONGEST_NUMBERING = 3
"""Tokens before the body of a heading: `II. 1. Ban Tổ chức`."""


class ChartEntry(NamedTuple):
    """A person on one line of a chart and the posts on others, by the places of the lines.

    `body` is the one that the last heading names (`* Ban Tuyên giáo`), where posts name none.
    """

    name_line: int
    person: Person
    post_line: int
    posts: tuple[PrintedPost, ...]
    body: Organisation | None


def chart_entries(lines: Sequence[tuple[Passage, Sequence[Item]]]) -> list[ChartEntry]:
    """The persons of an article with the posts that stand on a line of their own beside theirs.

    A chart that begins with a name goes on so; one that begins with a post has each post before its name.
    """
    names = [_name_of(passage, found) for passage, found in lines]
    posts = [_posts_of(passage, found) for passage, found in lines]
    entries: list[ChartEntry] = []
    place, body = 0, None
    while place < len(lines) - 1:
        body = _heading(*lines[place]) or body
        person, following = names[place], names[place + 1]
        if person is not None and posts[place + 1]:
            line = place
            while place + 1 < len(lines) and posts[place + 1]:
                place += 1
                entries.append(ChartEntry(line, person, place, posts[place], body))
        elif posts[place] and following is not None and _ends_with_name(names, posts, place):
            entries.append(ChartEntry(place + 1, following, place, posts[place], body))
            place += 1
        place += 1
    return entries


def in_body(post: PrintedPost, body: Organisation | None) -> PrintedPost:
    """A post of a chart in the body of its heading, where it names none itself (`Trưởng ban`)."""
    own = post.organisation
    if body is None or post.is_complete or (own is not None and not own.is_bare):
        return post
    if own is not None and not body.name.startswith(own.name):
        return post
    return post._replace(organisation=body)


def _ends_with_name(
    names: Sequence[Person | None], posts: Sequence[tuple[PrintedPost, ...]], place: int
) -> bool:
    """Whether the lines of a chart that go on from a place end with a name: each post is before its name."""
    while place + 1 < len(names) and (names[place + 1] is not None or posts[place + 1]):
        place += 1
    return names[place] is not None


def _heading(passage: Passage, found: Sequence[Item]) -> Organisation | None:
    """The body that a line without posts and names is the name of."""
    if found or not 0 < len(passage) <= _LONGEST_HEADING:
        return None
    for index in range(min(_LONGEST_NUMBERING, len(passage))):
        organisation = organisation_at(passage, index, is_head)
        if organisation is not None:
            is_whole = organisation.end == len(passage) and " " in organisation.name
            return organisation if is_whole else None
    return None


def _name_of(passage: Passage, found: Sequence[Item]) -> Person | None:
    """The person whose name is all that a line says."""
    if len(found) != 1 or not isinstance(found[0], Person):
        return None
    person = found[0]
    if not _NAME_LABEL.fullmatch(passage.between(0, person.start)):
        return None
    return person if _AFTER.fullmatch(passage.between(person.end, len(passage))) else None


def _posts_of(passage: Passage, found: Sequence[Item]) -> tuple[PrintedPost, ...]:
    """The posts that are all that a line says."""
    posts = [item for item in found if isinstance(item, PrintedPost)]
    if not posts or len(posts) != len(found):
        return ()
    if not _POST_LABEL.fullmatch(passage.between(0, posts[0].first)):
        return ()
    for post, following in zip(posts, posts[1:], strict=False):
        if not _JOINT.fullmatch(passage.between(post.next, following.start)):
            return ()
    return tuple(posts) if _AFTER.fullmatch(passage.between(posts[-1].next, len(passage))) else ()
