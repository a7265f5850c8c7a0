"""The ledger: the statements of an article as they are found, and the one that sentences may go on with."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import Literal

from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.acts import act_of
from archive.knowledge.statements.confidence import confidence
from archive.knowledge.statements.continuation import UNMARKED
from archive.knowledge.statements.findings import Finding
from archive.knowledge.statements.speaker import Speaker
from archive.knowledge.statements.units import Unit
from archive.models import Span, Statement

StatementKind = Literal["direct", "reported", "mixed", "continuation"]

_NEEDS = re.compile(r"\bcần\b(?! thiết)")
_SAYING = ("praise", "agree", "criticise", "assess")
"""Acts that sentences with `cần` go on with as a demand."""

_EMPHASISING = ("nhấn mạnh", "chỉ rõ", "lưu ý", "quán triệt", "khẳng định")
"""Cues of assertions for which the same holds: they are said to those who have to do it."""

_LIST_FOLLOWS = re.compile(r"\b(?:sau|sau đây|nội dung|nhiệm vụ|giải pháp|công việc|biện pháp)\s*:\s*$")
_LEAST_WORDS = 2


@dataclass(slots=True)
class Head:
    """The statement that sentences may go on with.

    Attributes:
        place: among the statements.
        paragraph: the last one that it, or what goes on with it, stands in.
        is_listing: whether it ended in a colon or a semicolon.
        is_flowing: whether a colon announced whole sentences: those after it in the paragraph go on with it.
        is_closed: whether its words end where they end: a quotation, a report cited with `theo`.
        is_directive: whether a list of what has to be done was announced (`yêu cầu các sở thực hiện nội dung sau:`).
        unmarked: sentences in a row that go on with it by their place alone.
        is_interrupted: whether a paragraph of the length of a caption stands after it: only what can be
            nobody else's goes on with it.
    """

    place: int
    speaker: Speaker
    act: str
    paragraph: int
    is_listing: bool = False
    is_flowing: bool = False
    is_closed: bool = False
    is_directive: bool = False
    unmarked: int = 0
    is_interrupted: bool = False


class Ledger:
    """The statements found so far."""

    def __init__(self) -> None:
        self.statements: list[Statement] = []
        self.head: Head | None = None

    def head_near(self, paragraph: int) -> Head | None:
        """The head, if it reaches a paragraph or the one before it."""
        head = self.head
        return head if head is not None and head.paragraph in (paragraph, paragraph - 1) else None

    def interrupt(self, paragraph: int) -> None:
        """Let the head reach beyond one paragraph that goes on with nothing."""
        head = self.head_near(paragraph)
        if head is not None and not head.is_interrupted:
            head.paragraph, head.is_interrupted = paragraph, True
        else:
            self.head = None

    def enter(self, passage: Passage, finding: Finding, speaker: Speaker, paragraph: int) -> None:
        """Enter a statement of its own; it becomes the head."""
        if len(passage.text[finding.begin : finding.end].split()) < _LEAST_WORDS:
            return
        place = len(self.statements)
        self._append(passage, finding, finding.kind, speaker, None)
        is_listing = passage.text[finding.end : finding.end + 2].strip().startswith(":")
        is_flowing = (
            finding.kind != "direct"
            and passage.text[: finding.begin].rstrip().endswith(":")
            and passage.text[finding.begin].isupper()
        )
        act = self.statements[place].act
        is_cited = act == "report" and finding.rule == "according to"
        is_closed = is_cited or (finding.kind == "direct" and not is_flowing)
        is_directive = act == "demand" and _LIST_FOLLOWS.search(passage.text, finding.begin) is not None
        self.head = Head(place, speaker, act, paragraph, is_listing, is_flowing, is_closed, is_directive)

    def go_on(self, unit: Unit, begin: int, end: int, rule: str, paragraph: int) -> None:
        """Go on with the head in a unit."""
        if self.head is not None:
            act = self.head.act
            is_said_to = act in _SAYING or self.statements[self.head.place].cue in _EMPHASISING
            if is_said_to and not rule.startswith("quotation") and _NEEDS.search(unit.text.lower()):
                act = "demand"
            self.go_on_in(unit.passage, begin, end, act, rule, paragraph)
            self.head.unmarked = self.head.unmarked + 1 if rule in UNMARKED else 0

    def go_on_in(self, passage: Passage, begin: int, end: int, act: str, rule: str, paragraph: int) -> None:
        """Go on with the head: a block of its own, or a longer one where the last block is right before."""
        head = self.head
        if head is None:
            return
        last, start = self.statements[-1], passage.offset + begin
        if last.continues == head.place and passage.offset <= last.span.start and last.span.end < start:
            span = Span("body", last.span.start, passage.offset + end)
            content = passage.text[span.start - passage.offset : end]
            act = "demand" if act == "demand" else last.act
            self.statements[-1] = replace(last, span=span, content=content, act=act)
        else:
            finding = Finding(None, None, act, begin, end, "reported", rule)
            self._append(passage, finding, "continuation", head.speaker.by_context(), head.place)
        head.paragraph, head.is_interrupted = paragraph, False

    def _append(
        self, passage: Passage, finding: Finding, kind: StatementKind, speaker: Speaker, head: int | None
    ) -> None:
        content = passage.text[finding.begin : finding.end].rstrip()
        caller = f"{speaker.post or ''} {' '.join(speaker.names)}"
        begin = passage.offset + finding.begin
        self.statements.append(
            Statement(
                speaker=", ".join(speaker.names),
                speakers=speaker.names,
                speaker_kind=speaker.kind,
                post=speaker.post,
                act=act_of(finding.act, finding.cue or "", content, caller),
                kind=kind,
                attribution=speaker.attribution,
                cue=finding.cue,
                content=content,
                span=Span("body", begin, begin + len(content)),
                continues=head,
                confidence=confidence(finding.rule),
                rule=finding.rule,
            )
        )
