"""Where an article plays: the units it is about, and those it mentions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import NamedTuple

from archive.knowledge.grammar.passages import whole_part
from archive.knowledge.places.evidence import Evidence, evidence
from archive.knowledge.places.units import MERGER, UNDATED, holder, named_on, unit, units_named
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

MOST_SUBJECTS = 4
LEAST_SUBJECT_WEIGHT = 2.0
"""A single bare mention outside the opening makes nothing a subject."""

LATE_WEIGHT = 10.0
LATE_SHARE = 0.5
"""What an article names only behind its opening is its subject if it is named so often, and this much of all: national
news names provinces as examples, homes and former offices. Of 77 such articles of 900 read, nearly all were that."""

FORMER_WEIGHT = 0.2
"""Of the office somebody once had (`nguyên Bí thư Tỉnh ủy Sơn La`), behind the opening."""

NOTICE = timedelta(days=31)
"""Papers print `(cũ)` some weeks before a merger is in force; in an undated text it is that of July 2025."""

_AFTER_MERGER = re.compile(
    r"chính quyền (?:địa phương )?(?:2|hai) cấp|0?1[/-]0?7[/-]2025|202/2025/QH15", re.IGNORECASE
)
"""In an undated text: it was written when the 34 units were there or at hand."""


class _Weighed(NamedTuple):
    """Evidence with its weight where it stands; `opens`: in the title or the opening of the body."""

    evidence: Evidence
    weight: float
    opens: bool


_LOCAL = re.compile(
    r"\b(?:xã|phường|thị trấn|thị xã|huyện|thôn|bản|ấp|buôn|bon|khu phố|Sở|Huyện ủy|Thị ủy|Thành ủy)\s[A-ZĐ]"
    r"|\b(?:UBND|HĐND|Đảng ủy|CA|Công an|Ban|Hội|Chi cục)\s(?:tỉnh|huyện|thành phố|thị xã|TP|xã|phường)\b(?!\s[A-ZĐ])"
)
"""How papers speak of the places and bodies of their own province, which they need not name."""

_NATIONAL = re.compile(
    r"\b(?:Bộ\s[A-ZĐ]\w+|Chính phủ|Thủ tướng|Quốc hội|Tổng Bí thư|Chủ tịch nước|Trung ương|cả nước|toàn quốc"
    r"|Việt Nam)\b"
)


@dataclass(slots=True)
class _Tally:
    """What speaks for one unit; `opens`: some of it stands in title or opening."""

    weight: float = 0.0
    opens: bool = False
    spans: list[Span] = field(default_factory=list)


def locate(article: Article) -> tuple[PlaceAttribution, ...]:
    """The units an article is about (`subject`) and those it only names (`mentioned`), the strongest first.

    Units are those in force on the article's sort date, unless `(cũ)` or `(mới)` is printed; an undated
    article is read by the last day of the 63 units, unless it speaks of the reform of July 2025.

    Returns:
        One attribution a unit. `score` is the weight of its evidence, a bare mention being 1.0; a unit known
        from the paper's home alone has no evidence and `HOME_WEIGHT`; one that is no more scores for its heir.
    """
    day = _day(article)
    found = list(_all_evidence(article, day))
    home = _home(article, day) if _is_local(article, found) else None
    tallies = _tally(found, home, day)
    _hand_over(tallies, day)
    if any(weighed.opens and not weighed.evidence.provinces for weighed in found):
        # `Tỉnh ủy` without a name at the top: whichever province the text names later is its own.
        for tally in tallies.values():
            tally.opens = True
    ranked = sorted(tallies.items(), key=lambda item: (-item[1].weight, item[0]))
    return tuple(_attributions(ranked))


def _day(article: Article) -> date:
    if article.sort_date:
        return period(article.sort_date)[0]
    return MERGER if any(map(_speaks_of_merger, (article.title or "", article.body))) else UNDATED


def _speaks_of_merger(text: str) -> bool:
    """Whether a text tells of the reform; few texts have any word of the pattern at all."""
    lower = text.lower()
    return any(sign in lower for sign in ("chính quyền", "2025")) and _AFTER_MERGER.search(text) is not None


def _is_local(article: Article, found: Sequence[_Weighed]) -> bool:
    """Whether an article can be of its paper's province: papers reprint news that opens with bodies of the State."""
    if any(not weighed.evidence.provinces for weighed in found):
        return True
    title = article.part("title")
    if _NATIONAL.search(f"{title} {article.body[: OPENING_CHARACTERS - len(title)]}") is None:
        return True
    return any(_LOCAL.search(text) for text in (title, article.body, article.caption_text))


