"""Whole pages of every family of layouts: what is the article, in which roles, and what is none."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from archive.cleaning.cleaning import clean
from archive.cleaning.pages.page import read_page
from archive.cleaning.pages.site_tables import site_rules
from archive.errors import ProcessingError
from archive.models import Article, Source
from archive.reading.records import Record
from archive.text.conversion import restore

PAGES = Path(__file__).parents[3] / "data" / "pages"
TITLE = "Khánh thành cầu suối Đá ở xã Tân Hòa"
LEAD = "Cây cầu được người dân hai thôn vùng cao mong đợi nhiều năm nay đã đưa vào sử dụng trước mùa mưa."
FIRST = "Sáng 12/6, tại xã Tân Hòa, Ủy ban nhân dân huyện Sông Trà tổ chức lễ khánh thành"
LAST = "giá nông sản bán tại vườn cũng tăng hơn trước."
FRAME = (
    "Huyện Sông Trà thu hoạch xong vụ lúa đông xuân",
    "Giới thiệu chung",
    "Giấy phép",
    "mong huyện tiếp tục quan tâm",
    "Chia sẻ",
    "Tin liên quan",
    "Các tin khác",
    "năng suất bình quân",
    "Thăm dò ý kiến",
)
ARTICLES = ["tables", "joomla", "nukeviet", "wordpress", "modern"]


def markup(name: str) -> str:
    return (PAGES / f"{name}.html").read_text("utf-8")


def cleaned(text: str) -> Article:
    page = read_page(text)
    return clean(Record(text, {}, markup=True), "a", Source("Báo"), None, date(2026, 1, 1), page)


@pytest.mark.parametrize("name", [*ARTICLES, "undated"])
def test_the_headline_is_found_as_printed(name: str) -> None:
    assert cleaned(markup(name)).title == TITLE


@pytest.mark.parametrize("name", ARTICLES)
def test_the_text_is_whole_and_nothing_but_the_text(name: str) -> None:
    body = cleaned(markup(name)).body
    assert FIRST in body
    assert body.endswith(LAST)
    assert not [noise for noise in FRAME if noise in body]


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("tables", "2009-06-12T15:30"),
        ("joomla", "2015-06-12T15:30"),
        ("nukeviet", "2015-06-12T15:30"),
        ("wordpress", "2018-06-12"),
        ("modern", "2023-06-12T15:30"),
        ("notice", "2012-07-03"),
    ],
)
def test_the_date_is_that_printed_beside_the_headline_not_the_clock_of_the_page(name: str, day: str) -> None:
    published = cleaned(markup(name)).published
    assert published is not None
    assert (published.value, published.provenance) == (day, "header")


def test_where_no_date_is_printed_none_is_made_of_clock_meta_tags_or_decrees() -> None:
    assert cleaned(markup("undated")).published is None


@pytest.mark.parametrize("name", ["tables", "nukeviet", "modern"])
def test_the_lead_opens_the_body_once(name: str) -> None:
    article = cleaned(markup(name))
    assert article.paragraphs[0].endswith(LEAD)
    assert article.body.count(LEAD) == 1


@pytest.mark.parametrize(
    ("name", "author"),
    [
        ("tables", "Thu Hà"),
        ("joomla", "Minh Châu"),
        ("nukeviet", "Minh Châu"),
        ("wordpress", "Minh Châu"),
        ("modern", "Minh Châu - Hà My"),
    ],
)
def test_the_author_is_found_wherever_the_layout_prints_it(name: str, author: str) -> None:
    assert cleaned(markup(name)).byline == author


def test_captions_and_their_credits_stand_apart_from_the_text() -> None:
    for name in ("tables", "modern"):
        article = cleaned(markup(name))
        assert [caption.credit for caption in article.captions] == ["Hà My"]
        assert "cắt băng" not in article.body


def test_sub_headings_and_lists_of_the_article_stay_as_lines() -> None:
    assert "Mong đợi nhiều năm" in cleaned(markup("wordpress")).paragraphs
    assert {"Chiều dài: 42 mét;", "Chiều rộng: 4,5 mét;"} <= set(cleaned(markup("joomla")).paragraphs)


def test_inline_elements_join_without_blanks_inside_words() -> None:
    assert "Trước đây, mỗi khi mưa lớn" in cleaned(markup("tables")).body


def test_a_notice_of_two_sentences_above_thirty_links_is_an_article() -> None:
    article = cleaned(markup("notice"))
    assert article.title == "Thông báo cúp điện khu vực thị trấn"
    assert len(article.paragraphs) == 1


def test_what_is_taken_out_of_the_region_of_the_article_is_on_record() -> None:
    kinds = {removal.kind for removal in cleaned(markup("modern")).removals}
    assert {"dateline", "byline", "related"} <= kinds


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        ("listing", "the page lists articles and is none: 6 linked headlines"),
        ("search", "results of a search (6 linked headlines)"),
        ("login", "asks for a password"),
        ("error", "it says '404 Not Found'"),
        ("empty", "has no text"),
        ("picture", "is a picture: 2 pictures"),
        ("attachment", "only 1 links to documents"),
    ],
)
def test_a_page_that_is_no_article_is_refused_with_the_reason(name: str, reason: str) -> None:
    with pytest.raises(ProcessingError) as refused:
        read_page(markup(name))
    assert reason in refused.value.reason
    assert refused.value.step == "layout"


def test_a_page_in_a_legacy_font_is_read_in_modern_letters_and_says_so() -> None:
    text = markup("tables")
    start, end = text.index("<form"), text.index("</form>")
    headed = text[start:end].replace(TITLE, f"<font face=.VnTimeH>{TITLE}</font>")
    page = f"<body><font face=.VnTime>{restore(headed, 'tcvn3')}</font></body>"
    article = cleaned(page)
    assert article.title == TITLE.upper()
    assert "nối hai thôn vùng cao với trung tâm xã" in article.body
    assert "document_tcvn3" in {repair.kind for repair in article.repairs}


def test_a_site_rule_tells_what_the_general_rules_would_have_to_guess() -> None:
    text = markup("nukeviet")
    assert read_page(text, "songtra.gov.vn", site_rules()).title == TITLE


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            ["<p>", "</div>", "<h1>", "<table><td>", "<a href=x>", "<br>", LEAD, TITLE, "12/6/2015"]
        )
    )
)
def test_any_pile_of_markup_is_a_page_or_is_refused(parts: list[str]) -> None:
    try:
        page = read_page("".join(parts))
    except ProcessingError as error:
        assert error.step == "layout"
    else:
        assert page.lines
