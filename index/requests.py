"""What a user asks, before any vocabulary or engine is involved: the same for page, API, batch and receipt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any, Literal, get_args

from archive.errors import QueryError
from index.fields import ARTICLES, COLLECTIONS, FieldTable
from index.language.characters import check_characters, check_query_characters
from index.language.dates import read_period
from index.language.excerpts import excerpt
from index.query import Sort

Syntax = Literal["query", "plain"]
Match = Literal["all", "most"]
MarksMode = Literal["auto", "exact", "any"]
Group = Literal["none", "cluster"]

CollectionName = Literal["articles", "statements"]

DEFAULT_FACETS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "articles": ("province", "current", "year", "official", "organisation"),
        "statements": ("speaker", "act", "province", "current", "year", "organisation"),
    }
)
"""Facets counted where a request names none."""
DEFAULT_VALUES = 20
"""How many of their values are returned."""


@dataclass(frozen=True, slots=True)
class SearchRequest:
    """One question.

    Attributes:
        text: the query; empty asks for everything.
        collection: what is asked for, `articles` or `statements`.
        include, exclude: facet field -> chosen values, names or ids as the user gave them.
        first, last: bounds of the sort date, each a period as `date:` takes it, or "".
        group: `cluster` folds near-duplicates; then `offset` and `limit` count stories.
        facets: facet field -> most values to return; None: those of `DEFAULT_FACETS`.
    """

    text: str = ""
    collection: CollectionName = "articles"
    match: Match = "all"
    syntax: Syntax = "query"
    marks: MarksMode = "auto"
    sort: Sort = "relevance"
    group: Group = "none"
    include: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    exclude: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    first: str = ""
    last: str = ""
    offset: int = 0
    limit: int = 10
    facets: Mapping[str, int] | None = None

    @property
    def counted(self) -> Mapping[str, int]:
        """The facets to count, with the most values to return of each."""
        if self.facets is None:
            return dict.fromkeys(DEFAULT_FACETS[self.collection], DEFAULT_VALUES)
        return self.facets

    @property
    def fields(self) -> FieldTable:
        """The fields of what is asked for."""
        return COLLECTIONS[self.collection]

    def question(self) -> dict[str, Any]:
        """What decides the set of results, as a plain object without defaults: the query of a receipt."""
        plain = asdict(self)
        default = asdict(SearchRequest())
        names = ("collection", "text", "match", "syntax", "marks", "include", "exclude", "first", "last")
        return {name: _plain(plain[name]) for name in names if plain[name] != default[name]}


def request_from_object(values: Mapping[str, Any]) -> SearchRequest:
    """A request from a plain object, as receipts and batch lines hold it.

    Keys: `collection`, `q` or `text`, `match`, `syntax`, `marks`, `sort`, `group`, `limit`, `offset`, `from`/`first`,
    `to`/`last`, `include`, `exclude`, and any facet field as a shorthand for `include`.

    Raises:
        QueryError: an unknown key, or a value of the wrong kind.
    """
    known: dict[str, Any] = {"include": {}, "exclude": {}}
    known["collection"] = _choice("collection", values.get("collection", ARTICLES.name))
    fields = COLLECTIONS[known["collection"]]
    names = {"q": "text", "query": "text", "from": "first", "to": "last"}
    for given, value in values.items():
        name = names.get(given, given)
        if name == "collection":
            continue
        if name in ("text", "first", "last"):
            known[name] = _string(given, value)
        elif name in ("match", "syntax", "marks", "sort", "group"):
            known[name] = _choice(name, value)
        elif name in ("limit", "offset"):
            known[name] = _count(name, value)
        elif name in ("include", "exclude"):
            for facet, chosen in _object(name, value).items():
                known[name][_facet(facet, fields)] = _strings(facet, chosen)
        else:
            known["include"][_facet(name, fields)] = _strings(name, value)
    return SearchRequest(**known)


def check_request(request: SearchRequest) -> None:
    """Check that every text of a request is text and every facet one, whichever door it came in by.

    Raises:
        QueryError: one holds what is no character, in the query itself with its position; or is no facet.
    """
    check_query_characters(request.text)
    check_characters(request.first, "from")
    check_characters(request.last, "to")
    for chosen in (request.include, request.exclude):
        for facet, texts in chosen.items():
            _facet(facet, request.fields)
            for text in texts:
                check_characters(text, facet)


def day_bounds(first: str, last: str) -> tuple[date | None, date | None]:
    """The days `--from` and `--to` stand for: the first day of the one, the last of the other.

    Raises:
        QueryError: not a date, or the wrong way round.
    """
    begin = read_period(first.strip())[0] if first else None
    end = read_period(last.strip())[1] if last else None
    if begin and end and begin > end:
        raise QueryError("from {first} lies after to {last}: swap the two dates", first=first, last=last)
    return begin, end


def _plain(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {name: sorted(chosen) for name, chosen in sorted(value.items())}
    return value


def _string(name: str, value: Any) -> str:
    if not isinstance(value, str):
        raise QueryError("{name} must be text, not {value}", name=name, value=_shown(value))
    return value


def _strings(name: str, value: Any) -> tuple[str, ...]:
    chosen = value if isinstance(value, list | tuple) else [value]
    return tuple(_string(name, item) for item in chosen)


def _object(name: str, value: Any) -> Mapping[str, Any]:
    if not isinstance(value, Mapping):
        raise QueryError(
            "{name} must be an object of field and values, not {value}", name=name, value=_shown(value)
        )
    return value


def _count(name: str, value: Any) -> int:
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        raise QueryError("{name} must be a whole number, not {value}", name=name, value=_shown(value))
    return value


_CHOICES: Mapping[str, Any] = MappingProxyType(
    {
        "collection": CollectionName,
        "match": Match,
        "syntax": Syntax,
        "marks": MarksMode,
        "sort": Sort,
        "group": Group,
    }
)


def _choice(name: str, value: Any) -> str:
    if value not in get_args(_CHOICES[name]):
        raise QueryError(
            "{name} must be one of {choices}, not {value}",
            name=name,
            choices=", ".join(get_args(_CHOICES[name])),
            value=_shown(value),
        )
    return str(value)


def _facet(name: str, fields: FieldTable) -> str:
    if name not in fields.facets:
        facets = ", ".join(fields.facets)
        raise QueryError("{name} is not a facet: use one of {facets}", name=_shown(name), facets=facets)
    return name


def _shown(value: Any) -> str:
    return excerpt(repr(value))
