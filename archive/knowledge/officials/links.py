"""Links: what stands between the posts and names of a passage, and how it ties them."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.knowledge.grammar.items import Item, address_before
from archive.knowledge.grammar.names import Person
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.knowledge.officials.statuses import SENTENCE_END

_ALSO = r"(?:và|đồng thời|kiêm|kiêm nhiệm|kiêm giữ chức|hiện|nay|rồi|sau đó|tiếp đó)"
_CHAIN = re.compile(rf"(?:,|;|-|–|\(|/)? ?(?:(?:{_ALSO} ?)+(?:là|giữ chức|giữ chức vụ|làm)?)?")
_AGE = r"(?:sn|sinh năm|sinh ngày|sinh) ?[\d/.\- ]+|\d+ tuổi"
APPOSITION = re.compile(
    rf"(?:[,(–:-]|, ?\()? ?(?:{_AGE})?(?:,? ?quê [^;.]{{0,70}}(?=[,;)]))?\)? ?[,;–-]? ?"
    r"(?:(?:hiện|nay|đang|vốn|cũng|lúc đó|khi đó|khi ấy|từng|trước đây|người|khi còn|lúc còn|thời còn) ?)*"
    r"(?:là|giữ chức(?: vụ| danh)?|giữ cương vị|đảm nhiệm(?: chức vụ)?|làm|"
    r"trên cương vị|với tư cách(?: là)?)?"
)
"""What may stand between a name and the post of the person."""

_PLURAL = re.compile(
    r"\b(?:các|những|hai|ba|bốn|năm|sáu|bảy|tám|\d+) "
    r"(?:(?:đồng chí|đ/c|vị|ông|bà|tân|cựu|nguyên) )*(?:(?:là|gồm) )?$"
)
_PLURAL_CHARACTERS = 30
FARTHEST = 160
"""Characters between a name and a post, or between two posts, over which anything can tie them."""

_TOO_LONG = "…"
"""Stands for a link of more characters: no rule reads it as a tie."""

_PREDICATE = re.compile(r"(?:là|giữ chức|giữ chức vụ|giữ cương vị|đảm nhiệm)$")


class Links:
    """The items of a passage by their places, and what ties each to the next."""

    def __init__(self, passage: Passage, found: Sequence[Item]) -> None:
        self.passage = passage
        self.items = found
        self.before = {place + 1: place for place in range(len(found) - 1) if self._is_directly_before(place)}
        """Person -> post directly before it, by their places among the items."""

    def post(self, place: int) -> PrintedPost | None:
        """The post at a place; None where a person, or nothing, is."""
        item = self.items[place] if 0 <= place < len(self.items) else None
        return item if isinstance(item, PrintedPost) else None

    def person(self, place: int) -> Person | None:
        """The person at a place; None where a post, or nothing, is."""
        item = self.items[place] if 0 <= place < len(self.items) else None
        return item if isinstance(item, Person) else None

    def between(self, place: int) -> tuple[str, bool]:
        """What stands between an item and the next, without honorifics, and whether there were any."""
        first, second = self.items[place], self.items[place + 1]
        end = first.next if isinstance(first, PrintedPost) else first.end
        if self.passage.starts[second.start] - self.passage.ends[end - 1] > FARTHEST:
            return _TOO_LONG, False
        text = self.passage.between(end, second.start).lower()
        addressed = address_before(text)
        return text[:addressed].strip(), addressed is not None

    def is_chained(self, place: int) -> bool:
        """Whether a post and the next can be held by one person: `đại biểu` before a name begins another's."""
        following = self.post(place + 1)
        if following is None or (following.is_unsaid_seat and place + 1 in self.before.values()):
            return False
        return _CHAIN.fullmatch(self.between(place)[0]) is not None

    def chain(self, place: int) -> list[int]:
        """The posts that follow each other from `place` on."""
        chain = [place]
        while self.is_chained(chain[-1]) and not self._parts(chain[-1], place):
            chain.append(chain[-1] + 1)
        return chain

    def is_deputy(self, one: int, other: int) -> bool:
        """Whether one post is that of a deputy of the other, in one body: nobody holds both."""
        posts = self.post(one), self.post(other)
        if (
            posts[0] is None
            or posts[1] is None
            or posts[0].organisation is None
            or posts[1].organisation is None
        ):
            return False
        if posts[0].organisation.name != posts[1].organisation.name:
            return False
        heads = posts[0].head.split(" Thường trực")[0], posts[1].head.split(" Thường trực")[0]
        return f"Phó {heads[0]}" == heads[1] or f"Phó {heads[1]}" == heads[0]

    def is_plural(self, place: int) -> bool:
        """Whether several hold the post at a place, by the words before it."""
        lead = self.passage.lead(self.items[place].start, _PLURAL_CHARACTERS)
        return _PLURAL.search(lead.lower()) is not None

    def in_one_sentence(self, one: int, other: int) -> bool:
        """Whether two items stand near each other in a sentence."""
        first, second = sorted((one, other))
        text = self.passage.between(self.items[first].end, self.items[second].start)
        return len(text) <= FARTHEST and not SENTENCE_END.search(text)

    def _is_directly_before(self, place: int) -> bool:
        if self.post(place) is None or self.person(place + 1) is None:
            return False
        link, is_addressed = self.between(place)
        return link in ("", "-", "–", "là", ")") or (is_addressed and link in (":", ", là"))

    def _parts(self, place: int, first: int) -> bool:
        """Whether what stands between a post and the next may begin another person's posts."""
        link, post = self.between(place)[0], self.post(place + 1)
        if link == ";":
            return post is None or post.organisation is None or post.organisation.is_bare
        return link == "và" and not (self._is_predicate(first) and place + 1 not in self.before.values())

    def _is_predicate(self, place: int) -> bool:
        """Whether a name and a verb stand before a post (`Ông A là …`)."""
        if self.person(place - 1) is None:
            return False
        return _PREDICATE.search(self.between(place - 1)[0]) is not None
