"""Addresses of the site, all made here: searches, facet toggles, pages of things."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from urllib.parse import quote, urlencode

from archive.identity import short_hash
from index.fields import COLLECTIONS
from index.requests import CollectionName, SearchRequest
from web.catalogue import Language
from web.params import EXCLUDING

PATHS: Mapping[CollectionName, str] = {"articles": "/search", "statements": "/statements"}


class Urls:
    """Addresses that keep the reader's language."""

    def __init__(self, language: Language) -> None:
        self._language = language

    def home(self) -> str:
        """The first page: everything there is."""
        return self._address("/", [])

    def statements(self) -> str:
        """Every statement, newest first."""
        return self.search(SearchRequest(collection="statements"))

    def help(self) -> str:
        """How to ask."""
        return self._address("/help", [])

    def provinces(self) -> str:
        """All provinces."""
        return self._address("/provinces", [])

    def article(self, article_id: str, query: str = "") -> str:
        """One article; its words are marked when a query comes along."""
        return self._address(f"/article/{short_hash(article_id)}", [("q", query)] if query else [])

    def near_duplicates(self, article_id: str, query: str = "") -> str:
        """Where the page of an article lists its near-duplicates."""
        return self.article(article_id, query) + "#near-duplicates"

    def original(self, article_id: str) -> str:
        """The bytes an article was read from."""
        return f"/article/{short_hash(article_id)}/original"

    def printed(self, article_id: str, anchor: str, query: str = "") -> str:
        """A statement where it is printed, in its article."""
        return f"{self.article(article_id, query)}#{anchor}"

    def statement(self, statement_id: str) -> str:
        """One statement, where it stands now or stood last; its name outlives new revisions."""
        return self._address(f"/statement/{quote(statement_id)}", [])

    def check(self, text: str = "") -> str:
        """The page that checks a quote."""
        return self._address("/check", [("q", text)] if text else [])

    def official(self, person_id: str) -> str:
        """One official."""
        return self._address(f"/official/{quote(person_id)}", [])

    def province(self, unit_id: str) -> str:
        """One province in one period."""
        return self._address(f"/province/{quote(unit_id)}", [])

    def search(self, request: SearchRequest) -> str:
        """A search page, of articles or of statements."""
        return self._address(PATHS[request.collection], pairs(request))

    def collection(self, request: SearchRequest, name: CollectionName) -> str:
        """The same question to another collection, without the filters it does not have."""
        kept = COLLECTIONS[name].facets
        speakers = request.include.get("official", ()) if name == "statements" else ()
        include = {field: values for field, values in request.include.items() if field in kept}
        if speakers:
            include["speaker"] = speakers
        exclude = {field: values for field, values in request.exclude.items() if field in kept}
        return self.search(replace(request, collection=name, include=include, exclude=exclude, offset=0))

    def query(self, text: str) -> str:
        """A search page for a query as typed."""
        return self.search(SearchRequest(text=text))

    def search_json(self, request: SearchRequest) -> str:
        """The same search as JSON."""
        return PATHS[request.collection] + ".json?" + urlencode(pairs(request) or [("q", "")])

    def including(self, request: SearchRequest, field: str, value: str) -> str:
        """The search with a facet value chosen, or no longer chosen."""
        return self.search(_toggled(request, include=_toggle(request.include, field, value)))

    def excluding(self, request: SearchRequest, field: str, value: str) -> str:
        """The search with a facet value left out, or let in again."""
        return self.search(_toggled(request, exclude=_toggle(request.exclude, field, value)))

    def page(self, request: SearchRequest, offset: int) -> str:
        """Another page of the search."""
        return self.search(replace(request, offset=offset))

    def changed(self, request: SearchRequest, **changes: str) -> str:
        """The search with `text`, `sort`, `group`, `marks`, `syntax`, `match`, `first` or `last` changed."""
        return self.search(replace(request, offset=0, **changes))  # type: ignore[arg-type]

    def _address(self, path: str, arguments: list[tuple[str, str]]) -> str:
        if self._language != "vi":
            arguments = [*arguments, ("lang", self._language)]
        return path + ("?" + urlencode(arguments) if arguments else "")


def pairs(request: SearchRequest) -> list[tuple[str, str]]:
    """The arguments of a search, defaults left out, in a fixed order."""
    default = SearchRequest()
    named = {
        "q": request.text,
        "match": request.match,
        "syntax": request.syntax,
        "marks": request.marks,
        "sort": request.sort,
        "group": request.group,
        "from": request.first,
        "to": request.last,
    }
    defaults = {
        "match": default.match,
        "syntax": default.syntax,
        "marks": default.marks,
        "sort": default.sort,
        "group": default.group,
    }
    arguments = [(name, value) for name, value in named.items() if value and value != defaults.get(name)]
    for prefix, chosen in (("", request.include), (EXCLUDING, request.exclude)):
        arguments += [(prefix + field, value) for field in sorted(chosen) for value in chosen[field]]
    if request.offset:
        arguments.append(("offset", str(request.offset)))
    if request.limit != default.limit:
        arguments.append(("limit", str(request.limit)))
    return arguments


def _toggled(
    request: SearchRequest,
    include: Mapping[str, tuple[str, ...]] | None = None,
    exclude: Mapping[str, tuple[str, ...]] | None = None,
) -> SearchRequest:
    return replace(
        request,
        include=request.include if include is None else include,
        exclude=request.exclude if exclude is None else exclude,
        offset=0,
    )


def _toggle(chosen: Mapping[str, tuple[str, ...]], field: str, value: str) -> dict[str, tuple[str, ...]]:
    values = chosen.get(field, ())
    changed = tuple(held for held in values if held != value) if value in values else (*values, value)
    rest = {name: held for name, held in chosen.items() if name != field}
    return rest | {field: changed} if changed else rest
