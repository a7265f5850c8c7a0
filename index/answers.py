"""Answers as plain objects: the JSON of command line, batch and web, one shape everywhere."""

from __future__ import annotations

from typing import Any

from archive.inspection import date_object, provinces
from archive.knowledge.persons import person_id
from archive.knowledge.units import unit
from archive.models import Official
from archive.storage.clusters import Cluster
from index.searcher import Answer, AnsweredHit


def answer_object(answer: Answer) -> dict[str, Any]:
    """The object of one page of answers. Marks are offsets into the raw text of their snippet; no HTML."""
    return {
        "query": answer.request.text,
        "reading": answer.reading.printed,
        "notices": [str(notice) for notice in answer.reading.notices],
        "total": answer.total,
        "stories": answer.stories,
        "uncertain": answer.uncertain,
        "searched": answer.searched,
        "generation": answer.generation,
        "receipt": answer.receipt.as_object() if answer.receipt else None,
        "hits": [hit_object(hit) for hit in answer.hits],
        "facets": {
            facet.field: [
                {"value": value.value, "label": value.label, "count": value.count} for value in facet.values
            ]
            for facet in answer.facets
        },
    }


def hit_object(hit: AnsweredHit) -> dict[str, Any]:
    """The object of one hit."""
    article = hit.stored.article
    return {
        "id": article.id,
        "revision": hit.stored.revision,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "published": date_object(article.published),
        "sort_date": article.sort_date,
        "source": article.source.name,
        "url": article.url,
        "provinces": {
            name: units
            for name, units in provinces(hit.stored.understanding).items()
            if name in ("subject", "current")
        },
        "officials": [official_object(official) for official in hit.stored.understanding.officials],
        "near_duplicates": hit.near_duplicates,
        "snippets": [
            {"field": snippet.field, "text": snippet.text, "marks": [list(mark) for mark in snippet.marks]}
            for snippet in hit.snippets
        ],
    }


def cluster_object(cluster: Cluster) -> dict[str, Any]:
    """The near-duplicates of one article."""
    return {
        "cluster": cluster.id,
        "size": cluster.size,
        "copies": [
            {
                "id": copy.id,
                "title": copy.title,
                "title_inferred": copy.title_inferred,
                "sort_date": copy.sort_date,
                "source": copy.source.name,
                "url": copy.url,
                "overlap": round(copy.overlap, 4),
            }
            for copy in cluster.copies
        ],
    }


def official_object(official: Official) -> dict[str, Any]:
    """An official of one article with their posts there."""
    return {
        "id": person_id(official.name, official.unit),
        "name": official.name,
        "province": unit(official.unit).name if official.unit else None,
        "posts": [post.canonical for post in official.posts],
    }
