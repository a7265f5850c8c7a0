"""The query language, line by line."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest

from index.language.parser import parse
from index.language.syntax import SYNTAX, Operator
from index.query import (
    And,
    AtLeast,
    Fuzzy,
    Named,
    Near,
    Not,
    Or,
    Phrase,
    Prefix,
    SameSentence,
    Term,
    Wildcard,
)

SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("*.txt"))

CHUYEN, DOI, SO = Term("chuyên?"), Term("đôi?"), Term("sô'")


def folded(*keys: str) -> tuple[Term, ...]:
    return tuple(Term(key, "any") for key in keys)


def exact(*keys: str) -> tuple[Term, ...]:
    return tuple(Term(key) for key in keys)


@pytest.mark.parametrize("row", SYNTAX, ids=lambda row: row.name)
def test_every_example_of_the_syntax_table_parses(row: Operator) -> None:
    assert row.examples
    for example in row.examples:
        parse(example)


# words and marks


def test_words_side_by_side_must_all_match_in_the_order_typed_without_repeats() -> None:
    assert parse("chuyển đổi số đổi") == And((CHUYEN, DOI, SO))


def test_one_word_is_its_term() -> None:
    assert parse("số") == SO


def test_every_place_of_the_tone_mark_and_every_composition_is_one_query() -> None:
    assert parse("uỷ hoà") == parse("ủy hòa") == parse(unicodedata.normalize("NFD", "UỶ HOÀ"))


def test_a_query_without_marks_matches_every_spelling() -> None:
    assert parse("chuyen doi so") == And(folded("chuyen", "doi", "so"))


def test_one_mark_makes_the_whole_query_exact() -> None:
    assert parse("chuyển doi") == And(exact("chuyên?", "doi"))
    assert parse('"doi moi" đường') == And((Phrase(exact("doi", "moi")), Term("đương`")))


def test_marks_of_field_values_do_not_make_words_exact() -> None:
    assert parse('hoa province:"Phú Thọ"') == And((Term("hoa", "any"), Named("province", "Phú Thọ")))


def test_words_in_a_text_field_are_words_of_the_query() -> None:
    assert parse("hoa title:bình") == And((Term("hoa"), Term("binh`", field="title")))


def test_equals_sign_makes_one_word_or_phrase_exact() -> None:
    assert parse("=ma hoa") == And((Term("ma"), Term("hoa", "any")))
    assert parse('="ha noi" hoa') == And((Phrase(exact("ha", "noi")), Term("hoa", "any")))


def test_a_word_with_equals_sign_decides_for_itself_alone() -> None:
    assert parse("=hòa binh") == And((Term("hoa`"), Term("binh", "any")))


def test_marks_can_be_overruled() -> None:
    assert parse("hòa", marks="any") == Term("hoa", "any")
    assert parse("hoa", marks="exact") == Term("hoa")


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("1.600", ("1", "600")),
        ("TT-TT", ("tt", "tt")),
        ("TT&TT", ("tt", "tt")),
        ("19/3", ("19", "3")),
        ("R'Com", ("r", "com")),
        ("R’Com", ("r", "com")),
        ("Ảnh:Thành", ("anh?", "thanh`")),
        ("12:30", ("12", "30")),
    ],
)
def test_a_word_with_punctuation_inside_is_a_phrase(typed: str, keys: tuple[str, ...]) -> None:
    assert parse(typed, marks="exact") == Phrase(exact(*keys))


def test_abbreviation_with_dot_is_a_phrase() -> None:
    assert parse("T.Ư") == Phrase(exact("t", "ư"))


def test_soft_hyphens_and_zero_width_characters_of_a_copied_text_are_nothing() -> None:
    assert parse("chu\u00adyển\u200b đổi") == parse("chuyển đổi")


# numbers


def test_a_long_number_also_matches_its_groups_of_three() -> None:
    assert parse("1600") == Or((Term("1600", "any"), Phrase(folded("1", "600"))))
    assert parse("12345678") == Or((Term("12345678", "any"), Phrase(folded("12", "345", "678"))))
    assert parse("title:1600") == Or((Term("1600", "any", "title"), Phrase(folded("1", "600"), "title")))


def test_a_short_number_is_a_word() -> None:
    assert parse("160") == Term("160", "any")


def test_every_number_of_a_phrase_may_be_grouped_or_not() -> None:
    assert parse('"2020 hơn 1600"') == Or(
        (
            Phrase(exact("2020", "hơn", "1600")),
            Phrase(exact("2020", "hơn", "1", "600")),
            Phrase(exact("2", "020", "hơn", "1600")),
            Phrase(exact("2", "020", "hơn", "1", "600")),
        )
    )


def test_a_phrase_of_many_numbers_is_all_grouped_or_not_at_all() -> None:
    node = parse('"' + " ".join(str(number) for number in range(2000, 2012)) + '"')
    assert isinstance(node, Or)
    assert [len(phrase.terms) for phrase in node.clauses] == [12, 24]


# phrases


@pytest.mark.parametrize(
    "typed",
    ['"đột phá"', "“đột phá”", "”đột phá”", "„đột phá“", "„đột phá”", "‟đột phá”", "«đột phá»", "»đột phá«"]
    + ["″đột phá″", "‘đột phá’", '“đột phá"', "(‘đột phá’)", "‘đột phá’,"],
)
def test_any_quotation_marks_make_a_phrase(typed: str) -> None:
    assert parse(typed) == Phrase(exact("đôt.", "pha'"))


def test_an_apostrophe_is_punctuation() -> None:
    assert parse("người K’Ho") == And((Term("ngươi`"), Phrase(exact("k", "ho"))))
    assert parse("‘tư duy") == And(exact("tư", "duy"))


def test_quotation_marks_within_others_are_punctuation() -> None:
    assert parse('"một “hai” ba"') == Phrase(exact("môt.", "hai", "ba"))


def test_a_closing_mark_without_its_opener_is_punctuation() -> None:
    assert parse("làm ngay”.") == And(exact("lam`", "ngay"))


def test_a_phrase_of_one_word_is_the_word_and_one_without_words_is_nothing() -> None:
    assert parse('"số"') == SO
    assert parse('số "…"') == SO


def test_near() -> None:
    assert parse('"hạ tầng"~5') == Near(exact("ha.", "tâng`"), 5)
    assert parse('title:"ha tang"~0') == Near(folded("ha", "tang"), 0, "title")


# operators


def test_minus_excludes_only_directly_before_a_word_and_after_a_space() -> None:
    assert parse("hạ -tầng") == And((Term("ha."), Not(Term("tâng`"))))
    assert parse('hạ -"tầng lớp"') == And((Term("ha."), Not(Phrase(exact("tâng`", "lơp'")))))
    assert parse("hạ - tầng") == parse("- hạ tầng") == parse("hạ -- tầng") == parse("hạ tầng")
    assert parse("27-9") == Phrase(folded("27", "9"))
    assert parse("10- 1") == And(folded("10", "1"))


def test_everything_but_a_word_can_be_asked() -> None:
    assert parse("-hạ") == Not(Term("ha."))


def test_minus_excludes_groups_fields_and_exact_words() -> None:
    assert parse("-(hạ tầng)") == Not(And(exact("ha.", "tâng`")))
    assert parse("-title:hạ") == Not(Term("ha.", field="title"))
    assert parse("-province:Huế") == Not(Named("province", "Huế"))
    assert parse("ma -=ma") == And((Term("ma", "any"), Not(Term("ma"))))


@pytest.mark.parametrize("word", ["OR", "HOẶC"])
def test_or_stands_between_conditions_and_binds_looser_than_words_side_by_side(word: str) -> None:
    assert parse(f"hạ tầng {word} số") == Or((And(exact("ha.", "tâng`")), SO))
    assert parse(f"hạ (tầng {word} số)") == And((Term("ha."), Or((Term("tâng`"), SO))))


def test_or_elsewhere_is_a_word() -> None:
    assert parse("OR") == Term("or", "any")
    assert parse("số or sô") == And(exact("sô'", "or", "sô"))
    assert parse("số OR") == And(exact("sô'", "or"))
    assert parse("số OR OR sô") == Or((And(exact("sô'", "or")), Term("sô")))


def test_repeated_choices_and_nested_choices_are_flattened() -> None:
    assert parse("a OR (b OR a)", marks="exact") == Or(exact("a", "b"))
    assert parse("a (b (a c))", marks="exact") == And(exact("a", "b", "c"))


def test_star_behind_a_word_is_a_prefix() -> None:
    assert parse("chuyển*") == Prefix("chuyên", "?")
    assert parse("nghiê*") == Prefix("nghiê")
    assert parse("chuyen*") == Prefix("chuyen", "", "any")
    assert parse("title:=hoa*") == Prefix("hoa", "", "exact", "title")


def test_star_inside_a_word_is_a_wildcard() -> None:
    assert parse("ngh*n") == Wildcard("ngh*n", "any")
    assert parse("ch*ển") == Wildcard("ch*ên?")
    assert parse("ng*i**") == Wildcard("ng*i*", "any")
    assert parse("chuyển*đổi") == Wildcard("chuyên?*đôi?")
    assert parse("h*oà*") == Wildcard("h*oa`*")


@pytest.mark.parametrize("typed", ["*Cùng", "Cùng .*", "* Cùng", "(*) Cùng", "*.* Cùng"])
def test_star_elsewhere_is_punctuation(typed: str) -> None:
    assert parse(typed) == Term("cung`")


def test_tilde_behind_a_word_is_fuzzy() -> None:
    assert parse("từ~") == Fuzzy("tư`")
    assert parse("tu~1") == Fuzzy("tu", "any")
    assert parse("5~7") == Phrase(folded("5", "7"))


def test_sentence_takes_words_phrases_and_choices() -> None:
    assert parse('câu:(đột "nhân lực" (a OR b*))') == SameSentence(
        (Term("đôt."), Phrase(exact("nhân", "lưc.")), Or((Term("a"), Prefix("b"))))
    )
    assert parse("title:sentence:(a b)", marks="exact") == SameSentence(exact("a", "b"), "title")
    assert parse("sentence:(a b OR c)", marks="exact") == Or(
        (SameSentence(exact("a", "b")), SameSentence(exact("c")))
    )


def test_at_least_takes_any_conditions() -> None:
    assert parse('ít-nhất-2:(a "b c" d)', marks="exact") == AtLeast(
        2, (Term("a"), Phrase(exact("b", "c")), Term("d"))
    )
    assert parse("it-nhat-2:(a b c)") == parse("atleast2:(a b c)") == AtLeast(2, folded("a", "b", "c"))


def test_a_closing_parenthesis_without_its_opener_is_punctuation() -> None:
    assert parse("a) Về công") == And(exact("a", "vê`", "công"))
    assert parse(":) số ;)") == SO


def test_empty_groups_are_nothing() -> None:
    assert parse("số () (…)") == SO


# most words, plain syntax


def test_most_asks_for_half_of_the_distinct_words_rounded_up() -> None:
    assert parse("a b c b", match="most") == AtLeast(2, folded("a", "b", "c"))
    assert parse("a b", match="most") == AtLeast(1, folded("a", "b"))
    assert parse("a", match="most") == Term("a", "any")


def test_most_asks_for_a_third_of_more_than_four_words() -> None:
    assert parse("a b c d", match="most") == AtLeast(2, folded("a", "b", "c", "d"))
    assert parse("a b c d e f", match="most") == AtLeast(2, folded(*"abcdef"))
    assert parse("a b c d e f g", match="most") == AtLeast(3, folded(*"abcdefg"))


def test_most_still_requires_phrases_fields_groups_and_exclusions() -> None:
    assert parse('a "x y" b title:z -c (d OR e)', match="most") == And(
        (
            AtLeast(1, folded("a", "b")),
            Phrase(folded("x", "y")),
            Term("z", "any", "title"),
            Not(Term("c", "any")),
            Or(folded("d", "e")),
        )
    )


def test_most_reads_the_brackets_of_a_pasted_sentence_as_words() -> None:
    assert parse("đạt 105 tỷ (tăng 13%)", match="most") == AtLeast(
        2, exact("đat.", "105", "ty?", "tăng", "13")
    )


def test_plain_syntax_reads_everything_as_words() -> None:
    assert parse('title:a -b OR "c* (d', syntax="plain") == And(folded("title", "a", "b", "or", "c", "d"))


def test_plain_syntax_keeps_the_rule_of_numbers() -> None:
    assert parse("-1600", syntax="plain") == parse("1600")
