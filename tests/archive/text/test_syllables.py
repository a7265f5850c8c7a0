"""Tokens, keys, folding, and what is spelt like a Vietnamese syllable."""

from __future__ import annotations

import unicodedata
from functools import cache
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.text.syllables import fold, fold_all, is_marked, is_syllable, key, keys, split_tone, tokens

TONES = {"": "", "\u0300": "`", "\u0301": "'", "\u0309": "?", "\u0303": "~", "\u0323": "."}
VOWELS = "aăâeêioôơuưy"
ACCENTED = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]

LETTERS = [*ACCENTED, *"bcghklmnpqrstvx"]

vietnamese = st.text(alphabet=st.sampled_from([*LETTERS, *map(str.upper, LETTERS)]))
mixed = st.text(
    alphabet=st.one_of(st.sampled_from([*LETTERS, *TONES.keys() - {""}, *" .,-_'\n0123"]), st.characters())
)


@cache
def dictionary_syllables() -> frozenset[str]:
    """Syllables of pyvi's words with a Vietnamese mark: few of them are foreign or abbreviations."""
    listed = files("pyvi").joinpath("models/words.txt").read_text(encoding="utf-8").lower().split()
    return frozenset(word for word in listed if word.isalpha() and is_marked(word))


def nfd(text: str) -> str:
    return unicodedata.normalize("NFD", text)


# ---------------------------------------------------------------- keys


@pytest.mark.parametrize("vowel", VOWELS)
@pytest.mark.parametrize(("mark", "sign"), TONES.items())
def test_every_accented_letter_gives_its_letter_and_its_sign(vowel: str, mark: str, sign: str) -> None:
    letter = unicodedata.normalize("NFC", vowel + mark)
    for form in (letter, letter.upper(), nfd(letter), nfd(letter.upper())):
        assert key(form) == vowel + sign


@pytest.mark.parametrize("spelling", ["hoà", "hòa", "HOÀ", "Hòa", nfd("hoà"), nfd("Hòa")])
def test_every_spelling_of_a_syllable_has_one_key(spelling: str) -> None:
    assert key(spelling) == "hoa`"


@pytest.mark.parametrize("word", ["nguyễn", "khuỷu", "thuở", "quý", "giếng", "người", "ngoằn"])
def test_the_tone_mark_may_stand_on_any_vowel(word: str) -> None:
    letters, tone = split_tone(key(word))
    mark = next(mark for mark, sign in TONES.items() if sign == tone)
    for place, letter in enumerate(letters, 1):
        if nfd(letter)[0] in "aeiouy":
            assert key(letters[:place] + mark + letters[place:]) == key(word)


def test_letters_with_marks_are_other_letters() -> None:
    assert [key(word) for word in ("dan", "đan", "dân", "dần")] == ["dan", "đan", "dân", "dân`"]


def test_foreign_marks_stay_and_tone_marks_on_consonants_too() -> None:
    assert [key(word) for word in ("Müller", "señor", "Đắk", "iPhone")] == [
        "müller",
        "señor",
        "đăk'",
        "iphone",
    ]


def test_a_word_with_two_tone_marks_keeps_them() -> None:
    assert key("ÓngLàn") == "ónglàn"


@given(mixed)
def test_a_key_is_its_own_key(text: str) -> None:
    for token in tokens(text):
        assert key(token.key) == token.key


@given(vietnamese)
def test_composed_and_decomposed_have_one_key(word: str) -> None:
    assert key(word) == key(nfd(word))


@given(vietnamese)
def test_case_does_not_matter(word: str) -> None:
    assert key(word.upper()) == key(word)


def test_a_key_falls_apart_into_letters_and_tone() -> None:
    assert [split_tone(word) for word in ("hoa`", "an", "")] == [("hoa", "`"), ("an", ""), ("", "")]


# ---------------------------------------------------------------- folding


def test_folding_gives_what_is_typed_without_accents() -> None:
    assert [fold(key(word)) for word in ("Đường", "quỹ", "Thúy", "2020", "Müller")] == [
        "duong",
        "quy",
        "thuy",
        "2020",
        "muller",
    ]


@given(vietnamese)
def test_a_folded_key_is_plain_and_folds_to_itself(word: str) -> None:
    folded = fold(key(word))
    assert folded.isascii()
    assert fold(folded) == folded


@given(st.lists(vietnamese | st.text("aăçđé\u0323`'", max_size=4)))
def test_many_keys_are_folded_at_once(words: list[str]) -> None:
    assert fold_all(list(map(key, words))) == [fold(key(word)) for word in words]


@pytest.mark.parametrize("text", ["hoà", "đi", "Đ", "ăn", nfd("tư"), "Thúy Lan"])
def test_marked_text(text: str) -> None:
    assert is_marked(text)


