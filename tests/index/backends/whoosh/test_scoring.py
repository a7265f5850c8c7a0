"""Scores are those of stock Whoosh's searcher, without a limit, under the same formula."""

from __future__ import annotations

from collections.abc import Callable
from math import log
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from whoosh import query as stock
from whoosh.index import FileIndex
from whoosh.scoring import BaseScorer, WeightingModel

from index.backends.whoosh import WhooshBackend
from index.backends.whoosh.conditions import Conditions
from index.backends.whoosh.deadline import Deadline
from index.backends.whoosh.evaluation import Evaluator
from index.backends.whoosh.schema import make_schema
from index.backends.whoosh.scoring import Scorer
from index.backends.whoosh.segment import opened_segments
from index.backends.whoosh.snapshot import Snapshot
from index.backends.whoosh.storage import DurableStorage
from index.fields import ARTICLES
from index.query import And, Node, Or, Phrase, Term
from index.results import IndexDocument
from tests.index.backends.contract import fill

FIELD = "body"
WORDS = ("hoa", "hoa`", "lan", "đi", "1600")

texts = st.lists(st.sampled_from(WORDS), max_size=12).map(tuple)
segments = st.lists(st.lists(texts, min_size=1, max_size=5), min_size=1, max_size=3)
several = st.lists(st.sampled_from(WORDS), min_size=1, max_size=3, unique=True)


class Formula(WeightingModel):  # type: ignore[misc]  # whoosh is untyped
    """BM25 with k1 1.2 and b 0.75, over the true lengths of the documents."""

    def __init__(self, lengths: list[int]) -> None:
        self.lengths = lengths

    def scorer(self, searcher: Any, field: str, term: bytes, qf: int = 1) -> BaseScorer:
        whole = searcher.get_parent()
        first = next(number for segment, number in whole.leaf_searchers() if segment is searcher)
        return FormulaScorer(self.lengths, first, whole.reader().doc_frequency(field, term))


class FormulaScorer(BaseScorer):  # type: ignore[misc]  # whoosh is untyped
    """Of one term in one segment, which begins with the document `first`."""

    def __init__(self, lengths: list[int], first: int, having: int) -> None:
        self.lengths = lengths
        self.first = first
        self.rarity = log(1 + (len(lengths) - having + 0.5) / (having + 0.5))

    def score(self, matcher: Any) -> float:
        return self.rarity * levelled(matcher.weight(), self.lengths[self.first + matcher.id()], self.lengths)


def levelled(frequency: float, length: int, lengths: list[int]) -> float:
    mean = sum(lengths) / sum(length > 0 for length in lengths)
    return 2.2 * frequency / (frequency + 1.2 * (0.25 + 0.75 * length / mean))


def scored(folder: Path, node: Node) -> dict[int, float]:
    """Document numbers and scores, as we have them."""
    snapshot = Snapshot(opened_segments(opened(folder)), ARTICLES)
    evaluator = Evaluator(snapshot, Conditions(snapshot), Deadline(60))
    documents = evaluator.units(node).numbers
    scores = Scorer(snapshot, evaluator).scores(node, documents)
    return dict(zip(documents.tolist(), scores.tolist(), strict=True))


def opened(folder: Path) -> FileIndex:
    return FileIndex(DurableStorage(str(folder)), make_schema(ARTICLES))


def written(folder: Path, blocks: list[list[tuple[str, ...]]]) -> list[tuple[str, ...]]:
    """Each block a segment; the texts by document number."""
    backend = WhooshBackend.create(folder)
    numbered = [text for block in blocks for text in block]
    number = 0
    for block in blocks:
        named = [
            IndexDocument(f"{number + place:03}", 1, {FIELD: text}, {FIELD: (0,)})
            for place, text in enumerate(block)
        ]
        fill(backend, *named)
        number += len(block)
    backend.close()
    return numbered


@pytest.mark.parametrize(("join", "stock_join"), [(And, stock.And), (Or, stock.Or)])
@settings(max_examples=30, deadline=None)
@given(blocks=segments, words=several)
def test_scores_are_those_of_the_stock_searcher(
    join: Callable[[tuple[Node, ...]], Node],
    stock_join: Callable[[list[Any]], Any],
    blocks: list[list[tuple[str, ...]]],
    words: list[str],
) -> None:
    with TemporaryDirectory() as name:
        folder = Path(name)
        lengths = list(map(len, written(folder, blocks)))
        with opened(folder).searcher(weighting=Formula(lengths)) as searcher:
            asked = stock_join([stock.Term(FIELD, word.encode()) for word in words])
            expected = {hit.docnum: hit.score for hit in searcher.search(asked, limit=None)}
        found = scored(folder, join(tuple(Term(word, field=FIELD) for word in words)))
        assert found.keys() == expected.keys()
        assert found == pytest.approx(expected, rel=1e-5)


@settings(max_examples=30, deadline=None)
@given(blocks=segments, words=st.lists(st.sampled_from(WORDS), min_size=1, max_size=3))
def test_a_phrase_is_scored_as_one_word_as_rare_as_its_words(
    blocks: list[list[tuple[str, ...]]], words: list[str]
) -> None:
    with TemporaryDirectory() as name:
        numbered = written(Path(name), blocks)
        found = scored(Path(name), Phrase(tuple(map(Term, words)), FIELD))
    lengths = list(map(len, numbered))
    having = [sum(word in text for text in numbered) for word in words]
    rarity = sum(log(1 + (len(lengths) - count + 0.5) / (count + 0.5)) for count in having)
    counts = [
        sum(text[start : start + len(words)] == tuple(words) for start in range(len(text)))
        for text in numbered
    ]
    expected = {
        number: rarity * levelled(count, lengths[number], lengths)
        for number, count in enumerate(counts)
        if count
    }
    assert found == pytest.approx(expected, rel=1e-5)


def test_fields_are_summed_by_their_boosts_before_they_are_levelled_off(tmp_path: Path) -> None:
    backend = WhooshBackend.create(tmp_path)
    texts: list[dict[str, tuple[str, ...]]] = [
        {"title": ("hoa", "lan"), "body": ("hoa", "hoa", "lan")},
        {"body": ("lan", "lan")},
    ]
    fill(backend, *(IndexDocument(str(n), 1, text, {}) for n, text in enumerate(texts)))
    boost = ARTICLES.by_name["title"].boost
    lengths = np.array([2 * boost + 3, 2])
    frequency = boost + 2
    norm = 1.2 * (0.25 + 0.75 * lengths[0] / lengths.mean())
    expected = log(1 + 1.5 / 1.5) * 2.2 * frequency / (frequency + norm)
    assert scored(tmp_path, Term("hoa")) == {0: pytest.approx(expected, rel=1e-5)}
