"""Receipts run again: what changed is proven, or nothing is said of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from archive.errors import QueryError
from archive.settings import Settings
from index.receipts.receipts import receipt_from_object
from index.receipts.reruns import compare
from index.requests import SearchRequest
from index.searcher import Searcher, open_searcher
from tests.conftest import ingest_into

ALL = SearchRequest(text="nghề")


def write(folder: Path, name: str, text: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(text, "utf-8")
    return path


def test_the_same_question_of_the_same_archive_is_the_same(
    searcher: Searcher, seeds_settings: Settings
) -> None:
    comparison = compare(searcher, searcher.receipt(SearchRequest()), seeds_settings)
    assert (comparison.same, comparison.proven) == (True, True)


def test_what_came_since_is_listed(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", "Bài bàn về nghề cá."))
    with open_searcher(settings) as searcher:
        receipt = searcher.receipt(ALL)
    ingest_into(settings, write(tmp_path, "b", "Bài bàn về nghề rừng."))
    with open_searcher(settings) as searcher:
        comparison = compare(searcher, receipt, settings)
    assert (comparison.proven, len(comparison.added), comparison.removed) == (True, 1, ())


def test_of_an_answer_that_cannot_be_rebuilt_nothing_is_listed(settings: Settings, tmp_path: Path) -> None:
    ingest_into(settings, write(tmp_path, "a", "Bài bàn về nghề cá."))
    with open_searcher(settings) as searcher:
        receipt = replace(searcher.receipt(ALL), ids_hash="0" * 64)
    ingest_into(settings, write(tmp_path, "b", "Bài bàn về nghề rừng."))
    with open_searcher(settings) as searcher:
        comparison = compare(searcher, receipt, settings)
    assert (comparison.same, comparison.proven) == (False, False)
    assert comparison.added == comparison.removed == ()


def test_a_receipt_from_the_future_is_of_another_archive(
    searcher: Searcher, seeds_settings: Settings
) -> None:
    receipt = replace(searcher.receipt(ALL), change=10**6)
    with pytest.raises(QueryError, match="this archive is at"):
        compare(searcher, receipt, seeds_settings)


@pytest.mark.parametrize(
    "value",
    [None, [], 1, {}, {"receipt": {}}, {"question": {}, "generation": "", "count": True, "change": 1}],
)
def test_what_is_no_receipt_is_refused(value: object) -> None:
    with pytest.raises(QueryError, match="no receipt found"):
        receipt_from_object(value)


def test_a_receipt_is_read_as_it_was_printed(searcher: Searcher) -> None:
    receipt = searcher.receipt(ALL)
    assert receipt_from_object({"receipt": receipt.as_object()}) == receipt
