"""The markup of a page as a tree, within bounds: a hostile page nests a hundred thousand elements."""

from __future__ import annotations

import warnings

from bs4 import BeautifulSoup, MarkupResemblesLocatorWarning, Tag, XMLParsedAsHTMLWarning

from archive.errors import ProcessingError

MAX_TAGS = 40_000
"""Of one page, told by their `<`: six times as many as any of 96 real pages has (6,327)."""

MAX_DEPTH = 512
"""Of elements in one another, as in browsers, which nest no deeper; of 96 real pages none is deeper than 40."""


class _BoundedSoup(BeautifulSoup):
    """A tree that refuses to grow too deep; what every element costs must not grow with its depth."""

    def pushTag(self, tag: Tag) -> None:  # noqa: N802 (bs4's name)
        if len(self.tagStack) > MAX_DEPTH:
            raise ProcessingError(
                "layout",
                "elements of the page stand more than {most} deep in one another: give its text as a .txt file",
                most=MAX_DEPTH,
            )
        super().pushTag(tag)


def parse_markup(markup: str) -> BeautifulSoup:
    """The tree of a page, mended as browsers mend it.

    Args:
        markup: the page as decoded.

    Raises:
        ProcessingError: step `layout`: it has more than `MAX_TAGS` tags, or elements deeper than `MAX_DEPTH`.
    """
    if (tags := markup.count("<")) > MAX_TAGS:
        raise ProcessingError(
            "layout",
            "the page has {tags} tags, more than {most}: save each of its articles by itself",
            tags=tags,
            most=MAX_TAGS,
        )
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", XMLParsedAsHTMLWarning)
        warnings.simplefilter("ignore", MarkupResemblesLocatorWarning)
        return _BoundedSoup(markup, "lxml")
