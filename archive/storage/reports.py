"""What a run says of itself: a line for each document as it goes, counts and reasons at the end."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from archive.documents import RawDocument, Rejection, Skipped
from archive.reasons import reason_code

EXAMPLES = 3
"""Places kept for each reason: the store has them all."""


@dataclass(frozen=True, slots=True)
class Line:
    """What became of one document or file met: a line of the report of a run.

    Attributes:
        outcome: `new`, `updated`, `unchanged`, `duplicate`, `rejected` or `skipped`.
        id: of the article that holds the document.
        url: the address of the document.
        refused: why it was not taken in.
    """

    path: str
    member: str | None
    line: int | None
    outcome: str
    id: str | None = None
    url: str | None = None
    refused: Rejection | Skipped | None = None

    def as_object(self) -> dict[str, Any]:
        """The line as a plain object; its reason is in English, whoever reads it."""
        refused = self.refused
        return {
            "path": self.path,
            "member": self.member,
            "line": self.line,
            "outcome": self.outcome,
            "id": self.id,
            "step": refused.step if isinstance(refused, Rejection) else None,
            "code": reason_code(refused.template) if refused else None,
            "reason": refused.reason if refused else None,
            "url": self.url,
        }


@dataclass(frozen=True, slots=True)
class Reason:
    """A reason why documents or files were not taken in.

    Attributes:
        step: the step that refused them; "" for files that were skipped.
        template: what the catalogue knows it by.
        values: what stands in its places, when it is the same for all.
        count: how many.
        examples: the first of them.
    """

    step: str
    template: str
    values: Mapping[str, object] | None
    count: int
    examples: tuple[Rejection | Skipped, ...]

    @property
    def code(self) -> str:
        """Its short code."""
        return reason_code(self.template)


@dataclass(slots=True)
class _Group:
    values: Mapping[str, object] | None
    count: int = 0
    examples: list[Rejection | Skipped] = field(default_factory=list)


class ReasonTally:
    """Counts by reason, in memory that does not grow with what is counted."""

    def __init__(self) -> None:
        self._groups: dict[tuple[str, str], _Group] = {}

    def add(self, refused: Rejection | Skipped) -> None:
        """Count one."""
        step = refused.step if isinstance(refused, Rejection) else ""
        group = self._groups.setdefault((step, refused.template), _Group(refused.values))
        group.count += 1
        if group.values != refused.values:
            group.values = None
        if len(group.examples) < EXAMPLES:
            group.examples.append(refused)

    @property
    def reasons(self) -> tuple[Reason, ...]:
        """The reasons, those of most documents first."""
        found = (
            Reason(step, template, group.values, group.count, tuple(group.examples))
            for (step, template), group in self._groups.items()
        )
        return tuple(sorted(found, key=lambda reason: (-reason.count, reason.step, reason.template)))


@dataclass(frozen=True, slots=True)
class RunReport:
    """What became of every document of one run.

    Attributes:
        run: number of the run.
        counts: `new`, `updated`, `unchanged`, `duplicate`, `rejected`, and apart from these `skipped`; of a
            refresh `changed`, `unchanged`, `rejected`.
        rejected: the reasons of rejections; `Store.rejections` has all their places.
        skipped: the reasons why files were skipped.
        outdated: live articles of the store read by older rules than this run's.
    """

    run: int
    counts: Mapping[str, int]
    rejected: tuple[Reason, ...]
    skipped: tuple[Reason, ...]
    outdated: int

    @property
    def documents(self) -> int:
        """All documents met: new + updated + unchanged + duplicate + rejected."""
        return sum(count for outcome, count in self.counts.items() if outcome != "skipped")


def line_of(raw: RawDocument, outcome: str, article_id: str, url: str | None) -> Line:
    """The line of a document that was taken in."""
    return Line(raw.path, raw.member, raw.line, outcome, article_id, url or raw.url)
