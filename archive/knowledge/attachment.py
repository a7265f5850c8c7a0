"""Attachment: which person of a passage holds which post.

A post is tied to a person by where it stands: directly before the name (`Bí thư Tỉnh ủy A`, with a chain
of posts before it), after it (`A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh`; `A – Giám đốc`; `A (Giám đốc)`; `A
Giám đốc`; `A hiện là Giám đốc`), or by a verb of appointment in the same sentence (`bầu ông A giữ chức Bí
thư`; `giữ chức Bí thư đối với ông A`). A plural head (`các Phó Chủ tịch: A, B và C`) is held by all of
them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.knowledge.items import ADDRESSED, Item
from archive.knowledge.names import Person
from archive.knowledge.passages import Passage
from archive.knowledge.posts import PrintedPost
from archive.models import Status


class Holding(NamedTuple):
    """A person of a passage in a post."""

    person: Person
    post: PrintedPost
    status: Status


_CHAIN = re.compile(r"(?:,|;|-|–|\()? ?(?:(?:và|đồng thời|kiêm|kiêm nhiệm|đồng thời là|hiện là|nay là))?")
_NEW_CLAUSE = re.compile(r"(?:hiện|nay)(?: đang)? là")
_AGE = r"(?:sn|sinh năm|sinh ngày|sinh) ?[\d/.\- ]+|\d+ tuổi"
_APPOSITION = re.compile(
    rf"(?:[,(–:-]|, ?\()? ?(?:{_AGE})?\)? ?[,;–-]? ?"
    r"(?:(?:hiện|nay|đang|vốn|cũng|lúc đó|khi đó|khi ấy|từng|trước đây|người) ?)*"
    r"(?:là|giữ chức(?: vụ| danh)?|giữ cương vị|đảm nhiệm(?: chức vụ)?|làm|"
    r"trên cương vị|với tư cách(?: là)?)?"
)
_OFFICE = re.compile(
    r"(?:giữ|làm|đắc cử|trúng cử|đảm nhiệm|đảm nhận|đảm đương|nhận|vào|chức danh|chức vụ|chức)"
    r"(?: (?:chức vụ|chức danh|chức|nhiệm vụ|cương vị|vị trí|quyền))?$"
)
_OBJECT = re.compile(r"(?:,|khóa \w+|khoá \w+|nhiệm kỳ [\d –-]+|\s)*+(?:đối với|cho|là|gồm|gồm có)?:?")
_LIST = re.compile(r"(?:[,;])?(?: ?(?:và|cùng))?")
_OPENING = re.compile(r":|là:?|gồm:?|gồm có:?|có:?|")
_LEFT_OFFICE = re.compile(
    r"thôi|miễn nhiệm|cách chức|bãi nhiệm|từng|trước khi|trước đây|nguyên là|đã kinh qua"
)
_TOOK_OFFICE = re.compile(
    r"bổ nhiệm|bầu|đắc cử|trúng cử|điều động|luân chuyển|phân công|chỉ định|phê chuẩn|chuẩn y|"
    r"giới thiệu|tiếp nhận|giao quyền|(?<!thôi )(?<!từng )(?<!trước khi )\blàm\b|"
    r"(?:để|,) (?:giữ|nhận|đảm)|nhận nhiệm vụ"
)
_SENTENCE_END = re.compile(r"[.!?…][\s”\")]+(?=[A-ZÀ-ỸĐ“\"])|\n")
_PLURAL = re.compile(r"(?:\b(?:các|những|hai|ba|bốn|năm|sáu|\d+)(?: (?:đồng chí|vị|ông|bà|tân))?) $")
_REPLACED = re.compile(r"\b(?:thay|thay thế|thay cho|thế|kế nhiệm) $")
_PLURAL_CHARACTERS = 30
_REPORTED_BY = re.compile(r"\b(?:theo|với|cùng|gặp|thay)(?: \w+)? $")
_ACTS = re.compile(r" (?:đã|vừa|sẽ|cần|phải)\b")
_FARTHEST = 160
"""Characters between a name and a post, or between two posts, over which anything can tie them."""

_TOO_LONG = "…"
"""Stands for a link of more characters: no rule reads it as a tie."""


def holdings(passage: Passage, found: Sequence[Item]) -> list[Holding]:
    """Who holds which post in a passage, in the order of the posts."""
    attached = _Attachment(passage, found).read()
    return sorted(attached, key=lambda holding: (holding.post.first, holding.person.start))


class _Attachment:
    """The attaching of the posts of one passage: each rule takes posts that none before it took."""

    def __init__(self, passage: Passage, found: Sequence[Item]) -> None:
        self._passage = passage
        self._items = found
        self._before = {
            place + 1: place for place in range(len(found) - 1) if self._is_directly_before(place)
        }
        """Person -> post directly before it, by their places among the items."""
        self._taken: dict[int, list[Holding]] = {}
        self._holders: set[Person] = set()

    def read(self) -> list[Holding]:
        for rule in (self._plural, self._after_name, self._before_name, self._by_verb, self._before_comma):
            for place, item in enumerate(self._items):
                rule(place, item)
        return [holding for taken in self._taken.values() for holding in taken]

    def _take(self, place: int, person: int, status: Status | None = None) -> None:
        holder, post = self._items[person], self._items[place]
        if isinstance(holder, Person) and isinstance(post, PrintedPost):
            held = Holding(holder, post, status if status and post.status == "current" else post.status)
            self._taken.setdefault(place, []).append(held)
            self._holders.add(holder)

    def _post(self, place: int) -> PrintedPost | None:
        item = self._items[place] if 0 <= place < len(self._items) else None
        return item if isinstance(item, PrintedPost) else None

    def _person(self, place: int) -> Person | None:
        item = self._items[place] if 0 <= place < len(self._items) else None
        return item if isinstance(item, Person) else None

    def _link(self, place: int) -> tuple[str, bool]:
        """What stands between an item and the next, without honorifics, and whether there were any."""
        first, second = self._items[place], self._items[place + 1]
        end = first.next if isinstance(first, PrintedPost) else first.end
        if self._passage.starts[second.start] - self._passage.ends[end - 1] > _FARTHEST:
            return _TOO_LONG, False
        text = self._passage.between(end, second.start).lower()
        addressed = ADDRESSED.search(text)
        return (text[: addressed.start()] if addressed else text).strip(), addressed is not None

    def _is_directly_before(self, place: int) -> bool:
        if self._post(place) is None or self._person(place + 1) is None:
            return False
        link, is_addressed = self._link(place)
        return link in ("", "-", "–", "là") or (is_addressed and link in (":", ", là"))

    def _chain(self, place: int) -> list[int]:
        """The posts that follow each other from `place` on."""
        chain = [place]
        while self._post(chain[-1] + 1) is not None and _CHAIN.fullmatch(self._link(chain[-1])[0]):
            if self._parts(chain[-1]):
                break
            chain.append(chain[-1] + 1)
        return chain

    def _parts(self, place: int) -> bool:
        """Whether what stands between a post and the next may begin another person's posts."""
        link, post = self._link(place)[0], self._post(place + 1)
        if link == ";":
            return post is None or post.organisation is None or post.organisation.is_bare
        return link == "và"

    def _after_name(self, place: int, item: Item) -> None:
        """`A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh`.

        A name right after the last of several posts has that post (`A, post, post B`); after the only one
        it is rather the end of the name of a body.
        """
        if not isinstance(item, Person) or self._post(place + 1) is None or place + 1 in self._taken:
            return
        link = self._link(place)[0]
        first = self._post(place + 1)
        if not _APPOSITION.fullmatch(link) or self._is_reported(place, link):
            return
        if link.endswith("làm") and (first is None or first.organisation is None or self._is_replaced(place)):
            return
        chain = self._chain(place + 1)
        ran_into_next = chain[-1] + 1 in self._before
        if ran_into_next and place in self._before:
            return
        if ran_into_next and len(chain) > 1:
            chain.pop()
        status = (
            self._status_said(place, chain[0])
            if chain and re.search(r"là|giữ|làm|từng|trước", link)
            else None
        )
        for post in chain:
            if post > chain[0] and _NEW_CLAUSE.search(self._link(post - 1)[0]):
                status = None
            self._take(post, place, status)
            if self._status_of(post) == "former" and status is None:
                status = "former"

    def _status_of(self, place: int) -> Status | None:
        post = self._post(place)
        return post.status if post is not None else None

    def _is_replaced(self, place: int) -> bool:
        """Whether a person is named as the one before: `thay ông A làm Giám đốc`."""
        lead = self._passage.lead(self._items[place].start).lower()
        return _REPLACED.search(ADDRESSED.sub("", lead)) is not None

    def _is_reported(self, place: int, link: str) -> bool:
        """Whether the post is the subject of what the person says: `Theo ông A, Chủ tịch xã đã …`."""
        person, post = self._person(place), self._post(place + 1)
        if person is None or post is None or link != ",":
            return False
        lead = ADDRESSED.sub("", self._passage.lead(person.start).lower())
        after = self._passage.between(post.end, min(post.end + 2, len(self._passage)))
        return bool(_REPORTED_BY.search(lead) and _ACTS.match(after))

    def _before_name(self, place: int, item: Item) -> None:
        """`Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh A`."""
        if not isinstance(item, Person) or place not in self._before:
            return
        post = self._before[place]
        if post in self._taken:
            return
        self._take_back(post, place, self._status_said(None, post))

    def _take_back(self, post: int, person: int, status: Status | None) -> None:
        """Give a person the post at `post` and the chain that leads to it."""
        while self._post(post) is not None and post not in self._taken:
            self._take(post, person, status)
            if self._post(post - 1) is None or not _CHAIN.fullmatch(self._link(post - 1)[0]):
                break
            if self._link(post - 1)[0] in (";", "và") or self._is_plural(post - 1):
                break
            post -= 1

    def _before_comma(self, place: int, item: Item) -> None:
        """`Phó Chủ tịch xã, bà A, ký thông báo`: only where A has no other post here."""
        if not isinstance(item, PrintedPost) or place in self._taken or self._person(place + 1) is None:
            return
        has_post = self._items[place + 1] in self._holders
        if self._link(place) == (",", True) and not has_post and not self._is_plural(place):
            self._take_back(place, place + 1, None)

    def _plural(self, place: int, item: Item) -> None:
        """`các Phó Chủ tịch UBND tỉnh: A, B và C`."""
        if not isinstance(item, PrintedPost) or self._person(place + 1) is None:
            return
        if not self._is_plural(place) or not _OPENING.fullmatch(self._link(place)[0]):
            return
        person = place + 1
        self._take(place, person)
        while (following := self._next_of_list(person)) is not None:
            person = following
            self._take(place, person)

    def _is_plural(self, place: int) -> bool:
        lead = self._passage.lead(self._items[place].start, _PLURAL_CHARACTERS)
        return _PLURAL.search(lead.lower()) is not None

    def _next_of_list(self, person: int) -> int | None:
        """The next person of a list, over the posts that this one has of their own."""
        last = person
        while self._post(last + 1) is not None and _APPOSITION.fullmatch(self._link(last)[0]):
            last += 1
        if (
            self._person(last + 1) is None
            or last + 1 in self._before
            or not _LIST.fullmatch(self._link(last)[0])
        ):
            return None
        return last + 1

    def _by_verb(self, place: int, item: Item) -> None:
        """`bầu ông A giữ chức Bí thư`, `giữ chức Bí thư đối với ông A`."""
        if not isinstance(item, PrintedPost) or place in self._taken:
            return
        office = _OFFICE.search(self._passage.lead(item.start).lower().rstrip())
        if office is None or item.organisation is None:
            return
        holder = self._holder_after(place)
        if holder is None:
            holder = self._holder_before(place)
        if holder is None or self._is_replaced(holder) or not self._in_one_sentence(holder, place):
            return
        status = self._status_said(None, place)
        if status is None and office[0].startswith("chức"):
            return
        for post in self._chain(place):
            if post not in self._taken:
                self._take(post, holder, status)

    def _holder_after(self, place: int) -> int | None:
        if self._person(place + 1) is None:
            return None
        link, is_addressed = self._link(place)
        return place + 1 if is_addressed and _OBJECT.fullmatch(link) else None

    def _holder_before(self, place: int) -> int | None:
        """The nearest person before a post, no farther than anything can tie them."""
        passage = self._passage
        farthest = passage.starts[self._items[place].start] - _FARTHEST
        for one in range(place - 1, -1, -1):
            if passage.ends[self._items[one].end - 1] < farthest:
                return None
            if self._person(one) is not None:
                return one
        return None

    def _in_one_sentence(self, one: int, other: int) -> bool:
        first, second = sorted((one, other))
        text = self._passage.between(self._items[first].end, self._items[second].start)
        return len(text) <= _FARTHEST and not _SENTENCE_END.search(text)

    def _status_said(self, person: int | None, place: int) -> Status | None:
        """The status that the verb before a post gives: the last one of its sentence."""
        post = self._items[place]
        lead = self._passage.lead(post.start, _FARTHEST)
        lead = lead[max((match.end() for match in _SENTENCE_END.finditer(lead)), default=0) :].lower()
        if person is None and not _OFFICE.search(lead.rstrip()):
            return None
        left = [match.start() for match in _LEFT_OFFICE.finditer(lead)]
        took = [match.start() for match in _TOOK_OFFICE.finditer(lead)]
        if not left and not took:
            return None
        return "former" if max(left, default=-1) > max(took, default=-1) else "appointed"
