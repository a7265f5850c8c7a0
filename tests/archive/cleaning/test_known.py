"""Lines whose role their page tells."""

from __future__ import annotations

from archive.cleaning.known import take_known
from archive.cleaning.layout import Line
from archive.cleaning.roles import assign_roles

STORY = "Sáng nay, huyện tổ chức lễ khánh thành cây cầu mới bắc qua suối Đá."


def line(number: int, text: str, role: str | None) -> Line:
    return Line(number, text, True, role)


def test_what_is_no_part_of_the_story_is_taken_out_and_kept_on_record() -> None:
    known = take_known([line(1, "Tin liên quan", "related"), line(2, STORY, "paragraph")])
    assert [found.text for found in known.lines] == [STORY]
    assert [(cut.text, cut.kind) for cut in known.cuts] == [("Tin liên quan", "related")]


def test_a_person_goes_before_a_source_and_all_authors_before_one() -> None:
    lines = [
        line(1, "Theo TTXVN", "byline"),
        line(2, "Minh Châu", "byline"),
        line(3, "Minh Châu - Hà My", "byline"),
    ]
    assert take_known(lines).author == "Minh Châu - Hà My"


def test_who_signs_goes_before_the_paper_named_above() -> None:
    lines = [line(1, "Báo Sông Trà Online", "byline"), line(2, "Chí Hiếu", "byline")]
    assert take_known(lines).author == "Chí Hiếu"
    assert take_known(lines[:1]).author == "Báo Sông Trà Online"


def test_the_account_of_a_content_manager_is_no_author() -> None:
    assert take_known([line(1, "Administrator", "byline")]).author is None


def test_a_line_marked_as_a_paragraph_is_no_caption_and_keeps_the_sign_of_its_paper() -> None:
    scene = "Lãnh đạo huyện cắt băng khánh thành"
    roles = assign_roles(
        [
            line(1, f"BST - {STORY}", "paragraph"),
            line(2, scene, "paragraph"),
            line(3, "Cây cầu dài 42 mét.", None),
        ],
        "Tít",
    )
    assert roles.paragraphs[:2] == (f"BST - {STORY}", scene)
    assert roles.captions == ()


def test_a_known_date_line_gives_the_date() -> None:
    roles = assign_roles([line(1, "12/06/2015 15:30", "dateline"), line(2, STORY, "paragraph")], "Tít")
    assert [printed.readings[0] for printed in roles.dates] == ["2015-06-12T15:30"]
