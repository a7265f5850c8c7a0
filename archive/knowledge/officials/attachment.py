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

from archive.knowledge.grammar.items import Item, address_before
from archive.knowledge.grammar.names import Person
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.officials.links import APPOSITION, FARTHEST, Links
from archive.knowledge.officials.moves import Holding, without_left_posts
from archive.knowledge.officials.plurals import holders_before, holders_of_plural, listed_before
from archive.knowledge.officials.statuses import (
    OFFICE,
    are_retired,
    holds_now,
    is_long_held,
    is_nominated,
    last_sentence,
    leaves,
    names_the_elected,
    said_status,
    was_then,
)
from archive.models import Status

_NEW_CLAUSE = re.compile(r"(?:hiện|nay)(?: đang)? là")
_OBJECT = re.compile(r"(?:,|\)|khóa \w+|khoá \w+|nhiệm kỳ [\d –-]+|\s)*+(?:đối với|với|cho|là|gồm|gồm có)?:?")
_REPLACED = re.compile(r"\b(?:thay|thay thế|thay cho|thế|kế nhiệm) $")
_REPORTED_BY = re.compile(r"\b(?:theo|với|cùng|gặp|thay)(?: \w+)? $")
_ACTS = re.compile(r" (?:đã|vừa|sẽ|cần|phải)\b")
_CREDIT = re.compile(r"(?:ảnh|bài|tin|thực hiện) ?: $", re.IGNORECASE)
_OPENS_SENTENCE = re.compile(r"(?:^|[.!?…] |\n)$")
_PRONOUN = re.compile(
    r"\b(?:ông|bà|anh|chị|đồng chí) (?:này |ta |ấy )?(?:được|đã|từng|giữ|là|làm|trúng|tiếp tục|lần)\b"
)
_DISMISSED = ("miễn nhiệm", "bãi nhiệm")
"""Verbs whose object is the post: who left it is named after it only (`miễn nhiệm Chủ tịch đối với ông A`)."""

_VERB = re.compile(r"là|giữ|làm|từng|trước")


def holdings(passage: Passage, found: Sequence[Item]) -> list[Holding]:
    """Who holds which post in a passage, in the order of the posts."""
    posts = sum(isinstance(item, PrintedPost) for item in found)
    if posts in (0, len(found)):
        return []
    attached = without_left_posts(Links(passage, found), _Attachment(passage, found).read())
    return sorted(attached, key=lambda holding: (holding.post.first, holding.person.start))


