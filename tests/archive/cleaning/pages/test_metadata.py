"""What a page says of itself is read wherever it stands, told apart by origin, and never trusted to be well made."""

from __future__ import annotations

import json

import pytest
from bs4 import BeautifulSoup
from hypothesis import given
from hypothesis import strategies as st

from archive.cleaning.pages.metadata import (
    MOST_CHARACTERS,
    MOST_VALUES,
    Evidence,
    Metadata,
    read_metadata,
)


def read(markup: str) -> Metadata:
    return read_metadata(BeautifulSoup(markup, "lxml"))


def read_json(text: str) -> Metadata:
    return read(f'<script type="application/ld+json">{text}</script>')


def test_a_page_without_any_says_nothing() -> None:
    assert read("<p>Sáng 12/6, tại thành phố Quy Nhơn…</p>") == Metadata()
    assert read("") == Metadata()


def test_titles_come_from_every_place_with_their_origin() -> None:
    found = read(
        "<title>Khánh thành cầu mới | Báo Hòn Chén</title>"
        '<meta property="og:title" content="Khánh thành  cầu mới">'
        '<meta name="twitter:title" content="Khánh thành cầu">'
        '<h1 itemprop="headline">Khánh thành <b>cầu mới</b></h1>'
        '<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Khánh thành cầu mới"}</script>'
    )
    assert found.titles == (
        Evidence("Khánh thành cầu mới | Báo Hòn Chén", "title"),
        Evidence("Khánh thành cầu mới", "meta og:title"),
        Evidence("Khánh thành cầu", "meta twitter:title"),
        Evidence("Khánh thành cầu mới", "json-ld headline"),
        Evidence("Khánh thành cầu mới", "itemprop headline"),
    )


@pytest.mark.parametrize(
    "markup",
    [
        '<meta property="article:published_time" content="2019-06-12T08:30:00+07:00">',
        '<meta name="PubDate" content="2019-06-12T08:30:00+07:00">',
        '<meta name="DC.date.issued" content="2019-06-12T08:30:00+07:00">',
        '<span itemprop="datePublished" content="2019-06-12T08:30:00+07:00">hôm qua</span>',
        '<time itemprop="datePublished" datetime="2019-06-12T08:30:00+07:00">12/6</time>',
        '<time datetime="2019-06-12T08:30:00+07:00">12/6</time>',
        '<script type="application/ld+json">{"datePublished": "2019-06-12T08:30:00+07:00"}</script>',
    ],
)
def test_a_date_is_told_as_written(markup: str) -> None:
    assert read(markup).published[0].value == "2019-06-12T08:30:00+07:00"


def test_dates_of_change_are_apart_from_dates_of_publication() -> None:
    found = read(
        '<meta property="article:modified_time" content="2020-01-01"><meta name="lastmod" content="2">'
    )
    assert found.published == ()
    assert [evidence.value for evidence in found.modified] == ["2020-01-01", "2"]


def test_authors_may_be_texts_objects_or_lists() -> None:
    found = read_json('{"author": ["Hoài Sa", {"@type": "Person", "name": "Lê Thị Mận"}]}')
    assert found.authors == (
        Evidence("Hoài Sa", "json-ld author"),
        Evidence("Lê Thị Mận", "json-ld author"),
    )


def test_an_author_in_microdata_is_the_name_within() -> None:
    found = read('<p itemprop="author">Tác giả: <a href="/x"><span itemprop="name">Hoài Sa</span></a></p>')
    assert "Hoài Sa" in found.authors[0].value


def test_kinds_site_names_sections_and_descriptions_are_read() -> None:
    found = read(
        '<meta property="og:type" content="article"><meta property="og:site_name" content="Báo Hòn Chén">'
        '<meta property="article:section" content="Kinh tế"><meta name="description" content="Sáng 12/6…">'
        '<script type="application/ld+json">{"@type": ["NewsArticle", "Report"],'
        ' "publisher": {"@type": "Organization", "name": "Báo Hòn Chén điện tử"}}</script>'
    )
    assert [evidence.value for evidence in found.kinds] == [
        "article",
        "NewsArticle",
        "Report",
        "Organization",
    ]
    assert [evidence.value for evidence in found.site_names] == ["Báo Hòn Chén", "Báo Hòn Chén điện tử"]
    assert found.sections == (Evidence("Kinh tế", "meta article:section"),)
    assert found.descriptions == (Evidence("Sáng 12/6…", "meta description"),)


@pytest.mark.parametrize(
    "text",
    [
        '{"headline": "Khánh thành cầu",}',
        '[{"headline": "Khánh thành cầu"},]',
        '<!-- {"headline": "Khánh thành cầu"} -->',
        '//<![CDATA[\n{"headline": "Khánh thành cầu"}\n//]]>',
        '/* <![CDATA[ */ {"headline": "Khánh thành cầu"}; /* ]]> */',
        '{"@graph": [{"@type": "WebPage"}, {"@type": "Article", "headline": "Khánh thành cầu"}]}',
        '{"mainEntity": {"hasPart": [{"headline": "Khánh thành cầu"}]}}',
        '{"description": "hai\ndòng\tvà \x01", "headline": "Khánh thành cầu"}',
        "{&quot;headline&quot;: &quot;Khánh thành cầu&quot;}",
        '\ufeff {"headline": "Khánh thành cầu"} ',
    ],
)
def test_badly_written_json_ld_is_read_all_the_same(text: str) -> None:
    assert [evidence.value for evidence in read_json(text).titles] == ["Khánh thành cầu"]


def test_a_comma_before_a_bracket_within_words_stays() -> None:
    assert read_json('{"headline": "Một, ] hai",}').titles[0].value == "Một, ] hai"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "không phải JSON",
        '{"headline": "chưa đóng',
        '{"headline": 12, "author": null, "datePublished": {"a": 1}, "@type": 7}',
        "[" * 200_000,
        '{"a":' * 100_000,
        '{"' + '\\"' * 200_000,
        "{" + ",  " * 200_000,
        "{" + " " * 300_000 + "x",
        '{"a": ' + "9" * 100_000 + "}",
        '{"headline": "' + "x" * 2_000_000 + '"}',
    ],
)
def test_json_ld_that_cannot_be_read_is_evidence_that_is_not_there(text: str) -> None:
    assert read_json(text).titles == ()


def test_what_is_said_is_bounded() -> None:
    many = "".join(f'<meta name="author" content="Người thứ {number}">' for number in range(100))
    nodes = json.dumps([{"headline": f"Tin thứ {number}"} for number in range(5_000)])
    assert len(read(many).authors) == MOST_VALUES
    assert len(read_json(nodes).titles) == MOST_VALUES
    assert read(f'<h1 itemprop="headline">{"chữ " * MOST_CHARACTERS}</h1>').titles == ()


def test_properties_nested_deeper_than_a_stack_do_not_break_it() -> None:
    assert read('<b itemprop="author"><i itemprop="name">' * 5_000 + "Hoài Sa").authors is not None


@given(st.text(max_size=200))
def test_no_text_in_the_place_of_json_ld_breaks_it(text: str) -> None:
    block = BeautifulSoup('<script type="application/ld+json"></script>', "lxml")
    assert block.script is not None
    block.script.string = text
    read_metadata(block)
