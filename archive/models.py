"""What an article is, and everything known about it: frozen values, no behaviour beyond derived properties."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from archive.documents import RawDocument

Rights = Literal["full", "extract", "closed"]
Part = Literal["title", "body", "caption"]
Precision = Literal["year", "month", "day", "minute", "second"]
Provenance = Literal["header", "body", "field", "inferred"]
Status = Literal["current", "former", "appointed"]
Role = Literal["subject", "mentioned"]

ACTS = (
    "assert",
    "assess",
    "demand",
    "propose",
    "praise",
    "criticise",
    "promise",
    "agree",
    "admit",
    "report",
    "thank",
    "other",
)
"""What is done by saying it; `đề nghị`, `kiến nghị`, `mong muốn` demand downwards and propose upwards."""

PARAGRAPH_BREAK = "\n\n"
"""What stands between paragraphs, and between captions, wherever spans count characters over several."""


@dataclass(frozen=True, slots=True)
class Source:
    """A publisher. `home` is the name of its province, `rights` what may be shown of its texts."""

    name: str
    domain: str | None = None
    home: str | None = None
    rights: Rights = "full"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """Characters `[start, end)` of one part of a clean article.

    `body` counts over the paragraphs joined by `PARAGRAPH_BREAK`, `caption` over the captions joined so.
    """

    part: Part
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A date as printed and as read.

    Attributes:
        value: ISO form at its precision (`2020-12`, `2009-06-12T20:30:21`), Vietnamese local time.
        raw: the printed characters it was read from.
        alternatives: other readings of `raw`, ISO form, that were rejected.
    """

    value: str
    precision: Precision
    provenance: Provenance
    raw: str
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Caption:
    """The words under a picture, and who took it."""

    text: str
    credit: str | None = None


@dataclass(frozen=True, slots=True)
class Repair:
    """Machine damage mended. `span` is where `after` stands in the clean article, when that is known."""

    before: str
    after: str
    kind: str
    certain: bool
    span: Span | None = None


@dataclass(frozen=True, slots=True)
class Removal:
    """Text of the original that is not the article (date line, byline, tail…), kept on record."""

    text: str
    kind: str


@dataclass(frozen=True, slots=True)
class Article:
    """A clean article: what was printed, in its roles.

    Attributes:
        title: as printed, or None where none was printed.
        title_inferred: a title to show instead, made from the lede, when `title` is None.
        sort_date: ISO form, of day precision at most; None when undated.
        paragraphs: the body, without title, date line, captions, byline and tail.
    """

    id: str
    source: Source
    url: str | None
    title: str | None
    title_inferred: str | None
    published: DatedValue | None
    event: DatedValue | None
    sort_date: str | None
    byline: str | None
    category: str | None
    credits: tuple[str, ...]
    captions: tuple[Caption, ...]
    paragraphs: tuple[str, ...]
    repairs: tuple[Repair, ...] = ()
    removals: tuple[Removal, ...] = ()

    @property
    def display_title(self) -> str:
        """The printed title, else the inferred one, else the id."""
        return self.title or self.title_inferred or self.id

    @property
    def body(self) -> str:
        """The paragraphs as one string, which `Span("body", …)` counts over."""
        return PARAGRAPH_BREAK.join(self.paragraphs)

    @property
    def caption_text(self) -> str:
        """The captions as one string, which `Span("caption", …)` counts over."""
        return PARAGRAPH_BREAK.join(caption.text for caption in self.captions)

    def part(self, part: Part) -> str:
        """The text that spans of `part` count over."""
        if part == "title":
            return self.title or ""
        return self.body if part == "body" else self.caption_text


@dataclass(frozen=True, slots=True)
class Unit:
    """A province-level unit in one period of its life.

    Attributes:
        id: plain ASCII, `phu-tho-1997`: name and the year the unit began.
        name: as written today (`Phú Thọ`).
        kind: `tỉnh` or `thành phố` (once also `đặc khu`).
        valid_from, valid_to: first day, and first day no longer valid (None: still valid).
        successors: ids of the units its territory went to.
        current: ids of the units of 1 July 2025 that hold its territory, the main one first.
    """

    id: str
    name: str
    kind: str
    valid_from: date
    valid_to: date | None
    successors: tuple[str, ...]
    current: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlaceAttribution:
    """An article's tie to a unit, with its evidence."""

    unit: str
    role: Role
    score: float
    evidence: tuple[Span, ...]


@dataclass(frozen=True, slots=True)
class Post:
    """A post (chức vụ) as printed and in canonical form.

    `organisation` is the full name of the body (`UBND tỉnh Vĩnh Phúc`), `unit` the id of its unit, None when central.
    """

    surface: str
    canonical: str
    organisation: str | None
    unit: str | None
    status: Status
    span: Span


@dataclass(frozen=True, slots=True)
class Mention:
    """Where an official is named: by `name`, by `post` alone, or by a pronoun (`Đồng chí`, `ông`)."""

    span: Span
    surface: str
    kind: Literal["name", "post", "pronoun"]


@dataclass(frozen=True, slots=True)
class Official:
    """A person with a post, within one article. `unit` is the id of the unit their posts belong to."""

    name: str
    unit: str | None
    status: Status
    posts: tuple[Post, ...]
    mentions: tuple[Mention, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """One thing somebody said, as reported.

    Attributes:
        speaker: who said it: the full name of a person, else the body or the words it is called by. Several
            speakers are joined by commas.
        speakers: the name of each; those that are officials of the article are named as there.
        post: canonical form of the post the speaker is given in the article, the one printed nearest first.
        act: one of `ACTS`.
        attribution: how the speaker is printed: `name` (with or without a post), `post` alone, `pronoun`,
            or not at all (`context`).
        cue: the printed words that say that something is said (`ghi nhận và đánh giá cao`), None without any.
        content: what was said, as printed: after a cue up to the sign that ends the sentence, without it;
            quoted words with their marks; as a continuation whole sentences, one block a paragraph.
        span: where `content` stands in the body; never over a paragraph's end.
        continues: place of the head, among the statements of the article, of a continuation.
        confidence: share of the statements found by this rule, in this situation, that are right, as measured.
        rule: name of the rule that found it.
    """

    speaker: str
    speakers: tuple[str, ...]
    speaker_kind: Literal["person", "organisation", "anonymous"]
    post: str | None
    act: str
    kind: Literal["direct", "reported", "mixed", "continuation"]
    attribution: Literal["name", "post", "pronoun", "context"]
    cue: str | None
    content: str
    span: Span
    continues: int | None
    confidence: float
    rule: str


@dataclass(frozen=True, slots=True)
class Understanding:
    """What an article says, as read by one version of the rules."""

    places: tuple[PlaceAttribution, ...] = ()
    officials: tuple[Official, ...] = ()
    statements: tuple[Statement, ...] = ()

    def units(self, role: Role) -> tuple[str, ...]:
        """Ids of the units with this role, best first."""
        return tuple(place.unit for place in self.places if place.role == role)


@dataclass(frozen=True, slots=True)
class Processed:
    """A document taken through every pure step: read, decoded, cleaned, dated, understood, segmented.

    Attributes:
        identity: what the id was computed from (`id`, `url`, `path`, `content`) and its value.
        words: for each paragraph, the multi-syllable words as `[start, end)` offsets into that paragraph.
    """

    raw: RawDocument
    identity: tuple[str, str]
    article: Article
    understanding: Understanding
    words: tuple[tuple[tuple[int, int], ...], ...] = field(default=())
