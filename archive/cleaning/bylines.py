"""Who wrote an article and who took its pictures: `Tin, ảnh: Thúy Hường`, `Quốc Việt`, `Theo TTXVN`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.cleaning.layout import Cut, Line
from archive.cleaning.names import are_names
from archive.cleaning.vocabulary import (
    BYLINE_LABELS,
    COLLECTIVE_BYLINES,
    CREDIT_LABELS,
    PHOTO_BYLINE_WORD,
    SOURCE_BYLINE,
)

MAX_SOURCE_WORDS = 7
MAX_CLOSING_LINES = 3
"""Author, photographer and source stand on at most so many lines after the last paragraph."""

_LABEL = "|".join(re.escape(label) for label in BYLINE_LABELS)
_CREDIT = "|".join(re.escape(label) for label in CREDIT_LABELS)
_LABELLED = re.compile(rf"(?P<label>{_LABEL})(?:\s?:\s?|\s)(?P<names>\S.*)", re.IGNORECASE)
_CREDITED = re.compile(rf"(?:{_CREDIT})\s?:\s?(?P<names>\S.{{0,60}})", re.IGNORECASE)
_BOTH = re.compile(
    rf"(?:{_LABEL})\s?:\s?(?P<author>[^:]+?)\s?[-–;,.|]\s?(?:{_CREDIT})\s?:\s?(?P<credit>.+)", re.IGNORECASE
)
_REMARK = re.compile(
    r"\s?\((?:[^()]*)\)$|\s(?:tổng hợp|thực hiện|ghi|lược ghi|lược dịch|biên dịch|sưu tầm)$", re.IGNORECASE
)
_SOURCE = re.compile(rf"\(?{SOURCE_BYLINE}:?\s(?P<paper>[^\s.,].*?)\)?\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Byline:
    """What a byline says: the author, the photographer, or both; `author` may be a paper (`Theo TTXVN`)."""

    author: str | None
    credit: str | None


def read_byline(text: str) -> Byline | None:
    """Read a line as a byline.

    Args:
        text: one line, squeezed.

    Returns:
        None where the line is no byline.
    """
    text = text.strip(" |*_–-").removesuffix("./.").strip()
    if match := _BOTH.fullmatch(text):
        return Byline(_plain(match["author"]), _plain(match["credit"]))
    if match := _CREDITED.fullmatch(text):
        names = _plain(match["names"])
        return Byline(None, names) if len(names.split()) <= MAX_SOURCE_WORDS else None
    if match := _LABELLED.fullmatch(text):
        names = _plain(match["names"])
        if are_names(names, 1 if ":" in text else 2):
            shared = PHOTO_BYLINE_WORD in match["label"].lower()
            return Byline(names, names if shared else None)
    return _unlabelled(text)


def _unlabelled(text: str) -> Byline | None:
    if (match := _SOURCE.fullmatch(text)) and _is_source(match["paper"]):
        return Byline(f"{SOURCE_BYLINE.capitalize()} {match['paper']}", None)
    bracketed = text.startswith("(") and text.endswith(")")
    names = _plain(text[1:-1] if bracketed else text)
    if bracketed and re.fullmatch(r"(?:Báo\s|TTXVN|[A-ZĐ]{2,}).{0,40}", names) and "." not in names:
        return Byline(names, None)
    return Byline(names, None) if names and are_names(names) else None


def _is_source(paper: str) -> bool:
    words = paper.split(" ")
    return len(words) <= MAX_SOURCE_WORDS and (words[0][0].isupper() or "." in paper or len(words) <= 2)


def _plain(names: str) -> str:
    """Names without remarks such as `(tổng hợp)` and a closing full stop."""
    names = _REMARK.sub("", names.strip()).strip(" -–,;")
    return (
        names.removesuffix(".")
        if names.count(".") == 1 and names.lower() not in COLLECTIVE_BYLINES
        else names
    )


def take_closing(lines: list[Line]) -> tuple[list[Line], list[Cut], Byline]:
    """Take the bylines and credits that close an article.

    Args:
        lines: lines without the tail; at least one line is left.

    Returns:
        The lines before them, the cuts, and what all of them say together.
    """
    cuts: list[Cut] = []
    authors: list[str] = []
    credits: list[str] = []
    while len(lines) > 1 and len(cuts) < MAX_CLOSING_LINES and (found := read_byline(lines[-1].text)):
        authors[:0] = [found.author] if found.author else []
        credits[:0] = [found.credit] if found.credit else []
        cuts.insert(0, Cut(lines[-1].number, lines[-1].text, "byline" if found.author else "credit"))
        lines = lines[:-1]
    named = [author for author in authors if not author.startswith(f"{SOURCE_BYLINE.capitalize()} ")]
    author = (named or authors)[-1] if authors else None
    return lines, cuts, Byline(author, ", ".join(dict.fromkeys(credits)) or None)
