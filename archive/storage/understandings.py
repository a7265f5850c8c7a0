"""What one revision was understood to say: to rows and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from archive.knowledge.persons.persons import name_key, person_id
from archive.models import Mention, Official, PlaceAttribution, Post, Span, Statement, Understanding
from archive.storage.compact import pack_spans, unpack_spans
from archive.storage.extents import Extent
from archive.storage.fetching import RowsOf
from archive.storage.knowledge_schema import mentions, officials, place_evidence, posts, statements
from archive.storage.rows import AnyRow, RevisionRows


def add_understanding(rows: RevisionRows, understanding: Understanding) -> None:
    """Gather the rows of an understanding."""
    for position, place in enumerate(understanding.places):
        rows.add(
            place_evidence,
            position=position,
            unit=place.unit,
            role=place.role,
            score=place.score,
            spans=pack_spans(place.evidence),
        )
    for position, official in enumerate(understanding.officials):
        _add_official(rows, position, official)
    for position, statement in enumerate(understanding.statements):
        _add_statement(rows, position, statement)


def _add_official(rows: RevisionRows, number: int, official: Official) -> None:
    rows.add(
        officials,
        position=number,
        name_key=name_key(official.name),
        local=person_id(official.name, official.unit),
        name=official.name,
        unit=official.unit,
        status=official.status,
    )
    for position, post in enumerate(official.posts):
        rows.add(
            posts,
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
        rows.add(
            mentions,
            official=number,
            position=position,
            surface=mention.surface,
            kind=mention.kind,
            **span_values(mention.span),
        )


def _add_statement(rows: RevisionRows, position: int, statement: Statement) -> None:
    rows.add(
        statements,
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


def read_understandings(
    rows: Mapping[str, RowsOf], revisions: Sequence[int], extent: Extent
) -> dict[int, Understanding]:
    """The understanding of each revision, empty where nothing was understood.

    Args:
        rows: those of each table that the extent takes.
    """
    places = rows[place_evidence.name]
    officials_of = _officials(rows)
    said = rows.get(statements.name, {})
    return {
        revision: Understanding(
            places=tuple([_place(row, extent) for row in places.get(revision, ())]),
            officials=officials_of.get(revision, ()),
            statements=tuple(map(_statement, said.get(revision, ()))),
        )
        for revision in revisions
    }


def _officials(rows: Mapping[str, RowsOf]) -> dict[int, tuple[Official, ...]]:
    posts_of = _by_official(rows[posts.name])
    mentions_of = _by_official(rows.get(mentions.name, {}))
    return {
        revision: tuple(
            Official(
                name=row.name,
                unit=row.unit,
                status=row.status,
                posts=tuple(map(_post, posts_of.get((revision, row.position), ()))),
                mentions=tuple(map(_mention, mentions_of.get((revision, row.position), ()))),
            )
            for row in sighted
        )
        for revision, sighted in rows[officials.name].items()
    }


def _by_official(rows_of: RowsOf) -> dict[tuple[int, int], list[AnyRow]]:
    grouped: dict[tuple[int, int], list[AnyRow]] = {}
    for revision, rows in rows_of.items():
        for row in rows:
            grouped.setdefault((revision, row.official), []).append(row)
    return grouped


def read_span(row: AnyRow) -> Span:
    """The inverse of `span_values`."""
    return Span(row.part, row.start, row.end)


def _place(row: AnyRow, extent: Extent) -> PlaceAttribution:
    return PlaceAttribution(row.unit, row.role, row.score, unpack_spans(row.spans) if extent.evidence else ())


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
