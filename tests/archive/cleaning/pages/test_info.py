"""The line of facts beside a headline: author, day, time, counter and section in any order."""

from __future__ import annotations

import pytest

from archive.cleaning.pages.info import names_author, names_source, split_date


@pytest.mark.parametrize(
    ("text", "date", "beside"),
    [
        ("(25.04.2019 14:04)", "(25.04.2019 14:04)", ()),
        ("07-03-2026 - 00:01 AM | Thị trường", "07-03-2026 - 00:01 AM", ("Thị trường",)),
        ("Minh Châu - Thứ hai, 12/06/2017 08:30", "Thứ hai, 12/06/2017 08:30", ("Minh Châu",)),
        (
            "Sa Văn Páo | 12/08/2019 | 08:25 | 203 lượt đọc",
            "12/08/2019 | 08:25",
            ("Sa Văn Páo", "203 lượt đọc"),
        ),
        (
            "Đã xem: 14 - Lúc 09h15 ngày 04/11/2013 - Người đăng: Lý A Tủa",
            "Lúc 09h15 ngày 04/11/2013",
            ("Đã xem: 14", "Người đăng: Lý A Tủa"),
        ),
        ("Gửi bởi Vì Văn Thoan vào T4, 29/08/2012 - 14:26", "vào T4, 29/08/2012", ("Gửi bởi Vì Văn Thoan",)),
        ("Đinh Thị Mơ, 05/01/2021 19:30", "05/01/2021 19:30", ("Đinh Thị Mơ",)),
    ],
)
def test_the_date_and_what_stands_beside_it_are_told_apart(
    text: str, date: str, beside: tuple[str, ...]
) -> None:
    split = split_date(text)
    assert split is not None
    assert split[0].strip(" -").startswith(date)
    assert split[1] == beside


@pytest.mark.parametrize(
    "text",
    [
        "Những chính sách có hiệu lực từ tháng 5/2019",
        "Nghị định số 27/2019/NĐ-CP ban hành ngày 13/03/2019 của Chính phủ quy định chi tiết một số điều của Luật",
        "31/12/9999",
    ],
)
def test_a_month_a_decree_and_a_day_that_never_comes_are_no_date_lines(text: str) -> None:
    assert split_date(text) is None


def test_a_section_in_capitals_is_no_author() -> None:
    assert names_author("Tác giả: Lê Thị Mỵ")
    assert not names_author("Kinh Tế")


def test_a_source_is_named_by_its_label() -> None:
    assert names_source("Nguồn: Phòng Trồng trọt")
    assert not names_source("Nguồn nước: suối Đăk Huýt")
