"""One revision of an article: to rows and back, equal to what was saved."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import Connection, bindparam, select

from archive.knowledge.anchors import anchors
from archive.models import Article, Caption, DatedValue, Removal, Repair, Source, Understanding
from archive.storage.amendments import (
    Correction,
    amended,
    correction_of,
    corrections_of_articles,
    corrections_of_persons,
    resolve_ids,
)
from archive.storage.compact import unpack_words
from archive.storage.identities import read_people
from archive.storage.rows import AnyRow, RowBuffer, fetch_rows
from archive.storage.schema import (
    articles,
    captions,
    credits,
    dates,
    paragraphs,
    removals,
    repairs,
    revisions,
    sources,
    withdrawals,
)
from archive.storage.understandings import add_understanding, read_span, read_understandings, span_values

Words = tuple[tuple[tuple[int, int], ...], ...]
"""For each paragraph its multi-syllable words as `[start, end)` offsets; empty when it was not segmented."""

_HEADS = (
    select(
        revisions,
        articles.c.short,
        articles.c.state,
        sources.c.domain,
        sources.c.home,
        sources.c.rights,
        withdrawals.c.reason,
    )
    .join(articles, articles.c.id == revisions.c.article)
    .join(sources, sources.c.name == revisions.c.source)
    .outerjoin(withdrawals, withdrawals.c.article == revisions.c.article)
    .where(revisions.c.change.in_(bindparam("revisions", expanding=True)))
)
_PARTS = (paragraphs, captions, credits, dates, repairs, removals)


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """One revision of an article, with everything known about it.

    Attributes:
        revision: 1 for the first.
        short: the hash of the id that URLs use.
        change_number: the change that wrote this revision.
        content_sha256: names the original.
        rules_version: the rules that read it.
        withdrawn: why the article is withdrawn, or None while it is live.
        people: the person id of each of `understanding.officials`, in their order.
        corrections: those in force that touch it: of its statements, and of persons it names.
        kept_anchors: the anchors of its statements where a correction left some out; see `anchors`.
    """

    article: Article
    understanding: Understanding
    words: Words
    revision: int
    short: str
    change_number: int
    content_sha256: str
    rules_version: int
    withdrawn: str | None
    people: tuple[str, ...]
    corrections: tuple[Correction, ...] = ()
    kept_anchors: tuple[str, ...] | None = None

    @property
    def anchors(self) -> tuple[str, ...]:
        """The anchor of each statement, the same whatever corrections leave out before it."""
        if self.kept_anchors is not None:
            return self.kept_anchors
        return anchors(self.article, self.understanding.statements)


def add_content(
    buffer: RowBuffer,
    revision: int,
    article: Article,
    understanding: Understanding,
    packed_words: Sequence[str],
) -> None:
    """Gather every row of a revision but its head in `revisions`.

    Args:
        revision: number of the change that writes it.
        packed_words: for each paragraph its words as text; empty when it was not segmented.
    """
    _add_text(buffer, revision, article, packed_words)
    _add_dates(buffer, revision, article)
    _add_record(buffer, revision, article)
    add_understanding(buffer, revision, understanding)


def _add_text(buffer: RowBuffer, revision: int, article: Article, packed_words: Sequence[str]) -> None:
    segmented = packed_words or ("",) * len(article.paragraphs)
    for position, (text, words) in enumerate(zip(article.paragraphs, segmented, strict=True)):
        buffer.add(paragraphs, revision=revision, position=position, text=text, words=words)
    for position, caption in enumerate(article.captions):
        buffer.add(captions, revision=revision, position=position, text=caption.text, credit=caption.credit)
    for position, text in enumerate(article.credits):
        buffer.add(credits, revision=revision, position=position, text=text)


def _add_dates(buffer: RowBuffer, revision: int, article: Article) -> None:
    for kind, dated in (("published", article.published), ("event", article.event)):
        if dated is not None:
            buffer.add(
                dates,
                revision=revision,
                kind=kind,
                value=dated.value,
                precision=dated.precision,
                provenance=dated.provenance,
                raw=dated.raw,
                alternatives=list(dated.alternatives),
            )


def _add_record(buffer: RowBuffer, revision: int, article: Article) -> None:
    no_span = {"part": None, "start": None, "end": None}
    for position, repair in enumerate(article.repairs):
        buffer.add(
            repairs,
            revision=revision,
            position=position,
            before=repair.before,
            after=repair.after,
            kind=repair.kind,
            certain=repair.certain,
            **(no_span if repair.span is None else span_values(repair.span)),
        )
    for position, removal in enumerate(article.removals):
        buffer.add(removals, revision=revision, position=position, text=removal.text, kind=removal.kind)


def read_revisions(
    connection: Connection, chosen: Sequence[int], as_of: int | None = None
) -> dict[int, StoredArticle]:
    """Revisions by the number of the change that wrote them, with corrections applied.

    The same few queries for any number of them.

    Args:
        as_of: the change whose persons and corrections are asked for; None for now.
    """
    found = read_uncorrected(connection, chosen, as_of)
    corrected = corrections_of_articles(
        connection, sorted({stored.article.id for stored in found.values()}), as_of
    )
    spoken_by = [row.given[0]["person"] for rows in corrected.values() for row in rows if row.given]
    leads_to = resolve_ids(connection, filter(None, spoken_by))
    traces = corrections_of_persons(connection, {id for stored in found.values() for id in stored.people})
    return {
        change: _corrected(stored, corrected.get(stored.article.id, ()), leads_to, traces)
        for change, stored in found.items()
    }


def read_uncorrected(
    connection: Connection, chosen: Sequence[int], as_of: int | None = None
) -> dict[int, StoredArticle]:
    """Revisions as they were written."""
    heads = connection.execute(_HEADS, {"revisions": chosen}).all()
    rows = {table.name: fetch_rows(connection, table, chosen) for table in _PARTS}
    understandings = read_understandings(connection, chosen)
    people = read_people(connection, chosen, as_of)
    return {
        head.change: StoredArticle(
            article=_article(head, {name: found.get(head.change, []) for name, found in rows.items()}),
            understanding=understandings[head.change],
            words=_words(head, rows["paragraphs"].get(head.change, [])),
            revision=head.number,
            short=head.short,
            change_number=head.change,
            content_sha256=head.content_sha256,
            rules_version=head.rules_version,
            withdrawn=head.reason,
            people=people.get(head.change, ()),
        )
        for head in heads
    }


def _corrected(
    stored: StoredArticle,
    rows: Sequence[AnyRow],
    leads_to: Mapping[str, str],
    traces: Mapping[str, Sequence[Correction]],
) -> StoredArticle:
    """An article with the corrections of its statements, and the traces of those of the persons it names."""
    found = {one.number: one for person in stored.people for one in traces.get(person, ())}
    found |= {row.number: correction_of(row) for row in rows}
    if not found:
        return stored
    left = amended(stored.article, stored.understanding, rows, leads_to)
    return replace(
        stored,
        understanding=left.understanding,
        people=stored.people + left.added,
        corrections=tuple(found[number] for number in sorted(found)),
        kept_anchors=left.anchors,
    )


def _words(head: AnyRow, rows: Sequence[AnyRow]) -> Words:
    return tuple(unpack_words(row.words) for row in rows) if head.segmented else ()


def _article(head: AnyRow, rows: Mapping[str, Sequence[AnyRow]]) -> Article:
    dated = {row.kind: _dated(row) for row in rows["dates"]}
    return Article(
        id=head.article,
        source=Source(head.source, head.domain, head.home, head.rights),
        url=head.url,
        title=head.title,
        title_inferred=head.title_inferred,
        published=dated.get("published"),
        event=dated.get("event"),
        sort_date=head.sort_date,
        byline=head.byline,
        category=head.category,
        credits=tuple(row.text for row in rows["credits"]),
        captions=tuple(Caption(row.text, row.credit) for row in rows["captions"]),
        paragraphs=tuple(row.text for row in rows["paragraphs"]),
        repairs=tuple(map(_repair, rows["repairs"])),
        removals=tuple(Removal(row.text, row.kind) for row in rows["removals"]),
    )


def _dated(row: AnyRow) -> DatedValue:
    return DatedValue(row.value, row.precision, row.provenance, row.raw, tuple(row.alternatives))


def _repair(row: AnyRow) -> Repair:
    span = None if row.part is None else read_span(row)
    return Repair(row.before, row.after, row.kind, row.certain, span)
