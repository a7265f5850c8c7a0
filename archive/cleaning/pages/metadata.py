"""What the machine-readable part of a page says of it: head, microdata and JSON-LD.

Evidence, not truth. Known to lie: templates copied from another newspaper with its title, site name, section
and address in them; dates of the crawl, of the last change of the template or of a web archive's capture;
portals on SharePoint, whose head is the same on every page and whose `<title>` names the site; authors that
are the newspaper or its webmaster; an `og:type` of `article` on home pages. What is printed goes before it:
a value here is worth what agrees with it. Above all, no date may be taken from here for a page that prints none.

Names are those of Open Graph, Twitter cards, Dublin Core, Highwire, Parse.ly, schema.org and of what
newspapers write without a standard: the table `data/metadata.csv`.
"""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import islice
from types import MappingProxyType

from bs4 import BeautifulSoup, NavigableString, Tag

from archive.cleaning.pages.linked_data import Node, linked_data
from archive.text.normalization import squeeze

MOST_CHARACTERS = 2_000
"""Of one value; a longer one is the text of something that was marked by mistake."""
MOST_VALUES = 20
"""Of one kind: lists of related articles repeat every property."""
MOST_MARKED = 100
"""Elements with a property that are looked at."""
MOST_INSIDE = 200
"""Elements and texts looked at inside one of them: a headline has some, a body marked by mistake thousands."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a page says of itself.

    Attributes:
        value: as written, with white space squeezed.
        origin: where it stands: `title`, `time`, `meta og:title`, `itemprop headline`, `json-ld headline`.
    """

    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class Metadata:
    """What a page says of itself; of each kind what the head says first, without repetitions.

    Attributes:
        titles: of the article; of the site, where the head is the same on every page.
        published, modified: dates as written, in any form.
        authors: persons, agencies, or the newspaper itself.
        sections: the rubric.
        kinds: `og:type` and the `@type` of JSON-LD: `article`, `NewsArticle`, `CollectionPage`.
        site_names: of the newspaper or portal.
        descriptions: often the lead, sometimes what the site is about.
    """

    titles: tuple[Evidence, ...] = ()
    published: tuple[Evidence, ...] = ()
    modified: tuple[Evidence, ...] = ()
    authors: tuple[Evidence, ...] = ()
    sections: tuple[Evidence, ...] = ()
    kinds: tuple[Evidence, ...] = ()
    site_names: tuple[Evidence, ...] = ()
    descriptions: tuple[Evidence, ...] = ()


def read_metadata(soup: BeautifulSoup) -> Metadata:
    """Read the machine-readable part of a page.

    Returns:
        At most `MOST_VALUES` of each kind, none longer than `MOST_CHARACTERS`; nothing on a page without any.
    """
    found: defaultdict[str, dict[Evidence, None]] = defaultdict(dict)
    for subject, value, origin in _statements(soup):
        value = squeeze(value)
        if 0 < len(value) <= MOST_CHARACTERS and len(found[subject]) < MOST_VALUES:
            found[subject][Evidence(value, origin)] = None
    return Metadata(
        titles=tuple(found["title"]),
        published=tuple(found["published"]),
        modified=tuple(found["modified"]),
        authors=tuple(found["author"]),
        sections=tuple(found["section"]),
        kinds=tuple(found["kind"]),
        site_names=tuple(found["site_name"]),
        descriptions=tuple(found["description"]),
    )


def _statements(soup: BeautifulSoup) -> Iterator[tuple[str, str, str]]:
    """Subject, value and origin of everything said."""
    if soup.title is not None:
        yield "title", soup.title.get_text(), "title"
    yield from _of_meta_tags(soup)
    for node in linked_data(soup):
        yield from _of_node(node)
    yield from _of_microdata(soup)
    timed = (element for element in soup.find_all("time") if element.has_attr("datetime"))
    for element in islice(timed, MOST_VALUES):
        yield "published", str(element["datetime"]), "time"


def _of_meta_tags(soup: BeautifulSoup) -> Iterator[tuple[str, str, str]]:
    for element in soup.find_all("meta"):
        if not element.has_attr("content"):
            continue
        for attribute in ("property", "name", "http-equiv"):
            key = str(element.get(attribute, "")).strip().lower()
            if subject := _subjects("meta").get(key):
                yield subject, str(element["content"]), f"meta {key}"


def _of_microdata(soup: BeautifulSoup) -> Iterator[tuple[str, str, str]]:
    marked = (element for element in soup.find_all(True) if element.has_attr("itemprop"))
    for element in islice(marked, MOST_MARKED):
        for key in str(element["itemprop"]).lower().split():
            if subject := _subjects("itemprop").get(key):
                yield subject, _value(element), f"itemprop {key}"


def _value(element: Tag) -> str:
    """The value of a property as microdata defines it, or the name within an author."""
    inside = list(islice(element.descendants, MOST_INSIDE))
    named = (item for item in inside if isinstance(item, Tag) and item.get("itemprop") == "name")
    for tag in (element, *named):
        for attribute in ("content", "datetime"):
            if written := str(tag.get(attribute, "")).strip():
                return written
    return " ".join(item for item in inside if type(item) is NavigableString)


def _of_node(node: Node) -> Iterator[tuple[str, str, str]]:
    for kind in _texts(node.get("@type")):
        yield "kind", kind, "json-ld @type"
    for key, value in node.items():
        if subject := _subjects("json-ld").get(key.lower()):
            for text in _texts(value):
                yield subject, text, f"json-ld {key.lower()}"
    if "WebSite" in _texts(node.get("@type")):
        for text in _texts(node.get("name")):
            yield "site_name", text, "json-ld website"


def _texts(value: object) -> list[str]:
    """The words of a value: a text, an object with a name, or a list of these."""
    values = value if isinstance(value, list) else [value]
    named = (item.get("name") if isinstance(item, dict) else item for item in values)
    return [item for item in named if isinstance(item, str)]


@cache
def _subjects(place: str) -> Mapping[str, str]:
    """What each name stands for in one place of a page."""
    table = files("archive.cleaning.pages").joinpath("data", "metadata.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(table.splitlines())
    return MappingProxyType({row["key"]: row["subject"] for row in rows if row["place"] == place})
