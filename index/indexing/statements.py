"""The statements of an article as the index has them: a head with what continues it, its speakers, posts and day."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass

from archive.knowledge.officials.affiliation import Surroundings
from archive.knowledge.officials.speaking_bodies import speaking_body
from archive.models import Article, Official, Post, Statement
from archive.storage.articles import StoredArticle

ANCHOR_SIGN = "#"
"""Stands between the id of an article and the anchor of a statement."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who said it. `person` is the id of the person, None of whoever is no official of the article."""

    name: str
    person: str | None

    @property
    def value(self) -> str:
        """The value of the field `speaker`."""
        return self.person or self.name


@dataclass(frozen=True, slots=True)
class Anchored:
    """One statement of an article, and its name within it."""

    statement: Statement
    anchor: str


@dataclass(frozen=True, slots=True)
class Speech:
    """A head and the statements that continue it: what is one document of the index, and one hit.

    Attributes:
        id: `<article id>#<anchor of the head>`.
        permalink: `<short>-<anchor of the head>`, as addresses have it.
        parts: the head, then what continues it, in the order of the body.
        speakers: without repeats.
        posts: those the speakers hold that day according to the article, the one printed nearest first.
        organisations: full names of the bodies of these posts, and of each that speaks itself.
        date: ISO form of the day it was said, as precise as is known; None when undated.
    """

    id: str
    permalink: str
    parts: tuple[Anchored, ...]
    speakers: tuple[Speaker, ...]
    posts: tuple[str, ...]
    organisations: tuple[str, ...]
    date: str | None

    @property
    def head(self) -> Statement:
        """The statement it begins with."""
        return self.parts[0].statement

    def values(self, name: str) -> tuple[str, ...]:
        """The different values of a member (`act`, `kind`, `cue`, `attribution`) over all parts, the head's first."""
        found = (getattr(part.statement, name) for part in self.parts)
        return tuple(dict.fromkeys(value for value in found if value))


def speeches(stored: StoredArticle, wanted: Set[str] | None = None) -> tuple[Speech, ...]:
    """What is said in an article, one a head, in the order of the body.

    Args:
        wanted: ids of those that are asked for, all of this article; None for all.
    """
    article, statements = stored.article, stored.understanding.statements
    if not statements:
        return ()
    continuing: dict[int, list[int]] = {}
    for place, statement in enumerate(statements):
        if statement.continues is not None:
            continuing.setdefault(_head_of(place, statements), []).append(place)
    names = stored.anchors if wanted is None else _names_of(stored, wanted, continuing)
    date = statement_date(article)
    surroundings = Surroundings(article, stored.understanding.places)
    return tuple(
        Speech(
            id=_id(article, names[place]),
            permalink=f"{stored.short}-{names[place]}",
            parts=tuple(
                Anchored(statements[part], names[part]) for part in (place, *continuing.get(place, ()))
            ),
            speakers=_speakers(statement, stored),
            posts=_posts(statement, stored),
            organisations=_organisations(statement, stored, surroundings),
            date=date,
        )
        for place, statement in enumerate(statements[: len(names)])
        if statement.continues is None and (wanted is None or _id(article, names[place]) in wanted)
    )


def _names_of(stored: StoredArticle, wanted: Set[str], continuing: Mapping[int, Sequence[int]]) -> list[str]:
    """The anchors of an article as far as the last statement that is asked for.

    They are the dearest part of a page of statements, and of ten articles half of them stand behind that one.
    """
    article, statements = stored.article, stored.understanding.statements
    missing = len(wanted)
    names: list[str] = []
    last = 0
    for place, name in enumerate(stored.each_anchor()):
        if not missing and place > last:
            break
        names.append(name)
        if statements[place].continues is None and _id(article, name) in wanted:
            missing -= 1
            last = max((last, *continuing.get(place, ())))
    return names


def _id(article: Article, anchor: str) -> str:
    return article.id + ANCHOR_SIGN + anchor


def article_of(statement_id: str) -> str:
    """The id of the article a statement is of."""
    return statement_id.rpartition(ANCHOR_SIGN)[0]


def statement_date(article: Article) -> str | None:
    """The day of what is said in an article: of its event where that is a day before it was printed, else its own."""
    event = article.event.value[:10] if article.event else ""
    printed = article.published.value[:10] if article.published else event
    is_day = len(event) == len("2020-12-25")
    return event if is_day and event <= printed else article.sort_date


def _head_of(place: int, statements: Sequence[Statement]) -> int:
    """The head a continuation leads to, also by way of another continuation."""
    while (continued := statements[place].continues) is not None and continued < place:
        place = continued
    return place


def _speakers(statement: Statement, stored: StoredArticle) -> tuple[Speaker, ...]:
    found = (Speaker(name, _person(name, statement, stored)) for name in _speaking(statement))
    return tuple(dict.fromkeys(found))


def _speaking(statement: Statement) -> tuple[str, ...]:
    return statement.speakers or (statement.speaker,)


def _person(name: str, statement: Statement, stored: StoredArticle) -> str | None:
    named = list(_officials(name, statement, stored))
    if not named:
        return None
    # Of two namesakes in one article it is the one whose post is printed with the statement.
    with_post = (person for person, official in named if statement.post in _canonical(official))
    return next(with_post, named[0][0])


def _officials(name: str, statement: Statement, stored: StoredArticle) -> Iterator[tuple[str, Official]]:
    if statement.speaker_kind == "person":
        for person, official in zip(stored.people, stored.understanding.officials, strict=True):
            if official.name == name and person:
                yield person, official


def _posts(statement: Statement, stored: StoredArticle) -> tuple[str, ...]:
    found = [statement.post] if statement.post else []
    found += [post.canonical for post in _held(statement, stored)]
    return tuple(dict.fromkeys(found))


def _organisations(
    statement: Statement, stored: StoredArticle, surroundings: Surroundings
) -> tuple[str, ...]:
    if statement.speaker_kind == "organisation":
        found = [speaking_body(name, surroundings) for name in _speaking(statement)]
    else:
        found = [post.organisation for post in _held(statement, stored)]
    return tuple(dict.fromkeys(filter(None, found)))


def _held(statement: Statement, stored: StoredArticle) -> Iterator[Post]:
    """The posts the speakers hold that day."""
    for name in _speaking(statement):
        person = _person(name, statement, stored)
        for identity, official in _officials(name, statement, stored):
            if identity == person:
                yield from (post for post in official.posts if post.status != "former")


def _canonical(official: Official) -> tuple[str, ...]:
    return tuple(post.canonical for post in official.posts)
