"""Answers as plain objects: the JSON of command line, batch and web, one shape everywhere."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from archive.inspection import date_object, provinces
from archive.knowledge.places.units import unit
from archive.storage.amendments import Correction
from archive.storage.articles import StoredArticle
from archive.storage.clusters import Cluster
from index.searcher import AnsweredHit, AnswerPage, Related
from index.showing.statement_hits import StatementHit, StatementPart
from index.suggesting.respelling import Respelling
from index.suggesting.suggestions import SuggestionGroup


def answer_object(answer: AnswerPage[AnsweredHit] | AnswerPage[StatementHit]) -> dict[str, Any]:
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
        "hits": [
            hit_object(hit) if isinstance(hit, AnsweredHit) else statement_object(hit) for hit in answer.hits
        ],
        "facets": {
            facet.field: [
                {"value": value.value, "label": value.label, "count": value.count} for value in facet.values
            ]
            for facet in answer.facets
        },
    }


def respelling_object(respelling: Respelling | None) -> dict[str, Any]:
    """What a question that found little may have meant, and how much that finds."""
    meant = respelling and {"query": respelling.text, "total": respelling.total}
    return {"did_you_mean": meant}


def suggestion_objects(groups: Sequence[SuggestionGroup]) -> list[dict[str, Any]]:
    """What somebody who types may mean, by kind. Without a field, choosing one changes the query alone."""
    return [
        {
            "kind": group.kind,
            "suggestions": [
                {name: value for name, value in suggestion._asdict().items() if value != ""}
                | {"query": suggestion.query}
                for suggestion in group.suggestions
            ],
        }
        for group in groups
    ]


def related_object(related: Related) -> dict[str, Any]:
    """The key words of an article, the most telling first, and the articles that say these too."""
    return {
        "key_words": [
            {"text": word.text, "told": word.told, "score": round(word.score, 4)}
            for word in related.key_words
        ],
        "similar": [article_object(stored) for stored in related.articles],
    }


def hit_object(hit: AnsweredHit) -> dict[str, Any]:
    """The object of one article found."""
    return article_object(hit.stored) | {
        "officials": official_objects(hit.stored),
        "near_duplicates": hit.near_duplicates,
        "snippets": [
            {"field": snippet.field, "text": snippet.text, "marks": [list(mark) for mark in snippet.marks]}
            for snippet in hit.snippets
        ],
    }


def article_object(stored: StoredArticle) -> dict[str, Any]:
    """What an article is called, where it is from and what it is about."""
    article = stored.article
    return {
        "id": article.id,
        "revision": stored.revision,
        "title": article.title,
        "title_inferred": article.title_inferred,
        "published": date_object(article.published),
        "sort_date": article.sort_date,
        "source": article.source.name,
        "url": article.url,
        "provinces": {
            name: units
            for name, units in provinces(stored.understanding).items()
            if name in ("subject", "current")
        },
    }


def statement_object(hit: StatementHit) -> dict[str, Any]:
    """The object of one statement found. Marks are offsets into `content`, start and end into the article's body."""
    return (
        {
            "id": hit.id,
            "permalink": hit.permalink,
            "speaker": hit.speaker,
            "speakers": [{"id": speaker.person, "name": speaker.name} for speaker in hit.speakers],
            "speaker_kind": hit.speaker_kind,
            "post": hit.post,
            "posts": list(hit.posts),
            "date": hit.date,
        }
        | _part_object(hit.head)
        | {
            "continuations": [_part_object(part) for part in hit.continuations],
            "corrections": [correction_object(correction) for correction in hit.corrections],
            "near_duplicates": hit.near_duplicates,
            "article": article_object(hit.stored),
        }
    )


def correction_object(correction: Correction) -> dict[str, Any]:
    """A correction in force, as the trace of it is shown."""
    return {
        "number": correction.number,
        "kind": correction.kind,
        "target": correction.target,
        "given": list(correction.given),
        "reason": correction.reason,
        "day": correction.day,
    }


def _part_object(part: StatementPart) -> dict[str, Any]:
    return {
        "anchor": part.anchor,
        "act": part.act,
        "kind": part.kind,
        "attribution": part.attribution,
        "cue": part.cue,
        "content": part.content,
        "marks": [list(mark) for mark in part.marks],
        "start": part.start,
        "end": part.end,
        "confidence": part.confidence,
        "rule": part.rule,
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


def official_objects(stored: StoredArticle) -> list[dict[str, Any]]:
    """The officials of one article with their posts there."""
    return [
        {
            "id": person,
            "name": official.name,
            "province": unit(official.unit).name if official.unit else None,
            "posts": [post.canonical for post in official.posts],
        }
        for person, official in zip(stored.people, stored.understanding.officials, strict=True)
    ]
