"""Who held a post when."""

from __future__ import annotations

from datetime import date

import pytest

from archive.storage.store import Store
from tests.archive.storage.making import appearing, holder, ingest

UNIT, POST = "tuyen-quang-1991", "Chủ tịch UBND tỉnh"
FIRST, SECOND = "Lương Đình Khuê", "Bàn Thế Vượng"
DOCUMENTS = [
    appearing("a", "2019-02-03", holder(FIRST, POST, UNIT)),
    appearing("b", "2021-03-04", holder(FIRST, POST, UNIT)),
    appearing("c", "2021-05-06", holder(SECOND, POST, UNIT)),
    appearing("d", "2021-09-10", holder(SECOND, POST, UNIT)),
    appearing("e", "2023-11-12", holder(SECOND, POST, UNIT)),
    appearing("f", "2021-09-11", holder("Mai Công Trứ", "Phó Chủ tịch UBND tỉnh", UNIT)),
    appearing("g", "2021-09-12", holder("Tạ Văn Đồng", POST, "ha-giang-1991")),
]
SEPTEMBER = (date(2021, 9, 1), date(2021, 9, 30))


def asked(store: Store, post: str, *period: date, province: str = "Tuyên Quang") -> list[tuple[str, str]]:
    """Names and certainty."""
    return [(one.label.name, one.certainty) for one in store.holders(post, province, *period)]


def test_who_was_seen_in_a_post_within_the_period_held_it(store: Store) -> None:
    ingest(store, *DOCUMENTS)
    (found,) = store.holders(POST, "Tuyên Quang", *SEPTEMBER)
    assert (found.label.name, found.certainty) == (SECOND, "observed")
    assert (found.first_seen, found.last_seen) == ("2021-05-06", "2023-11-12")
    assert [proof.article for proof in found.proofs] == [DOCUMENTS[3].article.id]


def test_between_two_sightings_it_is_said_so_with_both(store: Store) -> None:
    ingest(store, *DOCUMENTS)
    (found,) = store.holders(POST, "Tuyên Quang", date(2022, 1, 1), date(2022, 12, 31))
    assert (found.label.name, found.certainty) == (SECOND, "before and after")
    assert [proof.day for proof in found.proofs] == ["2021-09-10", "2023-11-12"]


def test_nobody_is_invented(store: Store) -> None:
    ingest(store, *DOCUMENTS)
    assert asked(store, POST, date(2024, 1, 1), date(2024, 12, 31)) == []
    assert asked(store, "Chủ tịch HĐND tỉnh", *SEPTEMBER) == []


def test_who_was_seen_without_a_date_is_told_apart(store: Store) -> None:
    ingest(store, DOCUMENTS[3], appearing("z", None, holder(FIRST, POST, UNIT)))
    assert asked(store, POST, *SEPTEMBER) == [(SECOND, "observed"), (FIRST, "undated")]


def test_a_former_holder_is_no_holder(store: Store) -> None:
    ingest(store, appearing("y", "2021-09-13", holder(FIRST, "Tỉnh ủy viên", UNIT, former=((POST, UNIT),))))
    assert asked(store, POST, *SEPTEMBER) == []


@pytest.mark.parametrize(
    "post",
    [
        "Chủ tịch UBND tỉnh",
        "chủ tịch Ủy ban nhân dân tỉnh",
        "chu tich ubnd tinh",
        "CT UBND tỉnh",
        "ct ubnd tinh",
        "Chủ tịch UBND tỉnh Tuyên Quang",
        "chu tich ubnd tinh tuyen quang",
        "Chủ tịch tỉnh",
    ],
)
def test_a_post_is_asked_for_as_people_write_it(store: Store, post: str) -> None:
    ingest(store, *DOCUMENTS)
    assert asked(store, post, *SEPTEMBER) == [(SECOND, "observed")]


def test_the_province_may_stand_behind_the_post(store: Store) -> None:
    ingest(store, *DOCUMENTS)
    assert asked(store, "chu tich ubnd tinh ha giang", *SEPTEMBER, province="") == [
        ("Tạ Văn Đồng", "observed")
    ]


def test_words_that_are_no_whole_post_find_every_post_with_them(store: Store) -> None:
    ingest(store, *DOCUMENTS)
    assert asked(store, "UBND tỉnh", *SEPTEMBER) == [(SECOND, "observed"), ("Mai Công Trứ", "observed")]


def test_of_a_city_the_words_for_provinces_are_understood(store: Store) -> None:
    ingest(store, appearing("h", "2021-09-10", holder(FIRST, "Bí thư Thành ủy", "ha-noi-2008")))
    assert asked(store, "Bí thư Tỉnh ủy", *SEPTEMBER, province="Hà Nội") == [(FIRST, "observed")]
