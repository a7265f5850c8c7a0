"""Bodies that are not named as bodies: a ministry by its sector, an office by its area, a company by its name."""

from __future__ import annotations

from archive.knowledge.grammar.areas import CITY, PROVINCE, Area, area_at
from archive.knowledge.grammar.bodies import Body, Organisation, body_named, sector_at
from archive.knowledge.grammar.countries import country_end
from archive.knowledge.grammar.heads import Head
from archive.knowledge.grammar.name_parts import Stop
from archive.knowledge.grammar.names import person_at, province_at
from archive.knowledge.grammar.organisations import organisation_of
from archive.knowledge.grammar.passages import Match, Passage
from archive.knowledge.places.units import in_force, keys
from archive.text.syllables import is_syllable

MINISTRY = Body("Bộ", "central", "sector")

_AREA_BODIES = {
    "Chủ tịch": dict.fromkeys(
        (PROVINCE, CITY, "huyện", "quận", "thị xã", "thị trấn", "xã", "phường", "đặc khu"), "UBND"
    ),
    "Bí thư": {
        PROVINCE: "Tỉnh ủy",
        CITY: "Thành ủy",
        "huyện": "Huyện ủy",
        "quận": "Quận ủy",
        "thị xã": "Thị ủy",
        **dict.fromkeys(("thị trấn", "xã", "phường", "đặc khu"), "Đảng ủy"),
    },
}
"""The body meant where only its area is printed: `Chủ tịch tỉnh`, `Bí thư Hà Nội`."""

_LED_BY = {"Vụ trưởng": "Vụ", "Cục trưởng": "Cục", "Chi cục trưởng": "Chi cục", "Tổng cục trưởng": "Tổng cục"}
"""The bodies that the names of these heads repeat."""

_LED_FIRST = ("Phòng",)
"""What follows these heads as a verb, not as the body it is elsewhere (`Cục trưởng Phòng chống tham nhũng`)."""

_AMBASSADOR = "Đại sứ"
_COUNTRY = keys("Việt Nam")
_IN = (keys("tại"), keys("ở"))

_PRESIDENT = keys("Hồ Chí Minh")
"""After `Chủ tịch` this is the man, not his city."""

_COMPANY_HEADS = ("Chủ tịch", "Giám đốc", "Tổng Giám đốc")
_LONGEST_PROPER_NAME = 3


def kind_of(province: str) -> str:
    """The kind of a province-level unit of this name, as a text means that does not say it."""
    found = in_force(province, None)
    return found.kind if found is not None else PROVINCE


def ministry_at(passage: Passage, index: int) -> Organisation | None:
    """The ministry named by its sector alone: `Bộ trưởng Y tế`."""
    sector = sector_at(passage, index)
    if sector is None or not passage.is_capitalised(index):
        return None
    return Organisation(sector.end, MINISTRY, f"Bộ {sector.value}")


def implied_body(passage: Passage, index: int, head: Head, is_post: Stop) -> Organisation | None:
    """The body that is not named as one: by its area, by what it does, or by a proper name (`Giám đốc VNPT`)."""
    if head.name == _AMBASSADOR:
        return _embassy(passage, index)
    led = _LED_BY.get(head.name.removeprefix("Phó "))
    if led is not None:
        return _led_body(passage, index, led, is_post)
    bodies = _AREA_BODIES.get(head.name.removeprefix("Phó "))
    if bodies is not None:
        area = area_at(passage, index)
        province = province_at(passage, index)
        if area is None and province is not None and passage.keys[index : province.end] != _PRESIDENT:
            area = Area(province.end, None, province=province.value)
        level = area and (area.level or kind_of(area.province or ""))
        if area is not None and level in bodies:
            name = bodies[level]
            reach = "" if name == "UBND" else "province" if name in ("Tỉnh ủy", "Thành ủy") else "district"
            takes = "" if name == "UBND" else "unit"
            return Organisation(area.end, Body(name, reach, takes), name, area)
    return _proper_name(passage, index) if head.name.removeprefix("Phó ") in _COMPANY_HEADS else None


def _embassy(passage: Passage, index: int) -> Organisation | None:
    """The country in which an ambassador of Vietnam is (`Việt Nam tại Lào`)."""
    if passage.keys[index : index + 2] != _COUNTRY or passage.keys[index + 2 : index + 3] not in _IN:
        return None
    end = country_end(passage, index + 3, _AMBASSADOR) if index + 3 < len(passage) else 0
    name = passage.surface(index, end) if end else ""
    return Organisation(end, Body(name, "central", "named"), name) if end else None


def is_led_first(head: Head, opener: str) -> bool:
    """Whether a body word after a head is part of the name of the body that the head says."""
    return opener in _LED_FIRST and head.name.removeprefix("Phó ") in _LED_BY


def _led_body(passage: Passage, index: int, led: str, is_post: Stop) -> Organisation | None:
    """The body whose kind the head says already: `Vụ trưởng Pháp chế`."""
    body = body_named(led)
    if not passage.is_capitalised(index) or person_at(passage, index) or province_at(passage, index):
        return None
    found = organisation_of(passage, Match(index, body), is_post)
    return None if found.end == index or found.is_bare else found


def _proper_name(passage: Passage, index: int) -> Organisation | None:
    """A company by its name alone: capitals, one an abbreviation or not Vietnamese (`Taxi Vinasun`)."""
    if not passage.is_capitalised(index) or person_at(passage, index) or province_at(passage, index):
        return None
    end = index
    while end < min(len(passage), index + _LONGEST_PROPER_NAME) and passage.is_capitalised(end):
        if end > index and not passage.is_spaced(end):
            break
        end += 1
    words = passage.words[index:end]
    if all(is_syllable(word) and (len(word) < 3 or not word.isupper()) for word in words):
        return None
    name = passage.surface(index, end)
    return Organisation(end, Body(name, "", "named", "business"), name)
