"""The real server under many browsers at once."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from urllib.parse import quote
from urllib.request import urlopen

import pytest
from waitress.server import TcpWSGIServer

from archive.settings import Settings
from tests.conftest import SEEDS, ingest_into
from web.application import create_app
from web.serving import make_server

CLIENTS = 100
ADDRESSES = ("/search?q=", "/search.json?q=", "/statements?q=", "/statements.json?q=")
QUERIES = ("chuyển đổi số", '"hạ tầng"', "tinh uy", "h*")


@pytest.fixture
def address(settings: Settings) -> Iterator[str]:
    """Where an archive of all seeds but one is served."""
    ingest_into(settings, *sorted(SEEDS.iterdir())[1:])
    server = make_server(create_app(settings), "127.0.0.1", 0)
    assert isinstance(server, TcpWSGIServer)
    assert server.socket is not None
    thread = threading.Thread(target=server.run)
    thread.start()
    yield f"http://127.0.0.1:{server.socket.getsockname()[1]}"
    server.close()
    thread.join(timeout=30)
    server.task_dispatcher.shutdown()


def test_a_hundred_browsers_are_answered_while_the_index_changes(address: str, settings: Settings) -> None:
    def visit(number: int) -> tuple[int, bytes]:
        query = quote(QUERIES[number // 4 % 4])
        with urlopen(address + ADDRESSES[number % 4] + query) as answer:
            return answer.status, answer.read()

    with ThreadPoolExecutor(CLIENTS) as browsers:
        visits = [browsers.submit(visit, number) for number in range(2 * CLIENTS)]
        ingest_into(settings, SEEDS)
        answers = [one.result() for one in visits]
    assert {status for status, _ in answers} == {200}
    assert all(body for _, body in answers)
    with urlopen(address + "/search.json?q=") as answer:
        assert b'"total":5' in answer.read().replace(b" ", b"")
