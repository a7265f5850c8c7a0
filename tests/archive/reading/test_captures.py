"""Records that say of a page: the same as before."""

from __future__ import annotations

import gzip
import io

import pytest

from archive.reading.limits import Limits
from tests.archive.reading.warcs import (
    DATE,
    IMAGE,
    URL,
    Forward,
    Warc,
    contents,
    digest_of,
    documents,
    page,
    read,
    rejections,
    skips,
)

OTHER_URL = "http://baophutho.vn/in/tin-12.html"


DIGEST = digest_of(page("Trang cũ"))


def captured(*, by_record: bool = True) -> Warc:
    warc = Warc(gzip=by_record).response(URL, page("Trang cũ"))
    return warc.response(f"{URL}?khac", page("Trang khác"))


def test_the_same_page_at_the_same_address_is_skipped() -> None:
    met = read(captured().revisit(URL, DIGEST, URL))
    assert contents(met) == [page("Trang cũ"), page("Trang khác")]
    assert skips(met) == [(URL, f"unchanged since {DATE}")]


@pytest.mark.parametrize("by_record", [True, False])
def test_the_same_page_at_another_address_is_a_document_of_its_own(by_record: bool) -> None:
    warc = captured(by_record=by_record).revisit(OTHER_URL, DIGEST, URL).response(f"{URL}?sau")
    for content in (warc.content, gzip.compress(warc.content) if not by_record else warc.content):
        found = documents(content)
        assert [one.content for one in found] == [
            page("Trang cũ"),
            page("Trang khác"),
            page("Trang cũ"),
            page(),
        ]
        assert (found[2].url, found[2].line, found[2].charset) == (OTHER_URL, 3, "utf-8")


def test_address_and_time_are_enough_to_find_the_page() -> None:
    warc = captured().revisit(OTHER_URL, digest_of(b"cat khac"), URL)
    assert contents(documents(warc))[2] == page("Trang cũ")


def test_a_digest_alone_is_enough_and_the_same_address_is_still_known() -> None:
    headers = {"WARC-Payload-Digest": DIGEST}
    warc = captured().record("revisit", OTHER_URL, b"", warc_headers=headers)
    warc.record("revisit", URL, b"", warc_headers=headers)
    met = read(warc)
    assert contents(met)[2] == page("Trang cũ")
    assert skips(met) == [(URL, f"unchanged since {DATE}")]


def test_a_page_in_another_file_is_a_rejection_that_says_which() -> None:
    assert rejections(read(Warc().revisit(OTHER_URL, DIGEST, URL))) == [
        (
            1,
            f"the same page as {URL} of {DATE}, which is not in this file: ingest the file that has it",
        )
    ]


def test_a_stream_that_cannot_go_back_is_a_rejection_that_says_so() -> None:
    warc = captured().revisit(OTHER_URL, DIGEST, URL).response(f"{URL}?sau")
    met = read(warc, stream=io.BufferedReader(Forward(warc.content)))
    assert len(contents(met)) == 3
    ((number, reason),) = rejections(met)
    assert number == 3
    assert reason.startswith(f"the same page as {URL} of {DATE}, to which a packed file has no way back")


def test_a_picture_or_redirect_met_again_is_no_page() -> None:
    image = Warc().response("http://baophutho.vn/a.png", b"..", IMAGE).response(f"{URL}?1")
    again = image.record(
        "revisit",
        "http://baophutho.vn/b.png",
        b"HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n",
        content_type="application/http; msgtype=response",
    )
    assert skips(read(again))[1] == ("http://baophutho.vn/b.png", "image/png, not a page")


def test_not_modified_is_about_the_same_address() -> None:
    headers = {"WARC-Profile": "http://netpreserve.org/warc/1.0/revisit/server-not-modified"}
    assert skips(read(Warc().record("revisit", URL, b"", warc_headers=headers))) == [
        (URL, "unchanged since ?")
    ]


def test_what_is_read_again_counts_as_unpacked() -> None:
    content = page("Trang cũ" * 1_000)
    warc = Warc().response(URL, content)
    for number in range(50):
        warc.revisit(f"{OTHER_URL}?{number}", digest_of(content), URL)
    limits = Limits(100_000, 200_000, 1_000, 0, 0)
    met = read(warc, limits)
    assert 1 < len(contents(met)) < 50
    assert len(rejections(met)) == 1
