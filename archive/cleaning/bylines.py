"""Who wrote an article and who took its pictures: `Tin, ảnh: Thúy Hường`, `Quốc Việt`, `Theo TTXVN`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from archive.cleaning.layout import Cut, Line
from archive.cleaning.name_words import INSTITUTION_OPENERS
from archive.cleaning.names import are_names
from archive.cleaning.vocabulary import (
    BYLINE_LABELS,
    COLLECTIVE_BYLINES,
    CREDIT_LABELS,
    PHOTO_BYLINE_WORD,
    PUBLISHER_LABELS,
    SITE_ACCOUNTS,
    SOURCE_BYLINE,
    SOURCE_LABELS,
)

MAX_SOURCE_WORDS = 7
MAX_INSTITUTION_WORDS = 12
MAX_CLOSING_LINES = 3
"""Author, photographer and source stand on at most so many lines after the last paragraph."""

_LABEL = "|".join(re.escape(label) for label in BYLINE_LABELS)
_CREDIT = "|".join(re.escape(label) for label in CREDIT_LABELS)
_INSTITUTION = re.compile(rf"(?:{'|'.join(INSTITUTION_OPENERS)})(?!\w)", re.IGNORECASE)
_LABELLED = re.compile(rf"(?P<label>{_LABEL})(?:\s?:\s?|\s)(?P<names>\S.*)", re.IGNORECASE)
_CREDITED = re.compile(rf"(?:{_CREDIT})\s?:\s?(?P<names>\S.{{0,60}})", re.IGNORECASE)
_BOTH = re.compile(
    rf"(?:{_LABEL})\s?:\s?(?P<author>[^:]+?)\s?[-–;,.|]\s?(?:{_CREDIT})\s?:\s?(?P<credit>.+)", re.IGNORECASE
)
_REMARK = re.compile(
    r"\s?\((?:[^()]*)\)$|\s(?:vào\s)?lúc\s\d{1,2}\s?[:hg].{0,20}$"
    r"|\s(?:tổng hợp|thực hiện|ghi|lược ghi|lược dịch|biên dịch|sưu tầm)$",
    re.IGNORECASE,
)
_LONGEST_REMARK = len(" vào lúc 00 h") + 20
"""Characters of a remark that is not in brackets."""

_GLUED = re.compile(r"(?P<text>.*[.!?…”\"/)]) (?P<byline>[^.!?…”]{4,60}|(?:\w\.){1,3}\w{0,8})", re.DOTALL)
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
    text = text.strip(" |*_–-").removesuffix("./.").removesuffix(" .").strip()
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
        if ":" in text and match["label"].lower() in PUBLISHER_LABELS and names_institution(names):
            return Byline(names, None)
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
    names = _without_remark(names.strip()).strip(" -–,;")
    return (
        names.removesuffix(".")
        if names.count(".") == 1 and names.lower() not in COLLECTIVE_BYLINES
        else names
    )


def _without_remark(names: str) -> str:
    """Names without the remark that ends them, looked for only where one can begin: lines may be long."""
    first = len(names) - _LONGEST_REMARK
    if names.endswith(")"):
        first = min(first, names.rfind("(") - 1)
    remark = _REMARK.search(names, max(0, first))
    return names[: remark.start()] if remark else names


def is_labelled(text: str) -> bool:
    """Whether a line says in words that it is a byline: `Tin, ảnh: …`."""
    return ":" in text and (found := read_byline(text)) is not None and found.author is not None


def is_source(author: str) -> bool:
    """Whether an author is a paper the article was taken from: `Theo TTXVN`."""
    return author.startswith(f"{SOURCE_BYLINE.capitalize()} ")


def names_account(text: str) -> bool:
    """Whether a line names an account of the content manager as its author: `Viết bởi Administrator`."""
    match = _LABELLED.fullmatch(text.strip(" |.()[]"))
    return match is not None and match["names"].lower() in SITE_ACCOUNTS


def names_institution(text: str) -> bool:
    """Whether a text is the name of an institution, perhaps after that of a person in it: `Lê Na - Sở Y tế`."""
    person, _, rest = text.partition(" - ")
    if rest and are_names(person):
        text = rest
    fits = len(text.split()) <= MAX_INSTITUTION_WORDS and not text.endswith((".", ":", ";", ",", "?"))
    return fits and _INSTITUTION.match(text) is not None


def source_named(text: str) -> str | None:
    """The paper or the office a line says the text comes from: `Nguồn: Sở Y tế`."""
    label, colon, source = text.strip(" ()[]*").partition(":")
    source = source.strip(" .")
    told = (
        colon and label.strip().lower() in SOURCE_LABELS and 0 < len(source.split()) <= MAX_INSTITUTION_WORDS
    )
    return source if told else None


def _split_end(line: Line) -> tuple[Line, ...]:
    """A line whose last sentence is followed by nothing but a byline, as two: `… kế hoạch. Thu Hà`."""
    match = _GLUED.fullmatch(line.text)
    found = read_byline(match["byline"]) if match else None
    if match is None or found is None or found.author is None:
        return (line,)
    return Line(line.number, match["text"], line.spaced), Line(line.number, match["byline"], False)


def take_closing(lines: list[Line]) -> tuple[list[Line], list[Cut], Byline]:
    """Take the bylines and credits that close an article, and labelled ones that other lines follow.

    Args:
        lines: lines without the tail; at least one line is left.

    Returns:
        The lines before them, the cuts, and what all of them say together.
    """
    last = len(lines)
    while last > 1 and len(lines) - last < MAX_CLOSING_LINES and read_byline(lines[last - 1].text):
        last -= 1
    if lines and last == len(lines):
        lines = [*lines[:-1], *_split_end(lines[-1])]
    taken = [line for line in lines[1:last] if is_labelled(line.text)] + lines[last:]
    said = [(line, found) for line in taken if (found := read_byline(line.text))]
    cuts = [Cut(line.number, line.text, "byline" if found.author else "credit") for line, found in said]
    authors = [found.author for _, found in said if found.author]
    people = [author for author in authors if not is_source(author)]
    credits = dict.fromkeys(found.credit for _, found in said if found.credit)
    byline = Byline((people or authors)[-1] if authors else None, ", ".join(credits) or None)
    gone = frozenset(taken)
    return [line for line in lines if line not in gone], cuts, byline
