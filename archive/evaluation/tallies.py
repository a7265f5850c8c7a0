"""Counts and the figures made of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Literal

FINDS = (
    "persons",
    "posts",
    "posts_canonical",
    "posts_lenient",
    "provinces",
    "published",
    "event",
    "sort_date",
    "statements_exact",
    "statements_half",
    "statements_overlapping",
    "coverage",
)
"""What is found or missed: measured by precision, recall and F1."""

SHARES = (
    "provinces_exact",
    "published_exact",
    "event_exact",
    "sort_date_exact",
    "status",
    "post_status",
    "official_province",
    "speaker",
    "speaker_post",
    "act",
    "kind",
    "attribution",
    "found_direct",
    "found_reported",
    "found_mixed",
    "found_continuation",
)
"""What is right or wrong: measured by the share that is right. `found_…`: of the statements of one kind, the
share that was found at all."""


@dataclass(frozen=True, slots=True)
class Tally:
    """So many annotated, so many found, so many of these right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.gold + other.gold, self.found + other.found, self.right + other.right)

    @property
    def precision(self) -> float:
        """Share of what was found that is right; 1 where nothing was found."""
        return self.right / self.found if self.found else 1.0

    @property
    def recall(self) -> float:
        """Share of what is annotated that was found; 1 where nothing is annotated."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall."""
        return 2 * self.right / (self.found + self.gold) if self.found + self.gold else 1.0


@dataclass(frozen=True, slots=True)
class Share:
    """So many right of so many asked."""

    right: int = 0
    asked: int = 0

    def __add__(self, other: Share) -> Share:
        return Share(self.right + other.right, self.asked + other.asked)

    @property
    def share(self) -> float:
        """The share; 1 where nothing was asked."""
        return self.right / self.asked if self.asked else 1.0


@dataclass(frozen=True, slots=True)
class Fault:
    """One miss, false find or wrong answer.

    Attributes:
        measure: one of `FINDS` or `SHARES`.
        expected: what is annotated; "" for a false find.
        found: what was found; "" for a miss.
    """

    article: str
    measure: str
    kind: Literal["missed", "false", "wrong"]
    expected: str
    found: str


@dataclass(frozen=True, slots=True)
class Score:
    """The counts of one article, or of many.

    Attributes:
        finds, shares: by the measures of `FINDS` and `SHARES`.
        rules: of the statements that each rule found, how many are annotated and given to the right speaker.
    """

    finds: Mapping[str, Tally] = field(default_factory=dict)
    shares: Mapping[str, Share] = field(default_factory=dict)
    rules: Mapping[str, Share] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()


def total(scores: Iterable[Score]) -> Score:
    """The counts of several added up, in the order of `FINDS` and `SHARES`; what none judges is not in it."""
    finds: dict[str, Tally] = {}
    shares: dict[str, Share] = {}
    rules: dict[str, Share] = {}
    faults: list[Fault] = []
    for score in scores:
        for name, tally in score.finds.items():
            finds[name] = finds.get(name, Tally()) + tally
        for name, share in score.shares.items():
            shares[name] = shares.get(name, Share()) + share
        for name, share in score.rules.items():
            rules[name] = rules.get(name, Share()) + share
        faults += score.faults
    return Score(
        {name: finds[name] for name in FINDS if name in finds},
        {name: shares[name] for name in SHARES if name in shares},
        dict(sorted(rules.items())),
        tuple(faults),
    )
