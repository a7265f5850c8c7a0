"""When a post found is the one annotated.

*Strict*: head and body are equal, however they are divided: `Chủ tịch UBND huyện` of `UBND huyện Yên Châu` is `Chủ
tịch UBND huyện Yên Châu`. Another name of the post that our grammar reads to its end is the same post (`Ủy viên
Ban Chấp hành Trung ương Đảng`). Where only printed words are annotated they must be the words found, the
canonical form, or this with its body in full.

*Canonical*: the same, but the body is not asked beyond what the canonical form says.

*Lenient*: of the annotated form and the found one, canonical or printed, one begins the other: they may differ
in how much of the body is said (`Phó Giám đốc Sở`, `Phó Giám đốc Sở Y tế tỉnh Bắc Ninh`), never in the head.
"""

from __future__ import annotations

from dataclasses import replace

from archive.evaluation.gold import GoldPost
from archive.evaluation.names import begins
from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import post_at
from archive.models import Post
from archive.text.syllables import keys


def same_post(gold: GoldPost, found: Post) -> bool:
    """Whether a post is strictly the one annotated."""
    in_full = _in_full(found.canonical, found.organisation or "")
    if gold.canonical is None:
        return keys(gold.surface or "") in (keys(found.surface), keys(found.canonical), in_full)
    names = (gold.canonical, _as_we_write(gold.canonical))
    if gold.organisation is None:
        return keys(found.canonical) in map(keys, names)
    return in_full in (_in_full(name, gold.organisation) for name in names)


def same_canonical(gold: GoldPost, found: Post) -> bool:
    """Whether a post is strictly the one annotated, its body not asked."""
    return same_post(gold, found) or same_post(replace(gold, organisation=None), found)


def like_post(gold: GoldPost, found: Post) -> bool:
    """Whether a post is the one annotated but for how much of its body is said."""
    return same_post(gold, found) or any(
        begins(wanted, offered)
        for wanted in (gold.canonical, gold.surface)
        if wanted
        for offered in (found.canonical, found.surface)
    )


def _as_we_write(canonical: str) -> str:
    """Our canonical form of a post, or the same if it is not read to its end."""
    passage = read_passage(canonical)
    post = post_at(passage, 0) if len(passage) else None
    return post.canonical if post is not None and post.end == len(passage) else canonical


def _in_full(canonical: str, organisation: str) -> list[str]:
    """The keys of `Giám đốc Sở Y tế` and `Sở Y tế tỉnh Bắc Ninh` as one: head, then the whole body."""
    head, body = keys(canonical), keys(organisation)
    shared = next((size for size in range(len(head), 0, -1) if head[-size:] == body[:size]), 0)
    return head[: len(head) - shared] + body
