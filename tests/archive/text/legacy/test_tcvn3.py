"""TCVN3 read as Latin-1."""

from __future__ import annotations

import unicodedata

from archive.text.legacy.tcvn3 import TCVN3, TCVN3_CAPITALS, decode_tcvn3, with_u_horn

TONES = ["", "\u0300", "\u0301", "\u0309", "\u0303", "\u0323"]


def test_the_table_has_every_vietnamese_letter_that_is_not_ascii() -> None:
    letters = {unicodedata.normalize("NFC", vowel + tone) for vowel in "aăâeêioôơuưy" for tone in TONES} | {
        "đ"
    }
    assert {letter for letter in letters if not letter.isascii()} <= set(TCVN3.values())


def test_no_two_codes_mean_the_same_letter() -> None:
    assert len(set(TCVN3.values())) == len(TCVN3)


def test_a_sentence_in_an_abc_font() -> None:
    assert decode_tcvn3("ph¸t triÓn b×nh ®¼ng vµ lµnh m¹nh, th­íc ®o hiÖu qu¶") == (
        "phát triển bình đẳng và lành mạnh, thước đo hiệu quả"
    )


def test_a_headline_in_a_capital_font() -> None:
    assert decode_tcvn3("HéI NGHÞ TæNG KÕT") == "HỘI NGHỊ TỔNG KẾT"


def test_capital_and_small_tables_have_the_same_codes() -> None:
    assert {code: letter.lower() for code, letter in TCVN3_CAPITALS.items()} == {
        code: letter.lower() for code, letter in TCVN3.items()
    }


def test_each_word_is_read_in_the_font_it_was_set_in() -> None:
    assert decode_tcvn3("BÝ TH¦ TØNH ñY vµ UBND huyÖn Bµ RÞa häp t¹i Mü §øc") == (
        "BÍ THƯ TỈNH ỦY và UBND huyện Bà Rịa họp tại Mỹ Đức"
    )
    assert decode_tcvn3("Bµ T¸") == "Bà Tá"
    assert decode_tcvn3("H§ND tØnh") == "HĐND tỉnh"


def test_u_horn_is_put_back_where_one_reading_is_a_syllable() -> None:
    assert with_u_horn("Nhng nớc ta, ngời dân Bình Dơng đợc th của tr\u01b0ờng, nh trớc.") == (
        "Nhưng nước ta, người dân Bình Dương được thư của trường, như trước."
    )


def test_words_units_and_letters_of_lists_stay() -> None:
    text = "cha ma vợt; 5 l, 20 s, 12h; a) b) c) d. TP HCM km"
    assert with_u_horn(text) == text
