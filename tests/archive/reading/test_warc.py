"""What a crawl recorded becomes documents: the pages as their servers meant them, and nothing else."""

from __future__ import annotations

import gzip
import io
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.documents import RawDocument, Skipped
from archive.reading.warc import read_warc
from tests.archive.reading.warcs import (
    HTML,
    IMAGE,
    LIMITS,
    URL,
    Warc,
    contents,
    documents,
    page,
    plain_record,
    plain_response,
    read,
    rejections,
    skips,
)


def chunked(*chunks: bytes) -> bytes:
    return b"".join(b"%x\r\n%s\r\n" % (len(chunk), chunk) for chunk in (*chunks, b""))


def with_encoding(coding: str) -> tuple[tuple[str, str], ...]:
    return (*HTML, ("Content-Encoding", coding))


def test_a_page_is_a_document_with_its_address_charset_and_number() -> None:
    warc = Warc().record("warcinfo", "kho.warc.gz", b"software: tay\r\n").response(URL, page())
    assert read(warc) == [
        RawDocument("kho.warc.gz", "kho.warc.gz", "html", page(), None, 2, URL, "utf-8"),
    ]


def test_a_warc_in_a_container_keeps_the_path_of_its_member() -> None:
    stream = io.BytesIO(Warc().response().response("http://baophutho.vn/a.png", b"..", IMAGE).content)
    document, skipped = read_warc(stream, "kho.zip", "kho.zip", "2020/a.warc.gz", LIMITS)
    assert isinstance(document, RawDocument)
    assert (document.path, document.member) == ("kho.zip", "2020/a.warc.gz")
    assert isinstance(skipped, Skipped)
    assert skipped.member == "2020/a.warc.gz!/http://baophutho.vn/a.png"


@pytest.mark.parametrize("version", ["1.0", "1.1"])
def test_gzipped_by_record_or_as_a_whole_or_not_it_reads_the_same(version: str) -> None:
    def written(*, by_record: bool) -> bytes:
        warc = Warc(gzip=by_record, version=version)
        for number in range(5):
            warc.response(f"{URL}?{number}", page(f"Bài {number}"))
        return warc.content

    plain = written(by_record=False)
    assert contents(read(plain)) == [page(f"Bài {number}") for number in range(5)]
    assert read(written(by_record=True)) == read(gzip.compress(plain)) == read(plain)


@pytest.mark.parametrize("version", ["0.17", "0.18"])
def test_older_versions_are_read(version: str) -> None:
    assert contents(read(plain_response(URL, page()).replace(b"WARC/1.0", f"WARC/{version}".encode()))) == [
        page()
    ]


def test_arc_files_are_read() -> None:
    answer = b"HTTP/1.0 200 OK\r\nContent-Type: text/html\r\n\r\n" + page()
    about = b"1 0 Bao tang\nURL IP-address Archive-date Content-type Archive-length\n\n"
    arc = (
        b"filedesc://kho.arc 0.0.0.0 20010203040506 text/plain %d\n%s\n" % (len(about), about)
        + b"http://baophutho.vn/1.htm 10.0.0.1 20010203040506 text/html %d\n%s\n" % (len(answer), answer)
        + b"http://baophutho.vn/2.htm 10.0.0.1 20010203040506 text/html %d\n%s\n" % (len(answer), answer)
    )
    assert [one.url for one in documents(arc)] == ["http://baophutho.vn/1.htm", "http://baophutho.vn/2.htm"]
    assert contents(read(gzip.compress(arc))) == [page(), page()]


def test_angle_brackets_around_the_address_are_left_out() -> None:
    assert documents(plain_response(f"<{URL}>", page()))[0].url == URL


@pytest.mark.parametrize(
    ("content_type", "media", "charset"),
    [
        ("text/html; charset=UTF-8", "html", "UTF-8"),
        ('TEXT/HTML;charset="x-viet-tcvn5712"', "html", "x-viet-tcvn5712"),
        ("text/html charset=windows-1258", "html", "windows-1258"),
        ("text/html, text/html", "html", None),
        ("application/xhtml+xml", "html", None),
        ("text/plain; charset=utf-16", "text", "utf-16"),
    ],
)
def test_the_type_says_how_to_read_and_the_charset_is_as_written(
    content_type: str, media: str, charset: str | None
) -> None:
    (document,) = documents(Warc().response(headers=(("Content-Type", content_type),)))
    assert (document.media, document.charset) == (media, charset)


@pytest.mark.parametrize("headers", [(), (("Content-Type", "application/octet-stream"),)])
def test_where_the_type_says_nothing_the_bytes_do(headers: tuple[tuple[str, str], ...]) -> None:
    warc = Warc().response(URL, page(), headers)
    warc.response("http://baophutho.vn/tin.txt", "Hội nghị".encode(), headers)
    warc.response("http://baophutho.vn/tin.doc", b"\xd0\xcf\x11\xe0\0\0", headers)
    html, text, skipped = read(warc)
    assert isinstance(html, RawDocument)
    assert isinstance(text, RawDocument)
    assert (html.media, text.media) == ("html", "text")
    assert isinstance(skipped, Skipped)


