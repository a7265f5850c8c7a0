"""Whole result sets to take away: one row an article, and a last row that says whether that was all."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from archive.inspection import date_object, provinces
from archive.storage.articles import StoredArticle
from index.answers import official_object
from index.requests import SearchRequest
from index.rights import permitted
from index.searcher import Searcher

CHUNK_ROWS = 200

COLUMNS = (
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
)
"""Columns of a table; several values of one cell are joined by `; `."""

_FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")


def export_rows(searcher: Searcher, request: SearchRequest, most_rows: int) -> Iterator[dict[str, Any]]:
    """Every article of the answer by ascending id, then one closing row.

    Yields:
        Articles as objects; last `{"complete": bool, "rows", "total", "generation", "receipt"}`.
    """
    receipt = searcher.receipt(request)
    ids = searcher.ids(request)
    rows = 0
    while chunk := list(islice(ids, min(CHUNK_ROWS, most_rows - rows))):
        held = searcher.articles(chunk)
        for identity in chunk:
            if identity in held:
                rows += 1
                yield _row(permitted(held[identity]), searcher.clusters.get(identity), receipt.generation)
        if rows >= most_rows:
            break
    yield {
        "complete": rows == receipt.count,
        "rows": rows,
        "total": receipt.count,
        "generation": receipt.generation,
        "receipt": receipt.as_object(),
    }


def table_row(row: dict[str, Any]) -> list[str]:
    """One row of a table: cells of `COLUMNS`, none of which a spreadsheet takes for a formula."""
    flat = row | row["provinces"]
    flat["officials"] = [official["name"] for official in row["officials"]]
    flat["posts"] = [post for official in row["officials"] for post in official["posts"]]
    return [_cell(flat[column]) for column in COLUMNS]


def _row(stored: StoredArticle, cluster: str | None, generation: str) -> dict[str, Any]:
    article = stored.article
    return {
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
        "officials": [official_object(official) for official in stored.understanding.officials],
        "cluster": cluster,
        "text": article.body if article.source.rights == "full" else None,
        "generation": generation,
    }


def _cell(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, dict):
        value = value["value"]
    text = "; ".join(value) if isinstance(value, list) else str(value)
    return "'" + text if text.startswith(_FORMULA_STARTS) else text
