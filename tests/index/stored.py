"""Stored articles with statements, written by hand."""

from __future__ import annotations

from archive.models import (
    Article,
    DatedValue,
    Official,
    PlaceAttribution,
    Post,
    Rights,
    Source,
    Span,
    Statement,
    Status,
    Understanding,
)
from archive.storage.articles import StoredArticle

CHAIR = "Chủ tịch UBND tỉnh"


def dated(value: str) -> DatedValue:
    """A day."""
    return DatedValue(value, "day", "body", value)


def official(
    name: str,
    *posts: str,
    unit: str | None = "phu-tho-1997",
    status: Status = "current",
    body: str | None = None,
) -> Official:
    """An official with posts, all in one body."""
    held = tuple(Post(post, post, body, unit, status, Span("body", 0, 1)) for post in posts)
    return Official(name, unit, status, held, ())


def said(
    speaker: str, content: str, act: str = "demand", *, after: int | None = None, **changed: object
) -> Statement:
    """A statement; `after` is the place of the one it continues."""
    values: dict[str, object] = {
        "speaker": speaker,
        "speakers": tuple(speaker.split(", ")),
        "speaker_kind": "person",
        "post": None,
        "act": act,
        "kind": "reported" if after is None else "continuation",
        "attribution": "name" if after is None else "context",
        "cue": "yêu cầu" if after is None else None,
        "content": content,
        "span": Span("body", 0, 0),
        "continues": after,
        "confidence": 0.9,
        "rule": "cue",
    }
    return Statement(**(values | changed))  # type: ignore[arg-type]


def stored(
    identity: str,
    *statements: Statement,
    officials: tuple[Official, ...] = (),
    published: str | None = "2020-03-20",
    event: str | None = None,
    rights: Rights = "full",
) -> StoredArticle:
    """An article whose paragraphs are its statements, each where its span says; officials are persons `p1`, `p2`…"""
    starts = [0]
    for statement in statements:
        starts.append(starts[-1] + len(statement.content) + 2)
    placed = tuple(
        Statement(
            **{name: getattr(statement, name) for name in Statement.__slots__}
            | {"span": Span("body", start, start + len(statement.content))}
        )
        for start, statement in zip(starts, statements, strict=False)
    )
    article = Article(
        id=identity,
        source=Source("Báo Mẫu", rights=rights),
        url=None,
        title=f"Bài {identity}",
        title_inferred=None,
        published=dated(published) if published else None,
        event=dated(event) if event else None,
        sort_date=published or event,
        byline=None,
        category=None,
        credits=(),
        captions=(),
        paragraphs=tuple(statement.content for statement in statements) or ("Không ai nói gì.",),
    )
    places = (PlaceAttribution("phu-tho-1997", "subject", 1.0, ()),)
    return StoredArticle(
        article=article,
        understanding=Understanding(places, officials, placed),
        words=(),
        revision=1,
        short=f"s{identity}",
        change_number=1,
        content_sha256="",
        rules_version=1,
        withdrawn=None,
        people=tuple(f"p{place}" for place, _ in enumerate(officials, start=1)),
    )
