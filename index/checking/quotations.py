"""Quotation marks: the stretches between them, and which of these are speech by where they stand."""

from __future__ import annotations

import re
from collections.abc import Iterator

from archive.knowledge.statements.vocabulary import alternatives
from archive.text.syllables import keys

Span = tuple[int, int]

LEAST_SPOKEN_WORDS = 5
"""Fewer words between marks are a term or a name more often than something said."""

LONGEST_LEAD = 60
"""Characters before a quotation mark that may say what the words behind it are."""

_QUOTED = re.compile(r"[“”](?P<curly>[^”]*)|„(?P<low>[^“”]*)|«(?P<angle>[^»]*)|\"(?P<plain>[^\"]*)")
"""A mark, and what stands before the one that closes it; `”` opens too where a keyboard knows only one form."""

_MOTTO = (
    "phương châm|khẩu hiệu|chủ đề|tinh thần|danh hiệu|phong trào|cuộc vận động|đề án|mô hình|tôn chỉ|tiêu ngữ"
)
_BEFORE_MOTTO = re.compile(
    rf"\b(?:{alternatives('named')})\s*$"
    rf"|\b(?:{_MOTTO})\s*(?:là|:|là\s*:)?\s*$"
    r"|\b(?:phương châm|khẩu hiệu)(?:\s+\w+){1,5}\s*:?\s*$",
    re.IGNORECASE,
)
"""A motto, a title or a name stands behind the noun it explains; a motto also behind `là`, a colon, or whose it is."""

_AFTER_MOTTO = re.compile(
    rf"[”\"»]?,?\s*(?:đó |đây |chính |đã |vẫn |luôn )*(?:là|trở thành)\s+(?:\w+\s+){{0,2}}(?:{_MOTTO})\b",
    re.IGNORECASE,
)

_BEFORE_SPEECH = re.compile(r"(?:^|[:.!?…])[\s–—-]*$")
_LAST_SIGN = re.compile(r"[.!?…][\s”\"»]*$")


def quoted(paragraph: str) -> Iterator[Span]:
    """The stretches between quotation marks, without the marks, `[start, end)`.

    A mark that nothing closes opens a stretch up to the end: quotes that go on over paragraphs are printed so.
    """
    place = 0
    while match := _QUOTED.search(paragraph, place):
        yield match.span(match.lastgroup or 0)
        place = match.end() + 1


def spoken(paragraph: str) -> list[Span]:
    """The quoted stretches that are speech.

    Speech follows a colon, begins its sentence or ends one; a motto, a term or the title of a document stands
    inside a sentence, behind the noun it explains.
    """
    return [span for span in unnamed(paragraph) if _is_spoken(paragraph, *span)]


def unnamed(paragraph: str) -> Iterator[Span]:
    """The quoted stretches that a noun beside them does not make a motto, a title or a name."""
    for start, end in quoted(paragraph):
        before = paragraph[max(0, start - 1 - LONGEST_LEAD) : start - 1]
        if not (_BEFORE_MOTTO.search(before) or _AFTER_MOTTO.match(paragraph, end)):
            yield start, end


def _is_spoken(paragraph: str, start: int, end: int) -> bool:
    words = paragraph[start:end]
    if len(keys(words)) < LEAST_SPOKEN_WORDS:
        return False
    return bool(_BEFORE_SPEECH.search(paragraph, 0, start - 1) or _LAST_SIGN.search(words))
