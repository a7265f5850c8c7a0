"""What cannot be read is refused with a position, and everything else is a query."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import QueryError
from archive.text.sentences import sentences
from index.language.parser import parse

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))


@pytest.mark.parametrize(
    ("typed", "position", "suggestion"),
    [
        ('"abc', 0, '"abc"'),
        ("số “abc", 3, "số “abc”"),
        ('"a b" "', 6, ""),
        ("(((", 0, ""),
        ("a (b (c)", 2, "a (b (c))"),
        ("*", 0, ""),
        ("  …!", 2, ""),
        ("( )", 0, ""),
        ('""', 0, ""),
        ("", 0, ""),
        ("a date:2020-02-30", 7, ""),
        ("date:2021..2020", 5, ""),
        ("date:2020..2020-13", 11, ""),
        ("ngày:19/3", 5, ""),
        ("a date:..", 7, ""),
        ("ngày:..,", 5, ""),
        ('(a "b', 3, '(a "b")'),
        ('title:() "b', 9, ""),
        ("a\x00b", 1, ""),
        ("số \ud800", 3, ""),
        ("date:0000", 5, ""),
        ("a title:()", 8, ""),
        ('title:""', 6, ""),
        ('province:""', 9, ""),
        ("province:(a b)", 9, ""),
        ("title:(body:a)", 12, ""),
        ("title:(tỉnh:Huế)", 12, ""),
        ("title:body:a", 6, ""),
        ("sentence:(a -b)", 13, ""),
        ('sentence:("a b"~3)', 9, ""),
        ("sentence:(a b (c d OR e))", 9, ""),
        ("từ~2", 0, ""),
        ('"a b"~', 5, ""),
        ('"a b"~99999999999', 5, ""),
        ("atleast-3:(a b)", 10, ""),
        ("atleast-0:(a b)", 10, ""),
        ("hò*á", 0, ""),
    ],
)
def test_a_query_that_cannot_be_read_says_what_and_where(typed: str, position: int, suggestion: str) -> None:
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert caught.value.position == position
    assert caught.value.suggestion == suggestion
    assert ": " in str(caught.value)
    assert "\n" not in str(caught.value)


def test_a_suggested_query_can_be_read() -> None:
    for typed in ('"abc', "số “abc", "a (b (c)"):
        with pytest.raises(QueryError) as caught:
            parse(typed)
        parse(caught.value.suggestion)


def test_the_position_is_an_offset_of_the_text_as_typed() -> None:
    typed = unicodedata.normalize("NFD", "chuyển đổi ") + '"số'
    with pytest.raises(QueryError) as caught:
        parse(typed)
    assert typed[caught.value.position] == '"'


@pytest.mark.parametrize(("field", "value"), [("characters", 50), ("clauses", 5)])
def test_bounds_name_the_setting_that_raises_them(field: str, value: int) -> None:
    typed = " ".join(f"từ{number}" for number in range(20))
    with pytest.raises(QueryError, match=f"KHOBAO_QUERY_{field.upper()}") as caught:
        parse(typed, **{field: value})
    assert caught.value.position == (50 if field == "characters" else typed.index("từ5"))


def test_different_patterns_are_bounded() -> None:
    letters = "abcdeghiklmnopqr"
    for pattern in ("x{}*", "{0}*{0}", "x{}~", "title:{}*", "-{}*"):
        typed = " OR ".join(pattern.format(letter) for letter in letters)
        parse(typed)
        parse(f"{typed} OR {typed}")
        with pytest.raises(QueryError, match="16 different .* KHOBAO_QUERY_PATTERNS") as caught:
            parse(f"{typed} OR ya*", patterns=16)
        assert caught.value.position == len(typed) + len(" OR ")
    with pytest.raises(QueryError, match="KHOBAO_QUERY_PATTERNS"):
        parse("câu:(a* b~ c*d)", patterns=2)


def test_a_distance_beyond_bounds_is_shown_as_typed() -> None:
    with pytest.raises(QueryError, match="~999999999999 is too far"):
        parse('"a b"~999999999999')
    with pytest.raises(QueryError, match="is too far"):
        parse('"a b"~' + "9" * 10_000)
    assert parse('"a b"~0000000000005') == parse('"a b"~5')


def test_ten_thousand_words_are_too_many() -> None:
    for typed in ("a " * 10_000, " ".join(f"từ{number}" for number in range(10_000))):
        with pytest.raises(QueryError, match="KHOBAO_QUERY_CLAUSES"):
            parse(typed)


def test_words_of_phrases_count() -> None:
    with pytest.raises(QueryError, match="KHOBAO_QUERY_CLAUSES"):
        parse('"' + "a " * 2000 + '"')


@pytest.mark.parametrize("typed", ["(" * 9999 + "a" + ")" * 9999, "-(" * 6000 + "a" + ")" * 6000])
def test_deep_nesting_is_refused(typed: str) -> None:
    with pytest.raises(QueryError, match="nested"):
        parse(typed)


# any text


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_line_and_sentence_of_the_seeds_is_a_query(path: Path) -> None:
    for line in path.read_text(encoding="utf-8").splitlines():
        if line.strip():
            parse(line)
            parse(line, match="most")
        for start, end in sentences(line):
            parse(line[start:end])


@pytest.mark.parametrize(
    ("pasted", "typed"),
    [
        ("“Chúng tôi đã làm ngay.", "chúng tôi đã làm ngay"),
        ('Không bao che", bà nói.', "không bao che bà nói"),
        ('ba cô chịu trận."', "ba cô chịu trận"),
        ("Bà nói: “Sẽ làm", None),
        ("làm ngay”, bà nói: “Sẽ làm…", "làm ngay bà nói sẽ"),
        ("Anh Hải (xã Vĩnh Trạch ...", "anh hải xã vĩnh trạch"),
        ("title:(Anh Hải.", None),
    ],
)
def test_marks_without_partner_are_punctuation_in_a_sentence_cut_out_of_a_speech(
    pasted: str, typed: str | None
) -> None:
    if typed is None:
        with pytest.raises(QueryError, match="not closed"):
            parse(pasted)
    else:
        assert parse(pasted) == parse(typed)


@given(st.text(alphabet="aâá1 -=*~\"“”‘’().:…,'\n", max_size=40))
def test_any_text_is_a_query_or_an_error_with_a_position_inside(text: str) -> None:
    for syntax in ("query", "plain"):
        try:
            parse(text, syntax=syntax)
        except QueryError as error:
            assert error.position is not None
            assert 0 <= error.position <= len(text)
            if error.suggestion:
                parse(error.suggestion, syntax=syntax)


@given(st.text(st.characters(), max_size=60))
def test_any_characters_are_words_or_punctuation(text: str) -> None:
    try:
        parse(text)
    except QueryError as error:
        assert error.position is not None
        assert 0 <= error.position <= len(text)
