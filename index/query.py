"""What is asked: the nodes of a query, and the query as a whole. No engine appears here.

A node with clauses or terms and a `field` of its own speaks for them: theirs is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field as member
from datetime import date
from typing import Literal

Marks = Literal["exact", "any"]
Sort = Literal["relevance", "newest", "oldest"]

UNKNOWN = "unknown"
"""The value of a keyword or date field that has no value: a filter and a facet value of its own."""


@dataclass(frozen=True, slots=True)
class Term:
    """One syllable. `key` is a syllable key (`archive.text.syllables.key`).

    With marks `any`, `key` is folded and stands for every key that folds to it.
    `field` is a text field, or None for any of them.
    """

    key: str
    marks: Marks = "exact"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Prefix:
    """Every syllable that begins so: letters `key` (without tone), and the tone, if one was typed.

    With marks `any`, `key` is folded and any tone will do.
    """

    key: str
    tone: str = ""
    marks: Marks = "exact"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Wildcard:
    """Every syllable that fits a pattern of letters and `*` (language only: expanded before the engine).

    `pattern` begins with a letter or digit; each piece between stars is a syllable key, with the tone sign if a
    tone was typed there. With marks `any` it is folded.
    """

    pattern: str
    marks: Marks = "exact"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Fuzzy:
    """Every syllable at most one letter or tone away (language only: expanded before the engine)."""

    key: str
    marks: Marks = "exact"
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Phrase:
    """Terms at consecutive positions of one text field."""

    terms: tuple[Term, ...]
    field: str | None = None


@dataclass(frozen=True, slots=True)
class Near:
    """All terms, in any order, within a window of `len(terms) + distance` positions of one text field."""

    terms: tuple[Term, ...]
    distance: int
    field: str | None = None


@dataclass(frozen=True, slots=True)
class SameSentence:
    """All clauses (Term, Prefix, Phrase, Or of these) match within one sentence of one text field."""

    clauses: tuple[Node, ...]
    field: str | None = None


@dataclass(frozen=True, slots=True)
class And:
    """Every clause matches."""

    clauses: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one clause matches; of no clauses, none does."""

    clauses: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Variants(Or):
    """What one fuzzy word or wildcard stands for: exact terms of one field, two or more, ranked as one word."""

    clauses: tuple[Term, ...]

    @property
    def field(self) -> str | None:
        """The field of the terms."""
        return self.clauses[0].field


@dataclass(frozen=True, slots=True)
class Not:
    """The clause does not match; alone it matches everything else."""

    clause: Node


@dataclass(frozen=True, slots=True)
class AtLeast:
    """At least `count` of the clauses match."""

    count: int
    clauses: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Everything:
    """Every document."""


@dataclass(frozen=True, slots=True)
class Keyword:
    """The keyword field has one of the values (`UNKNOWN`: it has none)."""

    field: str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A keyword field given by words (`province:"Phú Thọ"`): language only, resolved to `Keyword` values.

    `position` is where the words begin in the normalised query, for errors; it is no part of what is asked.
    """

    field: str
    text: str
    position: int | None = member(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class DateRange:
    """The period of a date field against `[first, last]`, both inclusive, None: open.

    `certain`: the whole period lies inside; otherwise some day of it does. Both None: has a date at all.
    """

    field: str
    first: date | None
    last: date | None
    certain: bool = True


Node = (
    Term
    | Prefix
    | Wildcard
    | Fuzzy
    | Phrase
    | Near
    | SameSentence
    | And
    | Or
    | Not
    | AtLeast
    | Everything
    | Keyword
    | Named
    | DateRange
)


@dataclass(frozen=True, slots=True)
class FacetFilter:
    """Chosen values of one facet: any of `include`, none of `exclude`."""

    field: str
    include: tuple[str, ...] = ()
    exclude: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FacetRequest:
    """A facet to count, and how many values to return (by count, then value)."""

    field: str
    limit: int = 50


@dataclass(frozen=True, slots=True)
class Query:
    """A whole question to one collection, ready for an engine.

    `filters` narrow the results; a facet's counts ignore the filter of its own field.
    """

    clause: Node
    filters: tuple[FacetFilter, ...] = ()
    dates: tuple[DateRange, ...] = ()
    sort: Sort = "relevance"
    facets: tuple[FacetRequest, ...] = ()
    offset: int = 0
    limit: int = 10
