"""Whether systems answer alike: exact totals, and the counts of the facets."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from index.language.printer import print_query
from index.query import UNKNOWN, FacetRequest, Query
from index.results import Results

KNOWN_DIFFERENCES: Mapping[str, str] = MappingProxyType({"fuzzy": "sign"})
"""Class -> why others may count otherwise, as `difference_<reason>` of the catalogue says."""


@dataclass(frozen=True, slots=True)
class Difference:
    """A query two systems answer differently.

    Attributes:
        query: as printed.
        what: `total`, or the facet.
        ours, theirs: totals, or the counts of the most frequent values.
    """

    system: str
    query: str
    what: str
    ours: tuple[int, ...]
    theirs: tuple[int, ...]


def differences(
    queries: Sequence[Query], ours: Sequence[Results], others: Mapping[str, Sequence[Results]]
) -> Iterator[Difference]:
    """Where others answer differently from us."""
    for name, answered in others.items():
        for query, mine, theirs in zip(queries, ours, answered, strict=True):
            printed = print_query(query.clause)
            if mine.total != theirs.total:
                yield Difference(name, printed, "total", (mine.total,), (theirs.total,))
            for place, request in enumerate(query.facets):
                expected, found = _counts(mine, place, request), _counts(theirs, place, request)
                if expected != found:
                    yield Difference(name, printed, request.field, expected, found)


def _counts(results: Results, place: int, request: FacetRequest) -> tuple[int, ...]:
    """The counts of the known values, most first: of equal counts each system may show other values."""
    counts = (value.count for value in results.facets[place].values if value.value != UNKNOWN)
    return tuple(sorted(counts, reverse=True))[: request.limit - 1]
