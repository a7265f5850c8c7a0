"""What one revision was understood to say: to rows and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sqlalchemy import Connection

from archive.knowledge.persons.persons import name_key, person_id
from archive.models import Mention, Official, PlaceAttribution, Post, Span, Statement, Understanding
from archive.storage.compact import pack_spans, unpack_spans
from archive.storage.knowledge_schema import mentions, officials, place_evidence, posts, statements
from archive.storage.rows import AnyRow, RowBuffer, fetch_rows


def add_understanding(buffer: RowBuffer, revision: int, understanding: Understanding) -> None:
    """Gather the rows of an understanding."""
    for position, place in enumerate(understanding.places):
        buffer.add(
            place_evidence,
            revision=revision,
            position=position,
            unit=place.unit,
            role=place.role,
            score=place.score,
            spans=pack_spans(place.evidence),
        )
    for position, official in enumerate(understanding.officials):
        _add_official(buffer, revision, position, official)
    for position, statement in enumerate(understanding.statements):
        _add_statement(buffer, revision, position, statement)


def _add_official(buffer: RowBuffer, revision: int, number: int, official: Official) -> None:
    buffer.add(
        officials,
        revision=revision,
        position=number,
        name_key=name_key(official.name),
        local=person_id(official.name, official.unit),
        name=official.name,
        unit=official.unit,
        status=official.status,
    )
    for position, post in enumerate(official.posts):
        buffer.add(
            posts,
            revision=revision,
            official=number,
            position=position,
            surface=post.surface,
            canonical=post.canonical,
            organisation=post.organisation,
            unit=post.unit,
            status=post.status,
            **span_values(post.span),
        )
    for position, mention in enumerate(official.mentions):
        buffer.add(
            mentions,
            revision=revision,
            official=number,
            position=position,
            surface=mention.surface,
            kind=mention.kind,
            **span_values(mention.span),
        )


def _add_statement(buffer: RowBuffer, revision: int, position: int, statement: Statement) -> None:
    buffer.add(
        statements,
        revision=revision,
        position=position,
        speaker=statement.speaker,
        speakers=list(statement.speakers),
        speaker_kind=statement.speaker_kind,
        post=statement.post,
        act=statement.act,
        kind=statement.kind,
        attribution=statement.attribution,
        cue=statement.cue,
        content=statement.content,
        continues=statement.continues,
        confidence=statement.confidence,
        rule=statement.rule,
        **span_values(statement.span),
    )


def span_values(span: Span) -> dict[str, object]:
    """A span as the columns `part`, `start`, `end`."""
    return {"part": span.part, "start": span.start, "end": span.end}


def read_understandings(connection: Connection, revisions: Sequence[int]) -> dict[int, Understanding]:
    """The understanding of each revision, empty where nothing was understood."""
    places = fetch_rows(connection, place_evidence, revisions)
    officials_of = _read_officials(connection, revisions)
    said = fetch_rows(connection, statements, revisions)
    return {
        revision: Understanding(
            places=tuple(map(_place, places.get(revision, ()))),
            officials=officials_of.get(revision, ()),
            statements=tuple(map(_statement, said.get(revision, ()))),
        )
        for revision in revisions
    }


def _read_officials(connection: Connection, revisions: Sequence[int]) -> dict[int, tuple[Official, ...]]:
    posts_of = _by_official(fetch_rows(connection, posts, revisions))
    mentions_of = _by_official(fetch_rows(connection, mentions, revisions))
    return {
        revision: tuple(
            Official(
                name=row.name,
                unit=row.unit,
                status=row.status,
                posts=tuple(map(_post, posts_of.get((revision, row.position), ()))),
                mentions=tuple(map(_mention, mentions_of.get((revision, row.position), ()))),
            )
            for row in rows
        )
        for revision, rows in fetch_rows(connection, officials, revisions).items()
    }


def _by_official(rows_of: Mapping[int, list[AnyRow]]) -> dict[tuple[int, int], list[AnyRow]]:
    grouped: dict[tuple[int, int], list[AnyRow]] = {}
    for revision, rows in rows_of.items():
        for row in rows:
            grouped.setdefault((revision, row.official), []).append(row)
    return grouped


def read_span(row: AnyRow) -> Span:
    """The inverse of `span_values`."""
    return Span(row.part, row.start, row.end)


def _place(row: AnyRow) -> PlaceAttribution:
    return PlaceAttribution(row.unit, row.role, row.score, unpack_spans(row.spans))


def _post(row: AnyRow) -> Post:
    return Post(row.surface, row.canonical, row.organisation, row.unit, row.status, read_span(row))


def _mention(row: AnyRow) -> Mention:
    return Mention(read_span(row), row.surface, row.kind)


def _statement(row: AnyRow) -> Statement:
    return Statement(
        speaker=row.speaker,
        speakers=tuple(row.speakers),
        speaker_kind=row.speaker_kind,
        post=row.post,
        act=row.act,
        kind=row.kind,
        attribution=row.attribution,
        cue=row.cue,
        content=row.content,
        span=read_span(row),
        continues=row.continues,
        confidence=row.confidence,
        rule=row.rule,
    )
