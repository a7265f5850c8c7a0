"""Date lines: lines, and beginnings and ends of lines, that print when a page was published."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.cleaning.counters import counters
from archive.cleaning.date_patterns import DAY_OF_WEEK, PrintedDate, printed_dates
from archive.cleaning.layout import Cut
from archive.cleaning.vocabulary import DATELINE_LABELS, SECTIONS, UPDATE_LABELS

MAX_CHARACTERS = 160
"""A longer line, or beginning of one, is no date line."""

_LABEL = re.compile(rf"(?<!\w)(?:{'|'.join(DATELINE_LABELS)})(?!\w)\s?:?", re.IGNORECASE)
_UPDATE = re.compile(rf"\W*(?:{'|'.join(UPDATE_LABELS)})", re.IGNORECASE)
_WEEKDAY = re.compile(rf"(?<!\w){DAY_OF_WEEK}(?!\w)", re.IGNORECASE)
ISSUE_NUMBER = re.compile(
    r"(?<!\w)(?:báo\s)?số(?:\sbáo)?\s?:?\s?\d{1,6}(?:\s?\(\d{1,6}\))?(?![\w/])", re.IGNORECASE
)
_ZONE = re.compile(r"[(\[]?\s?(?:GMT|UTC)\s?[+-]\s?\d{1,2}(?::?\d{2})?\s?[)\]]?", re.IGNORECASE)
_CLOCK = re.compile(
    r"(?<!\d)(?:\d{1,2}(?::\d{1,2}){1,2}(?:\s?(?:AM|PM|SA|CH))?|\d{1,2}\s?(?:giờ|[hg])\s?(?:\d{1,2}\s?(?:phút|['’])?)?)(?!\w)",
    re.IGNORECASE,
)
_PUNCTUATION = " \t.,;:|/()[]–—-•·*_>»"
_FIELD_PREFIX = re.compile(r"date\s\d{4}-\d{2}(?:-\d{2})?(?=\s)")
_PUBLISHER = re.compile(
    r"[A-ZĐ]{2,8}(?:\sonline)?|(?i:báo|đài|tạp chí|cổng)(?:\s[^\s,;:]+){1,7}"
    r"|(?:[^\s,;:]+\s){1,4}(?i:tv|online|news|điện tử)"
)
"""Codes and names of papers, broadcasters and portals."""

_BRACKETED_END = re.compile(r"\s*\((?P<date>[^()]*\d{4}[^()]*)\)$")


@dataclass(frozen=True, slots=True)
class Dateline:
    """What a date line prints: its dates, whether it tells of a later change, and its parts as cuts."""

    dates: tuple[PrintedDate, ...]
    is_update: bool
    cuts: tuple[Cut, ...]


def read_dateline(number: int, text: str) -> Dateline | None:
    """Read a whole line as a date line or a reader counter.

    Args:
        number: the line's number, for the cuts.
        text: one line, squeezed.

    Returns:
        None where anything but dates, clocks, weekdays, labels, counters, a section or a place is printed.
    """
    if len(text) > MAX_CHARACTERS:
        return None
    counted = counters(text)
    uncounted = _without(text, counted)
    dates = tuple(printed_dates(uncounted))
    if not dates and not counted:
        return None
    rest = _without(uncounted, [(found.start, found.end) for found in dates])
    for pattern in (_ZONE, _CLOCK, ISSUE_NUMBER, _WEEKDAY, _LABEL):
        rest = pattern.sub(" ", rest)
    rest = rest.strip(_PUNCTUATION)
    if rest and rest.lower() not in SECTIONS and not _is_place(rest, text) and not _is_publisher(rest, text):
        return None
    cuts = [Cut(number, text[start:end], "view_counter") for start, end in counted]
    if dates:
        cuts.insert(0, Cut(number, " ".join(uncounted.split()).strip(" |-–,"), "dateline"))
    updates = [_is_update(uncounted, dates, place) for place in range(len(dates))]
    ordered = sorted(range(len(dates)), key=updates.__getitem__)
    return Dateline(tuple(dates[place] for place in ordered), bool(dates) and all(updates), tuple(cuts))


def _is_update(text: str, dates: tuple[PrintedDate, ...], place: int) -> bool:
    """Whether the words before a date of a line say that it is that of a change."""
    start = dates[place - 1].end if place else 0
    return _UPDATE.match(text[start : dates[place].start]) is not None


def split_prefix(number: int, text: str) -> tuple[Dateline, str] | None:
    """Split a date off the beginning of a line of the story: `date 2020-12 Chiều 25/12, …`.

    Returns:
        The date line and the rest of the line, or None.
    """
    if match := _FIELD_PREFIX.match(text):
        dates = tuple(printed_dates(match[0]))
        raw = tuple(PrintedDate(match[0], 0, match.end(), found.readings) for found in dates)
        return Dateline(raw, False, (Cut(number, match[0], "date_prefix"),)), text[match.end() :].strip()
    first = next(
        (found for found in printed_dates(text[:MAX_CHARACTERS]) if found.readings and len(found.raw) >= 8),
        None,
    )
    if first is None:
        return None
    zone = _ZONE.match(text, first.end) or _ZONE.match(text, first.end + 1)
    end = zone.end() if zone else first.end
    rest = text[end:].lstrip(_PUNCTUATION)
    separated = text[end : len(text) - len(rest)].strip(" ,") != ""
    head = read_dateline(number, text[:end])
    if head is None or not rest or not rest[0].isupper() or not (separated or head.cuts[0].text != first.raw):
        return None
    if re.match(r"\W*ngày\s", text[:end].lower()) and not separated:
        return None
    return Dateline(
        head.dates, head.is_update, (Cut(number, text[: len(text) - len(rest)].strip(), "date_prefix"),)
    ), rest


def split_suffix(number: int, text: str) -> tuple[Dateline, str] | None:
    """Split a bracketed date off the end of a title: `Dấu ấn nửa nhiệm kỳ (03/02/2019 21:20)`."""
    match = _BRACKETED_END.search(text)
    found = read_dateline(number, match["date"]) if match else None
    if match is None or found is None or not found.dates or len(match["date"]) < 8:
        return None
    return found, text[: match.start()].strip()


def _is_place(rest: str, text: str) -> bool:
    """The place a date line begins with: `Hà Nội, ngày …`."""
    words = rest.split()
    return len(words) <= 4 and all(word[0].isupper() for word in words) and text.startswith(f"{rest},")


def _is_publisher(rest: str, text: str) -> bool:
    """The paper a date line begins with: `TTH - …`, `BÁO HƯNG YÊN ĐIỆN TỬ | …`, `Điện Biên TV - …`."""
    name = text.partition(rest)[2].lstrip() if text.startswith(rest) else ""
    if not name.startswith(("-", "–", "|", ":", "•", "·")):
        return False
    return _PUBLISHER.fullmatch(rest) is not None


def _without(text: str, spans: list[tuple[int, int]]) -> str:
    """The text with blanks in place of the spans: offsets stay."""
    for start, end in spans:
        text = text[:start] + " " * (end - start) + text[end:]
    return text
