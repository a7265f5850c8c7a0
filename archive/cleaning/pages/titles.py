"""What the head of a page says its title is, as a measure for printed lines; evidence, not truth."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from archive.cleaning.headings import comparable
from archive.cleaning.pages.words import MASTHEAD_OPENERS, SITE_OPENERS
from archive.text.normalization import normalize

MIN_LETTERS = 12
MIN_SHARE_OF_TITLE = 0.3
MIN_SHARE_OF_LINE = 0.6
"""How much of one another a title and a line that holds it, or is held by it, must be."""

MIN_WORDS_BESIDE_SITE = 7
"""Behind the name of a site its owner stands, or the section, as often as a headline: those are shorter."""

MAX_OFFICE_WORDS = 7

AGREED = 1.0
PARTLY_AGREED = 0.6

_SEPARATED = re.compile(r"\s+[-–—|»›:/]+\s+|\s*[|»]\s*|::")


@dataclass(frozen=True, slots=True)
class StatedTitles:
    """The titles of a page's head, whole and in parts, as letters and digits."""

    whole: frozenset[str]
    parts: frozenset[str]
    sites: frozenset[str]

    def agreement(self, text: str) -> float:
        """How far a line is what the head says the title is: 0 to 1."""
        key = comparable(text)
        if len(key) < MIN_LETTERS or key in self.sites:
            return 0.0
        if key in self.whole or key in self.parts:
            return AGREED
        for whole in (*self.whole, *self.parts):
            if (key in whole and len(key) >= MIN_SHARE_OF_TITLE * len(whole)) or (
                len(whole) >= MIN_LETTERS and whole in key and len(whole) >= MIN_SHARE_OF_LINE * len(key)
            ):
                return PARTLY_AGREED
        return 0.0


def _names_site(part: str, longest: int) -> bool:
    """Whether a part of a title is the name of a site: by its first words, of an office beside a longer part."""
    words = len(part.split())
    office = words < longest and words <= MAX_OFFICE_WORDS and part.lower().startswith(MASTHEAD_OPENERS)
    return office or part.lower().startswith(SITE_OPENERS)


def stated_titles(titles: Iterable[str], sites: Iterable[str]) -> StatedTitles:
    """Make a measure of the titles and site names of a page's head."""
    whole: set[str] = set()
    parts: set[str] = set()
    named = {comparable(normalize(site)) for site in sites}
    for title in map(normalize, titles):
        split = [part.strip() for part in _SEPARATED.split(title)]
        longest = max(len(part.split()) for part in split)
        sited = [part for part in split if _names_site(part, longest)]
        named.update(comparable(part) for part in sited)
        fewest = MIN_WORDS_BESIDE_SITE if sited and split[0] in sited else 1
        told = [part for part in split if part not in sited and len(part.split()) >= fewest]
        parts.update(comparable(part) for part in told)
        if not sited:
            whole.add(comparable(title))
    return StatedTitles(frozenset(whole), frozenset(parts), frozenset(named))
