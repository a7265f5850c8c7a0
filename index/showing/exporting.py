"""Whole result sets to take away: one row an article or statement, and a last row that says whether that was all."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import islice
from types import MappingProxyType
from typing import Any

from archive.inspection import date_object, provinces
from archive.storage.extents import SHOWN
from index.requests import SearchRequest
from index.searcher import Searcher
from index.showing.answers import official_objects, statement_object
from index.showing.rights import permitted
from index.showing.statement_hits import statement_hit

CHUNK_ROWS = 200

COLUMNS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": (
            "id",
            "revision",
            "title",
            "title_inferred",
            "published",
            "event",
            "sort_date",
            "source",
            "url",
            "author",
            "subject",
            "current",
            "officials",
            "posts",
            "cluster",
            "text",
            "generation",
        ),
        "statements": (
            "id",
            "permalink",
            "date",
            "speaker",
            "speakers",
            "persons",
            "speaker_kind",
            "post",
            "posts",
            "act",
            "kind",
            "attribution",
            "cue",
            "content",
            "continuations",
            "confidence",
            "rule",
            "corrections",
            "start",
            "end",
            "article",
            "revision",
            "title",
            "sort_date",
            "source",
            "url",
            "subject",
            "current",
            "group",
            "generation",
        ),
    }
)
"""Columns of a table, by collection; several values of one cell are joined by `; `."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")

Row = dict[str, Any]


def export_rows(searcher: Searcher, request: SearchRequest, most_rows: int) -> Iterator[Row]:
    """Everything in the answer by ascending id, then one closing row.

    Yields:
        Articles or statements as objects; last `{"complete": bool, "rows", "total", "generation", "receipt"}`.
    """
    receipt = searcher.receipt(request)
    ids = searcher.ids(request)
    rows = 0
    while chunk := list(islice(ids, min(CHUNK_ROWS, most_rows - rows))):
        for row in _ROWS[request.collection](searcher, chunk):
            rows += 1
            yield row | {"generation": receipt.generation}
        if rows >= most_rows:
            break
    yield {
        "complete": rows == receipt.count,
        "rows": rows,
        "total": receipt.count,
        "generation": receipt.generation,
        "receipt": receipt.as_object(),
    }


def table_row(row: Row, collection: str) -> list[str]:
    """One row of a table: cells of `COLUMNS`, none of which a spreadsheet takes for a formula."""
    flat = _FLAT[collection](row)
    return [_cell(flat[column]) for column in COLUMNS[collection]]


def _articles(searcher: Searcher, ids: Sequence[str]) -> Iterator[Row]:
    for identity, whole in searcher.articles(ids, SHOWN).items():
        stored = permitted(whole)
        article = stored.article
        yield {
            "id": article.id,
            "revision": stored.revision,
            "title": article.title,
            "title_inferred": article.title_inferred,
            "published": date_object(article.published),
            "event": date_object(article.event),
            "sort_date": article.sort_date,
            "source": article.source.name,
            "url": article.url,
            "author": article.byline,
            "provinces": provinces(stored.understanding),
            "officials": official_objects(stored),
            "cluster": searcher.clusters.get(identity),
            "text": article.body if article.source.rights == "full" else None,
        }


def _statements(searcher: Searcher, ids: Sequence[str]) -> Iterator[Row]:
    for identity, (stored, speech) in searcher.speeches(ids).items():
        row = statement_object(statement_hit(stored, speech))
        for part in (row, *row["continuations"]):
            del part["marks"]
        del row["near_duplicates"]
        yield row | {"group": searcher.groups.get(identity)}


_ROWS: Mapping[str, Callable[[Searcher, Sequence[str]], Iterator[Row]]] = MappingProxyType(
    {"articles": _articles, "statements": _statements}
)


def _flat_article(row: Row) -> Row:
    lists = {
        "officials": [official["name"] for official in row["officials"]],
        "posts": [post for official in row["officials"] for post in official["posts"]],
    }
    return {**row, **row["provinces"], **lists}


def _flat_statement(row: Row) -> Row:
    article = row["article"]
    lists = {
        "article": article["id"],
        "speakers": [speaker["name"] for speaker in row["speakers"]],
        "persons": [speaker["id"] for speaker in row["speakers"] if speaker["id"]],
        "corrections": [
            f"{one['kind']} {one['target']} ({one['day']}: {one['reason']})" for one in row["corrections"]
        ],
        "continuations": [part["content"] for part in row["continuations"] if part["content"]],
    }
    return {**article, **article["provinces"], **row, **lists}


_FLAT: Mapping[str, Callable[[Row], Row]] = MappingProxyType(
    {"articles": _flat_article, "statements": _flat_statement}
)


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        value = value["value"]
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
