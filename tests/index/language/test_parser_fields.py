"""Fields and dates of the query language."""

from __future__ import annotations

from datetime import date

import pytest

from archive.errors import QueryError
from index.fields import ARTICLES, STATEMENTS, Field, FieldTable
from index.language.parser import parse
from index.query import UNKNOWN, And, DateRange, Keyword, Named, Node, Not, Or, Phrase, Prefix, Term


def exact(*keys: str) -> tuple[Term, ...]:
    return tuple(Term(key) for key in keys)


def clauses(node: Node) -> tuple[Node, ...]:
    return node.clauses if isinstance(node, And) else (node,)


# fields


@pytest.mark.parametrize(
    "name", ["title", "TITLE", "tiêu-đề", "Tiêu-Đề", "tieu-de", "tieude", "tiêu‑đề", "tiêu_đề"]
)
def test_field_names_in_two_languages_any_case_marks_or_none_any_hyphen(name: str) -> None:
    assert parse(f"{name}:ma") == Term("ma", "any", "title")


@pytest.mark.parametrize("field", ARTICLES.fields, ids=lambda field: field.name)
def test_every_name_in_the_field_table_is_a_field(field: Field) -> None:
    value = "2020" if field.kind == "date" else "ma"
    asked = {repr(parse(f"{name}:{value}")) for name in (field.name, *field.aliases)}
    assert len(asked) == 1
    assert asked != {repr(parse(f"none:{value}"))}


def test_a_field_of_words_takes_a_word_a_phrase_or_a_group() -> None:
    assert parse('title:"a b"', marks="exact") == Phrase(exact("a", "b"), "title")
    assert parse("title:(a OR b)", marks="exact") == Or((Term("a", field="title"), Term("b", field="title")))
    assert parse("title:(a -b*)", marks="exact") == And(
        (Term("a", field="title"), Not(Prefix("b", field="title")))
    )


def test_a_field_of_values_takes_them_as_written() -> None:
    assert parse('tỉnh:"Phú  Thọ"') == Named("province", "Phú Thọ")
    assert parse("nguồn:baovinhphuc.com.vn,") == Named("source", "baovinhphuc.com.vn")


@pytest.mark.parametrize("value", ["unknown", "không-rõ", "khong-ro", '"không rõ"', "UNKNOWN"])
def test_unknown_is_a_value(value: str) -> None:
    assert parse(f"tỉnh:{value}") == Keyword("province", (UNKNOWN,))
    assert parse(f"ngày:{value}") == Keyword("date", (UNKNOWN,))
    assert parse(f"dòng-cơ-quan:{value}") == parse(f"cơ-quan:{value}") == Keyword("organisation", (UNKNOWN,))


@pytest.mark.parametrize("typed", ["title: ma", "Báo: ma", "title :ma", "title:", "báo:…"])
def test_a_colon_before_a_space_is_punctuation(typed: str) -> None:
    assert not any(isinstance(node, Named) or getattr(node, "field", None) for node in clauses(parse(typed)))


@pytest.mark.parametrize("typed", ["tính:ma", "http://ma.vn", "foo:ma"])
def test_a_word_and_colon_that_no_table_knows_is_punctuation(typed: str) -> None:
    assert isinstance(parse(typed), Phrase)


# dates


@pytest.mark.parametrize(
    ("typed", "first", "last"),
    [
        ("date:2020", date(2020, 1, 1), date(2020, 12, 31)),
        ("date:2020-02", date(2020, 2, 1), date(2020, 2, 29)),
        ("date:2020-03-19", date(2020, 3, 19), date(2020, 3, 19)),
        ("date:2020-03..2021-06", date(2020, 3, 1), date(2021, 6, 30)),
        ("date:..2020", None, date(2020, 12, 31)),
        ("date:2019..", date(2019, 1, 1), None),
        ("ngày:19/3/2020", date(2020, 3, 19), date(2020, 3, 19)),
        ("ngày:19-3-2020", date(2020, 3, 19), date(2020, 3, 19)),
        ("ngay:3/2020", date(2020, 3, 1), date(2020, 3, 31)),
        ("ngày:1/3/2020..4/2020,", date(2020, 3, 1), date(2020, 4, 30)),
        ('date:"2020"', date(2020, 1, 1), date(2020, 12, 31)),
        ("date:2020.", date(2020, 1, 1), date(2020, 12, 31)),
        ("date:9999-12", date(9999, 12, 1), date(9999, 12, 31)),
    ],
)
def test_dates_and_ranges(typed: str, first: date | None, last: date | None) -> None:
    assert parse(typed) == DateRange("date", first, last)


def test_published_and_event_dates_are_fields_of_their_own() -> None:
    assert parse("đăng:2020") == DateRange("published", date(2020, 1, 1), date(2020, 12, 31))
    assert parse("diễn-ra:2020") == DateRange("event", date(2020, 1, 1), date(2020, 12, 31))


# fields of one collection and of another


@pytest.mark.parametrize("field", STATEMENTS.fields, ids=lambda field: field.name)
def test_a_field_of_statements_is_known_by_all_its_names(field: Field) -> None:
    value = "2020" if field.kind == "date" else "ma"
    asked = {repr(parse(f"{name}:{value}", fields=STATEMENTS)) for name in (field.name, *field.aliases)}
    assert len(asked) == 1


@pytest.mark.parametrize(
    ("typed", "fields", "position"),
    [
        ("số title:đột", STATEMENTS, 3),
        ("tieu-de:đột", STATEMENTS, 0),
        ('official:"An"', STATEMENTS, 0),
        ("số -kind:direct", ARTICLES, 4),
    ],
)
def test_a_field_of_another_collection_is_a_mistake(typed: str, fields: FieldTable, position: int) -> None:
    with pytest.raises(QueryError, match=f"is no field of {fields.name}") as caught:
        parse(typed, fields=fields)
    assert caught.value.position == position


@pytest.mark.parametrize("typed", ["title: đột phá", "Tiêu đề: số", "kind :số"])
def test_with_a_space_it_is_words(typed: str) -> None:
    parse(typed, fields=STATEMENTS)
    parse(typed, fields=ARTICLES)
