"""Speaking bodies: the full name, as posts have it, of a body that a statement is printed to come from."""

from __future__ import annotations

from archive.knowledge.grammar.bodies import Organisation
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import read_passage
from archive.knowledge.grammar.posts import is_head
from archive.knowledge.officials.affiliation import Surroundings
from archive.knowledge.places.units import keys, read_table

_LEADERSHIP = keys("lãnh đạo")
"""`Lãnh đạo Sở Y tế` speaks for the body."""

_NOBODY = frozenset(keys(row["words"]) for row in read_table("speaker_words.csv"))
"""Words for whoever speaks that begin like the name of a body and name none (`cơ quan chức năng`)."""


def speaking_body(speaker: str, surroundings: Surroundings) -> str | None:
    """The full name of the body a speaker is.

    Args:
        speaker: as printed, perhaps with words after it that are not of its name (`UBND tỉnh Quảng Trị trước đó`).
        surroundings: of the article; its first subject owns bodies whose unit is not printed.

    Returns:
        `Sở Giao thông vận tải thành phố Hà Nội` for `Sở GTVT Hà Nội`; None of what is no body by its words
        (`tỉnh`, `ngành chức năng`) or does not say which (`Sở`).
    """
    passage = read_passage(speaker)
    begin = len(_LEADERSHIP) if passage.keys[: len(_LEADERSHIP)] == _LEADERSHIP else 0
    body = organisation_at(passage, begin, is_head)
    if body is None or not _is_named(body):
        return None
    return surroundings.affiliation(surroundings.complete_body(body)).organisation


def _is_named(body: Organisation) -> bool:
    """Whether the words say which body it is; those of its kind do where there is only one (`Chính phủ`)."""
    name, opener = keys(body.name), body.opener
    if body.is_bare:
        return opener.reach == "central" and not opener.takes and len(name) > 1
    return body.area is not None or name not in _NOBODY
