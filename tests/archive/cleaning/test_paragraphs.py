"""Paragraphs: repeats dropped, marks before the lede taken, broken ones joined."""

from __future__ import annotations

from archive.cleaning.layout import Line
from archive.cleaning.paragraphs import drop_repeats, join_broken, open_lede

LEDE = "Sáng 19/3, đồng chí Nguyễn Văn An, Bí thư Tỉnh ủy làm việc với Sở Tài chính về dự toán."


def lines(*texts: str) -> list[Line]:
    return [Line(number, text, True) for number, text in enumerate(texts, 1)]


def test_lede_printed_twice_stays_once() -> None:
    kept, cuts = drop_repeats(lines(LEDE, LEDE, "Hội nghị kết thúc."))
    assert [line.text for line in kept] == [LEDE, "Hội nghị kết thúc."]
    assert [cut.kind for cut in cuts] == ["repeated_lede"]


def test_lede_cut_short_before_the_whole_one_goes() -> None:
    kept, cuts = drop_repeats(lines(f"{LEDE[:60]}...", LEDE))
    assert [line.text for line in kept] == [LEDE]
    assert [cut.kind for cut in cuts] == ["repeated_lede"]


def test_lede_printed_again_with_other_signs_goes() -> None:
    kept, cuts = drop_repeats(lines(f"“{LEDE.upper()}”", f"- {LEDE}", "Hội nghị kết thúc."))
    assert len(kept) == 2
    assert [cut.kind for cut in cuts] == ["repeated_lede"]


def test_ledes_that_only_begin_alike_stay() -> None:
    other = LEDE.replace("Sở Tài chính", "Sở Nội vụ")
    assert [line.text for line in drop_repeats(lines(LEDE, other))[0]] == [LEDE, other]


def test_short_refrains_stay() -> None:
    assert len(drop_repeats(lines("Vỗ tay.", "Vỗ tay."))[0]) == 2


def test_dash_before_the_lede_goes() -> None:
    left, cuts = open_lede(lines(f"- {LEDE}", "Hội nghị kết thúc."))
    assert left[0].text == LEDE
    assert [(cut.text, cut.kind) for cut in cuts] == [("- ", "leading_dash")]


def test_list_keeps_its_dashes() -> None:
    assert open_lede(lines("- Giữ gìn vệ sinh.", "- Đeo khẩu trang."))[0][0].text == "- Giữ gìn vệ sinh."


def test_the_paper_s_sign_goes() -> None:
    for sign in ("(HBĐT) - ", "BHG - ", "(Baonghean.vn) - ", "VOV.VN - "):
        left, cuts = open_lede(lines(f"{sign}{LEDE}"))
        assert left[0].text == LEDE
        assert [cut.kind for cut in cuts] == ["agency"]


def test_words_before_a_dash_are_no_sign() -> None:
    for text in (
        "Hà Nội - Lào Cai là tuyến cao tốc dài.",
        "Covid-19 lan nhanh.",
        "Ông An - Bí thư xã - cho biết.",
    ):
        assert open_lede(lines(text))[0][0].text == text


def test_paragraph_broken_in_two_is_joined() -> None:
    paragraphs, joins = join_broken(lines("Sở trao Bằng khen cho xã Hạ vì", "có thành tích xuất sắc."))
    assert paragraphs == ["Sở trao Bằng khen cho xã Hạ vì có thành tích xuất sắc."]
    assert [(join.before, join.after) for join in joins] == [
        ("cho xã Hạ vì\ncó thành tích xuất", "cho xã Hạ vì có thành tích xuất")
    ]


def test_ends_of_sentences_are_not_joined() -> None:
    for end in (".", "…", "?", "”", ":", ";", "…)"):
        assert len(join_broken(lines(f"Các xã đã họp{end}", "sau đó về cơ sở."))[0]) == 2
