"""What is right for an article, as somebody annotated it. None is *not judged*; empty is *there is none*."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

DATES = ("published", "event", "sort_date")
"""The dates of an article that can be judged."""


@dataclass(frozen=True, slots=True)
class GoldPost:
    """A post. Either its canonical form is given, or the words it is printed in.

    Attributes:
        organisation: its body; "" where it has none.
        status: whether it is held, was held, or is given now.
    """

    canonical: str | None = None
    organisation: str | None = None
    surface: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True)
class GoldOfficial:
    """A person with a post. One who is not `required` may be found or not: neither counts."""

    name: str
    province: str | None = None
    status: str | None = None
    posts: tuple[GoldPost, ...] | None = None
    required: bool = True


@dataclass(frozen=True, slots=True)
class GoldStatement:
    """One thing somebody said.

    Attributes:
        speakers: who said it, full names; several who said it together.
        content: its words.
        span: where they stand in the text of the gold article.
        required: whether it counts; if not it may be found or not.
    """

    speakers: tuple[str, ...] | None = None
    speaker_kind: str | None = None
    post: str | None = None
    act: str | None = None
    kind: str | None = None
    attribution: str | None = None
    content: str | None = None
    span: tuple[int, int] | None = None
    required: bool = True

    @property
    def speaker(self) -> str | None:
        """The speakers as one text."""
        return ", ".join(self.speakers) if self.speakers else None


@dataclass(frozen=True, slots=True)
class GoldArticle:
    """What is right for one article.

    Attributes:
        name: the file, or the id of the record.
        text: what the spans of the statements count over; None: our own cleaned body.
        dates: ISO values of those of `DATES` that are judged; None: the article has no such date.
        subjects: names of the province-level units the article is about.
        unjudged: keys of the annotation that nothing is done with.
    """

    name: str
    text: str | None = None
    dates: Mapping[str, str | None] = field(default_factory=dict)
    subjects: tuple[str, ...] | None = None
    officials: tuple[GoldOfficial, ...] | None = None
    statements: tuple[GoldStatement, ...] | None = None
    unjudged: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Problem:
    """A fault of the annotation, or an article that could not be judged.

    Attributes:
        where: the article, or the file and the line.
        code: what is wrong; the catalogue has its words under `gold_` and this.
        values: what stands in the places of those words.
    """

    where: str
    code: str
    values: Mapping[str, object] = field(default_factory=dict, hash=False)
