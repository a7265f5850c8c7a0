"""A small newspaper on a server of its own, and the crawlers that record it."""

from __future__ import annotations

import gzip
import http.client
import shutil
import subprocess
import threading
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, NamedTuple

import pytest

WGET = shutil.which("wget")


class Served(NamedTuple):
    """What the server answers: content as meant, headers, status, and how it is sent."""

    content: bytes
    content_type: str = "text/html; charset=utf-8"
    status: int = 200
    coding: str = ""
    location: str = ""
    is_chunked: bool = False

    @property
    def sent(self) -> bytes:
        """The content as it goes over the wire, but for chunks."""
        if self.coding == "gzip":
            return gzip.compress(self.content)
        return zlib.compress(self.content) if self.coding == "deflate" else self.content


def _page(title: str, body: str, charset: str = "utf-8") -> bytes:
    return f"<html><head><title>{title}</title></head><body><p>{body}</p></body></html>".encode(charset)


_LINKS = (
    '<a href="/tin-1.html">1</a> <a href="/tin-2.html">2</a> <a href="/tin-3.html">3</a> <a href="/tin-4.htm">4</a>'
    ' <a href="/tin-5.html">5</a> <a href="/cu.html">6</a> <a href="/mat.html">7</a> <a href="/tin.txt">8</a>'
    ' <a href="/rong.html">9</a> <img src="/anh.png">'
)

NEWSPAPER = {
    "/": Served(_page("Báo Đồi Chè", _LINKS)),
    "/tin-1.html": Served(_page("Mùa cam", "Giá cam tăng gấp rưỡi. " * 400), is_chunked=True),
    "/tin-2.html": Served(_page("Cầu mới", "Cầu thông xe sáng nay. " * 400), coding="gzip"),
    "/tin-3.html": Served(
        _page("Chợ phiên", "Chợ họp sáu ngày một lần. " * 400), coding="gzip", is_chunked=True
    ),
    # TCVN3 bytes under the name of another charset, as servers of the time had it.
    "/tin-4.htm": Served(
        "<html><body><p>Héi nghÞ tæng kÕt</p></body></html>".encode("latin-1"),
        "text/html; charset=ISO-8859-1",
    ),
    "/tin-5.html": Served(
        _page("Truong lang", "Mai truong la", "latin-1"), coding="deflate", is_chunked=True
    ),
    "/tin.txt": Served("Thông báo".encode("utf-16"), "text/plain; charset=utf-16"),
    "/cu.html": Served(b"", status=301, location="/tin-1.html"),
    "/mat.html": Served(_page("Không thấy", "Trang không còn"), status=404),
    "/rong.html": Served(b""),
    "/anh.png": Served(b"\x89PNG\r\n\x1a\n" + bytes(64), "image/png"),
}
"""What the newspaper has, by path."""

ARTICLES = {
    path: served
    for path, served in NEWSPAPER.items()
    if served.status == 200 and "image" not in served.content_type and served.content
}
"""Those that are pages, and whole."""


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        served = NEWSPAPER.get(self.path, NEWSPAPER["/mat.html"])
        self.send_response(served.status)
        self.send_header("Content-Type", served.content_type)
        if served.location:
            self.send_header("Location", served.location)
        if served.coding:
            self.send_header("Content-Encoding", served.coding)
        if served.is_chunked:
            self.send_header("Transfer-Encoding", "chunked")
        else:
            self.send_header("Content-Length", str(len(served.sent)))
        self.end_headers()
        self.wfile.write(in_chunks(served.sent) if served.is_chunked else served.sent)

    def log_message(self, format: str, *args: Any) -> None:
        """Say nothing."""


def in_chunks(content: bytes, size_bytes: int = 100) -> bytes:
    """The content in the chunks of HTTP."""
    chunks = [content[start : start + size_bytes] for start in range(0, len(content), size_bytes)]
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


@contextmanager
def newspaper() -> Iterator[str]:
    """The server at work; gives its address without the last slash."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def crawl_with_warcio(address: str, folder: Path) -> Path:
    """Fetch every page as warcio's `capture_http` records it, which it does by replacing http.client."""
    plain_connection = http.client.HTTPConnection
    from warcio.capture_http import RecordingHTTPConnection, capture_http

    warc = folder / "warcio.warc.gz"
    try:
        with capture_http(str(warc), gzip=True):
            for path in NEWSPAPER:
                connection = RecordingHTTPConnection(address.removeprefix("http://"))
                connection.request("GET", path)
                connection.getresponse().read()
                connection.close()
    finally:
        http.client.HTTPConnection = plain_connection  # type: ignore[misc]
    return warc


def crawl_with_wget(address: str, folder: Path) -> Path:
    """Follow the links from the front page as `wget --warc-file` does."""
    if WGET is None:
        pytest.skip("no wget here")
    command = [WGET, "--quiet", "--recursive", "--page-requisites", "--no-proxy", "--tries=1", "--timeout=10"]
    subprocess.run([*command, f"--warc-file={folder / 'wget'}", f"{address}/"], cwd=folder, check=False)
    return folder / "wget.warc.gz"
