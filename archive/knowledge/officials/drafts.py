"""Drafts: what is gathered about each official while an article is read, and the official it becomes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.grammar.posts import ACTING, PrintedPost, is_membership, post_id
from archive.knowledge.officials.affiliation import Surroundings
from archive.models import Mention, Official, Post, Span, Status

_STANDING = " Thường trực"
_PART_ORDER = {"title": 0, "body": 1, "caption": 2}


@dataclass(slots=True)
class Draft:
    """An official while the article is read.

    Attributes:
        name: full name as first printed, "" before it is known.
        posts: by what makes a post one: the id of its canonical form, and its organisation.
        heads: posts printed without a body, which one with it may say.
        is_official: whether any of the posts is an office (not all in companies).
        is_foreign: whether any of them is of another country.
        inferred: posts whose unit is not printed with them.
        unsaid_seats: seats in an assembly that is not printed with them.
        told_of: posts that the official took in the course of life told of, in order.
        is_news: whether it is told that the official takes a post now.
    """

    name: str = ""
    posts: dict[tuple[str, str | None], Post] = field(default_factory=dict)
    heads: set[str] = field(default_factory=set)
    mentions: list[Mention] = field(default_factory=list)
    is_official: bool = False
    is_foreign: bool = False
    inferred: set[tuple[str, str | None]] = field(default_factory=set)
    unsaid_seats: set[tuple[str, str | None]] = field(default_factory=set)
    told_of: list[tuple[str, str | None]] = field(default_factory=list)
    is_news: bool = False

    def enter(
        self,
        passage: Passage,
        printed: PrintedPost,
        status: Status,
        surroundings: Surroundings,
        *,
        departs: bool = False,
        is_career: bool = False,
    ) -> None:
        """Give the official a post, unless they have it; that they are appointed to it is told once.

        Args:
            departs: whether it is told that the official leaves the post, so that it is held no more.
            is_career: whether the post is told of in a course of life, where who was appointed holds it since.
        """
        affiliation = surroundings.affiliation(printed.organisation)
        self.is_official = self.is_official or printed.is_office
        self.is_foreign = self.is_foreign or printed.is_foreign
        span = passage.closed_span(printed.first, printed.end)
        post = Post(
            surface=passage.text[span.start - passage.offset : span.end - passage.offset],
            canonical=printed.canonical,
            organisation=affiliation.organisation,
            unit=affiliation.unit,
            status=status,
            span=span,
        )
        if printed.organisation is None:
            is_known = post.canonical in self.heads or any(
                known.canonical.startswith(post.canonical) for known in self.posts.values()
            )
            self.heads.add(post.canonical)
            if is_known:
                return
        identity = (post_id(post.canonical), post.organisation)
        known_post = self.posts.setdefault(identity, post)
        if printed.is_unsaid_seat:
            self.unsaid_seats.add(identity)
        if known_post is post and not _names_its_unit(printed):
            self.inferred.add(identity)
        elif _names_its_unit(printed):
            known_post = self.print_in_full(identity, post.surface, post.span)
        if is_career and known_post is post and status == "appointed":
            self.told_of.append(identity)
        is_taken = status == "appointed" and not is_career
        self.is_news = self.is_news or is_taken
        if (is_taken and known_post.status == "current") or departs:
            self.posts[identity] = replace(known_post, status=status)

    def print_in_full(self, identity: tuple[str, str | None], surface: str, span: Span) -> Post:
        """Show a post as it is printed with its unit, where it was printed without before; returns it."""
        known = self.posts[identity]
        if identity in self.inferred:
            self.inferred.discard(identity)
            if len(surface) > len(known.surface):
                known = self.posts[identity] = replace(known, surface=surface, span=span)
        return known

    def _ended(self) -> list[tuple[str, str | None]]:
        """The posts of a course of life that later ones followed; the last is held unless another one is.

        None where an appointment is the news: what the pronoun is given may be the same.
        """
        is_elsewhere = any(
            post.status == "current" and not is_membership(post.canonical) for post in self.posts.values()
        )
        if self.is_news:
            return []
        return self.told_of if is_elsewhere else self.told_of[:-1]

    def _goes_without_saying(self, seat: tuple[str, str | None]) -> bool:
        """Whether a post is a seat in an assembly beside a post of it, which its members alone hold."""
        assembly = seat[1] or ""
        return seat in self.unsaid_seats and any(
            assembly in (body or "") for post, body in self.posts if post != seat[0]
        )

    def official(self) -> Official:
        """The official, with posts in the order of print and mentions in that of the article."""
        for identity in self._ended():
            self.posts[identity] = replace(self.posts[identity], status="former")
        printed = {identity[0] for identity in self.posts.keys() - self.inferred}
        known = (
            post
            for identity, post in self.posts.items()
            if not (identity in self.inferred and identity[0] in printed)
            and not self._goes_without_saying(identity)
        )
        posts = _without_acting(_without_standing(_without_beginnings(tuple(known))))
        statuses = {post.status for post in posts}
        order: tuple[Status, ...] = ("current", "appointed", "former")
        status = next(one for one in order if one in statuses)
        if self.is_news and "appointed" in statuses:
            status = "appointed"
        return Official(
            name=self.name,
            unit=next((post.unit for post in posts if post.unit is not None), None),
            status=status,
            posts=posts,
            mentions=tuple(
                sorted(
                    self.mentions, key=lambda mention: (_PART_ORDER[mention.span.part], mention.span.start)
                )
            ),
        )


def beginnings(canonical: str) -> list[str]:
    """What a canonical form begins with, word by word, without the whole."""
    return [canonical[:end] for end, character in enumerate(canonical) if character == " "]


def _without_beginnings(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Leave out posts that another names more fully (`Bí thư` beside `Bí thư Thành ủy`)."""
    fuller: dict[str, set[Status]] = {}
    for post in posts:
        for beginning in beginnings(post.canonical):
            fuller.setdefault(beginning, set()).add(post.status)
    return tuple(post for post in posts if not _is_said_more_fully(post, fuller))


def _without_standing(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Leave out the plain form of a post that is printed as `Thường trực` too: it is one."""
    plain = {
        (post.canonical.replace(_STANDING, ""), post.organisation)
        for post in posts
        if _STANDING in post.canonical
    }
    return tuple(post for post in posts if (post.canonical, post.organisation) not in plain)


def _without_acting(posts: tuple[Post, ...]) -> tuple[Post, ...]:
    """Leave out what somebody held until elected or appointed to it."""
    held = {(post.canonical, post.organisation) for post in posts if post.status != "former"}
    return tuple(
        post
        for post in posts
        if not post.canonical.startswith(ACTING)
        or (post.canonical.removeprefix(ACTING), post.organisation) not in held
    )


def _names_its_unit(printed: PrintedPost) -> bool:
    """Whether a post is printed with the name of its unit; central ones need none."""
    organisation = printed.organisation
    if organisation is None or organisation.opener.reach == "central":
        return True
    area = organisation.area
    return area is not None and not area.is_heard and (area.place or area.province) is not None


def _is_said_more_fully(post: Post, fuller: Mapping[str, set[Status]]) -> bool:
    if post.canonical not in fuller:
        return False
    return post.organisation is None or post.status in fuller[post.canonical]
