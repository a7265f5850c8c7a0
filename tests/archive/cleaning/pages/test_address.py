"""A page's address is believed only where it names this page: it decides which article the page is."""

from __future__ import annotations

import pytest
from bs4 import BeautifulSoup

from archive.cleaning.pages.address import page_address, page_domain
from archive.cleaning.pages.captures import original_url

HEADLINE = "Khánh thành cầu Hòn Chén sau ba năm thi công"
NAMED = "https://baohonchen.vn/kinh-te/khanh-thanh-cau-hon-chen-sau-ba-nam-thi-cong-104512.html"
NUMBERED = "http://baohonchen.vn/viewer.aspx?macm=3&mabb=104512"


def address(markup: str, headline: str | None = HEADLINE) -> str | None:
    return page_address(BeautifulSoup(markup, "lxml"), headline)


def domain(markup: str) -> str | None:
    return page_domain(BeautifulSoup(markup, "lxml"))


def canonical(url: str) -> str:
    return f'<link rel="canonical" href="{url}">'


def links(*targets: str) -> str:
    return "".join(f'<a href="{target}">tin</a>' for target in targets)


@pytest.mark.parametrize(
    ("url", "original"),
    [
        ("https://web.archive.org/web/20180330081814/http://x.vn/tin?id=7", "http://x.vn/tin?id=7"),
        ("https://web.archive.org/web/20180330081814id_/https://x.vn/tin", "https://x.vn/tin"),
        ("/web/20170614025039im_/http://x.vn:80/a.jpg", "http://x.vn:80/a.jpg"),
        ("https://web.archive.org/web/2018/http:/x.vn/tin", "http://x.vn/tin"),
        ("/web/20170614025039/http_/x.vn/tin", "http://x.vn/tin"),
        ("https://archive.ph/20200101000000/https://x.vn/tin", "https://x.vn/tin"),
        (
            "http://webcache.googleusercontent.com/search?q=cache:AbC1:http://x.vn/tin%3Fid%3D7&hl=vi",
            "http://x.vn/tin?id=7",
        ),
        ("https://x.vn/2018/tin-tuc/http-la-gi", "https://x.vn/2018/tin-tuc/http-la-gi"),
        ("https://web.archive.org/web/2018*/x.vn", "https://web.archive.org/web/2018*/x.vn"),
    ],
)
def test_an_address_of_a_web_archive_is_unwrapped(url: str, original: str) -> None:
    assert original_url(url) == original
    assert original_url(original) == original


@pytest.mark.parametrize(
    "note",
    [
        f"<!-- saved from url=({len(NUMBERED):04})" + "{} -->",
        "<!--\n Page saved with SingleFile \n url: {} \n saved date: Tue Jan 07 2020\n-->",
        "<html data-scrapbook-source='{}'>",
        "<meta name='savepage-url' content='{}'>",
        "<!-- saved from url=(0099)https://web.archive.org/web/20100101000000/{} -->",
    ],
)
def test_where_a_tool_saved_the_page_from_is_believed(note: str) -> None:
    assert address(note.format(NUMBERED)) == NUMBERED


def test_httrack_leaves_out_the_scheme() -> None:
    note = "<!-- Mirrored from baohonchen.vn/tin/viewer.aspx?mabb=12 by HTTrack Website Copier/3.x [XR&CO'2014] -->"
    assert address(note) == "http://baohonchen.vn/tin/viewer.aspx?mabb=12"


@pytest.mark.parametrize("url", ["http://baohonchen.vn/", "about:internet", "file:///C:/tin.htm"])
def test_a_note_without_the_address_of_an_article_is_not(url: str) -> None:
    assert address(f"<!-- saved from url=(0021){url} -->") is None


def test_a_note_in_a_template_made_from_another_saved_page_is_not_believed() -> None:
    note = (
        "<!-- saved from url=(0050)https://paper.example.com/2017/08/10/how-the-city-lost-its-trams/99127 -->"
    )
    assert address(note) is None


def test_a_canonical_address_with_the_words_of_the_headline_is_believed() -> None:
    assert address(canonical(NAMED)) == NAMED
    assert address(f'<meta property="og:url" content="{NAMED}">') == NAMED


def test_a_headline_edited_later_and_an_address_cut_short_still_agree() -> None:
    url = "https://baohonchen.vn/khanh-thanh-cau-hon-chen-sau-ba-104512.html"
    assert address(canonical(url), "Tin mới: " + HEADLINE) == url


def test_a_number_names_an_article_where_the_address_has_no_words() -> None:
    assert address(canonical(NUMBERED)) == NUMBERED
    assert address(canonical("https://baohonchen.vn/tin/104512.html"))


def test_a_canonical_address_may_be_relative_to_the_base() -> None:
    assert address("<base href='https://baohonchen.vn/'>" + canonical("/tin/104512.html")) == (
        "https://baohonchen.vn/tin/104512.html"
    )


