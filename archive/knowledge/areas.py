"""Areas: `tỉnh X`, `TP Y`, `xã Z` as printed after a body; where the place name ends and a person begins."""

from __future__ import annotations

from dataclasses import dataclass

from archive.knowledge.names import (
    capitals,
    has_middle_name,
    is_common_family_name,
    person_at,
    province_at,
)
from archive.knowledge.passages import Lexicon, Passage
from archive.knowledge.units import read_table

PROVINCE = "tỉnh"
CITY = "thành phố"

_LEVELS = {
    PROVINCE: (),
    CITY: ("tp", "t.p"),
    "huyện": (),
    "quận": (),
    "thị xã": ("tx",),
    "thị trấn": ("tt",),
    "xã": (),
    "phường": (),
    "đặc khu": (),
    "thôn": (),
    "bản": (),
    "ấp": (),
    "buôn": (),
    "làng": (),
    "khu phố": (),
    "tổ dân phố": (),
}
"""Kinds of area, largest first, and their abbreviations."""

HAMLETS = ("thôn", "bản", "ấp", "buôn", "làng", "khu phố", "tổ dân phố")
"""Kinds of area below the commune, whose head is a `Trưởng`."""

_LONGEST_PLACE = 4
_USUAL_PLACES = (2, 3, 4)
"""Syllables of a place name; most have two."""


@dataclass(frozen=True, slots=True)
class Area:
    """An area as printed.

    Attributes:
        end: the token after its last.
        level: kind of area (`tỉnh`, `huyện` …), or None where a name stands alone.
        place: its name below the province level, or None.
        province: its name where it is one of a province-level unit, or None.
    """

    end: int
    level: str | None
    place: str | None = None
    province: str | None = None


def _read_levels() -> Lexicon[str]:
    found: Lexicon[str] = Lexicon()
    for level, abbreviations in _LEVELS.items():
        for form in (level, *abbreviations):
            found.add(form, level)
    return found


def _read_districts() -> Lexicon[str]:
    found: Lexicon[str] = Lexicon()
    for row in read_table("districts.csv"):
        found.add(row["name"], row["name"])
    return found


_LEVEL_WORDS = _read_levels()
_DISTRICTS = _read_districts()


def area_at(passage: Passage, index: int) -> Area | None:
    """The area that begins with a word for its kind (`tỉnh`, `TP Vinh`, `xã Tân Lập`), or None."""
    level = _LEVEL_WORDS.match(passage, index)
    if level is None:
        return None
    after = level.end
    if after >= len(passage) or passage.gaps[after].strip() not in ("", "."):
        return Area(after, level.value)
    if passage.words[after].isdigit():
        return Area(after + 1, level.value, place=passage.words[after])
    if not passage.is_capitalised(after):
        return Area(after, level.value)
    if level.value in (PROVINCE, CITY):
        province = province_at(passage, after)
        if province is not None:
            return Area(province.end, level.value, province=province.value)
    if level.value == PROVINCE:
        return Area(after, level.value)
    end = place_end(passage, after, is_city=level.value == CITY)
    return Area(end, level.value, place=passage.surface(after, end) if end > after else None)


def place_end(passage: Passage, index: int, *, is_city: bool = False, is_namesake: bool = False) -> int:
    """Where the place name ends that begins at a capitalised token; `index` itself if a person begins there.

    Known districts first; then the cut that leaves a whole person's name (`Tam Dương | Nguyễn Văn An`); then
    a run that is itself a person's name is one; what else is capitalised is the place.

    Args:
        is_city: cities are few and known: two syllables that can be a person are a person.
        is_namesake: a person's name is what is looked for (schools): only a second one ends it.
    """
    end = capitals(passage, index, _LONGEST_PLACE + 4)
    district = _DISTRICTS.match(passage, index)
    if district is not None and district.end <= end:
        return district.end
    length = end - index
    is_person = not is_namesake and is_common_family_name(passage, index) and length > (1 if is_city else 2)
    if is_person and (length <= 3 or has_middle_name(passage, index + 1)):
        return index
    for cut in _USUAL_PLACES:
        if length - cut >= 2 and is_common_family_name(passage, index + cut):
            person = person_at(passage, index + cut)
            if person is not None and person.end >= end:
                return index + cut
    if is_person:
        return index
    return min(end, index + _LONGEST_PLACE)


def is_district(passage: Passage, index: int, end: int) -> bool:
    """Whether tokens `[index, end)` are the name of a district, town or city."""
    district = _DISTRICTS.match(passage, index)
    return district is not None and district.end >= end
