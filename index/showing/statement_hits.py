"""A statement that was found, as far as the rights of its source go: who, in what post, on which day, what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from archive.storage.amendments import Correction
from archive.storage.articles import StoredArticle
from index.indexing.statements import Speaker, Speech
from index.query import Node
from index.results import Hit
from index.showing.highlighting import marks
from index.showing.rights import permitted, permitted_contents

CONTENT = "content"
"""The text field of a statement."""


@dataclass(frozen=True, slots=True)
class StatementPart:
    """A head, or a statement that continues it.

    Attributes:
        anchor: its name within the article.
        permalink: `<short>-<anchor>`.
        cue: None without any, and where the source is closed.
        content: as printed; cut short where only an extract may be shown, None where nothing may.
        marks: `[start, end)` offsets into `content`, ascending.
        start, end: where all of it stands in the body of the article.
    """

    anchor: str
    permalink: str
    act: str
    kind: str
    attribution: str
    cue: str | None
    content: str | None
    marks: tuple[tuple[int, int], ...]
    start: int
    end: int
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class StatementHit:
    """One statement found: a head, with what continues it.

    Attributes:
        id: `<article id>#<anchor>`.
        stored: its article, as far as its rights go.
        speaker: as printed in the article or named there; several joined by commas.
        speakers: each of them, with the id of the person if it is an official.
        post: the one printed nearest, as of that day; `posts` are all the speakers hold that day by the article.
        date: ISO form of the day it was said.
        corrections: those in force of it, and of the persons who speak.
        near_duplicates: how many more statements found are the same one elsewhere; None where they are not folded.
    """

    id: str
    permalink: str
    stored: StoredArticle
    speaker: str
    speakers: tuple[Speaker, ...]
    speaker_kind: str
    post: str | None
    posts: tuple[str, ...]
    date: str | None
    head: StatementPart
    continuations: tuple[StatementPart, ...]
    corrections: tuple[Correction, ...] = ()
    score: float = 0.0
    near_duplicates: int | None = None

    @property
    def parts(self) -> tuple[StatementPart, ...]:
        """The head, then what continues it."""
        return (self.head, *self.continuations)


def statement_hit(
    stored: StoredArticle, speech: Speech, clause: Node | None = None, hit: Hit | None = None
) -> StatementHit:
    """A statement as it is shown.

    Args:
        stored: its article, whole.
        clause: the query as parsed, whose words are marked.
        hit: how it was found.
    """
    head, *continuations = _parts(stored, speech, clause)
    return StatementHit(
        id=speech.id,
        permalink=speech.permalink,
        stored=permitted(stored),
        speaker=speech.head.speaker,
        speakers=speech.speakers,
        speaker_kind=speech.head.speaker_kind,
        post=speech.posts[0] if speech.posts else None,
        posts=speech.posts,
        date=speech.date,
        head=head,
        continuations=tuple(continuations),
        corrections=tuple(_corrections(stored, speech)),
        score=hit.score if hit else 0.0,
        near_duplicates=hit.near_duplicates if hit else None,
    )


def _corrections(stored: StoredArticle, speech: Speech) -> Iterator[Correction]:
    touched = {f"{stored.short}-{part.anchor}" for part in speech.parts}
    touched.update(speaker.person for speaker in speech.speakers if speaker.person)
    for correction in stored.corrections:
        if not touched.isdisjoint((correction.target, *correction.persons)):
            yield correction


def _parts(stored: StoredArticle, speech: Speech, clause: Node | None) -> list[StatementPart]:
    rights = stored.article.source.rights
    contents = permitted_contents([part.statement.content for part in speech.parts], rights)
    return [
        StatementPart(
            anchor=part.anchor,
            permalink=f"{stored.short}-{part.anchor}",
            act=part.statement.act,
            kind=part.statement.kind,
            attribution=part.statement.attribution,
            cue=None if rights == "closed" else part.statement.cue,
            content=content,
            marks=tuple(marks(content, clause, CONTENT)) if content and clause else (),
            start=part.statement.span.start,
            end=part.statement.span.end,
            confidence=part.statement.confidence,
            rule=part.statement.rule,
        )
        for part, content in zip(speech.parts, contents, strict=True)
    ]
