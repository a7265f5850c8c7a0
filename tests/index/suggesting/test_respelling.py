"""What a query that finds little may have meant: only what is spelt alike and finds more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.settings import read_settings
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.requests import SearchRequest
from index.suggesting.respelling import Respeller, Respelling
from index.suggesting.usage import Usage
from tests.index.documents import document

BODIES = (
    "Tỉnh đẩy mạnh chuyển đổi số",
    "Huyện chuyển đổi số trong trường học",
    "Xã sửa chữa đường liên thôn",
    "Trường mua sữa cho học sinh, sữa tươi",
    "Hà Nội có nhiều hồ",
    "Hà Nội sửa chữa cầu",
    "Ngành giáo dục Hà Nội xử lý nghiêm",
    "Công an tỉnh xử lý nghiêm vi phạm",
    "Người dân kể chuyện xưa",
)


def collection() -> Collection:
    """Articles about a few things, and one in whose title alone a word stands."""
    documents = [document(str(place), body) for place, body in enumerate(BODIES)]
    documents.append(document("t", "Bài ngắn", title="Lễ hội đền Hùng"))
    return Collection(MemoryBackend(documents), lambda ids: {}, read_settings({}, Path("nowhere")))


COLLECTION = collection()
RESPELLER = Respeller(COLLECTION, Usage(COLLECTION.backend, COLLECTION.terms))


def total(request: SearchRequest) -> int:
    return COLLECTION.search(COLLECTION.read(request))[0].total


def respelt(request: SearchRequest | str) -> Respelling | None:
    asked = SearchRequest(request) if isinstance(request, str) else request
    return RESPELLER.respelt(asked, COLLECTION.read(asked), total(asked))


@pytest.mark.parametrize(
    ("typed", "meant", "found"),
    [
        ("chuyễn đỗi xố", "chuyển đổi số", 2),
        ("chuyen doi xo", "chuyen doi so", 2),
        ("Chuyễn đổi số", "Chuyển đổi số", 2),
        ("sữa chửa cầu", "sửa chữa cầu", 1),
        ("hà lội", "hà nội", 3),
        ("nghành giáo dục", "ngành giáo dục", 1),
        ("xử lí ngiêm", "xử lý nghiêm", 2),
        ('"chuyễn đổi"', '"chuyển đổi"', 2),
        ("title:hôi", "title:hội", 1),
        ("câu:(xử lí)", "câu:(xử lý)", 2),
    ],
)
def test_misspelt_words_are_spelt_as_in_the_archive(typed: str, meant: str, found: int) -> None:
    assert respelt(typed) == Respelling(meant, found)


@pytest.mark.parametrize(
    "typed", ["chuyển đổi số", "Hà Nội", "zzzqqq", "", "1999", "-hà", "tỉnh:unknown", " ".join(["xố"] * 30)]
)
def test_what_is_spelt_well_or_like_nothing_is_left(typed: str) -> None:
    assert respelt(typed) is None


def test_what_finds_enough_is_left() -> None:
    asked = SearchRequest("chuyễn đỗi xố")
    assert RESPELLER.respelt(asked, COLLECTION.read(asked), 4) is None


def test_what_finds_something_is_respelt_only_as_what_is_likelier() -> None:
    assert total(SearchRequest("chuyện xưa")) == 1
    assert respelt("chuyện xưa") is None


def test_a_word_that_is_left_out_stays_as_it_is() -> None:
    assert respelt("hà lội -cầuu") == Respelling("hà nội -cầuu", 3)


words = st.sampled_from(
    [
        "chuyễn",
        "đổi",
        "xố",
        "chữa",
        "sữa",
        "hà",
        "lội",
        "số",
        "nghiêm",
        "ngiêm",
        "xử",
        "lí",
        "xo",
        "doi",
        "-hà",
        "OR",
        "title:hội",
    ]
)


@given(st.lists(words, min_size=1, max_size=4).map(" ".join), st.sampled_from(("all", "most")))
def test_a_respelt_query_finds_what_it_says_and_more_than_the_typed_one(typed: str, match: str) -> None:
    asked = SearchRequest(typed, match=match)  # type: ignore[arg-type]
    if found := respelt(asked):
        assert found.text != typed
        assert total(replace(asked, text=found.text)) == found.total > total(asked)
