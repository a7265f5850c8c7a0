"""What a record of a WARC means to an archive of articles: a page, nothing for us, or something that failed."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from urllib.parse import urlsplit

from archive.documents import Media
from archive.errors import ProcessingError
from archive.reading.documents import too_large
from archive.reading.payloads import page_cut_off, unpack
from archive.reading.sniffing import is_binary, is_page
from archive.reading.warc_records import Answer, Headers, WarcRecord, read_answer

MEDIA: Mapping[str, Media] = MappingProxyType(
    {"text/html": "html", "application/xhtml+xml": "html", "text/plain": "text"}
)
"""The types that are read, and as what."""

NO_TYPES = frozenset({"", "application/octet-stream", "unknown/unknown", "application/unknown", "*/*"})
"""Types that say nothing (WHATWG, MIME Sniffing Standard, section 7), so that the bytes have to."""

UNLISTED_KINDS = frozenset({"warcinfo", "request", "metadata"})
"""Kinds of records about the crawl: nothing that was published, and one for every page."""

WEB_SCHEMES = frozenset({"http", "https", "ftp"})

_HTTP = b"HTTP/"
_OF_HTTP = frozenset({"", "application/http", "message/http"})
_PARAMETERS = re.compile(r"[;,\s]")
_CHARSET = re.compile(r"[;,\s]charset\s*=\s*[\"']?([^\s\"';,]+)", re.IGNORECASE)
_PARTIAL = 206
_REDIRECTS = range(300, 400)
_SUCCESSES = range(200, 300)
_STATUS_LINE_BYTES = 1 << 12
_SHOWN_CHARACTERS = 80


@dataclass(frozen=True, slots=True)
class Page:
    """A page or text as its server meant it, unpacked."""

    media: Media
    content: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class Passed:
    """A record that is nothing for us, and why; None: it need not be listed."""

    reason: ProcessingError | None = None


def passed_kind(record: WarcRecord) -> Passed | None:
    """Why a record is passed without a look at what it holds; None: it is to be looked at.

    Records of pages are `response`, `revisit`, and `resource`: what was fetched without HTTP.
    """
    if record.kind in UNLISTED_KINDS:
        return Passed()
    if record.kind not in ("response", "revisit", "resource"):
        return Passed(
            ProcessingError(
                "read", "a record of the kind {kind!r}, not a page", kind=record.kind[:_SHOWN_CHARACTERS]
            )
        )
    scheme, _, rest = (record.url or "").partition(":")
    if rest and scheme.lower() not in WEB_SCHEMES:
        return Passed(
            ProcessingError("read", "not from the web ({scheme})", scheme=scheme[:_SHOWN_CHARACTERS])
        )
    if record.url and _path(record.url) == "/robots.txt":
        return Passed(ProcessingError("read", "rules for robots"))
    return None


def passed_answer(answer: Answer, url: str | None) -> Passed | None:
    """Why an answer is passed, by its head; None: it may be a page.

    Raises:
        ProcessingError: the server did not answer with a page.
    """
    status = int(answer.status) if answer.status.isdecimal() and len(answer.status) == len("200") else 0
    if status in _REDIRECTS:
        return Passed(ProcessingError("read", "a redirect ({status})", status=status))
    kind = _type(answer.headers)
    if kind not in MEDIA and kind not in NO_TYPES:
        return _not_a_page(kind)
    if status not in _SUCCESSES or status == _PARTIAL:
        raise ProcessingError(
            "read",
            "the server answered {status} for {url}: fetch it anew",
            status=answer.status[:_SHOWN_CHARACTERS],
            url=url or "?",
        )
    return None


def read_answer_of(record: WarcRecord) -> tuple[Answer, bytes]:
    """Read the head of a record's answer; what was fetched without HTTP gets one made of what its record says.

    Returns:
        The answer, and the first bytes of its content, where these had to be read.

    Raises:
        ProcessingError: the head is too long.
    """
    line = record.block.readline(_STATUS_LINE_BYTES)
    if line.startswith(_HTTP):
        return read_answer(record.block, line), b""
    declared = {"content-type": record.headers.get("content-type", "")}
    is_of_http = _type(declared) in _OF_HTTP
    return Answer("200", {} if is_of_http else declared), line


def read_page(record: WarcRecord, limit_bytes: int) -> Page | Passed:
    """Read the page in a response or resource record.

    Args:
        limit_bytes: most bytes of a page, packed or not.

    Raises:
        ProcessingError: the server did not answer with a page, or the page is empty, too large, or cannot be
            unpacked.
    """
    answer, head = read_answer_of(record)
    if passed := passed_answer(answer, record.url):
        return passed
    kind = _type(answer.headers)
    if record.block.left_bytes > limit_bytes:
        if kind in NO_TYPES:
            return _not_a_page(kind)
        raise too_large(limit_bytes)
    _check_whole(record)
    content = unpack(
        head + record.block.read(record.block.left_bytes),
        answer.headers.get("transfer-encoding", ""),
        answer.headers.get("content-encoding", ""),
        limit_bytes,
    )
    if not content.strip():
        raise ProcessingError("read", "the page {url} is empty: fetch it anew", url=record.url or "?")
    media = MEDIA.get(kind) or _sniffed(content, record.url)
    if head and not media and record.kind == "response":
        raise ProcessingError(
            "read",
            "the answer for {url} has no status line, as HTTP has: fetch it anew",
            url=record.url or "?",
        )
    charset = _CHARSET.search(answer.headers.get("content-type", ""))
    return Page(media, content, charset and charset[1]) if media else _not_a_page(kind)


def _check_whole(record: WarcRecord) -> None:
    if "warc-truncated" in record.headers:
        raise page_cut_off()
    if "warc-segment-number" in record.headers:
        raise ProcessingError(
            "read", "the page goes on in other records, which are not joined here: join its segments first"
        )


def _sniffed(content: bytes, url: str | None) -> Media | None:
    if is_page(content):
        return "html"
    return "text" if url and _path(url).endswith(".txt") and not is_binary(content) else None


def _type(headers: Headers) -> str:
    return _PARAMETERS.split(headers.get("content-type", "").strip().lower(), maxsplit=1)[0]


def _path(url: str) -> str:
    try:
        return urlsplit(url).path.lower()
    except ValueError:
        return ""


def _not_a_page(kind: str) -> Passed:
    return Passed(ProcessingError("read", "{type}, not a page", type=kind[:_SHOWN_CHARACTERS] or "?"))
