"""Poems among the lines of a page."""

from __future__ import annotations

from archive.cleaning.pages.boxes import Block, Box
from archive.cleaning.pages.verse import verse

BOX = Box("div", "", None, 0)
POEM = (
    "Bến cũ đò xưa vắng tiếng chèo,\nNắng chiều rơi xuống mái tranh nghèo.\nMẹ ngồi vá lại manh buồm rách,\n"
    "Gió thổi qua song lạnh ít nhiều.\nCon nước ròng đi bờ lộ đá,\nCon nước lớn về ngập bãi rêu.\n"
    "Người đi chưa hẹn ngày trở lại,\nĐể bến chờ ai suốt buổi chiều."
)
OFFICES = (
    "Sở Nông nghiệp\nSở Tài chính\nSở Giáo dục\nSở Y tế tỉnh\nVăn phòng Tỉnh ủy\n"
    "Ban Dân tộc\nSở Tư pháp\nSở Nội vụ"
)


def lines(text: str) -> list[Block]:
    return [Block(number, line, BOX) for number, line in enumerate(text.split("\n"), 1)]


def test_many_short_pointed_lines_alike_in_length_are_verse() -> None:
    assert len(list(verse(lines(POEM)))) == 8


def test_a_list_of_offices_and_four_short_lines_are_none() -> None:
    assert not list(verse(lines(OFFICES)))
    assert not list(verse(lines(POEM)[:4]))


def test_lines_in_a_metre_are_verse_without_a_mark_at_their_ends() -> None:
    poem = (
        "Chiều về bên bến sông quê\nCon đò gác mái bờ đê cỏ gầy\nMẹ ngồi đếm lá bàng bay\n"
        "Đếm mùa nước nổi đếm ngày con xa\nBao năm phố chợ bôn ba\nNhớ mùi khói bếp nhớ nhà nhớ em\n"
        "Trăng lên sáng một góc thềm\nTiếng ru ai vọng vào đêm trở mình"
    )
    assert len(list(verse(lines(poem)))) == 8
    assert len(list(verse(lines(poem)[1:] + lines(poem)[:1]))) == 8


def test_a_list_of_schools_with_names_of_one_length_is_none() -> None:
    schools = "\n".join(f"Trường Tiểu học {name}" for name in ("Tân Hòa", "Đá Bạc", "Sơn Lập", "Bản Hồ") * 2)
    assert not list(verse(lines(schools)))
