"""The reading shown to users, and that the parser reads it back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st

from archive.errors import QueryError
from archive.text.syllables import key
from index.analysis import display
from index.language.parser import parse
from index.language.printer import print_query
from index.language.syntax import SYNTAX, Operator
from index.query import Everything, Keyword, Named, Node, Not, Or
from tests.index.query_texts import QUERY_TEXTS

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))
Mode = dict[str, Any]
MODES = st.fixed_dictionaries(
    {
        "match": st.sampled_from(["all", "most"]),
        "marks": st.sampled_from(["auto", "exact", "any"]),
        "syntax": st.sampled_from(["query", "query", "plain"]),
    }
)


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Chuyển ĐỔI số", "chuyển đổi số"),
        ('chuyển đổi số -“an  ninh” tỉnh:"Phú Thọ"', 'chuyển đổi số -"an ninh" province:"Phú Thọ"'),
        ("uỷ hoà qúy", "ủy hòa quý"),
        ("hoa binh", "hoa binh"),
        ("=ma hoa", "=ma hoa"),
        ("=hòa binh", "=hòa binh"),
        ("1.600 tỷ", '"1 600" tỷ'),
        ('"hơn 1600 tỷ"', '"hơn 1600 tỷ"'),
        ("a OR b c", "a OR (b c)"),
        ("-(a b)", "-(a b)"),
        ("(a OR b) c", "(a OR b) c"),
        ("tieu-de:(a b)", "title:(a b)"),
        ("title:a title:b c", "title:a title:b c"),
        ("(title:a OR title:b) c", "title:(a OR b) c"),
        ('câu:("a b" c)', 'sentence:("a b" c)'),
        ("ngày:19/3/2020..4/2020", "date:2020-03-19..2020-04"),
        ("tỉnh:không-rõ", "province:unknown"),
        ("ch*ển từ~ nghiê*", "ch*ển từ~ nghiê*"),
        ("CHUYỂN*đổi chuyển*đôi h*oà*", "chuyển*đổi chuyển*đôi h*òa*"),
    ],
)
def test_the_reading_is_the_canonical_text(typed: str, printed: str) -> None:
    assert print_query(parse(typed)) == printed


@pytest.mark.parametrize(
    ("mode", "printed"),
    [
        ({"marks": "any"}, "hoa binh"),
        ({"marks": "exact"}, "hòa bình"),
        ({"match": "most"}, "atleast-1:(hòa bình)"),
    ],
)
def test_the_reading_says_how_marks_and_most_were_taken(mode: Mode, printed: str) -> None:
    assert print_query(parse("hòa bình", **mode)) == printed


def test_words_that_must_be_without_marks_are_signed() -> None:
    assert print_query(parse("hoa binh", marks="exact")) == "=hoa =binh"


def test_resolved_and_empty_nodes_have_a_reading_too() -> None:
    assert print_query(Keyword("province", ("a-1", "b"))) == "(province:a-1 OR province:b)"
    assert print_query(Everything()) == "*"
    assert print_query(Not(Or(()))) == "-()"
    assert print_query(Named("official", "Nguyễn Văn A")) == 'official:"Nguyễn Văn A"'


def assert_read_back(node: Node) -> None:
    printed = print_query(node)
    assert parse(printed, characters=10**6, clauses=10**6) == node, printed
    assert print_query(parse(printed, characters=10**6, clauses=10**6)) == printed


@settings(max_examples=400)
@given(QUERY_TEXTS, MODES)
def test_what_is_printed_is_read_back_as_the_same_query(text: str, mode: Mode) -> None:
    try:
        node = parse(text, **mode)
    except QueryError:
        assume(False)
    assert_read_back(node)


@settings(max_examples=300)
@given(st.text(alphabet="aâáđ1 -=*~\"“”‘’().:…'|̀", max_size=30), MODES)
@example("a OR ‘b", {})
def test_any_text_that_can_be_read_is_read_back(text: str, mode: Mode) -> None:
    try:
        node = parse(text, **mode)
    except QueryError:
        return
    assert_read_back(node)


@given(st.text(min_size=1, max_size=20), MODES)
def test_words_of_any_script_are_read_back(text: str, mode: Mode) -> None:
    try:
        node = parse(text, **mode)
    except QueryError:
        return
    assert_read_back(node)


@pytest.mark.parametrize("row", SYNTAX, ids=lambda row: row.name)
def test_every_example_of_the_syntax_table_is_read_back(row: Operator) -> None:
    for typed in row.examples:
        assert_read_back(parse(typed))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)
def test_every_line_of_the_seeds_is_read_back(path: Path) -> None:
    for line in filter(str.strip, path.read_text(encoding="utf-8").splitlines()):
        assert_read_back(parse(line))
        assert_read_back(parse(line, match="most"))


@pytest.mark.parametrize(
    ("syllable", "shown"),
    [
        ("hoa`", "hòa"),
        ("thuy'", "thúy"),
        ("quy'", "quý"),
        ("qua'", "quá"),
        ("gia`", "già"),
        ("gi`", "gì"),
        ("giêng'", "giếng"),
        ("ngoai`", "ngoài"),
        ("khuyu?", "khuỷu"),
        ("toan'", "toán"),
        ("ngươi`", "người"),
        ("cưa?", "cửa"),
        ("mia'", "mía"),
        ("uông'", "uống"),
        ("cafe'", "café"),
        ("đ", "đ"),
        ("tt", "tt"),
    ],
)
def test_a_key_is_shown_as_people_write_it(syllable: str, shown: str) -> None:
    assert display(syllable) == shown
    assert key(shown) == syllable


@given(st.text(alphabet="abcđeêghikmnoôơpqrstuưvxyăậ̛̀́̉̃", min_size=1, max_size=8))
def test_showing_a_key_keeps_it(word: str) -> None:
    assert key(display(key(word))) == key(word)
