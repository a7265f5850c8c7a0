"""Bodies after a post: where their printed name ends, and what it is in full.

A body begins with a word of `data/bodies.csv`; it goes on over nested bodies (`Ban Tuyên giáo Tỉnh ủy`),
fields of administration, words of organisations and capitals; it ends with an area, at a person, at
another post, at any other word, and at punctuation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from archive.knowledge.areas import Area, area_at, place_end
from archive.knowledge.bodies import (
    ABBREVIATIONS,
    ORGANISATION_WORDS,
    Body,
    body_at,
    display_spelling,
    sector_at,
)
from archive.knowledge.names import capitals, person_at, province_at
from archive.knowledge.passages import Match, Passage
from archive.knowledge.units import keys, read_table
from archive.text.syllables import key

Stop = Callable[[Passage, int], bool]
"""Whether something else, a post, begins at a token."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A body as printed after a post.

    Attributes:
        end: the token after its last.
        opener: the body it begins with, and the one whose reach counts.
        name: full name without area.
        is_bare: whether only the opening word is printed (`Sở`, `Hội`): the article has named it before.
    """

    end: int
    opener: Body
    name: str
    area: Area | None = None
    is_bare: bool = False

    @property
    def place(self) -> str | None:
        """Its area below the province as it stands in full names: `huyện Vĩnh Tường`, after `Huyện ủy` the name."""
        area = self.area
        if area is None or area.place is None:
            return None
        if self.opener.takes in ("place", "unit"):
            return (
                f"{area.level.capitalize()} {area.place}"
                if area.level and area.place.isdigit()
                else area.place
            )
        return f"{area.level} {area.place}" if area.level else area.place

    def in_province(self, province: str) -> Organisation:
        """The same body, of which is said elsewhere in which province it lies."""
        if self.area is not None and self.area.province is not None:
            return self
        return replace(self, area=replace(self.area or Area(self.end, None), province=province))


_CLOSING_WORDS = frozenset(key(row["word"]) for row in read_table("closing_words.csv"))

_LONGEST_BODY = 40
"""Tokens of the name of a body after its first word; real ones have up to twenty, a list without commas any number."""

_NAMED = ("named", "namesake")
_AND = key("và")
_ABOUT = key("về")
_CONNECTORS = frozenset(("-", "–", "&"))
_WHOLE_COUNTRY = frozenset((keys("Việt Nam"), keys("Trung ương"), keys("Quốc gia"), keys("tối cao")))
_JOINT_OFFICE = "Văn phòng"
"""The one kind of body that serves several (`Văn phòng Đoàn ĐBQH và HĐND tỉnh`)."""


def organisation_at(passage: Passage, index: int, is_post: Stop) -> Organisation | None:
    """The body that begins at a token, with its area, or None.

    Args:
        is_post: whether a post begins at a token, where a body must end.
    """
    opener = body_at(passage, index)
    return None if opener is None else _Tail(passage, opener, is_post).read()


class _Tail:
    """The reading of one body, token by token."""

    def __init__(self, passage: Passage, opener: Match[Body], is_post: Stop) -> None:
        self._passage = passage
        self._is_post = is_post
        self._opener = opener.value
        self._last = opener.value
        self._pieces = [opener.value.name]
        self._wants_sector = opener.value.takes == "sector"
        self._is_complete = False
        self._end = opener.end
        self._farthest = min(len(passage), opener.end + _LONGEST_BODY)

    def read(self) -> Organisation:
        """Read to the end of the body."""
        area = None
        while self._end < self._farthest:
            if self._passage.is_tight(self._end) and self._read_body_or_words():
                continue
            area = self._read_area()
            if area is not None or not self._read_connector():
                break
        name = display_spelling(" ".join(self._pieces))
        found = Organisation(
            self._end, self._opener, name, area, is_bare=len(self._pieces) == 1 and area is None
        )
        return replace(found, opener=self._reaching(name))

    def _reaching(self, name: str) -> Body:
        """The body whose reach counts: the innermost one, the whole country where that is named last."""
        if keys(name)[-2:] in _WHOLE_COUNTRY:
            return self._opener._replace(reach="central")
        return self._opener._replace(reach=self._last.reach or self._opener.reach, takes=self._last.takes)

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
        words = ORGANISATION_WORDS.match(passage, index)
        if sector is not None:
            self._is_complete = self._last.reach in ("province", "central")
            return self._take(sector.end, sector.value)
        if words is not None and (body is None or words.end >= body.end):
            return self._take(words.end, passage.surface(index, words.end))
        if body is not None and self._is_nested(body):
            return self._take_body(body, body.value.name)
        return self._read_capitals(index)

    def _is_nested(self, body: Match[Body]) -> bool:
        """Whether a body named inside another belongs to it; one in lower case rarely does."""
        return self._passage.is_capitalised(self._end) or body.value.takes in ("unit", "place")

    def _read_capitals(self, index: int) -> bool:
        passage = self._passage
        if not passage.is_capitalised(index) or self._last.takes in ("unit", "place"):
            return False
        if self._last.takes in _NAMED:
            self._is_complete = self._last.takes == "namesake"
            end = place_end(passage, index, is_namesake=self._is_complete)
            return end > index and self._take(end, passage.surface(index, end))
        abbreviation = ABBREVIATIONS.match(passage, index)
        if abbreviation is not None:
            return self._take(abbreviation.end, abbreviation.value)
        if person_at(passage, index) is not None or province_at(passage, index) is not None:
            return False
        if area_at(passage, index) is not None:
            return False
        end = index + (2 if self._is_half_a_word(index) else 1)
        return self._take(end, passage.surface(index, end))

    def _is_half_a_word(self, index: int) -> bool:
        """Whether the word of a capitalised syllable goes on in the next, in lower case (`Giao dịch`)."""
        passage = self._passage
        if passage.words[index].isupper() or not passage.is_spaced(index + 1):
            return False
        following = passage.keys[index + 1]
        return passage.words[index + 1].islower() and following not in _CLOSING_WORDS

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
        self._wants_sector = body.value.takes == "sector"
        return True

    def _read_area(self) -> Area | None:
        passage, index = self._passage, self._end
        if not passage.is_spaced(index):
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
            return Area(end, None, place=self._passage.surface(index, end)) if end > index else None
        return None

    def _read_connector(self) -> bool:
        """Go over `và`, `-`, `,` where the name of the body goes on after them."""
        passage, index = self._passage, self._end
        gap = passage.gaps[index].strip()
        is_and = gap == "" and passage.keys[index] in (_AND, _ABOUT)
        after = index + 1 if is_and else index
        if (
            not (is_and or gap in _CONNECTORS)
            or after >= len(passage)
            or self._last.takes in ("unit", "place")
        ):
            return False
        if self._is_post(passage, after) or person_at(passage, after) is not None:
            return False
        body = body_at(passage, after)
        if body is not None and self._opener.name != _JOINT_OFFICE:
            return False
        words = ORGANISATION_WORDS.match(passage, after)
        joined = passage.words[index] if is_and else "-" if gap in ("-", "–") else "&"
        if body is not None:
            return self._take_body(body, f"{joined} {body.value.name}")
        if words is not None and (len(self._pieces) > 1 or not is_and):
            return self._take(words.end, f"{joined} {passage.surface(after, words.end)}")
        if passage.is_capitalised(after) and len(self._pieces) > 1:
            end = min(capitals(passage, after, 1), after + 1)
            return end > after and self._take(end, f"{joined} {passage.surface(after, end)}")
        return False
