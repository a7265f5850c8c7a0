"""Prefixes of posts: the words before one that say whether it is still held (`nguyên`, `tân`, `quyền`)."""

from __future__ import annotations

from archive.knowledge.grammar.passages import Passage
from archive.models import Status
from archive.text.syllables import key

_FORMER = frozenset(map(key, ("nguyên", "cựu", "cố")))
_ACTING_WORDS = frozenset(map(key, ("quyền", "q")))
_POWERS = frozenset(map(key, ("ủy", "thẩm", "chính", "nhà", "toàn", "chủ")))
"""Before `quyền` these make it another word (`được ủy quyền, Phó Chủ tịch …`)."""

_NEW = key("tân")
_IS = key("là")


def status_before(passage: Passage, first: int) -> Status | None:
    """The status said by the word before a post; None where none is."""
    if first == 0 or passage.gaps[first].strip() not in ("", "."):
        return None
    before = passage.keys[first - 1]
    if before == _IS and first > 1 and passage.is_spaced(first - 1):
        return "former" if passage.keys[first - 2] in _FORMER else None
    if before in _FORMER:
        return "former"
    if before == _NEW:
        return "appointed"
    is_other_word = first > 1 and passage.is_spaced(first - 1) and passage.keys[first - 2] in _POWERS
    return "current" if before in _ACTING_WORDS and not is_other_word else None


def status_start(passage: Passage, first: int) -> int:
    """The first of the words that say the status of a post (`nguyên là`)."""
    return first - (2 if passage.keys[first - 1] == _IS else 1)
