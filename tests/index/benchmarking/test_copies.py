"""Copies: as many as asked, under new ids, on days there are; answers name the originals."""

from __future__ import annotations

from contextlib import closing

import pytest

from index.backends.whoosh import WhooshBackend
from index.benchmarking.copies import build_copies, folder_of_copies, open_copies, original
from index.benchmarking.documents import read_documents
from index.benchmarking.workplace import Workplace
from index.fields import COLLECTIONS
from index.query import Everything, Query
from index.requests import SearchRequest

COPIES = 3


@pytest.fixture(scope="module")
def copied(place: Workplace) -> Workplace:
    for collection in COLLECTIONS:
        build_copies(place, COPIES, collection)
    return place


@pytest.mark.parametrize("collection", COLLECTIONS)
def test_every_document_is_there_so_many_times(copied: Workplace, collection: str) -> None:
    originals = [document.id for document in read_documents(copied.documents(collection))]
    with closing(WhooshBackend.open(folder_of_copies(copied, COPIES, collection))) as backend:
        found = [original(identity) for identity in backend.iter_ids(Query(Everything()))]
        assert sorted(found) == sorted(COPIES * originals)
        years = {year for year, _ in backend.terms("year")}
    assert years == {
        year
        for document in read_documents(copied.documents(collection))
        for year in document.keywords.get("year", ())
    }


def test_a_page_of_copies_shows_different_articles_with_their_words(copied: Workplace) -> None:
    with open_copies(copied, COPIES) as searcher:
        answer = searcher.search(SearchRequest("hội nghị"), with_receipt=False)
        assert answer.total % COPIES == 0
        assert len({hit.stored.article.id for hit in answer.hits}) == 10
        assert all(hit.snippets for hit in answer.hits)


def test_a_page_of_copied_statements_shows_different_ones(copied: Workplace) -> None:
    with open_copies(copied, COPIES) as searcher:
        answer = searcher.search_statements(SearchRequest("nước"), with_receipt=False)
        assert answer.total % COPIES == 0
        assert answer.hits
