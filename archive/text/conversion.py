"""Whole documents in an encoding of before Unicode, or read in the wrong one: recognised, converted, put back.

The share of valid syllables is the judge. A document is looked at line by line: a headline in a legacy font
above a modern text is converted, a modern line in a legacy document is left.
"""

from __future__ import annotations

import re
from typing import Final

from archive.text.evidence import count, syllables
from archive.text.legacy import tcvn3
from archive.text.legacy.encodings import ENCODINGS, Encoding

MIN_GAIN: Final = 0.10
"""Genuine text and text in the right table differ from all else by far more (0.98 against 0.2)."""

MIN_SHARE: Final = 0.6
MIN_SHARE_EXACT: Final = 0.3
"""What a conversion makes must read as Vietnamese; genuine articles have over 0.85, a sentence full of names
may have half of that, and is converted where the codes can hardly be meant as anything else."""

MIN_NEW_SYLLABLES: Final = 3
"""So many different syllables must appear that were none: `m²`, ten times, is no Vietnamese in VISCII."""

MIN_LETTERS_A_WORD: Final = 0.15
"""Vietnamese has more than one marked letter a word: a text with a few references to letters speaks of them."""

_SOUND_SHARE = 0.85
"""A line of so many syllables needs no conversion; its odd words are mended one by one."""

_JUDGED_CHARACTERS = 20_000

_SIGNS_ALONE = re.compile(r"(?<!\S)[^\sA-Za-z]+(?!\S)")
"""Signs between blanks (`© ½ «`) are no witnesses: as letters of a legacy table they would be words."""

_MODERN_LETTER = re.compile("[ăđĩũơưĂĐĨŨƠƯẠ-ỹ]")
"""Vietnamese letters that no single byte read as windows-1252 looks like."""


def modernize(text: str) -> tuple[str, str | None]:
    """Bring a document into modern Unicode letters, if it is clearly in another encoding.

    Args:
        text: a whole document; the more of it, the surer. Line feeds stay where they are.

    Returns:
        The text, and the kind of encoding its lines were in; the same text and None where nothing convinces.
        It is not yet normalised.
    """
    kind = _recognized(text)
    if kind is None:
        return text, None
    return modernize_as(text, kind), kind


def is_mixed(text: str) -> bool:
    """Whether a document has letters of modern Vietnamese, be it beside others."""
    return _MODERN_LETTER.search(text) is not None


def modernize_as(text: str, kind: str, mixed: bool | None = None) -> str:
    """Convert the lines of a document known to be of a kind; lines that read better as they are stay.

    Args:
        text: the document, or a part of it.
        kind: as `modernize` tells it.
        mixed: of a part, whether its document `is_mixed`: then a line that may be in either way is modern.
    """
    encoding = ENCODINGS[kind]
    if encoding.is_exact:
        return encoding.converted(text)
    lines = text.split("\n")
    prepared = encoding.prepare(text).split("\n") if encoding.prepare else lines
    mixed = is_mixed(text) if mixed is None else mixed
    return "\n".join(
        line if mixed and _is_modern(line, encoding) else encoding.converted(as_prepared)
        for line, as_prepared in zip(lines, prepared, strict=True)
    )


def convert(text: str, kind: str, capitals: bool = False) -> str:
    """Convert text letter by letter.

    Args:
        kind: a key of `ENCODINGS`.
        capitals: whether it was set in a capital font; only `tcvn3` has one.
    """
    if capitals and kind == "tcvn3":
        return tcvn3.convert(text, capitals=True)
    return ENCODINGS[kind].convert(text)


def restore(text: str, kind: str) -> str:
    """Composed text in the letters of an encoding, as `convert` reads it: its inverse.

    Capitals that `tcvn3` has no code for get that of the small letter, as in its capital font.
    """
    return ENCODINGS[kind].restore(text)


def _recognized(text: str) -> str | None:
    """The kind that makes most Vietnamese of the lines that are none, if it convinces."""
    characters = frozenset(text)
    best, best_share = None, 0.0
    for kind, encoding in ENCODINGS.items():
        if encoding.signs.isdisjoint(characters) or not encoding.evidence.search(text):
            continue
        share = _convincing_share(_doubtful_lines(text, encoding), encoding)
        if share > best_share:
            best, best_share = kind, share
    return best


def _convincing_share(lines: str, encoding: Encoding) -> float:
    """Share of syllables that an encoding makes of some lines; 0 where it does not convince."""
    converted = encoding.convert(lines)
    before, after = count(lines, encoding.marks), count(converted)
    if after.share - before.share <= MIN_GAIN:
        return 0.0
    if encoding.is_exact:
        is_enough = len(encoding.evidence.findall(lines)) > max(1, after.words * MIN_LETTERS_A_WORD)
        return after.share if is_enough and after.share > MIN_SHARE_EXACT else 0.0
    is_enough = len(syllables(converted) - syllables(lines)) >= MIN_NEW_SYLLABLES
    return after.share if is_enough and after.share > MIN_SHARE else 0.0


def _doubtful_lines(text: str, encoding: Encoding) -> str:
    """The lines with evidence of an encoding that do not read as Vietnamese, up to a bound."""
    found: list[str] = []
    characters = 0
    for line in text.split("\n"):
        if encoding.evidence.search(line) and count(line, encoding.marks).share < _SOUND_SHARE:
            found.append(_SIGNS_ALONE.sub("", line[:_JUDGED_CHARACTERS]))
            characters += len(line)
            if characters >= _JUDGED_CHARACTERS:
                break
    return "\n".join(found)


def _is_modern(line: str, encoding: Encoding) -> bool:
    """Whether a line beside others in an encoding is none of them."""
    is_better = count(encoding.convert(line)).share > count(line, encoding.marks).share
    return not is_better and (is_mixed(line) or not encoding.evidence.search(line))
