"""Reported speech: what a sentence says that somebody said, by its cues and their subjects."""

from __future__ import annotations

import re

from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.announced import announced
from archive.knowledge.statements.contents import is_content, is_manner
from archive.knowledge.statements.cues import Cue
from archive.knowledge.statements.findings import Finding, Kind, found_in, printed
from archive.knowledge.statements.second_cues import joined_after, parts
from archive.knowledge.statements.sources import according_to
from archive.knowledge.statements.subjects import Subject, subject_of
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives, phrases_for, words_for
from archive.text.syllables import key

_TOPICS = words_for("topic")
_AND = re.compile(r"(?: thêm)?,? và (?:cũng )?")
_LEAST_CONTENT_CHARACTERS = 4
_LEAST_ELIDED_CHARACTERS = 12
_LEAST_FRONTED_WORDS = 3


def findings(unit: Unit) -> list[Finding]:
    """What is said in a unit, in the order of print."""
    return according_to(unit) or _as_report(unit, _cued(unit)) or announced(unit)


def _as_report(unit: Unit, found: list[Finding]) -> list[Finding]:
    """`Báo cáo tại hội nghị, ông A cho biết …`, `Báo cáo của Sở X nêu …`: a report, by whatever cue."""
    first = found[0] if found else None
    if first is None or first.act != "assert" or not unit.text.lower().startswith(_REPORTS):
        return found
    return [first._replace(act="report"), *found[1:]]


_REPORTS = ("báo cáo", "trình bày báo cáo", "thông qua báo cáo", "thay mặt ubnd tỉnh báo cáo")


def _cued(unit: Unit) -> list[Finding]:
    found: list[Finding] = []
    shared: Subject | None = None
    floor = unit.start
    for place, cue in enumerate(unit.cues):
        if cue.start < floor:
            continue
        subject = subject_of(unit.passage, cue, unit.actors, floor) or shared
        shared = None
        if subject is None:
            continue
        actor, rule = subject
        fronted = _fronted(unit, actor, unit.cues[0]) if place else None
        if fronted is not None and not found:
            found.append(fronted)
        own = _said(unit, actor, cue, place, rule)
        if own:
            found += own
            break
        following = unit.cues[place + 1] if place + 1 < len(unit.cues) else None
        if following is not None and _AND.fullmatch(unit.passage.between(cue.end, following.start)):
            shared = subject
        floor = max(floor, cue.end) if found else floor
    return found or _without_subject(unit)


def _said(unit: Unit, actor: Actor, cue: Cue, place: int, rule: str) -> list[Finding]:
    """What an actor says after a cue, or before it where nothing follows."""
    end = unit.content_end()
    begin = _begin(unit, cue)
    before = _before(unit, actor)
    is_quoted = before is not None and _is_quoted_before(unit, before)
    is_empty = end - begin < _LEAST_CONTENT_CHARACTERS
    if is_empty and not is_quoted and unit.text.rstrip().endswith(":"):
        return [Finding(actor, printed(unit, cue), cue.act, end, end, "direct", rule, is_open=True)]
    is_short = is_empty or (is_quoted and is_manner(unit, begin, end))
    if before is not None and (is_short or is_quoted or cue.use == "late"):
        return _said_before(unit, actor, cue, place, before, begin, end, is_short)
    if is_empty or (cue.use == "late" and not cue.is_announced):
        return []
    if (
        cue.use == "opening"
        and not cue.is_announced
        and unit.passage.gaps[cue.after].strip() not in (":", ",")
    ):
        return []
    if not is_content(unit, actor, cue, begin, end):
        return []
    return parts(unit, actor, cue, place, begin, end, rule)


def _begin(unit: Unit, cue: Cue) -> int:
    """The character at which what was said begins: past what is shared (`chia sẻ kinh nghiệm: …`)."""
    begin = unit.char_after(cue.after)
    shared = _SHARED.match(unit.passage.text, begin, unit.stop)
    return shared.end() if shared is not None else begin


_SHARED = re.compile(
    r"(?:kinh nghiệm|bí quyết|cảm xúc|suy nghĩ|cảm nhận|niềm vui)[^:,.“”\"]{0,40}:\s+(?![“\"])"
)


def _before(unit: Unit, actor: Actor) -> tuple[int, int] | None:
    """The characters of the unit before an actor that a comma, dash or quotation mark parts from it."""
    passage = unit.passage
    if actor.start <= unit.start:
        first = unit.quotations[0] if unit.quotations else None
        if first is None or first.start > unit.begin or first.end > passage.starts[actor.start]:
            return None
    text = passage.text[unit.begin : passage.starts[actor.start]]
    stripped = text.rstrip()
    if not stripped or stripped[-1] not in ",-–—\"”»'.":
        return None
    content = stripped.rstrip(",-–— ")
    return (unit.begin, unit.begin + len(content)) if content.strip() else None


