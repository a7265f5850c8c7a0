"""Marks are cut on raw text, then escaped: nothing printed can become markup."""

from __future__ import annotations

import re
from html import unescape

from hypothesis import given
from hypothesis import strategies as st

from web.marking import Mark, dressed, excerpt, marked, shifted

texts = st.text(alphabet="ab<>&\"' ệ", max_size=30)
spans = st.lists(st.tuples(st.integers(0, 30), st.integers(0, 30)), max_size=5)


@given(texts, spans)
def test_the_text_comes_back_whole_when_marks_are_taken_out(text: str, spans: list[tuple[int, int]]) -> None:
    html = str(marked(text, spans)).replace("<mark>", "").replace("</mark>", "")
    assert "<" not in html
    assert unescape(html) == text


def test_a_mark_stands_where_it_was_found() -> None:
    assert str(marked("a<b>c", [(1, 4)])) == "a<mark>&lt;b&gt;</mark>c"


def test_of_overlapping_marks_the_first_and_longest_wins() -> None:
    assert str(marked("abcd", [(1, 3), (1, 2), (2, 4)])) == "a<mark>bc</mark>d"


def test_a_link_is_escaped_too() -> None:
    assert (
        str(dressed("a", [Mark(0, 1, "official", '/x?"><')]))
        == '<a class="official" href="/x?&#34;&gt;&lt;">a</a>'
    )


def test_marks_of_a_paragraph_count_from_its_start() -> None:
    assert shifted([Mark(2, 4, ""), Mark(11, 13, "")], 10, 20) == [Mark(1, 3, "")]


def test_a_piece_cut_out_of_a_sentence_shows_that_it_is() -> None:
    assert str(excerpt("truyền thông, đặc biệt", [(0, 6)])) == "… <mark>truyền</mark> thông, đặc biệt …"
    assert str(excerpt("Ngành cần phối hợp.", [])) == "Ngành cần phối hợp."


def test_layers_nest_and_a_mark_is_cut_at_the_border_of_an_outer_one() -> None:
    outer = [Mark(1, 4, "said", anchor="x", hint='A "b"', number="1")]
    assert str(dressed("abcdef", outer, [Mark(2, 6, "")])) == (
        'a<span class="said" id="x" title="A &#34;b&#34;" data-number="1">b<mark>cd</mark></span><mark>ef</mark>'
    )


@given(texts, spans, spans, spans)
def test_layers_lose_nothing_of_the_text(
    text: str, outer: list[tuple[int, int]], links: list[tuple[int, int]], found: list[tuple[int, int]]
) -> None:
    layers = [
        [Mark(start, end, style) for start, end in layer]
        for style, layer in (("a", outer), ("b", links), ("", found))
    ]
    tag = re.compile('</?mark(?: class="[ab]")?>')
    assert unescape(tag.sub("", str(dressed(text, *layers)))) == text
