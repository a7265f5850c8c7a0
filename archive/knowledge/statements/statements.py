"""Statements of an article: the units of its body read in order, each with the speaker it has or inherits."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from archive.knowledge.grammar.items import read_items
from archive.knowledge.grammar.passages import Passage
from archive.knowledge.statements.cast import Cast
from archive.knowledge.statements.clauses import is_governed
from archive.knowledge.statements.continuation import Before, Distance, continues, speaks_of_self
from archive.knowledge.statements.findings import Finding, Kind
from archive.knowledge.statements.interviews import Turn, is_question, turns
from archive.knowledge.statements.ledger import Ledger
from archive.knowledge.statements.quotations import pair
from archive.knowledge.statements.quoted import ATTRIBUTED_AFTER, Waiting, named_after, only_names_speaker
from archive.knowledge.statements.reported import findings
from archive.knowledge.statements.speaker import Speaker
from archive.knowledge.statements.units import Unit, has_lines, units
from archive.models import Article, Official, Statement

_LEAST_QUOTED_CHARACTERS = 30
"""A quotation with nobody named as its speaker is speech if it is this long."""


class Said(NamedTuple):
    """The statements of an article, and its officials with every place where they are referred to."""

    statements: tuple[Statement, ...]
    officials: tuple[Official, ...]


class _Introduced(NamedTuple):
    """A speaker whose words follow in the next paragraph."""

    speaker: Speaker
    cue: str | None
    act: str


def find_statements(article: Article, officials: Sequence[Official]) -> Said:
    """Who said what in the body of an article.

    Args:
        officials: the officials of the article; speakers among them bear their names.

    Returns:
        Statements in the order of the body, and the officials with what refers to them by a pronoun or a
        given name.
    """
    reader = _Reader(article, officials)
    reader.read()
    return Said(tuple(reader.ledger.statements), reader.cast.referred())


class _Reader:
    """The reading of one article."""

    def __init__(self, article: Article, officials: Sequence[Official]) -> None:
        self._read = [read for read in read_items(article) if read[0].part == "body"]
        self.cast = Cast(officials)
        self.cast.enrol(self._read)
        self.ledger = Ledger()
        self._introduced: _Introduced | None = None
        self._answering: Speaker | None = None
        self._waiting: list[Waiting] = []
        """Paragraphs of a quotation that has not ended yet, nor is its speaker named."""
        self._unnamed: list[Waiting] = []
        """Those of one that has just ended without a name."""
        self._is_open = False
        """Whether the last unit ended inside a quotation."""
        self._has_lines = False

    def read(self) -> None:
        """Read every paragraph."""
        quotations = pair([passage.text for passage, _ in self._read])
        turned = turns(self._read)
        read = [units(*one, quoted) for one, quoted in zip(self._read, quotations, strict=True)]
        self._has_lines = has_lines(read)
        for paragraph, (passage, _) in enumerate(self._read):
            turn = turned[paragraph]
            if turn is not None and self._take_turn(turn, passage, paragraph):
                continue
            for unit in read[paragraph]:
                if unit.start < unit.end:
                    self._read_unit(unit, paragraph)
                    self._is_open = bool(unit.quotations) and not unit.quotations[-1].closes
        self._settle(None, len(read))

    def _read_unit(self, unit: Unit, paragraph: int) -> None:
        if self._settle(unit, paragraph):
            return
        if is_question(unit.text):
            self.ledger.head = None
            return
        if self._quoted_through(unit, paragraph):
            return
        found = findings(unit)
        if found and self._is_listed(unit, found, paragraph):
            self.ledger.go_on(unit, unit.begin, unit.stop, "list", paragraph)
            return
        if found and self._enter_all(unit, found, paragraph):
            return
        if self._quoted_alone(unit, paragraph) or self._introduced_here(unit, paragraph):
            return
        if not self._continued(unit, paragraph):
            if not self._has_lines and unit.is_caption:
                self.ledger.interrupt(paragraph)
            else:
                self.ledger.head = None
            subject = next((actor for actor in unit.actors if not is_governed(unit.passage, actor)), None)
            if subject is not None:
                self.cast.notice(unit.passage, subject)

    def _is_listed(self, unit: Unit, found: Sequence[Finding], paragraph: int) -> bool:
        """Whether a unit is one of the tasks of an announced list (`Giao Sở X …`, `Đề nghị UBND huyện Y …`)."""
        head = self.ledger.head_near(paragraph)
        is_directive = head is not None and head.is_directive and head.paragraph < paragraph
        return is_directive and unit.is_first and all(finding.actor is None for finding in found)

    def _enter_all(self, unit: Unit, found: Sequence[Finding], paragraph: int) -> bool:
        """Enter what is said in a unit; False where nobody is known to say it."""
        actor = next((finding.actor for finding in found if finding.actor is not None), None)
        head = self.ledger.head_near(paragraph)
        speaker = self.cast.resolve(unit.passage, actor) if actor is not None else None
        if actor is None and head is not None:
            speaker = head.speaker.by_context()
        if speaker is None:
            return False
        self.cast.hear(speaker)
        self._introduced = None
        is_named = True
        for finding in found:
            rival = finding.actor if finding.actor not in (None, actor) else None
            if rival is not None and (other := self.cast.resolve(unit.passage, rival)) is not None:
                actor, speaker, is_named = rival, other, True
                self.cast.hear(speaker)
            said = speaker if is_named else speaker.by_context()
            is_named = is_named and finding.rule == "fronted"
            if finding.is_open:
                self._introduced = _Introduced(speaker, finding.cue, finding.act)
                self.ledger.head = None
            elif finding.rule == "quotation goes on":
                self.ledger.go_on(unit, finding.begin, finding.end, finding.rule, paragraph)
            elif finding is found[0] and self._enter_waiting(finding, said, paragraph):
                self.ledger.go_on(unit, finding.begin, finding.end, "quotation goes on", paragraph)
            else:
                self.ledger.enter(unit.passage, finding, said, paragraph)
        return True

    def _enter_waiting(self, finding: Finding, speaker: Speaker, paragraph: int) -> bool:
        """Enter the earlier paragraphs of a quotation whose speaker is now named; whether there were any."""
        waiting, self._waiting = self._waiting, []
        if not waiting or waiting[-1].paragraph < paragraph - 1 or finding.rule not in ATTRIBUTED_AFTER:
            return False
        self._enter_blocks(waiting, finding, speaker)
        return True

    def _enter_blocks(self, blocks: Sequence[Waiting], finding: Finding, speaker: Speaker) -> None:
        """Enter a quotation over several paragraphs: the first as a statement, the others as going on."""
        for place, (unit, begin, end, paragraph) in enumerate(blocks):
            if place == 0:
                first = finding._replace(begin=begin, end=end, kind="direct")
                self.ledger.enter(unit.passage, first, speaker, paragraph)
            else:
                self.ledger.go_on(unit, begin, end, "quotation goes on", paragraph)

    def _settle(self, unit: Unit | None, paragraph: int) -> bool:
        """Give a quotation that ended without a name to somebody: to whom the next unit names, or the speaker before.

        Returns:
            Whether the unit only names who spoke it.
        """
        blocks, self._unnamed = self._unnamed, []
        if not blocks:
            return False
        if unit is not None and paragraph - blocks[-1].paragraph <= 1 and only_names_speaker(unit):
            speaker = self.cast.resolve(unit.passage, unit.actors[0])
            if speaker is not None:
                self.cast.hear(speaker)
                cue = unit.cues[0]
                words = unit.passage.surface(cue.start, cue.end)
                finding = Finding(unit.actors[0], words, cue.act, 0, 0, "direct", "quotation before")
                self._enter_blocks(blocks, finding, speaker)
                return True
        if self.ledger.head_near(blocks[0].paragraph) is not None:
            for block in blocks:
                self.ledger.go_on(block.unit, block.begin, block.end, "quotation alone", block.paragraph)
        return False

    def _quoted_through(self, unit: Unit, paragraph: int) -> bool:
        """Whether the unit lies in a quotation that began in an earlier paragraph and names no speaker."""
        first = unit.quotations[0] if unit.quotations else None
        if first is None or first.opens or first.start > unit.begin + 1:
            return False
        if first.end < unit.stop - 3 and (unit.cues or unit.actors):
            return False
        end = min(unit.stop, first.end)
        if self._waiting:
            self._waiting.append(Waiting(unit, unit.begin, end, paragraph))
            if first.closes:
                self._unnamed, self._waiting = self._waiting, []
            return True
        if self.ledger.head is None:
            return False
        self.ledger.go_on(unit, unit.begin, end, "quotation goes on", paragraph)
        return True

    def _quoted_alone(self, unit: Unit, paragraph: int) -> bool:
        """A quotation that is the whole unit but perhaps for a name after it."""
        quotation = unit.quotation_at(unit.begin)
        if quotation is None:
            return False
        is_whole = quotation.opens and quotation.closes and not self._is_open
        if is_whole and quotation.end - quotation.start < _LEAST_QUOTED_CHARACTERS:
            return False
        if quotation.end < unit.stop - 4:
            actor = named_after(unit, quotation)
            speaker = self.cast.resolve(unit.passage, actor) if actor is not None else None
            if speaker is None:
                return False
            rule = "name after quotation"
            finding = Finding(actor, None, "assert", quotation.start, quotation.end, "direct", rule)
            return self._enter_all(unit, [finding], paragraph)
        if self._introduced is not None:
            return self._introduced_here(unit, paragraph)
        block = Waiting(unit, quotation.start, min(quotation.end, unit.stop), paragraph)
        if quotation.closes:
            self._unnamed = [block]
        elif self._is_open and not self._waiting and self.ledger.head_near(paragraph) is not None:
            self.ledger.go_on(unit, block.begin, block.end, "quotation goes on", paragraph)
        else:
            self._waiting.append(block)
        return True

    def _introduced_here(self, unit: Unit, paragraph: int) -> bool:
        """The first words after a sentence that ended in a colon."""
        introduced, self._introduced = self._introduced, None
        if introduced is None:
            return False
        quotation = unit.quotation_at(unit.begin)
        begin = unit.passage.starts[unit.start] if quotation is None else quotation.start
        end = min(quotation.end, unit.stop) if quotation is not None else unit.stop
        kind: Kind = "direct" if quotation is not None or speaks_of_self(unit) else "reported"
        speaker, cue, act = introduced
        finding = Finding(None, cue, act, begin, end, kind, "words after a colon")
        self.ledger.enter(unit.passage, finding, speaker, paragraph)
        if self.ledger.head is not None:
            self.ledger.head.is_listing = True
        return True

    def _continued(self, unit: Unit, paragraph: int) -> bool:
        """Whether the unit goes on with the statement before it; it is then entered."""
        head = self.ledger.head_near(paragraph)
        rule = None
        if head is not None and not head.is_interrupted:
            is_same = head.paragraph == paragraph
            distance: Distance = (
                "paragraph" if is_same else "line" if self._has_lines and unit.is_first else "before"
            )
            is_flowing = is_same and head.is_flowing
            before = Before(
                head.act,
                distance,
                head.is_listing,
                is_flowing,
                head.is_closed,
                head.is_directive,
                head.unmarked,
            )
            rule = continues(unit, before)
        if head is None or rule is None:
            return False
        begin = unit.passage.starts[unit.start] if rule == "list" else unit.begin
        self.ledger.go_on(unit, begin, unit.stop, rule, paragraph)
        head.is_listing = rule == "list" or unit.text.rstrip().endswith((":", ";"))
        return True

    def _take_turn(self, turn: Turn, passage: Passage, paragraph: int) -> bool:
        """A paragraph of an interview; False where it has to be read like any other."""
        if turn.kind == "question":
            self.ledger.head = None
            return True
        if turn.actor is not None:
            self._answering = self.cast.resolve(turn.named_in or passage, turn.actor)
            self.ledger.head = None
        speaker, begin, end = self._answering, turn.begin, len(passage.text.rstrip())
        if speaker is None:
            return False
        self.cast.hear(speaker)
        if self.ledger.head is not None:
            self.ledger.go_on_in(passage, begin, end, "assert", "interview answer", paragraph)
        elif begin < end:
            is_named = turn.actor is not None and turn.named_in is None
            said = speaker if is_named else speaker.by_context()
            finding = Finding(turn.actor, None, "assert", begin, end, "direct", "interview answer")
            self.ledger.enter(passage, finding, said, paragraph)
        return True
