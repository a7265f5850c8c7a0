"""How well saved pages were read: counts of what was found, left out, dated and refused, against expectations.

Text is compared in NFC without zero-width characters and soft hyphens; containment ignores white space, since
inline tags may add or drop a blank. The expectations are described in `pages/README.md`.
"""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ARTICLE = "article"
MAX_CHARACTERS_OF_NOTHING = 80
"""A refused page may leave so many characters of text."""

DAY = len("2019-07-30")
MINUTE = len("2019-07-30T14:04")

_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Reading:
    """What a cleaner made of a page; all None where it refused it."""

    title: str | None = None
    published: str | None = None
    byline: str | None = None
    body: str | None = None


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many asked."""

    right: int
    asked: int

    @property
    def percent(self) -> float:
        """The share, 100 where nothing was asked."""
        return 100.0 * self.right / self.asked if self.asked else 100.0

    def __str__(self) -> str:
        return f"{self.percent:.1f} % ({self.right}/{self.asked})"


def expectations(folder: Path) -> list[dict[str, Any]]:
    """The expected readings of a folder of pages, one for each page."""
    lines = (folder / "expected.jsonl").read_text(encoding="utf-8").splitlines()
    return [json.loads(line) for line in lines if line]


def faults(expected: Mapping[str, Any], reading: Reading) -> tuple[str, ...]:
    """The names of the measures that one page fails."""
    return tuple(name for name, right in _answers(expected, reading) if not right)


def scores(pages: Iterable[tuple[Mapping[str, Any], Reading]]) -> dict[str, Share]:
    """The share of right answers of each measure over many pages."""
    right: dict[str, int] = {}
    asked: dict[str, int] = {}
    for expected, reading in pages:
        for name, is_right in _answers(expected, reading):
            right[name] = right.get(name, 0) + is_right
            asked[name] = asked.get(name, 0) + 1
    return {name: Share(right[name], asked[name]) for name in asked}


def _answers(expected: Mapping[str, Any], reading: Reading) -> list[tuple[str, bool]]:
    """Each question that a page asks, and whether the reading answers it right."""
    body = _squeezed(reading.body)
    if expected["kind"] != ARTICLE:
        return [("rejected", len(body) < MAX_CHARACTERS_OF_NOTHING)]
    found = [_squeezed(words) in body for words in expected["must_contain"]]
    absent = [_squeezed(words) not in body for words in expected["must_not_contain"]]
    answers = [("found", right) for right in found] + [("absent", right) for right in absent]
    answers.append(("fully right", all(found) and all(absent)))
    answers.append(("title", _plain(reading.title) == _plain(expected["title"])))
    answers.append(("byline", _byline(reading.byline, expected["byline"])))
    return answers + _date_answers(reading.published or "", expected["published"])


def _date_answers(published: str, expected: str | None) -> list[tuple[str, bool]]:
    """A date is asked to the precision it is printed in, and none where none is printed."""
    if expected is None:
        return [("no date invented", not published)]
    answers = [("date", published[:DAY] == expected[:DAY])]
    if len(expected) > DAY:
        answers.append(("minute", published[:MINUTE] == expected[:MINUTE]))
    return answers


def _byline(found: str | None, expected: str | None) -> bool:
    """Whether a byline is the printed one; `Theo` before a source may be missing."""
    if expected is None:
        return not found
    names = {_name(expected), _name(expected).removeprefix("theo ")}
    return _name(found) in names


def _name(text: str | None) -> str:
    return re.sub(r"[\s.()]+", " ", _plain(text)).strip().casefold()


def _plain(text: str | None) -> str:
    visible = _INVISIBLE.sub("", unicodedata.normalize("NFC", text or ""))
    return _SPACE.sub(" ", visible).strip()


def _squeezed(text: str | None) -> str:
    return _SPACE.sub("", _plain(text))
