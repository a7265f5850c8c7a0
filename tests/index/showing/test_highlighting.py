"""Marks and snippets: offsets into raw text, of what the query asked for and nothing else."""

from __future__ import annotations

import unicodedata
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.errors import QueryError
from index.analysis import analyse
from index.language.expansion import expand
from index.language.parser import parse
from index.language.spellings import Spellings
from index.showing.highlighting import Snippet, marks, snippets
from tests.index.query_texts import QUERY_TEXTS

TEXT = "Tỉnh uỷ Hòa Bình họp về hạ tầng. Hạ tầng số đi trước, nhân lực đi sau; tỉnh ủy đạt 1.600 tỷ."


def marked(text: str, query: str, field: str = "body", **mode: Any) -> list[str]:
    return [text[start:end] for start, end in marks(text, parse(query, **mode), field)]


def test_every_place_of_the_tone_mark_is_marked_as_printed() -> None:
    assert marked(TEXT, "uỷ") == marked(TEXT, "ủy") == ["uỷ", "ủy"]


def test_a_query_without_marks_marks_accented_words() -> None:
    assert marked(TEXT, "hoa binh") == ["Hòa", "Bình"]
    assert marked(TEXT, '"hoa binh"') == ["Hòa Bình"]


def test_an_exact_query_marks_nothing_else() -> None:
    assert marked("Thúy Lan, Thuý Lân", "Thúy Lan") == ["Thúy", "Lan", "Thuý"]
    assert marked("ma má =ma", "=ma") == ["ma", "ma"]


def test_a_phrase_is_one_mark_and_its_words_alone_are_none() -> None:
    assert marked(TEXT, '"hạ tầng số"') == ["Hạ tầng số"]


def test_a_word_asked_for_beside_its_phrase_is_marked_too() -> None:
    assert marked(TEXT, '"hạ tầng số" tầng') == ["tầng", "Hạ tầng số"]


def test_numbers_are_marked_as_printed() -> None:
    assert marked(TEXT, "1600") == marked(TEXT, "1.600") == ["1.600"]
    assert marked(TEXT, '"đạt 1600 tỷ"') == ["đạt 1.600 tỷ"]


def test_what_is_excluded_is_never_marked() -> None:
    assert marked(TEXT, 'hạ -số -"nhân lực" -(tỉnh ủy)') == ["hạ", "Hạ"]


def test_prefix_wildcard_and_fuzzy_words_are_marked() -> None:
    assert marked(TEXT, "h*p") == ["họp"]
    assert marked(TEXT, "t*") == ["Tỉnh", "tầng", "tầng", "trước", "tỉnh", "tỷ"]
    assert marked(TEXT, "tần*") == ["tầng", "tầng"]
    assert marked(TEXT, "=bin~") == []
    assert marked(TEXT, "bìn~") == ["Bình"]


def test_words_that_are_near_are_marked_where_they_are_near() -> None:
    text = "hạ lớp tầng. một hai ba bốn năm tầng sáu bảy tám chín mười hạ"
    assert marked(text, '"tầng hạ"~1') == ["hạ", "tầng"]
    assert marked("a a", '"a a"~3') == ["a", "a"]
    assert marked("a b", '"a a"~3') == []


def test_words_of_one_sentence_are_marked_in_such_sentences_alone() -> None:
    text = "Hạ tầng yếu. Nhân lực và hạ tầng. Nhân lực."
    assert marked(text, "sentence:(hạ nhân)") == ["Nhân", "hạ"]
    assert marked("Nhân lực\n\nHạ tầng", "sentence:(hạ nhân)") == []


def test_a_field_of_the_query_marks_that_field_only() -> None:
    assert marked(TEXT, "title:tỉnh") == []
    assert marked(TEXT, "title:tỉnh", field="title") == ["Tỉnh", "tỉnh"]
    assert marked(TEXT, 'province:"Hòa Bình" date:2020') == []


def test_marks_are_offsets_of_decomposed_text_too() -> None:
    text = unicodedata.normalize("NFD", TEXT)
    assert [unicodedata.normalize("NFC", part) for part in marked(text, "hòa")] == ["Hòa"]