def _home(article: Article, day: date) -> Unit | None:
    unit = named_on(article.source.home, day) if article.source.home else None
    return holder(unit, day) if unit else None


def _all_evidence(article: Article, day: date) -> Iterator[_Weighed]:
    """Evidence of every part with its weight there."""
    title = article.part("title")
    for one in evidence(whole_part(article, "title"), day):
        yield _Weighed(one, one.weight * OPENING_FACTOR, opens=True)
    for one in evidence(whole_part(article, "body"), day):
        opens = len(title) + one.span.start < OPENING_CHARACTERS
        late = FORMER_WEIGHT if one.former else one.weight
        yield _Weighed(one, one.weight * OPENING_FACTOR if opens else late, opens)
    for one in evidence(whole_part(article, "caption"), day):
        yield _Weighed(one, one.weight, opens=False)


def _tally(found: Sequence[_Weighed], home: Unit | None, day: date) -> dict[str, _Tally]:
    """Certain evidence first; the uncertain then goes to whom the certain has shown."""
    tallies: dict[str, _Tally] = {}
    if home:
        tallies[home.id] = _Tally(HOME_WEIGHT, opens=True)
    for weighed in found:
        one = weighed.evidence
        if one.certain:
            _add(tallies, _unit(one.provinces[0], one, day), weighed)
    unnamed = 0.0
    for weighed in found:
        one = weighed.evidence
        if one.certain:
            continue
        if one.provinces:
            named = [unit for unit in (_unit(name, one, day) for name in one.provinces) if unit.id in tallies]
            if named:
                _add(tallies, max(named, key=lambda unit: tallies[unit.id].weight), weighed)
        elif home and unnamed < UNNAMED_LIMIT:
            unnamed += weighed.weight
            _add(tallies, home, weighed)
    return tallies


def _hand_over(tallies: dict[str, _Tally], day: date) -> None:
    """Give the weight of units that are no more to the holder of their territory, where the article names it too."""
    for id_, tally in tallies.items():
        gone = unit(id_)
        heir = tallies.get(holder(gone, day).id)
        if heir is not None and heir is not tally and gone.valid_to is not None and gone.valid_to <= day:
            heir.weight += tally.weight
            heir.opens |= tally.opens
            tally.weight, tally.opens = 0.0, False


def _add(tallies: dict[str, _Tally], unit: Unit, weighed: _Weighed) -> None:
    tally = tallies.setdefault(unit.id, _Tally())
    tally.weight += weighed.weight
    tally.opens |= weighed.opens
    tally.spans.append(weighed.evidence.span)


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


def _is_eligible(tally: _Tally, total: float) -> bool:
    """Whether a unit can be a subject, of an article whose evidence weighs `total`."""
    if tally.opens:
        return tally.weight >= LEAST_SUBJECT_WEIGHT
    return tally.weight >= LATE_WEIGHT and tally.weight >= LATE_SHARE * total


def _attributions(ranked: Sequence[tuple[str, _Tally]]) -> Iterator[PlaceAttribution]:
    total = sum(tally.weight for _, tally in ranked)
    best = max((tally.weight for _, tally in ranked if _is_eligible(tally, total)), default=0.0)
    subjects = 0
    for id_, tally in ranked:
        is_subject = (
            subjects < MOST_SUBJECTS and _is_eligible(tally, total) and tally.weight >= SUBJECT_SHARE * best
        )
        if not is_subject and not tally.spans:
            continue
        subjects += is_subject
        role: Role = "subject" if is_subject else "mentioned"
        yield PlaceAttribution(id_, role, round(tally.weight, 2), tuple(tally.spans))
