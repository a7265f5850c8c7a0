"""The scorer itself: what counts as found, absent, dated, refused."""

from __future__ import annotations

from typing import Any

from tests.evaluation.scoring import Reading, Share, faults, scores

EXPECTED: dict[str, Any] = {
    "file": "page.html",
    "kind": "article",
    "title": "Mùa cá cơm",
    "published": "2021-03-09T07:35",
    "byline": "Ngọc Duyên",
    "must_contain": ["Bến cá rộn tiếng gọi nhau.", "Tàu về lúc rạng sáng."],
    "must_not_contain": ["Tin cùng chuyên mục"],
}
BODY = "Bến cá rộn tiếng\ngọi nhau. Tàu về lúc rạng sáng."
RIGHT = Reading("Mùa cá cơm", "2021-03-09T07:35:00", "Ngọc Duyên", BODY)


def test_a_right_reading_has_no_faults() -> None:
    assert faults(EXPECTED, RIGHT) == ()


def test_white_space_soft_hyphens_and_normal_forms_do_not_matter() -> None:
    body = BODY.replace("rộn", "ro\u0323\u0302n").replace("sáng", "sá\u00adng")
    assert faults(EXPECTED, Reading("Mùa  cá cơm", "2021-03-09T07:35", "ngọc duyên", body)) == ()


def test_lost_text_and_text_left_over_are_faults() -> None:
    reading = Reading("Mùa cá cơm", "2021-03-09T07:35", "Ngọc Duyên", "Bến cá. Tin cùng chuyên mục")
    assert faults(EXPECTED, reading) == ("found", "found", "absent", "fully right")


def test_another_day_is_a_fault_of_day_and_minute() -> None:
    reading = Reading("Mùa cá cơm", "2021-09-03T07:35", "Ngọc Duyên", BODY)
    assert faults(EXPECTED, reading) == ("date", "minute")


def test_a_date_where_none_is_printed_is_invented() -> None:
    undated = EXPECTED | {"published": None}
    assert faults(undated, RIGHT) == ("no date invented",)


def test_a_byline_where_none_is_printed_is_a_fault() -> None:
    assert faults(EXPECTED | {"byline": None}, RIGHT) == ("byline",)


def test_theo_may_be_missing_before_a_source() -> None:
    reading = Reading("Mùa cá cơm", "2021-03-09T07:35", "TTXVN", BODY)
    assert faults(EXPECTED | {"byline": "Theo TTXVN"}, reading) == ()


def test_a_page_that_is_no_article_must_leave_nothing() -> None:
    home = {"file": "home.html", "kind": "home"}
    assert faults(home, Reading()) == ()
    assert faults(home, Reading(body="Tin mới nhất trong tỉnh " * 9)) == ("rejected",)


def test_shares_count_questions_not_pages() -> None:
    half = Reading("Mùa cá cơm", None, "Ngọc Duyên", "Tàu về lúc rạng sáng.")
    found = scores([(EXPECTED, RIGHT), (EXPECTED, half)])
    assert (found["found"], found["fully right"], found["date"]) == (Share(3, 4), Share(1, 2), Share(1, 2))
    assert str(found["found"]) == "75.0 % (3/4)"
