"""What somebody who types may mean; whatever is suggested finds something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.settings import read_settings
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.requests import SearchRequest
from index.suggesting.suggestions import Suggester, Suggestion
from index.suggesting.usage import Usage
from tests.index.documents import document

OFFICIALS = {"p1": "Nguyễn Văn Sơn – Phú Thọ (đến 6/2025)", "p2": "Nguyễn Văn Sáng", "p3": "Trần Thị Phúc"}
ARTICLES = (
    (
        "a",
        "Tỉnh đẩy mạnh chuyển đổi số trong giáo dục",
        "p1",
        "Chủ tịch UBND tỉnh",
        "UBND tỉnh Phú Thọ",
        2019,
    ),
    ("b", "Chuyển đổi số là việc của mọi nhà", "p1", "Chủ tịch UBND tỉnh", "UBND tỉnh Phú Thọ", 2020),
    ("c", "Chuyển đổi sang lúa mới, nông dân được mùa", "p2", "Giám đốc", "Sở Y tế tỉnh Hà Nam", 2021),
    ("d", "Học sinh vùng cao đến trường", "p3", "Bí thư Tỉnh ủy", "Tỉnh ủy", 2021),
)


def labels(ids: Sequence[str]) -> Mapping[str, str]:
    return {identity: OFFICIALS[identity] for identity in ids if identity in OFFICIALS}


def collection() -> Collection:
    """Four articles, each with an official, a post and a body."""
    backend = MemoryBackend(
        document(
            identity,
            body,
            keywords={
                "official": (official,),
                "post": (post,),
                "organisation": (body_name,),
                "province": ("phu-tho-1997",),
            },
            date=date(year, 1, 1),
        )
        for identity, body, official, post, body_name, year in ARTICLES
    )
    return Collection(backend, labels, read_settings({}, Path("nowhere")))


COLLECTION = collection()
SUGGESTER = Suggester(COLLECTION, Usage(COLLECTION.backend, COLLECTION.terms))


def suggested(request: SearchRequest | str, kind: str) -> list[Suggestion]:
    asked = SearchRequest(request) if isinstance(request, str) else request
    groups = SUGGESTER.suggest(asked, 5)
    return [suggestion for group in groups if group.kind == kind for suggestion in group.suggestions]


def texts(request: SearchRequest | str, kind: str) -> list[str]:
    return [suggestion.text for suggestion in suggested(request, kind)]


def total(request: SearchRequest, chosen: Suggestion) -> int:
    include = dict(request.include) | ({chosen.field: (chosen.value,)} if chosen.field else {})
    reading = COLLECTION.read(replace(request, text=chosen.query, include=include))
    return COLLECTION.search(reading)[0].total


@pytest.mark.parametrize("typed", ["nguyen van s", "Nguyễn Văn S", "nguyễn v", "van s"])
def test_officials_are_suggested_most_frequent_first(typed: str) -> None:
    assert texts(typed, "official") == ["Nguyễn Văn Sơn", "Nguyễn Văn Sáng"]


def test_an_official_is_told_by_their_unit_and_not_found_by_it() -> None:
    [suggestion] = suggested("sơn", "official")
    assert suggestion == Suggestion("Nguyễn Văn Sơn", "Phú Thọ (đến 6/2025)", "", "official", "p1", 2)
    assert texts("phú th", "official") == []


def test_posts_bodies_and_provinces_are_suggested() -> None:
    assert texts("chu t", "post") == ["Chủ tịch UBND tỉnh"]
    assert texts("uy ban nhan dan", "organisation") == ["UBND tỉnh Phú Thọ"]
    assert texts("so y te ha", "organisation") == ["Sở Y tế tỉnh Hà Nam"]
    [province] = suggested("phu t", "province")
    assert (province.text, province.about, province.value) == ("Phú Thọ", "đến 6/2025", "phu-tho-1997")


def test_the_last_word_goes_on_as_it_does_in_the_archive() -> None:
    assert texts("chuyển đổi s", "words") == ["chuyển đổi số", "chuyển đổi sang"]
    assert texts("hoc s", "words") == ["học sinh"]
    assert texts("giá", "words") == ["giáo dục", "giáo"]


def test_behind_words_without_marks_words_have_none() -> None:
    assert texts("chuyen doi s", "words") == ["chuyen doi so", "chuyen doi sang"]


def test_the_words_before_a_name_stay_in_the_query() -> None:
    [suggestion] = suggested("chuyển đổi nguyễn văn sơ", "official")
    assert (suggestion.query, suggestion.value, suggestion.documents) == ("chuyển đổi", "p1", 2)
    assert suggested("học sinh nguyễn văn sơ", "official") == []


def test_what_is_chosen_already_narrows_what_is_suggested() -> None:
    request = SearchRequest("nguyễn văn", include={"post": ("Giám đốc",)})
    assert texts(request, "official") == ["Nguyễn Văn Sáng"]
    assert texts(replace(request, include={}, first="2020"), "official") == [
        "Nguyễn Văn Sơn",
        "Nguyễn Văn Sáng",
    ]
    assert [one.documents for one in suggested(SearchRequest("sơn", first="2020"), "official")] == [1]


@pytest.mark.parametrize(
    "typed",
    ["", "  ", "-", "tỉnh:phú", '"chuyển đổi s', "(số", "chuyển đổi)", "số\0 s", "zzz", "tỉnh:Atlantis s"],
)
def test_what_cannot_be_gone_on_with_has_no_suggestions(typed: str) -> None:
    assert SUGGESTER.suggest(SearchRequest(typed), 5) == ()


words = st.sampled_from(
    (
        "nguyen",
        "Nguyễn",
        "v",
        "s",
        "so",
        "số",
        "chuyển",
        "chuyen",
        "d",
        "đ",
        "h",
        "-số",
        "OR",
        '"',
        "p",
        "tịch",
        "u",
    )
)
chosen = st.sampled_from(({}, {"official": ("p1",)}, {"post": ("Giám đốc",)}))


@given(st.lists(words, min_size=1, max_size=4).map(" ".join), chosen, st.sampled_from(("", "2020")))
def test_every_suggestion_finds_something(
    typed: str, include: Mapping[str, tuple[str, ...]], first: str
) -> None:
    request = SearchRequest(typed, include=include, first=first)
    for group in SUGGESTER.suggest(request, 3):
        assert 0 < len(group.suggestions) <= 3
        for suggestion in group.suggestions:
            found = total(request, suggestion)
            assert found > 0
            if suggestion.field and suggestion.field not in include:
                assert suggestion.documents == found
