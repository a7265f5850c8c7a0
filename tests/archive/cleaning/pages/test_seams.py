"""Lines of several inline elements that come apart at their dates."""

from __future__ import annotations

import pytest

from archive.cleaning.pages.seams import seams


@pytest.mark.parametrize(
    ("texts", "lines"),
    [
        (["Dời bảy hộ dân khỏi chân kè", "14:2, Thứ Sáu, 31-5-2024"], [1]),
        (["Quách Như Ý", "Thứ Ba, 9:30 14/02/2023", "Lượt xem: 77"], [1, 2]),
        (["Ngày đăng:", " ", "05/04/2023"], []),
        (["Ngày sinh: ", "12/3/1954", " tại xã Tân Lộc"], [2]),
        (["Ngày 12/3/2014", ", UBND xã tổ chức lễ phát động."], []),
        (["H", "2", "O"], []),
    ],
)
def test_a_date_in_an_element_of_its_own_is_a_line(texts: list[str], lines: list[int]) -> None:
    assert seams(texts) == lines
