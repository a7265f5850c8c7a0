"""`khobao serve`: the site, on this machine."""

from __future__ import annotations

import click

from archive.settings import Settings
from archive.storage.store import open_store
from scripts.console import pass_settings
from scripts.speech import say
from web.application import create_app
from web.serving import serve_forever


@click.command(help=say("serve_help"))
@click.option("--host", default="127.0.0.1", show_default=True, help=say("option_host"))
@click.option(
    "--port", type=click.IntRange(1, 65535), default=8000, show_default=True, help=say("option_port")
)
@pass_settings
def serve(settings: Settings, host: str, port: int) -> None:
    """See `serve_help` in the catalogue."""
    # What is not there is said now, not to the first visitor.
    open_store(settings.store_url, create=False).close()
    application = create_app(settings)
    try:
        serve_forever(application, host, port, lambda url: click.echo(say("serving_at", url=url)))
    except OSError as error:
        # The port goes in as text: a number would be grouped as a count is.
        message = say("cannot_listen", host=host, port=str(port), error=error.strerror)
        raise click.ClickException(message) from error
