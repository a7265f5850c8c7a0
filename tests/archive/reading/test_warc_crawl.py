"""Real crawls of a real server: the pages come out as the newspaper wrote them."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from archive.documents import RawDocument
from archive.reading.warc import read_warc
from tests.archive.reading.crawling import ARTICLES, NEWSPAPER, crawl_with_warcio, crawl_with_wget, newspaper
from tests.archive.reading.warcs import LIMITS, Met, rejections, skips

Crawl = Callable[[str, Path], Path]


@pytest.fixture(params=[crawl_with_warcio, crawl_with_wget])
def crawled(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[str, list[Met]]:
    """The address of the newspaper, and what is read of a crawl of it."""
    crawl: Crawl = request.param
    with newspaper() as address:
        warc = crawl(address, tmp_path)
    with warc.open("rb") as stream:
        return address, list(read_warc(stream, warc.name, warc.name, None, LIMITS))


def test_a_crawl_gives_every_page_as_it_was_written_and_says_what_failed(
    crawled: tuple[str, list[Met]],
) -> None:
    address, met = crawled
    found = {one.url: one for one in met if isinstance(one, RawDocument)}
    assert {url: one.content for url, one in found.items()} == {
        f"{address}{path}": served.content for path, served in ARTICLES.items()
    }
    for path, served in ARTICLES.items():
        document = found[f"{address}{path}"]
        assert document.charset == served.content_type.rpartition("=")[2]
        assert document.media == ("text" if served.content_type.startswith("text/plain") else "html")
    reasons = sorted(reason for _, reason in rejections(met))
    assert reasons == [
        f"the page {address}/rong.html is empty: fetch it anew",
        f"the server answered 404 for {address}/mat.html: fetch it anew",
    ]
    skipped = dict(skips(met))
    assert skipped[f"{address}/cu.html"] == "a redirect (301)"
    assert skipped[f"{address}/anh.png"] == "image/png, not a page"
    assert len(NEWSPAPER) == len(ARTICLES) + len(reasons) + 2
