"""Where an article plays: the units it is about, and those it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta

from archive.knowledge.place_evidence import Evidence, evidence
from archive.knowledge.units import MERGER, UNDATED, holder, named_on, units_named
from archive.models import Article, PlaceAttribution, Role, Span, Unit
from archive.periods import period

OPENING_CHARACTERS = 700
"""Of title and body together; names there count double."""

OPENING_FACTOR = 2.0
HOME_WEIGHT = 4.0
"""What an article's paper says about it: as much as four bare mentions, too little against a real subject."""

UNNAMED_LIMIT = 4.0
"""What all unnamed mentions of the own province (`Tỉnh ủy`) can add."""

SUBJECT_SHARE = 0.6
"""Subjects are the units that reach this share of the best one."""

MOST_SUBJECTS = 3
LEAST_SUBJECT_WEIGHT = 2.0
"""A single bare mention outside the opening makes nothing a subject."""

NOTICE = timedelta(days=31)
"""Papers print `(cũ)` some weeks before a merger is in force; in an undated text it is that of July 2025."""

_AFTER_MERGER = re.compile(
    r"chính quyền (?:địa phương )?(?:2|hai) cấp|0?1[/-]0?7[/-]2025|202/2025/QH15", re.IGNORECASE
)
"""In an undated text: it was written when the 34 units were there or at hand."""


@dataclass(slots=True)
class _Tally:
    """What speaks for one unit."""

    weight: float = 0.0
    spans: list[Span] = field(default_factory=list)


def locate(article: Article) -> tuple[PlaceAttribution, ...]:
    """The units an article is about (`subject`) and those it only names (`mentioned`), the strongest first.

    Units are those in force on the article's sort date, unless `(cũ)` or `(mới)` is printed; an undated
    article is read by the last day of the 63 units, unless it speaks of the reform of July 2025.

    Returns:
        One attribution a unit. `score` is the weight of its evidence, a bare mention being 1.0; a unit known
        from the paper's home alone has no evidence and `HOME_WEIGHT`.
    """
    day = _day(article)
    found = list(_all_evidence(article, day))
    home = _home(article, day)
    tallies = _tally(found, home, day)
    ranked = sorted(tallies.items(), key=lambda item: (-item[1].weight, item[0]))
    return tuple(_attributions(ranked, home))


def _day(article: Article) -> date:
    if article.sort_date:
        return period(article.sort_date)[0]
    speaks_of_merger = any(_AFTER_MERGER.search(text) for text in (article.title or "", article.body))
    return MERGER if speaks_of_merger else UNDATED


def _home(article: Article, day: date) -> Unit | None:
    unit = named_on(article.source.home, day) if article.source.home else None
    return holder(unit, day) if unit else None


def _all_evidence(article: Article, day: date) -> Iterator[tuple[Evidence, float]]:
    """Evidence of every part with its weight there."""
    title = article.part("title")
    for one in evidence("title", title, day):
        yield one, one.weight * OPENING_FACTOR
    for one in evidence("body", article.body, day):
        opening = len(title) + one.span.start < OPENING_CHARACTERS
        yield one, one.weight * (OPENING_FACTOR if opening else 1.0)
    for one in evidence("caption", article.caption_text, day):
        yield one, one.weight


def _tally(found: Sequence[tuple[Evidence, float]], home: Unit | None, day: date) -> dict[str, _Tally]:
    """Certain evidence first; the uncertain then goes to whom the certain has shown."""
    tallies: dict[str, _Tally] = {}
    if home:
        tallies[home.id] = _Tally(HOME_WEIGHT)
    for one, weight in found:
        if one.certain:
            _add(tallies, _unit(one.provinces[0], one, day), one, weight)
    unnamed = 0.0
    for one, weight in found:
        if one.certain:
            continue
        if one.provinces:
            named = [unit for unit in (_unit(name, one, day) for name in one.provinces) if unit.id in tallies]
            if named:
                _add(tallies, max(named, key=lambda unit: tallies[unit.id].weight), one, weight)
        elif home and unnamed < UNNAMED_LIMIT:
            unnamed += weight
            _add(tallies, home, one, weight)
    return tallies


def _add(tallies: dict[str, _Tally], unit: Unit, one: Evidence, weight: float) -> None:
    tally = tallies.setdefault(unit.id, _Tally())
    tally.weight += weight
    tally.spans.append(one.span)


def _unit(name: str, one: Evidence, day: date) -> Unit:
    """The unit that a province's name means here."""
    named = units_named(name)
    if one.era == "old":
        horizon = MERGER if day == UNDATED else day + NOTICE
        return next((unit for unit in named if unit.valid_to and unit.valid_to <= horizon), _on(name, day))
    if one.era == "new":
        return next((unit for unit in named if unit.valid_from >= MERGER), _on(name, day))
    return holder(_on(name, day), day) if one.era == "district" else _on(name, day)


def _on(name: str, day: date) -> Unit:
    unit = named_on(name, day)
    if unit is None:
        raise KeyError(f"{name} stands in a table of districts or aliases, but not in units.csv")
    return unit


def _attributions(ranked: Iterable[tuple[str, _Tally]], home: Unit | None) -> Iterator[PlaceAttribution]:
    best: float | None = None
    subjects = 0
    for unit, tally in ranked:
        best = tally.weight if best is None else best
        is_subject = (
            subjects < MOST_SUBJECTS
            and tally.weight >= LEAST_SUBJECT_WEIGHT
            and tally.weight >= SUBJECT_SHARE * best
        )
        if not is_subject and not tally.spans:
            continue
        subjects += is_subject
        role: Role = "subject" if is_subject else "mentioned"
        yield PlaceAttribution(unit, role, round(tally.weight, 2), tuple(tally.spans))
