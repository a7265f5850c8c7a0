"""Interviews: who asks and who answers, by the words before a colon at the head of a paragraph.

`PV:` asks; `Ông A:`, `* Bà B (chủ tịch phường C):` answers, over all paragraphs until the next turn. An
article is an interview if two of its paragraphs begin so. Where no answer bears a name, it is of whom the
paper says above that it talked to (`Phóng viên đã có cuộc trao đổi với bà B`).
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Literal, NamedTuple

from archive.knowledge.grammar.items import Item
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.actors import Actor, actors
from archive.knowledge.statements.cues import cue_at

_ASKED = re.compile(
    r"[-–—*+•\s]*(?:(?:PV|P\.V|P ?/ ?V|Phóng viên|PHÓNG VIÊN|Hỏi|HỎI|MC|Nhà báo)\b[^:.]{0,40}[:.]"
    r"|(?:Thưa|Xin|Vậy thưa)\s[^:]*\?\s*$)"
)
_ENDED = re.compile(
    r"[-–—*+•\s]*(?:Xin (?:trân trọng )?(?:cảm|cám) ơn|Trân trọng cảm ơn|Cảm ơn (?:ông|bà|đồng chí|anh|chị))\b.{0,60}$"
)
_DASH = re.compile(r"[-–—*+•]\s*\w")
_TALKED = re.compile(r"\b(?:trao đổi|phỏng vấn|trò chuyện|đối thoại|trả lời|gặp gỡ)\b")
_BETWEEN = re.compile(r"\s*(?:\([^()]*\)|[,–-][^:.;]{2,110})?\s*")
_MARKS = re.compile(r"[-–—*+•\s]*")
_ASKS = re.compile(r"[-–—*+•]\s*\w.*\?\s*$", re.DOTALL)
_HEAD_CHARACTERS = 170
_HEAD_TOKENS = 12
_LEAST_TURNS = 2
_LONGEST_QUESTION = 4
"""Paragraphs over which a question may go on."""

_LEAST_ANSWER_WORDS = 6


_ADDRESSED = re.compile(r"[-–—*+•\s]*(?:Thưa|Xin hỏi|Vậy thưa)\b.*\?\s*$", re.DOTALL)


def is_question(text: str) -> bool:
    """Whether a sentence asks somebody it addresses (`Thưa ông, …?`), as reporters do."""
    return _ADDRESSED.match(text) is not None


class Turn(NamedTuple):
    """What a paragraph is in an interview.

    Attributes:
        kind: a `question`, an `answer`, what goes on with one (`more`), or a `reply` whose speaker is not said.
        begin: the character at which the words begin.
        actor: who answers.
        named_in: the paragraph that names the actor, where it is another one.
    """

    kind: Literal["question", "answer", "more", "reply"]
    begin: int = 0
    actor: Actor | None = None
    named_in: Passage | None = None


def turns(read: Sequence[tuple[Passage, Sequence[Item]]]) -> list[Turn | None]:
    """The turn of each paragraph; only None where the article is no interview.

    Where nobody asks, several people have their say, each in a paragraph.
    """
    labelled = [_labelled(passage, found) for passage, found in read]
    if any(turn is not None and turn.kind == "question" for turn in labelled):
        labelled = [
            turn or (_ASKS.match(passage.text) and Turn("question")) or None
            for turn, (passage, _) in zip(labelled, read, strict=True)
        ]
    if sum(turn is not None for turn in labelled) < _LEAST_TURNS:
        return [None] * len(labelled)
    is_named = any(turn is not None and turn.kind == "answer" for turn in labelled)
    reply = Turn("reply") if is_named else _interviewed(read, labelled)
    filled: list[Turn | None] = []
    has_asked = False
    for place, ((passage, _), turn) in enumerate(zip(read, labelled, strict=True)):
        following = labelled[place + 1] if place + 1 < len(labelled) else None
        if turn is None and following is not None and passage.text.rstrip().endswith("?"):
            turn = Turn("question")
        last = filled[-1] if filled else None
        has_asked = has_asked or (turn is not None and turn.kind == "question")
        if turn is None and last is not None and has_asked and not _ENDED.match(passage.text):
            turn = _following(last, passage, labelled[place + 1 : place + 1 + _LONGEST_QUESTION], reply)
        filled.append(turn)
    return filled


def _following(last: Turn, passage: Passage, ahead: Sequence[Turn | None], reply: Turn | None) -> Turn | None:
    """The turn of a paragraph without a label, by the one before it and the labels ahead."""
    if last.kind != "question":
        return Turn("more")
    label = next((turn for turn in ahead if turn is not None), None)
    if label is not None and label.kind == "answer":
        return Turn("question")
    if reply is None and _DASH.match(passage.text) is None:
        return None
    return (reply or Turn("reply"))._replace(begin=_after_marks(passage.text))


def _interviewed(
    read: Sequence[tuple[Passage, Sequence[Item]]], labelled: Sequence[Turn | None]
) -> Turn | None:
    """The reply of whom the paragraphs before the first question say that the paper talked to."""
    first = next(place for place, turn in enumerate(labelled) if turn is not None)
    for passage, found in reversed(read[:first]):
        talked = _TALKED.search(passage.text)
        if talked is None:
            continue
        after = bisect_left(passage.starts, talked.end())
        for actor in actors(passage, found, after, len(passage)):
            if actor.form == "name" and actor.persons:
                return Turn("reply", actor=actor, named_in=passage)
    return None


def _after_marks(text: str) -> int:
    marks = _MARKS.match(text)
    return marks.end() if marks is not None else 0


def _labelled(passage: Passage, found: Sequence[Item]) -> Turn | None:
    """The turn that the head of a paragraph names."""
    question = _ASKED.match(passage.text)
    if question is not None:
        return Turn("question", question.end())
    colon = passage.text.find(":", 0, _HEAD_CHARACTERS)
    if colon < 0 or not len(passage):
        return None
    heads = actors(passage, found, 0, min(len(passage), _HEAD_TOKENS))
    if not heads or heads[0].start > 0 or heads[0].form not in ("name", "given") or not heads[0].persons:
        return None
    actor = heads[0]
    if not _BETWEEN.fullmatch(passage.text[passage.ends[actor.persons[-1].end - 1] : colon]):
        return None
    stop = bisect_left(passage.starts, colon)
    if any(cue_at(passage, index, stop) is not None for index in range(actor.end, stop)):
        return None
    rest = passage.text[colon + 1 :]
    begin = colon + 1 + len(rest) - len(rest.lstrip())
    words = len(rest.split())
    return Turn("answer", begin, actor) if not words or words >= _LEAST_ANSWER_WORDS else None
