"""Subjects: which actor of a sentence is the speaker of a cue, by what stands between them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.actors import Actor
from archive.knowledge.statements.addresses import LONGEST_TAIL, VERBS, dweller, owned
from archive.knowledge.statements.clauses import is_governed, opens_clause
from archive.knowledge.statements.cues import Cue
from archive.knowledge.statements.vocabulary import alternatives, phrases_for, words_for
from archive.text.syllables import key


class Subject(NamedTuple):
    """The actors that a cue is said of (one, or several joined), and the rule that ties them to it."""

    actor: Actor
    rule: str


_TIME = (
    r"(?:vào )?(?:rạng sáng|sáng|trưa|chiều|tối|đêm|khuya|hôm|ngày|cùng)?(?: ngày| sớm)?"
    r"(?: ?(?:nay|qua|ngày|\d{1,2}[/-]\d{1,2}(?:[/-]\d{4})?))"
)
_ADVERBS = re.compile(rf"(?:(?:^|(?<=[\s,)–-]))(?:{alternatives('adverb')}|{_TIME})(?:\s+|,\s*|$))+$")
_LAST_OF_ADVERBS = (*phrases_for("adverb"), "nay", "qua", "ngày", *"0123456789")
"""What adverbs and times end in: where nothing of it ends a text, none is looked for."""

_DOCUMENT = re.compile(
    r"^\s*(?:(?:đã|vừa|mới|cũng|tiếp tục)\s+)*(?:có|ký|ban hành|ra|gửi|phát đi|đăng|phát)\b[^.;:“\"]{0,120}?"
    r"(?:văn bản|công văn|công điện|chỉ thị|thông báo|thông cáo|kết luận|báo cáo|quyết định|kế hoạch|tờ trình|"
    r"văn thư|thư ngỏ|ý kiến|yêu cầu|công bố|buổi|cuộc)\b[^.;:“\"]{0,140}$"
)
_TITLE_OF_DOCUMENT = re.compile(r"\bvề (?:việc )?(?:tập trung|tăng cường|tiếp tục|đẩy mạnh)?\s*$")
"""Before a cue that belongs to the title of a document (`Công điện số 3 về việc tập trung chỉ đạo …`)."""

_ALSO = re.compile(r"(?:(?:,|;)?\s*(?:và|đồng thời|rồi|cũng như|đồng thời cũng)|;)\s*$")
_PARENTHESIS = re.compile(r",?\s*\([^()]{1,120}\)\s*$")
_SHORT_NAME = re.compile(r"\s*\([^(),;:]{2,16}\)")
_INNER_PARENTHESIS = re.compile(r"^\s*\([^()]{1,120}\)")
_BLOCKERS = re.compile(rf"\b(?:{alternatives('no tail')})\b")
_DWELLING = re.compile(rf"\s+(?:{alternatives('calling')}|tại)\b[^,;:.“”\"]{{1,70}}$")
"""`Ông A ở thôn B cho biết`, `chị C công nhân chuyền 6 kể`."""

_APPOSITION_BLOCKERS = re.compile(
    r"\b(?:đã|sẽ|bị|nhưng|rằng|thì|nếu|vì|cho rằng|cho biết|người từng|theo)\b|[;:“\"”]"
)
_NOUNS_OF_PEOPLE = re.compile(rf"\s*(?:\d+ tuổi|{alternatives('calling')})\b")
_COUNTS = words_for("count")
_SIGNS = (",", "-", "–")
_LOOSE = ("anonymous", "organisation", "pronoun")
"""Forms that a comma parts from a cue that is not theirs (`lãnh đạo, chỉ đạo`)."""

_FARTHEST = 360
_FARTHEST_APPOSITION = 170


def subject_of(passage: Passage, cue: Cue, found: Sequence[Actor], floor: int) -> Subject | None:
    """The subject of a cue among the actors that begin at token `floor` or after it, or None."""
    second: Subject | None = None
    before = [actor for actor in found if actor.start >= floor and actor.end <= cue.start]
    near = [actor for actor in before if not _is_in_parentheses(passage, actor)]
    for place in range(len(near) - 1, max(-1, len(near) - 9), -1):
        actor = near[place]
        if passage.starts[cue.start] - passage.ends[actor.end - 1] > _FARTHEST:
            break
        rule = _rule(passage, actor, cue)
        if rule is None:
            continue
        if is_governed(passage, actor):
            if rule == "subject" and passage.keys[actor.start - 1] in _PASSIVE:
                return None
            continue
        whole = _whole(passage, near, place, cue)
        subject = Subject(_with_tail(passage, whole, cue) if rule == "subject" else whole, rule)
        if not _may_be_inner(passage, whole):
            return subject
        second = subject if second is None or whole.form in _INNER else second
    return second


def _may_be_inner(passage: Passage, actor: Actor) -> bool:
    """Whether an actor may be the end of a longer name or apposition: a word stands right before it."""
    if not passage.is_spaced(actor.start) or actor.start == 0:
        return False
    is_bare = actor.form == "name" and not actor.posts and actor.start == actor.persons[0].start
    return actor.form in _INNER or (is_bare and not opens_clause(passage, actor))


_INNER = ("organisation", "anonymous")
"""Forms that may be the end of what is said about a person before them (`bà A, chánh tòa TAND tỉnh, nói`)."""


def _is_in_parentheses(passage: Passage, actor: Actor) -> bool:
    """Whether an actor stands in parentheses, or behind another in them."""
    lead = passage.lead(actor.start)
    return lead.rfind("(") > lead.rfind(")") and ")" in passage.between(
        actor.end, min(actor.end + 30, len(passage))
    )


_PASSIVE = frozenset(map(key, ("được", "bị", "do")))


def _whole(passage: Passage, near: Sequence[Actor], place: int, cue: Cue) -> Actor:
    """The person whose post, body or calling an actor right behind a comma is, else the actor itself."""
    actor = near[place]
    if actor.form in ("name", "given"):
        return _joint(passage, near, place)
    if place == 0 or actor.form == "pronoun":
        return actor
    other = dweller(passage, near, place) or owned(passage, near, place)
    if other is not None:
        return other
    before = near[place - 1]
    if actor.form == "organisation" and not actor.has_tail and before.has_tail:
        located = _located(passage, before, actor)
        if located is not None:
            return _whole(passage, [*near[: place - 1], located], place - 1, cue)
    if before.has_tail and not is_governed(passage, before):
        text = passage.between(before.end, actor.start)
        if not text.strip() or _is_tail(f"{text.lower()}x"):
            return _whole(
                passage,
                [*near[: place - 1], before._replace(end=actor.end, has_tail=actor.has_tail)],
                place - 1,
                cue,
            )
    if before.form not in ("name", "given") or is_governed(passage, before):
        return _of_person(passage, near, place)
    text = passage.between(before.end, actor.start).lower()
    rest = _ADVERBS.sub("", passage.between(actor.end, cue.start).lower()).strip()
    if actor.form == "organisation" and rest[-1:] not in tuple(",–-)") and not opens_clause(passage, before):
        return actor
    if _LEADS_TO_CALLING.fullmatch(text) or (before.posts and _AFTER_POST.fullmatch(text)):
        return Actor(before.start, actor.end, before.form, before.persons, (*before.posts, *actor.posts))
    return actor


def _of_person(passage: Passage, near: Sequence[Actor], place: int) -> Actor:
    """The person before a post whose calling stands between (`ThS A - giảng viên Trường X, Chi hội trưởng Y,`)."""
    actor = near[place]
    for person in reversed(near[max(0, place - 3) : place]):
        if person.form == "name" and opens_clause(passage, person):
            text = passage.between(person.end, actor.start).lower().lstrip()
            is_calling = text[:1] in tuple(",(–-") and not VERBS.search(text) and len(text) <= LONGEST_TAIL
            if actor.form == "post" and is_calling:
                return Actor(person.start, actor.end, "name", person.persons, (*person.posts, *actor.posts))
    return actor


def _located(passage: Passage, before: Actor, place: Actor) -> Actor | None:
    """A body with the tail of its name, where a comma and its province stand after it (`Công an quận A, Hà Nội`)."""
    text = passage.between(before.end, place.start).lower()
    is_name = place.end - place.start > 1 and passage.is_capitalised(place.end - 1)
    if (
        not is_name
        or is_governed(passage, before)
        or not text.endswith(", ")
        or not _is_tail(f"{text[:-2]} ")
    ):
        return None
    return before._replace(end=place.start, has_tail=False)


def _joint(passage: Passage, near: Sequence[Actor], place: int) -> Actor:
    """Several persons joined by `và` as one actor."""
    actor = near[place]
    while place and (before := near[place - 1]).form == actor.form == "name":
        link = passage.between(before.end, near[place].start).strip()
        link = _INNER_PARENTHESIS.sub("", link).strip(" )")
        if link not in ("và", "cùng") and not (link == "," and len(actor.persons) > 1):
            break
        posts = (*before.posts, *actor.posts)
        actor = Actor(before.start, actor.end, "name", (*before.persons, *actor.persons), posts)
        place -= 1
    return actor


_LEADS_TO_CALLING = re.compile(
    r"\s*(?:\([^()]*\))?\s*[,(–-]\s*(?:là|hiện là|nguyên|nguyên là|đại diện|cán bộ|chuyên viên)?\s*"
)
_AFTER_POST = re.compile(r"[^,;:.“”\"]{0,60}[,–-]\s*(?:là|hiện là|nguyên|nguyên là|kiêm)?\s*")


def _with_tail(passage: Passage, actor: Actor, cue: Cue) -> Actor:
    """An actor with the words before it that count it, and those after it that belong to it."""
    if actor.form in _INNER:
        start = actor.start
        while start > 0 and passage.is_spaced(start) and passage.keys[start - 1] in _COUNTS:
            start -= 1
        actor = actor._replace(start=start)
    if not actor.has_tail:
        return actor
    text = passage.between(actor.end, cue.start).lower()
    adverbs = _adverbs(text)
    stop = passage.ends[actor.end - 1] + (adverbs.start() if adverbs else len(text))
    end = actor.end
    is_named_short = _SHORT_NAME.match(text) is not None
    while end < cue.start and passage.ends[end] <= stop and (is_named_short or "(" not in passage.gaps[end]):
        end += 1
    return actor._replace(end=end)


def _rule(passage: Passage, actor: Actor, cue: Cue) -> str | None:
    """How an actor can be the subject of a cue, or None."""
    text = passage.between(actor.end, cue.start).lower().removeprefix(")")
    if text[:1] == "." and passage.ends[actor.end - 1] - passage.starts[actor.end - 1] == 1:
        text = text[1:]
    adverbs = _adverbs(text)
    rest = text[: adverbs.start()] if adverbs else text
    stripped = rest.strip()
    if stripped.endswith(" người"):
        return None
    if not stripped or stripped in _SIGNS or _PARENTHESIS.fullmatch(rest):
        return None if stripped in _SIGNS and not adverbs and actor.form in _LOOSE else "subject"
    if _DOCUMENT.match(text):
        return None if _TITLE_OF_DOCUMENT.search(text) else "document"
    if actor.has_tail and _SHORT_NAME.match(rest) and _is_tail(rest):
        return "subject"
    is_opening = stripped[0] in ",(–-"
    if not is_opening:
        if actor.has_tail and _is_tail(rest):
            return "subject"
        if actor.form in ("name", "given") and _DWELLING.match(rest) and not VERBS.search(rest):
            return "apposition"
        if actor.form == "name" and actor.posts and _is_closed_apposition(passage, actor, cue):
            return "apposition"
        return "predicate" if _is_second_predicate(text, rest, adverbs, actor, cue) else None
    if actor.form == "pronoun" or len(rest) > _FARTHEST_APPOSITION or _APPOSITION_BLOCKERS.search(rest):
        return None
    if stripped[-1] in ",)–-" or _NOUNS_OF_PEOPLE.match(stripped[1:]):
        return "apposition"
    is_person = actor.form in ("name", "given") and opens_clause(passage, actor)
    return "apposition" if is_person and not VERBS.search(rest) else None


def _adverbs(text: str) -> re.Match[str] | None:
    """The adverbs and times that end what stands between an actor and a cue."""
    return _ADVERBS.search(text) if text.rstrip(" ,").endswith(_LAST_OF_ADVERBS) else None


def _is_closed_apposition(passage: Passage, actor: Actor, cue: Cue) -> bool:
    """Whether all from the name to the cue stands between commas or dashes (`A - Cục trưởng X, Y, cho biết`)."""
    rest = _ADVERBS.sub("", passage.between(actor.persons[-1].end, cue.start).lower()).strip()
    return (
        len(rest) <= _FARTHEST_APPOSITION
        and rest[:1] in tuple(",(–-")
        and rest[-1:] in tuple(",)–-")
        and not _APPOSITION_BLOCKERS.search(rest)
    )


def _is_tail(rest: str) -> bool:
    """Whether words go on the name of a body or of somebody not named (`Công ty cấp nước X`)."""
    rest = _SHORT_NAME.sub("", _PARENTHESIS.sub("", rest)).replace("tp.", "tp")
    return len(rest) <= LONGEST_TAIL and not re.search(r"[,;:.“”\"(]", rest) and not _BLOCKERS.search(rest)


def _is_second_predicate(text: str, rest: str, adverbs: re.Match[str] | None, actor: Actor, cue: Cue) -> bool:
    """Whether the cue is a second thing its subject did (`đã kiểm tra công trường và yêu cầu …`)."""
    if actor.form not in ("name", "post", "given", "pronoun", "organisation") or cue.use in (
        "late",
        "opening",
    ):
        return False
    if " để " in rest[-60:] and cue.use == "noun":
        return False
    is_at_once = adverbs is not None and "đồng thời" in adverbs[0] and rest.rstrip().endswith((",", ";"))
    also = _ALSO.search(rest)
    is_listed = also is not None and also[0].strip() == ";" and cue.use != "object"
    return (is_at_once or (also is not None and not is_listed)) and _PREDICATE.match(text) is not None


_PREDICATE = re.compile(rf"\s*(?:này\s+)?(?:{alternatives('predicate')})\b")
