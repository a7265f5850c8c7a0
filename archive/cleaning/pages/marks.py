"""What class names and ids say of an element: which part of an article it is, or which piece of frame."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import NamedTuple

from bs4 import Tag

from archive.cleaning.pages import words

_BEGINNING = words.LONGEST_WHOLE_WORD + 1
_ENDINGS = tuple(ending for endings in words.ENDING_WORDS.values() for ending in endings)


class Table(NamedTuple):
    """Words by what they speak of.

    Attributes:
        kinds: kind or role, its words, and those of them that count as parts of a name.
        words: of all kinds.
        beginnings: first letters of all that count as parts: most names have none, and need no further look.
    """

    kinds: tuple[tuple[str, frozenset[str], tuple[str, ...]], ...]
    words: frozenset[str]
    beginnings: frozenset[str]

    def may_match(self, parts: frozenset[str], squeezed: str) -> bool:
        """Whether a name of these parts can speak of anything."""
        if not self.words.isdisjoint(parts) or any(part.endswith(_ENDINGS) for part in parts):
            return True
        places = range(len(squeezed) - _BEGINNING + 1)
        return not self.beginnings.isdisjoint(squeezed[place : place + _BEGINNING] for place in places)


def _partial(names: frozenset[str]) -> tuple[str, ...]:
    """Those that count as parts of a name, too."""
    long = (name for name in names if len(name) > words.LONGEST_WHOLE_WORD)
    return tuple(sorted(name for name in long if name not in words.WHOLE_WORDS))


def _table(kinds: Mapping[str, frozenset[str]]) -> Table:
    rows = tuple((kind, names, _partial(names)) for kind, names in kinds.items())
    beginnings = frozenset(name[:_BEGINNING] for _, _, partial in rows for name in partial)
    return Table(rows, frozenset[str]().union(*kinds.values()), beginnings)


FRAME_WORDS = _table(words.FRAME_WORDS)
ROLE_WORDS = _table(words.ROLE_WORDS)

MAX_NAME_CHARACTERS = 300
"""Of class and id together: longer ones are data of scripts."""

OWN_ROLES = frozenset({"title", "body", "date", "lead"})
WEAK_KINDS = frozenset({"menu", "editing", "header", "sidebar", "share", "audio", "advertisement", "tags"})
"""What a second name speaks of is of no weight where the first one speaks of a part of the article."""

UNTOLD_PREFIXES = ("category-", "tag-", "has-", "no-", "with-", "without-", "hide-", "show-")
"""Names that speak of something else: the rubric of a post, what its page has or has not."""

_HUMP = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_SEPARATORS = re.compile(r"[^A-Za-z0-9]+")
_DIGITS = re.compile(r"\d+$")


def named(element: Tag) -> str:
    """The class names and the id of an element, with blanks between them."""
    classes = element.get("class")
    names = " ".join(classes) if isinstance(classes, list) else str(classes or "")
    return f"{names} {element.get('id') or ''} {element.get('itemprop') or ''}"[:MAX_NAME_CHARACTERS].strip()


@lru_cache(maxsize=20_000)
def frame_kind(names: str) -> str | None:
    """The kind of frame that names speak of, or None: `title menu-owner` is a title, `menu-title` a menu's."""
    kinds = [kind for name in _told(names) for kind in _frames(name)[:1]]
    if role_words(names) & OWN_ROLES:
        kinds = [kind for kind in kinds if kind not in WEAK_KINDS]
    return kinds[0] if kinds else None


@lru_cache(maxsize=20_000)
def role_words(names: str) -> frozenset[str]:
    """The roles in an article that names speak of; a name that speaks of a frame speaks of none."""
    return frozenset(
        role for name in _told(names) if not _frames(name) for role in _matches(name, ROLE_WORDS)
    )


def _told(names: str) -> list[str]:
    return [name for name in names.split() if not name.lower().startswith(UNTOLD_PREFIXES)]


@lru_cache(maxsize=20_000)
def _frames(name: str) -> list[str]:
    """The kinds of frame that one name speaks of."""
    return _matches(name, FRAME_WORDS)


def _matches(name: str, table: Table) -> list[str]:
    """The keys of a table that one name speaks of."""
    parts = [_DIGITS.sub("", part).lower() for part in _SEPARATORS.split(_HUMP.sub("-", name))]
    squeezed = "".join(parts)
    whole = frozenset((*parts, squeezed)) - {""}
    if not table.may_match(whole, squeezed):
        return []
    return [
        key
        for key, names, partial in table.kinds
        if not names.isdisjoint(whole)
        or any(word in squeezed for word in partial)
        or (key in words.ENDING_WORDS and any(part.endswith(words.ENDING_WORDS[key]) for part in whole))
    ]
