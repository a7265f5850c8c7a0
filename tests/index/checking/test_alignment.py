"""Where words stand in a text, and in which words the two differ."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.checking.alignment import LEAST_SCORE, Alignment, Difference, align, least_runs, run_length
from index.checking.words import words

TEXT = (
    "Xã Hòa Tâm đã đắp xong 12 km đê biển trước mùa lũ. "
    "Chủ tịch huyện khen dân hai thôn góp 1.600 ngày công mà không nhận tiền."
)


def found(typed: str, text: str = TEXT) -> list[Alignment]:
    return align(words(typed, folded=False), words(text, folded=False))


def pairs(typed: str, text: str = TEXT) -> list[tuple[str, str]]:
    (best,) = found(typed, text)
    typed_words, printed = typed.split(), [text[word.start : word.end] for word in words(text, folded=False)]
    return [
        (
            " ".join(typed_words[d.typed_start : d.typed_end]),
            " ".join(printed[d.printed_start : d.printed_end]),
        )
        for d in best.differences
    ]


def test_what_is_printed_so_has_no_differences() -> None:
    (best,) = found("dân hai thôn góp 1600 ngày công")
    assert (best.score, best.differences) == (1.0, ())


def test_a_changed_number_is_a_difference() -> None:
    assert pairs("Xã Hòa Tâm đã đắp xong 15 km đê biển trước mùa lũ") == [("15", "12")]


def test_a_changed_last_word_answers_to_the_printed_one() -> None:
    assert pairs("Xã Hòa Tâm đã đắp xong 12 km đê biển trước mùa mưa") == [("mưa", "lũ")]


def test_a_dropped_word_is_a_difference() -> None:
    assert pairs("dân hai thôn góp 1600 ngày công mà nhận tiền") == [("", "không")]


def test_words_added_are_a_difference() -> None:
    assert pairs("dân hai thôn đã góp 1600 ngày công mà không nhận tiền") == [("đã", "")]


def test_neighbouring_changes_are_one_difference() -> None:
    assert pairs("Xã Hòa Thịnh vừa đắp xong 12 km đê biển trước mùa lũ") == [("Thịnh vừa", "Tâm đã")]


def test_what_only_shares_phrases_is_not_found() -> None:
    assert found("Xã Hòa Tâm đã trồng xong rừng ngập mặn để che chở đê biển trước mùa bão") == []


def test_every_place_is_found_the_better_first() -> None:
    text = "Đê phải xong trước mùa mưa bão. Ông nhắc lại: đê phải xong trước mùa lũ bão."
    assert [round(one.score, 2) for one in found("đê phải xong trước mùa lũ bão", text)] == [1.0, 0.86]


words_of_text = st.lists(
    st.sampled_from(["mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin", "muoi"]),
    min_size=12,
    max_size=60,
)


@given(words_of_text, st.data())
def test_any_piece_of_a_text_is_found_in_it(text: list[str], data: st.DataObject) -> None:
    first = data.draw(st.integers(0, len(text) - 4))
    last = data.draw(st.integers(first + 4, len(text)))
    best, *_ = align(words(" ".join(text[first:last]), folded=False), words(" ".join(text), folded=False))
    assert (best.score, best.differences) == (1.0, ())


@given(words_of_text, st.data())
def test_a_replaced_word_is_never_swallowed(text: list[str], data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(text) - 1))
    typed = [*text[:place], "khac", *text[place + 1 :]]
    for one in align(words(" ".join(typed), folded=False), words(" ".join(text), folded=False)):
        assert one.score < 1.0
        assert any(difference.typed_start <= place < difference.typed_end for difference in one.differences)


@given(st.integers(4, 150))
def test_changes_within_the_score_leave_enough_runs(count: int) -> None:
    changes = int(count * (1 - LEAST_SCORE) / LEAST_SCORE)
    runs_left = count - run_length(count) + 1 - run_length(count) * changes
    assert least_runs(count) == max(1, runs_left)


def test_a_difference_counts_the_longer_side() -> None:
    assert Difference(0, 2, 0, 3).words == 3


def test_a_number_answers_to_a_number_over_words_left_out() -> None:
    text = "Theo sở, cả tỉnh có ba huyện miền núi với tổng diện tích tự nhiên 606.640 ha, phần lớn là rừng."
    typed = "Theo sở cả tỉnh có ba huyện miền núi với tổng diện tích 606650 ha"
    assert pairs(typed, text) == [("606650", "tự nhiên 606.640")]
