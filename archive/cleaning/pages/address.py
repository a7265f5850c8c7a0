"""The address of a page, where the page can be trusted to say it.

An address decides which article a page is: one that many pages have makes one article of them. So it must name
*this* page. Seen to lie: a canonical address that is the home page's or the rubric's on every page of a site,
the address of another newspaper in a template copied from it, the banner of a web archive in portals rebuilt
from an archived page. Silence costs little: a file without an address is known by its path.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import islice
from urllib.parse import parse_qsl, unquote, urljoin, urlsplit

from bs4 import BeautifulSoup, Tag

from archive.cleaning.pages.captures import is_replayed, original_url, saved_from
from archive.errors import ProcessingError
from archive.identity import canonical_url
from archive.text.syllables import fold, split_tone, tokens

DECLARED_DIGITS = 4
"""Shortest number that names an article in what a page declares: those of rubrics are mostly shorter."""
SAVED_DIGITS = 1
"""The same where a tool noted the address as it saved the page."""

_RUBRIC_WORDS = 2
_LONG_RUBRIC_WORDS = 4
"""More words than this at the end of an address, or anywhere in it, are those of a headline."""
_SHARE_OF_SLUG = 0.6
_SHARE_OF_HEADLINE = 0.4
"""Headlines are edited after their address was made, and long addresses are cut."""
_ENOUGH_WORDS = 5
"""Words in common that name an article without a number: `/chuyen-doi-so` is a rubric, and three words of many
headlines."""
_MOST_CHARACTERS = 2_000
_MOST_TITLES = 10
_MOST_LINKS = 5_000
_LEAST_LINKS = 5
_PLATFORMS = frozenset(
    ("apple.com", "archive.org", "facebook.com", "google.com", "instagram.com", "linkedin.com")
    + ("pinterest.com", "tiktok.com", "twitter.com", "x.com", "youtu.be", "youtube.com", "zalo.me")
)
"""Where pages of all sites link to."""
_NOWHERE = re.compile(r"$|#|javascript:|mailto:|tel:", re.IGNORECASE)

_HOME = re.compile(r"(?:index|default|home|main|trang-?chu)(?:\.\w+)?", re.IGNORECASE)
_EXTENSION = re.compile(r"\.[a-z]{2,5}$", re.IGNORECASE)
_DATE = re.compile(
    r"(?<!\d)(?:(?:19|20)\d\d(?:[-/.]\d{1,2}){0,2}|\d{1,2}[-/.]\d{1,2}[-/.](?:19|20)\d\d"
    r"|(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])?)(?!\d)"
)
_OF_RUBRICS = re.compile(r"c|cm|(?:cat|chuyen-?muc|folder|lang|menu|page|tab|zone).*", re.IGNORECASE)
"""Parameters, and letters before a number, that number rubrics."""
_NUMBER = re.compile(r"([^\W\d_]*)[-_]?(\d+)")


def page_address(soup: BeautifulSoup, headline: str | None) -> str | None:
    """The page's own address: the first that names this page, of

    1. what a tool noted when it saved the page (`archive.cleaning.pages.captures`);
    2. `<base>`, where Google's cache had the whole address;
    3. the canonical address and `og:url`, if they agree or only one is there.

    An address names the page if its words are those of the headline; or if it has no words like a headline's
    but a number, neither a date nor a rubric's, and is not linked to under another name.

    Args:
        soup: the whole page.
        headline: the article's, as printed.

    Returns:
        The address with its scheme, not of a web archive; None when none can be trusted.
    """
    return _trusted(soup, _candidates(soup), headline)


def page_domain(soup: BeautifulSoup) -> str | None:
    """The host the page was served from, without `www.`, by the first that says so of

    1. `<base>`, without which the page would not work;
    2. the page's address, trusted as `page_address` has it with any title of the page for its headline;
    3. its links: those rewritten by a web archive, else all, if more than half of them lead to one host;
       links within the site count as leading nowhere.

    Returns:
        The host; None when nothing says it: a domain that is only declared may be another newspaper's.
    """
    if domain := _host(_base(soup)):
        return domain
    candidates = _candidates(soup)
    for title in soup.find_all(("title", "h1", "h2"), limit=_MOST_TITLES) if candidates else ():
        if address := _trusted(soup, candidates, title.get_text(" ")):
            return _host(address)
    return _host_of_links(soup)


def _candidates(soup: BeautifulSoup) -> list[tuple[str, int]]:
    """Addresses the page may have, with the digits of the shortest number that names an article in each."""
    noted = [(address, SAVED_DIGITS) for address in saved_from(soup)]
    declared = [(address, DECLARED_DIGITS) for address in (_base(soup), _declared(soup))]
    return [(address, digits) for address, digits in (*noted, *declared) if not _is_home(address)]


def _declared(soup: BeautifulSoup) -> str:
    """The canonical address or `og:url`, absolute and unwrapped; empty if they disagree. Home pages say nothing."""
    base = _base(soup)
    elements = (element for element in soup.find_all(True) if element.name in ("link", "meta"))
    declaring = (element for element in elements if _declares(element))
    written = (str(element.get("href") or element.get("content") or "").strip() for element in declaring)
    absolute = (original_url(_absolute(base, address)) for address in written if address)
    addresses: dict[str, str] = {}
    for address in absolute:
        if not _is_home(address):
            addresses[_known_by(address).rstrip("/")] = address
        if len(addresses) > 1:
            return ""
    return next(iter(addresses.values()), "")


def _declares(element: Tag) -> bool:
    names = (element.get("rel"), element.get("property"), element.get("name"))
    words = {word.lower() for name in names if name for word in ([name] if isinstance(name, str) else name)}
    return bool(words & {"canonical", "og:url"})


def _base(soup: BeautifulSoup) -> str:
    bases = (str(element["href"]).strip() for element in soup.find_all("base") if element.has_attr("href"))
    return original_url(next(bases, ""))


def _is_home(address: str) -> bool:
    """Whether it is a home page's, or no address on the web at all."""
    return not _known_by(address) or _parts(address) == [""]


