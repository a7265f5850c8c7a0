"""Who is who: seats, lineages, strands, identities, tenures; all of it without a store."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.persons.identities import identify, possible_pairs
from archive.knowledge.persons.lineage import are_rivals, is_one_line
from archive.knowledge.persons.persons import name_key, person_id
from archive.knowledge.persons.post_queries import read_post
from archive.knowledge.persons.seats import LEADERSHIP, is_exclusive, is_minor, seats
from archive.knowledge.persons.sightings import PRINTED_SLACK, Interval, Sighting, observed
from archive.knowledge.persons.tenures import proof_sentence, tenures_of, two_units
from archive.models import Post, Span, Status
from tests.archive.storage.making import processed

NAME = "Ninh Thế Quyền"
HERE, THERE = "vinh-phuc-1997", "ca-mau-1997"

Held = tuple[str, str | None, Status]


def seen(number: int, day: str | None, *held: Held, unit: str | None = HERE, name: str = NAME) -> Sighting:
    """A sighting in an article of its own; posts as (post, unit, status)."""
    return Sighting(
        article=f"tin-{number}",
        revision=number,
        position=0,
        name=name,
        name_key=name_key(name),
        local=person_id(name, unit),
        unit=unit,
        day=day,
        posts=tuple(
            Post(canonical, canonical, canonical.partition(" ")[2] or None, of, status, Span("body", 0, 3))
            for canonical, of, status in held
        ),
    )


def persons(*sightings: Sighting) -> list[set[int]]:
    """The numbers of the articles of each person, by the first."""
    return sorted(({sighting.revision for sighting in one.sightings} for one in identify(sightings)), key=min)


def test_units_are_one_line_when_one_came_of_the_other() -> None:
    assert is_one_line("ha-giang-1991", "tuyen-quang-2025")
    assert is_one_line("ha-tuyen-1976", "tuyen-quang-2025")
    assert not is_one_line("ha-giang-1991", "tuyen-quang-1991")
    assert are_rivals("ha-giang-1991", "tuyen-quang-1991")
    assert not are_rivals("ha-giang-1991", THERE)
    assert not is_one_line("không còn", THERE)


@pytest.mark.parametrize(
    ("post", "kinds"),
    [
        ("Chủ tịch UBND tỉnh", {"executive", LEADERSHIP}),
        ("Phó Chủ tịch Thường trực UBND tỉnh", {"executive", LEADERSHIP}),
        ("Bí thư Tỉnh ủy", {"party", LEADERSHIP}),
        ("Chủ tịch UBND huyện Vĩnh Tường", {"executive"}),
        ("Bí thư Huyện ủy Vĩnh Tường", {"local party"}),
        ("Phó Giám đốc Sở Y tế", {"department"}),
        ("Đại biểu Quốc hội", set()),
    ],
)
def test_seats_tell_persons_apart(post: str, kinds: set[str]) -> None:
    assert {seat.kind for seat in seats(post, HERE)} == kinds


def test_one_holder_a_time_have_the_first_posts_of_a_province_alone() -> None:
    assert is_exclusive("Chủ tịch UBND tỉnh")
    assert is_exclusive("Bí thư Thành ủy")
    assert not is_exclusive("Phó Chủ tịch UBND tỉnh")
    assert is_minor("Chủ tịch UBND huyện Vĩnh Tường")
    assert is_minor("Bí thư Thành ủy Vĩnh Yên")
    assert not is_minor("Bí thư Thành ủy")


def test_only_one_coarse_date_contradicts_nothing() -> None:
    year = observed(["2020"])
    assert year.last < year.first
    assert year.is_apart(observed(["2020-05-01", "2020-06-01"]), PRINTED_SLACK)
    assert observed(["2019", "2020-05-01", "2021"]) == Interval(
        observed(["2019-12-31"]).first, observed(["2021-01-01"]).last
    )


def test_posts_at_different_times_are_one_person() -> None:
    assert persons(
        seen(1, "2011-01-02", ("Giám đốc Sở Y tế", HERE, "current")),
        seen(2, "2016-01-02", ("Phó Chủ tịch UBND tỉnh", HERE, "current")),
    ) == [{1, 2}]


def test_directors_of_two_departments_at_one_time_are_two_persons() -> None:
    assert persons(
        seen(1, "2011-01-02", ("Giám đốc Sở Y tế", HERE, "current")),
        seen(2, "2012-01-02", ("Giám đốc Sở Tư pháp", HERE, "current")),
        seen(3, "2013-01-02", ("Giám đốc Sở Y tế", HERE, "current")),
    ) == [{1, 3}, {2}]


def test_who_fits_two_persons_who_contradict_each_other_is_neither_for_certain() -> None:
    sightings = [
        seen(1, "2011-01-02", ("Giám đốc Sở Y tế", HERE, "current")),
        seen(2, "2012-01-02", ("Giám đốc Sở Tư pháp", HERE, "current")),
        seen(3, "2013-01-02", ("Giám đốc Sở Y tế", HERE, "current")),
        seen(4, "2020-01-02", ("Phó Chủ tịch UBND tỉnh", HERE, "current")),
    ]
    assert persons(*sightings) == [{1, 3}, {2}, {4}]
    found = identify(sightings)
    assert {pair.reason for pair in possible_pairs(found)} == {"same unit"}
    assert len(possible_pairs(found)) == 2


def test_without_dates_a_local_post_is_put_together_only_with_one_like_it() -> None:
    chair: Held = ("Chủ tịch UBND huyện Vĩnh Tường", HERE, "current")
    assert persons(seen(1, None, chair), seen(2, None, ("Phó Chủ tịch UBND tỉnh", HERE, "current"))) == [
        {1},
        {2},
    ]
    council: Held = ("Chủ tịch HĐND huyện Vĩnh Tường", HERE, "current")
    assert persons(seen(1, None, chair), seen(2, None, council)) == [{1, 2}]


def test_an_exclusive_post_of_two_provinces_in_the_same_years_outweighs_print() -> None:
    assert persons(
        seen(1, "2020-01-02", ("Bí thư Tỉnh ủy", HERE, "current")),
        seen(2, "2022-01-02", ("Bí thư Tỉnh ủy", HERE, "current")),
        seen(3, "2021-01-02", ("Bí thư Tỉnh ủy", THERE, "current"), unit=THERE),
        seen(
            4,
            "2021-05-02",
            ("Bí thư Tỉnh ủy", THERE, "current"),
            ("Chủ tịch UBND tỉnh", HERE, "former"),
            unit=THERE,
        ),
    ) == [{1, 2}, {3, 4}]


def test_membership_in_the_leadership_of_the_country_is_a_post_held_in_both() -> None:
    member: Held = ("Ủy viên Trung ương Đảng", None, "current")
    assert persons(
        seen(1, "2020-01-02", ("Bí thư Tỉnh ủy", HERE, "current"), member),
        seen(2, "2022-01-02", ("Bí thư Tỉnh ủy", THERE, "current"), member, unit=THERE),
    ) == [{1, 2}]


def test_central_officials_of_different_bodies_are_not_put_together() -> None:
    assert persons(
        seen(1, None, ("Cục trưởng Cục Thú y", None, "current"), unit=None),
        seen(2, None, ("Chánh Văn phòng Bộ Nội vụ", None, "current"), unit=None),
    ) == [{1}, {2}]


POSTS: list[Held] = [
    ("Chủ tịch UBND tỉnh", "ha-giang-1991", "current"),
    ("Chủ tịch UBND tỉnh", "tuyen-quang-1991", "current"),
    ("Chủ tịch HĐND tỉnh", "tuyen-quang-2025", "current"),
    ("Chủ tịch UBND tỉnh", "ha-giang-1991", "former"),
    ("Giám đốc Sở Y tế", "tuyen-quang-2025", "appointed"),
    ("Chủ tịch UBND huyện Na Hang", "tuyen-quang-1991", "current"),
    ("Ủy viên Trung ương Đảng", None, "current"),
]


@st.composite
def sighting_lists(draw: st.DrawFn) -> list[Sighting]:
    """A few sightings of one name, with any of these posts on any of these days."""
    days = st.none() | st.sampled_from(["2019", "2020-03", "2020-03-19", "2024-05-06", "2025-08-01"])
    found = []
    for number in range(1, draw(st.integers(1, 7)) + 1):
        held = draw(st.lists(st.sampled_from(POSTS), min_size=1, max_size=3, unique=True))
        unit = next((of for _, of, _ in held if of is not None), None)
        found.append(seen(number, draw(days), *held, unit=unit))
    return found


@given(sighting_lists(), st.randoms())
def test_the_order_of_sightings_does_not_matter(sightings: list[Sighting], random: object) -> None:
    shuffled = list(sightings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]

    def told(given_: list[Sighting]) -> object:
        found = identify(given_)
        return [(one.id, set(one.sightings), tenures_of(one.atoms)) for one in found], possible_pairs(found)

    assert told(shuffled) == told(sightings)


@given(sighting_lists())
def test_everybody_seen_is_one_person_with_an_id_of_their_own(sightings: list[Sighting]) -> None:
    found = identify(sightings)
    assert sorted(one.revision for person in found for one in person.sightings) == [
        one.revision for one in sightings
    ]
    assert len({person.id for person in found}) == len(found)
    held = {(post.canonical, post.unit, post.status) for one in sightings for post in one.posts}
    assert held == {
        (post.canonical, post.unit, post.status) for p in found for a in p.atoms for post in a.posts
    }


def test_posts_of_two_units_at_one_time_are_a_contradiction() -> None:
    both = [
        seen(1, "2020-01-02", ("Bí thư Tỉnh ủy", HERE, "current"), ("Bí thư Tỉnh ủy", THERE, "current")),
        seen(2, "2020-09-02", ("Bí thư Tỉnh ủy", HERE, "current"), ("Bí thư Tỉnh ủy", THERE, "current")),
    ]
    (person,) = identify(both)
    (found,) = two_units(person.id, tenures_of(person.atoms))
    assert (found.kind, found.first, found.last) == ("two units", "2020-01-02", "2020-09-02")


def test_the_proof_of_a_post_is_its_sentence() -> None:
    text = "Hội nghị khai mạc. Ông An, Giám đốc Sở Y tế báo cáo. Sau đó bế mạc."
    article = processed(text, title="Ông An, Giám đốc Sở Y tế nói").article
    start = text.index("Giám đốc")
    span = proof_sentence(article, Span("body", start, start + 8))
    assert text[span.start : span.end] == "Ông An, Giám đốc Sở Y tế báo cáo."
    title = proof_sentence(article, Span("title", 8, 16))
    assert (title.start, title.end) == (0, len(article.title or ""))


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ("Bí thư Tỉnh ủy Cà Mau", "Bí thư Tỉnh ủy"),
        ("bi thu tinh uy ca mau", "Bí thư Tỉnh ủy"),
        ("PCT UBND tỉnh", "Phó Chủ tịch UBND tỉnh"),
        ("gd so y te", "Giám đốc Sở Y tế"),
        ("GĐ Sở GD-ĐT", "Giám đốc Sở Giáo dục và Đào tạo"),
    ],
)
def test_a_post_asked_for_is_a_post(text: str, canonical: str) -> None:
    assert read_post(text).match(canonical) == "equal"


def test_the_unit_behind_a_post_is_read_in_any_spelling() -> None:
    assert read_post("Bí thư Thành ủy TP.HCM").province == "TP.HCM"
    assert read_post("Chủ tịch UBND tỉnh").province is None
    assert read_post("Chủ tịch UBND tỉnh Hà Giang").province == "Hà Giang"


def test_with_marks_only_the_same_marks_answer() -> None:
    assert read_post("Chủ tịch").match("Chủ tịch HĐND tỉnh") == "within"
    assert read_post("Chú tịch").match("Chủ tịch") == "none"
    assert read_post("").match("Chủ tịch") == "none"
