"""Plurals: a post printed once and held by several (`các Phó Chủ tịch: A, B`; `A, B – hai Phó Chủ tịch`)."""

from __future__ import annotations

import re

from archive.knowledge.officials.links import APPOSITION, Links

_OPENING = re.compile(r":|,? ?(?:đó )?(?:là|gồm|bao gồm|gồm có|có|như)? ?:?")
_LIST = re.compile(r"(?:[,;])?(?: ?(?:và|cùng))?")
_PLURAL_ADDRESS = re.compile(
    r"\b(?:các|hai|ba|bốn|năm|những|\d+) (?:(?:đồng chí|đ/c|ông|bà|vị|anh|chị|thành viên),? ?)+:? ?$"
)
_SHARED_AFTER = re.compile(
    r"[,(–-]{0,2} ?(?:đang |hiện |hiện đang )?"
    r"(?:(?:lần lượt |đều |cùng )?(?:là|giữ chức(?: vụ)?|đều|cùng|làm)(?: là)? ?)?"
    r"(?:hai |ba |bốn |các |những |\d+ )?(?:tân |nguyên |cựu |đồng chí )*"
)
_SAID_TO_BE_SHARED = re.compile(r"\b(?:đều|cùng|hai|ba|bốn|các|những|\d+)\b")
_SHAREABLE = ("Phó ", "Ủy viên", "Đại biểu", "Tỉnh ủy viên", "Thành ủy viên", "Huyện ủy viên", "Thứ trưởng")
"""Heads of posts that several hold at once, so that a list without a word for it can share one."""

_FEWEST = 2
_LONGEST_CHAIN = 5


def holders_of_plural(links: Links, place: int) -> list[int]:
    """The persons who follow a plural post, by their places: `các Phó Chủ tịch UBND tỉnh: A, B và C`."""
    if not links.is_plural(place):
        return []
    last = place
    while last - place < _LONGEST_CHAIN and links.is_chained(last):
        last += 1
    if links.person(last + 1) is None:
        return []
    if not _OPENING.fullmatch(links.between(last)[0]):
        return []
    found = [last + 1]
    while (following := _next_of_list(links, found[-1])) is not None:
        found.append(following)
    return found if len(found) >= _FEWEST or last == place else []


def holders_before(links: Links, place: int) -> list[int]:
    """The persons of a list that end before a post which all of them hold, by their places."""
    if links.person(place - 1) is None or links.person(place - 2) is None or place - 1 in links.before:
        return []
    link = links.between(place - 1)[0]
    lead = links.passage.between(links.items[place - 1].end, links.items[place].start).lower().strip()
    if not _SHARED_AFTER.fullmatch(lead + " ") and not _SHARED_AFTER.fullmatch(lead):
        return []
    found = [place - 1]
    while links.person(found[0] - 1) is not None and _LIST.fullmatch(links.between(found[0] - 1)[0]):
        if found[0] - 1 in links.before:
            return []
        found.insert(0, found[0] - 1)
    if len(found) < _FEWEST or _is_after_a_post(links, found[0]):
        return []
    if _SAID_TO_BE_SHARED.search(lead):
        return found
    post = links.post(place)
    is_shareable = post is not None and post.head.startswith(_SHAREABLE)
    opening = links.passage.lead(links.items[found[0]].start).lower()
    return found if is_shareable and _PLURAL_ADDRESS.search(opening) and link in ("-", "–", "(", ",") else []


def listed_before(links: Links, last: int) -> list[int]:
    """The persons of a list that ends with one (`các ông A, B và C được bầu …`), by their places; else that one."""
    found = [last]
    while links.person(found[0] - 1) is not None and _LIST.fullmatch(links.between(found[0] - 1)[0]):
        found.insert(0, found[0] - 1)
    opening = links.passage.lead(links.items[found[0]].start).lower()
    return found if _PLURAL_ADDRESS.search(opening) else [last]


def _is_after_a_post(links: Links, person: int) -> bool:
    """Whether the list begins right after a post, which may be that of its persons."""
    return links.post(person - 1) is not None and _OPENING.fullmatch(links.between(person - 1)[0]) is not None


def _next_of_list(links: Links, person: int) -> int | None:
    """The next person of a list, over the posts that this one has of their own."""
    last = person
    while links.post(last + 1) is not None and APPOSITION.fullmatch(links.between(last)[0]):
        last += 1
    if links.person(last + 1) is None or last + 1 in links.before:
        return None
    return last + 1 if _LIST.fullmatch(links.between(last)[0]) else None
