"""What is answered: hits, facets and results, without any text, and what is put into an index."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class IndexDocument:
    """One document of a collection, analysed: engines see keys, never text.

    Attributes:
        text: text field -> syllable keys in order; the position of a key is its place in the tuple.
        sentence_starts: text field -> ascending positions at which a sentence begins (the first is 0).
        keywords: keyword field -> values, no repeats.
        periods: date field -> (first day, last day) as proleptic Gregorian ordinals, inclusive; absent: undated.
    """

    id: str
    revision: int
    text: Mapping[str, tuple[str, ...]]
    sentence_starts: Mapping[str, tuple[int, ...]]
    keywords: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    periods: Mapping[str, tuple[int, int]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Hit:
    """One document found.

    `near_duplicates` is how many more were found that tell its story; None where stories are not folded.
    """

    id: str
    revision: int
    score: float
    near_duplicates: int | None = None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet, and how many documents have it."""

    value: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Facet:
    """Counts of one field. `distinct` is the number of values with a count, shown or not."""

    field: str
    values: tuple[FacetValue, ...]
    distinct: int


@dataclass(frozen=True, slots=True)
class Results:
    """What a backend answers: exact total, one page of hits, exact facets.

    `stories` is the number of hits there are with near-duplicates folded; None where they are not.
    """

    total: int
    hits: tuple[Hit, ...]
    facets: tuple[Facet, ...] = ()
    stories: int | None = None


@dataclass(frozen=True, slots=True)
class IndexInfo:
    """What a backend says of itself."""

    engine: str
    documents: int
    schema_version: int
