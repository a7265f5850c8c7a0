"""Province-level units of Vietnam and their periods, from 2 July 1976 on.

A new unit begins when one is created, divided, merged, renamed or raised to a centrally run city; a unit
that goes on under its name with other territory is a new unit too (`phu-tho-1997`, `phu-tho-2025`).
Districts that pass between two units which both go on (Mê Linh in 1978, 1991 and 2008, four communes of Hòa
Bình in 2008) do not make new ones: successors and current units are those of the territory a unit had on its
last day.

`data/units.csv` has one row a unit; `act` is what the unit began by:

- `202/2025/QH15` (63 units to 34), `22/2003/QH11` (Cần Thơ, Đắk Lắk, Lai Châu divided), `175/2024/QH15`
  (Huế), `30/2026/QH16` (Đồng Nai, from 30 April 2026), `39/2026/QH16` (Bắc Ninh, from 20 September 2026):
  numbers and days as published; the last three as given by thanglequoc/vietnamese-provinces-database (MIT).
  The lists of 63 and 34 were checked against the converter of vietnamadminunits (MIT).
- `15/2008/QH12` (Hà Tây to Hà Nội) and the sessions of the National Assembly (`NA`) of 29/12/1978, 30/5/1979,
  30/6/1989, 12/8/1991, 26/12/1991 and 6/11/1996: general knowledge, not compared with the gazette. A unit
  begins on the day its act names, else on the day of the act; for 1989 on 1 July, from which the provinces
  count their years.
- `table begins`: stood on 2 July 1976, first day of the unified state and of this table, whenever founded.

A later change is added as rows here, with their ids as `successors` of the old ones, the main one first.
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, timedelta
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from typing import Literal

from archive.errors import NotFound
from archive.models import Unit
from archive.text.syllables import fold, is_marked, tokens

MERGER = date(2025, 7, 1)
"""The day of the 34 units, which `Unit.current` refers to for good."""
UNDATED = date(2024, 12, 31)
"""The day by which undated texts are read: the last of the 63 units under the names of most of their time."""


def read_table(name: str) -> Iterator[dict[str, str]]:
    """Rows of a CSV table of this package's `data` folder; `#` lines at its top are its sources."""
    text = files("archive.knowledge").joinpath("data", name).read_text(encoding="utf-8")
    yield from csv.DictReader(line for line in text.splitlines() if not line.startswith("#"))


def _read_units() -> Mapping[str, Unit]:
    rows = {row["id"]: row for row in read_table("units.csv")}
    after = {id_: tuple(row["successors"].split()) for id_, row in rows.items()}
    before = {successor: id_ for id_, successors in after.items() for successor in successors}

    def current(id_: str) -> tuple[str, ...]:
        row = rows[id_]
        if date.fromisoformat(row["valid_from"]) > MERGER:
            return current(before[id_])
        if not row["valid_to"] or date.fromisoformat(row["valid_to"]) > MERGER:
            return (id_,)
        return tuple(dict.fromkeys(unit for successor in after[id_] for unit in current(successor)))

    return MappingProxyType(
        {
            id_: Unit(
                id=id_,
                name=row["name"],
                kind=row["kind"],
                valid_from=date.fromisoformat(row["valid_from"]),
                valid_to=date.fromisoformat(row["valid_to"]) if row["valid_to"] else None,
                successors=after[id_],
                current=current(id_),
            )
            for id_, row in rows.items()
        }
    )


UNITS: Mapping[str, Unit] = _read_units()
"""Every unit by its id."""


def unit(id: str) -> Unit:
    """The unit with this id.

    Raises:
        NotFound: no unit has it.
    """
    try:
        return UNITS[id]
    except KeyError:
        raise NotFound("no province-level unit {id!r}: ids look like phu-tho-2025", id=id) from None


def keys(name: str) -> tuple[str, ...]:
    """The syllable keys of a name: one form for every tone placement, case, hyphen and spacing."""
    return tuple(token.key for token in tokens(name))


def aliases(use: Literal["text", "query"]) -> Iterator[tuple[str, str]]:
    """Other spellings and the name they stand for: those met in `text`, or in a `query`, which knows all."""
    for row in read_table("unit_aliases.csv"):
        if use == "query" or row["use"] == "text":
            yield row["alias"], row["name"]


