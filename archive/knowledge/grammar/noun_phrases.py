"""Noun phrases: the words in lower case that the name of a body goes on with, where no table knows them.

Vietnamese does not mark verbs: `Giám đốc Trung tâm | quan trắc …` may go on with what the centre does, or with what
its director did. What such words end at tells: the area of the body, `Trung ương`, the name of the holder, and, of
an apposition (`Lê Văn An, Giám đốc Trung tâm …, `), the mark that closes it.
"""

from __future__ import annotations

from archive.knowledge.grammar.areas import area_at, place_end
from archive.knowledge.grammar.bodies import ORGANISATION_WORDS, body_at
from archive.knowledge.grammar.name_parts import CLOSING_WORDS, Stop
from archive.knowledge.grammar.names import is_common_family_name, is_named_after, person_at, province_at
from archive.knowledge.grammar.owners import owner_at
from archive.knowledge.grammar.passages import Lexicon, Passage
from archive.knowledge.places.units import keys, read_table
from archive.text.syllables import key

WITH_PHRASES = frozenset(
    (
        *(
            "Viện",
            "Trung tâm",
            "Phòng",
            "Khoa",
            "Chi cục",
            "Cục",
            "Vụ",
            "Ban",
            "Ban Quản lý",
            "Hội",
            "Hiệp hội",
        ),
        *("Liên hiệp", "Trạm", "Trường", "Bệnh viện", "Tổng cục", "Đội", "Tổ", "Bộ môn", "Bảo tàng", "Quỹ"),
        *("Khu", "Khu Bảo tồn thiên nhiên", "Văn phòng", "Hạt Kiểm lâm", "Câu lạc bộ"),
    )
)
"""Bodies named after what they do, in any words."""

_LONGEST_PHRASE = 9
_AND = key("và")
_IN_PHRASES = frozenset(map(key, ("và", "các", "phát")))
_WHOLE_COUNTRY = frozenset((keys("Trung ương"), keys("Quốc gia"), keys("Việt Nam")))
_CLOSING_MARKS = frozenset((",", ")", "-", "–", ";"))
_LONGEST_NAME = 5


def _read_verbs() -> Lexicon[None]:
    found: Lexicon[None] = Lexicon()
    for table, column in (("cues.csv", "cue"), ("predicates.csv", "word")):
        for row in read_table(table):
            found.add(row[column], None)
    return found


_PREDICATES = _read_verbs()
"""What a holder says, does or is: with it the name of the body has ended."""


def phrase_end(passage: Passage, start: int, index: int, is_post: Stop) -> int:
    """The token after the lower-case words that a name goes on with, 0 where they may be no part of it.

    Args:
        start: the first token of the body; `index`: the first of the words.
        is_post: whether a post begins at a token, before which nothing is known to end.
    """
    end = index
    while end <= min(len(passage) - 1, index + _LONGEST_PHRASE):
        is_whole = end > index and passage.keys[end - 1] != _AND
        if not passage.is_spaced(end):
            return end if is_whole and _is_closed(passage, start, end) else 0
        if passage.capitals[end]:
            return _with_proper_name(passage, end) if is_whole and _is_owned(passage, end) else 0
        if is_post(passage, end) or not passage.words[end].isalpha():
            return 0
        area = area_at(passage, end)
        if area is not None and (area.place is not None or area.province is not None):
            return end if is_whole else 0
        words = ORGANISATION_WORDS.match(passage, end)
        if words is None and _is_closing(passage, end):
            return 0
        end = words.end if words is not None else end + 1
    return 0


def _is_closing(passage: Passage, index: int) -> bool:
    """Whether a word ends every name: one of grammar, or what a holder says, does or is."""
    if passage.keys[index] in CLOSING_WORDS and passage.keys[index] not in _IN_PHRASES:
        return True
    return _PREDICATES.match(passage, index) is not None


def _is_owned(passage: Passage, index: int) -> bool:
    """Whether a name ends words before it: of the country, a province, a body, what is named, or the holder."""
    if passage.keys[index : index + 2] in _WHOLE_COUNTRY or province_at(passage, index) is not None:
        return True
    if is_named_after(passage, index) or body_at(passage, index) is not None:
        return True
    return person_at(passage, index) is not None


def _with_proper_name(passage: Passage, end: int) -> int:
    """The token after the name of what words before it say (`chùa Linh Sơn`), though one can be a person's."""
    is_place = is_named_after(passage, end) and not is_common_family_name(passage, end)
    is_person = person_at(passage, end) is not None
    return place_end(passage, end, is_namesake=True) if is_place and is_person else end


def _is_closed(passage: Passage, start: int, end: int) -> bool:
    """Whether a mark ends the words: before an owner, or where the whole is an apposition to a name."""
    if passage.gaps[end].strip() not in _CLOSING_MARKS:
        return False
    return (end < len(passage) and owner_at(passage, end) is not None) or _is_apposition(passage, start)


def _is_apposition(passage: Passage, start: int) -> bool:
    """Whether a name and a mark stand just before the post of a body."""
    for mark in range(start, max(0, start - _LONGEST_NAME), -1):
        if passage.gaps[mark].strip() in (",", "(", "-", "–"):
            names = (person_at(passage, first) for first in range(max(0, mark - _LONGEST_NAME), mark))
            return any(name is not None and name.end == mark for name in names)
    return False
