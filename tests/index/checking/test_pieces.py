"""A text cut into what is checked on its own."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from index.checking.pieces import LEAST_WORDS, MOST_WORDS, pieces


def texts(text: str) -> list[tuple[str, bool]]:
    return [(piece.text, piece.quoted) for piece in pieces(text)]


def test_each_sentence_is_a_piece() -> None:
    assert texts("Đê đã xong trước lũ. Dân hai xã rất mừng.\nHuyện cảm ơn bà con.") == [
        ("Đê đã xong trước lũ.", False),
        ("Dân hai xã rất mừng.", False),
        ("Huyện cảm ơn bà con.", False),
    ]


def test_a_quote_is_a_piece_besides_the_sentence_that_says_whose_it_is() -> None:
    assert texts("Ông Lê Văn Tám nói: “Đê phải xong trước lũ”.") == [
        ("Ông Lê Văn Tám nói: “Đê phải xong trước lũ”.", False),
        ("Đê phải xong trước lũ", True),
    ]


def test_a_quote_within_a_sentence_is_a_piece_unless_it_is_a_term_or_a_motto() -> None:
    said = "Ông Lê Văn Tám nói “Đê phải xong trước lũ”, và yêu cầu huyện giữ đúng hẹn."
    assert texts(said) == [(said, False), ("Đê phải xong trước lũ", True)]
    named = "Ông Tám nhắc phương châm “dân biết, dân bàn, dân làm” và kế hoạch “ba trước”, rồi ra về."
    assert texts(named) == [(named, False)]


def test_a_text_all_between_marks_is_the_quote_alone() -> None:
    assert texts("“Đê phải xong trước lũ.”") == [("Đê phải xong trước lũ.", True)]


def test_each_sentence_of_a_long_quote_is_a_piece() -> None:
    assert texts("“Đê phải xong trước lũ. Tôi hứa với bà con.”") == [
        ("Đê phải xong trước lũ.", True),
        ("Tôi hứa với bà con.", True),
    ]


def test_few_words_are_left_out() -> None:
    assert texts("Vâng. Đê phải xong trước lũ.") == [("Đê phải xong trước lũ.", False)]


def test_an_endless_sentence_is_cut_into_parts_that_lose_nothing() -> None:
    found = pieces("đê " * (2 * MOST_WORDS + LEAST_WORDS))
    assert [len(piece.text.split()) for piece in found] == [MOST_WORDS, MOST_WORDS, LEAST_WORDS]


@given(st.text(alphabet='aĐ .“”":\n!', max_size=120))
def test_a_piece_says_where_it_stands(text: str) -> None:
    for piece in pieces(text):
        assert text[piece.start : piece.end] == piece.text
