"""`khobao show`: everything known about one article."""

from __future__ import annotations

import click

from archive.inspection import described
from archive.settings import Settings
from archive.storage.store import open_store
from index.showing.answers import cluster_object, correction_object
from index.showing.rights import permitted, permitted_cluster
from scripts.console import json_option, pass_settings, print_json, text
from scripts.speech import say, source_name


@click.command(help=say("show_help"))
@click.argument("identity", type=text, metavar="ID")
@json_option
@pass_settings
def show(settings: Settings, identity: str, as_json: bool) -> None:
    """See `show_help` in the catalogue."""
    with open_store(settings.store_url, create=False) as store:
        stored = permitted(store.get(identity))
        cluster = permitted_cluster(store.cluster(identity))
    article = stored.article
    if as_json:
        print_json(
            {"id": article.id, "revision": stored.revision, "withdrawn": stored.withdrawn}
            | {"source": article.source.name, "url": article.url}
            | {"near_duplicates": cluster_object(cluster)}
            | described(article, stored.understanding)
            | {"people": list(stored.people), "corrections": list(map(correction_object, stored.corrections))}
        )
        return
    click.echo(click.style(article.display_title, bold=True))
    for label, value in (
        ("id", article.id),
        (say("withdrawn"), stored.withdrawn),
        (say("source"), source_name(article.source)),
        (say("link"), article.url),
        (say("published"), article.published and article.published.value),
        (say("event"), article.event and article.event.value),
        (say("byline"), article.byline),
    ):
        if value:
            click.echo(f"{label}: {value}")
    for person, official in zip(stored.people, stored.understanding.officials, strict=True):
        posts = "; ".join(post.canonical for post in official.posts)
        click.echo(f"{say('official')}: {official.name} ({posts})  {person}")
    for correction in stored.corrections:
        click.echo(say("corrected", day=correction.day, reason=correction.reason))
    for copy in cluster.copies:
        percent = say("overlap_is", percent=int(100 * copy.overlap))
        click.echo(f"{say('near_duplicate')}: {copy.id} ({source_name(copy.source)}, {percent})")
    for paragraph in article.paragraphs:
        click.echo(f"\n{paragraph}")
