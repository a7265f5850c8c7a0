"""Careers: posts that a pronoun is given (`Ông từng giữ chức Bí thư Huyện ủy`), and whom it means.

Only where there is no doubt: the pronoun is the subject of the sentence, and one person alone is named in the
paragraph before it, or, where none is, in the paragraph before that names any.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.knowledge.grammar.names import Name, Person
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.officials.statuses import OFFICE, is_nominated, last_sentence, said_status, was_then
from archive.models import Status

_SUBJECT = re.compile(
    r"^\W*(?:[^,:;]{0,90}, )?(?:sau đó|tiếp đó|hiện|hiện nay|trước đó|ngoài ra)?,? ?(?:ông|bà|đồng chí|anh|chị)"
    r"(?: (?:này|cũng|đã|còn|được|từng|lần lượt|vốn|hiện|đang|tiếp tục))* (?!ông |bà |đồng chí )"
)
_IS = re.compile(r"(?:^|[ ,])là$")
_ALSO = re.compile(r"(?:,|;|và|, rồi|rồi|,? ?sau đó(?: là| làm)?| kiêm)?")
_ACTS = re.compile(r" (?:cũng|đã|quyết định|yêu cầu|vừa|sẽ|giao|cho)\b")
_FARTHEST_PARAGRAPHS = 3


class CareerPost(NamedTuple):
    """A post given to somebody by a pronoun."""

    post: PrintedPost
    status: Status


def career_posts(passage: Passage, left: Sequence[PrintedPost]) -> list[CareerPost]:
    """The posts of a passage, of those that nobody was given, that a pronoun is the subject of."""
    found: list[CareerPost] = []
    for post in left:
        if post.organisation is None or post.is_of_any_body:
            continue
        status = _status(passage, post)
        if status is None and found and _goes_on(passage, found[-1].post, post):
            status = found[-1].status
        if status is not None:
            found.append(CareerPost(post, status if post.status == "current" else post.status))
            if was_then(passage.after(post.next)):
                _end(passage, found)
    return found


def meant(names: Sequence[tuple[Person, Name]], before: int, earlier: Iterable[set[Name]]) -> Name | None:
    """The one person that a pronoun before token `before` can mean.

    Args:
        names: the persons named in the passage.
        earlier: the persons of the paragraphs before, the nearest first.
    """
    here = {name for person, name in names if person.end <= before}
    if not here:
        near = (named for count, named in enumerate(earlier) if count < _FARTHEST_PARAGRAPHS)
        here = next((named for named in near if named), set())
    return next(iter(here)) if len(here) == 1 else None


def _status(passage: Passage, post: PrintedPost) -> Status | None:
    """The status of a post that a pronoun is given; None where none is."""
    sentence = last_sentence(passage.lead(post.start)).rstrip()
    if not _SUBJECT.match(sentence):
        return None
    if is_nominated(sentence) or not (OFFICE.search(sentence) or _IS.search(sentence)):
        return None
    return said_status(sentence) or "current"


def _end(passage: Passage, found: list[CareerPost]) -> None:
    """Make former the last post and those listed with it, of which years are told (`từ năm 2007 đến năm 2011`)."""
    for place in range(len(found) - 1, -1, -1):
        found[place] = found[place]._replace(status="former")
        if not place or not _goes_on(passage, found[place - 1].post, found[place].post):
            break


def _goes_on(passage: Passage, last: PrintedPost, post: PrintedPost) -> bool:
    """Whether a post is listed after another, and is not the subject of what follows it."""
    if _ACTS.match(passage.after(post.next)):
        return False
    return _ALSO.fullmatch(passage.between(last.next, post.start).strip()) is not None