def _trusted(soup: BeautifulSoup, candidates: list[tuple[str, int]], headline: str | None) -> str | None:
    """The first address that names the page of this headline and no other."""
    wanted = set(_words(headline or ""))
    return next((address for address, digits in candidates if _names(soup, address, wanted, digits)), None)


def _names(soup: BeautifulSoup, address: str, headline: set[str], digits: int) -> bool:
    longest = max(map(len, _numbers(address)), default=0)
    slugs = [_words(part) for part in _parts(address)]
    if any(_is_named(set(slug), headline, longest >= DECLARED_DIGITS) for slug in slugs):
        return longest >= DECLARED_DIGITS or not _is_another(soup, address, headline)
    if any(len(slug) > _LONG_RUBRIC_WORDS for slug in slugs) or len(slugs[-1]) > _RUBRIC_WORDS:
        return False
    return longest >= digits and not _is_another(soup, address, headline)


def _is_named(slug: set[str], headline: set[str], numbered: bool) -> bool:
    """Whether the words of an address are those of a headline."""
    shared = len(slug & headline)
    least = max(_RUBRIC_WORDS, _SHARE_OF_SLUG * len(slug), _SHARE_OF_HEADLINE * len(headline))
    if shared < least:
        return False
    return numbered or shared >= _ENOUGH_WORDS or (slug == headline and shared > _RUBRIC_WORDS)


def _is_another(soup: BeautifulSoup, address: str, headline: set[str]) -> bool:
    """Whether the page links to the address under another name, as it does to its rubrics."""
    known_by = _known_by(address)
    for link in _links(soup):
        target = str(link["href"]).strip()
        if not _NOWHERE.match(target) and _known_by(_absolute(address, target)) == known_by:
            words = set(_words(link.get_text(" ")))
            if words and words != headline:
                return True
    return False


def _links(soup: BeautifulSoup) -> list[Tag]:
    """The first links of a page. To ask for the name alone costs a third of asking for the attribute with it."""
    return list(islice((link for link in soup.find_all("a") if link.has_attr("href")), _MOST_LINKS))


def _parts(address: str) -> list[str]:
    """What can hold the words of a headline: values of the query, then path segments; `[""]` of a home page."""
    parts = urlsplit(address)
    values = [value for _, value in parse_qsl(parts.query)]
    return [*values, *_segments(parts.path)] or [""]


def _segments(path: str) -> list[str]:
    segments = [unquote(segment) for segment in path.split("/") if segment]
    while segments and _HOME.fullmatch(segments[-1]):
        segments.pop()
    return [_EXTENSION.sub("", segment) for segment in segments]


def _numbers(address: str) -> list[str]:
    """The numbers at the end of the path and in the query that are neither dates nor rubrics'."""
    parts = urlsplit(address)
    last = _segments(_DATE.sub("", parts.path))[-1:]
    given = [pair for segment in last for pair in _NUMBER.findall(segment)]
    given += [(name, value) for name, value in parse_qsl(_DATE.sub("", parts.query)) if value.isdecimal()]
    return [number for name, number in given if not _OF_RUBRICS.fullmatch(name)]


def _words(text: str) -> list[str]:
    """Words without marks, as addresses have them; numbers left out."""
    return [fold(token.key) for token in tokens(text) if split_tone(token.key)[0].isalpha()]


def _host_of_links(soup: BeautifulSoup) -> str | None:
    links = (str(link["href"]).strip() for link in _links(soup))
    leading = [link for link in links if not _NOWHERE.match(link)]
    return _majority(link for link in leading if is_replayed(link)) or _majority(leading)


def _majority(links: Iterable[str]) -> str | None:
    """The host more than half of the links lead to; links within the site have none."""
    hosts = Counter(_host(original_url(link)) for link in links)
    for host in [host for host in hosts if ".".join(host.split(".")[-2:]) in _PLATFORMS]:
        del hosts[host]
    host, count = max(hosts.items(), key=lambda item: item[1], default=("", 0))
    return host if host and count >= _LEAST_LINKS and 2 * count > hosts.total() else None


def _absolute(base: str, address: str) -> str:
    try:
        return urljoin(base, address)
    except ValueError:
        return address


def _known_by(address: str) -> str:
    """The canonical form; empty if it is no address on the web, or longer than those are."""
    try:
        return canonical_url(address) if "://" in address and len(address) <= _MOST_CHARACTERS else ""
    except ProcessingError:
        return ""


def _host(address: str) -> str:
    return _known_by(address).partition("/")[0].partition(":")[0]
