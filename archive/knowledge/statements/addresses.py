"""Addresses: what a comma or a parenthesis parts from who it belongs to: where a person lives, whose a body is."""

from __future__ import annotations

import re
from collections.abc import Sequence

from archive.knowledge.grammar.names import province_at
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.clauses import is_governed, opens_clause
from archive.knowledge.statements.vocabulary import alternatives
from archive.text.syllables import key

VERBS = re.compile(rf"\b(?:{alternatives('no apposition')})\b")
"""Words that do not stand in what is said about a person or a body behind a comma."""

LONGEST_TAIL = 90
"""Characters of what may be said so."""

_ADDRESS = re.compile(rf"\b(?:{alternatives('address')})\b")


def dweller(passage: Passage, near: Sequence[Actor], place: int) -> Actor | None:
    """The person whose address a place ends (`Chị A (thôn B, xã C, tỉnh D cho biết`)."""
    area = province_at(passage, near[place].start)
    if area is None or area.end != near[place].end:
        return None
    for person in reversed(near[max(0, place - 5) : place]):
        is_titled = person.form in ("name", "given") and person.start < person.persons[0].start
        if is_titled or (person.form == "name" and opens_clause(passage, person)):
            text = passage.between(person.end, near[place].start).lower()
            is_address = text.lstrip()[:1] in tuple(",(–-") and _ADDRESS.search(text) is not None
            is_free = not is_governed(passage, person) and not VERBS.search(text)
            return person if is_address and is_free and len(text) <= LONGEST_TAIL else None
    return None


def owned(passage: Passage, near: Sequence[Actor], place: int) -> Actor | None:
    """The body whose owner, a ministry, stands behind a comma (`Cục Quản lý đường bộ, Bộ Xây dựng, yêu cầu`)."""
    owner, owned = near[place], near[place - 1]
    if owner.form != owned.form or owner.form != "organisation" or not opens_clause(passage, owned):
        return None
    if passage.keys[owner.start] != _MINISTRY or passage.keys[owned.start] not in _OF_MINISTRIES:
        return None
    text = passage.between(owned.end, owner.start)
    if _OWNED_TAIL.fullmatch(text) is None or VERBS.search(text):
        return None
    return owned._replace(end=owner.start, has_tail=False)


_MINISTRY = key("bộ")
_OF_MINISTRIES = frozenset(map(key, ("cục", "vụ", "tổng", "viện", "trung", "thanh")))
_OWNED_TAIL = re.compile(r"(?:, [^\W\d_]+(?: [^\W\d_]+){0,4})?, ")
