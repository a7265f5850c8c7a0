"""Site rules: where the parts of an article stand on pages of a known design.

The bundled table is `data/sites.csv`; a librarian may have another of the same columns (`KHOBAO_SITES`), whose rows go
before it. A row without a domain is of a content manager that many sites use, known by its class names, and comes
after all rows with one. Selectors of the bundled table are facts about public pages; its column `seen_in` says
what each was verified on. Publishers have a table of their own (`archive.sources`).
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bs4 import BeautifulSoup, Tag
from soupsieve import SoupSieve

from archive.models import Source

Part = Literal["title", "date", "lead", "body", "byline", "remove"]

MOST_ELEMENTS = 200
"""Of one part on one page; hostile pages nest a hundred thousand."""


@dataclass(frozen=True, slots=True)
class SiteRule:
    """One row: one design of a site.

    Attributes:
        domain: the site's; stands for all below it, too. Empty: any.
        valid_from, valid_to: first and last day of the design; None: not known.
        publisher: who publishes there, where the table says so.
        selectors: of the parts the row tells; the general rules find the others.
        seen_in: what the selectors were verified on.
    """

    domain: str
    valid_from: date | None
    valid_to: date | None
    publisher: Source | None
    selectors: Mapping[Part, SoupSieve]
    seen_in: str = ""

    def find(self, part: Part, soup: Tag) -> list[Tag]:
        """The elements of one part that have text, none inside another, in the order of the page.

        Returns:
            Nothing where the row does not tell the part, or its selector finds no text: the site has changed.
        """
        selector = self.selectors.get(part)
        matching = selector.select(soup, limit=MOST_ELEMENTS) if selector else []
        known = {id(element) for element in matching}
        outermost = (each for each in matching if not any(id(parent) in known for parent in each.parents))
        return [element for element in outermost if _has_text(element)]

    def covers(self, domain: str) -> bool:
        """Whether the row is of this domain or of one above it."""
        return not self.domain or domain == self.domain or domain.endswith(f".{self.domain}")

    def holds_on(self, day: date | None) -> bool:
        """Whether the design may have been in use on a day; on an unknown one it may."""
        if day is None:
            return True
        return (self.valid_from is None or self.valid_from <= day) and (
            self.valid_to is None or day <= self.valid_to
        )


@dataclass(frozen=True, slots=True)
class SiteRules:
    """The rows in force, in the order they are tried; none at all without an argument."""

    rows: tuple[SiteRule, ...] = ()

    def rule_for(self, domain: str | None, soup: BeautifulSoup, day: date | None = None) -> SiteRule | None:
        """The first row of this domain whose body selector finds text on the page, else the first of any domain.

        Args:
            domain: of the page; None: unknown, only rows of any domain can match.
            soup: the page.
            day: when it was published or captured, if known.
        """
        fitting = (row for row in self.rows if row.covers(domain or "") and row.holds_on(day))
        return next((row for row in fitting if row.find("body", soup)), None)

    @property
    def publishers(self) -> Mapping[str, Source]:
        """The publisher of each domain, where a table says it; the first row of a domain counts."""
        return {row.domain: row.publisher for row in reversed(self.rows) if row.publisher}


def in_order(rows: Iterable[SiteRule]) -> SiteRules:
    """Rules of these rows: as given, but those of any domain last."""
    return SiteRules(tuple(sorted(rows, key=lambda row: not row.domain)))


def _has_text(element: Tag) -> bool:
    return any(not text.isspace() for text in element.strings)
