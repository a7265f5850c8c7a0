"""Texts of live articles and their sketches, kept in step with the articles, and which are worth comparing.

Articles of one source with the same syllables have one text. A value of a sketch relates the first
`MOST_HOLDERS` texts that hold it (by id, which is a hash): what thousands share is a frame, and must not cost
thousands squared. So one text is compared with `SKETCH_VALUES` times `MOST_HOLDERS` others at most, in practice
with few, and what is compared depends on the texts that there are, not on their order.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import BindParameter, Connection, bindparam, delete, func, insert, select

from archive.knowledge.shingles import LEAST_SHARED_VALUES, Shingled, shingled
from archive.models import PARAGRAPH_BREAK
from archive.storage.heads import LIVE
from archive.storage.knowledge_schema import copies, sketches, texts
from archive.storage.rows import chunks
from archive.storage.schema import articles, paragraphs, revisions

MOST_HOLDERS = 200
_CHUNK_HASHES = 4000

_IDS: BindParameter[Any] = bindparam("ids", expanding=True)
_HEADS = (
    select(articles.c.id, articles.c.current, revisions.c.source)
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
_SKETCHES = select(texts.c.id, texts.c.sketch).where(texts.c.id.in_(_IDS))
_DELETE_SKETCH = delete(sketches).where(
    sketches.c.value == bindparam("of_value"), sketches.c.text == bindparam("of_text")
)
_RANKED = (
    select(
        sketches.c.value,
        sketches.c.text,
        func.row_number().over(partition_by=sketches.c.value, order_by=sketches.c.text).label("rank"),
    )
    .where(sketches.c.value.in_(_IDS))
    .subquery()
)
_HOLDERS = (
    select(_RANKED.c.value, _RANKED.c.text)
    .where(_RANKED.c.rank <= bindparam("most"))
    .order_by(_RANKED.c.value, _RANKED.c.text)
)
_CROWDED = (
    select(sketches.c.value)
    .where(sketches.c.value.in_(_IDS))
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
    added: dict[int, tuple[int, ...]] = field(default_factory=dict)
    removed: dict[int, tuple[int, ...]] = field(default_factory=dict)


def follow(connection: Connection, changed: Sequence[str]) -> Movement:
    """Bring texts and sketches up to the current state of some articles."""
    movement = Movement()
    left: set[int] = set()
    for chunk in chunks(changed):
        held = {row.article: row.text for row in connection.execute(_COPIES, {"ids": chunk})}
        found = {
            article: text for article, text in read_texts(connection, chunk).items() if text.is_comparable
        }
        moved = [
            article
            for article in chunk
            if held.get(article) != (found[article].id if article in found else None)
        ]
        connection.execute(delete(copies).where(copies.c.article.in_(moved)))
        _add(connection, movement, {article: found[article] for article in moved if article in found})
        movement.articles.update(moved)
        left.update(held[article] for article in moved if article in held)
    _remove(connection, movement, left)
    return movement


def displaced(connection: Connection, movement: Movement) -> set[int]:
    """Texts that stayed, but came among the first holders of a value, or are no longer among them."""
    added, removed = _holders_of(movement.added), _holders_of(movement.removed)
    texts_moved: set[int] = set()
    for chunk in chunks(sorted(added.keys() | removed.keys()), _CHUNK_HASHES):
        most = max((len(added.get(value, ())) + len(removed.get(value, ())) for value in chunk), default=0)
        # Only a value that had, or has, about as many holders as are related can displace any.
        crowded = connection.execute(_CROWDED, {"ids": chunk, "most": MOST_HOLDERS - most}).scalars().all()
        for value, holders in _holders(connection, crowded, MOST_HOLDERS + most).items():
            before = sorted({*holders} - added.get(value, set()) | removed.get(value, set()))
            texts_moved.update({*before[:MOST_HOLDERS]} ^ {*holders[:MOST_HOLDERS]})
    return texts_moved - movement.added.keys() - movement.removed.keys()


def candidates(connection: Connection, chosen: Sequence[int]) -> dict[int, set[int]]:
    """For each of some texts those that share enough of its sketch to be compared with it."""
    sketch_of = {row.id: row.sketch for row in connection.execute(_SKETCHES, {"ids": chosen})}
    values = sorted({value for sketch in sketch_of.values() for value in sketch})
    holders = _holders(connection, values, MOST_HOLDERS)
    found: dict[int, set[int]] = {}
    for text, sketch in sketch_of.items():
        shared = Counter(
            other for value in sketch if text in holders[value] for other in holders[value] if other != text
        )
        found[text] = {other for other, count in shared.items() if count >= LEAST_SHARED_VALUES}
    return found


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


def _add(connection: Connection, movement: Movement, found: dict[str, Shingled]) -> None:
    if not found:
        return
    sketch_of = {text.id: text.sketch for text in found.values()}
    there = set(connection.execute(select(texts.c.id).where(texts.c.id.in_(sketch_of))).scalars())
    new = {text: sketch for text, sketch in sketch_of.items() if text not in there}
    if new:
        connection.execute(insert(texts), [{"id": text, "sketch": list(new[text])} for text in new])
        connection.execute(
            insert(sketches), [{"value": value, "text": text} for text in new for value in new[text]]
        )
    connection.execute(insert(copies), [{"article": name, "text": text.id} for name, text in found.items()])
    movement.added |= new
    movement.kept |= sketch_of.keys() - movement.added.keys()


def _remove(connection: Connection, movement: Movement, left: set[int]) -> None:
    for chunk in chunks(sorted(left)):
        alive = set(connection.execute(select(copies.c.text).where(copies.c.text.in_(chunk))).scalars())
        gone = [text for text in chunk if text not in alive]
        sketch_of = {row.id: tuple(row.sketch) for row in connection.execute(_SKETCHES, {"ids": gone})}
        rows = [{"of_value": value, "of_text": text} for text in gone for value in sketch_of[text]]
        if rows:
            connection.execute(_DELETE_SKETCH, rows)
            connection.execute(delete(texts).where(texts.c.id.in_(gone)))
        movement.kept |= alive - movement.added.keys()
        movement.removed |= sketch_of
    movement.kept -= movement.removed.keys()


def _holders_of(sketch_of: dict[int, tuple[int, ...]]) -> dict[int, set[int]]:
    holders: dict[int, set[int]] = {}
    for text, sketch in sketch_of.items():
        for value in sketch:
            holders.setdefault(value, set()).add(text)
    return holders


def _holders(connection: Connection, values: Sequence[int], most: int) -> dict[int, list[int]]:
    """The first texts, at most `most`, that hold each value, ascending."""
    holders: dict[int, list[int]] = {}
    for chunk in chunks(values, _CHUNK_HASHES):
        for row in connection.execute(_HOLDERS, {"ids": chunk, "most": most}):
            holders.setdefault(row.value, []).append(row.text)
    return holders
