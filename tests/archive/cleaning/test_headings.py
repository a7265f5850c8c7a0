"""The head of an article: what is title, kicker, section, byline; what is already the story."""

from __future__ import annotations

from archive.cleaning.headings import inferred_title, read_head
from archive.cleaning.layout import Line

TITLE = "Sơ kết công tác sáu tháng đầu năm của tỉnh"
LEDE = "Sáng 19/3, đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy làm việc với Sở Tài chính."


def lines(*texts: str) -> list[Line]:
    return [Line(number, text, True) for number, text in enumerate(texts, 1)]


def test_first_line_that_looks_like_a_headline_is_the_title() -> None:
    head = read_head(lines(TITLE, LEDE), None)
    assert (head.title, [line.text for line in head.lines]) == (TITLE, [LEDE])


def test_headline_may_ask() -> None:
    assert read_head(lines("Vì sao thu ngân sách giảm?", LEDE), None).title == "Vì sao thu ngân sách giảm?"


def test_sentence_is_no_title() -> None:
    head = read_head(lines(LEDE, "Hội nghị kết thúc."), None)
    assert (head.title, len(head.lines)) == (None, 2)


def test_line_that_goes_on_in_lower_case_is_no_title() -> None:
    assert read_head(lines("Sở trao Bằng khen cho xã Hạ vì", "có thành tích xuất sắc."), None).title is None


def test_lone_line_is_the_body() -> None:
    head = read_head(lines(TITLE), None)
    assert (head.title, len(head.lines)) == (None, 1)


def test_section_series_date_and_byline_around_the_title() -> None:
    texts = (
        "Chính trị",
        "Xây dựng nông thôn mới:",
        "Bài 3: Cách làm hay ở cơ sở",
        "20/3/2020",
        "Văn Hải",
        LEDE,
    )
    head = read_head(lines(*texts), None)
    assert (head.title, head.byline) == ("Bài 3: Cách làm hay ở cơ sở", "Văn Hải")
    assert [cut.kind for cut in head.cuts] == ["boilerplate_head", "kicker", "dateline", "byline"]
    assert [line.text for line in head.lines] == [LEDE]


def test_stated_title_repeated_in_the_text_goes() -> None:
    head = read_head(lines(TITLE.upper(), LEDE), TITLE)
    assert (head.title, [cut.kind for cut in head.cuts]) == (TITLE, ["repeated_title"])


def test_stated_title_leaves_another_first_line_alone() -> None:
    assert len(read_head(lines("Niềm vui ngày khai trường", LEDE), TITLE).lines) == 2


def test_date_line_under_the_lede_or_at_the_end_is_found() -> None:
    for texts in ((TITLE, LEDE, "19/03/2020", "Hết."), (TITLE, LEDE, "Hết.", "19/03/2020")):
        assert [cut.kind for cut in read_head(lines(*texts), None).cuts] == ["dateline"]


def test_inferred_title_is_the_first_sentence_without_its_day() -> None:
    assert inferred_title("Chiều 25/12, sở Tài chính họp. Dự họp có lãnh đạo tỉnh.") == "Sở Tài chính họp"


def test_an_account_of_the_site_an_address_and_buttons_under_the_title_are_no_story() -> None:
    frame = ("Viết bởi Administrator", "thuha@songtra.example", "Cỡ chữ: Nhỏ Vừa Lớn")
    head = read_head(lines(TITLE, *frame, LEDE), None)
    assert head.byline is None
    assert [line.text for line in head.lines] == [LEDE]
