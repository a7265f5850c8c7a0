"""Areas: `tỉnh X`, `TP Y`, `xã Z` as printed after a body; where the place name ends and a person begins."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from archive.knowledge.grammar.names import (
    capitals,
    has_middle_name,
    is_common_family_name,
    person_at,
    province_at,
)
from archive.knowledge.grammar.passages import Lexicon, Passage
from archive.knowledge.places.units import read_table
from archive.text.syllables import key

PROVINCE = "tỉnh"
CITY = "thành phố"

_LEVELS = {
    PROVINCE: (),
    CITY: ("tp", "t.p"),
    "huyện": ("huyện đảo", "h"),
    "quận": ("q",),
    "thị xã": ("tx",),
    "thị trấn": ("tt",),
    "xã": ("x",),
    "phường": ("p",),
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

DISTRICTS = ("huyện", "quận", "thị xã")
COMMUNES = ("xã", "phường", "thị trấn", "đặc khu")

_LONGEST_PLACE = 4
_COMMITTEE = frozenset(map(key, ("ủy", "đoàn")))
"""After a kind of area these make the name of a body (`HUYỆN ỦY`)."""

_YEAR = 3
"""Digits: from so many on, a number after a name is a year or a count."""
_ABBREVIATED = ("tp", "p", "tx", "tt", "h", "q", "x")
_USUAL_PLACES = (2, 3, 4)
"""Syllables of a place name; most have two."""


class Area(NamedTuple):
    """An area as printed.

    Attributes:
        end: the token after its last.
        level: kind of area (`tỉnh`, `huyện` …), or None where a name stands alone.
        place: its name below the province level, or None.
        province: its name where it is one of a province-level unit, or None.
        is_heard: whether the name is not printed here but elsewhere in the article.
    """

    end: int
    level: str | None
    place: str | None = None
    province: str | None = None
    is_heard: bool = False


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
    if len(passage.words[index]) == 1 and not _is_abbreviated(passage, after):
        return None
    if after >= len(passage) or not _is_continued(passage, index, after):
        return Area(after, level.value)
    if passage.keys[after] in _COMMITTEE:
        return None
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
    is_commune = level.value in (*COMMUNES, *HAMLETS)
    end = place_end(passage, after, is_city=level.value == CITY, is_commune=is_commune)
    if level.value in HAMLETS and end > after and _is_number(passage, end):
        end += 1
    return Area(end, level.value, place=_as_name(passage.surface(after, end)) if end > after else None)


def _as_name(printed: str) -> str:
    """A name as written in a sentence, where it is printed in capitals."""
    return printed.title() if printed.isupper() and len(printed) > 1 else printed


def _is_number(passage: Passage, index: int) -> bool:
    """Whether a token numbers a hamlet (`thôn Đồng Tâm 2`)."""
    return passage.is_spaced(index) and passage.words[index].isdigit() and len(passage.words[index]) < _YEAR


def _is_continued(passage: Passage, index: int, after: int) -> bool:
    """Whether a name can follow a kind of area: a full stop and a blank end all but abbreviations (`TP. Vinh`)."""
    gap = passage.gaps[after]
    if gap.strip() == ".":
        return gap == "." or passage.keys[after - 1] in _ABBREVIATED
    return gap.strip() == ""


def _is_abbreviated(passage: Passage, after: int) -> bool:
    """Whether a letter is short for a kind of area: `H.Phú Tân`, `Q.12`."""
    if after >= len(passage) or passage.gaps[after].strip() != "." or not passage.words[after - 1].isupper():
        return False
    return passage.is_capitalised(after) or passage.words[after].isdigit()


def place_end(
    passage: Passage,
    index: int,
    *,
    is_city: bool = False,
    is_commune: bool = False,
    is_namesake: bool = False,
) -> int:
    """Where the place name ends that begins at a capitalised token; `index` itself if a person begins there.

    Known districts first; then the cut that leaves a whole person's name (`Tam Dương | Nguyễn Văn An`); then
    a run that is itself a person's name is one; what else is capitalised is the place.

    Args:
        is_city: cities are few and known: two syllables that can be a person are a person.
        is_commune: its name may begin with that of a town of one syllable (`xã Vinh Hà`).
        is_namesake: a person's name is what is looked for (schools): only a second one ends it.
    """
    end = capitals(passage, index, _LONGEST_PLACE + 4)
    district = _DISTRICTS.match(passage, index)
    if is_commune and district is not None and district.end == index + 1:
        district = None
    if district is not None and (district.end == end or _ends_before_person(passage, district.end, end)):
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


def before_city(passage: Passage, first: int, end: int) -> int:
    """The first of tokens `[first, end)` of a name that begins a city or province (`Pasteur | TP X`), or `end`."""
    for place in range(first, end):
        area = area_at(passage, place)
        if area is not None and area.level in (PROVINCE, CITY) and (area.place or area.province):
            return place
    return end


def _ends_before_person(passage: Passage, cut: int, end: int) -> bool:
    """Whether the rest of a run of capitals, from `cut` to `end`, is the name of a person."""
    return cut < end and (is_common_family_name(passage, cut) or person_at(passage, cut) is not None)


def is_district(passage: Passage, index: int, end: int) -> bool:
    """Whether tokens `[index, end)` are the name of a district, town or city."""
    district = _DISTRICTS.match(passage, index)
    return district is not None and district.end >= end


_KIND_KEYS = frozenset(key(kind.split()[0]) for kind in (*DISTRICTS, *COMMUNES))


class OnlyAreas(NamedTuple):
    """The one district and the one commune that an article names with their kinds; None where none or several."""

    district: Area | None
    commune: Area | None


def only_areas(passages: Iterable[Passage]) -> OnlyAreas:
    """The only district and the only commune of an article."""
    found: dict[tuple[bool, str], Area] = {}
    for passage in passages:
        if _KIND_KEYS.isdisjoint(passage.keys):
            continue
        for index, syllable in enumerate(passage.keys):
            area = area_at(passage, index) if syllable in _KIND_KEYS else None
            if area is not None and area.level in (*DISTRICTS, *COMMUNES) and area.place is not None:
                found.setdefault((area.level in DISTRICTS, area.place.lower()), area)
    districts = [area for (is_district, _), area in found.items() if is_district]
    communes = [area for (is_district, _), area in found.items() if not is_district]
    return OnlyAreas(
        districts[0] if len(districts) == 1 else None, communes[0] if len(communes) == 1 else None
    )
