"""From a request to what the engine is asked: names, filters, bounds, and what is said about them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path

import pytest

from archive.errors import QueryError
from archive.settings import read_settings
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.language.notices import Notice
from index.query import Keyword, Or, Term
from index.requests import SearchRequest
from tests.index.documents import document

OFFICIALS = {"p1": "Nguyễn Văn An – Phú Thọ (đến 6/2025)", "p2": "Nguyễn Văn An", "p3": "Nguyễn Văn An Bình"}
POSTS = ("Phó Chủ tịch", "Phó Chủ tịch UBND tỉnh", "Phó Chủ tịch HĐND tỉnh")


def labels(ids: Sequence[str]) -> Mapping[str, str]:
    return {identity: OFFICIALS[identity] for identity in ids if identity in OFFICIALS}


@pytest.fixture
def collection() -> Collection:
    """Three articles: one official and one post each."""
    backend = MemoryBackend(
        document(
            identity,
            "chuyển đổi số",
            keywords={
                "official": (official,),
                "post": (post,),
                "year": (str(year),),
                "province": ("phu-tho",),
            },
            date=date(year, 1, 1),
        )
        for identity, official, post, year in zip("abc", OFFICIALS, POSTS, (2019, 2020, 2021), strict=True)
    )
    return Collection(backend, labels, read_settings({}, Path("nowhere")))


def found(collection: Collection, request: SearchRequest) -> str:
    return "".join(collection.ids(collection.read(request)))


# filters


def test_the_count_of_a_facet_value_is_the_total_after_choosing_it(collection: Collection) -> None:
    fields = ("official", "post", "year")
    results, _ = collection.search(collection.read(SearchRequest(facets=dict.fromkeys(fields, 9))))
    for facet in results.facets:
        assert len(facet.values) == 3
        for value in facet.values:
            chosen = {facet.field: (value.value,)}
            assert len(found(collection, SearchRequest(include=chosen))) == value.count
            assert len(found(collection, SearchRequest(exclude=chosen))) == 3 - value.count


@pytest.mark.parametrize(
    ("field", "text", "ids"),
    [
        ("post", "Phó Chủ tịch", "a"),
        ("post", "phó chủ tịch", "a"),
        ("post", "pho chu tich", "a"),
        ("post", "Chủ tịch", "abc"),
        ("post", "UBND", "b"),
        ("official", "Nguyễn Văn An", "ab"),
        ("official", "nguyen van an", "ab"),
        ("official", "Nguyễn Văn An – Phú Thọ (đến 6/2025)", "a"),
        ("official", "p2", "b"),
        ("official", "Nguyễn Văn", "abc"),
        ("official", "An Bình", "c"),
        ("year", "2020", "b"),
    ],
)
def test_a_filter_means_a_value_or_a_whole_name_before_it_means_parts_of_names(
    collection: Collection, field: str, text: str, ids: str
) -> None:
    reading = collection.read(SearchRequest(include={field: (text,)}))
    assert "".join(collection.ids(reading)) == ids
    assert reading.notices == ()


@pytest.mark.parametrize(
    ("query", "ids"),
    [('post:"Phó Chủ tịch"', "abc"), ('official:"Nguyễn Văn An"', "abc"), ("cán-bộ:p3", "c")],
)
def test_a_field_of_the_query_holds_the_words(collection: Collection, query: str, ids: str) -> None:
    assert found(collection, SearchRequest(query)) == ids


# names that nothing bears


@pytest.mark.parametrize(
    ("field", "text"), [("year", "abc"), ("official", "zzz"), ("source", "Báo Trăng"), ("post", "-")]
)
def test_a_name_that_nothing_bears_is_said(collection: Collection, field: str, text: str) -> None:
    notice = Notice("no {field} called '{text}' in the archive", {"field": field, "text": text})
    included = collection.read(SearchRequest(include={field: (text,)}))
    excluded = collection.read(SearchRequest(exclude={field: (text,)}))
    assert included.notices == excluded.notices == (notice,)
    assert list(collection.ids(included)) == []
    assert len(list(collection.ids(excluded))) == 3


def test_a_name_in_the_query_that_nothing_bears_is_said_once(collection: Collection) -> None:
    reading = collection.read(SearchRequest("official:zzz OR -(năm OR year:abc) OR official:zzz x"))
    assert [str(notice) for notice in reading.notices] == [
        "no official called 'zzz' in the archive",
        "no year called 'abc' in the archive",
    ]


def test_unknown_and_provinces_without_articles_are_names(collection: Collection) -> None:
    request = SearchRequest("tỉnh:unknown", include={"official": ("unknown",), "province": ("Cà Mau",)})
    assert not any("called" in str(notice) for notice in collection.read(request).notices)


def test_a_province_that_stands_for_several_offers_the_narrower_ones(collection: Collection) -> None:
    for request in (SearchRequest('tỉnh:"Phú Thọ"'), SearchRequest(include={"province": ("Phú Thọ",)})):
        (notice,) = collection.read(request).notices
        assert str(notice).startswith("Phú Thọ = ")
        assert 'current:"Phú Thọ"' in str(notice)


# errors


@pytest.mark.parametrize(
    ("query", "position"),
    [
        ("chuyển đổi province:Atlantis", 20),
        ("chuyê\u0309n province:Atlantis", 17),
        ("(a OR -tỉnh:“Atlantis”)", 12),
        ('số current:"Hà Tây"', 11),
    ],
)
def test_a_province_that_never_was_is_an_error_where_it_stands(
    collection: Collection, query: str, position: int
) -> None:
    with pytest.raises(QueryError) as caught:
        collection.read(SearchRequest(query))
    assert caught.value.position == position
    assert caught.value.suggestion == ""


def test_an_error_of_a_filter_has_no_place_in_the_query(collection: Collection) -> None:
    with pytest.raises(QueryError, match="Atlantis") as caught:
        collection.read(SearchRequest("số", include={"province": ("Atlantis",)}))
    assert caught.value.position is None


@pytest.mark.parametrize("broken", ["\ud800", "\0"])
def test_what_is_no_text_never_reaches_the_engine(collection: Collection, broken: str) -> None:
    for request in (SearchRequest(broken), SearchRequest("a", include={"year": (broken,)})):
        with pytest.raises(QueryError, match="no character"):
            collection.read(request)


def test_patterns_are_bounded_by_their_setting() -> None:
    settings = read_settings({"KHOBAO_QUERY_PATTERNS": "1"}, Path("nowhere"))
    collection = Collection(MemoryBackend(), labels, settings)
    collection.read(SearchRequest("a* a*"))
    with pytest.raises(QueryError, match="KHOBAO_QUERY_PATTERNS") as caught:
        collection.read(SearchRequest("a* b~"))
    assert caught.value.position == 3


def test_patterns_and_names_become_what_the_engine_knows(collection: Collection) -> None:
    asked = collection.read(SearchRequest("ch*ển OR post:UBND")).query.clause
    assert asked == Or((Term("chuyên?"), Keyword("post", (POSTS[1],))))
