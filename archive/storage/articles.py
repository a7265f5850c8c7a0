"""One revision of an article: to rows and back, equal to what was saved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from sqlalchemy import Connection, exists, select

from archive.knowledge.anchors import each_anchor
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
from archive.storage.extents import WHOLE, Extent
from archive.storage.fetching import Columns, RowsOf, among, columns_of, fetch_rows
from archive.storage.identities import people_of
from archive.storage.knowledge_schema import (
    corrections,
    identities,
    mentions,
    officials,
    place_evidence,
    posts,
    statements,
)
from archive.storage.rows import AnyRow, RevisionRows
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
        exists().where(corrections.c.article == revisions.c.article).label("is_corrected"),
    )
    .join(articles, articles.c.id == revisions.c.article)
    .join(sources, sources.c.name == revisions.c.source)
    .outerjoin(withdrawals, withdrawals.c.article == revisions.c.article)
)
_WRITTEN = _HEADS.where(revisions.c.change.in_(among("revisions")))
_CURRENT = _HEADS.where(articles.c.id.in_(among("ids")), articles.c.current == revisions.c.change)
_RECORD = (credits, repairs, removals)


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
        return tuple(self.each_anchor())

    def each_anchor(self) -> Iterator[str]:
        """The same one by one, for whoever does not need all of them."""
        if self.kept_anchors is not None:
            return iter(self.kept_anchors)
        return each_anchor(self.article, self.understanding.statements)


def add_content(
    rows: RevisionRows, article: Article, understanding: Understanding, packed_words: Sequence[str]
) -> None:
    """Gather every row of a revision but its head in `revisions`.

    Args:
        packed_words: for each paragraph its words as text; empty when it was not segmented.
    """
    _add_text(rows, article, packed_words)
    _add_dates(rows, article)
    _add_record(rows, article)
    add_understanding(rows, understanding)


def _add_text(rows: RevisionRows, article: Article, packed_words: Sequence[str]) -> None:
    segmented = packed_words or ("",) * len(article.paragraphs)
    for position, (text, words) in enumerate(zip(article.paragraphs, segmented, strict=True)):
        rows.add(paragraphs, position=position, text=text, words=words)
    for position, caption in enumerate(article.captions):
        rows.add(captions, position=position, text=caption.text, credit=caption.credit)
    for position, text in enumerate(article.credits):
        rows.add(credits, position=position, text=text)


def _add_dates(rows: RevisionRows, article: Article) -> None:
    for kind, dated in (("published", article.published), ("event", article.event)):
        if dated is not None:
            rows.add(
                dates,
                kind=kind,
                value=dated.value,
                precision=dated.precision,
                provenance=dated.provenance,
                raw=dated.raw,
                alternatives=list(dated.alternatives),
            )


def _add_record(rows: RevisionRows, article: Article) -> None:
    no_span = {"part": None, "start": None, "end": None}
    for position, repair in enumerate(article.repairs):
        rows.add(
            repairs,
            position=position,
            before=repair.before,
            after=repair.after,
            kind=repair.kind,
            certain=repair.certain,
            **(no_span if repair.span is None else span_values(repair.span)),
        )
    for position, removal in enumerate(article.removals):
        rows.add(removals, position=position, text=removal.text, kind=removal.kind)


def read_current(
    connection: Connection, ids: Sequence[str], extent: Extent = WHOLE
) -> dict[str, StoredArticle]:
    """Current revisions by id, with corrections applied; ids that are not there are left out."""
    heads = connection.execute(_CURRENT, {"ids": ids}).all()
    return {stored.article.id: stored for stored in _corrected_articles(connection, heads, None, extent)}


def read_revisions(
    connection: Connection, chosen: Sequence[int], as_of: int | None = None, extent: Extent = WHOLE
) -> dict[int, StoredArticle]:
    """Revisions by the number of the change that wrote them, with corrections applied.

    The same few queries for any number of them.

    Args:
        as_of: the change whose persons and corrections are asked for; None for now.
    """
    heads = connection.execute(_WRITTEN, {"revisions": chosen}).all()
    return {stored.change_number: stored for stored in _corrected_articles(connection, heads, as_of, extent)}


def read_uncorrected(connection: Connection, chosen: Sequence[int]) -> dict[int, StoredArticle]:
    """Revisions as they were written."""
    heads = connection.execute(_WRITTEN, {"revisions": chosen}).all()
    return {stored.change_number: stored for stored in _articles(connection, heads, None, WHOLE)}


def _corrected_articles(
    connection: Connection, heads: Sequence[AnyRow], as_of: int | None, extent: Extent
) -> list[StoredArticle]:
    touched = sorted({head.article for head in heads if head.is_corrected})
    corrected = corrections_of_articles(connection, touched, as_of) if touched else {}
    if corrected:
        # Who is given a statement may become an official of its article.
        extent = replace(extent, statements=True)
    found = _articles(connection, heads, as_of, extent)
    if not extent.statements:
        return found
    spoken_by = [row.given[0]["person"] for rows in corrected.values() for row in rows if row.given]
    leads_to = resolve_ids(connection, filter(None, spoken_by))
    traces = corrections_of_persons(connection, {id for stored in found for id in stored.people})
    return [_corrected(stored, corrected.get(stored.article.id, ()), leads_to, traces) for stored in found]


def _articles(
    connection: Connection, heads: Sequence[AnyRow], as_of: int | None, extent: Extent
) -> list[StoredArticle]:
    chosen = [head.change for head in heads]
    rows: dict[str, RowsOf] = {}
    for columns in _queries(extent):
        rows |= fetch_rows(connection, columns, chosen)
    texts = rows[paragraphs.name]
    understandings = read_understandings(rows, chosen, extent)
    people = people_of(rows[officials.name], rows[identities.name], as_of)
    return [
        StoredArticle(
            article=_article(head, {name: found.get(head.change, ()) for name, found in rows.items()}),
            understanding=understandings[head.change],
            words=tuple([unpack_words(row.words) for row in texts.get(head.change, ())])
            if extent.words and head.segmented
            else (),
            revision=head.number,
            short=head.short,
            change_number=head.change,
            content_sha256=head.content_sha256,
            rules_version=head.rules_version,
            withdrawn=head.reason,
            people=people.get(head.change, ()),
        )
        for head in heads
    ]


@cache
def _queries(extent: Extent) -> tuple[tuple[Columns, ...], ...]:
    """The columns of the tables that an extent takes, by query: tables of many or wide rows by themselves."""
    small = [captions, dates, place_evidence, officials, posts, identities]
    small += [*_RECORD] if extent.record else []
    small += [mentions] if extent.evidence else []
    texts = columns_of(paragraphs) if extent.words else columns_of(paragraphs, "words")
    said = ((columns_of(statements),),) if extent.statements else ()
    return (texts,), tuple(map(columns_of, small)), *said


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
        credits=tuple(row.text for row in rows.get("credits", ())),
        captions=tuple(Caption(row.text, row.credit) for row in rows["captions"]),
        paragraphs=tuple(row.text for row in rows["paragraphs"]),
        repairs=tuple(map(_repair, rows.get("repairs", ()))),
        removals=tuple(Removal(row.text, row.kind) for row in rows.get("removals", ())),
    )


def _dated(row: AnyRow) -> DatedValue:
    return DatedValue(row.value, row.precision, row.provenance, row.raw, tuple(row.alternatives))


def _repair(row: AnyRow) -> Repair:
    span = None if row.part is None else read_span(row)
    return Repair(row.before, row.after, row.kind, row.certain, span)