@pytest.mark.parametrize(
    "url",
    [
        "https://baohonchen.vn",
        "https://baohonchen.vn/index.html",
        "https://baohonchen.vn/Pages/Default.aspx",
        "https://baohonchen.vn/kinh-te",
        "https://baohonchen.vn/tin-tuc-su-kien/2019/06/12",
        "https://baohonchen.vn/tin.aspx?catid=104512",
        "https://baohonchen.vn/kinh-te-c104512.html",
        "https://paper.example.com/2017/08/10/how-the-city-lost-its-trams/99127",
        "https://baohonchen.vn/doi-dac-nhiem-ngay-dem-lap-cau-truyen-hinh-2307418.html",
        "javascript:alert(1)",
        "http://[104512/",
        "https://baohonchen.vn/" + "104512/" * 500,
    ],
)
def test_an_address_that_many_pages_may_have_is_not_believed(url: str) -> None:
    assert address(canonical(url)) is None


def test_a_rubric_is_not_an_article_that_begins_like_it() -> None:
    rubric = "https://baohonchen.vn/chuyen-doi-so"
    assert address(canonical(rubric), "Chuyển đổi số ở Hòn Chén") is None
    long_rubric = "https://baohonchen.vn/dua-nghi-quyet-cua-dang-vao-cuoc-song"
    breadcrumb = f'<a href="{long_rubric}">Đưa nghị quyết của Đảng vào cuộc sống</a>'
    assert (
        address(canonical(long_rubric) + breadcrumb, "Đưa nghị quyết của Đảng vào cuộc sống ở Hòn Chén")
        is None
    )


def test_a_numbered_address_that_the_page_links_to_under_another_name_is_a_rubric() -> None:
    assert address(canonical(NUMBERED) + f'<a href="{NUMBERED}">Kinh tế</a>') is None
    assert address(canonical(NUMBERED) + f'<a href="{NUMBERED}">{HEADLINE}</a>') == NUMBERED
    assert address(canonical(NUMBERED) + '<a href="#dau">Về đầu trang</a>') == NUMBERED


def test_two_articles_under_one_constant_address_stay_two() -> None:
    constant = canonical("https://baohonchen.vn/gioi-thieu/lich-su-hinh-thanh-hon-chen-10451.html")
    assert address(constant, HEADLINE) is None
    assert address(constant, "Hòn Chén tổng kết năm học 2018 - 2019") is None


def test_addresses_that_disagree_are_not_believed_but_a_home_page_says_nothing() -> None:
    other = NAMED.replace("104512", "104513")
    assert address(canonical(NAMED) + f'<meta property="og:url" content="{other}">') is None
    assert address(canonical(NAMED) + '<meta property="og:url" content="https://baohonchen.vn/">') == NAMED
    same = NAMED.replace("https://", "http://www.")
    assert address(canonical(NAMED) + f'<meta property="og:url" content="{same}">') is not None


def test_without_a_headline_only_a_number_speaks() -> None:
    assert address(canonical(NAMED), None) is None
    assert address(canonical(NUMBERED), None) == NUMBERED


def banner(url: str = NUMBERED) -> str:
    return f'<div id="wm-ipp"><input id="wmtbURL" value="{url}"><a href="https://archive.org/">W</a></div>'


def test_the_banner_of_a_replayed_page_is_believed() -> None:
    rewritten = links(*(f"/web/20180330081814/http://baohonchen.vn/tin/{number}" for number in range(20)))
    assert address(banner() + rewritten) == NUMBERED


def test_the_banner_in_a_portal_rebuilt_from_archived_pages_is_not() -> None:
    first = links(*(f"/web/20180330081814/http://baohonchen.vn/tin/{number}" for number in range(20)))
    second = links(*(f"/web/20170601000000/http://baohonchen.vn/tin/{number}" for number in range(20)))
    own = links(*(f"/tin-tuc/{number}" for number in range(20)))
    assert address(banner() + first + second) is None
    assert address(banner() + first + own) is None
    assert address(banner()) is None


def test_the_base_tells_the_domain() -> None:
    assert domain("<base href='http://www.BaoHonChen.vn/tin/'>") == "baohonchen.vn"


def test_a_trusted_address_tells_the_domain_by_any_title() -> None:
    assert domain(canonical(NAMED) + f"<title>Báo Hòn Chén</title><h1>{HEADLINE}</h1>") == "baohonchen.vn"


def test_a_domain_that_is_only_declared_may_be_another_newspapers() -> None:
    assert domain(canonical("https://paper.example.com") + "<title>Báo Hòn Chén</title>") is None


def test_links_tell_the_domain_by_majority() -> None:
    own = [f"http://baohonchen.vn/tin/{number}" for number in range(8)]
    other = [f"http://daibieu.vn/tin/{number}" for number in range(8)]
    assert domain(links(*own, "http://daibieu.vn/", "#", "javascript:;")) == "baohonchen.vn"
    assert domain(links(*own, *other)) is None
    assert domain(links(*own, *(f"/tin/{number}" for number in range(20)))) is None
    assert domain(links(*(f"https://www.youtube.com/watch?v={number}" for number in range(20)))) is None


def test_links_rewritten_by_a_web_archive_tell_the_domain_first() -> None:
    rewritten = [f"/web/20180330081814/http://xa.honchen.gov.vn/tin/{number}" for number in range(8)]
    own = [f"/tin/{number}" for number in range(40)]
    assert domain(links(*rewritten, *own)) == "xa.honchen.gov.vn"
