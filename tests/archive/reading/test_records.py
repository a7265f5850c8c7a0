"""One raw document becomes a text and its fields, or says in one line why not."""

from __future__ import annotations

import csv
import json
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.errors import ProcessingError
from archive.models import Media, RawDocument
from archive.reading.records import FIELDS, Record, parse

PRINTABLE = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]))


def raw(content: bytes | str, media: Media = "json") -> RawDocument:
    encoded = content.encode() if isinstance(content, str) else content
    return RawDocument("kho", "kho", media, encoded, line=None if media == "text" else 7)


def refusal(content: bytes | str, media: Media = "json") -> tuple[str, str]:
    with pytest.raises(ProcessingError) as refused:
        parse(raw(content, media))
    assert "\n" not in refused.value.reason
    return refused.value.step, refused.value.reason


def test_a_text_file_is_its_text_without_fields() -> None:
    assert parse(raw("Sáng 19/3, tại Vĩnh Yên…\n", "text")) == Record("Sáng 19/3, tại Vĩnh Yên…\n", {})


def test_a_text_file_may_be_utf16() -> None:
    assert parse(raw("Tỉnh ủy họp.".encode("utf-16"), "text")).text == "Tỉnh ủy họp."


def test_binary_rubbish_is_no_text() -> None:
    step, reason = refusal(bytes(range(256)) * 20, "text")
    assert step == "decode"
    assert "binary" in reason


@pytest.mark.parametrize("content", ["", "\ufeff", " \n\t"])
def test_an_empty_text_file_says_so(content: str) -> None:
    assert refusal(content, "text") == ("decode", "the file is empty")


def test_the_fields_of_an_object_are_strings_without_outer_blanks() -> None:
    line = {"id": " vp-1 ", "title": "Họp\n", "date": "2020-03-19", "source": "Báo A", "text": " Nội dung. "}
    assert parse(raw(json.dumps(line))) == Record(
        " Nội dung. ", {"id": "vp-1", "title": "Họp", "date": "2020-03-19", "source": "Báo A"}
    )


def test_null_missing_and_blank_fields_are_absent_and_unknown_ones_left_alone() -> None:
    line = '{"text": "a", "title": null, "url": " ", "author": "", "Category": "x", "tags": ["y"]}'
    assert parse(raw(line)).fields == {}


@pytest.mark.parametrize("number", ["7", "20200319", "-1", "1.50", "1e400", "9" * 10_000])
def test_an_id_or_date_may_be_a_number_and_is_kept_as_written(number: str) -> None:
    assert parse(raw(f'{{"id": {number}, "date": {number}, "text": "a"}}')).fields == {
        "id": number,
        "date": number,
    }


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ('{"text": "a", }', "invalid JSON at column 15: "),
        ('{"text": "a"', "invalid JSON at column 13: "),
        ('{"text": NaN}', "invalid JSON: NaN is not a JSON value"),
        ('["a"]', "the line is a list, not a JSON object with a text"),
        ('"a"', "the line is a string, not a JSON object with a text"),
        ("7", "the line is a number, not a JSON object with a text"),
        ('{"title": "Họp"}', "the record has no text"),
        ('{"text": null}', "the record has no text"),
        ('{"text": " \\n "}', "the record has no text"),
        ('{"text": ["a"]}', "text is a list, not a string"),
        ('{"text": 7}', "text is a number, not a string"),
        ('{"text": false}', "text is true or false, not a string"),
        ('{"text": "a", "title": ["a"]}', "title is a list, not a string"),
        ('{"text": "a", "title": 7}', "title is a number, not a string"),
        ('{"text": "a", "id": true}', "id is true or false, not a string"),
        ('{"text": "a", "date": {"year": 2020}}', "date is an object, not a string"),
    ],
)
def test_what_is_not_a_record_says_why(line: str, reason: str) -> None:
    step, said = refusal(line)
    assert step == "parse"
    assert said.startswith(reason)


@pytest.mark.parametrize("bomb", ["[" * 200_000, '{"text": "a", "x": ' + '{"a":' * 200_000])
def test_deep_nesting_is_refused(bomb: str) -> None:
    assert refusal(bomb) == ("parse", "the JSON is nested too deeply: an article is one flat object")


def test_lone_surrogates_are_refused_wherever_they_hide() -> None:
    step, reason = refusal('{"text": "a \\ud83d b"}')
    assert step == "decode"
    assert "surrogate" in reason
    assert refusal('{"text": "a", "title": "\\udc00"}')[1].startswith("title: lone surrogate")


def test_control_characters_are_refused() -> None:
    step, reason = refusal(json.dumps({"text": "\x00\x01\x02\x03\x04" * 4}))
    assert step == "decode"
    assert "control characters" in reason


def test_a_record_that_is_not_utf8_is_refused_with_the_position() -> None:
    assert refusal(b'{"text": "b\xe0o"}') == (
        "decode",
        "not UTF-8 at byte 12 of the record: convert the file to UTF-8",
    )


def test_a_byte_order_mark_inside_a_joined_file_is_no_part_of_the_record() -> None:
    assert parse(raw('\ufeff{"text": "a"}')).text == "a"


def test_decomposed_text_is_given_on_as_written() -> None:
    text = unicodedata.normalize("NFD", "Tỉnh ủy Hòa Bình")
    assert parse(raw(json.dumps({"text": text}))).text == text


def test_a_row_has_the_fields_of_its_header_whatever_its_capitals() -> None:
    table = 'ID;Ghi chú;Text;TITLE\r\n007;x;"Dòng một;\r\ndòng ""hai"""; Họp \r\n'
    assert parse(raw(table, "csv")) == Record('Dòng một;\r\ndòng "hai"', {"id": "007", "title": "Họp"})


@pytest.mark.parametrize(
    ("table", "reason"),
    [
        ("id,text\n1,a,b\n", "the row has 3 cells, the header 2: quote cells that hold commas"),
        ("id;text\n1\n", "the row has 1 cells, the header 2: quote cells that hold semicolons"),
        ("id,text\n1,\n", "the record has no text"),
        ("id,title\n1,a\n", "the record has no text"),
        ('id,text\n1,"a\n', "invalid CSV: "),
    ],
)
def test_a_row_that_does_not_fit_says_why(table: str, reason: str) -> None:
    assert refusal(table, "csv")[1].startswith(reason)


@given(values=st.fixed_dictionaries(dict.fromkeys(FIELDS, PRINTABLE)), text=PRINTABLE)
def test_json_and_csv_of_one_record_are_the_same_record(values: dict[str, str], text: str) -> None:
    record = {**values, "text": f"Tin: {text}"}
    table = StringIO()
    writer = csv.DictWriter(table, fieldnames=list(record))
    writer.writeheader()
    writer.writerow(record)
    assert _parsed(raw(json.dumps(record))) == _parsed(raw(table.getvalue(), "csv"))


def _parsed(document: RawDocument) -> Record | str:
    try:
        return parse(document)
    except ProcessingError as error:
        return error.reason


@given(content=st.binary(max_size=300), media=st.sampled_from(["text", "json", "csv"]))
def test_any_bytes_are_a_record_or_a_reason(content: bytes, media: Media) -> None:
    try:
        record = parse(raw(content, media))
    except ProcessingError as error:
        assert "\n" not in error.reason
    else:
        assert record.text.strip()
        assert set(record.fields) <= set(FIELDS)
