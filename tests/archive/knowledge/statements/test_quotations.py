"""Quotations: marks paired over paragraphs, and whose they are."""

from __future__ import annotations

from archive.knowledge.statements.quotations import Quotation, pair
from tests.archive.knowledge.statements.test_statements import said


def test_a_quotation_goes_on_until_the_paragraph_that_closes_it() -> None:
    paragraphs = ["Ông nói: “Việc khó.", "Phải làm từng bước.", "Sẽ xong thôi”."]
    assert [one for (one,) in pair(paragraphs)] == [
        Quotation(9, 19, closes=False),
        Quotation(0, 19, opens=False, closes=False),
        Quotation(0, 13, opens=False),
    ]


def test_marks_inside_it_do_not_end_it() -> None:
    first, second, third = pair(
        ['" Vốn còn thiếu.', 'Tỉnh đã "kêu" nhiều lần.', 'Nay phải dừng " - ông nói.']
    )
    assert not first[0].closes
    assert second == [Quotation(0, 24, opens=False, closes=False)]
    assert third[0].closes


def test_one_that_nothing_closes_ends_with_its_paragraph() -> None:
    first, second = pair(["“Việc khó.", "Trời đã tối."])
    assert first == [Quotation(0, 10, closes=False)]
    assert second == []


def test_a_paragraph_that_begins_with_a_mark_begins_a_quotation_of_its_own() -> None:
    first, second = pair(["“Việc khó.", "“Sẽ xong thôi”, ông nói."])
    assert not first[0].closes
    assert second == [Quotation(0, 14)]


def test_paragraphs_that_each_open_the_quotation_anew_are_one() -> None:
    found = said(
        "Ông Lê Văn An nói: “Việc này rất khó với chúng tôi.",
        "“Mỗi năm chỉ làm được một đoạn ngắn.",
        "“Nhưng rồi cũng sẽ xong”.",
    ).statements
    assert [one.continues for one in found] == [None, 0, 0]


def test_a_quotation_over_paragraphs_that_names_nobody_is_of_the_speaker_before() -> None:
    found = said(
        "Ông Lê Văn An cho biết công trình đang chậm.",
        "“Vốn về rất ít.",
        "Chúng tôi phải làm cầm chừng”.",
        "Trời đã tối.",
    ).statements
    assert [(one.content, one.continues) for one in found[1:]] == [
        ("“Vốn về rất ít.", 0),
        ("Chúng tôi phải làm cầm chừng”", 0),
    ]


def test_a_sentence_that_only_names_the_speaker_belongs_to_the_quotation_before_it() -> None:
    found = said(
        "Con đường đã thông xe.", "“Bà con ai cũng vui vì đi lại dễ dàng hơn.” Ông Lê Văn An chia sẻ."
    ).statements
    assert [(one.speaker, one.kind, one.cue) for one in found] == [("Lê Văn An", "direct", "chia sẻ")]
