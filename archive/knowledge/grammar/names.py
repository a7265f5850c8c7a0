"""Names of persons: a family name of a closed list and the capitalised syllables after it.

Measured against part-of-speech and entity taggers this finds as many officials as the best of them at a
hundred times their speed. What follows a place word (`đường Nguyễn Trãi`) and names of provinces are not
persons.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import NamedTuple

from archive.knowledge.grammar.passages import Lexicon, Match, Passage
from archive.knowledge.places.units import UNITS, aliases, read_table
from archive.text.syllables import is_syllable, key, tokens

_LONGEST_NAME = 5
"""Syllables; six where the first is one letter or apostrophes tie the parts (`Y Thanh Hà Niê Kđăm`)."""

_NAMED_AFTER = frozenset(key(row["word"]) for row in read_table("named_after.csv"))

_APOSTROPHES = ("'", "’", "‘", "`")
"""What ties the parts of names of the Central Highlands: `H'Vi`, `Đắk R’lấp`."""

_FULL_CITY = (key("thành"), key("phố"))

_OPENERS = frozenset(
    map(key, ("ông", "bà", "theo", "ngày", "ảnh", "tại", "trong", "khi", "các", "những", "địa", "trao", "đã"))
)
"""Words that begin a sentence and are in no name but at its beginning."""

_TIMES = frozenset(map(key, ("sáng", "trưa", "chiều", "tối", "hôm", "năm")))
_DAYS = frozenset(map(key, ("nay", "qua", "mai", "ngày")))

_MARKING_MIDDLE_NAMES = frozenset(map(key, ("thị", "văn")))

_MIDDLE_NAMES = frozenset(
    map(key, ("thị", "văn", "đình", "xuân", "hữu", "đức", "ngọc", "quang", "minh", "thanh"))
)


Name = tuple[str, ...]
"""The syllable keys of a name: one for every spelling."""


class Person(NamedTuple):
    """A name found: tokens `[start, end)`."""

    start: int
    end: int


def _read_families() -> dict[str, bool]:
    return {key(row["name"]): row["frequency"] == "common" for row in read_table("family_names.csv")}


def _read_lookalikes() -> Lexicon[None]:
    found: Lexicon[None] = Lexicon()
    for row in read_table("lookalikes.csv"):
        found.add(row["name"], None)
    return found


def _read_provinces() -> Lexicon[str]:
    found: Lexicon[str] = Lexicon()
    for unit in UNITS.values():
        found.add(unit.name, unit.name)
    for alias, name in aliases("text"):
        found.add(alias, name)
    found.add("HCM", "Hồ Chí Minh")
    return found


_FAMILIES = _read_families()
"""Key of each family name, and whether it is common."""

_TIED_FAMILIES = frozenset(("h", "k")) | {
    key(name.split("'")[0]) for name in (row["name"] for row in read_table("family_names.csv")) if "'" in name
}
"""What begins a name only where an apostrophe ties it to the next syllable (`H'Vi`, `Bh'riu`)."""

_LOOKALIKES = _read_lookalikes()
_PROVINCES = _read_provinces()
_PROVINCE_BEGINNINGS = frozenset(_PROVINCES.beginnings)

_HISTORICAL = {
    tuple(token.key for token in tokens(row["name"])): row["only_as"].lower()
    for row in read_table("historical_persons.csv")
}


def province_at(passage: Passage, index: int) -> Match[str] | None:
    """The name of a province-level unit, of any time, that begins at a token with a capital."""
    if index >= len(passage.keys) or passage.keys[index] not in _PROVINCE_BEGINNINGS:
        return None
    found = _PROVINCES.match(passage, index) if passage.capitals[index] else None
    if found is None or not all(passage.is_capitalised(place) for place in range(index, found.end)):
        return None
    return found


def is_family_name(passage: Passage, index: int) -> bool:
    """Whether a token can begin a name."""
    if not passage.is_capitalised(index):
        return False
    word = passage.keys[index]
    if word in _FAMILIES:
        return True
    if word in _TIED_FAMILIES:
        return index + 1 < len(passage) and passage.gaps[index + 1] in _APOSTROPHES
    return _has_marked_middle_name(passage, index)


def _has_marked_middle_name(passage: Passage, index: int) -> bool:
    """Whether `Văn`, `Thị` and one more capital follow: a name, however rare the family (`Dềnh Thị Mai`)."""
    if index + 2 >= len(passage) or passage.keys[index + 1] not in _MARKING_MIDDLE_NAMES:
        return False
    return (
        passage.is_spaced(index + 1)
        and passage.is_spaced(index + 2)
        and passage.is_capitalised(index + 1)
        and passage.is_capitalised(index + 2)
        and (passage.words[index].istitle() or passage.words[index + 2].isupper())
    )


def is_common_family_name(passage: Passage, index: int) -> bool:
    """Whether a token is a family name that many bear."""
    return passage.is_capitalised(index) and _FAMILIES.get(passage.keys[index], False)


def is_marked_female(name: Name) -> bool:
    """Whether a name has the middle name of women (`Thị`)."""
    return len(name) > 2 and key("thị") in name[1:-1]


def is_marked_male(name: Name) -> bool:
    """Whether a name has the middle name of men (`Văn`)."""
    return len(name) > 2 and name[1] == key("văn")


def has_middle_name(passage: Passage, index: int) -> bool:
    """Whether a token is a syllable that often stands between family and given name."""
    return index < len(passage) and passage.keys[index] in _MIDDLE_NAMES


def capitals(passage: Passage, index: int, most: int) -> int:
    """The token after the run of capitalised syllables that begins at `index`, of at most `most` tokens.

    A run in capitals goes on in capitals, one in lower case does not.
    """
    end = index
    words, gaps = passage.words, passage.gaps
    in_capitals = len(words[index]) > 1 and words[index].isupper()
    farthest = min(len(words), index + most)
    while end < farthest:
        word, is_tied = words[end], end > index and gaps[end] in _APOSTROPHES
        if not (is_tied or passage.capitals[end]):
            break
        if end > index and not (gaps[end].isspace() or is_tied):
            break
        if not word.isalpha() or (len(word) > 1 and not is_tied and word.isupper() != in_capitals):
            break
        end += 1
    return end


def person_at(passage: Passage, index: int, limit: int | None = None) -> Person | None:
    """The name that begins at a token, or None.

    Args:
        limit: token before which the name must end, where the caller knows that something else begins.
    """
    if not is_family_name(passage, index):
        return None
    tied = index + 1 < len(passage) and passage.gaps[index + 1] in _APOSTROPHES
    most = _LONGEST_NAME + (1 if tied or len(passage.words[index]) == 1 else 0)
    end = capitals(passage, index, most if limit is None else min(most, limit - index))
    if end - index < 2:
        return None
    end = _tied_end(passage, _before_sentence(passage, index, end))
    place = province_at(passage, index) or _LOOKALIKES.match(passage, index)
    if place is not None and (place.end >= end or is_family_name(passage, place.end)):
        return None
    return Person(index, end)


def _tied_end(passage: Passage, end: int) -> int:
    """The end of a foreign name whose last part a hyphen ties in lower case (`Park Noh-wan`)."""
    if end >= len(passage) or passage.gaps[end] not in ("-", "‑") or not passage.words[end].islower():
        return end
    is_foreign = not (is_syllable(passage.words[end - 1]) and is_syllable(passage.words[end]))
    return end + 1 if is_foreign and passage.words[end].isalpha() else end


def _before_sentence(passage: Passage, index: int, end: int) -> int:
    """The end of a name that ran into a sentence whose full stop is missing (`Lê Văn An | Chiều nay`)."""
    for cut in range(index + 2, end):
        if passage.keys[cut] in _OPENERS:
            return cut
        is_last = cut + 1 == end and end < len(passage) and passage.is_spaced(end)
        if (
            is_last
            and passage.keys[cut] in _TIMES
            and (passage.keys[end] in _DAYS or passage.words[end].isdigit())
        ):
            return cut
    return end


def is_named_after(passage: Passage, index: int) -> bool:
    """Whether a name at this token is that of a street, school, district … by the word before it."""
    if index == 0 or passage.gaps[index].strip() not in ("", "."):
        return False
    before = passage.keys[index - 1]
    if before == _FULL_CITY[1] and index > 1 and passage.keys[index - 2] == _FULL_CITY[0]:
        return False
    return before in _NAMED_AFTER


def is_historical(passage: Passage, person: Person, post: str) -> bool:
    """Whether a name, as holder of `post` (canonical form), is that of a historical person."""
    only_as = _HISTORICAL.get(passage.keys[person.start : person.end])
    if only_as is None:
        return False
    return not only_as or post.lower().startswith(only_as)


def full_names(spoken: Collection[Name], shouted: Collection[Name]) -> Mapping[Name, Name]:
    """Each name of an article and the full one it stands for.

    A name that begins or ends exactly one longer name is short for it (`Thúy Lan`, `Nguyễn văn` where a capital is
    missing).

    Args:
        spoken: names as they are usually printed.
        shouted: names printed only in capitals, whose end may be words of a headline (`LÊ VĂN AN NÓI`).
    """
    longer = _longer_by_part(spoken)
    known = frozenset(spoken)
    full = {name: _longest_of(name, longer.get(name, ())) for name in spoken}
    for name in sorted(spoken, key=len, reverse=True):
        full[name] = full[full[name]]
    for name in shouted:
        begun = (name[:end] for end in range(len(name), 0, -1))
        full[name] = next((beginning for beginning in begun if beginning in known), name)
    return full


def _longer_by_part(names: Iterable[Name]) -> Mapping[Name, Collection[Name]]:
    """What begins or ends a name, and the names that it begins or ends: no name is compared with all others."""
    longer: dict[Name, set[Name]] = {}
    for name in names:
        for cut in range(1, len(name)):
            longer.setdefault(name[:cut], set()).add(name)
            longer.setdefault(name[cut:], set()).add(name)
    return longer


def _longest_of(name: Name, longer: Collection[Name]) -> Name:
    """The longest of the names that begin or end with this one, if every other one is part of it."""
    longest = max(longer, key=lambda other: (len(other), other), default=name)
    return longest if all(other == longest or _is_part(other, longest) for other in longer) else name


def _is_part(name: Name, longer: Name) -> bool:
    return name in (longer[: len(name)], longer[len(longer) - len(name) :])
