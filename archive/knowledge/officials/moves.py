"""Moves: the posts that somebody leaves for the one that the same sentence appoints them to."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from archive.knowledge.grammar.names import Person
from archive.knowledge.grammar.posts import PrintedPost, is_membership
from archive.knowledge.officials.links import Links
from archive.knowledge.officials.statuses import SENTENCE_END
from archive.models import Status


class Holding(NamedTuple):
    """A person of a passage in a post."""

    person: Person
    post: PrintedPost
    status: Status
    departs: bool = False
    """Whether it is told that the person leaves the post."""


_COMMITTEES = {
    "Tỉnh ủy": ("tỉnh", None),
    "Thành ủy": ("thành phố", None),
    "Huyện ủy": ("huyện",),
    "Quận ủy": ("quận",),
    "Thị ủy": ("thị xã",),
    "Đảng ủy": ("xã", "phường", "thị trấn", "đặc khu"),
}
"""Committees of the party, and the areas whose council and administration their secretaries may head too."""

_ELECTED_BODIES = ("HĐND", "UBND")
_BESIDES = (
    "Ban Chỉ đạo",
    "Ban Chỉ huy",
    "Hội đồng",
    "Tiểu ban",
    "Ban Cán sự đảng",
    "Đảng đoàn",
    "Đoàn đại biểu Quốc hội",
)
"""Bodies that one heads besides the post one has."""


def without_left_posts(links: Links, held: Sequence[Holding]) -> list[Holding]:
    """Make former what somebody held who is appointed to something else (`bổ nhiệm A, Phó Giám đốc X, làm …`)."""
    taken = [one for one in held if one.status == "appointed"]
    return [
        one._replace(status="former", departs=True)
        if one.status == "current" and any(_leaves(links, one, new) for new in taken)
        else one
        for one in held
    ]


def _leaves(links: Links, old: Holding, new: Holding) -> bool:
    """Whether somebody gives up one post for another."""
    if old.person != new.person or old.post == new.post:
        return False
    first, second = sorted((old.post, new.post), key=lambda post: post.start)
    between = links.passage.between(first.end, second.start)
    if SENTENCE_END.search(between) or "kiêm" in between:
        return False
    return not (
        is_membership(old.post.head) or _is_held_besides(new.post) or _are_of_one_level(old.post, new.post)
    )


def _is_held_besides(post: PrintedPost) -> bool:
    organisation = post.organisation
    return is_membership(post.head) or (organisation is not None and organisation.name.startswith(_BESIDES))


def _are_of_one_level(old: PrintedPost, new: PrintedPost) -> bool:
    """Whether a secretary is elected to head the council or administration of the same area."""
    if old.organisation is None or new.organisation is None:
        return False
    area = new.organisation.area
    levels: Iterable[str | None] = _COMMITTEES.get(old.organisation.name, ())
    return new.organisation.name in _ELECTED_BODIES and (area.level if area is not None else None) in levels