def _is_quoted_before(unit: Unit, before: tuple[int, int]) -> bool:
    """Whether what stands before an actor is, at its end, a quotation that makes the sentence."""
    return any(one.start <= before[0] + 3 and abs(one.end - before[1]) <= 2 for one in unit.quotations)


def _may_stand_last(unit: Unit, cue: Cue, before: tuple[int, int]) -> bool:
    """Whether a cue at the end of a sentence can be of all before it (`…, ông X cho biết.`)."""
    is_sure = cue.use == "speech" or printed(unit, cue).lower() in _LAST
    return is_sure and len(unit.passage.text[before[0] : before[1]].split()) >= _LEAST_WORDS_BEFORE


_LAST = phrases_for("last")
_LEAST_WORDS_BEFORE = 4


def _said_before(
    unit: Unit,
    actor: Actor,
    cue: Cue,
    place: int,
    before: tuple[int, int],
    begin: int,
    end: int,
    is_short: bool,
) -> list[Finding]:
    """`“…”, ông X nói.`, `…, ông X cho biết.`, `“…”, ông X nói và đề nghị …`."""
    quoted = [one for one in unit.quotations if one.start < before[1]]
    if not quoted and (not is_short or not _may_stand_last(unit, cue, before)):
        return []
    first, last = before
    if quoted and _SCENE.fullmatch(unit.passage.text[first : quoted[0].start]):
        first = quoted[0].start
    if quoted and quoted[0].start <= first + 3:
        kind: Kind = "direct" if quoted[-1].end >= last - 2 and len(quoted) == 1 else "mixed"
    else:
        kind = "mixed" if quoted else "reported"
    found = [
        Finding(
            actor,
            printed(unit, cue),
            cue.act,
            first,
            last,
            kind,
            "quotation before" if quoted else "cue last",
        )
    ]
    if not is_short and cue.use != "late":
        rest = unit.quotation_at(begin)
        if rest is not None:
            found.append(
                Finding(
                    None, None, cue.act, rest.start, min(rest.end, unit.stop), "direct", "quotation goes on"
                )
            )
    if len(cue.words) > 1 and not is_short and len(found) == 1:
        return [*found, found_in(unit, actor, printed(unit, cue), cue.act, begin, end, "second cue")]
    return found + joined_after(unit, actor, place, end)


_SCENE = re.compile(r"(?:Tại|Ở|Trước đó|Sau đó|Theo đó|Ngoài ra|Trong khi đó|Cùng ngày)\b[^,:.“\"]{0,50},\s*")
"""Before a quotation they say where or when it was said, and are none of it."""

_FRONTED = phrases_for("fronted")
"""Cues that may stand before their speaker with what is said."""


def _fronted(unit: Unit, actor: Actor, cue: Cue) -> Finding | None:
    """`Đánh giá cao …, Bí thư … cũng chỉ ra …`: what is said before the speaker is named."""
    passage = unit.passage
    if cue.start > unit.start + 1 or actor.start <= cue.end or printed(unit, cue).lower() not in _FRONTED:
        return None
    begin = unit.char_after(cue.after)
    end = passage.ends[actor.start - 1]
    if (
        passage.gaps[actor.start].strip() != ","
        or len(passage.text[begin:end].split()) < _LEAST_FRONTED_WORDS
    ):
        return None
    if passage.keys[cue.after] in _TOPICS and not cue.is_announced:
        return None
    return found_in(unit, actor, printed(unit, cue), cue.act, begin, end, "fronted")


_LEADS = re.compile(rf"(?:(?:{alternatives('lead')})[\s,]*)*")
_POINTING = frozenset(map(key, ("này", "trên", "đó", "của", "nói", "nêu")))
"""Words after which a cue was a noun: `Chỉ đạo trên nhằm …`."""

_NEEDS_SUBJECT = phrases_for("needs subject")
"""Cues that without a subject name what ought to be done, or are nouns."""


def _without_subject(unit: Unit) -> list[Finding]:
    """`Đồng thời, yêu cầu …`: a cue at the beginning, said by the speaker before."""
    if not unit.cues or unit.cues[0].use in ("opening", "late"):
        return []
    cue = unit.cues[0]
    if unit.passage.surface(cue.start, cue.end).lower() in _NEEDS_SUBJECT:
        return []
    begins = unit.passage.starts[cue.start]
    if cue.end < unit.end and unit.passage.keys[cue.end] in _POINTING:
        return []
    if _LEADS.fullmatch(unit.passage.text[unit.begin : begins].lower()) is None:
        return []
    begin, end = unit.char_after(cue.after), unit.content_end()
    if end - begin < _LEAST_ELIDED_CHARACTERS:
        return []
    has_lead = begins > unit.begin
    if (
        not has_lead
        and cue.act not in ("demand", "propose")
        and any(
            actor.start > cue.end and unit.passage.gaps[actor.start].strip() == "," for actor in unit.actors
        )
    ):
        return []
    return parts(unit, None, cue, 0, begin, end, "elided subject")
