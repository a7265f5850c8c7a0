"""Persons and tenures, consolidated from live articles."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import NotFound
from archive.knowledge.persons.persons import person_id
from archive.models import Processed
from archive.storage import runs
from archive.storage.consolidation import consolidate
from archive.storage.store import Store, open_store
from tests.archive.storage.making import (
    appearing,
    holder,
    ingest,
    naming,
    official,
    read,
    url_of,
)

UNIT = "vinh-phuc-1997"
HOA = person_id("Lê Thị Hòa", UNIT)
EARLY = naming("Tin một.", [official("Lê Thị Hòa", "Giám đốc")], path="1.txt", sort_date="2019-05-01")
LATE = naming(
    "Tin hai.", [official("Lê Thị Hòa", "Giám đốc", "Bí thư")], path="2.txt", sort_date="2021-02-03"
)
UNDATED = naming("Tin ba.", [official("Lê Thị Hòa", "Giám đốc")], path="3.txt", sort_date=None)
OTHER = naming("Tin bốn.", [official("Trần Văn Bình", unit=None)], path="4.txt", sort_date="2020")

TUYEN_QUANG, HA_GIANG, MERGED = "tuyen-quang-1991", "ha-giang-1991", "tuyen-quang-2025"
CHAIRMAN = "Chủ tịch UBND tỉnh"
NAME = "Nông Văn Thạch"
IN_TUYEN_QUANG = [
    appearing(f"tq{month}", f"2024-{month:02}-10", holder(NAME, CHAIRMAN, TUYEN_QUANG))
    for month in (1, 6, 11)
]
IN_HA_GIANG = [
    appearing(f"hg{month}", f"2024-{month:02}-15", holder(NAME, CHAIRMAN, HA_GIANG)) for month in (2, 7, 12)
]
AFTER_WITH_PROOF = appearing(
    "sau1",
    "2025-08-01",
    holder(NAME, "Chủ tịch HĐND tỉnh", MERGED, former=((CHAIRMAN, HA_GIANG),)),
)
AFTER_WITHOUT = appearing("sau2", "2025-09-01", holder(NAME, "Trưởng Ban Nội chính Tỉnh ủy", MERGED))
NAMESAKES = [*IN_TUYEN_QUANG, *IN_HA_GIANG, AFTER_WITH_PROOF, AFTER_WITHOUT]


def people(store: Store, *documents: Processed) -> list[str]:
    """The person of the first official of each article."""
    return [store.get(document.article.id).people[0] for document in documents]


def test_a_tenure_tells_when_a_post_was_seen_and_in_which_articles(store: Store) -> None:
    ingest(store, LATE, EARLY, UNDATED)
    person = store.person(HOA)
    assert (person.name, person.unit, person.articles) == ("Lê Thị Hòa", UNIT, 3)
    director, secretary = person.tenures
    assert (secretary.post, secretary.articles) == ("Bí thư", 1)
    assert [proof.article for proof in secretary.evidence] == [LATE.article.id]
    assert (director.post, director.organisation, director.status) == (
        "Giám đốc",
        "UBND tỉnh Vĩnh Phúc",
        "current",
    )
    assert (director.first_seen, director.last_seen) == ("2019-05-01", "2021-02-03")
    assert [(proof.article, proof.day) for proof in director.evidence] == [
        (EARLY.article.id, "2019-05-01"),
        (LATE.article.id, "2021-02-03"),
        (UNDATED.article.id, None),
    ]
    assert director.evidence[0].span.part == "body"


def test_an_official_without_a_post_is_a_person_without_tenures(store: Store) -> None:
    ingest(store, OTHER)
    assert store.person(person_id("Trần Văn Bình", None)).tenures == ()


def test_an_article_says_who_its_officials_are(store: Store) -> None:
    ingest(store, EARLY)
    assert people(store, EARLY) == [HOA]


def snapshot(store: Store, documents: Sequence[Processed]) -> object:
    """Everything that persons are."""
    ids = sorted({id for document in documents for id in store.get(document.article.id).people})
    return (
        [store.get(document.article.id).people for document in documents],
        store.persons(ids),
        {id: store.possibly_same(id) for id in ids},
    )


MOVING = [
    appearing("h1", "2022-03-01", holder("Đàm Quốc Thụ", "Bí thư Tỉnh ủy", "ha-nam-1997")),
    appearing(
        "h2",
        "2024-05-02",
        holder(
            "Đàm Quốc Thụ", "Bí thư Tỉnh ủy", "ha-nam-1997", appointed=(("Bí thư Tỉnh ủy", "ninh-binh-1991"),)
        ),
    ),
    appearing("h3", "2024-09-03", holder("Đàm Quốc Thụ", "Bí thư Tỉnh ủy", "ninh-binh-1991")),
    appearing("h4", "2025-07-20", holder("Đàm Quốc Thụ", "Bí thư Tỉnh ủy", "ninh-binh-2025")),
    appearing(
        "h5",
        "2025-10-01",
        holder(
            "Đàm Quốc Thụ", "Bí thư Tỉnh ủy", "phu-tho-2025", former=(("Bí thư Tỉnh ủy", "ninh-binh-2025"),)
        ),
    ),
]


@settings(max_examples=12, deadline=None)
@given(st.permutations([*NAMESAKES, *MOVING]), st.lists(st.integers(0, 13), max_size=3))
def test_order_and_number_of_runs_do_not_matter(documents: list[Processed], cuts: list[int]) -> None:
    everything = [*NAMESAKES, *MOVING]
    with TemporaryDirectory() as folder, open_store(url_of(Path(folder) / "one")) as one:
        ingest(one, *everything)
        with open_store(url_of(Path(folder) / "two")) as two:
            bounds = [0, *sorted(cuts), len(documents)]
            for start, end in zip(bounds, bounds[1:], strict=False):
                ingest(two, *documents[start:end])
            assert snapshot(two, everything) == snapshot(one, everything)
            assert two.verify() == []


def test_two_chairmen_of_one_name_in_two_provinces_are_two_persons(store: Store) -> None:
    ingest(store, *IN_TUYEN_QUANG, *IN_HA_GIANG)
    assert set(people(store, *IN_TUYEN_QUANG)) == {person_id(NAME, TUYEN_QUANG)}
    assert set(people(store, *IN_HA_GIANG)) == {person_id(NAME, HA_GIANG)}


def test_after_the_merger_a_namesake_is_whom_print_says_else_perhaps_either(store: Store) -> None:
    ingest(store, *NAMESAKES)
    assert people(store, AFTER_WITH_PROOF) == [person_id(NAME, HA_GIANG)]
    (alone,) = people(store, AFTER_WITHOUT)
    assert {found.person.id for found in store.possibly_same(alone)} == {
        person_id(NAME, HA_GIANG),
        person_id(NAME, TUYEN_QUANG),
    }
    assert {found.reason for found in store.possibly_same(alone)} == {"same unit", "successor unit"}


def test_with_one_chairman_of_the_name_the_merged_province_is_his(store: Store) -> None:
    ingest(store, *IN_TUYEN_QUANG, AFTER_WITHOUT)
    assert people(store, AFTER_WITHOUT) == [person_id(NAME, TUYEN_QUANG)]


def test_who_turns_out_to_be_somebody_else_is_logged_though_the_article_stays(store: Store) -> None:
    ingest(store, *IN_TUYEN_QUANG, AFTER_WITHOUT)
    before = store.state().change_number
    ingest(store, *IN_HA_GIANG)
    told = {change.article: change.kind for change in store.changes(before)}
    assert told[AFTER_WITHOUT.article.id] == "identified"
    then = store.state_at(AFTER_WITHOUT.article.id, before)
    assert then is not None and then.people == (person_id(NAME, TUYEN_QUANG),)
    assert people(store, AFTER_WITHOUT) != list(then.people)


def test_an_id_once_given_leads_to_the_person(store: Store) -> None:
    ingest(store, AFTER_WITHOUT)
    (former,) = people(store, AFTER_WITHOUT)
    ingest(store, *IN_TUYEN_QUANG)
    assert store.person(former).id == person_id(NAME, TUYEN_QUANG)
    assert store.labels([former])[former].name == NAME


def test_a_secretary_who_moves_over_three_provinces_is_one_person(store: Store) -> None:
    ingest(store, *MOVING)
    assert len(set(people(store, *MOVING))) == 1
    person = store.person(people(store, MOVING[0])[0])
    assert person.unit == "phu-tho-2025"
    assert [tenure.unit for tenure in person.tenures if tenure.status == "current"] == [
        "ha-nam-1997",
        "ninh-binh-1991",
        "ninh-binh-2025",
        "phu-tho-2025",
    ]
    assert store.contradictions(person) == []


def test_without_print_equal_names_of_two_provinces_are_perhaps_one(store: Store) -> None:
    first, second = MOVING[0], MOVING[2]
    ingest(store, first, second)
    one, other = people(store, first, second)
    assert one != other
    assert [(found.person.id, found.reason) for found in store.possibly_same(one)] == [
        (other, "no printed proof")
    ]


def test_a_person_promoted_from_a_district_to_the_province_is_one(store: Store) -> None:
    district = appearing("a", "2015-02-03", holder("Chu Bá Lộc", "Chủ tịch UBND huyện Vĩnh Tường", UNIT))
    province = appearing("b", "2021-02-03", holder("Chu Bá Lộc", "Phó Chủ tịch UBND tỉnh", UNIT))
    ingest(store, district, province)
    assert len(set(people(store, district, province))) == 1


def test_chairmen_of_two_communes_at_one_time_are_two_persons(store: Store) -> None:
    one = [
        appearing(f"a{year}", f"{year}-02-03", holder("Chu Bá Lộc", "Chủ tịch UBND xã Yên Bình", UNIT))
        for year in (2015, 2019)
    ]
    other = appearing("b", "2017-02-03", holder("Chu Bá Lộc", "Chủ tịch UBND xã Đại Đồng", UNIT))
    ingest(store, *one, other)
    assert len(set(people(store, *one))) == 1
    assert people(store, other) != people(store, one[0])


def test_two_posts_at_once_are_one_person(store: Store) -> None:
    both = appearing("a", "2020-02-03", holder("Chu Bá Lộc", "Bí thư Tỉnh ủy", UNIT))
    chair = appearing("b", "2020-03-03", holder("Chu Bá Lộc", "Chủ tịch HĐND tỉnh", UNIT))
    ingest(store, both, chair)
    (person,) = set(people(store, both, chair))
    assert {tenure.post for tenure in store.person(person).tenures} == {
        "Bí thư Tỉnh ủy",
        "Chủ tịch HĐND tỉnh",
    }


def test_two_holders_of_a_post_at_one_time_are_a_contradiction(store: Store) -> None:
    documents = [
        appearing(f"{name} {month}", f"2020-{month:02}-03", holder(name, CHAIRMAN, UNIT))
        for name in ("Chu Bá Lộc", "Kiều Thế Vinh")
        for month in (2, 9)
    ]
    ingest(store, *documents)
    (found,) = store.contradictions(store.person(person_id("Chu Bá Lộc", UNIT)))
    assert (found.kind, found.other) == ("two holders", person_id("Kiều Thế Vinh", UNIT))
    assert (found.first, found.last) == ("2020-02-03", "2020-09-03")


def test_one_article_that_gives_two_provinces_to_one_name_shows_two_namesakes(store: Store) -> None:
    both = holder(NAME, CHAIRMAN, TUYEN_QUANG, also=((CHAIRMAN, HA_GIANG),))
    ingest(store, *IN_TUYEN_QUANG, *IN_HA_GIANG, appearing("chung", "2024-05-05", both))
    held = store.person(person_id(NAME, HA_GIANG)).tenures
    assert [(tenure.unit, tenure.articles) for tenure in held] == [(HA_GIANG, 4)]


def test_posts_of_two_provinces_at_one_time_are_listed_when_nobody_else_holds_them(store: Store) -> None:
    both = [
        appearing(
            f"chung {month}",
            f"2024-{month:02}-05",
            holder(NAME, CHAIRMAN, UNIT, also=((CHAIRMAN, HA_GIANG),)),
        )
        for month in (1, 9)
    ]
    ingest(store, *both)
    (found,) = store.contradictions(store.person(person_id(NAME, UNIT)))
    assert found.kind == "two units"


def test_a_withdrawn_article_is_no_evidence(store: Store) -> None:
    ingest(store, EARLY, LATE, OTHER)
    store.withdraw(LATE.article.id, "đăng nhầm")
    store.withdraw(OTHER.article.id, "đăng nhầm")
    shown = [proof.article for tenure in store.person(HOA).tenures for proof in tenure.evidence]
    assert shown == [EARLY.article.id]
    with pytest.raises(NotFound, match="no official"):
        store.person(person_id("Trần Văn Bình", None))


def test_a_restored_article_is_evidence_again(store: Store) -> None:
    ingest(store, EARLY, LATE)
    before = store.person(HOA)
    store.withdraw(LATE.article.id, "đăng nhầm")
    assert store.person(HOA).articles == 1
    store.restore(LATE.article.id, "không nhầm")
    assert store.person(HOA) == before


def test_nothing_is_left_to_look_at_after_a_run_or_a_withdrawal(store: Store) -> None:
    ingest(store, EARLY, OTHER)
    store.withdraw(OTHER.article.id, "đăng nhầm")
    with store.writer() as writer:
        assert consolidate(writer) == 0


def test_what_a_killed_run_left_is_looked_at_by_the_next(
    store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(runs, "BATCH_DOCUMENTS", 1)
    with pytest.raises(KeyboardInterrupt), store.begin_run([], 1) as run:
        run.save(read(EARLY))
        raise KeyboardInterrupt
    assert store.find_persons("Lê Thị Hòa") == []
    ingest(store, OTHER)
    assert store.person(HOA).articles == 1


@pytest.mark.parametrize("name", ["Lê Thị Hòa", "lê thị hoà", "Le Thi Hoa", "le  thi  hoa"])
def test_a_name_is_found_with_its_marks_or_without_any(store: Store, name: str) -> None:
    ingest(store, EARLY, OTHER)
    assert [person.id for person in store.find_persons(name)] == [HOA]


def test_a_name_with_other_marks_is_another_name(store: Store) -> None:
    ingest(store, EARLY)
    assert store.find_persons("Lê Thị Hoa") == []


def test_a_given_name_finds_those_whose_name_ends_so_unless_it_is_a_whole_name(store: Store) -> None:
    ingest(store, EARLY)
    assert [person.id for person in store.find_persons("thi hoa")] == [HOA]
    assert store.find_persons("Thị") == store.find_persons("%") == store.find_persons(" ") == []


def test_namesakes_come_by_how_often_they_are_named(store: Store) -> None:
    namesake = official("Lê Thị Hoa", "Giám đốc", unit="hoa-binh-1991")
    ingest(store, EARLY, LATE, naming("Tin năm.", [namesake], path="5.txt", sort_date=None))
    found = store.find_persons("le thi hoa")
    assert [(person.unit, person.articles) for person in found] == [(UNIT, 2), ("hoa-binh-1991", 1)]
