"""What is understood of one document as a plain object: the line `khobao inspect` prints."""

from __future__ import annotations

from typing import Any

from archive.documents import RawDocument, Rejection
from archive.knowledge.places.units import held_today, unit
from archive.models import Article, DatedValue, Official, Processed, Source, Statement, Understanding
from archive.reasons import reason_code

NO_ARTICLE = Article(
    id="",
    source=Source(""),
    url=None,
    title=None,
    title_inferred=None,
    published=None,
    event=None,
    sort_date=None,
    byline=None,
    category=None,
    credits=(),
    captions=(),
    paragraphs=(),
)


def inspection(processed: Processed) -> dict[str, Any]:
    """The object of an article."""
    article = processed.article
    return (
        {"id": article.id}
        | _place_of(processed.raw)
        | described(article, processed.understanding)
        | {"rejected": None}
    )


def inspection_of_rejection(rejection: Rejection) -> dict[str, Any]:
    """The object of a document that cannot be processed: the same keys, with nothing in them."""
    return (
        {"id": None}
        | _place_of(rejection)
        | described(NO_ARTICLE, Understanding())
        | {
            "rejected": {
                "step": rejection.step,
                "code": reason_code(rejection.template),
                "reason": rejection.reason,
            }
        }
    )


def described(article: Article, understanding: Understanding) -> dict[str, Any]:
    """Everything known about an article but where it was found."""
    return {
        "title": article.title,
        "title_inferred": article.title_inferred,
        "published": date_object(article.published),
        "event": date_object(article.event),
        "sort_date": article.sort_date,
        "byline": article.byline,
        "credits": list(article.credits),
        "captions": [{"text": caption.text, "credit": caption.credit} for caption in article.captions],
        "paragraphs": list(article.paragraphs),
        "provinces": provinces(understanding),
        "officials": [_official(official) for official in understanding.officials],
        "statements": [_statement(statement) for statement in understanding.statements],
        "repairs": [
            {"from": repair.before, "to": repair.after, "kind": repair.kind, "certain": repair.certain}
            for repair in article.repairs
        ],
        "removed": [{"text": removal.text, "kind": removal.kind} for removal in article.removals],
    }


def provinces(understanding: Understanding) -> dict[str, list[str]]:
    """Names of the units an article is about, of today's units there, and of those it only mentions."""
    subjects = understanding.units("subject")
    return {
        "subject": [unit(subject).name for subject in subjects],
        "current": [unit(now).name for now in held_today(subjects)],
        "mentioned": [unit(mentioned).name for mentioned in understanding.units("mentioned")],
    }


def _place_of(where: RawDocument | Rejection) -> dict[str, Any]:
    return {"path": where.path, "member": where.member, "line": where.line}


def date_object(dated: DatedValue | None) -> dict[str, Any] | None:
    """A date with its precision, where it was read, and the readings that were rejected."""
    if dated is None:
        return None
    return {
        "value": dated.value,
        "precision": dated.precision,
        "provenance": dated.provenance,
        "raw": dated.raw,
        "alternatives": list(dated.alternatives),
    }


def _official(official: Official) -> dict[str, Any]:
    return {
        "name": official.name,
        "province": unit(official.unit).name if official.unit else None,
        "status": official.status,
        "posts": [
            {"surface": post.surface, "canonical": post.canonical, "organisation": post.organisation}
            for post in official.posts
        ],
        "mentions": [
            {"in": mention.span.part, "start": mention.span.start, "end": mention.span.end}
            for mention in official.mentions
        ],
    }


def _statement(statement: Statement) -> dict[str, Any]:
    return {
        "speaker": statement.speaker,
        "speakers": list(statement.speakers),
        "speaker_kind": statement.speaker_kind,
        "post": statement.post,
        "act": statement.act,
        "kind": statement.kind,
        "attribution": statement.attribution,
        "cue": statement.cue,
        "content": statement.content,
        "start": statement.span.start,
        "end": statement.span.end,
        "continues": statement.continues,
        "confidence": statement.confidence,
        "rule": statement.rule,
    }
