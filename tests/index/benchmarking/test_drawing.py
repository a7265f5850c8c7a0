"""Queries: the same for the same seed, different ones in a class, from any corpus however small."""

from __future__ import annotations

import pytest

from archive.text.syllables import is_marked
from index.benchmarking.classes import CLASSES, QueryClass
from index.benchmarking.corpus import Corpus
from index.language.printer import print_query
from index.query import Phrase
from tests.index.documents import document


def corpus(*bodies: str) -> Corpus:
    sample = [
        document(str(place), body, keywords={"year": ("2020",), "province": ("nam-dinh-1997",)})
        for place, body in enumerate(bodies)
    ]
    words = [set(made.text["body"]) for made in sample]
    frequencies = {word: sum(word in had for had in words) for word in set().union(*words)}
    return Corpus("body", len(sample), frequencies, sample)


NEWS = corpus(
    "Hội nghị bàn về thủy lợi. Nước đã về đồng và mương đã được nạo vét sạch sẽ.",
    "Hội nghị bàn về nghề cá. Tàu đã ra khơi và cá đã về bến từ sáng sớm hôm nay.",
    "Lúa đã chín và nông dân đã ra đồng. Máy gặt chạy suốt ngày đêm trên cánh đồng.",
)
OF_ARTICLES = [query_class for query_class in CLASSES if query_class.collection == "articles"]


@pytest.mark.parametrize("query_class", OF_ARTICLES, ids=lambda query_class: query_class.name)
def test_the_same_seed_draws_the_same_queries(query_class: QueryClass) -> None:
    drawn = query_class.draw(NEWS, 15, "one")
    assert len(drawn) == 15
    assert drawn == query_class.draw(NEWS, 15, "one")
    assert drawn != query_class.draw(NEWS, 15, "two")


@pytest.mark.parametrize("query_class", OF_ARTICLES, ids=lambda query_class: query_class.name)
def test_two_words_are_enough_to_draw_from(query_class: QueryClass) -> None:
    assert len(query_class.draw(corpus("hội nghị"), 3, "one")) == 3


def test_queries_of_a_class_differ_where_the_corpus_has_as_many() -> None:
    (terms,) = (query_class for query_class in CLASSES if query_class.name == "common_term")
    assert len(set(terms.draw(NEWS, 5, "one"))) == 5


def test_the_unmarked_queries_are_those_of_the_marked_class_without_marks() -> None:
    classes = {query_class.name: query_class for query_class in CLASSES}
    marked = [query.clause for query in classes["quote"].draw(NEWS, 5, "one")]
    unmarked = [query.clause for query in classes["quote_unmarked"].draw(NEWS, 5, "one")]
    for one, other in zip(marked, unmarked, strict=True):
        assert isinstance(one, Phrase)
        assert isinstance(other, Phrase)
        assert len(one.terms) == len(other.terms)
        assert not is_marked(print_query(other))
