"""The bounds of a page: what is beyond them is refused with its reason, what real pages have lies far within."""

from __future__ import annotations

import pytest

from archive.cleaning.layout import MAX_CHARACTERS
from archive.cleaning.pages.page import read_page
from archive.cleaning.pages.parsing import MAX_DEPTH, MAX_TAGS, parse_markup
from archive.errors import ProcessingError

TITLE = "Khánh thành cầu suối Đá ở xã Tân Hòa"
STORY = f"<h1>{TITLE}</h1>" + 4 * (
    "<p>Sáng 12/6, lãnh đạo tỉnh dự lễ khánh thành cây cầu mới bắc qua suối, nối hai thôn vùng cao.</p>"
)


def refused(markup: str) -> str:
    with pytest.raises(ProcessingError) as caught:
        read_page(markup)
    return str(caught.value)


@pytest.mark.parametrize("tag", ["<p>", "<br>", "<!-- x -->", "</p>", "<", "<table><tr><td>"])
def test_a_page_of_too_many_tags_is_refused_by_their_number(tag: str) -> None:
    assert f"more than {MAX_TAGS}" in refused(STORY + tag * (MAX_TAGS + 1))


@pytest.mark.parametrize("tag", ["<div>", "<b>", "<ul><li>", "<table><tr><td>", "<div>chữ "])
def test_a_page_of_elements_too_deep_in_one_another_is_refused(tag: str) -> None:
    assert f"more than {MAX_DEPTH} deep" in refused(tag * (MAX_DEPTH + 1) + STORY)


def test_a_page_of_too_much_text_is_refused_by_its_length() -> None:
    sentence = "Ông nói như vậy với bà con trong thôn. "
    text = sentence * (MAX_CHARACTERS // len(sentence) + 1)
    assert f"the most is {MAX_CHARACTERS}" in refused(f"<h1>{TITLE}</h1><p>{text}</p>")


@pytest.mark.parametrize(
    "around",
    [
        "<div>" * 300 + "{}",
        '<form><input type=hidden name="__VIEWSTATE" value="' + "AbC/+9" * 500_000 + '">{}</form>',
        '<img src="data:image/png;base64,' + "A" * 3_000_000 + '">{}',
        "<script>" + "var a = 1;" * 300_000 + "</script>{}",
        '<script type="application/ld+json">' + "[" * 100_000 + "</script>{}",
        '<script type="application/ld+json">' + '{"a":' * 900 + "1" + "}" * 900 + "</script>{}",
        "<div title='" + "x" * 1_000_000 + "'>{}</div>",
        "<div " + " ".join(f"a{number}=1" for number in range(20_000)) + ">{}</div>",
        "<div class='" + "a b " * 250_000 + "'>{}</div>",
        "{}<!-- " + "x" * 1_000_000,
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;&a;'>]>{}<p>&b;</p>",
        "{}<p>&#xD800;&#x110000;&#99999999999;&#0;&#x80;</p>",
        "{}" + "<p>" * 10_000,
        "{}" + "<a href=x>Tin</a> " * 10_000,
    ],
    ids=lambda around: around[:30],
)
def test_the_article_is_found_whatever_bulk_stands_round_it(around: str) -> None:
    page = read_page(around.replace("{}", STORY))
    assert page.title == TITLE
    assert any("nối hai thôn vùng cao" in line.text for line in page.lines)


def test_entities_declared_by_a_page_are_not_expanded() -> None:
    declared = "".join(f"<!ENTITY a{n + 1} '{f'&a{n};' * 10}'>" for n in range(12))
    soup = parse_markup(f"<!DOCTYPE x [<!ENTITY a0 'lol'>{declared}]><p>&a12;</p>")
    assert len(soup.get_text()) < 2_000
