"""Reading stays linear in the length of a paragraph: what one name or post costs does not grow with it."""

from __future__ import annotations

from collections.abc import Collection
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.knowledge.grammar.names import Name, full_names
from archive.knowledge.grammar.organisations import organisation_at
from archive.knowledge.grammar.passages import LEAD_CHARACTERS, Lexicon, Passage, read_passage
from archive.knowledge.officials.officials import find_officials
from archive.models import Article, Official, PlaceAttribution, Source

HOLDER = "Ông Nguyễn Văn Bình, Chủ tịch UBND tỉnh Bình Định. "
GIVEN = ("An", "Bình", "Chi", "Dũng", "Giang", "Hà", "Khoa", "Lan", "Minh")


def officials(text: str) -> tuple[Official, ...]:
    article = Article(
        id="a",
        source=Source("Báo thử"),
        url=None,
        title=None,
        title_inferred=None,
        published=None,
        event=None,
        sort_date="2019-05-06",
        byline=None,
        category=None,
        credits=(),
        captions=(),
        paragraphs=(text,),
    )
    return find_officials(article, [PlaceAttribution("binh-dinh-1989", "subject", 1.0, ())])


def looks(text: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """How much is looked at in a text: terms tried at a token, and characters before or between tokens."""
    count = 0
    match, lead, between = Lexicon.match, Passage.lead, Passage.between

    def counted_match(self: Lexicon[object], passage: Passage, index: int, *, commas: bool = False) -> object:
        nonlocal count
        count += 1
        return match(self, passage, index, commas=commas)

    def counted_lead(self: Passage, index: int, most: int = LEAD_CHARACTERS) -> str:
        nonlocal count
        found = lead(self, index, most)
        count += len(found)
        return found

    def counted_between(self: Passage, end: int, first: int) -> str:
        nonlocal count
        found = between(self, end, first)
        count += len(found)
        return found

    with monkeypatch.context() as patch:
        patch.setattr(Lexicon, "match", counted_match)
        patch.setattr(Passage, "lead", counted_lead)
        patch.setattr(Passage, "between", counted_between)
        officials(text)
    return count


@pytest.mark.parametrize(
    "repeated",
    [
        HOLDER,
        "Sở ",
        "Ông ",
        "Nguyễn Văn ",
        "Nguyễn Văn An, ",
        "Trưởng Ban ",
        "Giám đốc Sở Trưởng Ban ",
        "giữ chức Giám đốc Sở Y tế ",
        "các Phó Chủ tịch: ",
        "Chủ tịch, ",
        "Chủ tịch xã, bà Mai Anh, ",
        "Cục Thuế, Bộ Tài chính, ",
        "xã Tân Lập, ",
    ],
)
def test_ten_times_the_text_is_ten_times_the_work(repeated: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A little more, for at the beginning of a text there is less to look back at; every pair would be 100 times."""
    short, long = (looks(repeated * times, monkeypatch) for times in (200, 2000))
    assert long <= 12 * short


def test_a_person_named_thousands_of_times_in_one_paragraph_is_one_official() -> None:
    (official,) = officials(HOLDER * 3000)
    assert len(official.mentions) == 3000
    assert [post.canonical for post in official.posts] == ["Chủ tịch UBND tỉnh"]


def test_hundreds_of_people_in_one_paragraph_are_each_an_official() -> None:
    names = [f"Nguyễn {' '.join(given)}" for given in product(GIVEN, repeat=3)]
    found = officials(" ".join(f"Ông {name}, Giám đốc Sở Y tế, phát biểu." for name in names))
    assert [official.name for official in found] == names


def test_what_stands_before_a_token_is_read_no_farther_than_the_bound() -> None:
    passage = read_passage("Ông " * 1000)
    assert len(passage.lead(999)) == LEAD_CHARACTERS
    assert passage.lead(2) == "Ông Ông "
    assert passage.lead(2, 4) == "Ông "


def test_the_name_of_a_body_ends_though_its_words_do_not() -> None:
    passage = read_passage("Sở " * 1000)
    found = organisation_at(passage, 0, lambda passage, index: False)
    assert found is not None and found.end < 50


def test_a_verb_gives_no_post_to_somebody_far_away() -> None:
    told = "Ông Nguyễn Văn Bình đến dự{}và được bầu giữ chức Giám đốc Sở Y tế"
    assert officials(told.format(" ")) != ()
    assert officials(told.format(" rất vui vẻ" * 20 + " ")) == ()


def compared_with_each(spoken: Collection[Name]) -> dict[Name, Name]:
    """The full names by the definition: each name against each other."""

    def is_part(name: Name, longer: Name) -> bool:
        return name in (longer[: len(name)], longer[-len(name) :])

    full = {}
    for name in spoken:
        longer = [other for other in spoken if len(other) > len(name) and is_part(name, other)]
        longest = max(longer, key=lambda other: (len(other), other), default=name)
        full[name] = longest if all(is_part(other, longest) for other in longer) else name
    for name in sorted(spoken, key=len, reverse=True):
        full[name] = full[full[name]]
    return full


NAMES = st.sets(
    st.lists(st.sampled_from(("an", "văn", "lê")), min_size=1, max_size=5).map(tuple), max_size=12
)


@given(NAMES)
def test_full_names_are_those_that_comparing_each_with_each_gives(spoken: set[Name]) -> None:
    assert full_names(spoken, ()) == compared_with_each(spoken)


@given(NAMES, NAMES)
def test_a_name_in_capitals_is_the_longest_spoken_one_it_begins_with(
    spoken: set[Name], shouted: set[Name]
) -> None:
    full = full_names(spoken, shouted - spoken)
    for name in shouted - spoken:
        begun = [other for other in spoken if name[: len(other)] == other]
        assert full[name] == max(begun, key=len, default=name)
