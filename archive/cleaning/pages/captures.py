"""What the tools that save pages write into them of where a page came from.

Internet Explorer and Chrome (the "mark of the web"), HTTrack, SingleFile, Save Page WE, WebScrapBook and web
archives that replay pages as the Wayback Machine does. Their forms are as their own documentation and output have
them. A page may have been made from a saved one: then it has a note that is true of another page.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from urllib.parse import unquote

from bs4 import BeautifulSoup, Comment, Tag

_TOP_NODES = 500
"""Tools write their note at the top of the page."""
_NOTES = (
    (re.compile(r"\bsaved from url=\(\d+\)\s*(\S+)"), ""),
    (re.compile(r"\bPage saved with SingleFile\s+url:\s*(\S+)"), ""),
    (re.compile(r"\bMirrored from (\S+) by HTTrack"), "http://"),
)
"""Internet Explorer and Chrome; SingleFile; HTTrack. With what to write before the address."""

_REPLAY = re.compile(
    r"/(\d{4,14})(?:[a-z]{2}_)?/(https?)(?::|%3A|_)?/{1,2}([^/\s]+\.[^/\s]+.*)", re.IGNORECASE | re.DOTALL
)
"""Capture time, scheme, and the rest of an address as the Wayback Machine and its kin write it; also as
servers and content managers spoil it: `http:/host`, `http_/host`, `http/host`."""
_GOOGLE_CACHE = re.compile(
    r"^https?://webcache\.googleusercontent\.com/search\?(?:.*&)?q=cache:(?:[\w-]+:)?([^&+\s]+)"
)
_MOST_WRAPPINGS = 3
_SHARE_REPLAYED = 0.9
"""A replayed page has all its links rewritten but those of the banner and what scripts add; a page made from
a replayed one links to its own articles."""


def original_url(url: str) -> str:
    """The address a web archive's address is a copy of; any other address as it is.

    `https://web.archive.org/web/2018…/http://baobinhdinh.vn/tin/7` -> `http://baobinhdinh.vn/tin/7`
    """
    for _ in range(_MOST_WRAPPINGS):
        if replayed := _REPLAY.search(url):
            url = f"{replayed[2].lower()}://{replayed[3]}"
        elif cached := _GOOGLE_CACHE.match(url):
            url = unquote(cached[1])
        else:
            break
    return url


def is_replayed(url: str) -> bool:
    """Whether an address is one of a web archive for a page elsewhere."""
    return _REPLAY.search(url) is not None


def saved_from(soup: BeautifulSoup) -> Iterator[str]:
    """Where the page was saved from, unwrapped, by every tool that noted it; the last to save it first."""
    for comment in (node for node in islice(soup.descendants, _TOP_NODES) if isinstance(node, Comment)):
        for note, scheme in _NOTES:
            if found := note.search(comment):
                yield original_url(scheme + found[1])
    noted = (element for element in soup.find_all("meta") if element.get("name") == "savepage-url")
    if saved := next(noted, None):
        yield original_url(str(saved.get("content", "")))
    if soup.html is not None and (source := soup.html.get("data-scrapbook-source")):
        yield original_url(str(source))
    if replayed := _replayed(soup):
        yield replayed


def _replayed(soup: BeautifulSoup) -> str | None:
    """The address in the banner of a web archive, if the page is one that it replayed.

    In a page that was, every link leads into the archive at the moment of the capture. Some portals were
    rebuilt from replayed pages: the banner of one capture, links of several and links of their own.
    """
    inputs = (element for element in soup.find_all("input") if element.get("id") == "wmtbURL")
    banner = next((element for element in inputs if element.has_attr("value")), None)
    if banner is None:
        return None
    box = soup.find(id="wm-ipp")
    own = {id(link) for link in box.find_all("a")} if isinstance(box, Tag) else set()
    links = [
        str(link["href"]) for link in soup.find_all("a") if link.has_attr("href") and id(link) not in own
    ]
    leading = [link for link in links if link.startswith(("http", "/"))]
    moments = [moment[1] for link in leading if (moment := _REPLAY.search(link))]
    if len(set(moments)) != 1 or len(moments) < _SHARE_REPLAYED * len(leading):
        return None
    return original_url(str(banner["value"]))
