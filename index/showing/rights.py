"""What may be shown of an article: one place, before any surface sees it.

`full`: everything. `extract`: title, snippets, a first extract, facts. `closed`: the record and its facts, not a word
of the text. Facts (dates, provinces, officials with their posts) are nobody's property and stay. Of a withdrawn article
only the record stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from archive.models import PARAGRAPH_BREAK, Article, DatedValue, Rights, Understanding
from archive.storage.articles import StoredArticle
from archive.storage.clusters import Cluster

SNIPPETS: dict[Rights, bool] = {"full": True, "extract": True, "closed": False}
"""Whether passages around the words found may be shown."""

EXTRACT_CHARACTERS = 300


def permitted(stored: StoredArticle) -> StoredArticle:
    """The article as far as its rights go: what is not permitted is no longer in it."""
    rights = stored.article.source.rights
    if stored.withdrawn is not None:
        article = replace(_without_text(stored.article, "closed"), title=None, byline=None)
        return replace(stored, article=article, understanding=Understanding(), words=(), people=())
    if rights == "full":
        return stored
    return replace(
        stored,
        article=_without_text(stored.article, rights),
        understanding=_without_evidence(stored.understanding),
        words=(),
        kept_anchors=stored.anchors,
    )


def permitted_contents(contents: Sequence[str], rights: Rights) -> tuple[str | None, ...]:
    """What may be shown of the parts of a statement; None: nothing of it.

    Of an extract the parts share `EXTRACT_CHARACTERS`.
    """
    if rights == "full":
        return tuple(contents)
    shown: list[str | None] = []
    left = 0 if rights == "closed" else EXTRACT_CHARACTERS
    for content in contents:
        shown.append(_cut(content, left) if left > 0 else None)
        left -= len(content)
    return tuple(shown)


def permitted_cluster(cluster: Cluster) -> Cluster:
    """The near-duplicates of an article, each as far as its own rights go."""
    return replace(
        cluster,
        copies=tuple(
            # A title made from the text is part of the text.
            replace(copy, title_inferred=None) if copy.source.rights == "closed" else copy
            for copy in cluster.copies
        ),
    )


def _without_text(article: Article, rights: Rights) -> Article:
    closed = rights == "closed"
    return replace(
        article,
        title_inferred=None if closed else article.title_inferred,
        published=_without_words(article.published) if closed else article.published,
        event=_without_words(article.event) if closed else article.event,
        paragraphs=() if closed else (_extract(article.body),),
        captions=(),
        credits=(),
        repairs=(),
        removals=(),
    )


def _extract(body: str) -> str:
    return _cut(body, EXTRACT_CHARACTERS)


def _cut(text: str, characters: int) -> str:
    """The first paragraph of a text, whole words of so many characters at most."""
    if len(text) <= characters:
        return text.partition(PARAGRAPH_BREAK)[0]
    return text[:characters].rpartition(" ")[0].partition(PARAGRAPH_BREAK)[0] + " …"


def _without_words(dated: DatedValue | None) -> DatedValue | None:
    return dated and replace(dated, raw="")


def _without_evidence(understanding: Understanding) -> Understanding:
    return replace(
        understanding,
        places=tuple(replace(place, evidence=()) for place in understanding.places),
        officials=tuple(replace(official, mentions=()) for official in understanding.officials),
        statements=(),
    )
