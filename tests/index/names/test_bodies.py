"""Bodies by name, and along the line of bodies before and after them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.settings import read_settings
from index.backends.memory import MemoryBackend
from index.collection import Collection
from index.names.bodies import Bodies, spelt_out
from index.requests import SearchRequest
from tests.index.documents import document

CULTURE = "Sở Văn hóa, Thông tin tỉnh Phú Thọ"
POSTS = "Sở Bưu chính, Viễn thông tỉnh Phú Thọ"
MEDIA = "Sở Thông tin và Truyền thông tỉnh Phú Thọ"
MEDIA_OF_HANOI = "Sở Thông tin và Truyền thông thành phố Hà Nội"
SCIENCE = "Sở Khoa học và Công nghệ tỉnh Phú Thọ"
COMMITTEE = "UBND tỉnh Phú Thọ"
TOWN = "UBND thị xã Phú Thọ"
NAMES = (CULTURE, POSTS, MEDIA, MEDIA_OF_HANOI, SCIENCE, COMMITTEE, TOWN)
BODIES = Bodies(NAMES)
MERGER = date(2025, 3, 1)


def asked(documents: Mapping[str, tuple[tuple[str, ...], date | None]]) -> Collection:
    """Documents by id, with their bodies and day."""
    backend = MemoryBackend(
        document(identity, keywords={"organisation": names} if names else {}, date=day)
        for identity, (names, day) in documents.items()
    )
    return Collection(backend, lambda ids: {}, read_settings({}, Path("nowhere")))


def found(collection: Collection, text: str) -> list[str]:
    return list(collection.ids(collection.read(SearchRequest(text))))


def told(collection: Collection, text: str) -> list[str]:
    return [str(notice) for notice in collection.read(SearchRequest(text)).notices]


# names


def test_the_beginning_of_a_name_means_every_body_that_is_called_so() -> None:
    assert BODIES.named("Sở Thông tin và Truyền thông") == (MEDIA_OF_HANOI, MEDIA)
    assert BODIES.named("Sở Thông tin") == (MEDIA_OF_HANOI, MEDIA)
    assert BODIES.named("Thông tin") == ()


@pytest.mark.parametrize(
    "typed",
    [
        MEDIA,
        "Sở Thông tin và Truyền thông Phú Thọ",
        "SỞ THÔNG TIN VÀ TRUYỀN THÔNG PHÚ THỌ",
        "so thong tin va truyen thong phu tho",
        "Sở TT&TT Phú Thọ",
        "Sở TT-TT tỉnh Phú Thọ",
    ],
)
def test_every_spelling_of_a_name_means_the_one(typed: str) -> None:
    assert BODIES.named(typed) == BODIES.exactly(typed) == (MEDIA,)


@pytest.mark.parametrize(
    "typed",
    [
        "UBND tỉnh",
        "UBND Phú Thọ",
        "Ủy ban nhân dân tỉnh Phú Thọ",
        "Uỷ ban nhân dân Phú Thọ",
        "uy ban nhan dan tinh phu tho",
        "UBND tinh phu tho",
    ],
)
def test_what_is_usually_abbreviated_may_be_written_out(typed: str) -> None:
    assert BODIES.named(typed) == (COMMITTEE,)


def test_a_district_is_never_left_out_of_a_name() -> None:
    assert BODIES.named("UBND") == (TOWN, COMMITTEE)
    assert BODIES.named("UBND thị xã Phú Thọ") == (TOWN,)


def test_abbreviations_are_spelt_out_and_what_is_no_body_stays() -> None:
    assert spelt_out("Sở TT&TT TP.HCM") == "Sở Thông tin và Truyền thông thành phố Hồ Chí Minh"
    assert spelt_out("Thành ủy TP.HCM") == "Thành ủy Hồ Chí Minh"
    assert spelt_out("chuyển đổi số") == "chuyển đổi số"


@given(st.text(max_size=40))
def test_any_text_can_be_asked_for(text: str) -> None:
    assert set(BODIES.exactly(text)) <= set(BODIES.named(text)) <= set(NAMES)


# lines


def test_a_line_has_predecessors_always_and_successors_from_their_day_on() -> None:
    assert BODIES.in_line("Sở TT&TT Phú Thọ") == {None: (MEDIA, CULTURE, POSTS), MERGER: (SCIENCE,)}


def test_a_body_without_relatives_is_its_whole_line() -> None:
    assert BODIES.in_line("UBND tỉnh Phú Thọ") == {None: (COMMITTEE,)}
    assert BODIES.in_line("Tỉnh ủy") == {}


def test_a_line_is_searched_under_all_its_names_and_as_long_as_it_is_one() -> None:
    collection = asked(
        {
            "posts": ((POSTS,), date(2006, 5, 1)),
            "media": ((MEDIA,), date(2015, 5, 1)),
            "science before": ((SCIENCE,), date(2015, 5, 1)),
            "science after": ((SCIENCE,), date(2025, 5, 1)),
            "science undated": ((SCIENCE,), None),
            "elsewhere": ((MEDIA_OF_HANOI,), date(2015, 5, 1)),
        }
    )
    assert found(collection, 'organisation:"Sở TT&TT Phú Thọ"') == ["media"]
    assert found(collection, 'lineage:"Sở TT&TT Phú Thọ"') == ["media", "posts", "science after"]
    assert found(collection, 'dòng-cơ-quan:"so thong tin va truyen thong phu tho"') == [
        "media",
        "posts",
        "science after",
    ]
    assert found(collection, '-lineage:"Sở TT&TT Phú Thọ"') == [
        "elsewhere",
        "science before",
        "science undated",
    ]


def test_a_body_is_told_with_those_before_and_after_it_that_the_archive_has() -> None:
    collection = asked({"a": ((MEDIA,), date(2015, 5, 1)), "b": ((SCIENCE,), date(2025, 5, 1))})
    assert told(collection, 'organisation:"Sở TT&TT Phú Thọ"') == [
        "Sở TT&TT Phú Thọ came from other bodies or went into them: "
        'Sở Khoa học và Công nghệ Phú Thọ (2025-03-01 → …) → lineage:"Sở TT&TT Phú Thọ"'
    ]
    assert told(collection, 'organisation:"UBND tỉnh"') == [
        "no organisation called 'UBND tỉnh' in the archive"
    ]


def test_a_body_that_the_archive_has_under_other_names_only_is_told_so() -> None:
    collection = asked({"b": ((SCIENCE,), date(2025, 5, 1))})
    missing, wider = told(collection, 'organisation:"Sở Thông tin và Truyền thông"')
    assert missing == "no organisation called 'Sở Thông tin và Truyền thông' in the archive"
    assert wider.endswith('→ lineage:"Sở Thông tin và Truyền thông"')


def test_a_line_is_told_with_every_name_that_was_searched() -> None:
    collection = asked({"a": ((MEDIA,), date(2015, 5, 1)), "b": ((COMMITTEE,), date(2015, 5, 1))})
    (line,) = told(collection, 'lineage:"Sở Thông tin và Truyền thông"')
    assert line.endswith(
        "Sở Văn hóa, Thông tin (… → 2008-03-01) · Sở Bưu chính, Viễn thông (… → 2008-03-01) · "
        "Sở Khoa học và Công nghệ (2025-03-01 → …)"
    )
    (alone,) = told(collection, 'lineage:"UBND tỉnh Phú Thọ"')
    assert alone.startswith("no body is known to have come before or after UBND tỉnh Phú Thọ")


bodies = st.lists(st.sampled_from(NAMES), max_size=3, unique=True).map(tuple)
days = st.none() | st.sampled_from((date(2006, 5, 1), date(2024, 12, 31), MERGER, date(2026, 1, 1)))


@given(st.lists(st.tuples(bodies, days), max_size=8))
def test_a_line_counts_every_article_once(drawn: list[tuple[tuple[str, ...], date | None]]) -> None:
    documents = {f"d{place}": one for place, one in enumerate(drawn)}
    collection = asked(documents)
    reading = collection.read(SearchRequest('lineage:"Sở Thông tin và Truyền thông Phú Thọ"'))
    results, _ = collection.search(reading)
    expected = [
        identity
        for identity, (names, day) in documents.items()
        if {CULTURE, POSTS, MEDIA} & set(names) or (SCIENCE in names and day and day >= MERGER)
    ]
    assert list(collection.ids(reading)) == expected
    assert results.total == len(expected)


@given(st.lists(st.tuples(bodies, days), max_size=8))
def test_the_count_of_a_body_is_the_total_after_choosing_it(
    drawn: list[tuple[tuple[str, ...], date | None]],
) -> None:
    collection = asked({f"d{place}": one for place, one in enumerate(drawn)})
    results, _ = collection.search(collection.read(SearchRequest(facets={"organisation": 20})))
    for value in results.facets[0].values:
        chosen = SearchRequest(include={"organisation": (value.value,)})
        assert collection.search(collection.read(chosen))[0].total == value.count
