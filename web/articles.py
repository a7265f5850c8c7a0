"""Articles: the page with everything known about one, its JSON, and its original."""

from __future__ import annotations

from flask import Blueprint, Response, request
from flask.typing import ResponseReturnValue

from archive.errors import NotFound
from archive.inspection import described
from index.showing.answers import cluster_object, related_object
from web.pages import holder, json_answer, page, say, urls
from web.reading import read_article

blueprint = Blueprint("articles", __name__)

MEDIA_TYPES = {
    "text": "text/plain; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}


@blueprint.get("/article/<short>")
def article(short: str) -> ResponseReturnValue:
    """The page of an article; a withdrawn one says so and shows nothing else."""
    with holder().searcher() as searcher:
        stored = searcher.article(short)
        if stored.withdrawn is not None:
            return page("withdrawn.html", stored=stored), 410
        revisions = searcher.store.revisions(stored.article.id)
        cluster = searcher.near_duplicates(stored.article.id)
        related = searcher.related(stored.article.id)
    return page(
        "article.html",
        stored=stored,
        article=stored.article,
        reading=read_article(stored, request.args.get("q", ""), say, urls()),
        revisions=revisions,
        cluster=cluster,
        related=related,
    )


@blueprint.get("/article/<short>.json")
def article_json(short: str) -> ResponseReturnValue:
    """Everything known about an article, as far as its rights go."""
    with holder().searcher() as searcher:
        stored = searcher.article(short)
        cluster = searcher.near_duplicates(stored.article.id)
        related = searcher.related(stored.article.id)
    if stored.withdrawn is not None:
        raise NotFound("article {id} was withdrawn: {reason}", id=short, reason=stored.withdrawn)
    article = stored.article
    known = {"id": article.id, "revision": stored.revision, "source": article.source.name, "url": article.url}
    known |= {"rights": article.source.rights, "near_duplicates": cluster_object(cluster)}
    return json_answer(known | described(article, stored.understanding) | related_object(related))


@blueprint.get("/article/<short>/original")
def original(short: str) -> ResponseReturnValue:
    """The bytes the article was read from, where rights allow."""
    with holder().searcher() as searcher:
        content, media = searcher.original(short)
    return Response(content, content_type=MEDIA_TYPES[media])
