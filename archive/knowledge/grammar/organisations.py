"""Bodies after a post: where their printed name ends, and what it is in full.

A body begins with a word of `data/bodies.csv`; it goes on over nested bodies (`Ban Tuyên giáo Tỉnh ủy`),
fields of administration, words of organisations and capitals; it ends with an area, at a person, at
another post, at any other word, and at punctuation.
"""

from __future__ import annotations

from archive.knowledge.grammar.areas import Area, area_at, before_city, place_end
from archive.knowledge.grammar.bodies import (
    ABBREVIATIONS,
    ORGANISATION_WORDS,
    Body,
    Organisation,
    body_at,
    display_spelling,
    sector_at,
)
from archive.knowledge.grammar.countries import country_end
from archive.knowledge.grammar.name_parts import (
    CLOSING_QUOTES,
    COMMITTEES,
    Stop,
    is_half_a_word,
    list_end,
    number_end,
    purpose_end,
    quote_end,
)
from archive.knowledge.grammar.names import capitals, has_middle_name, person_at, province_at
from archive.knowledge.grammar.noun_phrases import WITH_PHRASES, phrase_end
from archive.knowledge.grammar.owners import PARTS, is_of_whole_country, is_owner_in_lower_case, owner_at
from archive.knowledge.grammar.passages import Match, Passage
from archive.text.syllables import key

_LONGEST_BODY = 40
"""Tokens of the name of a body after its first word; real ones have up to twenty, a list without commas any number."""

_NAMED = ("named", "namesake")
_AND = key("và")
_ABOUT = key("về")
_CONNECTORS = frozenset(("-", "–", "&"))
_INSPECTION = "Thanh tra"
"""The one kind of body that is a task of others too (`Vụ Pháp chế - Thanh tra`)."""

_JOINT_OFFICE = "Văn phòng"
"""The one kind of body that serves several (`Văn phòng Đoàn ĐBQH và HĐND tỉnh`)."""


def organisation_at(passage: Passage, index: int, is_post: Stop) -> Organisation | None:
    """The body that begins at a token, with its area, or None.

    Args:
        is_post: whether a post begins at a token, where a body must end.
    """
    opener = body_at(passage, index)
    return None if opener is None else _Tail(passage, opener, is_post).read()


def organisation_of(passage: Passage, opener: Match[Body], is_post: Stop) -> Organisation:
    """The body whose name goes on after an opener that ends before a token, printed or not."""
    return _Tail(passage, opener, is_post).read()


