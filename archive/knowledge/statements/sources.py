"""Sources: `Theo X, …` and `…, theo X`."""

from __future__ import annotations

import re

from archive.knowledge.grammar.names import Person
from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.findings import Finding, found_in
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives, words_for
from archive.text.syllables import is_syllable, key

_THEO = key("theo")
_THEN = key("thì")
_BEGINS = frozenset(map(key, ("nên", "cần", "phải", "việc", "hiện", "đây", "nếu")))
"""With them begins what is said right after a source, without a comma (`theo ông A nên …`)."""

_THEY = key("họ")
_ALSO = re.compile(r"(?:cũng|còn|vẫn|và|nhưng|song|tuy nhiên|trong khi đó|trong khi|bên cạnh đó|ngoài ra)\s+")
_COUNTS = words_for("count")
_SOURCES = re.compile(rf"(?:(?:{alternatives('source')})\s+)*(?:(?:các|những|một số|nhiều|một)\s+)?")
_CALLED = rf"(?:{alternatives('calling')}|người|đại diện|phụ trách)\b(?! nhân\b)"
_CALLING = re.compile(rf"[\s,]*{_CALLED}[^,]{{3,58}},")
_CALLING_WORD = re.compile(rf"\s*(?:{_CALLED}|[-–(]|ở|tại|trú|ngụ|sn|sinh|và|cùng|nêu|nói|chia sẻ|cho)\b")
_TELLS = re.compile(r"\b(?:đã|là|cần|phải|sẽ|không|được|bị|đang|có|công bố|cung cấp)\b")
"""With them a clause tells something, and is not what somebody is."""

_ENDS = frozenset((",", ":", "),", ", “", ": “", ', "', ': "'))
_REACH = 40
"""Tokens over which what is said about a source may go on before the comma that ends it."""

_LONGEST_CONNECTIVE = 6
"""Words before `theo X` that say nothing yet (`Trong khi đó, theo X, …`)."""

_LONGEST_AFTER = 8
"""Words after `…, theo X,` that still belong to X."""

_LONGEST_NAME = 16
"""Tokens that a body's name can go on with after what the tables know."""

_LONGEST_SOURCE = 120
"""Characters from a source named last (`…, theo ông X, giám đốc Y`) to the end of its sentence."""


def according_to(unit: Unit) -> list[Finding]:
    """What is said in a unit by a source that `theo` names."""
    passage = unit.passage
    named: list[int] = []
    if _THEO in passage.keys[unit.start : unit.end]:
        named = [index for index in range(unit.start, unit.end) if passage.keys[index] == _THEO]
    for index in [unit.start, *named] if unit.start not in named and _is_told_by(unit) else named:
        lead = passage.text[unit.begin : passage.starts[index]]
        is_first = index == unit.start or _ALSO.fullmatch(lead.lower()) is not None
        if not is_first and passage.is_spaced(index):
            continue
        actor = _source(unit, index)
        if actor is None:
            continue
        found = _after(unit, index, actor) if is_first else _amid(unit, index, actor)
        if found is not None and found.act == "demand" and not (is_first and _asks(unit, found)):
            found = None
        if found is not None or is_first:
            return [found] if found is not None else []
    return []


def _is_told_by(unit: Unit) -> bool:
    """Whether a unit begins with `Thông tin từ X, …`, `Như lời X, …`, and no cue stands before the comma."""
    told = _TOLD_BY.match(unit.text) if unit.passage.keys[unit.start] in _TOLD_KEYS else None
    if told is None:
        return False
    first, comma = unit.begin + told.end(), unit.passage.text.find(",", unit.begin + told.end(), unit.stop)
    return not any(first <= unit.passage.starts[cue.start] < comma for cue in unit.cues[:2])


_TOLD_KEYS = frozenset(map(key, ("thông", "tin", "nguồn", "nói", "như")))
_TOLD_BY = re.compile(
    r"(?:Thông tin|Tin|Nguồn tin|Tin ban đầu|Thông tin ban đầu) từ |(?:Nói n|N)hư lời (?:của )?"
)


