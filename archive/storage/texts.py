"""Texts of live articles and their sketches, kept in step with the articles, and which are worth comparing.

Articles of one source with the same syllables have one text. A value of a sketch relates the first
`MOST_HOLDERS` texts that hold it (by id, which is a hash): what thousands share is a frame, and must not cost
thousands squared. So one text is compared with `SKETCH_VALUES` times `MOST_HOLDERS` others at most, in practice
with few, and what is compared depends on the texts that there are, not on their order.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sqlalchemy import BindParameter, Connection, bindparam, delete, func, select

from archive.knowledge.shingles import LEAST_SHARED_VALUES, Shingled, shingled
from archive.models import PARAGRAPH_BREAK
from archive.storage.heads import LIVE
from archive.storage.knowledge_schema import copies, sketches, texts
from archive.storage.rows import as_json, chunks, put_rows
from archive.storage.schema import articles, paragraphs, revisions

MOST_HOLDERS = 200
_CHUNK_VALUES = 20_000

Sketch = NDArray[np.int64]
"""The smallest shingles of a text, ascending."""

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_HEADS = (
    select(articles.c.id, articles.c.current, revisions.c.source, revisions.c.text)
    .join(revisions, revisions.c.change == articles.c.current)
    .where(articles.c.state == LIVE, articles.c.id.in_(_IDS))
)
_PARAGRAPHS = (
    select(paragraphs.c.revision, paragraphs.c.text)
    .where(paragraphs.c.revision.in_(_IDS))
    .order_by(paragraphs.c.revision, paragraphs.c.position)
)
_COPIES = select(copies.c.article, copies.c.text).where(copies.c.article.in_(_IDS))
_FIRST_COPIES = (
    select(copies.c.text, func.min(copies.c.article)).where(copies.c.text.in_(_IDS)).group_by(copies.c.text)
)
_HELD = select(copies.c.text).distinct().where(copies.c.text.in_(_IDS))
_SKETCHES = select(texts.c.id, texts.c.sketch).where(texts.c.id.in_(_IDS))
_DELETE_SKETCH = delete(sketches).where(
    sketches.c.value == bindparam("of_value"), sketches.c.text == bindparam("of_text")
)
# One parameter for thousands of values: as many parameters take longer to name than the rows to find.
_GIVEN = select(func.json_each(bindparam("given")).table_valued("value").c.value)
_RANKED = (
    select(
        sketches.c.value,
        sketches.c.text,
        func.row_number().over(partition_by=sketches.c.value, order_by=sketches.c.text).label("rank"),
    )
    .where(sketches.c.value.in_(_GIVEN))
    .subquery()
)
_HOLDERS = (
    select(_RANKED.c.value, _RANKED.c.text)
    .where(_RANKED.c.rank <= bindparam("most"))
    .order_by(_RANKED.c.value, _RANKED.c.text)
)
_CROWDED = (
    select(sketches.c.value, func.count())
    .where(sketches.c.value.in_(_GIVEN))
    .group_by(sketches.c.value)
    .having(func.count() > bindparam("most"))
)


@dataclass(slots=True)
class Movement:
    """What became of texts when articles changed.

    Attributes:
        articles: those that have another text now, or none any more.
        kept: texts that gained or lost an article, and are still there.
        added, removed: texts that are there now, or no longer, with their sketches.
    """

    articles: set[str] = field(default_factory=set)
    kept: set[int] = field(default_factory=set)
    added: dict[int, Sketch] = field(default_factory=dict)
    removed: dict[int, Sketch] = field(default_factory=dict)


def follow(connection: Connection, changed: Sequence[str]) -> Movement:
    """Bring texts and sketches up to the current state of some articles."""
    movement = Movement()
    left: set[int] = set()
    for chunk in chunks(changed):
        held = {row.article: row.text for row in connection.execute(_COPIES, {"ids": chunk})}
        rows = connection.execute(_HEADS, {"ids": chunk})
        found = {row.id: row.text for row in rows if row.text is not None}
        moved = [article for article in chunk if held.get(article) != found.get(article)]
        connection.execute(delete(copies).where(copies.c.article.in_(moved)))
        left.update(held[article] for article in moved if article in held)
        _add(connection, movement, {article: found[article] for article in moved if article in found}, left)
        movement.articles.update(moved)
    _remove(connection, movement, left)
    return movement


def displaced(connection: Connection, movement: Movement) -> set[int]:
    """Texts that stayed, but came among the first holders of a value, or are no longer among them."""
    added, removed = _pairs(movement.added), _pairs(movement.removed)
    values, counts = np.unique(np.concatenate((added[:, 0], removed[:, 0])), return_counts=True)
    texts_moved: set[int] = set()
    for value, most in _crowded(connection, values, counts):
        _, holding = _holders(connection, np.array([value]), MOST_HOLDERS + most)
        now = set(holding.tolist())
        entered, left = (set(pairs[pairs[:, 0] == value, 1].tolist()) for pairs in (added, removed))
        before = now - entered | left
        texts_moved |= {*sorted(before)[:MOST_HOLDERS]} ^ {*sorted(now)[:MOST_HOLDERS]}
    return texts_moved - movement.added.keys() - movement.removed.keys()


def _crowded(connection: Connection, values: Sketch, counts: Sketch) -> Iterator[tuple[int, int]]:
    """Values that have, or had, more holders than are related, each with how many entered or left.

    Args:
        counts: for each value how many entered or left.
    """
    most = int(counts.max(initial=0))
    moves = dict(zip(values.tolist(), counts.tolist(), strict=True))
    for chunk in _chunks(values):
        given = {"given": as_json(chunk), "most": MOST_HOLDERS - most}
        for value, count in connection.execute(_CROWDED, given).all():
            if count + moves[value] > MOST_HOLDERS:
                yield value, moves[value]


def candidates(connection: Connection, chosen: Sequence[int]) -> list[tuple[int, int]]:
    """Each of some texts with each that shares enough of its sketch to be compared with it, in order."""
    sketch_of = _sketches(connection, chosen)
    if not sketch_of:
        return []
    sizes = [len(sketch) for sketch in sketch_of.values()]
    own_values = np.concatenate(list(sketch_of.values()))
    own_texts = np.repeat(np.array(list(sketch_of), dtype=np.int64), sizes)
    # Nine values in ten are of one text alone: not fetching their rows saves most of the time.
    several = _held_by_several(connection, np.unique(own_values))
    is_shared = np.isin(own_values, several)
    own_values, own_texts = own_values[is_shared], own_texts[is_shared]
    held, holding = _holders(connection, several, MOST_HOLDERS)
    # Every value of every text beside all that hold it.
    first, end = np.searchsorted(held, own_values), np.searchsorted(held, own_values, side="right")
    own = np.repeat(np.arange(len(own_values)), end - first)
    others = holding[
        np.arange(len(own)) + np.repeat(first - np.cumsum(end - first) + (end - first), end - first)
    ]
    is_itself = others == own_texts[own]
    # A text that is not among the related holders of a value is related to none by it.
    is_related = np.zeros(len(own_values), dtype=bool)
    is_related[own[is_itself]] = True
    kept = is_related[own] & ~is_itself
    pairs, shared = np.unique(
        np.column_stack((own_texts[own[kept]], others[kept])), axis=0, return_counts=True
    )
    return [(text, other) for text, other in pairs[shared >= LEAST_SHARED_VALUES].tolist()]


def read_texts(connection: Connection, ids: Sequence[str]) -> dict[str, Shingled]:
    """The current texts of those of some articles that are live."""
    heads = connection.execute(_HEADS, {"ids": ids}).all()
    parts: dict[int, list[str]] = {head.current: [] for head in heads}
    for row in connection.execute(_PARAGRAPHS, {"ids": list(parts)}):
        parts[row.revision].append(row.text)
    return {head.id: shingled(head.source, PARAGRAPH_BREAK.join(parts[head.current])) for head in heads}


def load(connection: Connection, chosen: Sequence[int]) -> dict[int, Shingled]:
    """Texts by id, shingled anew from an article that has them."""
    article_of = {row[0]: row[1] for row in connection.execute(_FIRST_COPIES, {"ids": chosen})}
    found = read_texts(connection, list(article_of.values()))
    return {text: found[article] for text, article in article_of.items()}


def _add(connection: Connection, movement: Movement, found: dict[str, int], left: set[int]) -> None:
    """Write which text each article has; those that no article had before are compared from now on."""
    if not found:
        return
    chosen = set(found.values())
    there = left.union(connection.execute(_HELD, {"ids": sorted(chosen)}).scalars())
    new = _sketches(connection, sorted(chosen - there))
    # In the order of the table: a quarter less time than in any order, with 100,000 articles.
    put_rows(connection, sketches, sorted((value, text) for text in new for value in new[text].tolist()))
    put_rows(connection, copies, list(found.items()))
    movement.added |= new
    movement.kept |= chosen - movement.added.keys()


def _remove(connection: Connection, movement: Movement, left: set[int]) -> None:
    for chunk in chunks(sorted(left)):
        alive = set(connection.execute(_HELD, {"ids": chunk}).scalars())
        gone = [text for text in chunk if text not in alive]
        sketch_of = _sketches(connection, gone)
        rows = [{"of_value": value, "of_text": text} for text in gone for value in sketch_of[text].tolist()]
        if rows:
            connection.execute(_DELETE_SKETCH, rows)
        movement.kept |= alive - movement.added.keys()
        movement.removed |= sketch_of
    movement.kept -= movement.removed.keys()


def _sketches(connection: Connection, chosen: Sequence[int]) -> dict[int, Sketch]:
    rows = (row for chunk in chunks(chosen) for row in connection.execute(_SKETCHES, {"ids": chunk}))
    return {row.id: np.frombuffer(row.sketch, dtype="<i8").astype(np.int64) for row in rows}


def _held_by_several(connection: Connection, values: Sketch) -> Sketch:
    """Those of some values that more than one text holds, ascending."""
    held = [
        value
        for chunk in _chunks(values)
        for value, _ in connection.execute(_CROWDED, {"given": as_json(chunk), "most": 1}).all()
    ]
    return np.array(sorted(held), dtype=np.int64)


def _chunks(values: Sketch) -> Iterator[Sequence[int]]:
    return chunks(values.tolist(), _CHUNK_VALUES)


def _pairs(sketch_of: dict[int, Sketch]) -> NDArray[np.int64]:
    """Values and the texts that hold them, side by side."""
    pairs = [(value, text) for text, sketch in sketch_of.items() for value in sketch.tolist()]
    return np.array(pairs, dtype=np.int64).reshape(-1, 2)


def _holders(connection: Connection, values: Sketch, most: int) -> tuple[Sketch, Sketch]:
    """The first texts, at most `most`, that hold each value: the values, and beside each a text; both ascending."""
    pairs = [
        (row.value, row.text)
        for chunk in _chunks(values)
        for row in connection.execute(_HOLDERS, {"given": as_json(chunk), "most": most}).all()
    ]
    held = np.array(pairs, dtype=np.int64).reshape(-1, 2)
    return held[:, 0], held[:, 1]