class _Tail:
    """The reading of one body, token by token."""

    def __init__(self, passage: Passage, opener: Match[Body], is_post: Stop) -> None:
        self._passage = passage
        self._is_post = is_post
        self._opener = opener.value
        self._last = opener.value
        self._pieces = [opener.value.name]
        self._spheres = {opener.value.sphere}
        self._wants_sector = opener.value.takes == "sector"
        self._is_complete = False
        self._start = self._end = opener.end
        self._farthest = min(len(passage), opener.end + _LONGEST_BODY)

    def read(self) -> Organisation:
        """Read to the end of the body."""
        area = None
        while self._end < self._farthest:
            if self._passage.is_tight(self._end) and (self._read_repeated() or self._read_body_or_words()):
                continue
            area = self._read_area()
            if area is not None or not (self._read_part() or self._read_connector() or self._read_phrase()):
                break
        area = area or self._read_owner()
        name = display_spelling(" ".join(self._pieces))
        is_bare = len(self._pieces) == 1 and area is None
        return Organisation(self._end, self._reaching(name, area), name, area, is_bare)

    def _reaching(self, name: str, area: Area | None) -> Body:
        """The body whose reach counts: the innermost one, the whole country or the province that is named last."""
        is_business = "business" in self._spheres and self._opener.sphere != "office"
        sphere = "business" if is_business else self._opener.sphere
        reach, takes = self._last.reach or self._opener.reach, self._last.takes
        if area is None and is_of_whole_country(name):
            reach, takes = "central", self._opener.takes
        elif area is not None and area.level and area.province and self._last.takes == "named":
            reach, takes = "", "named"
        return Body(self._opener.name, reach, takes, sphere)

    def _read_repeated(self) -> bool:
        """Go over an opener printed twice (`Trưởng đoàn | Đoàn ĐBQH`)."""
        passage, index = self._passage, self._end
        if len(self._pieces) > 1 or not passage.is_spaced(index):
            return False
        body = body_at(passage, index)
        if body is None or not body.value.name.startswith(self._opener.name):
            return False
        field = ORGANISATION_WORDS.match(passage, index)
        if field is not None and field.end > body.end:
            return False
        self._pieces.clear()
        self._opener = body.value
        return self._take_body(body, body.value.name)

    def _read_body_or_words(self) -> bool:
        passage, index = self._passage, self._end
        if passage.gaps[index].strip() not in ("", ".") or self._is_post(passage, index):
            return False
        if self._is_complete:
            return False
        if self._last.takes not in _NAMED and province_at(passage, index) is not None:
            return False
        body = body_at(passage, index)
        sector = sector_at(passage, index) if self._wants_sector else None
        words = None if self._is_of_a_unit() else ORGANISATION_WORDS.match(passage, index, commas=True)
        if sector is not None:
            self._is_complete = self._last.reach in ("province", "central") or " và " in sector.value
            return self._take(sector.end, sector.value)
        if words is not None and (body is None or words.end >= body.end):
            return self._take(words.end, passage.surface(index, words.end))
        if body is not None and self._is_nested(body):
            return self._take_body(body, body.value.name)
        return self._read_capitals(index)

    def _is_nested(self, body: Match[Body]) -> bool:
        """Whether a body named inside another belongs to it; one in lower case rarely does."""
        if self._passage.is_capitalised(self._end) or body.value.takes in ("unit", "place"):
            return True
        return is_owner_in_lower_case(self._passage, body)

    def _is_of_a_unit(self) -> bool:
        """Whether nothing but the name of its unit can follow (`Tỉnh ủy`)."""
        return self._last.takes in ("unit", "place")

    def _read_capitals(self, index: int) -> bool:
        passage = self._passage
        if not passage.is_capitalised(index) or self._is_of_a_unit():
            return False
        if self._last.takes in _NAMED:
            self._is_complete = self._last.takes == "namesake"
            first = index + 1 if len(self._pieces) == 1 else index
            end = before_city(passage, first, place_end(passage, index, is_namesake=self._is_complete))
            if end == index + 1 and is_half_a_word(passage, index):
                end += 1
            return end > index and self._take(end, passage.surface(index, end))
        abbreviation = ABBREVIATIONS.match(passage, index)
        if abbreviation is not None:
            return self._take(abbreviation.end, abbreviation.value)
        if person_at(passage, index) is not None or province_at(passage, index) is not None:
            return False
        if area_at(passage, index) is not None or country_end(passage, index, ""):
            return False
        end = index + (2 if is_half_a_word(passage, index) else 1)
        return self._take(end, passage.surface(index, end))

    def _take(self, end: int, piece: str) -> bool:
        self._end = end
        self._wants_sector = False
        self._pieces.append(piece)
        return True

    def _take_body(self, body: Match[Body], piece: str) -> bool:
        self._take(body.end, piece)
        if self._pieces == [piece, piece]:
            self._pieces.pop()
        self._last = body.value
        self._spheres.add(body.value.sphere)
        self._wants_sector = body.value.takes == "sector"
        return True

    def _read_part(self) -> bool:
        """Go over a number, a quoted name, or a list with commas."""
        passage, index = self._passage, self._end
        number = (
            number_end(passage, index, self._opener.name, self._pieces[-1]) if passage.is_spaced(index) else 0
        )
        if number:
            return self._take(number, passage.surface(index, number))
        quoted = quote_end(passage, index)
        if quoted:
            self._is_complete = True
            text = passage.text[passage.starts[index] - 1 : passage.ends[quoted - 1] + 1]
            return self._take(quoted, text)
        listed = 0
        if len(self._pieces) > 1 and not self._is_complete and not self._is_of_a_unit():
            listed = list_end(passage, index, self._pieces[-1])
        if not listed:
            return False
        self._pieces[-1] += ","
        return self._take(listed, passage.surface(index, listed))

    def _read_owner(self) -> Area | None:
        """Take in the body that this one is part of, named after a comma, a dash or in brackets; its area."""
        passage, index = self._passage, self._end
        if self._opener.name not in PARTS or not passage.is_capitalised(index):
            return None
        owner = owner_at(passage, index)
        if owner is None or self._is_post(passage, index):
            return None
        found = organisation_at(passage, index, self._is_post)
        if found is None or found.is_bare:
            return None
        is_left_open = passage.gaps[index].strip() == "(" and ")" not in passage.gaps[found.end]
        end = self._end if is_left_open else found.end
        self._take_body(owner, found.name)
        self._end = end
        return found.area

    def _read_area(self) -> Area | None:
        passage, index = self._passage, self._end
        if not (passage.is_spaced(index) or passage.gaps[index].strip() in CLOSING_QUOTES):
            return None
        area = area_at(passage, index)
        if area is None and passage.is_capitalised(index):
            area = self._read_bare_area(index)
        if area is not None:
            self._end = area.end
        return area

    def _read_bare_area(self, index: int) -> Area | None:
        """An area without a word for its kind: `Tỉnh ủy Vĩnh Phúc`, `Sở Y tế Hà Nội`."""
        province = province_at(self._passage, index)
        if province is not None:
            return Area(province.end, None, province=province.value)
        if self._last.takes == "place" or self._last.reach in ("city", "district"):
            end = place_end(self._passage, index)
            if (
                end - index > 2
                and has_middle_name(self._passage, index + 1)
                and person_at(self._passage, index)
            ):
                return None
            return Area(end, None, place=self._passage.surface(index, end)) if end > index else None
        return None

    def _read_phrase(self) -> bool:
        """Go over words no table knows: the purpose of a committee, what else bodies are named after."""
        passage, index = self._passage, self._end
        end = 0
        if self._pieces[0] in COMMITTEES and self._pieces != ["Ban"]:
            end = purpose_end(passage, index, self._farthest, self._is_post)
        if not end and self._last.name in WITH_PHRASES and not self._is_complete:
            end = phrase_end(passage, self._start, index, self._is_post)
        return end > index and self._take(end, passage.surface(index, end))

    def _read_connector(self) -> bool:
        """Go over `và`, `-` where the name of the body goes on after them."""
        passage, index = self._passage, self._end
        gap = passage.gaps[index].strip()
        is_about = passage.keys[index] == _ABOUT and self._opener.takes != "sector"
        is_and = gap == "" and (passage.keys[index] == _AND or is_about)
        after = index + 1 if is_and else index
        if not (is_and or gap in _CONNECTORS) or after >= len(passage) or self._is_of_a_unit():
            return False
        if self._is_post(passage, after) or person_at(passage, after) is not None:
            return False
        body = body_at(passage, after)
        words = ORGANISATION_WORDS.match(passage, after, commas=True)
        if body is not None and words is not None and words.end > body.end:
            body = None
        if body is not None and self._opener.name != _JOINT_OFFICE and body.value.name != _INSPECTION:
            return False
        joined = passage.words[index] if is_and else "-" if gap in ("-", "–") else "&"
        if body is not None:
            return self._take_body(body, f"{joined} {body.value.name}")
        if words is not None and (len(self._pieces) > 1 or not is_and):
            return self._take(words.end, f"{joined} {passage.surface(after, words.end)}")
        if passage.is_capitalised(after) and len(self._pieces) > 1:
            is_place = self._last.takes in _NAMED and not is_and
            end = place_end(passage, after) if is_place else min(capitals(passage, after, 1), after + 1)
            if end == after + 1 and is_half_a_word(passage, after):
                end += 1
            return end > after and self._take(end, f"{joined} {passage.surface(after, end)}")
        return False