def _asks(unit: Unit, found: Finding) -> bool:
    """Whether what was done `theo chỉ đạo của X` is told as what has to be done."""
    words = unit.passage.text[found.begin : found.end].lower()
    return _HAS_TO.search(words) is not None and " đã " not in words


_HAS_TO = re.compile(r"\b(?:cần|phải|yêu cầu|không được|khẩn trương)\b")


def _source(unit: Unit, index: int) -> Actor | None:
    """The actor that the `theo` at a token names, over `báo cáo của`, `các`."""
    passage = unit.passage
    told = _TOLD_BY.match(unit.text) if index == unit.start else None
    begins = unit.begin + told.end() if told is not None else passage.starts[index] + len("theo ")
    source = _SOURCES.match(passage.text.lower(), begins)
    for place in (source.end() if source else begins, begins):
        near = (one for one in unit.actors if abs(passage.starts[one.start] - place) <= 1)
        if (actor := next(near, None)) is not None:
            break
    if actor is None:
        return _foreign_source(unit, index + 1)
    return None if passage.keys[actor.start] == _THEY else actor


def _foreign_source(unit: Unit, index: int) -> Actor | None:
    """A name that no table knows and that is no Vietnamese, up to a comma (`Theo Reuters, …`).

    None where somebody speaks in what follows: it is cited from the source, and theirs (`Theo Reuters, ông A nói`).
    """
    passage, end = unit.passage, index
    while end < unit.end and passage.is_capitalised(end) and (end == index or passage.is_spaced(end)):
        end += 1
    if end == index or end >= unit.end or passage.gaps[end].strip() != ",":
        return None
    is_foreign = not any(is_syllable(word) for word in passage.words[index:end])
    if not is_foreign or any(cue.use == "speech" for cue in unit.cues):
        return None
    return (
        Actor(index, end, "organisation")
        if end == index + 1
        else Actor(index, end, "name", (Person(index, end),))
    )


def _cue(unit: Unit, index: int, actor: Actor) -> tuple[str, str]:
    """The printed words before a source, and their act."""
    words = unit.passage.surface(index, max(index + 1, actor.start))
    act = next(
        (act for act, nouns in _ACTS.items() if any(noun in words.lower() for noun in nouns)), "assert"
    )
    return words, act


_ACTS = {
    "report": ("báo cáo", "thống kê", "số liệu"),
    "criticise": ("phản ánh",),
    "demand": ("chỉ đạo", "yêu cầu"),
    "assess": ("đánh giá", "nhận định"),
}
"""What a source is called (`theo thống kê của X`) tells the act."""


def _after(unit: Unit, index: int, actor: Actor) -> Finding | None:
    """`Theo X, …`."""
    comma = _end_of_source(unit, actor)
    if comma is None:
        return None
    cue, act = _cue(unit, index, actor)
    actor = _with_words(unit, actor, comma)
    told = next((one for one in unit.cues if one.start == comma and one.use == "speech"), None)
    begin = unit.char_after(comma if told is None else told.after)
    return found_in(unit, actor, cue, act, begin, unit.content_end(), "according to")


def _amid(unit: Unit, index: int, actor: Actor) -> Finding | None:
    """`Trong khi đó, theo X, …` and `…, theo X.`"""
    passage = unit.passage
    cue, act = _cue(unit, index, actor)
    comma = _end_of_source(unit, actor)
    if comma is not None:
        before = len(passage.text[unit.begin : passage.starts[index]].split())
        after = len(passage.text[passage.starts[min(comma, len(passage) - 1)] : unit.stop].split())
        if after > (2 if before <= _LONGEST_CONNECTIVE else _LONGEST_AFTER):
            begin = _after_copula(unit, unit.char_after(comma))
            return found_in(unit, actor, cue, act, begin, unit.content_end(), "according to")
    rest = passage.text[passage.ends[actor.end - 1] : unit.stop]
    is_parted = passage.gaps[index].strip(' "”') in (",", "-", "–", ".,")
    if len(rest) <= _LONGEST_SOURCE and is_parted and not any(one.start > actor.end for one in unit.cues):
        stop = passage.ends[index - 1] + len(passage.gaps[index].rstrip(" ,-–"))
        return found_in(unit, actor, cue, act, unit.begin, stop, "according to")
    return None