def test_resources_are_pages_too_and_notes_of_the_crawler_are_not() -> None:
    warc = Warc().record("resource", "ftp://baophutho.vn/tin.html", page(), content_type="text/html")
    warc.record(
        "resource", "metadata://gnu.org/software/wget/warc/wget.log", b"--", content_type="text/plain"
    )
    document, skipped = read(warc)
    assert isinstance(document, RawDocument)
    assert (document.content, document.url) == (page(), "ftp://baophutho.vn/tin.html")
    assert skips([skipped]) == [
        ("metadata://gnu.org/software/wget/warc/wget.log", "not from the web (metadata)")
    ]


def test_what_is_no_page_is_skipped_with_its_type_and_the_crawl_itself_in_silence() -> None:
    warc = Warc().response("http://baophutho.vn/a.png", b"..", IMAGE)
    warc.response("http://baophutho.vn/cu", b"", (("Location", URL),), "301 Moved Permanently")
    warc.response("http://baophutho.vn/robots.txt", b"User-agent: *", (("Content-Type", "text/plain"),))
    warc.record("request", URL, b"GET / HTTP/1.1\r\n\r\n")
    warc.record("metadata", URL, b"via: tay\r\n", content_type="application/warc-fields")
    warc.record("conversion", URL, b"Tin", content_type="text/plain")
    warc.record("response", "dns:baophutho.vn", b"20200319", content_type="text/dns")
    assert skips(read(warc)) == [
        ("http://baophutho.vn/a.png", "image/png, not a page"),
        ("http://baophutho.vn/cu", "a redirect (301)"),
        ("http://baophutho.vn/robots.txt", "rules for robots"),
        (URL, "a record of the kind 'conversion', not a page"),
        ("dns:baophutho.vn", "not from the web (dns)"),
    ]


@pytest.mark.parametrize("status", ["404 Not Found", "503 Service Unavailable", "206 Partial Content", "xyz"])
def test_an_error_of_the_server_is_a_rejection_not_an_article(status: str) -> None:
    reason = f"the server answered {status.split()[0]} for {URL}: fetch it anew"
    assert rejections(read(Warc().response(status=status))) == [(1, reason)]


@pytest.mark.parametrize("content", [b"", b" \r\n"])
def test_an_empty_page_is_a_rejection(content: bytes) -> None:
    assert rejections(read(Warc().response(content=content))) == [
        (1, f"the page {URL} is empty: fetch it anew")
    ]


def test_two_captures_of_one_address_are_both_yielded_in_their_order() -> None:
    warc = Warc().response(URL, page("Bản đầu")).response(URL, page("Bản sửa"), date="2020-03-20T00:00:00Z")
    assert [(one.url, one.content) for one in documents(warc)] == [
        (URL, page("Bản đầu")),
        (URL, page("Bản sửa")),
    ]


def test_chunks_are_joined_and_an_answer_joined_already_is_left_alone() -> None:
    headers = (*HTML, ("Transfer-Encoding", "Chunked"))
    warc = (
        Warc().response(URL, chunked(page()[:20], page()[20:]), headers).response(f"{URL}?2", page(), headers)
    )
    assert contents(documents(warc)) == [page(), page()]


@pytest.mark.parametrize(
    ("coding", "content"),
    [
        ("gzip", gzip.compress(page())),
        ("x-gzip", gzip.compress(page())),
        ("deflate", zlib.compress(page())),
        ("deflate", zlib.compress(page())[2:-4]),
        ("gzip", page()),
        ("deflate", page()),
        ("br", page()),
        ("identity", page()),
        ("utf-8", page()),
    ],
)
def test_a_packed_page_is_unpacked_and_one_unpacked_already_is_left_alone(
    coding: str, content: bytes
) -> None:
    assert contents(documents(Warc().response(content=content, headers=with_encoding(coding)))) == [page()]


def test_chunks_of_a_packed_page_are_joined_before_it_is_unpacked() -> None:
    packed = gzip.compress(page())
    headers = (*with_encoding("gzip"), ("Transfer-Encoding", "chunked"))
    assert contents(documents(Warc().response(content=chunked(packed[:9], packed[9:]), headers=headers))) == [
        page()
    ]


def test_the_length_in_the_answer_is_not_believed() -> None:
    for length in ("3", "999999", "-1", "nhiều"):
        warc = Warc().response(headers=(*HTML, ("Content-Length", length)))
        assert contents(documents(warc)) == [page()]


def test_an_answer_without_head_is_read_if_it_is_a_page() -> None:
    headers = ("WARC/1.0", "WARC-Type: response", "Content-Type: application/http; msgtype=response")
    headless = b"Content-Type: text/html\r\n\r\n" + page()
    met = read(
        plain_record((*headers, f"Content-Length: {len(page())}"), page())
        + plain_record((*headers, f"Content-Length: {len(headless)}"), headless)
    )
    assert contents(met) == [page()]
    assert rejections(met) == [(2, "the answer for ? has no status line, as HTTP has: fetch it anew")]


@given(st.binary(min_size=1, max_size=2_000).filter(bytes.strip), st.booleans())
def test_the_bytes_of_a_page_come_back_as_they_were(content: bytes, is_gzip: bool) -> None:
    plain = Warc(gzip=is_gzip).response(content=content)
    packed = Warc(gzip=is_gzip).response(content=gzip.compress(content), headers=with_encoding("gzip"))
    in_chunks = Warc(gzip=is_gzip).response(
        content=chunked(content[:7] or b"x", content[7:] or b"x") if len(content) > 7 else chunked(content),
        headers=(*HTML, ("Transfer-Encoding", "chunked")),
    )
    for warc in (plain, packed, in_chunks):
        assert contents(read(warc)) == [content]
