"""WARCs written by warcio for tests, and what is read from them."""

from __future__ import annotations

import base64
import hashlib
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, BinaryIO

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from archive.documents import RawDocument, Rejection, Skipped
from archive.reading.limits import Limits
from archive.reading.warc import read_warc

LIMITS = Limits(
    record_bytes=1_000_000, unpacked_bytes=100_000_000, unpacked_ratio=1_000, spool_bytes=0, members=0
)
URL = "http://baophutho.vn/tin-12.html"
DATE = "2020-03-19T02:30:00Z"
HTML = (("Content-Type", "text/html; charset=utf-8"),)
IMAGE = (("Content-Type", "image/png"),)

Met = RawDocument | Rejection | Skipped
Header = Sequence[tuple[str, str]]


def page(text: str = "Hội nghị tổng kết năm học") -> bytes:
    """A small page with a text."""
    return f"<!DOCTYPE html><html><body><h1>{text}</h1></body></html>".encode()


def digest_of(content: bytes) -> str:
    """The digest that a WARC gives a payload."""
    return f"sha1:{base64.b32encode(hashlib.sha1(content).digest()).decode()}"


class Warc:
    """A WARC in the making; `content` is the file as it stands."""

    def __init__(self, *, gzip: bool = True, version: str = "1.0") -> None:
        self._buffer = io.BytesIO()
        self._count = 0
        self._writer: Any = WARCWriter(self._buffer, gzip=gzip, warc_version=version)

    @property
    def content(self) -> bytes:
        return self._buffer.getvalue()

    def response(
        self,
        url: str = URL,
        content: bytes | None = None,
        headers: Header = HTML,
        status: str = "200 OK",
        *,
        date: str = DATE,
        warc_headers: Mapping[str, str] | None = None,
    ) -> Warc:
        """Add what a server answered, exactly as it came."""
        http = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        return self.record("response", url, page() if content is None else content, http, date, warc_headers)

    def record(
        self,
        kind: str,
        url: str,
        content: bytes,
        http: Any = None,
        date: str = DATE,
        warc_headers: Mapping[str, str] | None = None,
        content_type: str = "",
    ) -> Warc:
        """Add a record of any kind."""
        self._count += 1
        name = f"<urn:uuid:00000000-0000-0000-0000-{self._count:012}>"
        self._writer.write_record(
            self._writer.create_warc_record(
                url,
                kind,
                payload=io.BytesIO(content),
                http_headers=http,
                warc_content_type=content_type,
                warc_headers_dict={"WARC-Record-ID": name, "WARC-Date": date, **(warc_headers or {})},
            )
        )
        return self

    def revisit(
        self, url: str, digest: str, refers_to: str, refers_to_date: str = DATE, *, http: Any = None
    ) -> Warc:
        """Add a record that says that a page was the same as another."""
        self._writer.write_record(
            self._writer.create_revisit_record(url, digest, refers_to, refers_to_date, http_headers=http)
        )
        return self


class Forward(io.RawIOBase):
    """A stream that cannot be sought in, as the members of containers are."""

    def __init__(self, content: bytes) -> None:
        self._stream = io.BytesIO(content)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        return self._stream.readinto(buffer)


def plain_record(headers: Iterable[str], block: bytes = b"", end: bytes = b"\r\n\r\n") -> bytes:
    """A record as its bytes; `headers` are whole lines, that of the version too."""
    return "\r\n".join(headers).encode() + b"\r\n\r\n" + block + end


def plain_response(url: str, content: bytes, *, length: int | None = None, end: bytes = b"\r\n\r\n") -> bytes:
    """A response as its bytes; `length` is what it declares, where that is a lie."""
    block = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + content
    declared = len(block) if length is None else length
    headers = ("WARC/1.0", "WARC-Type: response", f"WARC-Target-URI: {url}", f"Content-Length: {declared}")
    return plain_record(headers, block, end)


def read(warc: bytes | Warc, limits: Limits = LIMITS, stream: BinaryIO | None = None) -> list[Met]:
    """All that is met in a WARC."""
    content = warc.content if isinstance(warc, Warc) else warc
    return list(read_warc(stream or io.BytesIO(content), "kho.warc.gz", "kho.warc.gz", None, limits))


def documents(warc: bytes | Warc, limits: Limits = LIMITS) -> list[RawDocument]:
    """The documents of a WARC in which nothing else is met."""
    met = read(warc, limits)
    assert all(isinstance(one, RawDocument) for one in met), met
    return [one for one in met if isinstance(one, RawDocument)]


def contents(met: Iterable[Met]) -> list[bytes]:
    """What the documents among them hold."""
    return [one.content for one in met if isinstance(one, RawDocument)]


def rejections(met: Iterable[Met]) -> list[tuple[int | None, str]]:
    """The rejections among them: number of the record, and reason."""
    return [(one.line, one.reason) for one in met if isinstance(one, Rejection)]


def skips(met: Iterable[Met]) -> list[tuple[str | None, str]]:
    """The skipped among them: address and reason."""
    return [(one.member, one.reason) for one in met if isinstance(one, Skipped)]
