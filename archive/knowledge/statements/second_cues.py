"""Second cues: where one speaker's words end because another cue of the same speaker begins."""

from __future__ import annotations

import re

from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.cues import Cue
from archive.knowledge.statements.findings import Finding, found_in, printed
from archive.knowledge.statements.units import Unit
from archive.knowledge.statements.vocabulary import alternatives, phrases_for

_ALSO = rf"(?:(?:{alternatives('adverb')})\s+)*"
_STRONG = re.compile(rf"(?:[,;]\s*(?:và\s+)?(?:đồng thời|song|nhưng)[\s,]*{_ALSO})$|;\s*$")
_WEAK = re.compile(rf"(?:,\s*(?:và\s+)?|;\s*(?:và\s+)?|\svà\s+){_ALSO}$")
_JOINED = re.compile(rf"(?:[,;.]\s*(?:và\s+)?(?:đồng thời|song|nhưng|còn)?[\s,]*{_ALSO}|\svà\s+{_ALSO})$")
_AFTER_PRAISE = ("demand", "propose", "praise", "thank", "criticise", "promise")
_LEAST_CHARACTERS = 6
"""A cue with fewer after it says nothing of its own."""


def parts(
    unit: Unit, actor: Actor | None, cue: Cue, place: int, begin: int, end: int, rule: str
) -> list[Finding]:
    """What follows a cue, cut where a second cue of the same speaker begins.

    Args:
        place: of the cue among those of the unit.
        begin, end: the characters of the paragraph that follow it.
    """
    for other_place in range(place + 1, len(unit.cues)):
        other = unit.cues[other_place]
        split = _split(unit, cue, other, begin)
        following = unit.char_after(other.after)
        rival = _rival(unit, cue, other)
        if rival is not None and end - following >= _LEAST_CHARACTERS:
            lead = unit.passage.text[: unit.passage.starts[rival.start]]
            stop = len(_NEXT.sub("", _WHILE.sub("", lead)))
            first = found_in(unit, actor, printed(unit, cue), cue.act, begin, stop, rule)
            return [first, *parts(unit, rival, other, other_place, following, end, "subject")]
        if split is None or split <= begin + 3 or end - following < _LEAST_CHARACTERS:
            continue
        first = found_in(unit, actor, printed(unit, cue), cue.act, begin, split, rule)
        return [first, *parts(unit, actor, other, other_place, following, end, "second cue")]
    return [found_in(unit, actor, printed(unit, cue), cue.act, begin, end, rule)]


def _rival(unit: Unit, cue: Cue, other: Cue) -> Actor | None:
    """Another speaker, set against the first (`…, còn Sở X nói …`) or next to speak (`…; ông B thì cho rằng …`)."""
    for actor in unit.actors:
        if cue.end <= actor.start and actor.end <= other.start and other.use == "speech":
            lead = unit.passage.lead(actor.start)
            between = unit.passage.between(actor.end, other.start).lower()
            if cue.use == "speech" and _WHILE.search(lead) and _ONLY_ADVERBS.fullmatch(between):
                return actor
            if actor.form in _NEXT_FORMS and _NEXT.search(lead) and _TO_NEXT_CUE.fullmatch(between):
                return actor
    return None


_WHILE = re.compile(r",\s*(?:còn|trong khi(?: đó)?,?)\s+(?:theo\s+)?$", re.IGNORECASE)
_NEXT = re.compile(r";\s*(?:và\s+)?$", re.IGNORECASE)
_NEXT_FORMS = ("name", "given")
_TO_NEXT_CUE = re.compile(rf"(?:\s*,[^;:.“”\"]{{3,90}},)?\s*{_ALSO}")
_ONLY_ADVERBS = re.compile(rf"\s*{_ALSO}")


def joined_after(unit: Unit, actor: Actor, place: int, end: int) -> list[Finding]:
    """What a speaker says by a cue after that of a quotation (`“…”, ông X nói và đề nghị …`)."""
    for other_place in range(place + 1, len(unit.cues)):
        other = unit.cues[other_place]
        lead = unit.passage.text[: unit.passage.starts[other.start]]
        begin = unit.char_after(other.after)
        if other.use not in ("late", "opening") and _JOINED.search(lead) and end - begin > _LEAST_CHARACTERS:
            return parts(unit, actor, other, other_place, begin, end, "second cue")
    return []


def _split(unit: Unit, cue: Cue, other: Cue, begin: int) -> int | None:
    """Where the words of a cue end because another of the same speaker begins; None: it is part of them."""
    if other.use in ("late", "opening"):
        return None
    lead = unit.passage.text[unit.begin : unit.passage.starts[other.start]].lower()
    strong = _STRONG.search(lead)
    if strong is not None and (strong[0].strip() != ";" or _is_own(unit, cue, other)):
        return unit.begin + strong.start()
    weak = _WEAK.search(lead)
    if weak is None:
        return None
    split = unit.begin + weak.start()
    if cue.use == "object":
        return split if other.use == "speech" or other.act in _AFTER_PRAISE else None
    said = unit.passage.text[begin:split].lower()
    return split if cue.act in _TELLING and _is_speakers(unit, other, said) else None


def _is_own(unit: Unit, cue: Cue, other: Cue) -> bool:
    """Whether a cue behind a semicolon is the speaker's, not one of the things that somebody has to do."""
    if other.use != "noun" or cue.use == "object":
        return True
    if cue.act not in ("demand", "propose") or other.act not in _AFTER_PRAISE:
        return other.act in _AFTER_PRAISE
    addressed = (actor for actor in unit.actors if actor.form in _ADDRESSED)
    return any(other.end <= actor.start <= other.end + 1 for actor in addressed)


def _is_speakers(unit: Unit, other: Cue, said: str) -> bool:
    """Whether a cue in the middle of what is told is the teller's, not what somebody told of did."""
    if other.act not in _ASKING or _OTHERS.match(said):
        return False
    return printed(unit, other).lower() in _FEELING or not _DID.search(said)


_TELLING = ("assert", "assess", "report", "admit")
_ASKING = ("demand", "propose", "promise", "thank")
_ADDRESSED = ("organisation", "post", "name")
_FEELING = phrases_for("feeling")
_DID = re.compile(r"\b(?:đã|vừa|đang|từng|được|sẽ)\b")
_OTHERS = re.compile(rf"(?:{alternatives('others')})\b")
