"""Qualifiers: what stands between a post and the next thing said: its term, the areas and bodies above it."""

from __future__ import annotations

from archive.knowledge.grammar.areas import COMMUNES, DISTRICTS, HAMLETS, Area, area_at
from archive.knowledge.grammar.name_parts import Stop
from archive.knowledge.grammar.names import person_at, province_at
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.places.units import keys
from archive.text.syllables import key

_TERMS = frozenset((keys("khóa"), keys("nhiệm kỳ")))
_COUNTRY = keys("Việt Nam")
_LONGEST_PARENTHESIS = 8


def skip_qualifiers(passage: Passage, end: int, is_post: Stop) -> tuple[int, str | None]:
    """Skip what qualifies a post that ends before token `end`.

    Returns:
        The token after it, and the province named in it, if any.
    """
    province: str | None = None
    while end < len(passage):
        gap = passage.gaps[end].strip()
        area = area_at(passage, end) if gap == "," else None
        if area is not None and (area.place or area.province):
            end, province = area.end, area.province or province
        elif gap == "," and (owner := _owner(passage, end, is_post)):
            end = owner
        elif gap == "" and passage.keys[end : end + 2] == _COUNTRY:
            end += 2
        elif gap == "" and any(passage.keys[end : end + len(term)] == term for term in _TERMS):
            end = _term_end(passage, end + 1)
        elif gap == "(" and (closed := _parenthesis(passage, end, is_post)) is not None:
            end, province = closed[0], closed[1] or province
        elif gap == ")" and (beyond := _province_named(passage, end)) is not None:
            end, province = _province_end(passage, end), beyond
        else:
            break
    return end, province


def area_above(passage: Passage, end: int, area: Area) -> int:
    """The token after the district printed with the area of a post (`xã Tân Lập, huyện Vũ Thư`), or `end`."""
    if area.level not in (*COMMUNES, *HAMLETS) or end >= len(passage):
        return end
    mark = passage.gaps[end].strip()
    above = area_at(passage, end) if mark in (",", "(") else None
    if above is None or above.place is None or above.level not in DISTRICTS:
        return end
    return end if mark == "(" and not passage.gaps[above.end].startswith(")") else above.end


def _province_end(passage: Passage, index: int) -> int:
    """The token after a province named at `index`."""
    province, area = province_at(passage, index), area_at(passage, index)
    return province.end if province is not None else area.end if area is not None else index


def _owner(passage: Passage, index: int, is_post: Stop) -> int:
    """The token after the body above, if a person follows (`Cục X, Bộ Y | Nguyễn Văn An`), else 0."""
    organisation = organisation_at(passage, index, is_post) if passage.is_capitalised(index) else None
    if organisation is None or not passage.is_spaced(organisation.end):
        return 0
    return organisation.end if person_at(passage, organisation.end) else 0


def _term_end(passage: Passage, index: int) -> int:
    """The token after `khóa XV`, `nhiệm kỳ 2020-2025`."""
    while index < len(passage) and passage.gaps[index].strip() in ("", "-", "–", ","):
        word = passage.words[index]
        if passage.gaps[index].strip() == "," and not (word.isdigit() or set(word) <= set("IVXL")):
            break
        if not (word.isdigit() or set(word) <= set("IVXL") or passage.keys[index] == key("kỳ")):
            break
        index += 1
    return index


def _parenthesis(passage: Passage, index: int, is_post: Stop) -> tuple[int, str | None] | None:
    """The token after a short parenthesis that is an area, a body or an abbreviation, and the province in it."""
    closing = next(
        (
            end
            for end in range(index + 1, min(len(passage), index + _LONGEST_PARENTHESIS) + 1)
            if ")" in passage.gaps[end]
        ),
        None,
    )
    if closing is None:
        return None
    if any(passage.keys[index : index + len(term)] == term for term in _TERMS):
        return closing, None
    province = _province_named(passage, index)
    if province or area_at(passage, index) or organisation_at(passage, index, is_post):
        return closing, province
    return (closing, None) if all(word.isupper() for word in passage.words[index:closing]) else None


def _province_named(passage: Passage, index: int) -> str | None:
    """The province that a token begins to name, with or without a word for its kind."""
    province, area = province_at(passage, index), area_at(passage, index)
    return province.value if province is not None else area.province if area is not None else None
