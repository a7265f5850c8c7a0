"""The web server: waitress, in this process."""

from __future__ import annotations

from collections.abc import Callable

from flask import Flask
from waitress.server import create_server


def serve_forever(application: Flask, host: str, port: int, ready: Callable[[str], None]) -> None:
    """Serve until interrupted.

    Args:
        ready: told the address once the port is open.

    Raises:
        OSError: the address cannot be listened on.
    """
    server = create_server(application, host=host, port=port, threads=4, ident="khobao")
    ready(f"http://{host}:{port}/")
    server.run()