@cache
def _units_by_keys() -> tuple[Mapping[tuple[str, ...], tuple[Unit, ...]], Mapping[str, tuple[Unit, ...]]]:
    """Units by the keys of a name or alias, and by its letters alone, without marks and blanks."""
    exact: dict[tuple[str, ...], tuple[Unit, ...]] = {}
    for one in sorted(UNITS.values(), key=lambda unit: unit.valid_from, reverse=True):
        name = keys(one.name)
        exact[name] = (*exact.get(name, ()), one)
    for alias, standard_name in aliases("query"):
        exact.setdefault(_without_type(keys(alias)), exact[keys(standard_name)])
    return exact, {_letters(name): units for name, units in exact.items()}


_TYPE_WORDS = tuple(
    keys(words)
    for words in ("thành phố", "thanh pho", "tỉnh", "tinh", "tp", "t.p", "thủ đô", "thu do", "đặc khu")
)


def _letters(name: tuple[str, ...]) -> str:
    return "".join(fold(key) for key in name)


def _without_type(name: tuple[str, ...]) -> tuple[str, ...]:
    for words in _TYPE_WORDS:
        if len(name) > len(words) and name[: len(words)] == words:
            return name[len(words) :]
    return name


@lru_cache(maxsize=4096)
def units_named(name: str) -> tuple[Unit, ...]:
    """Every unit that bears this name, newest first; none for a name that is not in the table.

    Any tone placement, case, hyphenation, alias (`TP.HCM`, `BR-VT`, `Đắc Lắc`) or type word before it
    (`tỉnh`, `TP`) is understood. A name without any mark is read as every name with its letters; so is one
    with marks that no name has, if it is longer than one syllable (`Đak Lăc`).
    """
    exact, folded = _units_by_keys()
    bare = _without_type(keys(name))
    if bare in exact:
        return exact[bare]
    return () if is_marked(name) and len(bare) == 1 else folded.get(_letters(bare), ())


def in_force(name_key: str, day: date | None) -> Unit | None:
    """The unit of this name (in any spelling of `units_named`) on `day`.

    Without a day: the one on `UNDATED`, else the newest: what an undated text most likely means.
    """
    named = units_named(name_key)
    held = next((one for one in named if covers(one, day or UNDATED)), None)
    return named[0] if named and not (held or day) else held


def named_on(name: str, day: date) -> Unit | None:
    """The unit a text of that day means by `name`: the one in force, else the nearest before.

    A name that had not begun (`Bắc Ninh` in 1990) means the unit its first bearer came from.
    """
    named = units_named(name)
    if not named:
        return None
    begun = next((one for one in named if one.valid_from <= day), None)
    return begun or holder(named[-1], day)


def holder(unit: Unit, day: date) -> Unit:
    """The unit that held the territory of `unit` on that day, the main one of several.

    Outside the table's time, its first or last unit there.
    """
    if unit.valid_from > day:
        before = predecessors(unit)
        return holder(before[0], day) if before else unit
    if unit.valid_to is not None and unit.valid_to <= day:
        return holder(UNITS[unit.successors[0]], day)
    return unit


def covers(unit: Unit, day: date) -> bool:
    """Whether the unit was in force on that day."""
    return unit.valid_from <= day and (unit.valid_to is None or day < unit.valid_to)


def held_today(ids: Iterable[str]) -> tuple[str, ...]:
    """Ids of the units of 1 July 2025 that hold the territory of these units, no repeats."""
    return tuple(dict.fromkeys(now for id in ids for now in unit(id).current))


def current_units() -> tuple[Unit, ...]:
    """The 34 units of 1 July 2025, by id."""
    return tuple(one for _, one in sorted(UNITS.items()) if covers(one, MERGER))


def predecessors(unit: Unit) -> tuple[Unit, ...]:
    """The units this one was made from."""
    return tuple(one for one in UNITS.values() if unit.id in one.successors)


def label(unit: Unit) -> str:
    """The name, with its period where the name repeats: `Phú Thọ (đến 6/2025)`, `Đắk Lắk (1/2004 – 6/2025)`.

    The oldest unit of a name says only its end, the newest only its beginning.
    """
    named = units_named(unit.name)
    if len(named) == 1:
        return unit.name
    begins = f"{unit.valid_from.month}/{unit.valid_from.year}"
    if unit.valid_to is None:
        return f"{unit.name} (từ {begins})"
    last = unit.valid_to - timedelta(days=1)
    ends = f"{last.month}/{last.year}"
    return f"{unit.name} (đến {ends})" if unit == named[-1] else f"{unit.name} ({begins} – {ends})"
