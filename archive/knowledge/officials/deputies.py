"""Deputies: persons called `đại biểu` where an article tells of one assembly, without saying whose deputies."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from archive.knowledge.grammar.areas import Area, area_at
from archive.knowledge.grammar.bodies import Body, Organisation
from archive.knowledge.grammar.items import Item
from archive.knowledge.grammar.names import Person, province_at
from archive.knowledge.grammar.passages import Lexicon, Passage
from archive.knowledge.grammar.posts import PrintedPost
from archive.text.syllables import key

_NATIONAL = Body("Quốc hội", "central", "")
_LOCAL = Body("HĐND", "", "")
_ASSEMBLIES: Lexicon[Body] = Lexicon()
for _form, _body in (
    ("Quốc hội", _NATIONAL),
    ("ĐBQH", _NATIONAL),
    ("QH", _NATIONAL),
    ("HĐND", _LOCAL),
    ("hội đồng nhân dân", _LOCAL),
):
    _ASSEMBLIES.add(_form, _body)
_FIRST_KEYS = frozenset(map(key, ("quốc", "đbqh", "qh", "hđnd", "hội")))
_SITTINGS: Lexicon[None] = Lexicon()
for _form in ("kỳ họp", "thảo luận", "chất vấn", "cử tri", "bên lề", "phiên họp"):
    _SITTINGS.add(_form, None)
_SITTING_KEYS = frozenset(map(key, ("kỳ", "thảo", "chất", "cử", "bên", "phiên")))
"""What an article tells of where `đại biểu` are those of an assembly, not of a congress."""

_DEPUTY = ((key("đại"), key("biểu")), (key("đb"),))
_PLURAL = frozenset(map(key, ("các", "những", "nhiều", "hai", "ba", "số")))


def assembly_of(passages: Iterable[Passage]) -> Body | None:
    """The assembly whose sitting, or whose members' work, an article tells of.

    The National Assembly where it is named more often than the councils; a council only where it is not named.
    """
    counts = {_NATIONAL: 0, _LOCAL: 0}
    is_of_sitting = False
    for passage in passages:
        if not is_of_sitting and not _SITTING_KEYS.isdisjoint(passage.keys):
            is_of_sitting = any(
                _SITTINGS.match(passage, index)
                for index, syllable in enumerate(passage.keys)
                if syllable in _SITTING_KEYS
            )
        if _FIRST_KEYS.isdisjoint(passage.keys):
            continue
        for index, syllable in enumerate(passage.keys):
            found = _ASSEMBLIES.match(passage, index) if syllable in _FIRST_KEYS else None
            if found is not None:
                counts[found.value] += 1
    if not is_of_sitting or not any(counts.values()):
        return None
    if counts[_NATIONAL] > counts[_LOCAL]:
        return _NATIONAL
    return _LOCAL if not counts[_NATIONAL] else None


def deputies(passage: Passage, found: Sequence[Item], assembly: Body | None) -> list[PrintedPost]:
    """The seats in the assembly of the article that persons of a passage are printed to have."""
    if assembly is None:
        return []
    covered = {
        place for item in found if isinstance(item, PrintedPost) for place in range(item.start, item.next)
    }
    seats = []
    for item in found:
        if not isinstance(item, Person):
            continue
        first = _word_before(passage, item.start)
        if first is not None and first not in covered:
            seats.append(_seat(first, item, assembly, _constituency(passage, item.end)))
    return seats


def _word_before(passage: Passage, index: int) -> int | None:
    """Where `đại biểu` begins, if it ends right before a token and is not plural."""
    for words in _DEPUTY:
        first = index - len(words)
        if first < 0 or passage.keys[first:index] != words:
            continue
        if not all(passage.is_spaced(place) for place in range(first + 1, index + 1)):
            continue
        return None if first and passage.keys[first - 1] in _PLURAL else first
    return None


def _constituency(passage: Passage, end: int) -> str | None:
    """The province in brackets after the name of a deputy."""
    if end >= len(passage) or passage.gaps[end].strip() != "(":
        return None
    province, area = province_at(passage, end), area_at(passage, end)
    return province.value if province is not None else area.province if area is not None else None


def _seat(first: int, person: Person, assembly: Body, province: str | None) -> PrintedPost:
    area = Area(person.start, None, province=province) if province is not None else None
    body = Organisation(person.start, assembly, assembly.name, area)
    head = f"Đại biểu {assembly.name}"
    end = person.start
    return PrintedPost(first, first, end, end, head, body, "current", is_complete=True, is_unsaid_seat=True)
