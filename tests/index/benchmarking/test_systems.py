"""Every system answers every class as brute force over the same documents does."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing

import pytest

from index.backends.memory import MemoryBackend
from index.benchmarking.agreement import KNOWN_DIFFERENCES, differences
from index.benchmarking.asking import ASKED_FIELDS
from index.benchmarking.classes import CLASSES, QueryClass
from index.benchmarking.corpus import Corpus, read_corpus
from index.benchmarking.documents import read_shared
from index.benchmarking.measuring import answers
from index.benchmarking.system import SYSTEMS, System, is_installed, system_class
from index.benchmarking.workplace import Workplace
from index.fields import COLLECTIONS
from index.language.expansion import expand
from index.query import Query
from index.results import Results
from index.terms import KeptTerms

NAMES = [
    pytest.param(
        row.name, marks=pytest.mark.skipif(not is_installed(row.name), reason=f"{row.library} is missing")
    )
    for row in SYSTEMS
]


class BruteForce:
    """The documents of one collection in memory."""

    def __init__(self, place: Workplace, collection: str) -> None:
        documents = read_shared(place.documents(collection), collection)
        self.backend = MemoryBackend(documents, COLLECTIONS[collection])
        field = ASKED_FIELDS[collection]
        frequencies = dict(self.backend.terms(field))
        self.corpus: Corpus = read_corpus(place.documents(collection), field, frequencies, "test")

    def search(self, query: Query) -> Results:
        clause, _ = expand(query.clause, KeptTerms(self.backend.terms).spellings, 500, self.backend.fields)
        return self.backend.search(Query(clause, query.filters, query.dates, query.sort, query.facets))


@pytest.fixture(scope="module")
def truths(place: Workplace) -> dict[str, BruteForce]:
    return {collection: BruteForce(place, collection) for collection in COLLECTIONS}


@pytest.fixture(scope="module", params=NAMES)
def opened(place: Workplace, request: pytest.FixtureRequest) -> Iterator[tuple[str, dict[str, System]]]:
    made = system_class(request.param)
    for collection in COLLECTIONS:
        made.build(place, collection, read_shared(place.documents(collection), collection))
    systems: dict[str, System] = {collection: made.open(place, collection) for collection in COLLECTIONS}
    yield request.param, systems
    for system in systems.values():
        system.close()


@pytest.mark.parametrize("query_class", CLASSES, ids=lambda query_class: query_class.name)
def test_totals_and_facets_are_those_of_brute_force(
    opened: tuple[str, dict[str, System]], truths: dict[str, BruteForce], query_class: QueryClass
) -> None:
    name, systems = opened
    if name not in query_class.systems:
        pytest.skip(f"{name} has nothing like it")
    if query_class.name in KNOWN_DIFFERENCES and name != "khobao":
        pytest.skip("said in the report")
    truth, system = truths[query_class.collection], systems[query_class.collection]
    queries = query_class.draw(truth.corpus, 10, "test")
    found = differences(queries, answers(queries, truth.search), {name: answers(queries, system.search)})
    assert not list(found)


def test_a_page_has_its_hits_and_each_is_shown_with_its_words(
    opened: tuple[str, dict[str, System]], truths: dict[str, BruteForce]
) -> None:
    _, systems = opened
    (with_snippets,) = (query_class for query_class in CLASSES if query_class.with_snippets)
    for query in with_snippets.draw(truths["articles"].corpus, 5, "test"):
        hits = systems["articles"].search(query).hits
        assert len(hits) == min(10, truths["articles"].search(query).total)
        assert len(systems["articles"].snippets(query)) >= len(hits)
        assert {hit.id for hit in hits} <= {document.id for document in truths["articles"].corpus.sample}


def test_the_newest_come_first(opened: tuple[str, dict[str, System]], truths: dict[str, BruteForce]) -> None:
    days = {document.id: document.periods["date"][0] for document in truths["articles"].corpus.sample}
    (newest,) = (query_class for query_class in CLASSES if query_class.name == "newest")
    (query,) = newest.draw(truths["articles"].corpus, 1, "test")
    shown = [days[hit.id] for hit in opened[1]["articles"].search(query).hits]
    assert shown == sorted(shown, reverse=True)
    assert len(shown) == 10


def test_what_is_built_by_a_system_can_be_opened_again(
    opened: tuple[str, dict[str, System]], place: Workplace
) -> None:
    name, systems = opened
    query = CLASSES[0].draw(BruteForce(place, "articles").corpus, 1, "test")[0]
    with closing(system_class(name).open(place, "articles")) as again:
        assert again.search(query).total == systems["articles"].search(query).total
