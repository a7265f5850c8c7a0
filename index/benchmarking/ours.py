"""This system, asked at the same door as the others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property

from index.backends.whoosh import WhooshBackend
from index.benchmarking.system import OURS
from index.benchmarking.workplace import Workplace
from index.fields import COLLECTIONS
from index.language.expansion import expand
from index.language.printer import print_query
from index.query import Query
from index.requests import SearchRequest
from index.results import IndexDocument, Results
from index.searcher import Searcher, open_searcher
from index.terms import KeptTerms


class Ours:
    """One collection of the shared fields; snippets come from the archive, where the texts are."""

    def __init__(self, backend: WhooshBackend, place: Workplace) -> None:
        self._backend = backend
        self._terms = KeptTerms(backend.terms)
        self._place = place
        self._expansions = place.settings.expansions

    @classmethod
    def build(cls, place: Workplace, collection: str, documents: Iterable[IndexDocument]) -> None:
        """See `System.build`."""
        backend = WhooshBackend.create(place.index(OURS, collection), COLLECTIONS[collection])
        with backend.writer() as writer:
            for document in documents:
                writer.put(document)
        backend.close()

    @classmethod
    def open(cls, place: Workplace, collection: str) -> Ours:
        """See `System.open`."""
        return cls(WhooshBackend.open(place.index(OURS, collection)), place)

    def search(self, query: Query) -> Results:
        """See `System.search`."""
        clause, _ = expand(query.clause, self._terms.spellings, self._expansions, self._backend.fields)
        return self._backend.search(replace(query, clause=clause))

    def snippets(self, query: Query) -> list[str]:
        """See `System.snippets`."""
        asked = SearchRequest(text=print_query(query.clause), limit=query.limit, facets={})
        answer = self._searcher.search(asked, with_receipt=False)
        return [snippet.text for hit in answer.hits for snippet in hit.snippets]

    def frequencies(self, field: str) -> dict[str, int]:
        """The terms of a field, and in how many documents each is."""
        return dict(self._terms(field, ""))

    def close(self) -> None:
        """See `System.close`."""
        self._backend.close()
        if "_searcher" in self.__dict__:
            self._searcher.close()

    @cached_property
    def _searcher(self) -> Searcher:
        return open_searcher(self._place.settings)
