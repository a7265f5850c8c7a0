"""Facets as boxes of links: every value toggles, every value can be left out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from index.results import Facet
from index.searcher import Answer, StatementAnswer
from web.urls import Urls

Called = Callable[[str, str, str], str]


@dataclass(frozen=True, slots=True)
class FacetLink:
    """One value: its count (None when it is chosen but not among those counted), and where its links lead."""

    label: str
    count: int | None
    chosen: bool
    excluded: bool
    toggle: str
    exclude: str


@dataclass(frozen=True, slots=True)
class FacetBox:
    """One facet. `more` is how many values have a count but are not shown."""

    field: str
    links: tuple[FacetLink, ...]
    more: int
    active: bool


def facet_boxes(
    answer: Answer | StatementAnswer, chosen: Mapping[str, Mapping[str, str]], urls: Urls, called: Called
) -> tuple[FacetBox, ...]:
    """Boxes of an answer's facets.

    Args:
        chosen: facet field -> chosen or excluded value, as the reader gave it -> label.
        called: what to call a value of a field, from its label in the index.
    """
    return tuple(_box(facet, answer, chosen.get(facet.field, {}), urls, called) for facet in answer.facets)


def _box(
    facet: Facet, answer: Answer | StatementAnswer, labels: Mapping[str, str], urls: Urls, called: Called
) -> FacetBox:
    request = answer.request
    included = request.include.get(facet.field, ())
    excluded = request.exclude.get(facet.field, ())
    counted = {value.value: value for value in facet.values}
    missing = [value for value in (*included, *excluded) if value not in counted]
    rows: list[tuple[str, str, int | None]] = [(value, labels.get(value, value), None) for value in missing]
    rows += [(value.value, value.label, value.count) for value in facet.values]
    rows = [(value, called(facet.field, value, name), count) for value, name, count in rows]
    links = tuple(
        FacetLink(
            label=label,
            count=count,
            chosen=value in included,
            excluded=value in excluded,
            toggle=urls.including(request, facet.field, value),
            exclude=urls.excluding(request, facet.field, value),
        )
        for value, label, count in rows
    )
    links = tuple(sorted(links, key=lambda link: not (link.chosen or link.excluded)))
    if facet.field in ("year", "month", "day"):
        links = tuple(sorted(links, key=_by_time, reverse=True))
    return FacetBox(
        field=facet.field,
        links=links,
        more=max(0, facet.distinct - len(facet.values)),
        active=bool(included or excluded),
    )


def _by_time(link: FacetLink) -> str:
    # Values of time are digits; what is unknown has a label of letters and comes last of all.
    return link.label if link.label[:1].isdigit() else ""