def test_an_expanded_query_marks_the_same_words() -> None:
    held = Spellings((key, 1) for key in sorted(set(analyse(TEXT).keys)))
    node, _ = expand(parse("h*p bìn~"), lambda _: held, 99)
    assert marks(TEXT, node, "body") == marks(TEXT, parse("h*p bìn~"), "body")


@settings(max_examples=60)
@given(QUERY_TEXTS, st.lists(st.sampled_from([*TEXT.split(), "1600", "chuyển", "đổi", "\n\n"]), max_size=60))
def test_marks_and_snippets_stay_inside_and_apart(query: str, words: list[str]) -> None:
    try:
        node = parse(query)
    except QueryError:
        return
    text = " ".join(words)
    spans = marks(text, node, "body")
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(one[1] <= other[0] for one, other in zip(spans, spans[1:], strict=False))
    for snippet in snippets({"body": text}, node, characters=40):
        assert snippet.text in text
        assert all(0 <= start < end <= len(snippet.text) for start, end in snippet.marks)


# snippets

BODY = "\n\n".join(
    [
        "Sáng 5/3, tỉnh tổ chức hội nghị. Đại biểu đến dự rất đông đủ.",
        "Hội nghị bàn về hạ tầng. Nhân lực là khâu yếu, hạ tầng là khâu mạnh, cần đột phá cả hai.",
        "Cuối buổi, hội nghị nói về nhân lực của tỉnh trong thời gian tới.",
    ]
)


def shown(query: str, **bounds: int) -> list[str]:
    return [snippet.text for snippet in snippets({"body": BODY}, parse(query), **bounds)]


def test_the_sentences_that_hold_most_different_words_are_shown() -> None:
    best = "Nhân lực là khâu yếu, hạ tầng là khâu mạnh, cần đột phá cả hai."
    assert shown("hạ tầng nhân lực", count=1, characters=70) == [best]


def test_a_second_snippet_adds_what_the_first_lacks_in_reading_order() -> None:
    assert shown("đột phá đông", characters=70) == [
        "Đại biểu đến dự rất đông đủ.",
        "Nhân lực là khâu yếu, hạ tầng là khâu mạnh, cần đột phá cả hai.",
    ]


def test_marks_are_offsets_into_the_snippet() -> None:
    (snippet,) = snippets({"body": BODY}, parse('"đột phá"'), characters=70)
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["đột phá"]


def test_a_long_sentence_is_cut_between_words_around_what_was_found() -> None:
    text = "mở đầu " * 50 + "đột phá " + "kết thúc " * 50
    (snippet,) = snippets({"body": text}, parse("đột phá"), characters=60)
    assert len(snippet.text) <= 60
    assert [snippet.text[start:end] for start, end in snippet.marks] == ["đột", "phá"]
    assert set(snippet.text.split()) <= set(text.split())


def test_without_anything_found_the_lede_stands_in() -> None:
    assert shown("xyz", characters=70) == ["Sáng 5/3, tỉnh tổ chức hội nghị. Đại biểu đến dự rất đông đủ."]
    assert shown("date:2020", characters=40) == ["Sáng 5/3, tỉnh tổ chức hội nghị."]
    assert shown("xyz", characters=20) == ["Sáng 5/3, tỉnh tổ"]


def test_a_lede_is_taken_of_the_first_part_with_words() -> None:
    assert snippets({"body": " …", "caption": "Toàn cảnh."}, parse("xyz")) == (
        Snippet("caption", "Toàn cảnh.", ()),
    )
    assert snippets({"body": "", "caption": ""}, parse("xyz")) == ()


def test_parts_keep_their_names_and_order() -> None:
    found = snippets({"body": BODY, "caption": "Toàn cảnh hội nghị."}, parse("cảnh đông"))
    assert [(snippet.field, len(snippet.marks)) for snippet in found] == [("body", 1), ("caption", 1)]


def test_a_snippet_never_crosses_a_paragraph() -> None:
    assert not any("\n" in text for text in shown("hội nghị tỉnh", characters=500))


@pytest.mark.parametrize("count", [0, 1, 2, 5])
def test_no_more_snippets_than_asked_for(count: int) -> None:
    assert len(shown("hội", count=count, characters=40)) <= count
