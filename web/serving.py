"""The web server: waitress, in this process."""

from __future__ import annotations

import logging
from collections.abc import Callable

from flask import Flask
from waitress.server import BaseWSGIServer, MultiSocketServer, create_server

THREADS = 8
"""How many requests are answered at once: more than the cores, since some wait for the store."""
CONNECTIONS = 500
"""How many browsers may be connected; more wait to be let in."""


def make_server(application: Flask, host: str, port: int) -> MultiSocketServer | BaseWSGIServer:
    """A server that listens, and answers once it runs.

    Raises:
        OSError: the address cannot be listened on.
    """
    # Visitors who wait a moment for their turn are no fault, and their number is no news.
    logging.getLogger("waitress.queue").setLevel(logging.ERROR)
    return create_server(
        application,
        host=host,
        port=port,
        threads=THREADS,
        connection_limit=CONNECTIONS,
        # The other way of waiting for connections ends at 1,024 open files of all kinds.
        asyncore_use_poll=True,
        ident="khobao",
    )


def serve_forever(application: Flask, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Args:
        ready: told the address once the port is open.

    Raises:
        OSError: the address cannot be listened on.
    """
    server = make_server(application, host, port)
    ready(f"http://{host}:{port}/")
    server.run()