def _after_copula(unit: Unit, begin: int) -> int:
    """Past the `là` of `Khó khăn nhất, theo ông A, là …`."""
    return begin + len("là ") if unit.passage.text.startswith("là ", begin) else begin


def _with_words(unit: Unit, actor: Actor, comma: int) -> Actor:
    """A source with the words that count it and those up to the comma (`các | công ty | lữ hành trong nước`)."""
    if not actor.has_tail or actor.form not in ("organisation", "anonymous"):
        return actor
    start = actor.start
    while start > unit.start + 1 and unit.passage.keys[start - 1] in _COUNTS:
        start -= 1
    words = unit.passage.between(actor.end, comma).strip(" ,:").lower()
    is_apart = comma > actor.end and "," in unit.passage.gaps[actor.end]
    is_name = (
        not is_apart
        and comma - actor.end <= _LONGEST_NAME
        and "," not in words
        and " về " not in words
        and not _TELLS.search(words)
    )
    return actor._replace(start=start, end=max(comma if is_name else actor.end, actor.end))


def _end_of_source(unit: Unit, actor: Actor) -> int | None:
    """The token after the comma that ends `Theo X`, over what stands in apposition to X."""
    passage = unit.passage
    for index in range(actor.end, min(unit.end, actor.end + _REACH)):
        if passage.keys[index] == _THEN:
            return index + 1
        if index == actor.end and passage.is_spaced(index) and passage.keys[index] in _BEGINS:
            return index
        if index == actor.end and _tells_at_once(unit, actor):
            return index
        gap = passage.gaps[index].strip()
        inside = passage.between(actor.start + 1, index)
        if inside.count("(") > inside.count(")") + gap.count(")"):
            continue
        if gap in _ENDS and not _is_calling(unit, actor, index) and not _is_owner(unit, actor, index):
            return index
        if gap in (".", ";"):
            return None
    return None


def _tells_at_once(unit: Unit, actor: Actor) -> bool:
    """Whether what a person says begins without a comma (`Theo ông A đề án này …`)."""
    passage, index = unit.passage, actor.end
    is_person = actor.form in ("name", "given") and passage.is_spaced(index)
    if not is_person or passage.is_capitalised(index):
        return False
    return _CALLING_WORD.match(passage.text.lower(), passage.ends[index - 1]) is None


def _is_owner(unit: Unit, actor: Actor, index: int) -> bool:
    """Whether a ministry behind the comma is the owner of a body (`Theo Cục B, Bộ C, …`)."""
    passage = unit.passage
    if actor.form != "organisation" or passage.keys[index : index + 1] != (_MINISTRY,):
        return False
    owner = next((one for one in unit.actors if one.start == index and one.form == "organisation"), None)
    if owner is None or passage.keys[actor.start] == _MINISTRY:
        return False
    return _ENDS_OWNER.match(passage.text, passage.ends[owner.end - 1]) is not None


_MINISTRY = key("bộ")
_ENDS_OWNER = re.compile(r"\)?\s*(?:\([^()]*\))?,")


def _is_calling(unit: Unit, actor: Actor, index: int) -> bool:
    """Whether what follows a comma is still about a person (`Theo ông A, giám đốc B, …`)."""
    if actor.form not in ("name", "given"):
        return False
    text, place = unit.passage.text.lower(), unit.passage.ends[index - 1]
    clause = text[place : text.find(",", unit.passage.ends[index])]
    if _TELLS.search(clause):
        return False
    is_post = any(one.start == index and one.form == "post" for one in unit.actors)
    return is_post or _CALLING.match(text, place, place + 70) is not None
