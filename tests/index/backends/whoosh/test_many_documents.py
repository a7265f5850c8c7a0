"""Several hundred documents in several segments, so that rare and common words take their different ways."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings

from archive.errors import LimitError
from index.backends.memory import MemoryBackend
from index.backends.whoosh import WhooshBackend
from index.fields import ARTICLES
from index.query import Everything, FacetRequest, Or, Query, Term
from index.results import IndexDocument
from tests.index.documents import KEYS, KEYWORDS, VALUES, Drawn

DOCUMENTS = 400
SEGMENTS = 3
RARE_TO_COMMON = [4**place for place in range(len(KEYS))]
FIRST_DAY = date(2020, 1, 1).toordinal()

ALIKE = settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
)


def made(number: int, random: Random) -> IndexDocument:
    """A document of which some words and values are rare and others common."""
    text = {
        field: tuple(random.choices(KEYS, RARE_TO_COMMON, k=random.randrange(12)))
        for field in random.choice((ARTICLES.text, ("body",)))
    }
    starts = {
        field: tuple(sorted({0, *random.choices(range(len(keys)), k=2)}))
        for field, keys in text.items()
        if keys
    }
    values = {
        field: tuple(set(random.choices(VALUES, (1, 40, 9, 30, 5), k=random.randrange(3))))
        for field in KEYWORDS
    }
    day = FIRST_DAY + random.randrange(20)
    periods = {"date": (day, day + random.randrange(3))} if random.random() < 0.9 else {}
    return IndexDocument(f"{random.randrange(10**6):06}-{number}", number, text, starts, values, periods)


@pytest.fixture(scope="module")
def documents() -> list[IndexDocument]:
    random = Random(7)
    return [made(number, random) for number in range(DOCUMENTS)]


@pytest.fixture(scope="module", params=[(1, False), (1, True), (SEGMENTS, True)])
def both(
    documents: list[IndexDocument], request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[WhooshBackend, MemoryBackend]]:
    """The same in both backends: in so many segments, with and without deletions."""
    segments, deletes = request.param
    whoosh = WhooshBackend.create(tmp_path_factory.mktemp("index") / "articles")
    memory = MemoryBackend()
    for backend in (whoosh, memory):
        for segment in range(segments):
            with backend.writer() as writer:
                for document in documents[segment::segments]:
                    writer.put(document)
        with backend.writer() as writer:
            for document in documents[::9] if deletes else ():
                writer.delete(document.id)
    yield whoosh, memory
    whoosh.close()


@ALIKE
@given(query=Drawn(ARTICLES).queries)
def test_they_agree(both: tuple[WhooshBackend, MemoryBackend], query: Query) -> None:
    whoosh, memory = both
    assert whoosh.search(query) == memory.search(query)
    assert list(whoosh.iter_ids(query)) == list(memory.iter_ids(query))


@ALIKE
@given(query=Drawn(ARTICLES).queries)
def test_the_page_of_the_best_is_part_of_the_order_of_all(
    both: tuple[WhooshBackend, MemoryBackend], query: Query
) -> None:
    whoosh, memory = both
    whole = whoosh.search(replace(query, sort="relevance", offset=0, limit=DOCUMENTS)).hits
    page = whoosh.search(replace(query, sort="relevance")).hits
    assert page == whole[query.offset : query.offset + query.limit]
    newest = [hit.id for hit in memory.search(replace(query, sort="newest", offset=0, limit=DOCUMENTS)).hits]
    assert list(whole) == sorted(whole, key=lambda hit: (-hit.score, newest.index(hit.id)))


@pytest.mark.parametrize("field", [*ARTICLES.text, *KEYWORDS])
def test_terms_agree(both: tuple[WhooshBackend, MemoryBackend], field: str) -> None:
    whoosh, memory = both
    assert list(whoosh.terms(field)) == list(memory.terms(field))
    assert list(whoosh.terms(field, "h")) == list(memory.terms(field, "h"))


def test_any_number_of_threads_may_search_at_once(both: tuple[WhooshBackend, MemoryBackend]) -> None:
    whoosh, _ = both
    facets = tuple(FacetRequest(field) for field in KEYWORDS)
    queries = [Query(Or((Term(key), Term(key, "any"))), facets=facets) for key in KEYS] * 5
    expected = [whoosh.search(query) for query in queries]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(whoosh.search, queries)) == expected


def test_ids_are_given_one_by_one(both: tuple[WhooshBackend, MemoryBackend]) -> None:
    whoosh, memory = both
    assert next(whoosh.iter_ids(Query(Everything()))) == next(memory.iter_ids(Query(Everything())))


def test_a_query_that_takes_too_long_is_ended(documents: list[IndexDocument], tmp_path: Path) -> None:
    WhooshBackend.create(tmp_path).close()
    impatient = WhooshBackend.open(tmp_path, query_seconds=0)
    with pytest.raises(LimitError, match="KHOBAO_QUERY_SECONDS"):
        impatient.search(Query(Term("hoa")))
    impatient.close()
