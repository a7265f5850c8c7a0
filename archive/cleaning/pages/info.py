"""The line of facts under or over a headline, taken apart: author, day, time, counter and section in any order."""

from __future__ import annotations

import re

from archive.cleaning.bylines import read_byline, source_named
from archive.cleaning.counters import counters
from archive.cleaning.date_patterns import DAY_OF_WEEK, PrintedDate, printed_dates
from archive.cleaning.datelines import MAX_CHARACTERS, read_dateline
from archive.cleaning.names import is_full_name
from archive.cleaning.vocabulary import DATELINE_LABELS, SECTIONS, UPDATE_LABELS

MAX_MIXED_WORDS = 22
MAX_REST_WORDS = 9
"""A line with more words beside its date is a sentence."""

FULL = len("2019-07-30")
NEVER = "9999"
"""The year portals print where an editor gave no day."""

_LABELS = "|".join(DATELINE_LABELS)
_AROUND = re.compile(
    rf"[\s(\[|,.;:–—•·-]*(?:(?<!\w)(?:{_LABELS}|{DAY_OF_WEEK})[\s,.:|–-]*){{0,3}}$", re.IGNORECASE
)
_ZONE = re.compile(r"^\s*[(\[]?\s?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\s?[)\]]?", re.IGNORECASE)
_SET_APART = re.compile(r"\s*[|•·»¦]+\s*|\s+[-–—/]+\s+|\s*[;]\s*|(?<=\w\w)\.\s+(?=[^\W\d])")
_EDGES = " ()[]|,;:–—-•·/»"


def split_date(text: str) -> tuple[str, tuple[str, ...]] | None:
    """A short line that prints a day among other things, as the date line in it and the pieces beside it."""
    if len(text) > MAX_CHARACTERS or (date := _first_day(text)) is None:
        return None
    person, comma, rest = text.partition(",")
    if comma and date.start > len(person) and is_full_name(person) and read_dateline(1, rest):
        return rest.strip(), (person,)
    if read_dateline(1, text):
        return text, ()
    if text.count(" ") >= MAX_MIXED_WORDS:
        return None
    around = _AROUND.search(text[: date.start])
    start = around.start() if around else date.start
    zone = _ZONE.match(text[date.end :])
    end = date.end + (zone.end() if zone else 0)
    beside = (*_pieces(text[:start]), *_pieces(text[end:]))
    told = [piece for piece in beside if not is_fact(piece)]
    if sum(piece.count(" ") + 1 for piece in told) > MAX_REST_WORDS:
        return None
    return text[start:end].strip(" |,;"), beside


def is_fact(piece: str) -> bool:
    """Whether a piece of such a line is a counter, a time, another date or a section."""
    return piece.lower() in SECTIONS or read_dateline(1, piece) is not None


def names_author(piece: str) -> bool:
    """Whether a piece of such a line names the author."""
    found = None if piece.lower() in SECTIONS else read_byline(piece)
    return found is not None and found.author is not None


def names_source(piece: str) -> bool:
    """Whether a piece says where the text comes from: `Nguồn: Sở Y tế`."""
    return source_named(piece) is not None


def is_set_apart(text: str) -> bool:
    """Whether a line is printed as several pieces, with bars or dots between."""
    return len(_SET_APART.split(text)) > 1


def _first_day(text: str) -> PrintedDate | None:
    """The day of publication before days of changes."""
    days = [date for date in printed_dates(text) if _is_day(date)]
    ends = [0, *(date.end for date in days)]
    fresh = [
        date
        for date, end in zip(days, ends, strict=False)
        if not any(label in text[end : date.start].lower() for label in UPDATE_LABELS)
    ]
    return next(iter(fresh or days), None)


def _is_day(date: PrintedDate) -> bool:
    return any(len(reading) >= FULL and not reading.startswith(NEVER) for reading in date.readings)


def _pieces(text: str) -> tuple[str, ...]:
    """The pieces of what stands on one side of a date; a counter is a piece whatever stands round it."""
    edges = [0, *(edge for span in counters(text) for edge in span), len(text)]
    parts = [text[start:end] for start, end in zip(edges, edges[1:], strict=False)]
    pieces = (piece.strip(_EDGES) for part in parts for piece in _SET_APART.split(part))
    return tuple(piece for piece in pieces if any(letter.isalnum() for letter in piece))
