"""One raw document becomes a text and its fields, or says in one line why not."""

from __future__ import annotations

import csv
import json
import unicodedata
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from archive.documents import Media, RawDocument
from archive.errors import ProcessingError
from archive.reading.records import FIELDS, Record, parse
from archive.text.conversion import restore
from archive.text.legacy import windows_1258
from tests.archive.text.writing import MARKED_LETTERS

TEXT = "Đồng chí Bí thư đề nghị các cấp ủy tập trung tháo gỡ khó khăn cho người dân ở những xã nghèo."
FROM_1252 = {ord(char): meant for char, meant in windows_1258.WINDOWS_1258.items()}
TO_TONES = {ord(letter): windows_1258.restore(letter).translate(FROM_1252) for letter in MARKED_LETTERS}
"""Each letter as windows-1258 writes it."""

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
        ('{"text": "a", }', "invalid JSON ("),
        ('{"text": "a"', "invalid JSON ("),
        ('{"text": NaN}', "invalid JSON (NaN is no JSON value)"),
        ('["a"]', "not a JSON object but array"),
        ('"a"', "not a JSON object but string"),
        ("7", "not a JSON object but number"),
        ('{"title": "Họp"}', "the record has no text: "),
        ('{"text": null}', "the record has no text"),
        ('{"text": " \\n "}', "the record has no text"),
        ('{"text": ["a"]}', "a field is no string (text is array)"),
        ('{"text": 7}', "a field is no string (text is number)"),
        ('{"text": false}', "a field is no string (text is boolean)"),
        ('{"text": "a", "title": ["a"]}', "a field is no string (title is array)"),
        ('{"text": "a", "title": 7}', "a field is no string (title is number)"),
        ('{"text": "a", "id": true}', "a field is no string (id is boolean)"),
        ('{"html": ["a"]}', "a field is no string (html is array)"),
        ('{"text": "a", "date": {"year": 2020}}', "a field is no string (date is object)"),
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
    assert refusal('{"text": "a", "title": "\\udc00"}')[1].startswith("a field is no text (title ")


def test_control_characters_are_refused() -> None:
    step, reason = refusal(json.dumps({"text": "\x00\x01\x02\x03\x04" * 4}))
    assert step == "decode"
    assert "control characters" in reason


def test_a_short_record_that_is_not_utf8_is_refused_with_the_position() -> None:
    step, reason = refusal(b'{"text": "b\xe0o"}')
    assert step == "decode"
    assert "byte 0xe0 at offset 11" in reason


def test_a_record_in_the_code_page_of_a_vietnamese_windows_is_read() -> None:
    record = parse(raw(f"id,text\n7,{TEXT}\n".translate(TO_TONES).encode("cp1258"), "csv"))
    assert unicodedata.normalize("NFC", record.text) == TEXT
    assert record.conversion is None


def test_a_text_in_a_legacy_font_comes_in_modern_letters_with_its_fields() -> None:
    line = {"id": "7", "title": "Héi nghÞ tæng kÕt", "author": "B¸ H¶i", "text": restore(TEXT, "tcvn3")}
    assert parse(raw(json.dumps(line))) == Record(
        TEXT, {"id": "7", "title": "Hội nghị tổng kết", "author": "Bá Hải"}, conversion="tcvn3"
    )


def test_fields_are_converted_only_if_they_are_not_modern() -> None:
    line = {"title": "Hội nghị tổng kết", "author": "Bá Hải", "text": restore(TEXT, "vni")}
    assert parse(raw(json.dumps(line))) == Record(
        TEXT, {"title": "Hội nghị tổng kết", "author": "Bá Hải"}, conversion="vni"
    )


def test_a_text_file_in_viqr_is_converted() -> None:
    assert parse(raw(restore(TEXT, "viqr"), "text")) == Record(TEXT, {}, conversion="viqr")


def test_fields_of_several_lines_stay_apart() -> None:
    line = {"title": restore("Hội nghị\ntổng kết&#10;", "vni"), "text": restore(f"{TEXT}\n\n{TEXT}", "vni")}
    record = parse(raw(json.dumps(line)))
    assert record.fields["title"] == "Hội nghị\ntổng kết&#10;"
    assert record.text == f"{TEXT}\n\n{TEXT}"


def test_a_page_is_given_on_as_its_markup() -> None:
    markup = f"<meta charset=latin1><p>{restore(TEXT, 'tcvn3')}</p>"
    page = RawDocument(
        "a.html", "a.html", "html", markup.encode("cp1252"), url="http://bao.vn/1", charset="utf-8"
    )
    assert parse(page) == Record(markup, {"url": "http://bao.vn/1"}, markup=True)


@pytest.mark.parametrize("text", ["", " \n", None])
def test_a_record_without_text_may_hold_a_page(text: str | None) -> None:
    markup = f"<p>{restore(TEXT, 'vni')}</p>"
    line = {"text": text, "html": markup, "title": restore("Hội nghị tổng kết của tỉnh", "vni")}
    record = parse(raw(json.dumps(line)))
    assert (record.text, record.markup) == (markup, True)
    assert record.fields == {"title": "Hội nghị tổng kết của tỉnh"}


def test_the_text_of_a_record_wins_over_its_page() -> None:
    assert parse(raw('{"text": "Tin", "html": "<p>Tin khác"}')) == Record("Tin", {})
    assert parse(raw("html,text\n<p>,Tin\n", "csv")) == Record("Tin", {})
    assert parse(raw("html,title\n<p>Tin,Họp\n", "csv")) == Record("<p>Tin", {"title": "Họp"}, markup=True)


def test_the_address_of_the_carrier_is_the_url_where_the_record_has_none() -> None:
    line = '{"text": "Tin", "url": "http://bao.vn/2"}'
    given = RawDocument("kho", "kho", "json", line.encode(), url="http://bao.vn/1")
    assert parse(given).fields["url"] == "http://bao.vn/2"
    text = RawDocument("kho", "kho", "text", b"Tin", url="http://bao.vn/1")
    assert parse(text).fields == {"url": "http://bao.vn/1"}


def test_what_could_not_be_decoded_is_replaced() -> None:
    content = (TEXT * 10).encode() + b"\xff"
    assert parse(raw(content, "text")) == Record(TEXT * 10 + "\ufffd", {})


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
        ("id,text\n1,a,b\n", "the row has 3 cells, the header 2: quote cells that hold ','"),
        ("id;text\n1\n", "the row has 1 cells, the header 2: quote cells that hold ';'"),
        ("id,text\n1,\n", "the record has no text"),
        ("id,title\n1,a\n", "the record has no text"),
        ('id,text\n1,"a\n', "invalid CSV ("),
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


@given(content=st.binary(max_size=300), media=st.sampled_from(["text", "html", "json", "csv"]))
def test_any_bytes_are_a_record_or_a_reason(content: bytes, media: Media) -> None:
    try:
        record = parse(raw(content, media))
    except ProcessingError as error:
        assert "\n" not in error.reason
    else:
        assert record.text.strip()
        assert set(record.fields) <= set(FIELDS)
