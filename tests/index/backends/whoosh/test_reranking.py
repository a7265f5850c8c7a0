"""Words that stand near each other bring a document to the front."""

from __future__ import annotations

from pathlib import Path

import pytest

from index.backends.whoosh import WhooshBackend
from index.backends.whoosh.reranking import RERANKED, word_runs
from index.query import And, AtLeast, Node, Not, Or, Phrase, Query, Term
from index.results import IndexDocument
from tests.index.backends.contract import fill, order
from tests.index.documents import document, exact, unmarked

A, B, C, D = (Term(key) for key in "abcd")


@pytest.fixture
def backend(tmp_path: Path) -> WhooshBackend:
    return WhooshBackend.create(tmp_path / "articles")


def words(text: str) -> And:
    return And(tuple(exact(word) for word in text.split()))


def spread(text: str) -> str:
    """The words of a text, so far from each other that no passage has two of them."""
    return " và ".join(f"{word} {'rồi ' * 40}" for word in text.split())


def test_words_side_by_side_come_before_words_apart(backend: WhooshBackend) -> None:
    fill(backend, document("a", "sắt của đường này"), document("b", "đường sắt của này"))
    assert order(backend, Query(words("đường sắt"))) == ["b", "a"]


def test_the_order_of_the_words_counts(backend: WhooshBackend) -> None:
    fill(backend, document("a", "hội xã này"), document("b", "xã hội này"))
    assert order(backend, Query(words("xã hội"))) == ["b", "a"]


def test_unmarked_words_side_by_side_are_a_pair_too(backend: WhooshBackend) -> None:
    fill(backend, document("a", "sắt của đường này"), document("b", "đường sắt của này"))
    assert order(backend, Query(And((unmarked("duong"), unmarked("sat"))))) == ["b", "a"]


def test_a_rare_pair_weighs_more_than_a_common_one(backend: WhooshBackend) -> None:
    common = [document(f"x{n}", "ngày mai mưa to và gió lớn") for n in range(9)]
    fill(
        backend,
        *common,
        document("a", "ngày mai về lũ mà quét"),
        document("b", "mai về ngày mà lũ quét"),
    )
    asked = AtLeast(2, words("ngày mai lũ quét").clauses)
    assert order(backend, Query(asked))[:2] == ["b", "a"]


def test_words_in_one_passage_come_before_words_all_over_the_text(backend: WhooshBackend) -> None:
    filler = " rồi" * 120
    fill(
        backend,
        document("a", spread("lúa mặn đập") + " kênh"),
        document("b", "lúa bị mặn nên đập" + filler + " và kênh và"),
    )
    assert order(backend, Query(words("lúa mặn đập"))) == ["b", "a"]


def test_a_pair_in_the_title_counts(backend: WhooshBackend) -> None:
    fill(
        backend,
        document("a", "tin trong ngày", title="sắt cùng đường"),
        document("b", "tin trong ngày", title="cùng đường sắt"),
    )
    assert order(backend, Query(words("đường sắt"))) == ["b", "a"]


def test_words_of_a_field_are_sought_near_each_other_in_that_field(backend: WhooshBackend) -> None:
    fill(
        backend,
        document("a", "đường sắt", title="sắt cùng đường"),
        document("b", "sắt cùng đường", title="đường sắt"),
    )
    asked = And((exact("đường", "title"), exact("sắt", "title")))
    assert order(backend, Query(asked)) == ["b", "a"]


def test_the_order_does_not_depend_on_the_page(backend: WhooshBackend) -> None:
    count = RERANKED + 30
    fill(backend, *(_varied(number) for number in range(count)))
    asked = words("lũ quét")
    whole = order(backend, Query(asked, limit=count))
    pages = [order(backend, Query(asked, offset=begin, limit=50)) for begin in range(0, count, 50)]
    assert sum(pages, []) == whole
    assert len(set(whole)) == count


def test_scores_descend(backend: WhooshBackend) -> None:
    fill(backend, *(_varied(number) for number in range(RERANKED + 30)))
    scores = [hit.score for hit in backend.search(Query(words("lũ quét"), limit=300)).hits]
    assert scores == sorted(scores, reverse=True)


def _varied(number: int) -> IndexDocument:
    near = "lũ quét" if number % 3 == 0 else "quét lũ" if number % 3 == 1 else spread("lũ quét")
    return document(f"{number:03}", f"{near} {'rồi ' * (number % 7)} {'lũ ' * (number % 5)}")


@pytest.mark.parametrize(
    ("clause", "runs"),
    [
        (And((A, B, C)), [(A, B, C)]),
        (AtLeast(2, (A, B)), [(A, B)]),
        (A, []),
        (And((A, Phrase((B, C)), D)), []),
        (And((A, B, Phrase((C,)), C, D)), [(A, B), (C, D)]),
        (And((AtLeast(1, (A, B)), Not(C))), [(A, B)]),
        (Or((And((A, B)), And((C, D)))), [(A, B), (C, D)]),
        (Or((A, B)), []),
        (Not(And((A, B))), []),
        (And((A, Term("b", field="title"), Term("c", field="title"))), [("b", "c")]),
    ],
)
def test_bare_words_typed_side_by_side_are_a_run(clause: Node, runs: list[tuple[Term | str, ...]]) -> None:
    titled = [
        tuple(Term(word, field="title") if isinstance(word, str) else word for word in run) for run in runs
    ]
    assert list(word_runs(clause)) == titled
