"""Parts of the names of bodies: numbers, years, quoted names, lists with commas, purposes of committees.

Most functions return the token after the part that begins at a token, or 0 where none does.
"""

from __future__ import annotations

from collections.abc import Callable

from archive.knowledge.grammar.areas import area_at
from archive.knowledge.grammar.bodies import ORGANISATION_WORDS, body_at
from archive.knowledge.grammar.names import person_at, province_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.units import read_table
from archive.text.syllables import key

Stop = Callable[[Passage, int], bool]
"""Whether something else, a post, begins at a token."""

CLOSING_WORDS = frozenset(key(row["word"]) for row in read_table("closing_words.csv"))
"""Words in lower case that are never part of the name of a body."""

_IN_PURPOSES = frozenset(map(key, ("và", "các", "phát", "trình", "đề")))
"""Closing words that the purpose of a committee may contain (`… dự án các công trình giao thông`)."""

_AGAINST = key("phòng")
"""Before a comma this goes on (`phòng, chống thiên tai`)."""

COMMITTEES = ("Ban Chỉ đạo", "Ban Chỉ huy", "Ban Quản lý", "Hội đồng", "Ban Vận động", "Ban")
"""Bodies whose names say what they are for, in any words (`Ban Chỉ đạo tổng điều tra dân số … huyện`)."""

_LONGEST_PURPOSE = 12
_UNITS = ("unit", "place")

_AND = key("và")
_NUMBER = key("số")
_LONGEST_NUMBER = 3
_NUMBERED = ("Ban Chỉ đạo", "Quân khu", "Quân đoàn", "Vùng", "Sư đoàn", "Lữ đoàn", "Trung đoàn", "Tiểu đoàn")
_WITH_NUMBERS = (
    *("Bệnh viện", "Bệnh viện Đa khoa", "Trường THPT", "Trường THCS", "Trường Tiểu học", "Trường Mầm non"),
    *("Ban Quản lý", "Vụ"),
)
"""Bodies of which several have one name, told apart by a number (`Trường THPT Thanh Chương 1`)."""

_OF_A_YEAR = ("Ban Tổ chức", "Ban Chỉ đạo")
"""Committees that work for an event of one year (`Ban Tổ chức Năm Du lịch quốc gia 2024`)."""

_YEARS = range(1976, 2050)
_OPENING_QUOTES = frozenset("\"“‘'")
CLOSING_QUOTES = frozenset("\"”’'")
_LONGEST_QUOTE = 10
_MOST_LISTED = 6


def is_half_a_word(passage: Passage, index: int) -> bool:
    """Whether the word of a capitalised syllable goes on in the next, in lower case (`Giao dịch`)."""
    if passage.words[index].isupper() or not passage.is_spaced(index + 1):
        return False
    return passage.words[index + 1].islower() and passage.keys[index + 1] not in CLOSING_WORDS


def number_end(passage: Passage, index: int, opener: str, last: str) -> int:
    """`Trường THPT Thuận Thành | số 1`, `Ban Chỉ đạo | 389`, `… quốc gia | 2024`.

    Args:
        opener: the word the body begins with; `last`: the last part read.
    """
    word = passage.words[index]
    if passage.keys[index] == _NUMBER and passage.is_spaced(index + 1) and passage.words[index + 1].isdigit():
        return index + 2
    if not word.isdigit():
        return 0
    if len(word) <= _LONGEST_NUMBER:
        is_of_several = opener in _WITH_NUMBERS and _ends_a_name(passage, index + 1)
        return index + 1 if last in _NUMBERED or is_of_several else 0
    return index + 1 if opener in _OF_A_YEAR and last != opener and int(word) in _YEARS else 0


def _ends_a_name(passage: Passage, end: int) -> bool:
    """Whether a name may end before a token: at a mark of its own, an area, or a word that is in none."""
    if end >= len(passage) or not passage.is_tight(end):
        return not passage.gaps[end].startswith((".", "%", "/", "-"))
    is_word = passage.is_spaced(end) and passage.words[end].isalpha()
    return is_word and (passage.keys[end] in CLOSING_WORDS or area_at(passage, end) is not None)


def quote_end(passage: Passage, index: int) -> int:
    """`Quỹ | "Vì người nghèo"`: the tokens between two quotation marks."""
    if passage.gaps[index].strip() not in _OPENING_QUOTES:
        return 0
    for end in range(index + 1, min(len(passage), index + _LONGEST_QUOTE) + 1):
        gap = passage.gaps[end].strip()
        if gap[:1] in CLOSING_QUOTES:
            return end
        if gap:
            return 0
    return 0


def list_end(passage: Passage, index: int, last: str) -> int:
    """`… phát triển khoa học | , công nghệ, đổi mới sáng tạo và chuyển đổi số`: listed words closed by `và`.

    Args:
        last: the part before the comma: a list goes on in its case.
    """
    if passage.gaps[index] != ", " or passage.is_capitalised(index) != last[:1].isupper():
        return 0
    for _ in range(_MOST_LISTED):
        index = _words_end(passage, index)
        if not index or index >= len(passage):
            return 0
        if passage.gaps[index] == " " and passage.keys[index] == _AND:
            return _words_end(passage, index + 1)
        if passage.gaps[index] != ", ":
            return 0
    return 0


def purpose_end(passage: Passage, index: int, farthest: int, is_post: Stop) -> int:
    """`Ban Quản lý | dự án các công trình nông nghiệp | tỉnh`: any words that lead to an area.

    Args:
        farthest: token before which they must end.
        is_post: whether a post begins at a token, before which they must end too.
    """
    for end in range(index, min(farthest, index + _LONGEST_PURPOSE)):
        is_comma = passage.gaps[end].strip() == "," and (
            passage.keys[end - 1] == _AGAINST or ORGANISATION_WORDS.match(passage, end) is not None
        )
        if not (is_comma or passage.is_tight(end)) or is_post(passage, end):
            return 0
        area, body = area_at(passage, end), body_at(passage, end)
        if end > index and (area is not None or (body is not None and body.value.takes in _UNITS)):
            return end
        is_closing = passage.keys[end] in CLOSING_WORDS and passage.keys[end] not in _IN_PURPOSES
        if is_closing or person_at(passage, end) or province_at(passage, end):
            return 0
    return 0


def _words_end(passage: Passage, index: int) -> int:
    """The token after a run of words of organisations, 0 where none begins."""
    end = 0
    while (index == end or not end) and (words := ORGANISATION_WORDS.match(passage, index)) is not None:
        index = end = words.end
        if end >= len(passage) or not passage.is_spaced(end):
            break
    return end
