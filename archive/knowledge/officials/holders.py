"""Holders: whom a post printed without a name means, where exactly one official of the article holds it."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Hashable, Mapping
from dataclasses import replace

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import ACTING, PrintedPost, post_id
from archive.knowledge.officials.affiliation import Surroundings
from archive.knowledge.officials.drafts import Draft, beginnings
from archive.models import Mention, Post

_COMRADE = re.compile(r"\b(?:đồng chí|đổng chí|đ/c|ông|bà) $", re.IGNORECASE)
_PLURAL_COMRADES = re.compile(r"\b(?:các|những) \S+ \S+ $", re.IGNORECASE)
_OFFICE = re.compile(
    r"\b(?:của|do|tặng|từ|số|làm|giữ|giữ quyền|quyền|nhận|chức|danh|vụ|các vị|các|những|cấp|một|hai|ba|mỗi|bầu|"
    r"bổ nhiệm|cử|bởi|là|thành|nhiều|mọi|từng|hoặc|trình|tên|ghế|vị trí|cương vị|tư cách|tham gia|bổ sung|viên|"
    r"miễn nhiệm|bãi nhiệm|\d+) $",
    re.IGNORECASE,
)
"""Words after which a post alone is the office, not its holder (`Bằng khen của Chủ tịch UBND tỉnh`)."""

_SAYS = re.compile(
    r"(?:\s+(?:cũng|đã|còn|vừa|sẽ|đặc biệt|tiếp tục|lưu ý|trực tiếp|mong|rất|hết sức))*\s+"
    r"(?:yêu cầu|đề nghị|nhấn mạnh|cho biết|cho rằng|khẳng định|chỉ đạo|nói|kết luận|phát biểu|giao|đánh giá|"
    r"biểu dương|ghi nhận|lưu ý|thông tin|cho hay|bày tỏ|chia sẻ|mong muốn|tin tưởng|cảnh báo|nêu|đặt|phân tích|"
    r"chúc|hỏi|gợi ý|nhận định|quán triệt|chất vấn|trả lời|đồng tình|cảm ơn|trao|thăm)\b"
)
_OPENS = re.compile(r"(?:(?:^|[.!?…:;”\"]\s+)(?:(?:[^\W\d_]+ ){0,5}[^\W\d_]+, )?|\btheo |\n)$", re.IGNORECASE)


class Holders:
    """Who holds which post in an article, by every way to print it.

    A post is found by the id of its canonical form with its organisation, by that id alone, and by what the
    form begins with. What several drafts hold is nobody's.
    """

    def __init__(self, drafts: Collection[Draft]) -> None:
        self._now = _by_post(drafts, lambda post: post.status != "former")
        self._once = _by_post(drafts, lambda post: post.status == "former")

    def of(self, post: PrintedPost, surroundings: Surroundings) -> Draft | None:
        """The one draft that holds a post."""
        whole = post_id(post.canonical)
        affiliation = surroundings.affiliation(post.organisation)
        known = self._once if post.status == "former" else self._now
        exact = known.get((whole, affiliation.organisation))
        if exact is not None:
            return exact
        holder = known[whole] if whole in known else known.get(post.canonical)
        return None if holder is None or _is_elsewhere(post, affiliation.unit, holder) else holder


def _by_post(drafts: Collection[Draft], counts: Callable[[Post], bool]) -> Mapping[Hashable, Draft | None]:
    """The one draft that holds a post, by every way to print it; None where several do."""
    found: dict[Hashable, Draft | None] = {}
    for draft in drafts:
        held = [post for post in draft.posts.values() if counts(post)]
        said: set[Hashable] = {part for post in held for part in beginnings(post.canonical)}
        for post in held:
            for whole in {post_id(post.canonical), post_id(post.canonical.removeprefix(ACTING))}:
                said |= {whole, (whole, post.organisation)}
        for one in said:
            found[one] = None if one in found else draft
    return found


def _is_elsewhere(post: PrintedPost, unit: str | None, holder: Draft) -> bool:
    """Whether a post names another province than that of its holder."""
    area = post.organisation.area if post.organisation is not None else None
    if area is None or area.province is None or unit is None:
        return False
    return all(
        held.unit not in (unit, None)
        for held in holder.posts.values()
        if held.canonical.startswith(post.canonical)
    )


def mention_post(passage: Passage, post: PrintedPost, holders: Holders, surroundings: Surroundings) -> None:
    """Enter a post printed without a name where exactly one official of the article holds it."""
    lead = passage.lead(post.start)
    comrade = _COMRADE.search(lead)
    if comrade is None and not _means_holder(passage, post, lead):
        return
    holder = holders.of(post, surroundings)
    if holder is None:
        return
    span = passage.closed_span(post.first, post.end)
    if comrade is not None and not _PLURAL_COMRADES.search(lead):
        addressed = passage.starts[post.start] - len(lead) + comrade.start()
        span = replace(span, start=passage.offset + addressed)
    start, end = span.start - passage.offset, span.end - passage.offset
    holder.mentions.append(Mention(span, passage.text[start:end], "post"))


def _means_holder(passage: Passage, post: PrintedPost, lead: str) -> bool:
    """Whether a post without a word of address is its holder; one without a body only where it speaks."""
    if post.organisation is not None and not post.is_of_any_body:
        if not post.organisation.name and not passage.is_capitalised(post.first):
            return False
        return _OFFICE.search(lead) is None
    if not passage.is_capitalised(post.first) and post.organisation is None:
        return False
    return (
        _OPENS.search(lead) is not None and _SAYS.match(passage.text, passage.ends[post.next - 1]) is not None
    )
