"""Which of the texts on a page is its article: tables, slides and boxes of other news stand round it."""

from __future__ import annotations

import pytest

from archive.cleaning.pages.page import Page, read_page
from archive.errors import ProcessingError

HEADLINE = "Trao 40 chiếc xe đạp cho học sinh xã Sơn Lập"
DAY = "Thứ Ba, 05/09/2017 - 10:24"
STORY = (
    "Sáng 4/9, Hội Chữ thập đỏ huyện trao tặng 40 chiếc xe đạp cho học sinh nghèo vượt khó của xã Sơn Lập.",
    "Mỗi chiếc xe trị giá hai triệu đồng do các nhà hảo tâm đóng góp. Tổng kinh phí là 80 triệu đồng.",
)
OTHERS = (
    "Huyện Sông Trà thu hoạch xong lúa đông xuân",
    "Mưa đá làm tốc mái nhiều ngôi nhà ở bản Hồ",
    "Tập huấn chăm sóc cà phê cho nông dân xã Đá Bạc",
    "Khởi công đường bê tông liên thôn ở xã Tân Hòa",
)
SUMMARY = "Công trình hoàn thành sau năm tháng thi công, đáp ứng mong mỏi nhiều năm của người dân trong vùng."


def story(headline: str) -> str:
    return (
        f"<div class=tin>{headline}<span>{DAY}</span>"
        + "".join(f"<p>{line}</p>" for line in STORY)
        + "</div>"
    )


def slides(link: str) -> str:
    slide = "<div class=slide>{}<div><b>{}</b><p>{}</p></div></div>"
    return "".join(slide.format(link, other, SUMMARY) for other in OTHERS)


def texts(page: Page) -> list[str]:
    return [line.text for line in page.lines if line.role in ("paragraph", "lead")]


@pytest.mark.parametrize("headline", [f"<h2><a href=a.html>{HEADLINE}</a></h2>", f"<h2>{HEADLINE}</h2>"])
def test_slides_with_linked_pictures_are_teasers_and_the_short_item_is_the_article(headline: str) -> None:
    page = read_page(slides("<a href=b.html><img src=b.jpg></a>") + story(headline))
    assert page.title == HEADLINE
    assert texts(page) == list(STORY)


def test_the_headline_the_head_states_leads_to_the_article_under_longer_teasers() -> None:
    page = read_page(
        f"<title>{HEADLINE} - Báo Sông Trà</title>" + slides("") + story(f"<p><b>{HEADLINE}</b></p>")
    )
    assert page.title == HEADLINE
    assert texts(page) == list(STORY)


def test_pictures_linked_to_their_larger_copies_make_no_teasers() -> None:
    picture = "<a href=lon.jpg><img src=nho.jpg></a>"
    parts = "".join(f"<div>{picture}<b>{other}</b><p>{SUMMARY}</p></div>" for other in OTHERS)
    page = read_page(f"<h1>{HEADLINE}</h1><p>{DAY}</p><p>{STORY[0]}</p>{parts}")
    assert [line.text for line in page.lines].count(SUMMARY) == len(OTHERS)


def test_teasers_without_boxes_end_where_the_headline_of_the_page_begins() -> None:
    rubric = "<h2>TIÊU ĐIỂM</h2>" + "".join(f"<h1><a href=b.html>{other}</a></h1>" for other in OTHERS)
    page = read_page(f"<title>{HEADLINE} - Báo Sông Trà</title>{rubric}" + story(f"<h1>{HEADLINE}</h1>"))
    assert page.title == HEADLINE
    assert texts(page) == list(STORY)


def test_days_in_a_table_of_the_text_make_no_list_of_news() -> None:
    rows = "".join(
        f"<tr><td>{number}</td><td>Thứ Ba, {number}/6/2014</td><td>Ông Lò Văn Páo</td></tr>"
        for number in range(3, 8)
    )
    notice = f"<h1>Lịch tiếp công dân tháng 6</h1><p>{STORY[0]}</p><table>{rows}</table><p>{STORY[1]}</p>"
    assert "Ông Lò Văn Páo" in [line.text for line in read_page(f"<title>Sở Xây dựng</title>{notice}").lines]


@pytest.mark.parametrize(
    ("page", "reason"),
    [
        (
            "<h1>Liên hệ - Góp ý</h1><p>Mọi ý kiến của công dân xin gửi về Ban Biên tập theo mẫu dưới đây.</p>"
            "<form>Họ và tên <input><br>Nội dung <textarea></textarea></form>",
            "a form to fill in",
        ),
        (
            "<title>Internet Archive Wayback Machine</title><h1>Hrm.</h1>"
            "<p>Wayback Machine doesn't have that page archived.</p><p>" + SUMMARY * 4 + "</p>",
            "error page",
        ),
    ],
)
def test_a_form_and_a_missing_capture_are_no_articles(page: str, reason: str) -> None:
    with pytest.raises(ProcessingError, match=reason):
        read_page(page)


def test_a_name_before_a_line_of_nothing_but_buttons_signs_the_text() -> None:
    tools = "<p><b>HOÀNG LIÊN</b></p><div>[ Xem tin theo ngày ] [ Gửi bạn bè ] [ In trang ]</div>"
    page = read_page(
        f"<div><h1>{HEADLINE}</h1><p>{DAY}</p>" + "".join(f"<p>{line}</p>" for line in STORY) + tools
    )
    assert [line.text for line in page.lines][-1] == "HOÀNG LIÊN"


def test_a_box_of_other_news_that_was_never_closed_does_not_swallow_the_article() -> None:
    links = "".join(f"<li><a href=b.html>{other}</a></li>" for other in OTHERS)
    comments = f"<div class=comments><p>{SUMMARY * 8}</p></div>"
    box = f"<div><div class=tinlienquan><ul>{links}</ul>{story(f'<h1>{HEADLINE}</h1>')}</div></div>{comments}"
    page = read_page(f"<title>{HEADLINE}</title>{box}")
    assert page.title == HEADLINE
    assert texts(page) == list(STORY)