@pytest.mark.parametrize("text", ["", "Thuy Lan", "30 %", "“nghe”", "5 €", "–"])
def test_unmarked_text(text: str) -> None:
    assert not is_marked(text)


# ---------------------------------------------------------------- tokens


def test_every_mark_of_punctuation_separates() -> None:
    text = "TP.HCM: 1.600 tỷ, 13,5% (KH-ĐT) a_b l'Est T.Ư"
    assert " ".join(token.key for token in tokens(text)) == "tp hcm 1 600 ty? 13 5 kh đt a b l est t ư"


def test_combining_marks_belong_to_their_letter() -> None:
    text = nfd("Tỉnh uỷ")
    assert [text[token.start : token.end] for token in tokens(text)] == text.split()


def test_a_mark_without_a_letter_is_no_token() -> None:
    assert tokens("\u0301 , \u0323") == []


@given(mixed)
def test_offsets_are_of_the_text_as_given(text: str) -> None:
    found = tokens(text)
    assert keys(text) == [token.key for token in found]
    for token in found:
        assert token.start < token.end
        assert key(text[token.start : token.end]) == token.key
    assert all(before.end <= after.start for before, after in zip(found, found[1:], strict=False))


@given(vietnamese, st.sampled_from([" ", ".", "-", "…", "\n"]))
def test_composed_and_decomposed_text_have_the_same_tokens(word: str, separator: str) -> None:
    text = word + separator + word
    assert [token.key for token in tokens(text)] == [token.key for token in tokens(nfd(text))]


# ---------------------------------------------------------------- spelling


@pytest.mark.parametrize(
    "word",
    [
        "gì",
        "gìn",
        "giếng",
        "giết",
        "già",
        "giữ",
        "quốc",
        "quạ",
        "quý",
        "qúy",
        "qui",
        "quyết",
        "khuya",
        "ngoằn",
    ]
    + [
        "nghiêng",
        "ghi",
        "kỹ",
        "kĩ",
        "mỹ",
        "yêu",
        "ý",
        "i",
        "uỷ",
        "ủy",
        "hoà",
        "hòa",
        "thuở",
        "xoong",
        "Vy",
        "Đồng",
    ],
)
def test_vietnamese_syllables(word: str) -> None:
    assert is_syllable(word)
    assert is_syllable(word.upper())
    assert is_syllable(nfd(word))


@pytest.mark.parametrize(
    "word",
    [
        "thíc",
        "hiệuquả",
        "lµnh",
        "m¹nh",
        "hợptriển",
        "nghành",
        "ká",
        "cế",
        "thac",
        "thàc",
        "họăc?",
        "cuờng",
        "ôngLê",
    ]
    + ["website", "b", "", "12", "hoa`", "a1", "đt", "tộcc", "quốôc", "giii"],
)
def test_words_that_are_no_vietnamese_syllables(word: str) -> None:
    assert not is_syllable(word)


def test_nearly_every_marked_syllable_of_a_dictionary_is_accepted() -> None:
    listed = dictionary_syllables()
    assert sum(map(is_syllable, listed)) / len(listed) > 0.99


# ---------------------------------------------------------------- tokens, character by character


def is_mark(char: str) -> bool:
    return "\u0300" <= char <= "\uffff" and unicodedata.category(char) in ("Mn", "Mc")


def runs(text: str) -> list[tuple[int, int]]:
    """Runs of letters and digits, with the combining marks in and after them."""
    found: list[tuple[int, int]] = []
    for place, char in enumerate(text):
        goes_on = bool(found) and found[-1][1] == place
        if goes_on and (char.isalnum() or is_mark(char)):
            found[-1] = (found[-1][0], place + 1)
        elif char.isalnum():
            found.append((place, place + 1))
    return found


@given(mixed)
def test_tokens_are_runs_of_letters_and_digits_with_their_marks(text: str) -> None:
    found = tokens(text)
    assert [(token.start, token.end) for token in found] == runs(text)
    assert [token.key for token in found] == [key(text[start:end]) for start, end in runs(text)] == keys(text)


@given(mixed, mixed)
def test_keys_of_a_part_are_those_between_its_ends(before: str, text: str) -> None:
    whole = f"{before} {text} {before}"
    assert keys(whole, len(before) + 1, len(before) + 1 + len(text)) == keys(text)


def test_keys_are_right_when_more_words_were_seen_than_are_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    words = ["hoà", "hòa", "quý", "Đắk", "tỉnh"]
    expected = [key(word) for word in words]
    monkeypatch.setattr("archive.text.syllables._CACHED_WORDS", 2)
    assert keys(" ".join(f"{word} {word}mới" for word in words))[::2] == expected
    assert [key(word) for word in reversed(words)] == expected[::-1]
