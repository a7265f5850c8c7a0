"""What a user asks, before any vocabulary or engine is involved: the same for page, API, batch and receipt."""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from typing import Any, Literal, get_args

from archive.errors import QueryError
from index.fields import FIELDS
from index.query import Sort

Syntax = Literal["query", "plain"]
Match = Literal["all", "most"]
MarksMode = Literal["auto", "exact", "any"]

DEFAULT_FACETS = ("province", "current", "year", "official")


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question.

    Attributes:
        text: the query; empty asks for everything.
        include, exclude: facet field -> chosen values, names or ids as the user gave them.
        first, last: bounds of the sort date, `YYYY`, `YYYY-MM` or `YYYY-MM-DD`, or "".
        facets: facet field -> most values to return.
    """

    text: str = ""
    match: Match = "all"
    syntax: Syntax = "query"
    marks: MarksMode = "auto"
    sort: Sort = "relevance"
    include: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    offset: int = 0
    limit: int = 10
    facets: Mapping[str, int] = field(default_factory=lambda: dict.fromkeys(DEFAULT_FACETS, 20))

    def question(self) -> dict[str, Any]:
        """What decides the set of results, as a plain object without defaults: the query of a receipt."""
        plain = asdict(self)
        default = asdict(SearchRequest())
        names = ("text", "match", "syntax", "marks", "include", "exclude", "first", "last")
        return {name: _plain(plain[name]) for name in names if plain[name] != default[name]}


def request_from_object(values: Mapping[str, Any]) -> SearchRequest:
    """A request from a plain object, as receipts and batch lines hold it.

    Keys: `q` or `text`, `match`, `syntax`, `marks`, `sort`, `limit`, `offset`, `from`/`first`, `to`/`last`,
    `include`, `exclude`, and any facet field as a shorthand for `include`.

    Raises:
        QueryError: an unknown key, or a value of the wrong kind.
    """
    known: dict[str, Any] = {"include": {}, "exclude": {}}
    names = {"q": "text", "query": "text", "from": "first", "to": "last"}
    for given, value in values.items():
        name = names.get(given, given)
        if name in ("text", "first", "last"):
            known[name] = _string(given, value)
        elif name in ("match", "syntax", "marks", "sort"):
            known[name] = _choice(name, value)
        elif name in ("limit", "offset"):
            known[name] = _count(name, value)
        elif name in ("include", "exclude"):
            for facet, chosen in _object(name, value).items():
                known[name][_facet(facet)] = _strings(facet, chosen)
        else:
            known["include"][_facet(name)] = _strings(name, value)
    return SearchRequest(**known)


def day_bounds(first: str, last: str) -> tuple[date | None, date | None]:
    """The days `--from` and `--to` stand for: the first day of the one, the last of the other.

    Raises:
        QueryError: not a date, or the wrong way round.
    """
    bounds = (_day(first, last_day=False) if first else None, _day(last, last_day=True) if last else None)
    if bounds[0] and bounds[1] and bounds[0] > bounds[1]:
        raise QueryError(f"from {first} lies after to {last}", 0, "swap the two dates")
    return bounds


def _day(text: str, *, last_day: bool) -> date:
    try:
        numbers = [int(part) for part in text.strip().split("-")]
        if len(numbers) == 3:
            return date(*numbers)
        year, month = numbers[0], numbers[1] if len(numbers) == 2 else (12 if last_day else 1)
        if len(numbers) > 2 or not 1 <= year <= 9999:
            raise ValueError(text)
        return date(year, month, monthrange(year, month)[1] if last_day else 1)
    except ValueError as error:
        raise QueryError(f"{text!r} is not a date", 0, "write 2020, 2020-03 or 2020-03-19") from error


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: sorted(chosen) for name, chosen in sorted(value.items())}
    return value


def _string(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise QueryError(f"{name} must be text, not {value!r}", 0)
    return value


def _strings(name: str, value: Any) -> tuple[str, ...]:
    chosen = value if isinstance(value, list | tuple) else [value]
    return tuple(_string(name, item) for item in chosen)


def _object(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise QueryError(f"{name} must be an object of field and values, not {value!r}", 0)
    return value


def _count(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise QueryError(f"{name} must be a whole number, not {value!r}", 0)
    return value


def _choice(name: str, value: Any) -> str:
    kinds = {"match": Match, "syntax": Syntax, "marks": MarksMode, "sort": Sort}
    if value not in get_args(kinds[name]):
        raise QueryError(f"{name} must be one of {', '.join(get_args(kinds[name]))}, not {value!r}", 0)
    return str(value)


def _facet(name: str) -> str:
    if name not in FIELDS or not FIELDS[name].facet:
        facets = ", ".join(field.name for field in FIELDS.values() if field.facet)
        raise QueryError(f"{name!r} is not a facet", 0, f"use one of {facets}")
    return name
