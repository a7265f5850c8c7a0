"""Lines whose role their page tells: taken out before the rules for plain text read the rest."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from archive.cleaning.bylines import Byline, is_source, names_institution, read_byline, source_named
from archive.cleaning.datelines import Dateline, read_dateline
from archive.cleaning.layout import Cut, Line
from archive.cleaning.vocabulary import SITE_ACCOUNTS

STORY_ROLES = frozenset({None, "paragraph", "beside_picture", "lead", "caption"})
"""Roles the rules for plain text go on with; every other role takes its line out."""

MAX_BYLINE_WORDS = 12


@dataclass(slots=True)
class Known:
    """What the page tells; `lines` is what is left to be read."""

    lines: list[Line] = field(default_factory=list)
    datelines: list[Dateline] = field(default_factory=list)
    bylines: list[Byline] = field(default_factory=list)
    sources: list[str] = field(default_factory=list)
    cuts: list[Cut] = field(default_factory=list)

    @property
    def source(self) -> str | None:
        """Where the text comes from, for one that names no author."""
        return next(iter(self.sources), None)

    @property
    def author(self) -> str | None:
        """The author: a person before a source or an institution, all of several before the first."""
        named = (byline.author for byline in self.bylines if byline.author)
        authors = [author for author in named if author.lower() not in SITE_ACCOUNTS]
        return max(authors, key=_rank, default=None)


def _rank(author: str) -> tuple[bool, bool, int]:
    """How much an author is before another: who signs an article says more than whose paper it is in."""
    return not is_source(author), not names_institution(author), author.count(" ")


def take_known(lines: Iterable[Line]) -> Known:
    """Take out the lines whose role is known and is not a part of the story."""
    known = Known()
    for line in lines:
        if line.role in STORY_ROLES:
            known.lines.append(line)
        elif line.role == "dateline" and (dateline := read_dateline(line.number, line.text)):
            known.datelines.append(dateline)
            known.cuts += dateline.cuts
        else:
            if line.role == "byline" and (source := source_named(line.text)):
                known.sources.append(source)
            elif line.role == "byline" and (byline := _byline(line.text)):
                known.bylines.append(byline)
            known.cuts.append(Cut(line.number, line.text, line.role or "boilerplate"))
    return known


def _byline(text: str) -> Byline | None:
    """What a line in the place of a byline says; any short line there is the name of an author or a source."""
    if found := read_byline(text):
        return found
    bare = text.rpartition(":")[2].strip(" .()|-–")
    return Byline(bare, None) if bare[:1].isupper() and bare.count(" ") < MAX_BYLINE_WORDS else None
