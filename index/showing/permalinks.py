"""Where a permanent name of a statement leads: to the newest revision that has it, or to what became of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from archive.errors import NotFound
from archive.storage.amendments import Correction
from archive.storage.articles import StoredArticle
from archive.storage.store import Store
from index.indexing.statements import speeches
from index.showing.statement_hits import StatementHit, statement_hit

Standing = Literal["current", "changed", "withdrawn"]


@dataclass(frozen=True, slots=True)
class Permalink:
    """What became of a statement.

    Attributes:
        standing: it is in the newest revision; only an older one has it; a correction, or its article's
            withdrawal, took it away.
        stored: its article as it is now, whole.
        anchor: its name within the article.
        old: the statement as the last revision that had it printed it, when `changed`.
        correction: what took it away, when that was not the article's withdrawal.
    """

    standing: Standing
    stored: StoredArticle
    anchor: str
    old: StatementHit | None = None
    correction: Correction | None = None


def follow(store: Store, permalink: str) -> Permalink:
    """Follow a permanent name, `<short hash of the article>-<anchor>`.

    Raises:
        NotFound: there is no such article, or no revision of it ever had the statement.
    """
    short, _, anchor = permalink.partition("-")
    stored = store.get(short)
    if stored.withdrawn is not None:
        return Permalink("withdrawn", stored, anchor)
    for correction in stored.corrections:
        if correction.kind == "withdraw" and correction.target == f"{stored.short}-{anchor}":
            return Permalink("withdrawn", stored, anchor, correction=correction)
    if anchor in stored.anchors:
        return Permalink("current", stored, anchor)
    for revision in reversed(store.revisions(stored.article.id)):
        then = store.state_at(stored.article.id, revision.change_number)
        if then is not None and anchor in then.anchors:
            return Permalink("changed", stored, anchor, old=_holding(then, anchor))
    raise NotFound(
        "article {short} has no statement {anchor}: see its page for those it has", short=short, anchor=anchor
    )


def _holding(stored: StoredArticle, anchor: str) -> StatementHit:
    """The head with its continuations one of which has this anchor."""
    speech = next(one for one in speeches(stored) if any(part.anchor == anchor for part in one.parts))
    return statement_hit(stored, speech)
