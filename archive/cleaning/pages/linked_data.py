"""JSON-LD of a page as flat nodes, however badly it is written, within bounds."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Mapping
from itertools import islice
from typing import cast

from bs4 import BeautifulSoup

Node = Mapping[str, object]
"""One object of JSON-LD."""

MOST_BLOCKS = 50
MOST_CHARACTERS = 1_000_000
"""Of one block; those of articles have some thousands, the longest seen were lists of a shop's goods."""
MOST_NODES = 2_000

_SECTION_MARKS = re.compile(r"<!\[CDATA\[|\]\]>")
_OPENING = re.compile(r"[{\[]")
_STRING_OR_LOOSE_COMMA = re.compile(r'("(?:[^"\\]|\\.)*+"?)|,(?=\s*[}\]])', re.DOTALL)
"""A string that is never closed reaches to the end: looking for its end again and again would take for ever."""


def linked_data(soup: BeautifulSoup) -> list[Node]:
    """Every object in the JSON-LD blocks of a page, outer ones first, in the order of the page.

    Lists and `@graph` are opened, so are objects within objects. What cannot be read as JSON even without
    its wrapping (CDATA, comments), loose commas and escapes of HTML is left out: it is evidence that is not
    there. So is what exceeds `MOST_BLOCKS`, `MOST_CHARACTERS` and `MOST_NODES`.
    """
    nodes: list[Node] = []
    scripts = (script for script in soup.find_all("script") if _is_linked_data(script.get("type")))
    for block in islice(scripts, MOST_BLOCKS):
        if len(nodes) < MOST_NODES:
            nodes.extend(_nodes(_parsed(block.get_text()), MOST_NODES - len(nodes)))
    return nodes


def _is_linked_data(media_type: object) -> bool:
    return (
        isinstance(media_type, str) and media_type.partition(";")[0].strip().lower() == "application/ld+json"
    )


def _parsed(text: str) -> object:
    """The value of a block; None if it has none that can be read."""
    if len(text) > MOST_CHARACTERS:
        return None
    text = _SECTION_MARKS.sub("", text)
    opening = _OPENING.search(text)
    bare = text[opening.start() : max(text.rfind("}"), text.rfind("]")) + 1] if opening else ""
    for candidate in (bare, _without_loose_commas(bare), _without_loose_commas(html.unescape(bare))):
        try:
            return cast(object, json.loads(candidate, strict=False))
        except (ValueError, RecursionError):
            continue
    return None


def _without_loose_commas(text: str) -> str:
    return _STRING_OR_LOOSE_COMMA.sub(lambda found: found[1] or "", text)


def _nodes(value: object, most: int) -> Iterator[Node]:
    """The objects in a value, breadth first: an article comes before its author."""
    level = [value]
    while level and most > 0:
        deeper: list[object] = []
        for item in level:
            if isinstance(item, dict):
                most -= 1
                if most < 0:
                    return
                yield item
                deeper.extend(item.values())
            elif isinstance(item, list):
                deeper.extend(item)
        level = [item for item in deeper if isinstance(item, dict | list)]
