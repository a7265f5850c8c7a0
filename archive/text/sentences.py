"""Sentences of a paragraph."""

from __future__ import annotations

import re
from bisect import bisect_left

from archive.text.abbreviations import BEFORE_NAME, HONORIFICS
from archive.text.syllables import is_syllable

# Patterns that begin with a set of characters are searched for several times faster than others.
_END = re.compile(r"(?P<sign>[.!?…][.!?…]*)(?P<closers>[\"'”’»)\]]*)(?P<blank>\s*)(?=\S)")
_START = re.compile(r"(?P<openers>[\"'“‘«(\[\-–—+*•]\s*)*(?P<first>\S)")
_WORD = re.compile(r"[^\W\d_]+")
_BEFORE_CHUNK = re.compile(r"(?:.*[\s(\[\"'“‘«,;:])?", re.DOTALL)
_LONGEST_CHUNK = 60
"""No abbreviation and no syllable has more characters."""
_ENUMERATOR = re.compile(r"[-–—+*•(]?\s*(?:\d{1,2}(?:\.\d{1,2})*|[IVX]+|[a-zđA-ZĐ])")
_PROTECTED = re.compile(r"[(\[\d](?:(?<=\()[^()]*\)|(?<=\[)[^\[\]]*\]|(?<=\b\d)\d?\. ?\d{1,2}\. ?\d{4}\b)")
"""Brackets, and dates written `22. 4. 2019`."""


def sentences(paragraph: str) -> list[tuple[int, int]]:
    """Cut a paragraph into sentences.

    A sentence ends at `.`, `!`, `?` or `…`, with the quotes and brackets they close, before a blank and an
    upper-case letter, a digit, a dash or an opening quote or bracket; not after an abbreviation, an initial
    or an enumerator, nor inside brackets or dates. Where the blank was forgotten (`nhiệm vụ.Đồng chí`) it
    ends between a lower-case and a capitalised Vietnamese syllable.

    Args:
        paragraph: normalised text, without line breaks.

    Returns:
        `[start, end)` of each sentence in order, without surrounding blanks.
    """
    found = []
    start = len(paragraph) - len(paragraph.lstrip())
    protected = [match.span() for match in _PROTECTED.finditer(paragraph)]
    openings = [first for first, _ in protected]
    for end in _END.finditer(paragraph):
        place = bisect_left(openings, end.start())
        inside = place > 0 and end.end("closers") < protected[place - 1][1]
        if not inside and _is_end(paragraph, start, end):
            found.append((start, end.end("closers")))
            start = end.end()
    last = len(paragraph.rstrip())
    if start < last:
        found.append((start, last))
    return found


def _is_end(paragraph: str, start: int, end: re.Match[str]) -> bool:
    """Whether the sentence that began at `start` ends at this sign."""
    if not end["blank"]:
        return not end["closers"] and _is_forgotten_blank(paragraph, start, end)
    if not _can_start(paragraph, end.end(), after_ellipsis=end["sign"] not in (".", "!", "?")):
        return False
    if end["sign"] != "." or end["closers"]:
        return True
    word = _last_chunk(paragraph, start, end.start())
    if _ENUMERATOR.fullmatch(paragraph, start, end.start()) or _is_title(word):
        return False
    return not (_is_initial(word) and _goes_on_as_name(paragraph, end.end()))


def _last_chunk(paragraph: str, start: int, end: int) -> str:
    """What stands between the last blank or opening sign and the end of a piece."""
    before = _BEFORE_CHUNK.match(paragraph, max(start, end - _LONGEST_CHUNK), end)
    return paragraph[before.end() : end] if before else ""


def _can_start(paragraph: str, place: int, *, after_ellipsis: bool) -> bool:
    """Whether a sentence can start here; after an ellipsis an opening sign alone is no proof."""
    start = _START.match(paragraph, place)
    if start is None:
        return False
    first = start["first"]
    return (
        first.isupper()
        or first.isdigit()
        or bool(start["openers"] and first.isalnum() and not after_ellipsis)
    )


def _is_forgotten_blank(paragraph: str, start: int, end: re.Match[str]) -> bool:
    following = _WORD.match(paragraph, end.end())
    if following is None or not following[0].istitle():
        return False
    word = _last_chunk(paragraph, start, end.start())
    return word.islower() and is_syllable(word) and is_syllable(following[0])


def _is_title(word: str) -> bool:
    """Whether a word is an abbreviation that stands before a name: `TP`, `Th.S`, `PGS.TS`."""
    lower = word.lower()
    return lower.replace(".", "") in BEFORE_NAME or lower.rpartition(".")[2] in BEFORE_NAME


def _is_initial(word: str) -> bool:
    letter = word.rpartition(".")[2]
    return len(letter) == 1 and letter.isupper()


def _goes_on_as_name(paragraph: str, place: int) -> bool:
    """Whether a name goes on here: two capitalised words (`Q. Thủ Đức`) or one that is foreign (`J. Biden`).

    One capitalised Vietnamese word begins a sentence: `lời khai của chị T. Sau đó`, `khóa X. Báo cáo`.
    """
    following = _WORD.match(paragraph, place)
    if following is None or not following[0].istitle() or following[0].lower() in HONORIFICS:
        return False
    second = _WORD.match(paragraph, following.end() + 1)
    return not is_syllable(following[0]) or (second is not None and second[0].istitle())
