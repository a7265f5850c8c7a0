"""What an index holds of an article."""

from __future__ import annotations

import pytest

from index.requests import SearchRequest
from index.searcher import Searcher


@pytest.mark.parametrize(
    "printed",
    [
        '"hạ tầng CNTT, hiệuquả ứng dụng CNTT"',
        '"bình đẳng và lµnh m¹nh"',
        '"tích cực phối hợptriển khai"',
        "thíc",
    ],
)
def test_words_that_were_repaired_are_found_as_printed_too(searcher: Searcher, printed: str) -> None:
    answer = searcher.search(SearchRequest(text=printed))
    assert [hit.stored.article.sort_date for hit in answer.hits] == ["2009-06-12"]


def test_words_that_were_repaired_are_found_as_they_should_be(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest(text='"thước đo đánh giá hiệu quả"')).total == 1


def test_an_article_without_repairs_has_nothing_printed_apart(searcher: Searcher) -> None:
    assert searcher.search(SearchRequest(text="printed:sở")).total == 1