class _Attachment:
    """The attaching of the posts of one passage: each rule takes posts that none before it took."""

    def __init__(self, passage: Passage, found: Sequence[Item]) -> None:
        self._links = Links(passage, found)
        self._passage = passage
        self._items = found
        self._taken: dict[int, list[Holding]] = {}
        self._holders: set[Person] = set()

    def read(self) -> list[Holding]:
        for rule in (self._plural, self._after_name, self._before_name, self._by_verb, self._before_comma):
            for place, item in enumerate(self._items):
                rule(place, item)
        return [holding for taken in self._taken.values() for holding in taken]

    def _take(self, place: int, person: int, status: Status | None = None, *, departs: bool = False) -> None:
        holder, post = self._items[person], self._items[place]
        if isinstance(holder, Person) and isinstance(post, PrintedPost):
            if post.status == "current" and was_then(self._passage.after(post.end)):
                status = "former"
            said = status if status and post.status == "current" else post.status
            held = Holding(holder, post, said, departs)
            self._taken.setdefault(place, []).append(held)
            self._holders.add(holder)

    def _after_name(self, place: int, item: Item) -> None:
        """`A, Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh`.

        A name right after the last of several posts has that post (`A, post, post B`); after the only one
        it is rather the end of the name of a body.
        """
        if not isinstance(item, Person) or self._links.post(place + 1) is None or place + 1 in self._taken:
            return
        link = self._links.between(place)[0]
        first = self._links.post(place + 1)
        if not APPOSITION.fullmatch(link) or self._is_reported(place, link):
            return
        if (link == ";" and place in self._links.before) or self._is_credited(place):
            return
        if link.endswith("làm") and (first is None or first.organisation is None or self._is_replaced(place)):
            return
        chain = self._links.chain(place + 1)
        ran_into_next = chain[-1] + 1 in self._links.before
        if ran_into_next and (place in self._links.before or (len(chain) == 1 and link.endswith("là"))):
            return
        if ran_into_next and len(chain) > 1:
            chain.pop()
        status = (
            self._status_said(place, chain[0])
            if chain and not holds_now(link) and _VERB.search(link)
            else None
        )
        for post in chain:
            if post > chain[0] and _NEW_CLAUSE.search(self._links.between(post - 1)[0]):
                status = None
            self._take(post, place, status)
            if self._status_of(post) == "former" and status is None:
                status = "former"

    def _status_of(self, place: int) -> Status | None:
        post = self._links.post(place)
        return post.status if post is not None else None

    def _is_credited(self, place: int) -> bool:
        """Whether a person is named as who took the picture above (`Ảnh: A`)."""
        return _CREDIT.search(self._passage.lead(self._items[place].start)) is not None

    def _is_replaced(self, place: int) -> bool:
        """Whether a person is named as the one before: `thay ông A làm Giám đốc`."""
        return _REPLACED.search(self._lead(self._items[place].start)) is not None

    def _lead(self, start: int) -> str:
        """What stands before a token, in lower case, without the honorifics at its end."""
        lead = self._passage.lead(start).lower()
        return lead[: address_before(lead)]

    def _is_reported(self, place: int, link: str) -> bool:
        """Whether the post is the subject of what the person says: `Theo ông A, Chủ tịch xã đã …`."""
        person, post = self._links.person(place), self._links.post(place + 1)
        if person is None or post is None or link != ",":
            return False
        after = self._passage.between(post.end, min(post.end + 2, len(self._passage)))
        return bool(_REPORTED_BY.search(self._lead(person.start)) and _ACTS.match(after))

    def _before_name(self, place: int, item: Item) -> None:
        """`Bí thư Tỉnh ủy, Chủ tịch HĐND tỉnh A`."""
        if not isinstance(item, Person) or place not in self._links.before:
            return
        post = self._links.before[place]
        if post in self._taken:
            return
        self._take_back(post, place, self._status_said(None, post))

    def _take_back(self, post: int, person: int, status: Status | None) -> None:
        """Give a person the post at `post` and the chain that leads to it."""
        while self._links.post(post) is not None and post not in self._taken:
            self._take(post, person, status)
            if self._links.post(post - 1) is None or not self._links.is_chained(post - 1):
                break
            if self._links.between(post - 1)[0] in (";", "và") or self._links.is_plural(post - 1):
                break
            if self._links.is_deputy(post, post - 1):
                break
            post -= 1

    def _before_comma(self, place: int, item: Item) -> None:
        """`Phó Chủ tịch xã, bà A, ký thông báo`: only where A has no other post here."""
        if not isinstance(item, PrintedPost) or place in self._taken or self._links.person(place + 1) is None:
            return
        link, is_addressed = self._links.between(place)
        if link != "," or self._items[place + 1] in self._holders or self._links.is_plural(place):
            return
        if is_addressed or self._opens_sentence(place):
            self._take_back(place, place + 1, None)

    def _opens_sentence(self, place: int) -> bool:
        """Whether a post that says its body begins a sentence, and the name after it goes on with a verb."""
        post, person = self._links.post(place), self._links.person(place + 1)
        if post is None or post.organisation is None or post.organisation.is_bare or person is None:
            return False
        goes_on = self._passage.is_spaced(person.end) and not self._passage.is_capitalised(person.end)
        return goes_on and _OPENS_SENTENCE.search(self._passage.lead(post.start)) is not None

    def _plural(self, place: int, item: Item) -> None:
        """`các Phó Chủ tịch UBND tỉnh: A, B và C`, `A, B – hai Phó Chủ tịch UBND tỉnh`."""
        if not isinstance(item, PrintedPost) or place in self._taken:
            return
        chain = [place]
        status: Status | None = None
        persons = holders_of_plural(self._links, place)
        if persons:
            chain = list(range(place, persons[0]))
            lead = self._passage.lead(self._items[place].start, FARTHEST)
            status = "appointed" if names_the_elected(last_sentence(lead)) else None
        else:
            persons = holders_before(self._links, place)
        for post in chain:
            for person in persons:
                self._take(post, person, status)

    def _by_verb(self, place: int, item: Item) -> None:
        """`bầu ông A giữ chức Bí thư`, `giữ chức Bí thư đối với ông A`."""
        if not isinstance(item, PrintedPost) or place in self._taken:
            return
        office = OFFICE.search(self._passage.lead(item.start).lower().rstrip())
        if office is None or item.organisation is None or item.is_of_any_body:
            return
        holder = self._holder_after(place)
        if holder is None and not office[0].startswith(_DISMISSED):
            holder = self._holder_before(place)
        if holder is None or self._is_replaced(holder) or not self._links.in_one_sentence(holder, place):
            return
        if holder < place and self._has_other_subject(holder, place):
            return
        if is_nominated(last_sentence(self._passage.lead(item.start, FARTHEST))):
            return
        status = self._status_said(None, place)
        if status is None and office[0].startswith(("chức", "vị trí", "cương vị")):
            return
        if status == "appointed" and is_long_held(self._passage.after(item.next)):
            status = None
        departs = status == "former" and leaves(last_sentence(self._passage.lead(item.start, FARTHEST)))
        together = [holder] if holder > place else listed_before(self._links, holder)
        chain = [post for post in self._links.chain(place) if post not in self._taken]
        in_turn = len(together) == len(chain) > 1
        for count, post in enumerate(chain):
            for person in together[count : count + 1] if in_turn else together:
                self._take(post, person, status, departs=departs)

    def _holder_after(self, place: int) -> int | None:
        if self._links.person(place + 1) is None:
            return None
        link, is_addressed = self._links.between(place)
        return place + 1 if is_addressed and _OBJECT.fullmatch(link) else None

    def _holder_before(self, place: int) -> int | None:
        """The nearest person before a post, no farther than anything can tie them."""
        passage = self._passage
        farthest = passage.starts[self._items[place].start] - FARTHEST
        for one in range(place - 1, -1, -1):
            if passage.ends[self._items[one].end - 1] < farthest:
                return None
            if self._links.person(one) is not None:
                return one
        return None

    def _has_other_subject(self, holder: int, place: int) -> bool:
        """Whether a pronoun between a name and an office is the subject of its verb (`…, ông được bổ nhiệm làm`)."""
        between = self._passage.between(self._items[holder].end, self._items[place].start)
        return _PRONOUN.search(between) is not None

    def _status_said(self, person: int | None, place: int) -> Status | None:
        """The status that the verb before a post gives: the last one of its sentence."""
        post = self._items[place]
        sentence = last_sentence(self._passage.lead(post.start, FARTHEST))
        if person is None and not OFFICE.search(sentence.rstrip()):
            return "former" if are_retired(sentence) else None
        return said_status(sentence)
