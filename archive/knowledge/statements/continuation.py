"""Continuation: whether a sentence without a speaker goes on with what the last one said."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Literal, NamedTuple

from archive.knowledge.grammar.passages import Lexicon
from archive.knowledge.places.units import read_table
from archive.knowledge.statements.clauses import is_governed
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives
from archive.text.syllables import key

Distance = Literal["paragraph", "line", "before"]


class Before(NamedTuple):
    """What a unit may go on with.

    Attributes:
        act: of the head.
        distance: whether the head, or what goes on with it, stands in the same `paragraph`, on the `line` before
            in an article whose every sentence is a line, or in the paragraph `before`.
        is_listing: whether it ended in a colon or a semicolon.
        is_flowing: whether a colon announced the head, in the same paragraph, as whole sentences.
        is_directive: whether a list of what has to be done was announced: its paragraphs are others' tasks.
        is_closed: whether the words of the head end where they end: a quotation, a report cited with `theo`.
        unmarked: sentences in a row that went on by their place alone.
    """

    act: str
    distance: Distance
    is_listing: bool
    is_flowing: bool
    is_closed: bool
    is_directive: bool
    unmarked: int


def _read(table: str) -> Lexicon[None]:
    found: Lexicon[None] = Lexicon()
    for row in read_table(table):
        found.add(row["words"], None)
    return found


_OPENERS = _read("continuation_openers.csv")
_IMPERATIVES = _read("imperatives.csv")
_DONE = key("đã")
_IS = key("là")
_LETS = key("cho")
_ALSO = key("cũng")
_PERSON = key("viên")
_PLURAL = frozenset(map(key, ("các", "những", "mấy")))
_ORDINAL = key("thứ")
_DUTY = (key("trách"), key("nhiệm"))
_NEEDED = frozenset((key("cần"),))
_MODALS = frozenset(map(key, ("cần", "phải", "hãy")))
_SPEAKING = frozenset(map(key, ("tôi", "chúng")))
_FIRST_ACTORS = 2
_FIRST_TOKENS = 3
_FIRST_CHARACTERS = 50
"""Of a sentence, in which `đã`, `đang`, `được` says that it tells of something that happens."""

_MODAL_REACH = 14
"""Tokens from its beginning in which `cần`, `phải` makes a sentence a demand."""

_BULLET = re.compile(r"[-–—•*+]\s*\w|\(?\d{1,2}[.)]\s*\w|[a-z]\)\s*\w")
UNMARKED = ("rest of paragraph", "next line")
"""Rules of sentences that nothing but their place says to go on."""

_MOST_UNMARKED = 4
_SHORTEST = 5
"""Tokens of a sentence that nothing but its place says to go on."""

_NARRATES = re.compile(
    rf"(?:{alternatives('narrates')}|theo (?!đó)|như .{{1,40}}?đã (?:đưa|thông|phản|nêu))\b"
)
_SCENE = re.compile(rf"(?:{alternatives('scene')})\b|(?:từ |đến )?(?:năm|tháng|ngày) \d")
_HAPPENS = re.compile(r"\b(?:đã|đang|vừa|bị|được|quyết định|tổ chức)\b")
_CAPTION = re.compile(
    r"\bpv\b|\b(?:ảnh|video):|\(ảnh\b|\bảnh (?:cắt|minh họa)"
    r"|\((?:trái|phải|giữa|bìa (?:trái|phải)|áo \w+|người \w+|đứng|ngồi|thứ \w+|hàng \w+)\b"
)
"""In the caption of a picture that stands among the text, and in what reporters tell of themselves."""

_FINAL = re.compile(r"[.!?…;:][\"'”’»)\]\s]*$")

_EVALUATING = ("praise", "criticise", "assess", "agree", "promise")
_DIRECTING = ("demand", "propose", "praise", "criticise", "assess", "assert", "agree")
"""Acts that what has to be done goes on with."""

_TELLING = ("assert", "admit", "report")
"""Acts after which what was done is what was said."""

_INFORMING = (*_TELLING, "assess", "promise")
"""Acts that the rest of a paragraph goes on with."""

_ASKING = ("demand", "propose")
"""Acts after which what bodies do is what they were told to."""


def continues(unit: Unit, before: Before) -> str | None:
    """The rule by which a unit goes on with the statement right before it, or None."""
    if before.is_listing and unit.is_first and _BULLET.match(unit.text):
        return "list"
    if unit.start >= unit.end or unit.quotation_at(unit.begin) is not None or _is_of_paper(unit):
        return None
    if before.is_directive and _is_task(unit):
        return "list"
    rule = _marked(unit, before)
    if rule is None and not _has_subject(unit):
        if before.is_flowing:
            return "sentences after a colon"
        if before.distance != "before" and _may_be_left_unmarked(unit, before):
            return UNMARKED[before.distance == "line"]
    return rule


def _is_task(unit: Unit) -> bool:
    """Whether a paragraph may be one of a list of tasks: nobody is told to have done anything in it."""
    is_told = _DONE in unit.passage.keys[unit.start : unit.end] or _has_subject(unit, _PERSONS)
    return unit.is_first and not is_told and _SCENE.match(unit.text.lower()) is None


def _is_of_paper(unit: Unit) -> bool:
    """Whether a unit is a heading, or begins as sentences of the paper do, an opener before that left out."""
    lower = unit.text.lower().lstrip("-–—•*+ ")
    if _NARRATES.match(lower):
        return True
    if unit.is_first and not _FINAL.search(unit.text):
        return True
    opener = _OPENERS.match(unit.passage, unit.start)
    if opener is None:
        return False
    return (
        _NARRATES.match(lower[len(unit.passage.surface(unit.start, opener.end)) :].lstrip(" ,")) is not None
    )


def _marked(unit: Unit, before: Before) -> str | None:
    """The rule by which the words a unit begins with say that it goes on."""
    act = before.act
    if before.is_closed and act in _INFORMING and act != "report":
        return None
    is_demanding = act in _ASKING or before.distance == "paragraph"
    imperative = _IMPERATIVES.match(unit.passage, unit.start)
    if imperative is not None and (is_demanding or act in _EVALUATING) and _is_bare(unit, imperative.end):
        return "bare verb"
    has_modal = act in _DIRECTING and _has_modal(unit, _MODALS if is_demanding else _NEEDED)
    if has_modal and not _has_subject(unit, _PERSONS if act in _ASKING else _SUBJECTS):
        return "modal"
    if act == "demand" and _is_told_to(unit):
        return "told to"
    opener = _OPENERS.match(unit.passage, unit.start)
    if opener is None or act in ("other", "thank") or _says_who_tells(unit):
        return None
    counts = unit.passage.keys[unit.start] == _ORDINAL
    if _has_subject(unit, _NAMED if counts else _SUBJECTS):
        return None
    is_far = before.distance == "before" or act in _ASKING
    is_acted = any(actor.start >= opener.end for actor in unit.actors)
    if is_far and is_acted and _DONE in unit.passage.keys[unit.start : unit.end]:
        return None
    return None if act not in _TELLING and _is_narrated(unit) else "opener"


def _may_be_left_unmarked(unit: Unit, before: Before) -> bool:
    """Whether the place of a unit is enough: nobody acts in it that the paper would tell of."""
    lower = unit.text.lower().lstrip("-–—•*+ ")
    if before.is_closed or before.unmarked == _MOST_UNMARKED:
        return False
    if unit.end - unit.start < _SHORTEST or not _FINAL.search(unit.text):
        return False
    if _SCENE.match(lower) or _CAPTION.search(lower):
        return False
    if _says_who_tells(unit):
        return False
    if before.act in _ASKING:
        return before.distance == "paragraph" and not _HAPPENS.search(lower[:_FIRST_CHARACTERS])
    return before.act in _INFORMING and not _is_told_of_body(unit)


def _says_who_tells(unit: Unit) -> bool:
    """Whether somebody else speaks, though it is not known who (`nguồn tin cho biết`, `nhiều cử tri cũng`)."""
    keys = unit.passage.keys
    if any(_LETS in keys[cue.start : cue.end] for cue in unit.cues):
        return True
    return any(
        actor.form == "anonymous" and keys[actor.end : actor.end + 1] == (_ALSO,)
        for actor in unit.actors[:_FIRST_ACTORS]
    )


def _is_told_of_body(unit: Unit) -> bool:
    """Whether a unit begins with a body that has a name of its own (`Công an An Giang có mặt`)."""
    actor = unit.actors[0] if unit.actors else None
    if actor is None or actor.form != "organisation" or actor.start > unit.start:
        return False
    last = min(unit.end, actor.end + 1)
    return any(unit.passage.is_capitalised(index) for index in range(actor.start + 1, last))


def _is_bare(unit: Unit, index: int) -> bool:
    """Whether a verb at the beginning has no name or `viên` after it, is no subject, and no person follows a comma."""
    if index < unit.end and (unit.passage.is_capitalised(index) or unit.passage.keys[index] == _PERSON):
        return False
    for place in range(index, min(unit.end, index + _MODAL_REACH)):
        if "," in unit.passage.gaps[place]:
            break
        if unit.passage.keys[place] == _IS:
            return False
    return not any(
        actor.form in ("name", "given") and unit.passage.gaps[actor.start].strip() == ","
        for actor in unit.actors
    )


def _is_told_to(unit: Unit) -> bool:
    """Whether a unit begins with a body or a post and what it has to do (`Huyện khẩn trương rà soát …`)."""
    keys = unit.passage.keys[unit.start : min(unit.end, unit.start + _MODAL_REACH)]
    if any(pair == _DUTY for pair in pairwise(keys)) and _DONE not in keys and not _has_subject(unit):
        return True
    actor = unit.actors[0] if unit.actors else None
    if actor is None or actor.form not in ("organisation", "post") or actor.end >= unit.end:
        return False
    if not unit.passage.is_spaced(actor.end):
        return False
    if unit.passage.keys[actor.end] in _MODALS:
        return unit.passage.gaps[actor.start].strip() in ("", ",")
    if actor.start > unit.start + 1:
        return False
    return _IMPERATIVES.match(unit.passage, actor.end) is not None


def _is_narrated(unit: Unit) -> bool:
    """Whether an actor of a unit is told to have done something."""
    return any(
        actor.end < unit.end and unit.passage.keys[actor.end] == _DONE
        for actor in unit.actors[:_FIRST_ACTORS]
    )


def _has_modal(unit: Unit, modals: frozenset[str]) -> bool:
    """Whether a modal stands near the beginning; `Cần Thơ` is none."""
    passage = unit.passage
    return any(
        passage.keys[place] in modals and (place == unit.start or not passage.is_capitalised(place))
        for place in range(unit.start, min(unit.end, unit.start + _MODAL_REACH))
    )


_NAMED = ("name", "given", "post")
_PERSONS = ("name", "given", "pronoun")
_SUBJECTS = (*_PERSONS, "post")


def _has_subject(unit: Unit, forms: Sequence[str] = _SUBJECTS) -> bool:
    """Whether a person is what a unit is about: the first actor that is no object."""
    free = next((actor for actor in unit.actors if not is_governed(unit.passage, actor)), None)
    if free is None or free.form not in forms:
        return False
    if free.start > unit.start + _MODAL_REACH and unit.passage.is_spaced(free.start):
        return False
    if free.form != "pronoun" or not unit.passage.is_spaced(free.start):
        return True
    before = unit.passage.keys[free.start - 1] if free.start > unit.start else ""
    return free.start <= unit.start + _FIRST_TOKENS and before not in _PLURAL and not before.isdigit()


def speaks_of_self(unit: Unit) -> bool:
    """Whether the speaker says `tôi`, `chúng tôi`."""
    return any(one in _SPEAKING for one in unit.passage.keys[unit.start : unit.end])
