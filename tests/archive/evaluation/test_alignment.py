"""Words of one reading of a text are found again in another."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from archive.evaluation.alignment import Alignment, Syllables, SyllableText, locate
from tests.archive.evaluation.making import BODY, DEMAND, QUOTED

WORDS = st.lists(
    st.sampled_from(["trạm", "y", "tế", "xã", "bố", "trí", "đủ", "thuốc", "trực", "cấp", "cứu"]), max_size=30
)


def words_of(body: str, place: Syllables | None) -> str | None:
    return None if place is None else SyllableText(body).words(place)


def test_quotation_marks_and_stops_are_no_part_of_the_words() -> None:
    text = SyllableText(BODY)
    start = BODY.index(QUOTED)
    assert text.words(text.within(start, start + len(QUOTED))) == "Chúng tôi thiếu một bác sĩ"


def test_a_span_without_a_syllable_is_empty() -> None:
    start = BODY.index("\n\n")
    assert SyllableText(BODY).within(start, start + 2).size == 0


def test_words_are_located_whatever_their_case_tone_placement_and_blanks() -> None:
    assert words_of(
        "Ngành y tế hoà nhập.", locate("NGÀNH  y tế hòa nhập", SyllableText("Ngành y tế hoà nhập."))
    ) == ("Ngành y tế hoà nhập")


def test_words_that_stand_twice_are_those_after_the_place_given() -> None:
    text = SyllableText("cần đủ thuốc, rất cần đủ thuốc")
    assert locate("cần đủ thuốc", text) == Syllables(0, 3)
    assert locate("cần đủ thuốc", text, after=1) == Syllables(4, 7)
    assert locate("cần đủ thuốc", text, after=5) == Syllables(0, 3)


def test_words_with_a_mended_or_a_missing_word_are_located_still() -> None:
    damaged = DEMAND.replace("cấp cứu", "cấpcứu")
    assert words_of(BODY, locate(damaged, SyllableText(BODY))) == DEMAND.removesuffix(" giờ") + " giờ"


def test_words_of_another_text_are_not_located() -> None:
    assert locate("nước mặn xâm nhập sâu vào các cửa sông trong tháng 3", SyllableText(BODY)) is None
    assert locate("", SyllableText(BODY)) is None


def test_a_span_of_the_raw_text_is_found_in_the_body_without_its_caption_line() -> None:
    raw = BODY.replace("trực cấp cứu", "\nẢnh: Mây Đồi\ntrực cấpcứu")
    source, target = SyllableText(raw), SyllableText(BODY)
    start = raw.index("trạm bố trí")
    part = source.within(start, raw.index("24/24 giờ") + len("24/24 giờ"))
    assert words_of(BODY, Alignment(source.keys, target.keys).target(part)) == DEMAND


def test_a_line_that_was_removed_stands_nowhere() -> None:
    raw = f"Tin cùng chuyên mục của trang\n{BODY}"
    source = SyllableText(raw)
    part = source.within(0, len("Tin cùng chuyên mục của trang"))
    assert Alignment(source.keys, SyllableText(BODY).keys).target(part) is None


@given(WORDS, WORDS, WORDS)
def test_words_kept_between_words_removed_are_found_as_they_are(
    before: list[str], kept: list[str], after: list[str]
) -> None:
    target = ["alpha", *kept, "omega"]
    source = [*before, *target, *after]
    place = Alignment(source, target).target(Syllables(len(before), len(before) + len(target)))
    assert place == Syllables(0, len(target))


@given(WORDS, WORDS, st.integers(0, 30), st.integers(1, 30))
def test_what_is_found_lies_within_the_text(
    source: list[str], target: list[str], first: int, size: int
) -> None:
    place = Alignment(source, target).target(Syllables(first, first + size))
    assert place is None or 0 <= place.first < place.end <= len(target)


@given(st.integers(0, len(BODY)), st.integers(0, len(BODY)))
def test_any_words_of_the_body_are_located_where_they_read_so(one: int, other: int) -> None:
    text = SyllableText(BODY)
    part = text.within(min(one, other), max(one, other))
    words = text.words(part)
    place = locate(words, text)
    assert (place is None) == (not words)
    if place is not None:
        assert text.keys[place.first : place.end] == SyllableText(words).keys
